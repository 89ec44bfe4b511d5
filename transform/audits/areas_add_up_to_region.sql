-- The activities of all development areas of a month are the region's activities, each counted once.
WITH counted AS (
    SELECT
        fact.period,
        COUNT(*) AS activities
    FROM core.activity AS fact
    WHERE COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
    GROUP BY fact.period
),
shown AS (
    SELECT
        summary.period,
        SUM(summary.activities) AS activities
    FROM mart.monthly_summary AS summary
    GROUP BY summary.period
)
SELECT
    counted.period,
    counted.activities AS counted_activities,
    shown.activities AS shown_activities
FROM counted
LEFT JOIN shown
    ON shown.period = counted.period
WHERE shown.activities IS DISTINCT FROM counted.activities
ORDER BY counted.period NULLS LAST
