-- table: What was done in each municipality, per month. An activity of several municipalities counts in each of them, so the rows do not add up to the region.
-- grain: period, municipality_code
-- inputs: core.activity, mart.board, meta.value_note, ref.calendar, ref.organisation, ref.population
-- depends: board
-- column period: First day of the month.
-- column municipality_code: Municipality of the region, or one outside it where something was done.
-- column in_region: 1 if an organisation of the region stands for the municipality, else 0.
-- column activities: Activities done or going on there; NULL if nobody who stands for the municipality reported and nobody else did anything there.
-- column activities_shared: Those of them that also took place in other municipalities; NULL where activities is.
-- column sessions: Times they were held, as far as given.
-- column participants_total: Participants, as far as given; for a shared activity all of them.
-- column hours: Hours, as far as given.
-- column children: Inhabitants under 18 at the end of the year, or of the nearest year known.
-- column activities_per_1000_children: Activities per 1 000 of them; NULL where the number is not known.
-- column reports_expected: Reports of activities owed by organisations that stand for the municipality.
-- column reports_received: Those that came and could be used.
-- column approximate_values: Counts behind these figures that are not exact.
WITH municipality AS (
    SELECT
        organisation.municipality_code
    FROM ref.organisation AS organisation
    WHERE organisation.kind = 'municipality'
        AND organisation.municipality_code IS NOT NULL
    GROUP BY organisation.municipality_code
),
month_told AS (
    SELECT
        calendar.period,
        calendar.year
    FROM ref.calendar AS calendar
    WHERE calendar.period <= (SELECT MAX(told.period) FROM mart.board AS told WHERE told.state <> 'missing')
),
spread AS (
    SELECT
        fact.period,
        fact.sessions,
        fact.participants_total,
        fact.hours,
        CASE WHEN LENGTH(fact.municipality_codes) > 1 THEN 1 ELSE 0 END AS shared,
        UNNEST(fact.municipality_codes) AS municipality_code
    FROM core.activity AS fact
    WHERE COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
),
done AS (
    SELECT
        spread.period,
        spread.municipality_code,
        COUNT(*) AS activities,
        SUM(spread.shared) AS activities_shared,
        SUM(spread.sessions) AS sessions,
        SUM(spread.participants_total) AS participants_total,
        SUM(spread.hours) AS hours
    FROM spread
    GROUP BY spread.period, spread.municipality_code
),
inexact AS (
    SELECT
        noted.period,
        noted.municipality_code,
        COUNT(*) AS approximate_values
    FROM (
        SELECT
            fact.period,
            UNNEST(fact.municipality_codes) AS municipality_code
        FROM meta.value_note AS note
        INNER JOIN core.activity AS fact
            ON fact.report_id = note.report_id
            AND fact.sheet IS NOT DISTINCT FROM note.sheet
            AND fact.row_number = note.row_number
        WHERE note.table_name = 'activity'
            AND note.quality IS NOT NULL
            AND note.quality <> 'vague'
            AND COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
    ) AS noted
    GROUP BY noted.period, noted.municipality_code
),
coverage AS (
    SELECT
        board.period,
        organisation.municipality_code,
        SUM(board.expected) AS reports_expected,
        SUM(board.expected * board.received) AS reports_received,
        MAX(board.received) AS anything_received
    FROM mart.board AS board
    INNER JOIN ref.organisation AS organisation
        ON organisation.organisation_code = board.organisation_code
        AND organisation.kind = 'municipality'
    WHERE board.form = 'activities'
    GROUP BY board.period, organisation.municipality_code
),
owed AS (
    SELECT
        month_told.period,
        municipality.municipality_code
    FROM month_told
    CROSS JOIN municipality
),
-- Municipalities outside the region stand only where something was done.
cell AS (
    SELECT
        COALESCE(owed.period, done.period) AS period,
        COALESCE(owed.municipality_code, done.municipality_code) AS municipality_code,
        CASE WHEN owed.municipality_code IS NULL THEN 0 ELSE 1 END AS in_region,
        done.activities,
        done.activities_shared,
        done.sessions,
        done.participants_total,
        done.hours
    FROM owed
    FULL JOIN done
        ON done.period = owed.period
        AND done.municipality_code = owed.municipality_code
),
population_ranked AS (
    SELECT
        asked.year AS year_asked,
        population.municipality_code,
        population.children,
        ROW_NUMBER() OVER (
            PARTITION BY asked.year, population.municipality_code
            ORDER BY ABS(population.year - asked.year) NULLS LAST, population.year NULLS LAST
        ) AS nearness
    FROM ref.population AS population
    CROSS JOIN (SELECT DISTINCT month_told.year FROM month_told) AS asked
    WHERE population.children IS NOT NULL
)
SELECT
    cell.period,
    cell.municipality_code,
    cell.in_region,
    CAST(CASE WHEN coverage.anything_received = 1 THEN COALESCE(cell.activities, 0) ELSE cell.activities END AS INTEGER)
        AS activities,
    CAST(
        CASE WHEN coverage.anything_received = 1 THEN COALESCE(cell.activities_shared, 0) ELSE cell.activities_shared END
        AS INTEGER
    ) AS activities_shared,
    CAST(CASE WHEN coverage.anything_received = 1 AND cell.activities IS NULL THEN 0 ELSE cell.sessions END AS BIGINT)
        AS sessions,
    CAST(
        CASE WHEN coverage.anything_received = 1 AND cell.activities IS NULL THEN 0 ELSE cell.participants_total END
        AS BIGINT
    ) AS participants_total,
    CAST(CASE WHEN coverage.anything_received = 1 AND cell.activities IS NULL THEN 0 ELSE cell.hours END AS DECIMAL(18, 2))
        AS hours,
    population_ranked.children,
    CAST(
        1000.0
        * CASE WHEN coverage.anything_received = 1 THEN COALESCE(cell.activities, 0) ELSE cell.activities END
        / NULLIF(population_ranked.children, 0) AS DECIMAL(12, 2)
    ) AS activities_per_1000_children,
    CAST(COALESCE(coverage.reports_expected, 0) AS INTEGER) AS reports_expected,
    CAST(COALESCE(coverage.reports_received, 0) AS INTEGER) AS reports_received,
    CAST(COALESCE(inexact.approximate_values, 0) AS INTEGER) AS approximate_values
FROM cell
INNER JOIN month_told
    ON month_told.period = cell.period
LEFT JOIN inexact
    ON inexact.period = cell.period
    AND inexact.municipality_code = cell.municipality_code
LEFT JOIN coverage
    ON coverage.period = cell.period
    AND coverage.municipality_code = cell.municipality_code
LEFT JOIN population_ranked
    ON population_ranked.year_asked = month_told.year
    AND population_ranked.municipality_code = cell.municipality_code
    AND population_ranked.nearness = 1
ORDER BY cell.period NULLS LAST, cell.in_region DESC NULLS LAST, cell.municipality_code NULLS LAST
