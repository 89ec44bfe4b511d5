# What the commands say about their results.

init-done = The workspace is ready: { $path }
init-next = Copy the reports that arrived into the folder { $path }/inbox and give the command: kooste run --workspace { $path }
init-next-blank = Fill in the region and its reporters in { $path }/kooste.toml, copy the reports into the folder { $path }/inbox and give the command: kooste run --workspace { $path }

run-nothing-new =
    Nothing has changed; the folder holds { $files ->
        [one] one file that was read before
       *[other] { $files } files that were read before
    }.
run-inbox-empty = The folder inbox, into which reports are put, is empty.
run-files =
    { $new ->
        [one] One new file
       *[other] { $new } new files
    }, unchanged { $unchanged }, unusable { $rejected }.
files-known =
    { $count ->
        [one] The content of one file is already read under another name.
       *[other] The content of { $count } files is already read under another name.
    }
run-rows =
    { $loaded ->
        [one] One row loaded
       *[other] { $loaded } rows loaded
    }, { $quarantined } rejected.
run-again =
    { $count ->
        [one] One file of the archive reads
       *[other] { $count } files of the archive read
    } otherwise than before, because rules or decisions changed; issues cleared: { $cleared }.
run-reports = Reports now: received { $accepted }, nil { $nil }, rejected { $rejected }, missing { $missing }.
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
check-report = { "  " }{ $organisation }, { $form }, { $month }: usable rows { $loaded }, rejected { $quarantined }
check-report-nil = { "  " }{ $organisation }, { $form }, { $month }: nil return
check-more = { "  " }… and { $count } more (show all: -v)

inspect-file = { $path }: { $format }
inspect-text = Encoding { $encoding }, delimiter { $delimiter }, quote { $quote }
inspect-sheet = Sheet { $name }: rows { $rows }, columns { $columns }, cells { $cells }
inspect-sheet-hidden = Sheet { $name } (hidden, not read): rows { $rows }, columns { $columns }, cells { $cells }
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

trace-figure = { $address } [{ $id }] = { $value }
trace-row = { $address }
trace-number = { "  " }{ $column } [{ $id }] = { $value }
trace-formula = Computed as { $expression } = { $value }{ $parts ->
    [0] .
   *[other] {" "}from:
}
trace-unknown = What it is made of is not recorded figure by figure; its row is: give the row without the column.
trace-sum =
    { $count ->
        [one] One source
       *[other] { $count } sources
    }, together { $sum }:
trace-sources =
    { $count ->
        [one] One source
       *[other] { $count } sources
    }:
trace-more = … and { $count } more (show all: -v)
trace-missing = (no file: the report did not come)
trace-gives = : { $value }
trace-place = { "  " }{ $place } ({ $report }){ $value }
trace-subtracted = { "    " }minus the running total of the month before, { $place } ({ $report }){ $value }
trace-cell = { "    " }{ $cell } “{ $label }” ({ $field }, { $how }): { $text }
trace-cell-above = { "    " }{ $cell } “{ $label }” ({ $field }, { $how }): blank, holds on from { $above }: { $text }
trace-note = { "    " }Note: { $field } “{ $found }”: { $state }
trace-issue = { "    " }Issue: { $message }
trace-decision = { "    " }Decision { $number }: “{ $found }” means { $means } ({ $by }: { $why })
trace-original = { "    " }Original: { $path }
trace-no-original = { "    " }The original is not in the archive: it held personal data, was too large, or is damaged there.
trace-superseded = { "    " }This version has been superseded.

plan-files = Files { $found }: to be read { $new }, unchanged { $unchanged }.
plan-again =
    { $count ->
        [one] One file of the archive
       *[other] { $count } files of the archive
    } to be read again, because rules or decisions changed.
plan-new =
    { $count ->
        [one] One new report
       *[other] { $count } new reports
    }:
plan-changed =
    { $count ->
        [one] One changed report
       *[other] { $count } changed reports
    }:
plan-rejected =
    { $count ->
        [one] One report
       *[other] { $count } reports
    } that cannot be used:
plan-outranked =
    { $count ->
        [one] One report
       *[other] { $count } reports
    } that a version already there goes before:
plan-missing =
    { $count ->
        [one] One report
       *[other] { $count } reports
    } now missing:
plan-unchanged =
    { $count ->
        [one] One report
       *[other] { $count } reports
    } unchanged.
plan-more = … and { $count } more (show all: -v)
plan-months = { "  " }for the months { $first } to { $last } (show all: -v)
plan-version =
    { $state }, rows { $rows }{ $quarantined ->
        [0] { "" }
       *[other] , rejected { $quarantined }
    } ({ $path })
plan-state-accepted = accepted
plan-state-accepted-with-issues = accepted with issues
plan-state-nil = nil return
plan-state-rejected = rejected
plan-state-missing = missing

diff-title =
    { $count ->
        [one] One figure
       *[other] { $count } figures
    } changed from run { $from } to run { $to }.
diff-change = { $address }: { $before } → { $after } ({ $cause }, { $run }: { $reports })
diff-cause-correction = correction
diff-cause-resubmission = new version
diff-cause-late-report = late report
diff-cause-rule-change = rule or decision changed

report-same = { $file }: made anew, the same byte for byte
report-differs = { $file }: made anew, it is not what was approved
close-done = The month { $month } is closed; its summary is kept as it is.
reopen-done = The month { $month } is open again.

export-public = { $count } files; facts are left out and small counts of people are hidden (everything: --internal).
export-internal = { $count } files with all values: do not publish them.

doctor-well = All is well.
doctor-repaired =
    { $count ->
        [one] One fault
       *[other] { $count } faults
    } repaired.
doctor-audit = A check of the warehouse fails: { $place }: { $detail }
doctor-original-missing = The original { $place } is not in the archive.
doctor-original-damaged = The original { $place } has changed in the archive.
doctor-stray = Nothing relies on the file { $place } (remove: --repair).
doctor-older = The warehouse { $place } was laid out by an earlier version; the next run brings it up to date.{ $detail }
doctor-duties-overlap = { $place } and { $detail } stand for the same municipality and owe the same reports in the same months.
doctor-source-unmatched = The source “{ $place }” of the region file matches nothing that arrived.{ $detail }
doctor-decision-expired = { $place } is no longer in force: { $detail }
doctor-decision-unused = { $place } has not decided anything: “{ $detail }”
