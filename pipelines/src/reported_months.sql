-- Months with a current report that came, in order.
SELECT DISTINCT period
FROM meta.report
WHERE valid_to_run IS NULL AND state <> 'missing'
ORDER BY period
