-- From which file, sheet and row does a figure come?
SELECT
    content.path,
    fact.sheet,
    fact.row_number,
    fact.title,
    fact.participants_total
FROM core.activity AS fact
INNER JOIN meta.submission AS content
    ON content.submission_id = fact.submission_id
WHERE fact.period = DATE '2018-10-01'
    AND fact.development_area = 'II'
    AND COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
ORDER BY content.path, fact.sheet NULLS FIRST, fact.row_number
