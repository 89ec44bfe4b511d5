-- Reports behind a figure of mart.reporting_rate.
-- figure expected_reports: board.expected
-- figure actual_reports: board.expected * board.received
-- figure actual_reports_on_time: board.expected * board.on_time
-- figure nil_reports: CASE WHEN board.state = 'nil' THEN board.expected ELSE 0 END
-- figure rejected_reports: CASE WHEN board.state = 'rejected' THEN board.expected ELSE 0 END
-- figure unexpected_reports: (1 - board.expected) * board.received
-- derived reporting_rate: board.expected
-- derived reporting_rate_on_time: board.expected
-- computed reporting_rate: 100.0 * [actual_reports] / NULLIF([expected_reports], 0)
-- computed reporting_rate_on_time: 100.0 * [actual_reports_on_time] / NULLIF([expected_reports], 0)
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
    AND (CAST({form} AS VARCHAR) IS NULL OR board.form = {form})
    AND (CAST({organisation_code} AS VARCHAR) IS NULL OR board.organisation_code = {organisation_code})
    AND {condition}
    AND {value} > 0
ORDER BY report.report_id NULLS LAST
