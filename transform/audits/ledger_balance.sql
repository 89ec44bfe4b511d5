-- Every row read is loaded, set aside, a total, a heading, blank or a note.
SELECT submission_id, sheet, table_number, rows_read
FROM meta.ledger
WHERE rows_read <> rows_loaded + rows_quarantined + rows_total + rows_heading + rows_blank + rows_note
ORDER BY submission_id, sheet NULLS FIRST, table_number
