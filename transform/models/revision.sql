-- table: Figures of months already told that changed afterwards: before, after and why. The report of the month reported_in tells them.
-- grain: mart, figure, key, since_run
-- inputs: meta.figure_change
-- column mart: Table of schema mart.
-- column figure: Its column.
-- column key: Values of the grain of that mart, in order, separated by commas.
-- column period: First day of the month of the figure.
-- column before: Value before; NULL if there was none.
-- column after: Value after; NULL if there is none.
-- column cause: correction, resubmission, rule_change or late_report.
-- column report_ids: Reports that came or changed.
-- column since_run: Run since which the later value holds.
-- column reported_in: First day of the month in whose report the change is told.
-- column after_close: 1 if the month of the figure was closed, else 0.
SELECT
    change.mart,
    change.figure,
    change.key,
    change.period,
    change.before,
    change.after,
    change.cause,
    change.report_ids,
    change.run_id AS since_run,
    change.reported_in,
    CASE WHEN change.closed THEN 1 ELSE 0 END AS after_close
FROM meta.figure_change AS change
WHERE change.reported_in > change.period
ORDER BY
    change.run_id NULLS LAST,
    change.period NULLS LAST,
    change.mart NULLS LAST,
    change.figure NULLS LAST,
    change.key NULLS LAST
