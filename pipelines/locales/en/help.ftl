# Texts of --help. Keys: help-<command>, help-<command>-<argument>, help-global-<flag>.

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Options of every command
help-value-options = OPTIONS
help-value-command = COMMAND

help-kooste = Consolidates the monthly reports of municipalities and organisations and writes the steering group's summary
help-kooste-after =
    Try first:       kooste demo
    Your own region: kooste init MY-REGION --region uusimaa
    Every month:     copy what arrived into the folder inbox and give the command kooste run

    Exit codes: 0 done, 1 nothing that arrived could be used, 2 wrong command or settings,
    3 rejected rows or reports (--strict), 4 the warehouse is in use by another program, 70 a fault of ours.

help-global-workspace = Folder of the workspace (default: the current folder)
help-global-lang = Language of the messages (default: LC_ALL, LC_MESSAGES or LANG, else Finnish)
help-global-json = The result as JSON on standard output
help-global-quiet = Show only errors that stop the work
help-global-verbose = List every issue
help-global-no-progress = Show no progress bar
help-global-help = Show this help
help-global-version = Show the version

help-demo = Makes a workspace of the built-in example reports and runs it
help-demo-dir = Folder to make (default: kooste-demo)
help-demo-region = Region: paakaupunkiseutu (default), uusimaa, paijat-hame or kanta-hame

help-init = Makes a new workspace
help-init-dir = Folder to make
help-init-region = Ready region: paakaupunkiseutu, uusimaa, paijat-hame or kanta-hame
help-init-blank = The region file as an empty form that you fill in yourself

help-run = The monthly consolidation: reads new reports, updates the warehouse and writes the summaries
help-run-months = Month whose summary is written; may be repeated (default: the months with changes)
help-run-strict = Exit code 3 if rows or reports were rejected
help-run-no-report = Write no summaries

help-status = Who has reported: organisation × form, reporting rate and on-time rate
help-status-month = Month (default: the last one with reports)

help-check = Judges files without a warehouse; for those who send reports, too
help-check-files = Files to judge
help-check-strict = Exit code 3 if rows or reports would be rejected

help-inspect = Explains how a file was understood: format, tables, headers, columns and rows
help-inspect-file = File

help-table = Prints a table found in the file as CSV (RFC 4180)
help-table-file = File
help-table-sheet = Name of the sheet (default: the first one with a table)
help-table-table = Which table of the sheet (default: 1)
help-table-raw = The text as in the file, nothing normalised

help-report = Writes the summaries again from the warehouse
help-report-months = Month whose summary is written; may be repeated (default: all with reports)
help-report-as-of-close = Make the summaries of closed months anew as of their closing and compare them with what was approved; writes nothing

help-feedback = Writes feedback to each reporter: a page and a workbook in which the cells to correct are marked
help-feedback-months = Month whose feedback is written; may be repeated (default: the last one with reports)

help-template = Makes a blank report template for each reporter, with lists to choose from, checks and hints
help-template-month = Month the template is for (default: the one after the last reported)
help-template-organisation = Code of the reporter; may be repeated (default: all)

help-query = Asks the warehouse in SQL; nothing can be changed
help-query-sql = SQL statement
help-query-format = Format of the result (default: table on a terminal, else csv)

help-trace = Follows a figure, a row or a fact to file, sheet, cell and the text found there
help-trace-asked = Id of a figure, or for example monthly_summary.sessions:uusimaa,2018-10,II, activity:NUMBER, cost:REPORT:SHEET!ROW, report:REPORT

help-plan = Tells what a run would do, report by report, without doing it

help-diff = Tells what changed between two runs, figure by figure, and why
help-diff-from = The earlier run (default: the one before the later)
help-diff-to = The later run (default: the last)

help-close = Locks a month that the steering group approved; what comes later is told as a revision in the next summary
help-close-month = Month

help-reopen = Opens a closed month again
help-reopen-month = Month
help-reopen-why = Why it is opened

help-export = Writes the warehouse as a Data Package (datapackage.json with a Table Schema); small counts of people are hidden
help-export-dir = Folder: new, empty or holding an earlier package
help-export-format = Format: parquet (default) or csv
help-export-internal = All tables and all values, for use within the organisation only

help-doctor = Checks settings and warehouse: audits, originals in the archive, duties, sources and decisions
help-doctor-repair = Repair what can be derived: summaries, stray files, originals that are still in the folder inbox
