# Vad kommandona säger om sina resultat.

init-done = Arbetsmappen är klar: { $path }
init-next = Kopiera rapporterna som kommit till mappen { $path }/inbox och ge kommandot: kooste run --workspace { $path }
init-next-blank = Fyll i regionen och rapportörerna i filen { $path }/kooste.toml, kopiera rapporterna till mappen { $path }/inbox och ge kommandot: kooste run --workspace { $path }

run-nothing-new =
    Inget har ändrats; mappen har { $files ->
        [one] en fil som redan lästs
       *[other] { $files } filer som redan lästs
    }.
run-inbox-empty = Mappen inbox för inkomna rapporter är tom.
run-files =
    { $new ->
        [one] En ny fil
       *[other] { $new } nya filer
    }, oförändrade { $unchanged }, obrukbara { $rejected }.
files-known =
    { $count ->
        [one] Innehållet i en fil är redan läst under ett annat namn.
       *[other] Innehållet i { $count } filer är redan läst under ett annat namn.
    }
run-rows =
    { $loaded ->
        [one] En rad laddades
       *[other] { $loaded } rader laddades
    }, { $quarantined } avvisades.
run-again =
    { $count ->
        [one] En fil i arkivet lästes
       *[other] { $count } filer i arkivet lästes
    } annorlunda än förut, eftersom regler eller beslut ändrades; iakttagelser som föll bort: { $cleared }.
run-reports = Rapporter nu: inkomna { $accepted }, nollrapporter { $nil }, avvisade { $rejected }, saknade { $missing }.
run-issues =
    Iakttagelser: { $errors ->
        [one] ett fel
       *[other] { $errors } fel
    }, { $warnings ->
        [one] en varning
       *[other] { $warnings } varningar
    }, { $notices ->
        [one] en anmärkning
       *[other] { $notices } anmärkningar
    }.
run-rejected = Inget i dessa filer kunde användas:
run-rejected-more = … och { $count } till (visa alla: -v)

demo-made =
    Exempelregionen { $path }: { $files ->
        [one] en rapport
       *[other] { $files } rapportfiler
    } i mappen { $path }/inbox
demo-missing = För månaden { $month } saknas rapporter: { $names }
demo-pages = Se sammandragen i webbläsaren:
demo-next = Härnäst: kooste status --workspace { $path }

status-title = Rapportering { $month }
status-organisation = Organisation
status-timely = ✓ i tid
status-late = ◷ sen
status-missing = ✗ saknas
status-rejected = ! avvisad
status-nil = ○ noll
status-nil-late = ○ noll, sen
status-rates = Inkommit { $actual }/{ $expected } rapporter ({ $rate }), i tid { $ontime } ({ $rateontime }).

check-good = ✓ { $path }: i sin ordning
check-doubtful = ? { $path }: användbar, kontrollera varningarna
check-partial = ! { $path }: en del av uppgifterna föll bort
check-unusable = ✗ { $path }: inget kan användas
check-report = { "  " }{ $organisation }, { $form }, { $month }: dugliga rader { $loaded }, avvisade { $quarantined }
check-report-nil = { "  " }{ $organisation }, { $form }, { $month }: nollrapport
check-more = { "  " }… och { $count } till (visa alla: -v)

inspect-file = { $path }: { $format }
inspect-text = Teckenkodning { $encoding }, avgränsare { $delimiter }, citationstecken { $quote }
inspect-sheet = Blad { $name }: rader { $rows }, kolumner { $columns }, celler { $cells }
inspect-sheet-hidden = Blad { $name } (dolt, läses inte): rader { $rows }, kolumner { $columns }, celler { $cells }
inspect-pair = { "  " }{ $cell } { $key }: { $value } → { $fields }
inspect-nil = { "  " }{ $cell } säger att det inte fanns någon verksamhet: { $text }
inspect-no-table = { "  " }Ingen tabell hittades
inspect-table = { "  " }Tabell { $number }: { $form }, rubrikrader { $header }
inspect-column = Kolumn
inspect-label = Rubrik
inspect-field = Fält
inspect-how = Grund
inspect-score = Säkerhet
inspect-rows = { "  " }Rader: { $kinds }
inspect-rows-header = rubriker
inspect-rows-section = mellanrubriker
inspect-rows-data = uppgifter
inspect-rows-total = summarader
inspect-rows-blank = tomma
inspect-rows-note = anmärkningar

trace-figure = { $address } [{ $id }] = { $value }
trace-row = { $address }
trace-number = { "  " }{ $column } [{ $id }] = { $value }
trace-formula = Räknat som { $expression } = { $value }{ $parts ->
    [0] .
   *[other] {" "}av:
}
trace-unknown = Vad den består av är inte antecknat siffra för siffra, men för raden är det: ge raden utan kolumn.
trace-sum =
    { $count ->
        [one] En källa
       *[other] { $count } källor
    }, sammanlagt { $sum }:
trace-sources =
    { $count ->
        [one] En källa
       *[other] { $count } källor
    }:
trace-more = … och { $count } till (visa alla: -v)
trace-missing = (ingen fil: rapporten kom inte)
trace-gives = : { $value }
trace-place = { "  " }{ $place } ({ $report }){ $value }
trace-subtracted = { "    " }minus det kumulativa talet för månaden före, { $place } ({ $report }){ $value }
trace-cell = { "    " }{ $cell } ”{ $label }” ({ $field }, { $how }): { $text }
trace-cell-above = { "    " }{ $cell } ”{ $label }” ({ $field }, { $how }): tom, fortsätter från { $above }: { $text }
trace-note = { "    " }Anmärkning: { $field } ”{ $found }”: { $state }
trace-issue = { "    " }Iakttagelse: { $message }
trace-decision = { "    " }Beslut { $number }: ”{ $found }” betyder { $means } ({ $by }: { $why })
trace-original = { "    " }Original: { $path }
trace-no-original = { "    " }Originalet finns inte i arkivet: det innehöll personuppgifter, var för stort eller är skadat där.
trace-superseded = { "    " }Den här versionen har ersatts.

plan-files = Filer { $found }: att läsa { $new }, oförändrade { $unchanged }.
plan-again =
    { $count ->
        [one] En fil i arkivet
       *[other] { $count } filer i arkivet
    } läses på nytt, eftersom regler eller beslut ändrades.
plan-new =
    { $count ->
        [one] En ny rapport
       *[other] { $count } nya rapporter
    }:
plan-changed =
    { $count ->
        [one] En ändrad rapport
       *[other] { $count } ändrade rapporter
    }:
plan-rejected =
    { $count ->
        [one] En rapport
       *[other] { $count } rapporter
    } som inte kan användas:
plan-outranked =
    { $count ->
        [one] En rapport
       *[other] { $count } rapporter
    } som en tidigare version går före:
plan-missing =
    { $count ->
        [one] En rapport
       *[other] { $count } rapporter
    } saknas nu:
plan-unchanged =
    { $count ->
        [one] En rapport
       *[other] { $count } rapporter
    } oförändrade.
plan-more = … och { $count } till (visa alla: -v)
plan-months = { "  " }för månaderna { $first } – { $last } (visa alla: -v)
plan-version =
    { $state }, rader { $rows }{ $quarantined ->
        [0] { "" }
       *[other] , underkända { $quarantined }
    } ({ $path })
plan-state-accepted = godkänd
plan-state-accepted-with-issues = godkänd med anmärkningar
plan-state-nil = nollrapport
plan-state-rejected = underkänd
plan-state-missing = saknas

diff-title =
    { $count ->
        [one] En siffra
       *[other] { $count } siffror
    } ändrades från körning { $from } till körning { $to }.
diff-change = { $address }: { $before } → { $after } ({ $cause }, { $run }: { $reports })
diff-cause-correction = rättelse
diff-cause-resubmission = ny version
diff-cause-late-report = försenad rapport
diff-cause-rule-change = regel eller beslut ändrades

report-same = { $file }: gjordes på nytt, lika byte för byte
report-differs = { $file }: gjordes på nytt och är inte det som godkändes
close-done = Månaden { $month } är stängd; dess sammandrag bevaras som det är.
reopen-done = Månaden { $month } är öppen igen.

export-public = { $count } filer; enskilda uppgifter är utelämnade och små antal personer dolda (allt: --internal).
export-internal = { $count } filer med alla värden: publicera dem inte.

doctor-well = Allt är i sin ordning.
doctor-repaired =
    { $count ->
        [one] Ett fel
       *[other] { $count } fel
    } reparerat.
doctor-audit = En granskning av datalagret håller inte: { $place }: { $detail }
doctor-original-missing = Originalet { $place } finns inte i arkivet.
doctor-original-damaged = Originalet { $place } har ändrats i arkivet.
doctor-stray = Ingenting behöver filen { $place } (ta bort: --repair).
doctor-older = Datalagret { $place } är gjort av en tidigare version; nästa körning uppdaterar det.{ $detail }
doctor-duties-overlap = { $place } och { $detail } står för samma kommun och är skyldiga samma rapporter för samma månader.
doctor-source-unmatched = Regionfilens källa ”{ $place }” motsvarar ingenting som har kommit.{ $detail }
doctor-decision-expired = { $place } gäller inte längre: { $detail }
doctor-decision-unused = { $place } har inte avgjort något: ”{ $detail }”
