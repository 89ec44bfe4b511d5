-- No two contents share the part of their hash from which facts are numbered.
SELECT left(submission_id, 9) AS base, count(*) AS contents
FROM meta.submission
GROUP BY left(submission_id, 9)
HAVING count(*) > 1
ORDER BY base
