-- Facts behind a figure of mart.activity_type_month.
-- form: activities
-- figure activities: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure sessions: fact.sessions where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_total: fact.participants_total where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
SELECT
    'activity' AS table_name,
    fact.report_id,
    fact.sheet,
    fact.row_number,
    CAST([] AS VARCHAR[]) AS axes,
    {field} AS field,
    CAST({value} AS DECIMAL(18, 4)) AS value
FROM core.activity AS fact
WHERE fact.period = CAST({period} AS DATE)
    AND fact.development_area IS NOT DISTINCT FROM {development_area}
    AND fact.activity_type IS NOT DISTINCT FROM {activity_type}
    AND {condition}
    AND {value} IS NOT NULL
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST
