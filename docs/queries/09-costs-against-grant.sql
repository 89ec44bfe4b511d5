-- How much of the grant is used?
SELECT
    funding.period,
    funding.amount_cumulative_eur,
    funding.grant_used_eur,
    funding.state_grant_eur,
    CAST(100.0 * funding.grant_used_eur / NULLIF(funding.state_grant_eur, 0) AS DECIMAL(5, 1)) AS grant_used_per_cent
FROM mart.funding AS funding
WHERE funding.amount_eur IS NOT NULL
ORDER BY funding.period
