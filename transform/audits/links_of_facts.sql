-- Every municipality in {links} belongs to a fact of {facts}.
SELECT link.version_key, link.{number}
FROM store.{links} AS link
ANTI JOIN store.{facts} AS fact ON fact.{number} = link.{number}
ORDER BY link.version_key, link.{number}
