-- At most one version of a report is current, corrections aside.
SELECT organisation_code, form, period, count(*) AS versions
FROM meta.report
WHERE valid_to_run IS NULL AND mode <> 'correction'
GROUP BY organisation_code, form, period
HAVING count(*) > 1
ORDER BY organisation_code, form, period
