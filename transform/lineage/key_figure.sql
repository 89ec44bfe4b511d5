-- Facts behind a figure of mart.key_figure.
-- figure value: 1 where fact.period = CAST({period} AS DATE)
-- sum previous: 1 where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
-- sum comparable_value: 1 where fact.period = CAST({period} AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- sum comparable_previous: 1 where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'form' AND part.period = CAST({period} AS DATE) AND part.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'form' AND part.period = CAST({period} AS DATE) AND part.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END], 0)
-- computed reports_nil: COALESCE([reporting_rate.nil_reports where part.level = 'form' AND part.period = CAST({period} AS DATE) AND part.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END], 0)
WITH measured AS (
    SELECT
        fact.organisation_code,
        fact.period,
        'activities' AS form,
        CASE {figure}
            WHEN 'activities' THEN CAST(1 AS DECIMAL(18, 4))
            WHEN 'sessions' THEN CAST(fact.sessions AS DECIMAL(18, 4))
            WHEN 'participants' THEN CAST(fact.participants_total AS DECIMAL(18, 4))
            WHEN 'hours' THEN CAST(fact.hours AS DECIMAL(18, 4))
        END AS value
    FROM core.activity AS fact
    WHERE COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
    UNION ALL
    SELECT
        fact.organisation_code,
        fact.period,
        'costs' AS form,
        CASE {figure}
            WHEN 'costs_eur' THEN CAST(fact.amount_eur AS DECIMAL(18, 4))
            WHEN 'fte_months' THEN CAST(fact.fte_months AS DECIMAL(18, 4))
        END AS value
    FROM core.cost AS fact
),
-- Who reported and did nothing gave a zero; whose rows tell no value gave none.
given AS (
    SELECT
        board.organisation_code,
        board.period
    FROM mart.board AS board
    LEFT JOIN measured
        ON measured.organisation_code = board.organisation_code
        AND measured.period = board.period
        AND measured.form = board.form
    WHERE board.received = 1
        AND board.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END
        AND board.period IN (CAST({period} AS DATE), CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE))
    GROUP BY board.organisation_code, board.period
    HAVING COUNT(measured.form) = 0 OR COUNT(measured.value) > 0
),
comparable AS (
    SELECT
        given.organisation_code
    FROM given
    GROUP BY given.organisation_code
    HAVING COUNT(*) = 2
),
counted AS (
    SELECT
        'activity' AS table_name,
        fact.report_id,
        fact.sheet,
        fact.row_number,
        CAST([] AS VARCHAR[]) AS axes,
        CASE {figure}
            WHEN 'sessions' THEN 'sessions'
            WHEN 'participants' THEN 'participants_total'
            WHEN 'hours' THEN 'hours'
        END AS field,
        CASE {figure}
            WHEN 'activities' THEN CAST(1 AS DECIMAL(18, 4))
            WHEN 'sessions' THEN CAST(fact.sessions AS DECIMAL(18, 4))
            WHEN 'participants' THEN CAST(fact.participants_total AS DECIMAL(18, 4))
            WHEN 'hours' THEN CAST(fact.hours AS DECIMAL(18, 4))
        END AS value
    FROM core.activity AS fact
    WHERE COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
        AND {condition}
    UNION ALL
    SELECT
        'cost' AS table_name,
        fact.report_id,
        fact.sheet,
        fact.row_number,
        [fact.category] AS axes,
        CASE {figure} WHEN 'costs_eur' THEN 'amount_eur' WHEN 'fte_months' THEN 'fte_months' END AS field,
        CASE {figure}
            WHEN 'costs_eur' THEN CAST(fact.amount_eur AS DECIMAL(18, 4))
            WHEN 'fte_months' THEN CAST(fact.fte_months AS DECIMAL(18, 4))
        END AS value
    FROM core.cost AS fact
    WHERE {condition}
)
SELECT
    counted.table_name,
    counted.report_id,
    counted.sheet,
    counted.row_number,
    counted.axes,
    counted.field,
    counted.value
FROM counted
WHERE counted.value IS NOT NULL
ORDER BY counted.report_id NULLS LAST, counted.sheet NULLS FIRST, counted.row_number NULLS LAST, counted.axes NULLS LAST
