-- What was done in each development area?
SELECT
    summary.period,
    summary.development_area,
    area.label_fi,
    summary.activities,
    summary.sessions,
    summary.participants_total
FROM mart.monthly_summary AS summary
INNER JOIN ref.code AS area
    ON area.list = 'development_area'
    AND area.code = summary.development_area
ORDER BY summary.period, area.position
