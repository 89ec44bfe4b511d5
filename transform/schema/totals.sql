-- Year-to-date figures, of which a month is the difference to the month before. Came with layout 3.

ALTER TABLE meta.report ADD COLUMN totals_key INTEGER;
ALTER TABLE meta.report ADD COLUMN totals_state VARCHAR;
ALTER TABLE meta.report ADD COLUMN base_report_id VARCHAR;
COMMENT ON COLUMN meta.report.totals_key IS 'Key in schema store of the year-to-date figures as they were read, of which its facts are the differences; NULL unless it is cumulative.';
COMMENT ON COLUMN meta.report.totals_state IS 'State by its reading alone, whatever its differences are; NULL unless it is cumulative.';
COMMENT ON COLUMN meta.report.base_report_id IS 'Report whose year-to-date figures were subtracted; NULL where there was nothing to subtract.';
