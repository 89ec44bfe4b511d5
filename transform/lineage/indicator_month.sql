-- Facts behind a figure of mart.indicator_month.
-- form: indicators
-- figure value: fact.value where fact.period = CAST({period} AS DATE)
-- figure cumulative: fact.value where fact.period <= CAST({period} AS DATE) AND EXISTS (SELECT 1 FROM ref.code AS code WHERE code.list = 'indicator' AND code.code = fact.indicator AND code.time = 'flow')
-- derived previous: fact.value where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
-- derived comparable_value: fact.value where fact.period = CAST({period} AS DATE)
-- derived like_for_like_change: fact.value where fact.period = CAST({period} AS DATE)
SELECT
    'indicator_value' AS table_name,
    fact.report_id,
    fact.sheet,
    fact.row_number,
    [fact.indicator, fact.municipality_code] AS axes,
    {field} AS field,
    CAST({value} AS DECIMAL(18, 4)) AS value
FROM core.indicator_value AS fact
WHERE fact.indicator = {indicator}
    AND {condition}
    AND {value} IS NOT NULL
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST, fact.municipality_code NULLS LAST
