-- Rows in quarantine and rows that the ledger calls quarantined are as many.
SELECT ledger.submission_id, ledger.counted, coalesce(aside.kept, 0) AS kept
FROM (SELECT submission_id, sum(rows_quarantined) AS counted FROM meta.ledger GROUP BY submission_id) AS ledger
LEFT JOIN (SELECT submission_id, count(*) AS kept FROM meta.quarantine GROUP BY submission_id) AS aside
    ON aside.submission_id = ledger.submission_id
WHERE ledger.counted <> coalesce(aside.kept, 0)
ORDER BY ledger.submission_id
