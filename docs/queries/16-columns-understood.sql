-- What was each column of a file taken for, and how sure was that?
SELECT
    content.path,
    decision.column_letter,
    decision.label,
    decision.field,
    decision.how,
    decision.score
FROM meta.column_decision AS decision
INNER JOIN meta.submission AS content
    ON content.submission_id = decision.submission_id
WHERE decision.score < 1
    AND decision.field IS NOT NULL
ORDER BY content.path, decision.sheet NULLS FIRST, decision.table_number, decision.column_letter
