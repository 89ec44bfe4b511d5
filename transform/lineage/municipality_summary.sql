-- Facts behind a figure of mart.municipality_summary.
-- form: activities
-- figure activities: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure activities_shared: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled') AND LENGTH(fact.municipality_codes) > 1
-- figure sessions: fact.sessions where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_total: fact.participants_total where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure hours: fact.hours where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- derived activities_per_1000_children: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
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
    AND LIST_CONTAINS(fact.municipality_codes, {municipality_code})
    AND {condition}
    AND {value} IS NOT NULL
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST
