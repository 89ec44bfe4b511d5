-- What is wrong most often, and whose move is it?
SELECT
    issue.code,
    issue.severity,
    issue.responsibility,
    COUNT(*) AS issues
FROM meta.issue AS issue
WHERE issue.resolved_run IS NULL
GROUP BY issue.code, issue.severity, issue.responsibility
ORDER BY issues DESC, issue.code
