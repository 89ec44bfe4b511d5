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
-- sum rows_with_amount: 1 where fact.period = CAST({period} AS DATE) AND fact.amount_eur IS NOT NULL
-- sum rows_without_amount: 1 where fact.period = CAST({period} AS DATE) AND fact.amount_eur IS NULL
-- sum rows_with_grant: 1 where fact.period = CAST({period} AS DATE) AND fact.grant_eur IS NOT NULL
-- computed grant_calculated_eur: [amount_eur] * (SELECT region.grant_share FROM ref.region AS region)
-- computed own_eur: [amount_eur] - [grant_calculated_eur]
-- computed grant_calculated_cumulative_eur: [cost_summary.grant_calculated_eur where part.category = {category} AND part.period <= CAST({period} AS DATE)]
-- computed own_cumulative_eur: [amount_cumulative_eur] - [grant_calculated_cumulative_eur]
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'form' AND part.form = 'costs' AND part.period = CAST({period} AS DATE)], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'form' AND part.form = 'costs' AND part.period = CAST({period} AS DATE)], 0)
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
