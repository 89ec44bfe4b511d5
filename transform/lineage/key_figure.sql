-- Facts behind a figure of mart.key_figure.
-- figure value: 1 where fact.period = CAST({period} AS DATE)
-- derived previous: 1 where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
-- derived comparable_value: 1 where fact.period = CAST({period} AS DATE)
-- derived comparable_previous: 1 where fact.period = CAST(CAST({period} AS DATE) - INTERVAL 1 MONTH AS DATE)
WITH counted AS (
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
