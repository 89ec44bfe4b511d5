# What the command says when it cannot do its work. Lower case, no full stop; hints tell one thing to try.

label-error = error
label-cause = cause
label-hint = hint

hint-did-you-mean = did you mean `{ $word }`?
hint-help = kooste --help lists the commands, kooste COMMAND --help the options of one
hint-allowed = allowed: { $allowed }
hint-month = write year and month like this: 2018-10
hint-share = write the share like this: { $value }
hint-municipality-code = the municipality's number with three digits in quotes, for example "049"
hint-file-meaning = write for example "organisation=espoo, form=activities, period=2018-10"
hint-init = make a workspace: kooste init DIR --region NAME, or go to the workspace, or give --workspace
hint-demo-folder = give another folder: kooste demo DIR
hint-init-folder = give a new or empty folder
hint-run-first = run first: kooste run
hint-close-other = close the program that has the warehouse open and try again
hint-tables = list the tables: kooste inspect { $file }
hint-query = give a valid SQL statement; kooste query "SHOW ALL TABLES" lists the tables
hint-inbox = copy the reports that arrived into the folder { $path }
hint-pipe = send the result into a file: kooste query … --format parquet > result.parquet

usage-unknown-argument = unknown option `{ $argument }`
usage-unknown-command = unknown command `{ $command }`
usage-invalid-value = `{ $argument }` cannot be `{ $value }`; allowed: { $allowed }
usage-malformed-value = `{ $value }` does not do as `{ $argument }`
usage-missing-argument = missing: `{ $argument }`
usage-conflict = `{ $argument }` and `{ $other }` do not go together
usage-missing-command = the command is missing
usage-other = the command is not understood

failure-fault = a fault of this program, not yours
failure-fault-hint = the last good warehouse is still there; report the fault together with this text
failure-not-a-workspace = `{ $path }` is no workspace: it has no file kooste.toml
failure-settings = the settings file `{ $path }` must be put right
failure-settings-unreadable = the settings file `{ $path }` cannot be read
failure-programme = the programme `{ $name }` cannot be used
failure-unknown-region = there is no region `{ $name }`
failure-folder-not-empty = the folder `{ $path }` already holds something else
failure-write = the file `{ $path }` cannot be written
failure-read = the file `{ $path }` cannot be read
failure-inbox = the folder of arrived reports `{ $path }` does not exist
failure-warehouse-missing = the warehouse `{ $path }` does not exist yet
failure-warehouse-in-use = the warehouse `{ $path }` is in use by another program
failure-warehouse = the warehouse `{ $path }` cannot be used
failure-query = the query cannot be carried out
failure-query-terminal = a parquet result is binary and is not written to a terminal
failure-sheet = the file `{ $file }` has no sheet `{ $sheet }`
failure-table = the file `{ $file }` has no table { $table }
failure-refused = the file cannot be read
failure-month-without-reports = there is nothing to tell about { $month }
failure-organisation = the region file has no reporter `{ $code }`
failure-month-outside = the month { $month } is outside the project, { $first }–{ $last }
failure-nothing-reported = the warehouse holds no reports yet
failure-region = the region file cannot be followed

settings-unknown-key = unknown key `{ $key }`
settings-unknown-value = unknown value `{ $value }`
settings-missing-key = the key `{ $key }` is missing
settings-duplicate-key = the same key twice
settings-wrong-type = wrong type: found { $found }, wanted { $expected }
settings-syntax = fault in the TOML syntax: { $detail }
settings-code = the code `{ $value }` may hold only letters a–z, digits and dashes
settings-no-name = the Finnish name is missing
settings-month = `{ $value }` is no month
settings-months-order = the last month { $last } is before the first { $first }
settings-no-language = list at least one language
settings-unknown-language = unknown language `{ $value }`
settings-due-day = the due day must be 1–31, not { $value }
settings-share = the share must be between 0 and 1, not { $value }
settings-unknown-form = unknown form `{ $value }`
settings-unknown-organisation = unknown organisation `{ $value }`
settings-duplicate-organisation = the organisation `{ $value }` stands above already
settings-unknown-municipality = unknown municipality number `{ $value }`
settings-reports-with-itself = the organisation `{ $value }` cannot report together with itself
settings-header-row = rows are numbered from one
settings-unknown-issue = unknown issue code `{ $value }`
settings-unknown-field = unknown field `{ $value }`
settings-unknown-code = unknown code `{ $value }`
settings-file-meaning = `{ $value }` tells neither organisation, form nor month

progress-read = Reading reports
progress-store = Storing
progress-models = Computing summaries
progress-reports = Writing summaries
progress-other = Working
