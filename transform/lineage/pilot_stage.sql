-- Facts behind a figure of mart.pilot_stage: the last row of the month about each pilot.
-- form: pilots
-- figure pilots: 1
-- sum pilots_entered: 1 where NOT EXISTS (SELECT 1 FROM earlier WHERE earlier.organisation_code = ranked.organisation_code AND earlier.pilot_name = ranked.pilot_name AND earlier.stage = ranked.stage)
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'form' AND part.form = 'pilots' AND part.period = CAST({period} AS DATE)], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'form' AND part.form = 'pilots' AND part.period = CAST({period} AS DATE)], 0)
WITH named AS (
    SELECT
        fact.period,
        fact.organisation_code,
        LOWER(TRIM(fact.pilot)) AS pilot_name,
        fact.report_id,
        fact.sheet,
        fact.row_number,
        fact.stage,
        ROW_NUMBER() OVER (
            PARTITION BY fact.period, fact.organisation_code, LOWER(TRIM(fact.pilot))
            ORDER BY fact.row_number DESC NULLS LAST, fact.sheet DESC NULLS LAST
        ) AS lateness
    FROM core.pilot AS fact
),
ranked AS (
    SELECT
        named.organisation_code,
        named.pilot_name,
        named.report_id,
        named.sheet,
        named.row_number,
        named.stage,
        named.lateness
    FROM named
    WHERE named.period = CAST({period} AS DATE)
),
earlier AS (
    SELECT
        named.organisation_code,
        named.pilot_name,
        named.stage
    FROM named
    WHERE named.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
        AND named.lateness = 1
)
SELECT
    'pilot' AS table_name,
    ranked.report_id,
    ranked.sheet,
    ranked.row_number,
    CAST([] AS VARCHAR[]) AS axes,
    {field} AS field,
    CAST({value} AS DECIMAL(18, 4)) AS value
FROM ranked
WHERE ranked.lateness = 1
    AND ranked.stage = {stage}
    AND {condition}
ORDER BY ranked.report_id NULLS LAST, ranked.sheet NULLS FIRST, ranked.row_number NULLS LAST
