-- Facts behind a figure of mart.pilot_stage: the last row of the month about each pilot.
-- form: pilots
-- figure pilots: 1
-- derived pilots_entered: 1
WITH ranked AS (
    SELECT
        fact.report_id,
        fact.sheet,
        fact.row_number,
        fact.stage,
        ROW_NUMBER() OVER (
            PARTITION BY fact.organisation_code, LOWER(TRIM(fact.pilot))
            ORDER BY fact.row_number DESC NULLS LAST, fact.sheet DESC NULLS LAST
        ) AS lateness
    FROM core.pilot AS fact
    WHERE fact.period = CAST({period} AS DATE)
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
