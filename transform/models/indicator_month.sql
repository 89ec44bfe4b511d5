-- table: Indicators of the region per month. Flows are summed over reporters and may be summed over months; stocks are summed over reporters, never over months; averages are plain means of the values given.
-- grain: period, indicator
-- inputs: core.indicator_value, mart.board, meta.value_note, ref.calendar, ref.code
-- depends: board
-- column period: First day of the month.
-- column indicator: Indicator.
-- column time: flow, stock or average.
-- column value: Value of the region; NULL if nobody gave one.
-- column previous: Value of the month before.
-- column comparable_value: Value over the organisations that gave it in both months.
-- column comparable_previous: Their value of the month before.
-- column like_for_like_change: comparable_value less comparable_previous.
-- column cumulative: Sum of a flow since the region's first month; NULL for stocks and averages.
-- column reporters_comparable: Organisations that gave it in both months.
-- column reporters_with_value: Organisations that gave it.
-- column reports_expected: Reports of indicators owed for the month.
-- column reports_received: Owed reports that came and could be used.
-- column reports_nil: Owed reports that say that nothing was done.
-- column values_missing: Values that a report names and does not give, for whatever reason.
-- column approximate_values: Values that are not exact.
WITH inexact AS (
    SELECT
        fact.period,
        fact.indicator,
        COUNT(*) AS approximate_values
    FROM meta.value_note AS note
    INNER JOIN core.indicator_value AS fact
        ON fact.report_id = note.report_id
        AND fact.sheet IS NOT DISTINCT FROM note.sheet
        AND fact.row_number = note.row_number
        AND LIST_HAS_ALL([fact.indicator, fact.municipality_code], note.axes)
    WHERE note.table_name = 'indicator_value'
        AND note.quality IS NOT NULL
        AND note.quality <> 'vague'
        AND fact.value IS NOT NULL
    GROUP BY fact.period, fact.indicator
),
given AS (
    SELECT
        fact.organisation_code,
        fact.period,
        fact.indicator,
        SUM(fact.value) AS total,
        COUNT(fact.value) AS given_values,
        SUM(CASE WHEN fact.value IS NULL THEN 1 ELSE 0 END) AS values_missing
    FROM core.indicator_value AS fact
    GROUP BY fact.organisation_code, fact.period, fact.indicator
),
paired AS (
    SELECT
        given.organisation_code,
        given.period,
        given.indicator,
        given.total,
        given.given_values,
        given.values_missing,
        earlier.total AS earlier_total,
        earlier.given_values AS earlier_values,
        CASE WHEN given.total IS NOT NULL AND earlier.total IS NOT NULL THEN 1 ELSE 0 END AS comparable
    FROM given
    LEFT JOIN given AS earlier
        ON earlier.organisation_code = given.organisation_code
        AND earlier.indicator = given.indicator
        AND earlier.period = CAST(given.period - INTERVAL 1 MONTH AS DATE)
),
summed AS (
    SELECT
        paired.period,
        paired.indicator,
        SUM(paired.total) AS total,
        SUM(paired.given_values) AS given_values,
        SUM(CASE WHEN paired.comparable = 1 THEN paired.total END) AS comparable_total,
        SUM(CASE WHEN paired.comparable = 1 THEN paired.given_values END) AS comparable_values,
        SUM(CASE WHEN paired.comparable = 1 THEN paired.earlier_total END) AS earlier_total,
        SUM(CASE WHEN paired.comparable = 1 THEN paired.earlier_values END) AS earlier_values,
        SUM(paired.comparable) AS reporters_comparable,
        SUM(CASE WHEN paired.total IS NOT NULL THEN 1 ELSE 0 END) AS reporters_with_value,
        SUM(paired.values_missing) AS values_missing
    FROM paired
    GROUP BY paired.period, paired.indicator
),
coverage AS (
    SELECT
        board.period,
        SUM(board.expected) AS reports_expected,
        SUM(board.expected * board.received) AS reports_received,
        SUM(CASE WHEN board.state = 'nil' THEN board.expected ELSE 0 END) AS reports_nil
    FROM mart.board AS board
    WHERE board.form = 'indicators'
    GROUP BY board.period
),
monthly AS (
    SELECT
        calendar.period,
        code.code AS indicator,
        code.position,
        code.time,
        CASE
            WHEN code.time = 'average'
                THEN CAST(summed.total / NULLIF(summed.given_values, 0) AS DECIMAL(18, 4))
            ELSE CAST(summed.total AS DECIMAL(18, 4))
        END AS value,
        CASE
            WHEN code.time = 'average'
                THEN CAST(summed.comparable_total / NULLIF(summed.comparable_values, 0) AS DECIMAL(18, 4))
            ELSE CAST(summed.comparable_total AS DECIMAL(18, 4))
        END AS comparable_value,
        CASE
            WHEN code.time = 'average'
                THEN CAST(summed.earlier_total / NULLIF(summed.earlier_values, 0) AS DECIMAL(18, 4))
            ELSE CAST(summed.earlier_total AS DECIMAL(18, 4))
        END AS comparable_previous,
        COALESCE(summed.reporters_comparable, 0) AS reporters_comparable,
        COALESCE(summed.reporters_with_value, 0) AS reporters_with_value,
        COALESCE(summed.values_missing, 0) AS values_missing,
        COALESCE(inexact.approximate_values, 0) AS approximate_values,
        COALESCE(coverage.reports_expected, 0) AS reports_expected,
        COALESCE(coverage.reports_received, 0) AS reports_received,
        COALESCE(coverage.reports_nil, 0) AS reports_nil
    FROM ref.calendar AS calendar
    INNER JOIN ref.code AS code
        ON code.list = 'indicator'
    LEFT JOIN summed
        ON summed.period = calendar.period
        AND summed.indicator = code.code
    LEFT JOIN inexact
        ON inexact.period = calendar.period
        AND inexact.indicator = code.code
    LEFT JOIN coverage
        ON coverage.period = calendar.period
    WHERE calendar.period <= (SELECT MAX(told.period) FROM mart.board AS told WHERE told.state <> 'missing')
)
SELECT
    monthly.period,
    monthly.indicator,
    monthly.time,
    monthly.value,
    LAG(monthly.value) OVER (PARTITION BY monthly.indicator ORDER BY monthly.period NULLS LAST) AS previous,
    monthly.comparable_value,
    monthly.comparable_previous,
    CAST(monthly.comparable_value - monthly.comparable_previous AS DECIMAL(18, 4)) AS like_for_like_change,
    CAST(
        CASE
            WHEN monthly.time = 'flow' THEN SUM(monthly.value) OVER (
                PARTITION BY monthly.indicator
                ORDER BY monthly.period NULLS LAST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            )
        END AS DECIMAL(18, 4)
    ) AS cumulative,
    CAST(monthly.reporters_comparable AS INTEGER) AS reporters_comparable,
    CAST(monthly.reporters_with_value AS INTEGER) AS reporters_with_value,
    CAST(monthly.reports_expected AS INTEGER) AS reports_expected,
    CAST(monthly.reports_received AS INTEGER) AS reports_received,
    CAST(monthly.reports_nil AS INTEGER) AS reports_nil,
    CAST(monthly.values_missing AS INTEGER) AS values_missing,
    CAST(monthly.approximate_values AS INTEGER) AS approximate_values
FROM monthly
ORDER BY monthly.period NULLS LAST, monthly.position NULLS LAST
