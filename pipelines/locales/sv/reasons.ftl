# Närmare orsaker till iakttagelserna: issue-<kod>--<orsak>. Det som fattas (cure) tas från kodens meddelande.

issue-format-error--empty = Filen är tom.
    .cure = Kontrollera att rätt fil sparades och skicka den på nytt.
issue-format-error--html = Filen är en webbsida, ingen tabell.
    .cure = Öppna den i ett kalkylprogram och spara som xlsx.
issue-format-error--pdf = Filen är en PDF, ingen tabell.
    .cure = Skicka tabellen som PDF-filen gjordes av.
issue-format-error--image = Filen är en bild, ingen tabell.
    .cure = Skicka tabellen som bilden togs av.
issue-format-error--zip = Filen är en packad mapp: { $found }.
    .cure = Packa upp den och skicka tabellerna i den.
issue-format-error--archive = Filen är en packad mapp.
    .cure = Packa upp den och skicka tabellerna i den.
issue-format-error--docx = Filen är ett Word-dokument, ingen tabell.
    .cure = Flytta uppgifterna till rapportmallen eller spara dem som xlsx.
issue-format-error--pptx = Filen är en presentation, ingen tabell.
    .cure = Flytta uppgifterna till rapportmallen eller spara dem som xlsx.
issue-format-error--odt = Filen är ett textdokument, ingen tabell.
    .cure = Flytta uppgifterna till rapportmallen eller spara dem som ods eller xlsx.
issue-format-error--opendocument = Filen är ett OpenDocument-dokument ({ $found }), ingen tabell.
issue-format-error--xml = Filen är XML-text, ingen tabell.
issue-format-error--rtf = Filen är RTF-text, ingen tabell.
    .cure = Flytta uppgifterna till rapportmallen eller spara dem som xlsx.
issue-format-error--old-excel = Filen har ett gammalt Excel-format och är inte ett enskilt kalkylblad.
issue-format-error--compound = Filen är ett gammalt Office-dokument, ingen tabell.
issue-format-error--binary = Filen är varken text eller något känt tabellformat.
issue-format-error--corrupt = Filen är skadad: { $found }.
    .cure = Öppna filen i kalkylprogrammet, spara den under nytt namn och skicka på nytt.
issue-format-error--no-sheets = Arbetsboken har inga blad.
issue-format-error--panic = Filen kunde inte läsas; felet ligger i programmet eller i filen.
    .cure = Spara filen på nytt i kalkylprogrammet, och anmäl felet om det inte hjälper.
issue-format-error--no-permission = Filen eller mappen kan inte läsas: datorn ger inte rätt till det.
    .cure = Ge dig själv läsrätt eller kopiera den på nytt till mappen för rapporter som kommit.
issue-format-error--changing = Filen ändrades medan den lästes.
    .cure = Stäng programmet som skriver den och kör på nytt.
issue-format-error--unreadable = Filen eller mappen kan inte läsas: disken eller nätverket ger ett fel.
    .cure = Kopiera den på nytt till mappen för rapporter som kommit; om det inte hjälper, begär den på nytt.

issue-file-encrypted--password = Filen är skyddad med lösenord.

issue-file-too-large--size = Filen har { $found } byte, mer än tillåtet.
issue-file-too-large--unpacked = Filen är uppackad { $found } byte, mer än tillåtet.
issue-file-too-large--cells = Filen har fler celler än tillåtet ({ $found }).
issue-file-too-large--rows = Filen har fler rader än tillåtet ({ $found }).
issue-file-too-large--columns = Filen har fler kolumner än tillåtet ({ $found }).
issue-file-too-large--nesting = Filens struktur har fler inre nivåer än tillåtet ({ $found }).
issue-file-too-large--text = Filen har mer text än som kan läsas ({ $found } byte).

issue-encoding-error--utf-16 = Texten ser ut som UTF-16 men har tecken som inte finns.
issue-encoding-error--unknown = Texten har byte som inte hör till någon känd teckenkodning.

issue-type-error--not-a-number = { $field }: { $found } är inget tal.
    .cure = Skriv bara ett tal i cellen.
issue-type-error--range = { $field }: { $found } är ett intervall, men fältet ska ha ett tal.
    .cure = Skriv ett tal.
issue-type-error--unit = { $field }: värdet { $found } har fel enhet.
    .cure = Skriv talet i fältets enhet.
issue-type-error--truth-value = { $field }: cellen har sanningsvärdet { $found }.
issue-type-error--too-large = { $field }: talet { $found } är för stort.
    .cure = Kontrollera talet.
issue-type-error--date-for-number = { $field }: cellen har datumet { $found } fast den ska ha ett tal.
    .cure = Byt cellens format till tal och skriv värdet på nytt.
issue-type-error--shifted = Raden har { $found } fält men rubriken { $expected }: värdena står i fel kolumner, och raden laddades inte.
    .cure = Sätt text som innehåller skiljetecknet inom citattecken eller skicka en Excel-fil.
issue-type-error--not-a-date = { $field }: { $found } är inget datum.
    .cure = Skriv datumet så här: 5.10.2018.
issue-type-error--year-missing = { $field }: i { $found } fattas året, och inget annat säger det.
    .cure = Skriv ut året också.
issue-type-error--impossible-date = { $field }: dagen { $found } finns inte.
    .cure = Kontrollera dag och månad.
issue-type-error--end-before-start = { $field }: perioden { $found } slutar före sin början.
    .cure = Kontrollera början och slutet.
issue-type-error--year-out-of-range = { $field }: året i { $found } är omöjligt.
    .cure = Kontrollera året.
issue-type-error--far-from-month = { $field }: { $found } ligger mer än ett år från rapportens månad.
    .cure = Kontrollera året.
issue-type-error--other_month = { $field }: { $found } ligger mer än ett år från rapportens månad.
    .cure = Kontrollera året.
issue-type-error--not-a-month = { $field }: { $found } är ingen månad.
    .cure = Skriv månaden så här: 10/2018.
issue-type-error--quarter = { $field }: { $found } är ett kvartal, ingen månad.
    .cure = Uppge varje månad för sig.
issue-type-error--several-months = { $field }: { $found } är mer än en månad.
    .cure = Uppge varje månad för sig.

issue-constraint-error--above-maximum = { $field }: { $found } är för stort.
    .cure = Kontrollera talet.
issue-constraint-error--below-minimum = { $field }: { $found } är för litet.
    .cure = Kontrollera talet.
issue-constraint-error--negative = { $field }: { $found } är negativt.
    .cure = Kontrollera talet; ett antal är noll eller mer.
issue-constraint-error--fraction = { $field }: { $found } är inget heltal; det närmaste vore { $expected }.
    .cure = Kontrollera talet; personer och gånger räknas i hela tal.

issue-value-corrected--epoch-1904 = { $field }: dagnumret { $found } räknades från år 1904: { $suggestion }.
issue-value-corrected--merged-municipality = { $field }: { $found } är en tidigare kommun; dess efterföljare { $suggestion } användes.
issue-value-corrected--misspelt = { $field }: { $found } är ett uppenbart skrivfel och lästes som { $suggestion }.
issue-value-corrected--converted = { $field }: { $found } omvandlades till fältets enhet: { $suggestion }.
issue-value-corrected--negative = { $field }: { $found } lästes som det negativa beloppet { $suggestion }.
issue-value-corrected--rounded = { $field }: { $found } avrundades: { $suggestion }.
issue-value-corrected--ditto = { $field }: { $found } lästes som värdet ovanför: { $suggestion }.

issue-value-derived--sum = { $field } saknades; det räknades ur sina delar: { $suggestion }.
issue-value-derived--period = Rapportens månad härleddes ur radernas datum: { $suggestion }.

issue-date-ambiguous--day-month-order = { $field }: i datumet { $found } framgår inte vilket tal som är månaden.
issue-date-ambiguous--day-month-number = { $field }: { $found } kan vara dag och månad eller bara ett tal.

issue-row-constraint--sum = { $field } är { $found }, men delarnas summa är { $expected }.
issue-row-constraint--example = Raden laddades inte: { $found } märker ut den som ett exempel.
    .cure = Ta bort exemplet, eller ta bort markeringen om raden är er egen verksamhet.
issue-row-constraint--plan = Raden laddades inte: { $found } säger att den inte är ett utfall utan en plan, en jämförelse eller en siffra för en annan tid.
    .cure = Ta bort raden ur rapporten, eller ta bort markeringen om raden är utfallet för rapportens månad.
issue-row-constraint--breakdown = Raden laddades inte: { $found } specificerar raden ovanför, där beloppet redan ingår.
    .cure = Ta bort specifikationen, eller ta bort strecket eller ordet i början om talet inte ingår i raden ovanför.
issue-row-constraint--struck = Raden laddades inte: den är överstruken.
    .cure = Ta bort raden, eller ta bort överstrykningen om raden stämmer.
issue-row-constraint--struck_cell = { $found } är överstruket och lästes som det står.
    .cure = Ta bort värdet, eller ta bort överstrykningen om värdet stämmer.
issue-row-constraint--sent_in_parts = Av samma rapport kom två filer utan en enda gemensam rad, och bara den ena gäller: { $found } ersatte filen { $expected }.
    .cure = Om båda är delar av rapporten, slå ihop raderna i samma fil.
issue-row-constraint--plan_named = Filens eller fliknamnet säger att siffrorna är en plan eller prognos, men de lästes som utfall.
    .cure = Ta bort planen ur rapporten, eller byt namn på filen eller fliken om siffrorna är utfall.
issue-row-constraint--minutes = { $field }: { $found } lästes som timmar.
    .cure = Kontrollera enheten: om talet är minuter, skriv det i timmar eller lägg till ”min”.
issue-duplicate-row--other_value = Samma sak anges med ett annat värde på rad { $raw }; båda räknades med.
    .cure = Ta bort raden som inte stämmer, eller ange i en egen kolumn vad som skiljer raderna åt.
issue-duplicate-row--other_values = Tabellen anger rapportens värden annorlunda än rad { $raw } och andra; alla räknades med.
    .cure = Ta bort tabellen eller bladet som inte hör till rapporten, till exempel en plan eller en tidigare version.

issue-sheet-hidden-with-data--example = Bladet laddades inte: dess namn säger att det är ett exempel eller ett utkast, och rapporten finns på ett annat blad.
    .cure = Ta bort bladet, eller byt namn på det om uppgifterna hör till rapporten.
issue-sheet-hidden-with-data--plan = Bladet laddades inte: dess namn säger att det innehåller en plan eller siffror för en annan tid, och rapporten finns på ett annat blad.
    .cure = Ta bort bladet, eller byt namn på det om uppgifterna hör till rapporten.
issue-sheet-hidden-with-data--sum = Bladet laddades inte: dess namn säger att det summerar andra blad som vart och ett gäller en månad.
    .cure = Ta bort bladet, eller ge det namn efter dess månad om uppgifterna gäller en månad.

issue-period-conflict--sources = Rapportens månad är motstridig: { $found } och { $expected }.
issue-period-conflict--other_month = { $field }: { $found } ligger inte i rapportens månad { $expected }; raden räknades till rapportens månad.
    .cure = Kontrollera datumet, eller flytta raden till rätt månads rapport.

issue-organisation-conflict--sources = Rapportens organisation är motstridig: { $found } och { $expected }.
issue-organisation-conflict--sent_apart = Organisationer med gemensam rapport har skickat var sin, och bara den senare gäller: { $found } ersatte { $expected }.
    .cure = Sammanför rapporterna i en fil, eller ta bort reports_with ur kooste.toml.

issue-required-value--empty_report = Rapporten har inga rader med uppgifter och säger inte heller att verksamhet saknades.
    .cure = Fyll i rapporten, eller skriv ”Ingen verksamhet” i den.
issue-required-value--no_values = Rapportens rader har inga värden.
    .cure = Fyll i talen, eller skriv ”Ingen verksamhet” i rapporten.

issue-report-identical--copy = Filen { $found } är densamma som { $expected }, så kopian laddades inte.

issue-personal-data--path = Filens eller mappens namn innehöll en personbeteckning; den ersattes med [henkilötunnus].
    .cure = Ge filen ett nytt namn utan personbeteckning.
issue-personal-data--sheet_name = Bladets namn innehöll en personbeteckning; den ersattes med [henkilötunnus].
    .cure = Ge bladet ett nytt namn utan personbeteckning.
issue-personal-data--comment = Cellens kommentar innehåller en personbeteckning; kommentarer läses inte, och originalfilen arkiveras inte.
    .cure = Ta bort kommentaren och skicka filen på nytt.
issue-personal-data--outside_cells = Filen innehåller en personbeteckning utanför cellerna: i en kommentar, en textruta eller filens egenskaper. Den lästes inte, och originalfilen arkiveras inte.
    .cure = Ta bort beteckningen ur kommentarer, textrutor och filens egenskaper.

issue-extra-label--unlabelled = Kolumnen har värden men ingen rubrik; värdena bevaras som tilläggsuppgifter.

issue-municipality-unknown--code-and-name = { $field }: koden och namnet { $found } hör till olika kommuner.
    .cure = Kontrollera vilketdera som är rätt.
issue-municipality-unknown--several = { $field }: cellen har flera kommuner ({ $found }), men fältet ska ha en.
    .cure = Skriv varje kommun på en egen rad.

issue-code-unknown--code-and-label = { $field }: koden och namnet { $found } betyder olika saker.
issue-code-unknown--several = { $field }: cellen har flera värden ({ $found }), men fältet ska ha ett.
    .cure = Välj ett.

issue-form-not-found--no_table = I filen hittades ingen rapport.

issue-format-error--doc = Filen är ett gammalt Word-dokument, ingen tabell.
    .cure = Flytta uppgifterna till rapportmallen eller spara dem som xlsx.
issue-organisation-unknown--several = Cellen har flera organisationer: { $found }.
issue-value-corrected--first-of-several = { $field }: av { $found } togs den första, { $suggestion }.
issue-value-corrected--remainder = { $field }: i { $found } lästes { $suggestion }; resten bevaras som tilläggsuppgift.
issue-organisation-unknown--heading = Organisationen i rubriken { $found } är okänd; raderna under den laddades inte.
issue-period-not-found--heading = Rubriken { $found } är ingen månad; raderna under den laddades inte.
issue-period-not-found--several = { $found } nämner flera månader, så inget säger vilken månad rapporten gäller.
    .cure = Uppge varje månad för sig.
issue-period-not-found--sheet = Bladets namn säger ingen månad fast namnen på bladen bredvid gör det, så inget säger vilken månad det gäller.
    .cure = Ge bladet namn efter dess månad, eller skriv månaden ovanför tabellen.
issue-municipality-unknown--heading = Kommunen i rubriken { $found } är okänd; raderna under den laddades utan kommun.
issue-code-unknown--heading = { $field }: rubriken { $found } finns inte i listan; raderna under den fick inte värdet i rubriken ovanför.
    .cure = Skriv värdet i rubriken så som det står i mallens lista, eller lägg till en egen kolumn för det.
issue-layout-changed--sheet = Tabellen står på bladet { $found }; i { $suggestion } stod den på { $expected }.
issue-layout-changed--header-row = Rubriken står på rad { $found }; i { $suggestion } stod den på rad { $expected }.
issue-layout-changed--labels = Kolumnernas rubriker är andra än i { $suggestion }: nya är { $found }, borta är { $expected }.
issue-layout-changed--order = Kolumnerna står i en annan ordning än i { $suggestion }: { $found }.

issue-format-error--link = Detta är en länk till en annan plats; länkar följs inte.
    .cure = Kopiera själva filen till mappen för inkomna rapporter.
issue-cumulative-base-missing--report = De kumulativa talen kan inte fördelas på månader: rapporten för { $expected } saknas. Rapporten laddades inte.
    .cure = Be om rapporten för { $expected }; månaden räknas så snart den kommer.
issue-cumulative-base-missing--figure = { $field }: månadens del av det kumulativa talet { $found } kan inte räknas, eftersom rapporten för { $expected } inte har något tal för det.
    .cure = Be om det saknade talet för { $expected }.
issue-cumulative-base-missing--several = { $field }: månadens del av det kumulativa talet { $found } kan inte räknas, eftersom denna rapport eller den för { $expected } har flera rader av samma slag.
    .cure = Be om en rad av varje slag.
issue-cumulative-base-missing--average = { $field }: det kumulativa medeltalet { $found } berättar inte månadens medeltal.
    .cure = Be om månadens eget tal.
issue-cumulative-base-missing--rows = Raderna i denna blankett kan inte dras från varandra, så kumulativa uppgifter berättar inte månaden { $expected }. Rapporten laddades inte.
    .cure = Be om enbart månadens rader, eller ta bort mode = "cumulative" ur kooste.toml.
issue-constraint-error--decreased = { $field }: det kumulativa talet { $found } är mindre än föregående månads { $expected }.
    .cure = Kontrollera båda månaderna och skicka den felaktiga på nytt.
issue-cumulative-suspected--growing = Talen har bara vuxit från månad till månad sedan { $found }, som tal från årets början gör. De laddades som de är.
issue-cumulative-suspected--title = Talen ser ut att vara kumulativa från årets början: { $found }. De laddades som de är.
issue-row-constraint--decreased = { $field }: det kumulativa talet { $found } är mindre än föregående månads { $expected }; månaden laddades som en negativ korrigering.
    .cure = Kontrollera båda månaderna och skicka den felaktiga på nytt.
