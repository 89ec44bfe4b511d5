# Mitä komennot kertovat tuloksistaan.

init-done = Työkansio on valmis: { $path }
init-next = Kopioi saapuneet raportit kansioon { $path }/inbox ja anna komento: kooste run --workspace { $path }
init-next-blank = Täytä alue ja raportoijat tiedostoon { $path }/kooste.toml, kopioi raportit kansioon { $path }/inbox ja anna komento: kooste run --workspace { $path }

run-nothing-new =
    Mikään ei ole muuttunut; kansiossa on { $files ->
        [one] yksi tiedosto, joka on jo luettu
       *[other] { $files } tiedostoa, jotka on jo luettu
    }.
run-inbox-empty = Saapuneiden raporttien kansio inbox on tyhjä.
run-files =
    { $new ->
        [one] Yksi uusi tiedosto
       *[other] { $new } uutta tiedostoa
    }, ennallaan { $unchanged }, kelvottomia { $rejected }.
files-known =
    { $count ->
        [one] Yhden tiedoston sisältö on luettu jo toisella nimellä.
       *[other] { $count } tiedoston sisältö on luettu jo toisella nimellä.
    }
run-rows =
    { $loaded ->
        [one] Yksi rivi ladattiin
       *[other] { $loaded } riviä ladattiin
    }, { $quarantined } hylättiin.
run-again =
    { $count ->
        [one] Yksi arkiston tiedosto luettiin
       *[other] { $count } arkiston tiedostoa luettiin
    } toisin kuin ennen, koska säännöt tai päätökset muuttuivat; poistuneita havaintoja: { $cleared }.
run-reports = Raportteja nyt: saapuneita { $accepted }, nollaraportteja { $nil }, hylättyjä { $rejected }, puuttuvia { $missing }.
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
check-report = { "  " }{ $organisation }, { $form }, { $month }: kelpaavia rivejä { $loaded }, hylättyjä { $quarantined }
check-report-nil = { "  " }{ $organisation }, { $form }, { $month }: nollaraportti
check-more = { "  " }… ja { $count } muuta (näytä kaikki: -v)

inspect-file = { $path }: { $format }
inspect-text = Merkistö { $encoding }, erotin { $delimiter }, lainausmerkki { $quote }
inspect-sheet = Välilehti { $name }: rivejä { $rows }, sarakkeita { $columns }, soluja { $cells }
inspect-sheet-hidden = Välilehti { $name } (piilotettu, ei lueta): rivejä { $rows }, sarakkeita { $columns }, soluja { $cells }
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

trace-figure = { $address } [{ $id }] = { $value }
trace-row = { $address }
trace-number = { "  " }{ $column } [{ $id }] = { $value }
trace-formula = Laskettu { $expression } = { $value }{ $parts ->
    [0] .
   *[other] {" "}luvuista:
}
trace-unknown = Mistä se koostuu, sitä ei ole kirjattu luku luvulta, mutta rivistä on: anna rivi ilman saraketta.
trace-sum =
    { $count ->
        [one] Yksi lähde
       *[other] { $count } lähdettä
    }, yhteensä { $sum }:
trace-sources =
    { $count ->
        [one] Yksi lähde
       *[other] { $count } lähdettä
    }:
trace-more = … ja { $count } muuta (näytä kaikki: -v)
trace-missing = (ei tiedostoa: raportti ei ole tullut)
trace-gives = : { $value }
trace-place = { "  " }{ $place } ({ $report }){ $value }
trace-subtracted = { "    " }vähennetty edellisen kuukauden kertymä, { $place } ({ $report }){ $value }
trace-cell = { "    " }{ $cell } ”{ $label }” ({ $field }, { $how }): { $text }
trace-cell-above = { "    " }{ $cell } ”{ $label }” ({ $field }, { $how }): tyhjä, jatkaa solua { $above }: { $text }
trace-note = { "    " }Huomautus: { $field } ”{ $found }”: { $state }
trace-issue = { "    " }Havainto: { $message }
trace-decision = { "    " }Päätös { $number }: ”{ $found }” tarkoittaa { $means } ({ $by }: { $why })
trace-original = { "    " }Alkuperäinen: { $path }
trace-no-original = { "    " }Alkuperäistä ei ole arkistossa: siinä oli henkilötietoja, se oli liian suuri tai se on siellä vioittunut.
trace-superseded = { "    " }Tämä versio on korvattu uudemmalla.

plan-files = Tiedostoja { $found }: luettavia { $new }, ennallaan { $unchanged }.
plan-again =
    { $count ->
        [one] Yksi arkiston tiedosto
       *[other] { $count } arkiston tiedostoa
    } luetaan uudelleen, koska säännöt tai päätökset muuttuivat.
plan-new =
    { $count ->
        [one] Yksi uusi raportti
       *[other] { $count } uutta raporttia
    }:
plan-changed =
    { $count ->
        [one] Yksi muuttunut raportti
       *[other] { $count } muuttunutta raporttia
    }:
plan-rejected =
    { $count ->
        [one] Yksi kelvoton raportti
       *[other] { $count } kelvotonta raporttia
    }:
plan-outranked =
    { $count ->
        [one] Yksi raportti
       *[other] { $count } raporttia
    }, jonka edelle menee jo oleva versio:
plan-missing =
    { $count ->
        [one] Yksi raportti
       *[other] { $count } raporttia
    } puuttuu nyt:
plan-unchanged =
    { $count ->
        [one] Yksi raportti
       *[other] { $count } raporttia
    } ennallaan.
plan-more = … ja { $count } muuta (näytä kaikki: -v)
plan-months = { "  " }kuukausilta { $first } – { $last } (näytä kaikki: -v)
plan-version =
    { $state }, rivejä { $rows }{ $quarantined ->
        [0] { "" }
       *[other] , hylättyjä { $quarantined }
    } ({ $path })
plan-state-accepted = hyväksytty
plan-state-accepted-with-issues = hyväksytty huomautuksin
plan-state-nil = nollaraportti
plan-state-rejected = hylätty
plan-state-missing = puuttuu

diff-title =
    { $count ->
        [one] Yksi luku
       *[other] { $count } lukua
    } muuttui ajosta { $from } ajoon { $to }.
diff-change = { $address }: { $before } → { $after } ({ $cause }, { $run }: { $reports })
diff-cause-correction = oikaisu
diff-cause-resubmission = uusi versio
diff-cause-late-report = myöhästynyt raportti
diff-cause-rule-change = sääntö tai päätös muuttui

report-same = { $file }: laadittiin uudelleen, tavulleen sama
report-differs = { $file }: laadittiin uudelleen, eikä se ole se, joka hyväksyttiin
close-done = Kuukausi { $month } on suljettu; sen kooste säilyy sellaisenaan.
reopen-done = Kuukausi { $month } on taas avoin.

export-public = { $count } tiedostoa; yksittäiset tiedot on jätetty pois ja pienet henkilömäärät peitetty (kaikki: --internal).
export-internal = { $count } tiedostoa, joissa on kaikki arvot: älä julkaise niitä.

doctor-well = Kaikki on kunnossa.
doctor-repaired =
    { $count ->
        [one] Yksi vika
       *[other] { $count } vikaa
    } korjattu.
doctor-audit = Tietovaraston tarkistus ei täyty: { $place }: { $detail }
doctor-original-missing = Alkuperäistä { $place } ei ole arkistossa.
doctor-original-damaged = Alkuperäinen { $place } on muuttunut arkistossa.
doctor-stray = Mikään ei tarvitse tiedostoa { $place } (poista: --repair).
doctor-older = Tietovarasto { $place } on aiemman version tekemä; seuraava ajo päivittää sen.{ $detail }
doctor-duties-overlap = { $place } ja { $detail } edustavat samaa kuntaa ja ovat velkaa samat raportit samoilta kuukausilta.
doctor-source-unmatched = Aluetiedoston lähdettä ”{ $place }” ei vastaa mikään saapunut tiedosto.{ $detail }
doctor-decision-expired = { $place } ei ole enää voimassa: { $detail }
doctor-decision-unused = { $place } ei ole ratkaissut mitään: ”{ $detail }”
