-- Three municipalities' worth of reports over two months, small enough to count by hand.
INSERT INTO ref.region BY NAME
SELECT 'koe' AS region_code, 'lape' AS programme_code, 'Koe' AS name_fi, 'Koe' AS name_sv, 'Koe' AS name_en,
    'Koe' AS project_fi, 'Koe' AS project_sv, 'Koe' AS project_en, ['fi'] AS languages,
    DATE '2018-09-01' AS first_month, DATE '2018-12-01' AS last_month, 10 AS due_day,
    8000 AS state_grant_eur, 0.8 AS grant_share, 5 AS min_count;

INSERT INTO ref.organisation BY NAME
SELECT unnest(['espoo', 'vantaa', 'hus', 'socca']) AS organisation_code,
    unnest([1, 2, 3, 4]) AS position,
    unnest(['municipality', 'municipality', 'joint_authority', 'coordinator']) AS kind,
    unnest(['049', '092', NULL, NULL]) AS municipality_code,
    'X' AS name_fi, 'X' AS name_sv, 'X' AS name_en,
    unnest(['espoo', 'vantaa', 'hus', 'socca']) AS stored_under;

INSERT INTO ref.code BY NAME
SELECT unnest(['development_area', 'development_area', 'development_area', 'development_area',
        'indicator', 'indicator', 'indicator', 'cost_category', 'cost_category', 'pilot_stage', 'pilot_stage']) AS list,
    unnest(['I', 'II', 'III', 'IV', 'FAMILY_CENTRES_OPERATING', 'TRAINED_LP', 'SATISFACTION', 'salaries', 'travel', 'running', 'ended']) AS code,
    unnest([1, 2, 3, 4, 1, 2, 3, 1, 2, 1, 2]) AS position,
    'X' AS label_fi, 'X' AS label_sv, 'X' AS label_en,
    unnest([NULL, NULL, NULL, NULL, 'stock', 'flow', 'average', NULL, NULL, NULL, NULL]) AS time,
    '{}' AS attributes;

INSERT INTO ref.calendar
SELECT month, 2018, number, 4, 2, month + 40
FROM (SELECT unnest([9, 10, 11, 12]) AS number, make_date(2018, unnest([9, 10, 11, 12]), 1) AS month);

INSERT INTO ref.population VALUES (2018, '049', 280000, 2000), (2019, '049', 284000, 9999);

-- Organisation, form, month, state, timeliness, owed; the version key is the row's place.
CREATE TEMP TABLE told (key INTEGER, organisation VARCHAR, form VARCHAR, month DATE, state VARCHAR, timeliness VARCHAR, expected BOOLEAN);
INSERT INTO told VALUES
    (1, 'espoo', 'activities', '2018-09-01', 'accepted', 'timely', true),
    (2, 'vantaa', 'activities', '2018-09-01', 'accepted', 'late', true),
    (NULL, 'hus', 'activities', '2018-09-01', 'missing', 'missing', true),
    (3, 'espoo', 'activities', '2018-10-01', 'accepted_with_issues', 'timely', true),
    (NULL, 'vantaa', 'activities', '2018-10-01', 'missing', 'missing', true),
    (4, 'hus', 'activities', '2018-10-01', 'nil', 'timely', true),
    (5, 'socca', 'activities', '2018-10-01', 'accepted', 'timely', false),
    (6, 'espoo', 'indicators', '2018-09-01', 'accepted', 'timely', true),
    (7, 'vantaa', 'indicators', '2018-09-01', 'accepted', 'timely', true),
    (8, 'espoo', 'indicators', '2018-10-01', 'accepted', 'timely', true),
    (9, 'vantaa', 'indicators', '2018-10-01', 'rejected', 'missing', true),
    (10, 'espoo', 'costs', '2018-09-01', 'accepted', 'timely', true),
    (11, 'espoo', 'costs', '2018-10-01', 'accepted', 'timely', true),
    (12, 'espoo', 'pilots', '2018-09-01', 'accepted', 'timely', true),
    (13, 'espoo', 'pilots', '2018-10-01', 'accepted', 'timely', true);
INSERT INTO meta.report BY NAME
SELECT organisation || '/' || form || '/' || strftime(month, '%Y-%m') AS report_id, organisation AS organisation_code,
    form, month AS period, state, month + 40 AS due_on, timeliness, false AS closed, expected, key AS version_key,
    1 AS valid_from_run, 0 AS stated_version, 'replace' AS mode, 0 AS rows_loaded, 0 AS rows_quarantined
FROM told;
-- A superseded version of Espoo's October, which no mart may count.
INSERT INTO meta.report BY NAME
SELECT 'espoo/activities/2018-10/old' AS report_id, 'espoo' AS organisation_code, 'activities' AS form,
    DATE '2018-10-01' AS period, 'accepted' AS state, DATE '2018-11-12' AS due_on, 'timely' AS timeliness,
    false AS closed, 'espoo/activities/2018-10' AS superseded_by, true AS expected, 99 AS version_key,
    1 AS valid_from_run, 2 AS valid_to_run, 0 AS stated_version, 'replace' AS mode, 0 AS rows_loaded,
    0 AS rows_quarantined;

INSERT INTO store.activity BY NAME
SELECT unnest([1, 1, 2, 3, 3, 3, 3, 5, 99]) AS version_key,
    unnest([1, 2, 3, 4, 5, 6, 7, 8, 9]) AS activity_id,
    unnest([2, 3, 2, 2, 3, 4, 5, 2, 2]) AS row_number,
    unnest(['II', 'II', 'III', 'II', 'I', 'II', 'III', 'IV', 'I']) AS development_area,
    unnest(['meeting', 'training', 'event', 'meeting', 'training', 'event', 'event', 'meeting', 'meeting']) AS activity_type,
    unnest(['done', 'done', 'ongoing', 'done', NULL, 'planned', 'cancelled', 'done', 'done']) AS status,
    unnest([10, NULL, 30, 12, 5, 100, 100, 7, 1000]) AS participants_total,
    unnest([10, NULL, 0, 2, NULL, 100, 100, 7, 1000]) AS participants_children,
    unnest([1, NULL, 3, 2, 1, 9, 9, NULL, 9]) AS sessions,
    unnest([1.5, NULL, 2, 0.25, 1, 9, 9, NULL, 9]) AS hours,
    unnest([['049'], ['049'], ['092'], ['049', '092'], ['049'], [], [], NULL, []]) AS municipality_codes;
INSERT INTO meta.value_note BY NAME
SELECT 'activity' AS table_name, 'espoo/activities/2018-10' AS report_id, 's' AS submission_id, 2 AS row_number,
    'participants_total' AS field, 'noin 12' AS raw, 'approximate' AS quality;

INSERT INTO store.indicator_value BY NAME
SELECT unnest([6, 6, 6, 7, 7, 8, 8, 8]) AS version_key,
    unnest([2, 3, 4, 2, 3, 2, 3, 4]) AS row_number,
    unnest(['FAMILY_CENTRES_OPERATING', 'TRAINED_LP', 'SATISFACTION', 'FAMILY_CENTRES_OPERATING', 'SATISFACTION', 'FAMILY_CENTRES_OPERATING', 'TRAINED_LP', 'SATISFACTION']) AS indicator,
    unnest([3, 8, 4.5, 4, 3.5, 5, NULL, 4]) AS value,
    unnest([NULL, NULL, NULL, NULL, NULL, NULL, 'unknown', NULL]) AS missing_reason;

INSERT INTO store.cost BY NAME
SELECT unnest([10, 10, 11, 11]) AS version_key, unnest([2, 3, 2, 3]) AS row_number,
    unnest(['salaries', 'travel', 'salaries', 'travel']) AS category,
    unnest([1000.10, 50.05, 2000.20, -10.05]) AS amount_eur,
    unnest([1, NULL, 0.5, NULL]) AS fte_months;

INSERT INTO store.pilot BY NAME
SELECT unnest([12, 12, 13, 13]) AS version_key, unnest([1, 2, 3, 4]) AS pilot_id, unnest([2, 3, 2, 3]) AS row_number,
    unnest(['Lava', 'Tiimi', 'LAVA ', 'Tiimi']) AS pilot,
    unnest(['running', 'running', 'ended', 'running']) AS stage;
