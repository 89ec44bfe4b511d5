-- Board of one month: one row per organisation and form that is owed or came; organisations and forms in their own order.
SELECT
    board.organisation_code,
    organisation.name_fi AS organisation_fi,
    organisation.name_sv AS organisation_sv,
    organisation.name_en AS organisation_en,
    board.form,
    form.label_fi AS form_fi,
    form.label_sv AS form_sv,
    form.label_en AS form_en,
    board.state,
    board.timeliness,
    board.expected = 1 AS expected
FROM mart.board AS board
LEFT JOIN ref.organisation AS organisation
    ON organisation.organisation_code = board.organisation_code
LEFT JOIN ref.form AS form
    ON form.form = board.form
WHERE board.period = CAST(? AS DATE)
ORDER BY organisation.position NULLS LAST, board.organisation_code NULLS LAST, form.position NULLS LAST
