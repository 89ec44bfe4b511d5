-- Facts behind a figure of mart.funding.
-- form: costs
-- figure amount_eur: fact.amount_eur where fact.period = CAST({period} AS DATE)
-- figure amount_cumulative_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived grant_used_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived own_used_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived pace_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived forecast_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
SELECT
    'cost' AS table_name,
    fact.report_id,
    fact.sheet,
    fact.row_number,
    [fact.category] AS axes,
    {field} AS field,
    CAST({value} AS DECIMAL(18, 4)) AS value
FROM core.cost AS fact
WHERE {condition}
    AND {value} IS NOT NULL
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST, fact.category NULLS LAST
