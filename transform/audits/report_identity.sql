-- A report that came has one row, and its id names no other.
SELECT report_id, count(*) AS rows
FROM meta.report
WHERE submission_id IS NOT NULL
GROUP BY report_id
HAVING count(*) > 1
ORDER BY report_id
