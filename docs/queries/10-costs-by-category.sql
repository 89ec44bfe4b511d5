-- What is the money spent on?
SELECT
    summary.category,
    category.label_fi,
    SUM(summary.amount_eur) AS amount_eur
FROM mart.cost_summary AS summary
INNER JOIN ref.code AS category
    ON category.list = 'cost_category'
    AND category.code = summary.category
GROUP BY summary.category, category.label_fi, category.position
ORDER BY category.position
