-- table: Pilots per month and stage. A pilot is told by its organisation and name; it counts in the stage of the month's last row about it.
-- grain: period, stage
-- inputs: core.pilot, mart.board, ref.calendar, ref.code
-- depends: board
-- column period: First day of the month.
-- column stage: Stage.
-- column pilots: Pilots in this stage; NULL if nobody reported pilots.
-- column pilots_entered: Those of them that were in another stage, or not reported, the month before.
-- column reports_expected: Reports of pilots owed for the month.
-- column reports_received: Owed reports that came and could be used.
WITH ranked AS (
    SELECT
        fact.period,
        fact.organisation_code,
        LOWER(TRIM(fact.pilot)) AS pilot_name,
        fact.stage,
        ROW_NUMBER() OVER (
            PARTITION BY fact.period, fact.organisation_code, LOWER(TRIM(fact.pilot))
            ORDER BY fact.row_number DESC NULLS LAST, fact.sheet DESC NULLS LAST
        ) AS lateness
    FROM core.pilot AS fact
),
standing AS (
    SELECT
        ranked.period,
        ranked.organisation_code,
        ranked.pilot_name,
        ranked.stage
    FROM ranked
    WHERE ranked.lateness = 1
),
moved AS (
    SELECT
        standing.period,
        standing.stage,
        COUNT(*) AS pilots,
        SUM(CASE WHEN earlier.stage IS NULL OR earlier.stage <> standing.stage THEN 1 ELSE 0 END) AS pilots_entered
    FROM standing
    LEFT JOIN standing AS earlier
        ON earlier.organisation_code = standing.organisation_code
        AND earlier.pilot_name = standing.pilot_name
        AND earlier.period = CAST(standing.period - INTERVAL 1 MONTH AS DATE)
    GROUP BY standing.period, standing.stage
),
month_covered AS (
    SELECT
        calendar.period,
        SUM(COALESCE(board.expected, 0)) AS reports_expected,
        SUM(COALESCE(board.expected * board.received, 0)) AS reports_received,
        MAX(COALESCE(board.received, 0)) AS anything_received
    FROM ref.calendar AS calendar
    LEFT JOIN mart.board AS board
        ON board.period = calendar.period
        AND board.form = 'pilots'
    WHERE calendar.period <= (SELECT MAX(told.period) FROM mart.board AS told WHERE told.state <> 'missing')
    GROUP BY calendar.period
)
SELECT
    month_covered.period,
    code.code AS stage,
    CAST(CASE WHEN month_covered.anything_received = 1 THEN COALESCE(moved.pilots, 0) END AS INTEGER) AS pilots,
    CAST(CASE WHEN month_covered.anything_received = 1 THEN COALESCE(moved.pilots_entered, 0) END AS INTEGER)
        AS pilots_entered,
    CAST(month_covered.reports_expected AS INTEGER) AS reports_expected,
    CAST(month_covered.reports_received AS INTEGER) AS reports_received
FROM month_covered
INNER JOIN ref.code AS code
    ON code.list = 'pilot_stage'
LEFT JOIN moved
    ON moved.period = month_covered.period
    AND moved.stage = code.code
ORDER BY month_covered.period NULLS LAST, code.position NULLS LAST
