-- How the figures came about. One statement group per table: the table, then a COMMENT for it and for every column.

CREATE TABLE meta.schema_version (
    version INTEGER NOT NULL
);
COMMENT ON TABLE meta.schema_version IS 'Version of the layout of this warehouse; one row.';
COMMENT ON COLUMN meta.schema_version.version IS 'Number of the layout; a program that knows only lower numbers refuses the file.';

CREATE TABLE meta.setting (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);
COMMENT ON TABLE meta.setting IS 'What the reference tables were last written from.';
COMMENT ON COLUMN meta.setting.name IS 'Name, e.g. config_hash.';
COMMENT ON COLUMN meta.setting.value IS 'Value, e.g. a hash.';

CREATE TABLE meta.run (
    run_id INTEGER NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP NOT NULL,
    version VARCHAR NOT NULL,
    config_hash VARCHAR NOT NULL,
    programme_hash VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL
);
COMMENT ON TABLE meta.run IS 'One row per run that changed the warehouse.';
COMMENT ON COLUMN meta.run.run_id IS 'Number of the run, from 1.';
COMMENT ON COLUMN meta.run.started_at IS 'Start, UTC.';
COMMENT ON COLUMN meta.run.finished_at IS 'End, UTC.';
COMMENT ON COLUMN meta.run.version IS 'Version of Kooste.';
COMMENT ON COLUMN meta.run.config_hash IS 'Hash of the region file and the decisions.';
COMMENT ON COLUMN meta.run.programme_hash IS 'Hash of the programme.';
COMMENT ON COLUMN meta.run.outcome IS 'done: everything could be used; partial: something was rejected; none: new submissions came and none could be used.';

CREATE TABLE meta.submission (
    submission_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    size_bytes BIGINT NOT NULL,
    format VARCHAR,
    encoding VARCHAR,
    received_at TIMESTAMP NOT NULL,
    run_id INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    personal_data BOOLEAN NOT NULL,
    archived BOOLEAN NOT NULL
);
COMMENT ON TABLE meta.submission IS 'One row per file content that was read.';
COMMENT ON COLUMN meta.submission.submission_id IS 'SHA-256 of the content, hexadecimal.';
COMMENT ON COLUMN meta.submission.path IS 'Path relative to the workspace under which it was first seen.';
COMMENT ON COLUMN meta.submission.file_name IS 'Last part of the path.';
COMMENT ON COLUMN meta.submission.size_bytes IS 'Size in bytes.';
COMMENT ON COLUMN meta.submission.format IS 'Format told by the content: xlsx, xlsb, xls, ods or csv; NULL if unreadable.';
COMMENT ON COLUMN meta.submission.encoding IS 'Text encoding; NULL for workbooks.';
COMMENT ON COLUMN meta.submission.received_at IS 'Time of last change of the file, UTC.';
COMMENT ON COLUMN meta.submission.run_id IS 'Run that read it.';
COMMENT ON COLUMN meta.submission.state IS 'accepted, accepted_with_issues, nil or rejected: the best state of its reports; rejected if it holds none.';
COMMENT ON COLUMN meta.submission.personal_data IS 'Whether the original holds personal identity codes (masked before anything was stored).';
COMMENT ON COLUMN meta.submission.archived IS 'Whether the original is kept in archive/.';

CREATE TABLE meta.submission_path (
    submission_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    received_at TIMESTAMP NOT NULL,
    first_run INTEGER NOT NULL
);
COMMENT ON TABLE meta.submission_path IS 'Every path under which a content was seen, the first one included.';
COMMENT ON COLUMN meta.submission_path.submission_id IS 'The content.';
COMMENT ON COLUMN meta.submission_path.path IS 'Path relative to the workspace, masked.';
COMMENT ON COLUMN meta.submission_path.received_at IS 'Time of last change of that file, UTC.';
COMMENT ON COLUMN meta.submission_path.first_run IS 'Run that first saw it there.';

CREATE TABLE meta.report (
    report_id VARCHAR NOT NULL,
    organisation_code VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    period DATE NOT NULL,
    submission_id VARCHAR,
    state VARCHAR NOT NULL,
    due_on DATE NOT NULL,
    received_on DATE,
    timeliness VARCHAR NOT NULL,
    closed BOOLEAN NOT NULL,
    superseded_by VARCHAR,
    expected BOOLEAN NOT NULL,
    version_key INTEGER,
    valid_from_run INTEGER NOT NULL,
    valid_to_run INTEGER,
    stored_under VARCHAR,
    stated_version INTEGER NOT NULL,
    mode VARCHAR NOT NULL,
    blocked_by VARCHAR,
    rows_loaded INTEGER NOT NULL,
    rows_quarantined INTEGER NOT NULL,
    received_at TIMESTAMP,
    path VARCHAR,
    values_hash UBIGINT,
    layout VARCHAR
);
COMMENT ON TABLE meta.report IS 'Organisation × form × period: one row per version received, and one of state missing for what is owed and did not come. Current rows have valid_to_run NULL.';
COMMENT ON COLUMN meta.report.report_id IS 'organisation/form/month/first 8 digits of the submission, with .RUN where that run read it again; without the last part for a missing report.';
COMMENT ON COLUMN meta.report.organisation_code IS 'Organisation whose report it is.';
COMMENT ON COLUMN meta.report.form IS 'Form.';
COMMENT ON COLUMN meta.report.period IS 'First day of the month.';
COMMENT ON COLUMN meta.report.submission_id IS 'Content it came in; NULL for a missing report.';
COMMENT ON COLUMN meta.report.state IS 'missing, accepted, accepted_with_issues, nil or rejected.';
COMMENT ON COLUMN meta.report.due_on IS 'Day on which it was due: the due day of the following month or the next working day.';
COMMENT ON COLUMN meta.report.received_on IS 'Day on which this version came.';
COMMENT ON COLUMN meta.report.timeliness IS 'timely or late by the first acceptable version, missing if there is none.';
COMMENT ON COLUMN meta.report.closed IS 'Whether the month is closed.';
COMMENT ON COLUMN meta.report.superseded_by IS 'report_id of the version that took its place; NULL for the current one.';
COMMENT ON COLUMN meta.report.expected IS 'Whether the organisation owes this report; others stay outside the rates.';
COMMENT ON COLUMN meta.report.version_key IS 'Key of its facts in schema store; NULL where it has none of its own.';
COMMENT ON COLUMN meta.report.valid_from_run IS 'Run since which it is the current version.';
COMMENT ON COLUMN meta.report.valid_to_run IS 'Run since which it no longer is; equal to valid_from_run if it never was; NULL while it is.';
COMMENT ON COLUMN meta.report.stored_under IS 'For a joint report the organisation under which its facts are stored, else NULL.';
COMMENT ON COLUMN meta.report.stated_version IS 'Version said by the name of the file; 0 where it says none.';
COMMENT ON COLUMN meta.report.mode IS 'replace, cumulative or correction.';
COMMENT ON COLUMN meta.report.blocked_by IS 'Issue code that keeps the whole report out; NULL if it is loaded.';
COMMENT ON COLUMN meta.report.rows_loaded IS 'Rows that became facts.';
COMMENT ON COLUMN meta.report.rows_quarantined IS 'Rows set aside.';
COMMENT ON COLUMN meta.report.received_at IS 'Time of last change of the file, UTC.';
COMMENT ON COLUMN meta.report.path IS 'Path of the file relative to the workspace.';
COMMENT ON COLUMN meta.report.values_hash IS 'Hash of all values in order; equal hashes tell copied reports.';
COMMENT ON COLUMN meta.report.layout IS 'Labels, their order, sheet and header row.';

CREATE TABLE meta.ledger (
    submission_id VARCHAR NOT NULL,
    sheet VARCHAR,
    table_number INTEGER NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_loaded INTEGER NOT NULL,
    rows_quarantined INTEGER NOT NULL,
    rows_total INTEGER NOT NULL,
    rows_heading INTEGER NOT NULL,
    rows_blank INTEGER NOT NULL,
    rows_note INTEGER NOT NULL
);
COMMENT ON TABLE meta.ledger IS 'Where every row of a submission went: rows_read is the sum of all others.';
COMMENT ON COLUMN meta.ledger.submission_id IS 'The content.';
COMMENT ON COLUMN meta.ledger.sheet IS 'Sheet; NULL in text files.';
COMMENT ON COLUMN meta.ledger.table_number IS 'Table on the sheet, from 1.';
COMMENT ON COLUMN meta.ledger.rows_read IS 'Rows in or nearest to the table.';
COMMENT ON COLUMN meta.ledger.rows_loaded IS 'Rows that became facts; a wide row counts once.';
COMMENT ON COLUMN meta.ledger.rows_quarantined IS 'Rows set aside in meta.quarantine.';
COMMENT ON COLUMN meta.ledger.rows_total IS 'Rows recognised as sums.';
COMMENT ON COLUMN meta.ledger.rows_heading IS 'Header and section rows.';
COMMENT ON COLUMN meta.ledger.rows_blank IS 'Rows without content.';
COMMENT ON COLUMN meta.ledger.rows_note IS 'Titles, keys and values, footnotes.';

CREATE TABLE meta.column_decision (
    submission_id VARCHAR NOT NULL,
    sheet VARCHAR,
    table_number INTEGER NOT NULL,
    column_letter VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    field VARCHAR,
    how VARCHAR,
    score DOUBLE NOT NULL
);
COMMENT ON TABLE meta.column_decision IS 'What each column of each table was taken for, and why.';
COMMENT ON COLUMN meta.column_decision.submission_id IS 'The content.';
COMMENT ON COLUMN meta.column_decision.sheet IS 'Sheet; NULL in text files.';
COMMENT ON COLUMN meta.column_decision.table_number IS 'Table on the sheet, from 1.';
COMMENT ON COLUMN meta.column_decision.column_letter IS 'Column as a spreadsheet names it.';
COMMENT ON COLUMN meta.column_decision.label IS 'Header flattened to one label, masked.';
COMMENT ON COLUMN meta.column_decision.field IS 'Field; NULL if none matched.';
COMMENT ON COLUMN meta.column_decision.how IS 'label, synonym, fuzzy, decision or source; NULL without a field.';
COMMENT ON COLUMN meta.column_decision.score IS 'How sure, 0 to 1.';

CREATE TABLE meta.issue (
    issue_id INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    responsibility VARCHAR NOT NULL,
    report_id VARCHAR,
    submission_id VARCHAR,
    path VARCHAR,
    sheet VARCHAR,
    cell VARCHAR,
    row_number INTEGER,
    field VARCHAR,
    found VARCHAR,
    expected VARCHAR,
    suggestion VARCHAR,
    message_fi VARCHAR NOT NULL,
    message_sv VARCHAR NOT NULL,
    message_en VARCHAR NOT NULL,
    first_run INTEGER NOT NULL,
    resolved_run INTEGER,
    reason VARCHAR,
    accepted BOOLEAN NOT NULL
);
COMMENT ON TABLE meta.issue IS 'What was noticed, how grave it is, whose move it is and where it stands.';
COMMENT ON COLUMN meta.issue.issue_id IS 'Number of the issue.';
COMMENT ON COLUMN meta.issue.code IS 'Code, see the contract.';
COMMENT ON COLUMN meta.issue.severity IS 'error, warning, notice or info.';
COMMENT ON COLUMN meta.issue.responsibility IS 'Whose move it is: reporter, agent or kooste.';
COMMENT ON COLUMN meta.issue.report_id IS 'Report it belongs to; NULL for a whole file or the workspace.';
COMMENT ON COLUMN meta.issue.submission_id IS 'The content; NULL for the workspace.';
COMMENT ON COLUMN meta.issue.path IS 'Path of the file relative to the workspace.';
COMMENT ON COLUMN meta.issue.sheet IS 'Sheet; NULL in text files and for whole files.';
COMMENT ON COLUMN meta.issue.cell IS 'Cell in A1 notation, where one is meant.';
COMMENT ON COLUMN meta.issue.row_number IS 'Row as in the spreadsheet, from 1.';
COMMENT ON COLUMN meta.issue.field IS 'Field.';
COMMENT ON COLUMN meta.issue.found IS 'What the file says, masked.';
COMMENT ON COLUMN meta.issue.expected IS 'What was expected, free of language.';
COMMENT ON COLUMN meta.issue.suggestion IS 'What would put it right, free of language.';
COMMENT ON COLUMN meta.issue.message_fi IS 'Message in Finnish.';
COMMENT ON COLUMN meta.issue.message_sv IS 'Message in Swedish.';
COMMENT ON COLUMN meta.issue.message_en IS 'Message in English.';
COMMENT ON COLUMN meta.issue.first_run IS 'Run that first noticed it.';
COMMENT ON COLUMN meta.issue.resolved_run IS 'Run since which it no longer stands; NULL while it does.';
COMMENT ON COLUMN meta.issue.reason IS 'Finer cause that chose the wording.';
COMMENT ON COLUMN meta.issue.accepted IS 'Whether a decision accepts it, so that it does not count in the state of the report.';

CREATE TABLE meta.quarantine (
    submission_id VARCHAR NOT NULL,
    sheet VARCHAR,
    row_number INTEGER NOT NULL,
    raw JSON NOT NULL,
    codes VARCHAR[] NOT NULL
);
COMMENT ON TABLE meta.quarantine IS 'Rows set aside, as they were.';
COMMENT ON COLUMN meta.quarantine.submission_id IS 'The content.';
COMMENT ON COLUMN meta.quarantine.sheet IS 'Sheet; NULL in text files.';
COMMENT ON COLUMN meta.quarantine.row_number IS 'Row, from 1.';
COMMENT ON COLUMN meta.quarantine.raw IS 'Cells, label to text, masked.';
COMMENT ON COLUMN meta.quarantine.codes IS 'Codes of the errors.';

CREATE TABLE meta.value_note (
    table_name VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    submission_id VARCHAR NOT NULL,
    sheet VARCHAR,
    row_number INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    raw VARCHAR NOT NULL,
    quality VARCHAR,
    low DECIMAL(18, 4),
    high DECIMAL(18, 4),
    missing_reason VARCHAR
);
COMMENT ON TABLE meta.value_note IS 'What is to be known of values that are not exact or not there.';
COMMENT ON COLUMN meta.value_note.table_name IS 'Fact table, without schema.';
COMMENT ON COLUMN meta.value_note.report_id IS 'The report.';
COMMENT ON COLUMN meta.value_note.submission_id IS 'The content.';
COMMENT ON COLUMN meta.value_note.sheet IS 'Sheet; NULL in text files.';
COMMENT ON COLUMN meta.value_note.row_number IS 'Row, from 1.';
COMMENT ON COLUMN meta.value_note.field IS 'Field.';
COMMENT ON COLUMN meta.value_note.raw IS 'Text of the cell, masked.';
COMMENT ON COLUMN meta.value_note.quality IS 'approximate, lower_bound, upper_bound, range or vague; NULL for an exact state.';
COMMENT ON COLUMN meta.value_note.low IS 'Lower end of a range.';
COMMENT ON COLUMN meta.value_note.high IS 'Upper end of a range.';
COMMENT ON COLUMN meta.value_note.missing_reason IS 'not_reported, not_applicable, confidential, unknown or error; NULL if there is a value.';

CREATE TABLE meta.decision (
    decision_number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    field VARCHAR,
    found VARCHAR NOT NULL,
    means VARCHAR,
    organisation_code VARCHAR,
    form VARCHAR,
    from_month VARCHAR,
    until_month VARCHAR,
    decided_by VARCHAR NOT NULL,
    decided_on VARCHAR NOT NULL,
    why VARCHAR NOT NULL,
    run_id INTEGER NOT NULL,
    submission_id VARCHAR,
    values_decided INTEGER NOT NULL
);
COMMENT ON TABLE meta.decision IS 'What decisions.toml held in a run and how many values it decided: one row per decision and submission it touched, or one without a submission if it touched none.';
COMMENT ON COLUMN meta.decision.decision_number IS 'Place in decisions.toml, from 1.';
COMMENT ON COLUMN meta.decision.kind IS 'value, column, sheet, file or accept.';
COMMENT ON COLUMN meta.decision.field IS 'Field or code list.';
COMMENT ON COLUMN meta.decision.found IS 'What the file says.';
COMMENT ON COLUMN meta.decision.means IS 'What it means.';
COMMENT ON COLUMN meta.decision.organisation_code IS 'Scope: organisation.';
COMMENT ON COLUMN meta.decision.form IS 'Scope: form.';
COMMENT ON COLUMN meta.decision.from_month IS 'Scope: first month, YYYY-MM.';
COMMENT ON COLUMN meta.decision.until_month IS 'Scope: last month, YYYY-MM.';
COMMENT ON COLUMN meta.decision.decided_by IS 'Who decided.';
COMMENT ON COLUMN meta.decision.decided_on IS 'When.';
COMMENT ON COLUMN meta.decision.why IS 'Why.';
COMMENT ON COLUMN meta.decision.run_id IS 'Run that applied it.';
COMMENT ON COLUMN meta.decision.submission_id IS 'Content in which it decided something; NULL if in none.';
COMMENT ON COLUMN meta.decision.values_decided IS 'How often it decided something there.';
