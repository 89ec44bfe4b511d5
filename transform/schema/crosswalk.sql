-- Municipalities on the boundaries of any year. Came with layout 2.

CREATE VIEW ref.municipality_crosswalk AS
WITH RECURSIVE boundary AS (
    SELECT DISTINCT municipality.year FROM ref.municipality AS municipality
),
known AS (
    SELECT DISTINCT municipality.municipality_code FROM ref.municipality AS municipality
),
step AS (
    SELECT
        boundary.year,
        known.municipality_code,
        known.municipality_code AS code_of_year,
        0 AS steps
    FROM boundary
    CROSS JOIN known
    UNION ALL
    SELECT
        step.year,
        step.municipality_code,
        merger.new_code AS code_of_year,
        step.steps + 1 AS steps
    FROM step
    INNER JOIN ref.municipality_merger AS merger
        ON merger.old_code = step.code_of_year
        AND merger.new_code <> merger.old_code
        AND EXTRACT(YEAR FROM merger.effective_on) <= step.year
    WHERE step.steps < 10
),
ranked AS (
    SELECT
        step.year,
        step.municipality_code,
        step.code_of_year,
        ROW_NUMBER() OVER (
            PARTITION BY step.year, step.municipality_code
            ORDER BY step.steps DESC NULLS LAST, step.code_of_year NULLS LAST
        ) AS place
    FROM step
)
SELECT
    ranked.year,
    ranked.municipality_code,
    ranked.code_of_year,
    municipality.municipality_code IS NOT NULL AS is_of_year
FROM ranked
LEFT JOIN ref.municipality AS municipality
    ON municipality.year = ranked.year
    AND municipality.municipality_code = ranked.code_of_year
WHERE ranked.place = 1;
COMMENT ON VIEW ref.municipality_crosswalk IS 'For the boundaries of each year what every municipality of any year belongs to: itself, or what it was merged into by then.';
COMMENT ON COLUMN ref.municipality_crosswalk.year IS 'Year of the boundaries.';
COMMENT ON COLUMN ref.municipality_crosswalk.municipality_code IS 'Municipality of any year.';
COMMENT ON COLUMN ref.municipality_crosswalk.code_of_year IS 'Municipality of that year that it is a part of.';
COMMENT ON COLUMN ref.municipality_crosswalk.is_of_year IS 'Whether that municipality existed in the year; one that came by a later merger cannot be divided and stays as it is.';

-- Activities by municipality on the boundaries of a year: one that took place in two since merged ones counts once.
CREATE MACRO core.activity_municipality_on(boundary_year) AS TABLE
SELECT DISTINCT
    link.activity_id,
    COALESCE(crosswalk.code_of_year, link.municipality_code) AS municipality_code
FROM core.activity_municipality AS link
LEFT JOIN ref.municipality_crosswalk AS crosswalk
    ON crosswalk.year = boundary_year
    AND crosswalk.municipality_code = link.municipality_code;

-- Indicators by municipality on the boundaries of a year: merged ones summed, averages as the mean of the values given.
CREATE MACRO core.indicator_value_on(boundary_year) AS TABLE
SELECT
    fact.period,
    fact.indicator,
    COALESCE(crosswalk.code_of_year, fact.municipality_code) AS municipality_code,
    CASE WHEN MAX(code.time) = 'average'
        THEN CAST(SUM(fact.value) / NULLIF(COUNT(fact.value), 0) AS DECIMAL(18, 4))
        ELSE CAST(SUM(fact.value) AS DECIMAL(18, 4))
    END AS value,
    COUNT(fact.value) AS values_given
FROM core.indicator_value AS fact
LEFT JOIN ref.code AS code
    ON code.list = 'indicator'
    AND code.code = fact.indicator
LEFT JOIN ref.municipality_crosswalk AS crosswalk
    ON crosswalk.year = boundary_year
    AND crosswalk.municipality_code = fact.municipality_code
GROUP BY
    fact.period,
    fact.indicator,
    COALESCE(crosswalk.code_of_year, fact.municipality_code);
