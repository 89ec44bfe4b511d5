-- Which pilots are in which stage now?
SELECT
    pilot.organisation_code,
    pilot.pilot,
    pilot.stage,
    pilot.period
FROM core.pilot AS pilot
ORDER BY pilot.organisation_code, pilot.pilot, pilot.period, pilot.row_number
