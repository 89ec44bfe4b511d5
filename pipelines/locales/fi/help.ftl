# Texts of --help. Keys: help-<command>, help-<command>-<argument>, help-global-<flag>.

help-heading-usage = Käyttö
help-heading-commands = Komennot
help-heading-arguments = Argumentit
help-heading-options = Valinnat
help-heading-global = Kaikkien komentojen valinnat
help-value-options = VALINNAT
help-value-command = KOMENTO

help-kooste = Kokoaa kuntien ja järjestöjen kuukausiraportit yhteen ja kirjoittaa ohjausryhmän koosteen
help-kooste-after =
    Kokeile ensin: kooste demo
    Oma alue:      kooste init OMA-ALUE --region uusimaa
    Joka kuukausi: kopioi saapuneet tiedostot kansioon inbox ja anna komento kooste run

    Paluukoodit: 0 valmis, 1 mitään saapunutta ei voitu käyttää, 2 komento tai asetukset väärin,
    3 hylättyjä rivejä tai raportteja (--strict), 4 tietovarasto on käytössä, 70 ohjelman vika.

help-global-workspace = Työkansio (oletus: nykyinen kansio)
help-global-lang = Viestien kieli (oletus: LC_ALL, LC_MESSAGES tai LANG, muuten suomi)
help-global-json = Tulos JSON-muodossa vakiotulosteeseen
help-global-quiet = Näytä vain virheet, jotka pysäyttävät työn
help-global-verbose = Luettele jokainen havainto
help-global-no-progress = Älä näytä etenemispalkkia
help-global-help = Näytä tämä ohje
help-global-version = Näytä versio

help-demo = Tekee työkansion mukana tulevista esimerkkiraporteista ja ajaa sen
help-demo-dir = Tehtävä kansio (oletus: kooste-demo)
help-demo-region = Alue: paakaupunkiseutu (oletus), uusimaa, paijat-hame tai kanta-hame

help-init = Tekee uuden työkansion
help-init-dir = Tehtävä kansio
help-init-region = Valmis alue: paakaupunkiseutu, uusimaa, paijat-hame tai kanta-hame
help-init-blank = Aluetiedosto tyhjänä pohjana, jonka täytät itse

help-run = Kuukauden kooste: lukee uudet raportit, päivittää tietovaraston ja kirjoittaa koosteet
help-run-months = Kuukausi, jonka kooste kirjoitetaan; voi toistaa (oletus: kuukaudet, joissa jokin muuttui)
help-run-strict = Paluukoodi 3, jos rivejä tai raportteja hylättiin
help-run-no-report = Älä kirjoita koosteita

help-status = Kuka on raportoinut: organisaatio × lomake, raportointiaste ja ajoissa saapuneiden osuus
help-status-month = Kuukausi (oletus: viimeisin, jolta on raportteja)

help-check = Tarkistaa tiedostot ilman tietovarastoa; sopii myös raportin lähettäjälle
help-check-files = Tarkistettavat tiedostot
help-check-strict = Paluukoodi 3, jos rivejä tai raportteja hylättäisiin

help-inspect = Selittää, miten tiedosto ymmärrettiin: muoto, taulukot, otsikot, sarakkeet ja rivit
help-inspect-file = Tiedosto

help-table = Tulostaa tiedostosta löydetyn taulukon CSV-muodossa (RFC 4180)
help-table-file = Tiedosto
help-table-sheet = Välilehden nimi (oletus: ensimmäinen, jolla on taulukko)
help-table-table = Monesko välilehden taulukko (oletus: 1)
help-table-raw = Teksti kuten tiedostossa, mitään yhtenäistämättä

help-report = Kirjoittaa koosteet uudelleen tietovarastosta
help-report-months = Kuukausi, jonka kooste kirjoitetaan; voi toistaa (oletus: kaikki, joilta on raportteja)
help-report-as-of-close = Laadi lukittujen kuukausien yhteenvedot uudelleen lukitushetken tiedoista ja vertaa niitä hyväksyttyihin; mitään ei kirjoiteta

help-feedback = Kirjoittaa palautteen jokaiselle raportoijalle: sivun ja työkirjan, jossa korjattavat solut on merkitty
help-feedback-months = Kuukausi, jonka palaute kirjoitetaan; voidaan toistaa (oletus: viimeinen, jolta on raportteja)

help-template = Tekee tyhjän raporttipohjan jokaiselle raportoijalle: luettelot, tarkistukset ja ohjeet valmiina
help-template-month = Kuukausi, jolle pohja tehdään (oletus: viimeistä raportoitua seuraava)
help-template-organisation = Raportoijan tunnus; voidaan toistaa (oletus: kaikki)

help-query = Kysely tietovarastoon SQL-kielellä; mitään ei voi muuttaa
help-query-sql = SQL-lause
help-query-format = Tuloksen muoto (oletus: table päätteessä, muuten csv)

help-trace = Seuraa luvun, rivin tai tiedon tiedostoon, välilehteen, soluun ja siinä olevaan tekstiin
help-trace-asked = Luvun tunnus tai esimerkiksi monthly_summary.sessions:uusimaa,2018-10,II, activity:NUMERO, cost:RAPORTTI:VÄLILEHTI!RIVI, report:RAPORTTI

help-plan = Kertoo, mitä ajo tekisi, raportti raportilta, tekemättä sitä

help-diff = Kertoo, mikä muuttui kahden ajon välillä, luku luvulta, ja miksi
help-diff-from = Aiempi ajo (oletus: myöhempää edeltävä)
help-diff-to = Myöhempi ajo (oletus: viimeinen)

help-close = Lukitsee kuukauden, jonka ohjausryhmä on hyväksynyt; myöhemmät tiedot kerrotaan muutoksina seuraavassa koosteessa
help-close-month = Kuukausi

help-reopen = Avaa suljetun kuukauden uudelleen
help-reopen-month = Kuukausi
help-reopen-why = Miksi se avataan

help-export = Kirjoittaa tietovaraston Data Package -paketiksi (datapackage.json, Table Schema); pienet henkilömäärät peitetään
help-export-dir = Kansio: uusi, tyhjä tai aiemman paketin kansio
help-export-format = Muoto: parquet (oletus) tai csv
help-export-internal = Kaikki taulut ja arvot, vain organisaation omaan käyttöön

help-doctor = Tarkistaa asetukset ja tietovaraston: tarkistussäännöt, arkiston alkuperäiset, velvollisuudet, lähteet ja päätökset
help-doctor-repair = Korjaa sen, minkä voi johtaa: yhteenvedot, irralliset tiedostot, saapuneissa vielä olevat alkuperäiset
