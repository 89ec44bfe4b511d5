-- Where did every row of a file go?
SELECT
    content.path,
    ledger.sheet,
    ledger.rows_read,
    ledger.rows_loaded,
    ledger.rows_quarantined,
    ledger.rows_total,
    ledger.rows_heading + ledger.rows_blank + ledger.rows_note AS rows_other
FROM meta.ledger AS ledger
INNER JOIN meta.submission AS content
    ON content.submission_id = ledger.submission_id
ORDER BY content.path, ledger.sheet NULLS FIRST, ledger.table_number
