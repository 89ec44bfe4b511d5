-- Organisations that owe a report of the last reported month and of which nothing usable came, each once.
WITH last_month AS (
    SELECT MAX(board.period) AS period
    FROM mart.board AS board
    WHERE board.received = 1
)
SELECT DISTINCT
    board.period,
    organisation.name_fi,
    organisation.name_sv,
    organisation.name_en,
    organisation.position
FROM mart.board AS board
INNER JOIN last_month
    ON last_month.period = board.period
INNER JOIN ref.organisation AS organisation
    ON organisation.organisation_code = board.organisation_code
WHERE board.expected = 1 AND board.received = 0
ORDER BY organisation.position NULLS LAST
