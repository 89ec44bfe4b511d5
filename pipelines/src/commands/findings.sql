SELECT
    issue.severity,
    issue.path,
    issue.message_fi,
    issue.message_sv,
    issue.message_en
FROM meta.issue AS issue
WHERE issue.first_run = ?
    AND NOT issue.accepted
ORDER BY
    CASE issue.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 WHEN 'notice' THEN 3 ELSE 4 END,
    issue.path NULLS LAST,
    issue.sheet NULLS FIRST,
    issue.row_number NULLS FIRST,
    issue.issue_id NULLS LAST
