# Mitä komennot kertovat tuloksistaan.

init-done = Työkansio on valmis: { $path }
init-next = Kopioi saapuneet raportit kansioon { $path }/inbox ja anna komento: kooste run --workspace { $path }
init-next-blank = Täytä alue ja raportoijat tiedostoon { $path }/kooste.toml, kopioi raportit kansioon { $path }/inbox ja anna komento: kooste run --workspace { $path }

run-nothing-new = Mikään ei ole muuttunut; kansiossa on { $files } tiedostoa, jotka on jo luettu.
run-files =
    { $new ->
        [one] Yksi uusi tiedosto
       *[other] { $new } uutta tiedostoa
    }, { $unchanged } ennallaan, { $rejected } kelvotonta.
run-rows =
    { $loaded ->
        [one] Yksi rivi ladattiin
       *[other] { $loaded } riviä ladattiin
    }, { $quarantined } hylättiin.
run-reports = Raportteja nyt: { $accepted } saapunut, { $nil } nollaraporttia, { $rejected } hylätty, { $missing } puuttuu.
run-issues =
    Havaintoja: { $errors ->
        [one] yksi virhe
       *[other] { $errors } virhettä
    }, { $warnings ->
        [one] yksi varoitus
       *[other] { $warnings } varoitusta
    }, { $notices ->
        [one] yksi huomautus
       *[other] { $notices } huomautusta
    }.
run-rejected = Näistä tiedostoista ei voitu käyttää mitään:
run-rejected-more = … ja { $count } muuta (näytä kaikki: -v)

demo-made =
    Esimerkkialue { $path }: { $files ->
        [one] yksi raportti
       *[other] { $files } raporttitiedostoa
    } kansiossa { $path }/inbox
demo-missing = Kuukaudelta { $month } puuttuu raportteja: { $names }
demo-pages = Katso koosteet selaimessa:
demo-next = Seuraavaksi: kooste status --workspace { $path }

status-title = Raportointi { $month }
status-organisation = Organisaatio
status-timely = ✓ ajoissa
status-late = ◷ myöhässä
status-missing = ✗ puuttuu
status-rejected = ! hylätty
status-nil = ○ nolla
status-nil-late = ○ nolla, myöhässä
status-rates = Saapunut { $actual }/{ $expected } raporttia ({ $rate }), ajoissa { $ontime } ({ $rateontime }).

check-good = ✓ { $path }: kunnossa
check-doubtful = ? { $path }: käyttökelpoinen, tarkista varoitukset
check-partial = ! { $path }: osa tiedoista jäi pois
check-unusable = ✗ { $path }: mitään ei voida käyttää
check-report = { "  " }{ $organisation }, { $form }, { $month }: { $loaded } riviä kelpaa, { $quarantined } hylätty
check-report-nil = { "  " }{ $organisation }, { $form }, { $month }: nollaraportti
check-more = { "  " }… ja { $count } muuta (näytä kaikki: -v)

inspect-file = { $path }: { $format }
inspect-text = Merkistö { $encoding }, erotin { $delimiter }, lainausmerkki { $quote }
inspect-sheet = Välilehti { $name }: { $rows } riviä, { $columns } saraketta, { $cells } solua
inspect-sheet-hidden = Välilehti { $name } (piilotettu, ei lueta): { $rows } riviä, { $columns } saraketta, { $cells } solua
inspect-pair = { "  " }{ $cell } { $key }: { $value } → { $fields }
inspect-nil = { "  " }{ $cell } ilmoittaa, ettei toimintaa ollut: { $text }
inspect-no-table = { "  " }Taulukkoa ei löytynyt
inspect-table = { "  " }Taulukko { $number }: { $form }, otsikkorivit { $header }
inspect-column = Sarake
inspect-label = Otsikko
inspect-field = Kenttä
inspect-how = Peruste
inspect-score = Varmuus
inspect-rows = { "  " }Rivit: { $kinds }
inspect-rows-header = otsikoita
inspect-rows-section = väliotsikoita
inspect-rows-data = tietoja
inspect-rows-total = summarivejä
inspect-rows-blank = tyhjiä
inspect-rows-note = huomautuksia
