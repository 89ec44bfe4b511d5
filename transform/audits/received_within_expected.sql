-- Of the reports owed no more can come, or come on time, than are owed.
SELECT
    rate.period,
    rate.level,
    rate.form,
    rate.organisation_code,
    rate.expected_reports,
    rate.actual_reports,
    rate.actual_reports_on_time
FROM mart.reporting_rate AS rate
WHERE rate.actual_reports > rate.expected_reports
    OR rate.actual_reports_on_time > rate.actual_reports
    OR rate.reporting_rate > 100
    OR (rate.expected_reports = 0 AND rate.reporting_rate IS NOT NULL)
ORDER BY rate.period NULLS LAST, rate.level NULLS LAST, rate.form NULLS LAST, rate.organisation_code NULLS LAST
