-- How does an indicator develop, and how many reporters does it cover?
SELECT
    month.period,
    month.indicator,
    month.value,
    month.cumulative,
    month.reporters_with_value
FROM mart.indicator_month AS month
WHERE month.value IS NOT NULL
ORDER BY month.indicator, month.period
