-- States, timeliness and supersession of reports fit each other.
SELECT report_id, state, timeliness, superseded_by, blocked_by
FROM meta.report
WHERE (state = 'missing') <> (submission_id IS NULL)
   OR (state = 'missing' AND received_on IS NOT NULL)
   OR (state IN ('accepted', 'accepted_with_issues', 'nil') AND blocked_by IS NOT NULL)
   OR (valid_to_run IS NULL AND superseded_by IS NOT NULL)
   OR valid_to_run < valid_from_run
   OR period <> date_trunc('month', period)
ORDER BY report_id
