-- How often is a value zero, and why is it missing otherwise?
SELECT
    fact.indicator,
    SUM(CASE WHEN fact.value = 0 THEN 1 ELSE 0 END) AS zero,
    SUM(CASE WHEN fact.missing_reason = 'not_reported' THEN 1 ELSE 0 END) AS not_reported,
    SUM(CASE WHEN fact.missing_reason = 'not_applicable' THEN 1 ELSE 0 END) AS not_applicable,
    SUM(CASE WHEN fact.missing_reason = 'unknown' THEN 1 ELSE 0 END) AS unknown
FROM core.indicator_value AS fact
GROUP BY fact.indicator
ORDER BY fact.indicator
