-- Name of the file with a hash.
SELECT submission.file_name FROM meta.submission AS submission WHERE submission.submission_id = CAST(? AS VARCHAR)
