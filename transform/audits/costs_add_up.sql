-- The costs of a month's categories are all costs of the month, to the cent.
WITH counted AS (
    SELECT
        fact.period,
        SUM(fact.amount_eur) AS amount_eur
    FROM core.cost AS fact
    GROUP BY fact.period
),
shown AS (
    SELECT
        summary.period,
        SUM(summary.amount_eur) AS amount_eur
    FROM mart.cost_summary AS summary
    GROUP BY summary.period
)
SELECT
    counted.period,
    counted.amount_eur AS counted_eur,
    shown.amount_eur AS shown_eur
FROM counted
LEFT JOIN shown
    ON shown.period = counted.period
WHERE COALESCE(shown.amount_eur, 0) <> COALESCE(counted.amount_eur, 0)
ORDER BY counted.period NULLS LAST
