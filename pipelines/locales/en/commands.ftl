# What the commands say about their results.

init-done = The workspace is ready: { $path }
init-next = Copy the reports that arrived into the folder { $path }/inbox and give the command: kooste run --workspace { $path }
init-next-blank = Fill in the region and its reporters in { $path }/kooste.toml, copy the reports into the folder { $path }/inbox and give the command: kooste run --workspace { $path }

run-nothing-new = Nothing has changed; the folder holds { $files } files that were read before.
run-files =
    { $new ->
        [one] One new file
       *[other] { $new } new files
    }, { $unchanged } unchanged, { $rejected } unusable.
run-rows =
    { $loaded ->
        [one] One row loaded
       *[other] { $loaded } rows loaded
    }, { $quarantined } rejected.
run-reports = Reports now: { $accepted } received, { $nil } nil returns, { $rejected } rejected, { $missing } missing.
run-issues =
    Issues: { $errors ->
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    }, { $notices ->
        [one] one notice
       *[other] { $notices } notices
    }.
run-rejected = Nothing in these files could be used:
run-rejected-more = … and { $count } more (show all: -v)

demo-made =
    Example region { $path }: { $files ->
        [one] one report
       *[other] { $files } report files
    } in the folder { $path }/inbox
demo-missing = Reports are missing for { $month }: { $names }
demo-pages = See the summaries in a browser:
demo-next = Next: kooste status --workspace { $path }

status-title = Reporting { $month }
status-organisation = Organisation
status-timely = ✓ on time
status-late = ◷ late
status-missing = ✗ missing
status-rejected = ! rejected
status-nil = ○ nil
status-nil-late = ○ nil, late
status-rates = Received { $actual }/{ $expected } reports ({ $rate }), on time { $ontime } ({ $rateontime }).

check-good = ✓ { $path }: in order
check-doubtful = ? { $path }: usable, check the warnings
check-partial = ! { $path }: some of the data were left out
check-unusable = ✗ { $path }: nothing can be used
check-report = { "  " }{ $organisation }, { $form }, { $month }: { $loaded } rows usable, { $quarantined } rejected
check-report-nil = { "  " }{ $organisation }, { $form }, { $month }: nil return
check-more = { "  " }… and { $count } more (show all: -v)

inspect-file = { $path }: { $format }
inspect-text = Encoding { $encoding }, delimiter { $delimiter }, quote { $quote }
inspect-sheet = Sheet { $name }: { $rows } rows, { $columns } columns, { $cells } cells
inspect-sheet-hidden = Sheet { $name } (hidden, not read): { $rows } rows, { $columns } columns, { $cells } cells
inspect-pair = { "  " }{ $cell } { $key }: { $value } → { $fields }
inspect-nil = { "  " }{ $cell } says that there was no activity: { $text }
inspect-no-table = { "  " }No table was found
inspect-table = { "  " }Table { $number }: { $form }, header rows { $header }
inspect-column = Column
inspect-label = Label
inspect-field = Field
inspect-how = Reason
inspect-score = Score
inspect-rows = { "  " }Rows: { $kinds }
inspect-rows-header = headers
inspect-rows-section = section headings
inspect-rows-data = data
inspect-rows-total = totals
inspect-rows-blank = blank
inspect-rows-note = notes
