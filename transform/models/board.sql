-- table: Who reported: one row per organisation, form and month that is owed or came. Other marts take their coverage from here.
-- grain: period, form, organisation_code
-- inputs: meta.report, ref.calendar
-- column period: First day of the month.
-- column form: Form.
-- column organisation_code: Organisation.
-- column state: accepted, accepted_with_issues, nil, rejected or missing; the best of its current versions.
-- column timeliness: timely, late or missing, by the first acceptable version.
-- column due_on: Day on which it was due.
-- column received_on: Day on which the current version came; NULL if nothing came.
-- column expected: 1 if the organisation owes the report, else 0 (outside the rates).
-- column received: 1 if an acceptable report is there (nil included), else 0.
-- column on_time: 1 if it is there and was timely, else 0.
WITH version AS (
    SELECT
        report.period,
        report.form,
        report.organisation_code,
        report.due_on,
        report.received_on,
        report.timeliness,
        CASE WHEN report.expected THEN 1 ELSE 0 END AS expected,
        CASE WHEN report.state IN ('accepted', 'accepted_with_issues', 'nil') THEN 1 ELSE 0 END AS received,
        CASE report.state
            WHEN 'accepted_with_issues' THEN 5
            WHEN 'accepted' THEN 4
            WHEN 'nil' THEN 3
            WHEN 'rejected' THEN 2
            ELSE 1
        END AS state_rank
    FROM meta.report AS report
    WHERE report.valid_to_run IS NULL
        AND report.superseded_by IS NULL
),
best AS (
    SELECT
        version.period,
        version.form,
        version.organisation_code,
        MAX(version.state_rank) AS state_rank,
        MAX(version.expected) AS expected,
        MAX(version.received) AS received,
        MAX(CASE WHEN version.received = 1 AND version.timeliness = 'timely' THEN 1 ELSE 0 END) AS on_time,
        MIN(version.due_on) AS due_on,
        MAX(version.received_on) AS received_on
    FROM version
    GROUP BY version.period, version.form, version.organisation_code
)
SELECT
    best.period,
    best.form,
    best.organisation_code,
    CASE best.state_rank
        WHEN 5 THEN 'accepted_with_issues'
        WHEN 4 THEN 'accepted'
        WHEN 3 THEN 'nil'
        WHEN 2 THEN 'rejected'
        ELSE 'missing'
    END AS state,
    CASE
        WHEN best.received = 0 THEN 'missing'
        WHEN best.on_time = 1 THEN 'timely'
        ELSE 'late'
    END AS timeliness,
    best.due_on,
    best.received_on,
    best.expected,
    best.received,
    best.on_time
FROM best
ORDER BY best.period NULLS LAST, best.form NULLS LAST, best.organisation_code NULLS LAST
