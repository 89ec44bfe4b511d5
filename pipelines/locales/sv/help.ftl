# Texts of --help. Keys: help-<command>, help-<command>-<argument>, help-global-<flag>.

help-heading-usage = Användning
help-heading-commands = Kommandon
help-heading-arguments = Argument
help-heading-options = Flaggor
help-heading-global = Flaggor för alla kommandon
help-value-options = FLAGGOR
help-value-command = KOMMANDO

help-kooste = Sammanställer kommunernas och organisationernas månadsrapporter och skriver styrgruppens sammandrag
help-kooste-after =
    Pröva först: kooste demo
    Egen region: kooste init MIN-REGION --region uusimaa
    Varje månad: kopiera det som kommit till mappen inbox och ge kommandot kooste run

    Returkoder: 0 klart, 1 inget av det som kommit kunde användas, 2 fel i kommando eller inställningar,
    3 avvisade rader eller rapporter (--strict), 4 datalagret används av ett annat program, 70 fel i programmet.

help-global-workspace = Arbetsmapp (förval: den aktuella mappen)
help-global-lang = Meddelandenas språk (förval: LC_ALL, LC_MESSAGES eller LANG, annars finska)
help-global-json = Resultatet som JSON på standard ut
help-global-quiet = Visa bara fel som stoppar arbetet
help-global-verbose = Räkna upp varje iakttagelse
help-global-no-progress = Visa ingen förloppsmätare
help-global-help = Visa den här hjälpen
help-global-version = Visa versionen

help-demo = Gör en arbetsmapp av de medföljande exempelrapporterna och kör den
help-demo-dir = Mapp som görs (förval: kooste-demo)
help-demo-region = Region: paakaupunkiseutu (förval), uusimaa, paijat-hame eller kanta-hame

help-init = Gör en ny arbetsmapp
help-init-dir = Mapp som görs
help-init-region = Färdig region: paakaupunkiseutu, uusimaa, paijat-hame eller kanta-hame
help-init-blank = Regionfilen som en tom botten som du fyller i själv

help-run = Månadens sammanställning: läser nya rapporter, uppdaterar datalagret och skriver sammandragen
help-run-months = Månad vars sammandrag skrivs; kan upprepas (förval: månaderna där något ändrats)
help-run-strict = Returkod 3 om rader eller rapporter avvisats
help-run-no-report = Skriv inga sammandrag

help-status = Vem som har rapporterat: organisation × blankett, rapporteringsgrad och andel i tid
help-status-month = Månad (förval: den senaste med rapporter)

help-check = Granskar filer utan datalager; passar också den som skickar rapporten
help-check-files = Filer som granskas
help-check-strict = Returkod 3 om rader eller rapporter skulle avvisas

help-inspect = Förklarar hur en fil förstods: format, tabeller, rubriker, kolumner och rader
help-inspect-file = Fil

help-table = Skriver ut en tabell ur filen som CSV (RFC 4180)
help-table-file = Fil
help-table-sheet = Bladets namn (förval: det första med en tabell)
help-table-table = Vilken av bladets tabeller (förval: 1)
help-table-raw = Texten som den står i filen, inget förenhetligas

help-report = Skriver sammandragen på nytt ur datalagret
help-report-months = Månad vars sammandrag skrivs; kan upprepas (förval: alla med rapporter)
help-report-as-of-close = Gör sammandragen för låsta månader på nytt enligt läget då de låstes och jämför dem med de godkända; inget skrivs

help-feedback = Skriver respons till varje rapportör: en sida och en arbetsbok där cellerna som ska rättas är märkta
help-feedback-months = Månad vars respons skrivs; kan upprepas (förval: den sista med rapporter)

help-template = Gör en tom rapportmall för varje rapportör: med listor, kontroller och anvisningar
help-template-month = Månad som mallen görs för (förval: den efter den sista rapporterade)
help-template-organisation = Rapportörens kod; kan upprepas (förval: alla)

help-query = Fråga datalagret med SQL; ingenting kan ändras
help-query-sql = SQL-sats
help-query-format = Resultatets format (förval: table i terminalen, annars csv)

help-trace = Följer en siffra, en rad eller en uppgift till fil, blad, cell och texten där
help-trace-asked = Siffrans id eller till exempel monthly_summary.sessions:uusimaa,2018-10,II, activity:NUMMER, cost:RAPPORT:BLAD!RAD, report:RAPPORT

help-plan = Berättar vad en körning skulle göra, rapport för rapport, utan att göra det

help-diff = Berättar vad som ändrades mellan två körningar, siffra för siffra, och varför
help-diff-from = Den tidigare körningen (förval: den före den senare)
help-diff-to = Den senare körningen (förval: den sista)

help-close = Låser en månad som styrgruppen har godkänt; det som kommer senare berättas som ändringar i nästa sammandrag
help-close-month = Månad

help-reopen = Öppnar en stängd månad på nytt
help-reopen-month = Månad
help-reopen-why = Varför den öppnas

help-export = Skriver datalagret som ett Data Package (datapackage.json med Table Schema); små antal personer döljs
help-export-dir = Mapp: ny, tom eller med ett tidigare paket
help-export-format = Format: parquet (förval) eller csv
help-export-internal = Alla tabeller och värden, bara för organisationens eget bruk

help-doctor = Kontrollerar inställningar och datalager: granskningar, original i arkivet, skyldigheter, källor och beslut
help-doctor-repair = Reparera det som kan härledas: sammanställningar, lösa filer, original som ännu finns bland dem som kommit
