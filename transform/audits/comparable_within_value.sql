-- No more organisations can be compared with the month before than gave the indicator.
SELECT
    indicator.period,
    indicator.indicator,
    indicator.reporters_comparable,
    indicator.reporters_with_value
FROM mart.indicator_month AS indicator
WHERE indicator.reporters_comparable > indicator.reporters_with_value
ORDER BY indicator.period NULLS LAST, indicator.indicator NULLS LAST
