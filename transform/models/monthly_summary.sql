-- table: What was done, per month and development area. Planned and cancelled activities are not counted as done; they stand beside. An activity linked to several municipalities counts once.
-- grain: region_code, period, development_area
-- inputs: core.activity, mart.board, meta.value_note, ref.calendar, ref.code, ref.region
-- depends: board
-- column region_code: Region.
-- column period: First day of the month.
-- column development_area: Development area.
-- column activities: Activities done or going on; 0 if those who reported did nothing, NULL if nobody reported.
-- column activities_planned: Activities said to be planned.
-- column activities_cancelled: Activities said to be cancelled.
-- column sessions: Times they were held, as far as given.
-- column participants_total: Participants, as far as given; one person may count at several activities.
-- column participants_children: Children and young people among them.
-- column participants_parents: Parents among them.
-- column participants_professionals: Professionals among them.
-- column participants_other: Others among them.
-- column hours: Hours, as far as given.
-- column activities_with_participants: Activities whose number of participants is given.
-- column activities_with_sessions: Activities whose number of times is given.
-- column approximate_values: Counts behind these figures that are not exact.
-- column reports_expected: Reports of activities owed for the month.
-- column reports_received: Owed reports that came and could be used.
-- column reports_nil: Owed reports that say that nothing was done.
WITH month_covered AS (
    SELECT
        calendar.period,
        SUM(COALESCE(board.expected, 0)) AS reports_expected,
        SUM(COALESCE(board.expected * board.received, 0)) AS reports_received,
        SUM(CASE WHEN board.state = 'nil' THEN board.expected ELSE 0 END) AS reports_nil,
        MAX(COALESCE(board.received, 0)) AS anything_received
    FROM ref.calendar AS calendar
    LEFT JOIN mart.board AS board
        ON board.period = calendar.period
        AND board.form = 'activities'
    WHERE calendar.period <= (SELECT MAX(told.period) FROM mart.board AS told WHERE told.state <> 'missing')
    GROUP BY calendar.period
),
inexact AS (
    SELECT
        fact.period,
        fact.development_area,
        COUNT(*) AS approximate_values
    FROM meta.value_note AS note
    INNER JOIN core.activity AS fact
        ON fact.report_id = note.report_id
        AND fact.sheet IS NOT DISTINCT FROM note.sheet
        AND fact.row_number = note.row_number
    WHERE note.table_name = 'activity'
        AND note.quality IS NOT NULL
        AND note.quality <> 'vague'
        AND COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
    GROUP BY fact.period, fact.development_area
),
by_status AS (
    SELECT
        fact.period,
        fact.development_area,
        fact.status,
        COUNT(*) AS activities,
        SUM(fact.sessions) AS sessions,
        SUM(fact.participants_total) AS participants_total,
        SUM(fact.participants_children) AS participants_children,
        SUM(fact.participants_parents) AS participants_parents,
        SUM(fact.participants_professionals) AS participants_professionals,
        SUM(fact.participants_other) AS participants_other,
        SUM(fact.hours) AS hours,
        COUNT(fact.participants_total) AS activities_with_participants,
        COUNT(fact.sessions) AS activities_with_sessions
    FROM core.activity AS fact
    GROUP BY fact.period, fact.development_area, fact.status
),
done AS (
    SELECT
        by_status.period,
        by_status.development_area,
        SUM(by_status.activities) AS activities,
        SUM(by_status.sessions) AS sessions,
        SUM(by_status.participants_total) AS participants_total,
        SUM(by_status.participants_children) AS participants_children,
        SUM(by_status.participants_parents) AS participants_parents,
        SUM(by_status.participants_professionals) AS participants_professionals,
        SUM(by_status.participants_other) AS participants_other,
        SUM(by_status.hours) AS hours,
        SUM(by_status.activities_with_participants) AS activities_with_participants,
        SUM(by_status.activities_with_sessions) AS activities_with_sessions
    FROM by_status
    WHERE COALESCE(by_status.status, 'done') NOT IN ('planned', 'cancelled')
    GROUP BY by_status.period, by_status.development_area
),
not_done AS (
    SELECT
        by_status.period,
        by_status.development_area,
        SUM(CASE WHEN by_status.status = 'planned' THEN by_status.activities ELSE 0 END) AS activities_planned,
        SUM(CASE WHEN by_status.status = 'cancelled' THEN by_status.activities ELSE 0 END) AS activities_cancelled
    FROM by_status
    GROUP BY by_status.period, by_status.development_area
)
SELECT
    region.region_code,
    month_covered.period,
    area.code AS development_area,
    CAST(CASE WHEN month_covered.anything_received = 1 THEN COALESCE(done.activities, 0) END AS INTEGER) AS activities,
    CAST(CASE WHEN month_covered.anything_received = 1 THEN COALESCE(not_done.activities_planned, 0) END AS INTEGER)
        AS activities_planned,
    CAST(CASE WHEN month_covered.anything_received = 1 THEN COALESCE(not_done.activities_cancelled, 0) END AS INTEGER)
        AS activities_cancelled,
    CAST(CASE WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0 ELSE done.sessions END AS BIGINT)
        AS sessions,
    CAST(
        CASE
            WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0
            ELSE done.participants_total
        END AS BIGINT
    ) AS participants_total,
    CAST(
        CASE
            WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0
            ELSE done.participants_children
        END AS BIGINT
    ) AS participants_children,
    CAST(
        CASE
            WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0
            ELSE done.participants_parents
        END AS BIGINT
    ) AS participants_parents,
    CAST(
        CASE
            WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0
            ELSE done.participants_professionals
        END AS BIGINT
    ) AS participants_professionals,
    CAST(
        CASE
            WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0
            ELSE done.participants_other
        END AS BIGINT
    ) AS participants_other,
    CAST(CASE WHEN month_covered.anything_received = 1 AND done.activities IS NULL THEN 0 ELSE done.hours END AS DECIMAL(18, 2))
        AS hours,
    CAST(COALESCE(done.activities_with_participants, 0) AS INTEGER) AS activities_with_participants,
    CAST(COALESCE(done.activities_with_sessions, 0) AS INTEGER) AS activities_with_sessions,
    CAST(COALESCE(inexact.approximate_values, 0) AS INTEGER) AS approximate_values,
    CAST(month_covered.reports_expected AS INTEGER) AS reports_expected,
    CAST(month_covered.reports_received AS INTEGER) AS reports_received,
    CAST(month_covered.reports_nil AS INTEGER) AS reports_nil
FROM month_covered
CROSS JOIN ref.region AS region
INNER JOIN ref.code AS area
    ON area.list = 'development_area'
LEFT JOIN done
    ON done.period = month_covered.period
    AND done.development_area = area.code
LEFT JOIN inexact
    ON inexact.period = month_covered.period
    AND inexact.development_area = area.code
LEFT JOIN not_done
    ON not_done.period = month_covered.period
    AND not_done.development_area = area.code
ORDER BY month_covered.period NULLS LAST, area.position NULLS LAST
