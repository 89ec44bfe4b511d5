-- The last value that a revision gives to a figure is the one before it in the next.
WITH step AS (
    SELECT
        change.mart,
        change.figure,
        change.key,
        change.run_id,
        change.before,
        LAG(change.after) OVER (
            PARTITION BY change.mart, change.figure, change.key
            ORDER BY change.run_id NULLS LAST
        ) AS after_earlier,
        ROW_NUMBER() OVER (
            PARTITION BY change.mart, change.figure, change.key
            ORDER BY change.run_id NULLS LAST
        ) AS step_number
    FROM meta.figure_change AS change
)
SELECT
    step.mart,
    step.figure,
    step.key,
    step.run_id,
    step.before,
    step.after_earlier
FROM step
WHERE step.step_number > 1
    AND step.before IS DISTINCT FROM step.after_earlier
ORDER BY step.mart NULLS LAST, step.figure NULLS LAST, step.key NULLS LAST, step.run_id NULLS LAST
