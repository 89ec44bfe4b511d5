-- Every fact of {facts} belongs to a report that is loaded, or is a year-to-date figure of one, and to one current report at most.
SELECT fact.version_key, fact.facts
FROM (SELECT version_key, count(*) AS facts FROM store.{facts} GROUP BY version_key) AS fact
LEFT JOIN (
    SELECT version_key, count(*) FILTER (WHERE valid_to_run IS NULL) AS current_versions
    FROM meta.report
    WHERE state IN ('accepted', 'accepted_with_issues')
    GROUP BY version_key
) AS version ON version.version_key = fact.version_key
LEFT JOIN (SELECT DISTINCT totals_key FROM meta.report) AS total ON total.totals_key = fact.version_key
WHERE (version.version_key IS NULL AND total.totals_key IS NULL) OR version.current_versions > 1
ORDER BY fact.version_key
