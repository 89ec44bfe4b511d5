# What the command says when it cannot do its work. Lower case, no full stop; hints tell one thing to try.

label-error = fel
label-cause = orsak
label-hint = tips

hint-did-you-mean = menade du `{ $word }`?
hint-help = kooste --help räknar upp kommandona, kooste KOMMANDO --help ett kommandos flaggor
hint-allowed = tillåtna: { $allowed }
hint-month = skriv år och månad så här: 2018-10
hint-share = andelen skrivs så här: { $value }
hint-municipality-code = kommunnumret med tre siffror inom citationstecken, till exempel "049"
hint-file-meaning = skriv till exempel "organisation=espoo, form=activities, period=2018-10"
hint-init = gör en arbetsmapp: kooste init MAPP --region NAMN, eller gå till arbetsmappen eller ge --workspace
hint-demo-folder = ge en annan mapp: kooste demo MAPP
hint-init-folder = ge en ny eller tom mapp
hint-run-first = kör först: kooste run
hint-close-other = stäng programmet som har datalagret öppet och försök på nytt
hint-tables = räkna upp tabellerna: kooste inspect { $file }
hint-query = ge en giltig SQL-sats; tabellerna räknas upp till exempel av kooste query "SHOW ALL TABLES"
hint-inbox = kopiera rapporterna som kommit till mappen { $path }
hint-pipe = styr resultatet till en fil: kooste query … --format parquet > resultat.parquet

usage-unknown-argument = okänd flagga `{ $argument }`
usage-unknown-command = okänt kommando `{ $command }`
usage-invalid-value = `{ $argument }` kan inte vara `{ $value }`; tillåtna: { $allowed }
usage-malformed-value = `{ $value }` duger inte som `{ $argument }`
usage-missing-argument = saknas: `{ $argument }`
usage-conflict = `{ $argument }` och `{ $other }` går inte ihop
usage-missing-command = kommandot saknas
usage-other = kommandot förstås inte

failure-fault = ett fel i programmet, inte hos dig
failure-fault-hint = det senaste giltiga datalagret finns kvar; anmäl felet och bifoga den här texten
failure-not-a-workspace = `{ $path }` är ingen arbetsmapp: där finns ingen fil kooste.toml
failure-settings = inställningsfilen `{ $path }` måste rättas
failure-settings-unreadable = inställningsfilen `{ $path }` kan inte läsas
failure-programme = programmet `{ $name }` kan inte användas
failure-unknown-region = regionen `{ $name }` finns inte
failure-folder-not-empty = mappen `{ $path }` har redan annat innehåll
failure-write = filen `{ $path }` kan inte skrivas
failure-read = filen `{ $path }` kan inte läsas
failure-inbox = mappen för inkomna rapporter `{ $path }` finns inte
failure-warehouse-missing = datalagret `{ $path }` finns inte ännu
failure-warehouse-in-use = datalagret `{ $path }` används av ett annat program
failure-warehouse = datalagret `{ $path }` kan inte användas
failure-query = frågan kan inte utföras
failure-query-terminal = ett parquet-resultat är binärt och skrivs inte i terminalen
failure-sheet = filen `{ $file }` har inget blad `{ $sheet }`
failure-table = i filen `{ $file }` finns ingen tabell { $table }
failure-refused = filen kan inte läsas
failure-month-without-reports = för månaden { $month } finns inget att berätta
failure-organisation = rapportören `{ $code }` finns inte i regionfilen
failure-month-outside = månaden { $month } hör inte till projekttiden { $first }–{ $last }
failure-nothing-reported = datalagret har ännu inga rapporter
failure-region = regionfilen kan inte följas

settings-unknown-key = okänd nyckel `{ $key }`
settings-unknown-value = okänt värde `{ $value }`
settings-missing-key = nyckeln `{ $key }` saknas
settings-duplicate-key = samma nyckel två gånger
settings-wrong-type = fel typ: { $found } hittades, { $expected } behövs
settings-syntax = fel i TOML-syntaxen: { $detail }
settings-code = koden `{ $value }` får bara ha bokstäverna a–z, siffror och streck
settings-no-name = det finska namnet saknas
settings-month = `{ $value }` är ingen månad
settings-months-order = den sista månaden { $last } är före den första { $first }
settings-no-language = räkna upp minst ett språk
settings-unknown-language = okänt språk `{ $value }`
settings-due-day = förfallodagen ska vara 1–31, inte { $value }
settings-share = andelen ska vara mellan 0 och 1, inte { $value }
settings-unknown-form = okänd blankett `{ $value }`
settings-unknown-organisation = okänd organisation `{ $value }`
settings-duplicate-organisation = organisationen `{ $value }` finns redan ovan
settings-unknown-municipality = okänt kommunnummer `{ $value }`
settings-reports-with-itself = organisationen `{ $value }` kan inte rapportera tillsammans med sig själv
settings-header-row = raderna numreras från ett
settings-unknown-issue = okänd iakttagelsekod `{ $value }`
settings-unknown-field = okänt fält `{ $value }`
settings-unknown-code = okänd kod `{ $value }`
settings-file-meaning = `{ $value }` säger varken organisation, blankett eller månad

progress-read = Läser rapporter
progress-store = Sparar
progress-models = Räknar sammandrag
progress-reports = Skriver sammandrag
progress-other = Arbetar
