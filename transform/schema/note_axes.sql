-- Which of the values of a wide row a note is of. Came with layout 4.

ALTER TABLE meta.value_note ADD COLUMN axes VARCHAR[] DEFAULT [];
COMMENT ON COLUMN meta.value_note.axes IS 'Codes that the header of the cell tells: indicator or category, municipality; empty where the row tells them, and in notes of earlier versions, which may be of any value of the row.';
