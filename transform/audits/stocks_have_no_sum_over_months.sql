-- A stock or an average is never summed over months.
SELECT
    indicator.period,
    indicator.indicator,
    indicator.time,
    indicator.cumulative
FROM mart.indicator_month AS indicator
WHERE indicator.time <> 'flow'
    AND indicator.cumulative IS NOT NULL
ORDER BY indicator.period NULLS LAST, indicator.indicator NULLS LAST
