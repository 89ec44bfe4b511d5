-- What are the main figures of a month, and how did they change like for like?
SELECT
    figure.figure,
    figure.value,
    figure.comparable_value - figure.comparable_previous AS like_for_like_change,
    figure.reporters_comparable,
    figure.reports_received,
    figure.reports_expected
FROM mart.key_figure AS figure
WHERE figure.period = DATE '2018-10-01'
ORDER BY figure.figure
