-- How does a series look on the boundaries of 2026?
SELECT
    activity.period,
    link.municipality_code,
    COUNT(*) AS activities
FROM core.activity_municipality_on(2026) AS link
INNER JOIN core.activity AS activity
    ON activity.activity_id = link.activity_id
GROUP BY activity.period, link.municipality_code
ORDER BY activity.period, link.municipality_code
