-- table: Costs per month and category, this month's and cumulative, with the part that the state grant pays and the reporters' own share.
-- grain: period, category
-- inputs: core.cost, mart.board, ref.calendar, ref.code, ref.region
-- depends: board
-- column period: First day of the month.
-- column category: Cost category.
-- column amount_eur: Costs, corrections included; 0 if those who reported had none, NULL if nobody reported.
-- column grant_eur: Part paid by the state grant, as reported; NULL if nobody told it.
-- column grant_calculated_eur: Part paid by the grant at the region's grant share; NULL without a share.
-- column own_eur: amount_eur less grant_calculated_eur: the reporters' own share.
-- column fte_months: Person-months, as far as given.
-- column amount_cumulative_eur: Costs since the region's first month.
-- column grant_cumulative_eur: grant_eur since then.
-- column grant_calculated_cumulative_eur: grant_calculated_eur since then.
-- column own_cumulative_eur: own_eur since then.
-- column fte_months_cumulative: Person-months since then.
-- column rows_with_amount: Cost rows with an amount this month.
-- column rows_without_amount: Cost rows that name the category and give no amount.
-- column rows_with_grant: Cost rows that tell the part paid by the grant.
-- column reports_expected: Reports of costs owed for the month.
-- column reports_received: Owed reports that came and could be used.
WITH month_covered AS (
    SELECT
        calendar.period,
        SUM(COALESCE(board.expected, 0)) AS reports_expected,
        SUM(COALESCE(board.expected * board.received, 0)) AS reports_received,
        MAX(COALESCE(board.received, 0)) AS anything_received
    FROM ref.calendar AS calendar
    LEFT JOIN mart.board AS board
        ON board.period = calendar.period
        AND board.form = 'costs'
    WHERE calendar.period <= (SELECT MAX(told.period) FROM mart.board AS told WHERE told.state <> 'missing')
    GROUP BY calendar.period
),
spent AS (
    SELECT
        fact.period,
        fact.category,
        SUM(fact.amount_eur) AS amount_eur,
        SUM(fact.grant_eur) AS grant_eur,
        SUM(fact.fte_months) AS fte_months,
        COUNT(fact.amount_eur) AS rows_with_amount,
        SUM(CASE WHEN fact.amount_eur IS NULL THEN 1 ELSE 0 END) AS rows_without_amount,
        COUNT(fact.grant_eur) AS rows_with_grant
    FROM core.cost AS fact
    GROUP BY fact.period, fact.category
),
monthly AS (
    SELECT
        month_covered.period,
        code.code AS category,
        code.position,
        CASE
            WHEN month_covered.anything_received = 1 AND spent.category IS NULL THEN CAST(0 AS DECIMAL(18, 2))
            ELSE CAST(spent.amount_eur AS DECIMAL(18, 2))
        END AS amount_eur,
        CAST(spent.grant_eur AS DECIMAL(18, 2)) AS grant_eur,
        CAST(
            CAST(
                CASE
                    WHEN month_covered.anything_received = 1 AND spent.category IS NULL THEN 0
                    ELSE spent.amount_eur
                END AS DECIMAL(28, 2)
            ) * region.grant_share AS DECIMAL(18, 2)
        ) AS grant_calculated_eur,
        CAST(spent.fte_months AS DECIMAL(18, 2)) AS fte_months,
        COALESCE(spent.rows_with_amount, 0) AS rows_with_amount,
        COALESCE(spent.rows_without_amount, 0) AS rows_without_amount,
        COALESCE(spent.rows_with_grant, 0) AS rows_with_grant,
        month_covered.reports_expected,
        month_covered.reports_received
    FROM month_covered
    CROSS JOIN ref.region AS region
    INNER JOIN ref.code AS code
        ON code.list = 'cost_category'
    LEFT JOIN spent
        ON spent.period = month_covered.period
        AND spent.category = code.code
)
SELECT
    monthly.period,
    monthly.category,
    monthly.amount_eur,
    monthly.grant_eur,
    monthly.grant_calculated_eur,
    CAST(monthly.amount_eur - monthly.grant_calculated_eur AS DECIMAL(18, 2)) AS own_eur,
    monthly.fte_months,
    CAST(SUM(monthly.amount_eur) OVER so_far AS DECIMAL(18, 2)) AS amount_cumulative_eur,
    CAST(SUM(monthly.grant_eur) OVER so_far AS DECIMAL(18, 2)) AS grant_cumulative_eur,
    CAST(SUM(monthly.grant_calculated_eur) OVER so_far AS DECIMAL(18, 2)) AS grant_calculated_cumulative_eur,
    CAST(SUM(monthly.amount_eur - monthly.grant_calculated_eur) OVER so_far AS DECIMAL(18, 2)) AS own_cumulative_eur,
    CAST(SUM(monthly.fte_months) OVER so_far AS DECIMAL(18, 2)) AS fte_months_cumulative,
    CAST(monthly.rows_with_amount AS INTEGER) AS rows_with_amount,
    CAST(monthly.rows_without_amount AS INTEGER) AS rows_without_amount,
    CAST(monthly.rows_with_grant AS INTEGER) AS rows_with_grant,
    CAST(monthly.reports_expected AS INTEGER) AS reports_expected,
    CAST(monthly.reports_received AS INTEGER) AS reports_received
FROM monthly
WINDOW so_far AS (
    PARTITION BY monthly.category
    ORDER BY monthly.period NULLS LAST
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
)
ORDER BY monthly.period NULLS LAST, monthly.position NULLS LAST
