-- table: The region's main figures per month with their change, raw and like for like: over the organisations that gave the figure in both months.
-- grain: period, figure
-- inputs: core.activity, core.cost, mart.board, meta.value_note, ref.calendar
-- depends: board
-- column period: First day of the month.
-- column figure: activities, sessions, participants, hours, costs_eur or fte_months.
-- column form: Form it comes from.
-- column value: Value; 0 if those who reported did nothing, NULL if nobody who did something gave it.
-- column previous: Value of the month before.
-- column comparable_value: Value over the organisations that gave it in both months.
-- column comparable_previous: Their value of the month before.
-- column reporters_comparable: How many organisations that is.
-- column reports_expected: Reports of the form owed for the month.
-- column reports_received: Owed reports that came and could be used.
-- column reports_with_value: Owed reports whose value is in the figure; those of who did nothing are.
-- column reports_nil: Owed reports that say that nothing was done.
-- column approximate_values: Values behind the figure that are not exact.
WITH figure AS (
    SELECT 'activities' AS figure, 'activities' AS form
    UNION ALL SELECT 'sessions', 'activities'
    UNION ALL SELECT 'participants', 'activities'
    UNION ALL SELECT 'hours', 'activities'
    UNION ALL SELECT 'costs_eur', 'costs'
    UNION ALL SELECT 'fte_months', 'costs'
),
activity AS (
    SELECT
        fact.organisation_code,
        fact.period,
        CAST(COUNT(*) AS DECIMAL(18, 4)) AS activities,
        CAST(SUM(fact.sessions) AS DECIMAL(18, 4)) AS sessions,
        CAST(SUM(fact.participants_total) AS DECIMAL(18, 4)) AS participants,
        CAST(SUM(fact.hours) AS DECIMAL(18, 4)) AS hours
    FROM core.activity AS fact
    WHERE COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
    GROUP BY fact.organisation_code, fact.period
),
cost AS (
    SELECT
        fact.organisation_code,
        fact.period,
        CAST(SUM(fact.amount_eur) AS DECIMAL(18, 4)) AS costs_eur,
        CAST(SUM(fact.fte_months) AS DECIMAL(18, 4)) AS fte_months
    FROM core.cost AS fact
    GROUP BY fact.organisation_code, fact.period
),
reported AS (
    SELECT
        board.organisation_code,
        board.period,
        figure.figure,
        figure.form,
        board.expected,
        CASE
            WHEN figure.form = 'activities' AND activity.activities IS NULL THEN 0
            WHEN figure.form = 'costs' AND cost.organisation_code IS NULL THEN 0
            ELSE 1
        END AS did_something,
        CASE
            WHEN figure.form = 'activities' AND activity.activities IS NULL THEN CAST(0 AS DECIMAL(18, 4))
            WHEN figure.figure = 'activities' THEN activity.activities
            WHEN figure.figure = 'sessions' THEN activity.sessions
            WHEN figure.figure = 'participants' THEN activity.participants
            WHEN figure.figure = 'hours' THEN activity.hours
            WHEN cost.organisation_code IS NULL THEN CAST(0 AS DECIMAL(18, 4))
            WHEN figure.figure = 'costs_eur' THEN cost.costs_eur
            ELSE cost.fte_months
        END AS value
    FROM mart.board AS board
    INNER JOIN figure
        ON figure.form = board.form
    LEFT JOIN activity
        ON activity.organisation_code = board.organisation_code
        AND activity.period = board.period
    LEFT JOIN cost
        ON cost.organisation_code = board.organisation_code
        AND cost.period = board.period
    WHERE board.received = 1
),
paired AS (
    SELECT
        reported.organisation_code,
        reported.period,
        reported.figure,
        reported.expected,
        reported.did_something,
        reported.value,
        earlier.value AS previous
    FROM reported
    LEFT JOIN reported AS earlier
        ON earlier.organisation_code = reported.organisation_code
        AND earlier.figure = reported.figure
        AND earlier.period = CAST(reported.period - INTERVAL 1 MONTH AS DATE)
),
summed AS (
    SELECT
        paired.period,
        paired.figure,
        -- The zeros of those who did nothing are no number of those who did something and gave none.
        CASE
            WHEN SUM(paired.did_something) = 0
                OR SUM(CASE WHEN paired.value IS NOT NULL THEN paired.did_something ELSE 0 END) > 0
                THEN SUM(paired.value)
        END AS value,
        SUM(CASE WHEN paired.value IS NOT NULL THEN paired.expected ELSE 0 END) AS reports_with_value,
        SUM(CASE WHEN paired.previous IS NOT NULL THEN paired.value END) AS comparable_value,
        SUM(CASE WHEN paired.value IS NOT NULL THEN paired.previous END) AS comparable_previous,
        SUM(CASE WHEN paired.value IS NOT NULL AND paired.previous IS NOT NULL THEN 1 ELSE 0 END)
            AS reporters_comparable
    FROM paired
    GROUP BY paired.period, paired.figure
),
coverage AS (
    SELECT
        board.period,
        board.form,
        SUM(board.expected) AS reports_expected,
        SUM(board.expected * board.received) AS reports_received,
        SUM(CASE WHEN board.state = 'nil' THEN board.expected ELSE 0 END) AS reports_nil
    FROM mart.board AS board
    GROUP BY board.period, board.form
),
inexact AS (
    SELECT
        fact.period,
        CASE note.field WHEN 'participants_total' THEN 'participants' ELSE note.field END AS figure,
        COUNT(*) AS approximate_values
    FROM meta.value_note AS note
    INNER JOIN core.activity AS fact
        ON fact.report_id = note.report_id
        AND fact.sheet IS NOT DISTINCT FROM note.sheet
        AND fact.row_number = note.row_number
    WHERE note.table_name = 'activity'
        AND note.field IN ('sessions', 'participants_total', 'hours')
        AND note.quality IS NOT NULL
        AND note.quality <> 'vague'
        AND COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
    GROUP BY 1, 2
    UNION ALL
    -- A row of several categories has several facts and each of its notes once.
    SELECT
        report.period,
        CASE note.field WHEN 'amount_eur' THEN 'costs_eur' ELSE note.field END,
        COUNT(*)
    FROM meta.value_note AS note
    INNER JOIN meta.report AS report
        ON report.report_id = note.report_id
        AND report.valid_to_run IS NULL
        AND report.stored_under IS NULL
    WHERE note.table_name = 'cost'
        AND note.field IN ('amount_eur', 'fte_months')
        AND note.quality IS NOT NULL
        AND note.quality <> 'vague'
    GROUP BY 1, 2
)
SELECT
    calendar.period,
    figure.figure,
    figure.form,
    CAST(summed.value AS DECIMAL(18, 2)) AS value,
    CAST(earlier.value AS DECIMAL(18, 2)) AS previous,
    CAST(summed.comparable_value AS DECIMAL(18, 2)) AS comparable_value,
    CAST(summed.comparable_previous AS DECIMAL(18, 2)) AS comparable_previous,
    CAST(COALESCE(summed.reporters_comparable, 0) AS INTEGER) AS reporters_comparable,
    CAST(COALESCE(coverage.reports_expected, 0) AS INTEGER) AS reports_expected,
    CAST(COALESCE(coverage.reports_received, 0) AS INTEGER) AS reports_received,
    CAST(COALESCE(summed.reports_with_value, 0) AS INTEGER) AS reports_with_value,
    CAST(COALESCE(coverage.reports_nil, 0) AS INTEGER) AS reports_nil,
    CAST(COALESCE(inexact.approximate_values, 0) AS INTEGER) AS approximate_values
FROM ref.calendar AS calendar
CROSS JOIN figure
LEFT JOIN summed
    ON summed.period = calendar.period
    AND summed.figure = figure.figure
LEFT JOIN summed AS earlier
    ON earlier.period = CAST(calendar.period - INTERVAL 1 MONTH AS DATE)
    AND earlier.figure = figure.figure
LEFT JOIN coverage
    ON coverage.period = calendar.period
    AND coverage.form = figure.form
LEFT JOIN inexact
    ON inexact.period = calendar.period
    AND inexact.figure = figure.figure
WHERE calendar.period <= (SELECT MAX(told.period) FROM mart.board AS told WHERE told.state <> 'missing')
ORDER BY calendar.period NULLS LAST, figure.figure NULLS LAST
