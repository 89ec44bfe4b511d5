-- table: Activities done or going on, per month, development area and type; only combinations that occur.
-- grain: period, development_area, activity_type
-- inputs: core.activity
-- column period: First day of the month.
-- column development_area: Development area.
-- column activity_type: Type of activity.
-- column activities: Activities done or going on.
-- column sessions: Times they were held, as far as given.
-- column participants_total: Participants, as far as given.
SELECT
    fact.period,
    fact.development_area,
    fact.activity_type,
    CAST(COUNT(*) AS INTEGER) AS activities,
    CAST(SUM(fact.sessions) AS BIGINT) AS sessions,
    CAST(SUM(fact.participants_total) AS BIGINT) AS participants_total
FROM core.activity AS fact
WHERE COALESCE(fact.status, 'done') NOT IN ('planned', 'cancelled')
GROUP BY fact.period, fact.development_area, fact.activity_type
ORDER BY fact.period NULLS LAST, fact.development_area NULLS LAST, fact.activity_type NULLS LAST
