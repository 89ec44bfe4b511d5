-- Reports behind a figure of mart.board.
-- sum expected: board.expected
-- sum received: board.received
-- sum on_time: board.on_time
SELECT
    'report' AS table_name,
    report.report_id,
    CAST(NULL AS VARCHAR) AS sheet,
    CAST(NULL AS INTEGER) AS row_number,
    CAST([] AS VARCHAR[]) AS axes,
    CAST(NULL AS VARCHAR) AS field,
    CAST({value} AS DECIMAL(18, 4)) AS value
FROM mart.board AS board
INNER JOIN meta.report AS report
    ON report.period = board.period
    AND report.form = board.form
    AND report.organisation_code = board.organisation_code
    AND report.valid_to_run IS NULL
    AND report.mode <> 'correction'
WHERE board.period = CAST({period} AS DATE)
    AND board.form = {form}
    AND board.organisation_code = {organisation_code}
    AND {condition}
ORDER BY report.report_id NULLS LAST
