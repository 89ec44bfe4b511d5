-- Which municipalities do most in proportion to their children?
SELECT
    municipality.name_fi,
    summary.activities,
    summary.children,
    summary.activities_per_1000_children
FROM mart.municipality_summary AS summary
INNER JOIN ref.municipality AS municipality
    ON municipality.year = EXTRACT(YEAR FROM summary.period)
    AND municipality.municipality_code = summary.municipality_code
WHERE summary.period = DATE '2018-10-01'
    AND summary.activities_per_1000_children IS NOT NULL
ORDER BY summary.activities_per_1000_children DESC, municipality.name_fi
