-- A key figure of the region is the sum of its development areas.
WITH shown AS (
    SELECT
        summary.period,
        SUM(summary.activities) AS activities,
        SUM(summary.participants_total) AS participants,
        SUM(summary.sessions) AS sessions
    FROM mart.monthly_summary AS summary
    GROUP BY summary.period
)
SELECT
    figure.period,
    figure.figure,
    figure.value,
    shown.activities,
    shown.participants,
    shown.sessions
FROM mart.key_figure AS figure
INNER JOIN shown
    ON shown.period = figure.period
WHERE (figure.figure = 'activities' AND COALESCE(figure.value, 0) <> COALESCE(shown.activities, 0))
    OR (figure.figure = 'participants' AND COALESCE(figure.value, 0) <> COALESCE(shown.participants, 0))
    OR (figure.figure = 'sessions' AND COALESCE(figure.value, 0) <> COALESCE(shown.sessions, 0))
ORDER BY figure.period NULLS LAST, figure.figure NULLS LAST
