-- Which reports came in several versions?
SELECT
    report.organisation_code,
    report.form,
    report.period,
    COUNT(*) AS versions,
    MAX(report.received_on) AS last_received_on
FROM meta.report AS report
WHERE report.submission_id IS NOT NULL
GROUP BY report.organisation_code, report.form, report.period
HAVING COUNT(*) > 1
ORDER BY report.organisation_code, report.form, report.period
