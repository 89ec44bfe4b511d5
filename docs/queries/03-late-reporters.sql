-- Who reports late most often?
SELECT
    board.organisation_code,
    COUNT(*) AS late_reports
FROM mart.board AS board
WHERE board.timeliness = 'late'
GROUP BY board.organisation_code
ORDER BY late_reports DESC, board.organisation_code
