-- Facts behind a figure of mart.municipality_summary.
-- form: activities
-- figure activities: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure activities_shared: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled') AND LENGTH(fact.municipality_codes) > 1
-- figure sessions: fact.sessions where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure participants_total: fact.participants_total where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- figure hours: fact.hours where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- derived activities_per_1000_children: 1 where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
-- computed activities_per_1000_children: 1000.0 * [activities] / NULLIF([children], 0)
-- sum approximate_values: (SELECT COUNT(*) FROM meta.value_note AS note WHERE note.table_name = 'activity' AND note.report_id = fact.report_id AND note.sheet IS NOT DISTINCT FROM fact.sheet AND note.row_number = fact.row_number AND note.quality <> 'vague') where COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled') AND EXISTS (SELECT 1 FROM meta.value_note AS note WHERE note.table_name = 'activity' AND note.report_id = fact.report_id AND note.sheet IS NOT DISTINCT FROM fact.sheet AND note.row_number = fact.row_number AND note.quality <> 'vague')
-- computed in_region: (SELECT CAST(COUNT(*) > 0 AS INTEGER) FROM ref.organisation AS organisation WHERE organisation.kind = 'municipality' AND organisation.municipality_code = {municipality_code})
-- computed children: (SELECT population.children FROM ref.population AS population WHERE population.municipality_code = {municipality_code} AND population.children IS NOT NULL ORDER BY ABS(population.year - EXTRACT(YEAR FROM CAST({period} AS DATE))) NULLS LAST, population.year NULLS LAST LIMIT 1)
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'report' AND part.form = 'activities' AND part.period = CAST({period} AS DATE) AND part.organisation_code IN (SELECT organisation.organisation_code FROM ref.organisation AS organisation WHERE organisation.kind = 'municipality' AND organisation.municipality_code = {municipality_code})], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'report' AND part.form = 'activities' AND part.period = CAST({period} AS DATE) AND part.organisation_code IN (SELECT organisation.organisation_code FROM ref.organisation AS organisation WHERE organisation.kind = 'municipality' AND organisation.municipality_code = {municipality_code})], 0)
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
