-- Facts behind a figure of mart.indicator_month.
-- form: indicators
-- figure value: fact.value where fact.period = CAST({period} AS DATE)
-- figure cumulative: fact.value where fact.period <= CAST({period} AS DATE) AND EXISTS (SELECT 1 FROM ref.code AS code WHERE code.list = 'indicator' AND code.code = fact.indicator AND code.time = 'flow')
-- derived like_for_like_change: fact.value where fact.period = CAST({period} AS DATE)
-- sum previous: fact.value where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
-- sum comparable_value: fact.value where fact.period = CAST({period} AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- sum comparable_previous: fact.value where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- sum values_missing: 1 where fact.period = CAST({period} AS DATE) AND fact.value IS NULL
-- sum approximate_values: (SELECT COUNT(*) FROM meta.value_note AS note WHERE note.table_name = 'indicator_value' AND note.report_id = fact.report_id AND note.sheet IS NOT DISTINCT FROM fact.sheet AND note.row_number = fact.row_number AND LIST_HAS_ALL([fact.indicator, fact.municipality_code], note.axes) AND note.quality <> 'vague') where fact.period = CAST({period} AS DATE) AND fact.value IS NOT NULL AND EXISTS (SELECT 1 FROM meta.value_note AS note WHERE note.table_name = 'indicator_value' AND note.report_id = fact.report_id AND note.sheet IS NOT DISTINCT FROM fact.sheet AND note.row_number = fact.row_number AND LIST_HAS_ALL([fact.indicator, fact.municipality_code], note.axes) AND note.quality <> 'vague')
-- computed like_for_like_change: [comparable_value] - [comparable_previous]
-- computed reporters_with_value: COALESCE([board.received where part.form = 'indicators' AND part.period = CAST({period} AS DATE) AND part.organisation_code IN (SELECT fact.organisation_code FROM core.indicator_value AS fact WHERE fact.indicator = {indicator} AND fact.value IS NOT NULL AND fact.period = CAST({period} AS DATE))], 0)
-- computed reporters_comparable: COALESCE([board.received where part.form = 'indicators' AND part.period = CAST({period} AS DATE) AND part.organisation_code IN (SELECT fact.organisation_code FROM core.indicator_value AS fact WHERE fact.indicator = {indicator} AND fact.value IS NOT NULL AND fact.period = CAST({period} AS DATE)) AND part.organisation_code IN (SELECT fact.organisation_code FROM core.indicator_value AS fact WHERE fact.indicator = {indicator} AND fact.value IS NOT NULL AND fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE))], 0)
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'form' AND part.form = 'indicators' AND part.period = CAST({period} AS DATE)], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'form' AND part.form = 'indicators' AND part.period = CAST({period} AS DATE)], 0)
-- computed reports_nil: COALESCE([reporting_rate.nil_reports where part.level = 'form' AND part.form = 'indicators' AND part.period = CAST({period} AS DATE)], 0)
WITH given AS (
    SELECT
        fact.organisation_code,
        fact.period
    FROM core.indicator_value AS fact
    WHERE fact.indicator = {indicator}
        AND fact.value IS NOT NULL
        AND fact.period IN (CAST({period} AS DATE), CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE))
    GROUP BY fact.organisation_code, fact.period
),
comparable AS (
    SELECT
        given.organisation_code
    FROM given
    GROUP BY given.organisation_code
    HAVING COUNT(*) = 2
)
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
