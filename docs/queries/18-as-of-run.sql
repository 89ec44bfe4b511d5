-- What was known after the first run?
SELECT
    fact.period,
    COUNT(*) AS activities,
    SUM(fact.participants_total) AS participants_total
FROM core.as_of_activity(1) AS fact
GROUP BY fact.period
ORDER BY fact.period
