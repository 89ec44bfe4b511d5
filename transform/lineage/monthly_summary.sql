-- Facts behind a figure of mart.monthly_summary.
-- form: activities
-- figure activities: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure activities_planned: 1 where fact.status = 'planned'
-- figure activities_cancelled: 1 where fact.status = 'cancelled'
-- figure sessions: fact.sessions where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_total: fact.participants_total where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_children: fact.participants_children where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_parents: fact.participants_parents where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_professionals: fact.participants_professionals where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_other: fact.participants_other where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure hours: fact.hours where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- sum activities_with_participants: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled') AND fact.participants_total IS NOT NULL
-- sum activities_with_sessions: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled') AND fact.sessions IS NOT NULL
-- sum approximate_values: (SELECT COUNT(*) FROM meta.value_note AS note WHERE note.table_name = 'activity' AND note.report_id = fact.report_id AND note.sheet IS NOT DISTINCT FROM fact.sheet AND note.row_number = fact.row_number AND note.quality <> 'vague') where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled') AND EXISTS (SELECT 1 FROM meta.value_note AS note WHERE note.table_name = 'activity' AND note.report_id = fact.report_id AND note.sheet IS NOT DISTINCT FROM fact.sheet AND note.row_number = fact.row_number AND note.quality <> 'vague')
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'form' AND part.form = 'activities' AND part.period = CAST({period} AS DATE)], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'form' AND part.form = 'activities' AND part.period = CAST({period} AS DATE)], 0)
-- computed reports_nil: COALESCE([reporting_rate.nil_reports where part.level = 'form' AND part.form = 'activities' AND part.period = CAST({period} AS DATE)], 0)
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
    AND {condition}
    AND {value} IS NOT NULL
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST
