-- How did the reporting rate develop?
SELECT
    rate.period,
    rate.expected_reports,
    rate.actual_reports,
    rate.reporting_rate,
    rate.reporting_rate_on_time
FROM mart.reporting_rate AS rate
WHERE rate.level = 'region'
    AND rate.actual_reports > 0
ORDER BY rate.period
