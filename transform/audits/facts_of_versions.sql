-- Every fact of {facts} belongs to one report that is loaded.
SELECT fact.version_key, fact.facts
FROM (SELECT version_key, count(*) AS facts FROM store.{facts} GROUP BY version_key) AS fact
LEFT JOIN (
    SELECT version_key, count(*) AS versions
    FROM meta.report
    WHERE state IN ('accepted', 'accepted_with_issues')
    GROUP BY version_key
) AS version ON version.version_key = fact.version_key
WHERE version.versions IS NULL OR version.versions > 1
ORDER BY fact.version_key
