-- Closed months, and what changed in figures that were there before. Came with layout 2.

CREATE TABLE meta.closing (
    period DATE NOT NULL,
    closed_at TIMESTAMP NOT NULL,
    run_id INTEGER NOT NULL,
    reopened_at TIMESTAMP,
    why VARCHAR
);
COMMENT ON TABLE meta.closing IS 'Months that the steering group approved: one row per closing.';
COMMENT ON COLUMN meta.closing.period IS 'First day of the month.';
COMMENT ON COLUMN meta.closing.closed_at IS 'When it was closed, UTC.';
COMMENT ON COLUMN meta.closing.run_id IS 'Run whose figures were approved.';
COMMENT ON COLUMN meta.closing.reopened_at IS 'When it was opened again, UTC; NULL while it is closed.';
COMMENT ON COLUMN meta.closing.why IS 'Why it was opened again.';

CREATE TABLE meta.closed_page (
    period DATE NOT NULL,
    run_id INTEGER NOT NULL,
    file_name VARCHAR NOT NULL,
    content_id VARCHAR NOT NULL,
    size_bytes BIGINT NOT NULL
);
COMMENT ON TABLE meta.closed_page IS 'Files of the report of a closed month, and of the folder branding that gave it its look, kept in archive/ by the hash of their content.';
COMMENT ON COLUMN meta.closed_page.period IS 'First day of the month.';
COMMENT ON COLUMN meta.closed_page.run_id IS 'Run whose figures they show.';
COMMENT ON COLUMN meta.closed_page.file_name IS 'Path below the folder of the month; what gave it its look is below branding/.';
COMMENT ON COLUMN meta.closed_page.content_id IS 'SHA-256 of the content, hexadecimal.';
COMMENT ON COLUMN meta.closed_page.size_bytes IS 'Size in bytes.';

CREATE TABLE meta.figure_change (
    run_id INTEGER NOT NULL,
    mart VARCHAR NOT NULL,
    figure VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    period DATE,
    before DECIMAL(28, 4),
    after DECIMAL(28, 4),
    cause VARCHAR NOT NULL,
    report_ids VARCHAR[] NOT NULL,
    reported_in DATE,
    closed BOOLEAN NOT NULL
);
COMMENT ON TABLE meta.figure_change IS 'Every figure that a run changed: what it was before and after, and why. The first run of a warehouse changes nothing.';
COMMENT ON COLUMN meta.figure_change.run_id IS 'Run that changed it.';
COMMENT ON COLUMN meta.figure_change.mart IS 'Table of schema mart.';
COMMENT ON COLUMN meta.figure_change.figure IS 'Its column.';
COMMENT ON COLUMN meta.figure_change.key IS 'Values of the grain of the mart, in that order, separated by commas.';
COMMENT ON COLUMN meta.figure_change.period IS 'First day of the month of the figure.';
COMMENT ON COLUMN meta.figure_change.before IS 'Value before the run; NULL if there was none.';
COMMENT ON COLUMN meta.figure_change.after IS 'Value since the run; NULL if there is none.';
COMMENT ON COLUMN meta.figure_change.cause IS 'correction, resubmission, rule_change (the same file read anew, or computed otherwise) or late_report.';
COMMENT ON COLUMN meta.figure_change.report_ids IS 'Reports of the month or an earlier one that came or changed in the run.';
COMMENT ON COLUMN meta.figure_change.reported_in IS 'Month in whose report the change is told.';
COMMENT ON COLUMN meta.figure_change.closed IS 'Whether the month of the figure was closed.';
