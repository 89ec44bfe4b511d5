-- What headers of wide tables tell: which of the values of a row a note is of, and in which column a value stands. Came with layout 4.

ALTER TABLE meta.value_note ADD COLUMN axes VARCHAR[] DEFAULT [];
COMMENT ON COLUMN meta.value_note.axes IS 'Codes that the header of the cell tells: indicator or category, municipality; empty where the row tells them, and in notes of earlier versions, which may be of any value of the row.';

ALTER TABLE meta.column_decision ADD COLUMN axes VARCHAR[] DEFAULT [];
COMMENT ON COLUMN meta.column_decision.axes IS 'What the label tells of the values below: codes of indicator or category, municipality, organisation; months as 2018-10, or 10 without a year; total over other columns.';
