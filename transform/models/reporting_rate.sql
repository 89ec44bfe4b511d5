-- table: DHIS2's five measures of reporting at every level: the region, each form, each organisation, and each organisation's form.
-- grain: period, level, form, organisation_code
-- inputs: mart.board
-- depends: board
-- column period: First day of the month.
-- column level: region, form, organisation or report; tells which of form and organisation_code are filled.
-- column form: Form; NULL where all forms are meant.
-- column organisation_code: Organisation; NULL where all are meant.
-- column expected_reports: Reports owed.
-- column actual_reports: Owed reports that came and could be used, nil returns included.
-- column actual_reports_on_time: Those that came on time.
-- column reporting_rate: actual_reports in per cent of expected_reports; NULL where nothing was expected.
-- column reporting_rate_on_time: actual_reports_on_time in per cent of expected_reports; NULL where nothing was expected.
-- column nil_reports: Owed reports that say that nothing was done.
-- column rejected_reports: Owed reports that came and could not be used.
-- column unexpected_reports: Reports that came and are not owed; outside the rates.
WITH counted AS (
    SELECT
        board.period,
        CASE
            WHEN GROUPING(board.form) = 1 AND GROUPING(board.organisation_code) = 1 THEN 'region'
            WHEN GROUPING(board.organisation_code) = 1 THEN 'form'
            WHEN GROUPING(board.form) = 1 THEN 'organisation'
            ELSE 'report'
        END AS level,
        board.form,
        board.organisation_code,
        SUM(board.expected) AS expected_reports,
        SUM(board.expected * board.received) AS actual_reports,
        SUM(board.expected * board.on_time) AS actual_reports_on_time,
        SUM(CASE WHEN board.state = 'nil' THEN board.expected ELSE 0 END) AS nil_reports,
        SUM(CASE WHEN board.state = 'rejected' THEN board.expected ELSE 0 END) AS rejected_reports,
        SUM((1 - board.expected) * board.received) AS unexpected_reports
    FROM mart.board AS board
    GROUP BY GROUPING SETS (
        (board.period),
        (board.period, board.form),
        (board.period, board.organisation_code),
        (board.period, board.form, board.organisation_code)
    )
)
SELECT
    counted.period,
    counted.level,
    counted.form,
    counted.organisation_code,
    CAST(counted.expected_reports AS INTEGER) AS expected_reports,
    CAST(counted.actual_reports AS INTEGER) AS actual_reports,
    CAST(counted.actual_reports_on_time AS INTEGER) AS actual_reports_on_time,
    CAST(100.0 * counted.actual_reports / NULLIF(counted.expected_reports, 0) AS DECIMAL(5, 1)) AS reporting_rate,
    CAST(100.0 * counted.actual_reports_on_time / NULLIF(counted.expected_reports, 0) AS DECIMAL(5, 1))
        AS reporting_rate_on_time,
    CAST(counted.nil_reports AS INTEGER) AS nil_reports,
    CAST(counted.rejected_reports AS INTEGER) AS rejected_reports,
    CAST(counted.unexpected_reports AS INTEGER) AS unexpected_reports
FROM counted
ORDER BY
    counted.period NULLS LAST,
    counted.level NULLS LAST,
    counted.form NULLS FIRST,
    counted.organisation_code NULLS FIRST
