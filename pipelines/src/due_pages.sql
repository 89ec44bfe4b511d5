-- For each month with a report that came: the last run that changed it or a figure that its report tells as a revision.
WITH changed AS (
    SELECT
        report.period,
        GREATEST(report.valid_from_run, COALESCE(report.valid_to_run, 0)) AS run_id
    FROM meta.report AS report
    UNION ALL
    SELECT
        revision.reported_in AS period,
        revision.since_run AS run_id
    FROM mart.revision AS revision
),
reported AS (
    SELECT DISTINCT report.period
    FROM meta.report AS report
    WHERE report.valid_to_run IS NULL
        AND report.state <> 'missing'
)
SELECT
    reported.period,
    MAX(changed.run_id) AS run_id
FROM reported
INNER JOIN changed
    ON changed.period = reported.period
GROUP BY reported.period
ORDER BY reported.period NULLS LAST
