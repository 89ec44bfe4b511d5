-- What is to be corrected in which cell?
SELECT
    issue.path,
    issue.sheet,
    issue.cell,
    issue.found,
    issue.message_fi
FROM meta.issue AS issue
WHERE issue.resolved_run IS NULL
    AND issue.severity = 'error'
ORDER BY issue.path, issue.sheet NULLS FIRST, issue.row_number NULLS FIRST, issue.issue_id
