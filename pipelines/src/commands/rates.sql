-- Reporting rates of one month in the whole region.
SELECT
    rate.expected_reports,
    rate.actual_reports,
    rate.actual_reports_on_time,
    rate.reporting_rate,
    rate.reporting_rate_on_time
FROM mart.reporting_rate AS rate
WHERE rate.level = 'region' AND rate.period = CAST(? AS DATE)
