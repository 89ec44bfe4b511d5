-- Which reports of a month are missing, and since when are they due?
SELECT
    organisation.name_fi,
    report.form,
    report.due_on
FROM meta.report AS report
INNER JOIN ref.organisation AS organisation
    ON organisation.organisation_code = report.organisation_code
WHERE report.valid_to_run IS NULL
    AND report.state = 'missing'
    AND report.period = DATE '2018-10-01'
ORDER BY organisation.position, report.form
