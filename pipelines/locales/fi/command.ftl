# What the command says when it cannot do its work. Lower case, no full stop; hints tell one thing to try.

label-error = virhe
label-cause = syy
label-hint = vihje

hint-did-you-mean = tarkoititko `{ $word }`?
hint-help = kooste --help kertoo komennot, kooste KOMENTO --help yhden komennon valinnat
hint-allowed = sallitut: { $allowed }
hint-month = kirjoita vuosi ja kuukausi näin: 2018-10
hint-share = osuus kirjoitetaan näin: { $value }
hint-municipality-code = kuntanumero kolmella numerolla lainausmerkeissä, esimerkiksi "049"
hint-file-meaning = kirjoita esimerkiksi "organisation=espoo, form=activities, period=2018-10"
hint-init = tee työkansio: kooste init KANSIO --region NIMI, tai siirry työkansioon tai anna --workspace
hint-demo-folder = anna toinen kansio: kooste demo KANSIO
hint-init-folder = anna uusi tai tyhjä kansio
hint-run-first = aja ensin: kooste run
hint-close-other = sulje ohjelma, jossa tietovarasto on auki, ja yritä uudelleen
hint-tables = luettele taulukot: kooste inspect { $file }
hint-query = anna kelvollinen SQL-lause; taulut luettelee esimerkiksi kooste query "SHOW ALL TABLES"
hint-inbox = kopioi saapuneet raportit kansioon { $path }
hint-pipe = ohjaa tulos tiedostoon: kooste query … --format parquet > tulos.parquet

usage-unknown-argument = tuntematon valinta `{ $argument }`
usage-unknown-command = tuntematon komento `{ $command }`
usage-invalid-value = `{ $argument }` ei voi olla `{ $value }`; sallitut: { $allowed }
usage-malformed-value = `{ $value }` ei kelpaa arvoksi `{ $argument }`
usage-missing-argument = puuttuu: `{ $argument }`
usage-conflict = `{ $argument }` ja `{ $other }` eivät sovi yhteen
usage-missing-command = komento puuttuu
usage-other = komentoa ei ymmärretä

failure-fault = ohjelman vika, ei sinun
failure-fault-hint = viimeisin kelvollinen tietovarasto on tallella; ilmoita viasta ja liitä mukaan tämä teksti
failure-not-a-workspace = `{ $path }` ei ole työkansio: siinä ei ole tiedostoa kooste.toml
failure-settings = asetustiedosto `{ $path }` on korjattava
failure-settings-unreadable = asetustiedostoa `{ $path }` ei voi lukea
failure-programme = ohjelmaa `{ $name }` ei voi käyttää
failure-unknown-region = aluetta `{ $name }` ei ole
failure-folder-not-empty = kansiossa `{ $path }` on jo muuta sisältöä
failure-write = tiedostoa `{ $path }` ei voi kirjoittaa
failure-read = tiedostoa `{ $path }` ei voi lukea
failure-inbox = saapuneiden raporttien kansiota `{ $path }` ei ole
failure-warehouse-missing = tietovarastoa `{ $path }` ei ole vielä
failure-warehouse-in-use = tietovarasto `{ $path }` on toisen ohjelman käytössä
failure-warehouse = tietovarastoa `{ $path }` ei voi käyttää
failure-query = kyselyä ei voi suorittaa
failure-query-terminal = parquet-tulos on binaaria eikä sitä kirjoiteta päätteeseen
failure-sheet = tiedostossa `{ $file }` ei ole välilehteä `{ $sheet }`
failure-table = tiedostosta `{ $file }` ei löydy taulukkoa { $table }
failure-refused = tiedostoa ei voi lukea
failure-month-without-reports = kuukaudelta { $month } ei ole mitään kerrottavaa
failure-organisation = raportoijaa `{ $code }` ei ole aluetiedostossa
failure-month-outside = kuukausi { $month } ei kuulu hankkeen aikaan { $first }–{ $last }
failure-nothing-reported = tietovarastossa ei ole vielä yhtään raporttia
failure-region = aluetiedostoa ei voi noudattaa

settings-unknown-key = tuntematon avain `{ $key }`
settings-unknown-value = tuntematon arvo `{ $value }`
settings-missing-key = avain `{ $key }` puuttuu
settings-duplicate-key = sama avain kahdesti
settings-wrong-type = väärä tyyppi: löytyi { $found }, tarvitaan { $expected }
settings-syntax = TOML-kielioppivirhe: { $detail }
settings-code = tunnus `{ $value }` saa sisältää vain kirjaimia a–z, numeroita ja viivoja
settings-no-name = suomenkielinen nimi puuttuu
settings-month = `{ $value }` ei ole kuukausi
settings-months-order = viimeinen kuukausi { $last } on ennen ensimmäistä { $first }
settings-no-language = luettele vähintään yksi kieli
settings-unknown-language = tuntematon kieli `{ $value }`
settings-due-day = määräpäivän on oltava 1–31, ei { $value }
settings-share = osuuden on oltava välillä 0–1, ei { $value }
settings-unknown-form = tuntematon lomake `{ $value }`
settings-unknown-organisation = tuntematon organisaatio `{ $value }`
settings-duplicate-organisation = organisaatio `{ $value }` on jo edellä
settings-unknown-municipality = tuntematon kuntanumero `{ $value }`
settings-reports-with-itself = organisaatio `{ $value }` ei voi raportoida yhdessä itsensä kanssa
settings-header-row = rivit numeroidaan ykkösestä
settings-unknown-issue = tuntematon havaintokoodi `{ $value }`
settings-unknown-field = tuntematon kenttä `{ $value }`
settings-unknown-code = tuntematon koodi `{ $value }`
settings-file-meaning = `{ $value }` ei kerro organisaatiota, lomaketta eikä kuukautta

progress-read = Luetaan raportteja
progress-store = Tallennetaan
progress-models = Lasketaan yhteenvetoja
progress-reports = Kirjoitetaan koosteita
progress-other = Työskennellään
