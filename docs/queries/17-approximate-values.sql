-- Which values are not exact?
SELECT
    note.report_id,
    note.row_number,
    note.field,
    note.axes,
    note.raw,
    note.quality,
    note.low,
    note.high
FROM meta.value_note AS note
WHERE note.quality IS NOT NULL
ORDER BY note.report_id, note.row_number, note.field, note.axes
