-- Figures that are another value after the second run than after the first; cause and reports are those of the last change.
WITH step AS (
    SELECT
        change.mart,
        change.figure,
        change.key,
        change.period,
        change.before,
        change.after,
        change.cause,
        change.report_ids,
        change.run_id,
        ROW_NUMBER() OVER (
            PARTITION BY change.mart, change.figure, change.key
            ORDER BY change.run_id NULLS LAST
        ) AS from_first,
        ROW_NUMBER() OVER (
            PARTITION BY change.mart, change.figure, change.key
            ORDER BY change.run_id DESC NULLS LAST
        ) AS from_last
    FROM meta.figure_change AS change
    WHERE change.run_id > CAST(? AS INTEGER)
        AND change.run_id <= CAST(? AS INTEGER)
)
SELECT
    last_step.mart,
    last_step.figure,
    last_step.key,
    first_step.before,
    last_step.after,
    last_step.cause,
    last_step.report_ids,
    last_step.run_id
FROM step AS last_step
INNER JOIN step AS first_step
    ON first_step.mart = last_step.mart
    AND first_step.figure = last_step.figure
    AND first_step.key = last_step.key
    AND first_step.from_first = 1
WHERE last_step.from_last = 1
    AND first_step.before IS DISTINCT FROM last_step.after
ORDER BY
    last_step.period NULLS LAST,
    last_step.mart NULLS LAST,
    last_step.figure NULLS LAST,
    last_step.key NULLS LAST
