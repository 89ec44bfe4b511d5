-- Facts behind a figure of mart.funding.
-- form: costs
-- figure amount_eur: fact.amount_eur where fact.period = CAST({period} AS DATE)
-- figure amount_cumulative_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived grant_used_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived own_used_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived pace_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- derived forecast_eur: fact.amount_eur where fact.period <= CAST({period} AS DATE)
-- computed state_grant_eur: (SELECT region.state_grant_eur FROM ref.region AS region)
-- computed months_left: (SELECT COUNT(*) FROM ref.calendar AS calendar WHERE calendar.period > CAST({period} AS DATE))
-- computed budget_eur: [state_grant_eur] / (SELECT NULLIF(region.grant_share, 0) FROM ref.region AS region)
-- computed grant_used_eur: [cost_summary.grant_calculated_cumulative_eur where part.period = CAST({period} AS DATE)]
-- computed own_used_eur: [cost_summary.own_cumulative_eur where part.period = CAST({period} AS DATE)]
-- computed pace_eur: [funding.amount_eur where part.period IN (SELECT spent.period FROM mart.funding AS spent WHERE spent.amount_eur IS NOT NULL AND spent.period <= CAST({period} AS DATE) ORDER BY spent.period DESC NULLS LAST LIMIT 3)] / LEAST(3, (SELECT NULLIF(COUNT(*), 0) FROM mart.funding AS spent WHERE spent.amount_eur IS NOT NULL AND spent.period <= CAST({period} AS DATE)))
-- computed forecast_eur: [amount_cumulative_eur] + [pace_eur] * [months_left]
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
