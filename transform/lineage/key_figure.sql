-- Facts behind a figure of mart.key_figure.
-- figure value: 1 where fact.period = CAST({period} AS DATE)
-- sum previous: 1 where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
-- sum comparable_value: 1 where fact.period = CAST({period} AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- sum comparable_previous: 1 where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- sum approximate_values: fact.approximate where fact.period = CAST({period} AS DATE) AND fact.approximate > 0
-- sum reporters_comparable: 1 where fact.period = CAST({period} AS DATE) AND fact.organisation_code IN (SELECT comparable.organisation_code FROM comparable)
-- sum reports_with_value: 1 where fact.period = CAST({period} AS DATE) AND fact.organisation_code IN (SELECT given.organisation_code FROM given WHERE given.period = CAST({period} AS DATE))
-- computed reports_expected: COALESCE([reporting_rate.expected_reports where part.level = 'form' AND part.period = CAST({period} AS DATE) AND part.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END], 0)
-- computed reports_received: COALESCE([reporting_rate.actual_reports where part.level = 'form' AND part.period = CAST({period} AS DATE) AND part.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END], 0)
-- computed reports_nil: COALESCE([reporting_rate.nil_reports where part.level = 'form' AND part.period = CAST({period} AS DATE) AND part.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END], 0)
WITH noted AS (
    SELECT
        note.table_name,
        note.report_id,
        note.sheet,
        note.row_number,
        note.axes,
        COUNT(*) AS approximate
    FROM meta.value_note AS note
    WHERE note.field = CASE {figure}
            WHEN 'participants' THEN 'participants_total'
            WHEN 'costs_eur' THEN 'amount_eur'
            ELSE {figure}
        END
        AND note.quality <> 'vague'
        AND {column} = 'approximate_values'
    GROUP BY note.table_name, note.report_id, note.sheet, note.row_number, note.axes
),
measured AS (
    SELECT
        'activity' AS table_name,
        'activities' AS form,
        fact.report_id,
        fact.sheet,
        fact.row_number,
        CAST([] AS VARCHAR[]) AS axes,
        1 AS place_in_row,
        fact.organisation_code,
        fact.period,
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
        AND {figure} NOT IN ('costs_eur', 'fte_months')
        AND fact.period IN (CAST({period} AS DATE), CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE))
    UNION ALL
    SELECT
        'cost' AS table_name,
        'costs' AS form,
        fact.report_id,
        fact.sheet,
        fact.row_number,
        [fact.category] AS axes,
        ROW_NUMBER() OVER (
            PARTITION BY fact.report_id, fact.sheet, fact.row_number ORDER BY fact.category NULLS LAST
        ) AS place_in_row,
        fact.organisation_code,
        fact.period,
        CASE {figure} WHEN 'costs_eur' THEN 'amount_eur' WHEN 'fte_months' THEN 'fte_months' END AS field,
        CASE {figure}
            WHEN 'costs_eur' THEN CAST(fact.amount_eur AS DECIMAL(18, 4))
            WHEN 'fte_months' THEN CAST(fact.fte_months AS DECIMAL(18, 4))
        END AS value
    FROM core.cost AS fact
    WHERE {figure} IN ('costs_eur', 'fte_months')
        AND fact.period IN (CAST({period} AS DATE), CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE))
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
-- What a figure counts: facts, or the reports of those who can be compared.
counted AS (
    SELECT
        measured.table_name,
        measured.report_id,
        measured.sheet,
        measured.row_number,
        measured.axes,
        measured.organisation_code,
        measured.period,
        measured.field,
        measured.value,
        COALESCE(noted.approximate, 0) AS approximate
    FROM measured
    LEFT JOIN noted
        ON noted.table_name = measured.table_name
        AND noted.report_id = measured.report_id
        AND noted.sheet IS NOT DISTINCT FROM measured.sheet
        AND noted.row_number = measured.row_number
        AND LIST_HAS_ALL(measured.axes, noted.axes)
        -- A row of several categories has several facts and each of its own notes once.
        AND (LEN(noted.axes) > 0 OR measured.place_in_row = 1)
    WHERE {column} NOT IN ('reporters_comparable', 'reports_with_value')
        AND (measured.value IS NOT NULL OR {column} = 'approximate_values')
    UNION ALL
    SELECT
        'report' AS table_name,
        report.report_id,
        NULL AS sheet,
        NULL AS row_number,
        CAST([] AS VARCHAR[]) AS axes,
        report.organisation_code,
        report.period,
        NULL AS field,
        1 AS value,
        0 AS approximate
    FROM meta.report AS report
    WHERE ({column} = 'reporters_comparable' OR ({column} = 'reports_with_value' AND report.expected))
        AND report.form = CASE WHEN {figure} IN ('costs_eur', 'fte_months') THEN 'costs' ELSE 'activities' END
        AND report.valid_to_run IS NULL
        AND report.mode <> 'correction'
)
SELECT
    fact.table_name,
    fact.report_id,
    fact.sheet,
    fact.row_number,
    fact.axes,
    fact.field,
    CASE {column} WHEN 'approximate_values' THEN fact.approximate ELSE fact.value END AS value
FROM counted AS fact
WHERE {condition}
ORDER BY fact.report_id NULLS LAST, fact.sheet NULLS FIRST, fact.row_number NULLS LAST, fact.axes NULLS LAST
