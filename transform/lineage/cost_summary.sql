-- Facts behind a figure of mart.cost_summary.
-- form: costs
-- figure amount_eur: fact.amount_eur where fact.period = CAST({period} AS DATE)
-- figure grant_eur: fact.grant_eur where fact.period = CAST({period} AS DATE)
-- figure fte_months: fact.fte_months where fact.period = CAST({period} AS DATE)
-- figure amount_cumulative_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- figure grant_cumulative_eur: fact.grant_eur where fact.period <= CAST({period} AS DATE)
-- figure fte_months_cumulative: fact.fte_months where fact.period <= CAST({period} AS DATE)
-- derived grant_calculated_eur: fact.amount_eur where fact.period = CAST({period} AS DATE)
-- derived own_eur: fact.amount_eur where fact.period = CAST({period} AS DATE)
-- derived grant_calculated_cumulative_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived own_cumulative_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
SELECT
    'cost' AS table_name,
    fact.report_id,
    fact.sheet,
    fact.row_number,
    [fact.category] AS axes,
    {field} AS field,
    CAST({value} AS DECIMAL(18, 4)) AS value
FROM core.cost AS fact
WHERE fact.category IS NOT DISTINCT FROM {category}
    AND {condition}
    AND {value} IS NOT NULL
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST, fact.category NULLS LAST
