-- table: Costs of the whole region against its funding per month, with a forecast at the pace of the last three months that have costs.
-- grain: period
-- inputs: mart.cost_summary, ref.calendar, ref.region
-- depends: cost_summary
-- column period: First day of the month.
-- column amount_eur: Costs of the month; NULL if nobody reported.
-- column amount_cumulative_eur: Costs since the region's first month.
-- column state_grant_eur: State grant for the whole time.
-- column budget_eur: Costs that the grant suffices for at the region's grant share.
-- column grant_used_eur: Grant used so far, at the grant share.
-- column own_used_eur: Own share so far.
-- column months_left: Months from the next one to the region's last.
-- column pace_eur: Mean monthly costs over the last three months that have costs.
-- column forecast_eur: amount_cumulative_eur and pace_eur for each month left.
WITH total AS (
    SELECT
        cost_summary.period,
        SUM(cost_summary.amount_eur) AS amount_eur,
        SUM(cost_summary.amount_cumulative_eur) AS amount_cumulative_eur,
        SUM(cost_summary.grant_calculated_cumulative_eur) AS grant_used_eur,
        SUM(cost_summary.own_cumulative_eur) AS own_used_eur
    FROM mart.cost_summary AS cost_summary
    GROUP BY cost_summary.period
),
recent AS (
    SELECT
        total.period,
        spent.amount_eur,
        ROW_NUMBER() OVER (PARTITION BY total.period ORDER BY spent.period DESC NULLS LAST) AS age
    FROM total
    INNER JOIN total AS spent
        ON spent.period <= total.period
        AND spent.amount_eur IS NOT NULL
),
pace AS (
    SELECT
        recent.period,
        CAST(SUM(recent.amount_eur) / NULLIF(COUNT(*), 0) AS DECIMAL(18, 2)) AS pace_eur
    FROM recent
    WHERE recent.age <= 3
    GROUP BY recent.period
),
remaining AS (
    SELECT
        total.period,
        COUNT(calendar.period) AS months_left
    FROM total
    LEFT JOIN ref.calendar AS calendar
        ON calendar.period > total.period
    GROUP BY total.period
)
SELECT
    total.period,
    CAST(total.amount_eur AS DECIMAL(18, 2)) AS amount_eur,
    CAST(total.amount_cumulative_eur AS DECIMAL(18, 2)) AS amount_cumulative_eur,
    region.state_grant_eur,
    CAST(region.state_grant_eur / NULLIF(region.grant_share, 0) AS DECIMAL(18, 2)) AS budget_eur,
    CAST(total.grant_used_eur AS DECIMAL(18, 2)) AS grant_used_eur,
    CAST(total.own_used_eur AS DECIMAL(18, 2)) AS own_used_eur,
    CAST(remaining.months_left AS INTEGER) AS months_left,
    pace.pace_eur,
    CAST(total.amount_cumulative_eur + pace.pace_eur * remaining.months_left AS DECIMAL(18, 2)) AS forecast_eur
FROM total
CROSS JOIN ref.region AS region
INNER JOIN remaining
    ON remaining.period = total.period
LEFT JOIN pace
    ON pace.period = total.period
ORDER BY total.period NULLS LAST
