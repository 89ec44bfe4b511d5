# Texts of what people receive, in Finnish. Numbers arrive as numbers and are written by the program.

## Months

month-1 = tammikuu
    .in = tammikuussa
    .of = tammikuun
    .from = tammikuusta
    .about = tammikuulta
month-2 = helmikuu
    .in = helmikuussa
    .of = helmikuun
    .from = helmikuusta
    .about = helmikuulta
month-3 = maaliskuu
    .in = maaliskuussa
    .of = maaliskuun
    .from = maaliskuusta
    .about = maaliskuulta
month-4 = huhtikuu
    .in = huhtikuussa
    .of = huhtikuun
    .from = huhtikuusta
    .about = huhtikuulta
month-5 = toukokuu
    .in = toukokuussa
    .of = toukokuun
    .from = toukokuusta
    .about = toukokuulta
month-6 = kesäkuu
    .in = kesäkuussa
    .of = kesäkuun
    .from = kesäkuusta
    .about = kesäkuulta
month-7 = heinäkuu
    .in = heinäkuussa
    .of = heinäkuun
    .from = heinäkuusta
    .about = heinäkuulta
month-8 = elokuu
    .in = elokuussa
    .of = elokuun
    .from = elokuusta
    .about = elokuulta
month-9 = syyskuu
    .in = syyskuussa
    .of = syyskuun
    .from = syyskuusta
    .about = syyskuulta
month-10 = lokakuu
    .in = lokakuussa
    .of = lokakuun
    .from = lokakuusta
    .about = lokakuulta
month-11 = marraskuu
    .in = marraskuussa
    .of = marraskuun
    .from = marraskuusta
    .about = marraskuulta
month-12 = joulukuu
    .in = joulukuussa
    .of = joulukuun
    .from = joulukuusta
    .about = joulukuulta

## The page

subtitle = { $region }: kooste ohjausryhmälle, { $month }
skip = Siirry sisältöön
contents = Sisältö
languages = Kieliversiot
footer = Koostettu raportoijien lähettämistä tiedoista Kooste-ohjelmalla. Luvut on selitetty viimeisessä luvussa.
fact-coverage = Kattavuus
fact-run = Koostettu
fact-run-text = ajo { $run }, { $time } UTC
table-more =
    { $count ->
        [one] … ja vielä yksi rivi Excel-tiedostossa.
       *[other] … ja vielä { $count } riviä Excel-tiedostossa.
    }
figure-id = tunniste
figure-ids = Näytä taulukoiden lukujen tunnisteet
figure-follow = Jokaisella luvulla on tunniste. Komento ”kooste trace TUNNISTE” näyttää tiedostot ja solut, joista luku tulee.
figure-ids-sheet = Lukujen tunnisteet
figure-ids-section = Osa
figure-ids-table = Taulukko
figure-ids-row = Rivi
figure-ids-column = Sarake
chart-data = Kuvion tiedot taulukkona
chart-data-all = Kuvioiden tiedot taulukkoina
pdf-unknown-signs = □: merkki, jota tämän tiedoston kirjasimessa ei ole. Verkkosivu näyttää sen.
chart-data-below = Tiedot ovat myös taulukkona.
chart-course = { $name }: alussa { $first }, lopussa { $last }, enimmillään { $highest }.
chart-ranking = Suurin: { $first } ({ $first-value }), pienin: { $last } ({ $last-value }).
courses-sheet = Kuukausisarjat
courses-note = Pienten viivojen luvut. Tyhjä ruutu: kuukauden lukua ei tiedetä tai sitä ei näytetä.
column-course = { $count } kk
course-told =
    { $first }–{ $last }: pienin { $least } ({ $least-month }), suurin { $most } ({ $most-month }), viimeisin { $latest } ({ $latest-month }){ $gaps ->
        [0] {""}
        [one] ; yksi kuukausi ilman lukua
       *[other] ; { $gaps } kuukautta ilman lukua
    }
course-empty = { $first }–{ $last }: ei näytettävää lukua

## Coverage, changes and signs

coverage =
    { $count ->
        [one] yksi raportoija
       *[other] { $count } raportoijaa
    } { $whole }:{ $ending }
coverage-between = { $least }–{ $most } raportoijaa { $whole }:{ $ending }
coverage-approximate =
    { $count ->
        [one] yksi likimääräinen arvo
       *[other] { $count } likimääräistä arvoa
    }
coverage-nil =
    { $count ->
        [one] yksi nollaraportti
       *[other] { $count } nollaraporttia
    }
coverage-none = raportteja ei odotettu
coverage-column = Kattavuus
covers = Luvut kattavat: { $coverage }.
reports-of =
    { $count ->
        [one] yksi raportti
       *[other] { $count } raporttia
    } { $whole }:{ $ending }
change-like-for-like =
    { $count ->
        [one] { $change } samalla raportoijalla
       *[other] { $change } samoilla { $count } raportoijalla
    }
change-like-for-like-percent =
    { $count ->
        [one] { $change } ({ $percent }) samalla raportoijalla
       *[other] { $change } ({ $percent }) samoilla { $count } raportoijalla
    }
change-raw = kaikkiaan { $change }
change-rate = { $change } prosenttiyksikköä edellisestä kuukaudesta
change-note = Muutos edellisestä kuukaudesta on laskettu niistä raportoijista, jotka antoivat luvun kumpanakin kuukautena.
change-told =
    { $count ->
        [one] { $name }: { $percent } ({ $from } → { $to }, sama raportoija).
       *[other] { $name }: { $percent } ({ $from } → { $to }, samat { $count } raportoijaa).
    }
legend-small = 1–{ $count }: henkilömäärä on niin pieni, ettei sitä näytetä.
legend-hidden = ••: peitetty, koska pieni luku olisi muuten laskettavissa.
legend-at-least = ≥: vähintään; kasvu viimeksi näytetystä luvusta on niin pieni, ettei sitä näytetä.
legend-missing = …: tietoa ei ole saatu.
cell-at-least = vähintään
cell-small = , peitetty pieni luku
cell-hidden = peitetty
cell-missing = ei tietoa

## 1 In short

in-short = Lyhyesti
in-short-changes = Kuukauden suurimmat muutokset
in-short-changes-note = Muutos edellisestä kuukaudesta prosentteina niillä raportoijilla, jotka antoivat luvun kumpanakin kuukautena.
key-figures = Tunnusluvut
key-figure = Tunnusluku
key-figure-value = Arvo
key-figure-raw = Muutos kaikkiaan
figure-activities = Toimenpiteet
figure-sessions = Kokoontumiskerrat
figure-participants = Osallistujat
figure-hours = Tunnit
figure-costs_eur = Kustannukset
figure-fte_months = Henkilötyö­kuukaudet
sentence-reports =
    { $count ->
        [0] { $month } ei saatu yhtään raporttia { $whole }:{ $ending }.
        [one] { $month } saatiin yksi raportti { $whole }:{ $ending }, { $timely ->
            [0] eikä se tullut määräajassa
           *[other] ja se tuli määräajassa
        }.
       *[other] { $month } saatiin { $count } raporttia { $whole }:{ $ending }, niistä { $timely ->
            [0] ei yhtään määräajassa
            [one] yksi määräajassa
           *[other] { $timely } määräajassa
        }.
    }
sentence-silent =
    { $count ->
        [one] Yksi raportoija ei lähettänyt mitään käyttökelpoista: { $names }.
       *[other] { $count } raportoijaa ei lähettänyt mitään käyttökelpoista: { $names }.
    }
sentence-activities =
    { $count ->
        [0] Toimenpiteitä ei ollut.
        [one] Toimenpiteitä oli yksi.
       *[other] Toimenpiteitä oli { $count }.
    } Suunnitteilla oli { $planned }, peruttiin { $cancelled }.
sentence-activities-participants =
    { $count ->
        [0] Toimenpiteitä ei ollut.
        [one] Toimenpiteitä oli yksi, ja siihen { $participants ->
            [one] osallistui yksi henkilö
           *[other] osallistui { $participants } henkilöä
        }.
       *[other] Toimenpiteitä oli { $count }, ja niihin { $participants ->
            [one] osallistui yksi henkilö
           *[other] osallistui { $participants } henkilöä
        }.
    } Suunnitteilla oli { $planned }, peruttiin { $cancelled }.
sentence-municipalities =
    { $count ->
        [0] Toimintaa ei kirjattu yhteenkään kuntaan.
        [one] Toimintaa oli yhdessä kunnassa { $whole }:{ $ending }.
       *[other] Toimintaa oli { $count } kunnassa { $whole }:{ $ending }.
    }
sentence-money = Kustannuksia kertyi { $amount }, hankkeen alusta { $cumulative }.
sentence-money-grant = Kustannuksia kertyi { $amount }, hankkeen alusta { $cumulative }; valtionavustuksesta on käytetty { $percent }.

## 2 Who reported

reporters = Ketkä raportoivat
reporters-lead =
    Raportointiaste oli { $rate }, määräajassa { $on-time }. { $missing ->
        [0] Yhtään raporttia ei puutu
        [one] Puuttuvia raportteja on yksi
       *[other] Puuttuvia raportteja on { $missing }
    }, { $rejected ->
        [0] hylättyjä ei ole
        [one] hylättyjä on yksi
       *[other] hylättyjä on { $rejected }
    } ja { $nil ->
        [0] nollaraportteja ei ole
        [one] nollaraportteja on yksi
       *[other] nollaraportteja on { $nil }
    }.
organisation = Organisaatio
form = Lomake
month = Kuukausi
expected = Odotetut
received = Saadut
on-time = Määräajassa
reporting-rate = Raportointiaste
reporting-rate-on-time = Määräajassa-aste
nil-reports = Nollaraportit
rejected-reports = Hylätyt
all-forms = Kaikki lomakkeet
board-caption = Raportit lomakkeittain, { $month }
board-note = Huom.: raportti on käytössä, mutta siinä on korjattavaa. Viiva (–): raporttia ei odotettu.
by-form-caption = Raportointiaste lomakkeittain
by-form-note = Raportointiaste on saatujen käyttökelpoisten raporttien osuus odotetuista; nollaraportti on saatu raportti.
trend-rates = Raportointiaste 12 kuukauden aikana
state-timely = ajoissa
state-timely-issues = ajoissa, huom.
state-late = myöhässä
state-late-issues = myöhässä, huom.
state-nil = nollaraportti
state-rejected = hylätty
state-missing = puuttuu
state-none = ei odotettu

## 3 Development areas

areas = Kehittämiskokonaisuudet
area = Kehittämis­kokonaisuus
area-short = Kokonaisuus { $area }
region-total = Koko alue
areas-caption = Toimenpiteet kehittämiskokonaisuuksittain
areas-note = Toimenpide, joka koskee useaa kuntaa, on laskettu kerran. Suunnitellut ja perutut eivät sisälly toimenpiteisiin. Kerrat ja tunnit ovat ilmoitettujen summia.
participants-caption = Osallistujat ryhmittäin
participants-note = Sama henkilö voi osallistua usein. Ryhmien summa voi olla pienempi kuin osallistujat yhteensä, koska ryhmiä ei aina eritellä.
participants-given =
    { $count ->
        [one] { $whole ->
            [one] Osallistujamäärä on ilmoitettu ainoasta toimenpiteestä.
           *[other] Osallistujamäärä on ilmoitettu yhdestä toimenpiteestä { $whole }:{ $ending }.
        }
       *[other] Osallistujamäärä on ilmoitettu { $count } toimenpiteestä { $whole }:{ $ending }.
    }
column-activities = Toimenpiteet
column-sessions = Kerrat
column-hours = Tunnit
column-planned = Suunnitteilla
column-cancelled = Peruttu
column-approximate = Likimääräisiä arvoja
column-children = Lapset ja nuoret
column-parents = Vanhemmat
column-professionals = Ammattilaiset
column-others = Muut
column-participants = Osallistujat yhteensä
trend-activities = Toimenpiteet 12 kuukauden aikana
types-title = Toimenpiteet tyypeittäin
activity-type = Tyyppi

## 4 Municipalities

municipalities = Kunnat rinnakkain
municipalities-lead = Toimenpide, joka koskee useaa kuntaa, on laskettu jokaiseen niistä; siksi kuntien luvut eivät summaudu alueen lukuun.
municipalities-none = Alueella ei ole kuntia, joista raportoidaan.
municipalities-caption = Toiminta kunnittain, { $month }
municipalities-chart = Toimenpiteitä tuhatta alle 18-vuotiasta kohti
municipalities-note = Alle 18-vuotiaat: Tilastokeskus, vuoden lopun väestö lähimmältä vuodelta. Kattavuus kertoo, onko kunnan oma toimenpideraportti saatu; muut organisaatiot ovat voineet ilmoittaa toimintaa kuntaan.
map-title = Kartta: { $figure }
map-description = { $title }. Kaikkien kuntien arvot ovat tämän luvun taulukossa.
map-note = Rajat vuosilta { $first }–{ $last }.
map-elsewhere = kartta on verkkosivulla, luvut alla olevassa taulukossa.
map-absent = Kartalta puuttuvat, koska näissä rajoissa niitä ei ole: { $names }.
map-zero = 0: ei toimintaa
map-hidden = ••: peitetty
map-nodata = …: tietoa ei ole saatu
municipality = Kunta
municipality-outside = { $name } (alueen ulkopuolelta)
municipality-reported = raportti saatu
municipality-silent = raportti puuttuu
municipality-not-expected = ei odotettu
column-shared = Joista yhteisiä
column-inhabitants = Alle 18-vuotiaita
column-per-1000 = Toimenpiteitä / 1 000 lasta

## 5 Family centres, methods and trainings

family-centres = Perhekeskukset, menetelmät ja koulutukset
family-centres-lead = Tilannetiedot kertovat kuukauden tilanteen, eikä niitä lasketa yhteen kuukausilta. Kertymätiedot lasketaan yhteen alueen ensimmäisestä raportointikuukaudesta.
indicators-none = Tunnuslukuja ei ole saatu.
indicator = Tunnusluku
indicator-average = { $name }, keskiarvo
stocks-caption = Tilanne { $month }
flows-caption = Kuukauden toiminta ja kertymä { $month }
column-now = Tilanne
column-month = Kuukausi
column-change = Muutos
column-since = Kertymä { $month } alkaen
column-count = lukumäärä
trend-stocks = Perhekeskukset 12 kuukauden aikana
trend-trained = Menetelmiin koulutetut, kertymä

## 6 Pilots

pilots = Kokeilut
pilots-none = Kokeiluista ei ole raportoitu.
pilots-as-last-told = Kokeilusta, josta ei raportoitu tässä kuussa, tiedot ovat viimeisimmistä raporteista.
pilots-by-stage = Kokeilut vaiheittain
pilots-now = Kokeiluja
pilots-entered = Uusia vaiheessa
pilots-entered-note = Uusia vaiheessa: kokeilut, jotka tämän kuukauden raportissa ovat uusia tai toisessa vaiheessa kuin edellisessä raportissa.
pilots-all = Kokeiluja yhteensä
pilots-moved = Vaihetta vaihtoivat: { $names }.
pilots-established = Pysyvää käytäntöä: { $names }.
pilots-spreading = Leviää: { $names }.
pilots-listed = Kokeilut
pilot = Kokeilu
pilot-stage = Vaihe
pilot-where = Missä (mistä → mihin)
pilot-participants = Osallistujia
pilot-outcome = Tulos
pilot-told = Raportoitu

## 7 Money

money = Talous
money-none = Kustannusraportteja ei ole saatu.
money-month = Kuukauden kustannukset
money-cumulative = Kustannukset hankkeen alusta
money-grant-used = Valtionavustusta käytetty
money-own-used = Omarahoitusosuus
money-forecast = Ennuste koko hankkeelle
money-budget = Kustannusarvio
below-one-percent = alle 1 %
money-since = { $month } alkaen
money-of-grant = { $percent } avustuksesta ({ $whole })
money-of-own = { $percent } omarahoituksesta ({ $whole })
money-forecast-note = Ennuste, ei toteuma: viime kuukausien tahdilla ({ $pace } kuukaudessa) { $month } loppuun.
money-forecast-over = Kustannusarvio { $budget } ylittyisi: { $difference }.
money-forecast-under = Kustannusarviosta { $budget } jäisi käyttämättä { $difference }.
money-forecast-even = Kustannusarvio { $budget } tulisi täyteen.
money-caption = Kustannukset lajeittain, { $month }
money-total = Yhteensä
money-course = Kustannusten kertymä ja ennuste
money-note = Avustuksen ja omarahoituksen osuus on laskettu hankkeen rahoitusosuudella kustannuksista. Puuttuvien raporttien kustannukset eivät ole mukana.
cost-category = Kustannuslaji
column-amount = Kustannukset
column-grant = Avustus
column-own = Oma osuus
column-amount-cumulative = Kertymä
column-grant-cumulative = Avustus, kertymä
column-own-cumulative = Oma osuus, kertymä
column-fte = Htkk
column-fte-cumulative = Htkk, kertymä

## 8 In their own words

own-words = Omin sanoin
own-words-covers = Vastaajia: { $coverage }.
own-words-place = Paikka
own-words-question = Kysymys
own-words-answer = Vastaus
own-words-none = Sanallisia raportteja ei ole tältä kuukaudelta.
own-words-rest =
    { $count ->
        [one] … ja vielä yksi merkki
       *[other] … ja vielä { $count } merkkiä
    }
own-words-elsewhere = verkkosivulla ja Excel-tiedostossa.

## 9 What changed since the last report

revisions = Mikä muuttui edellisen koosteen jälkeen
revisions-none = Aiempien kuukausien luvut ovat samat kuin edellisessä koosteessa.
revisions-first = Tämä on ensimmäinen kooste, johon raportteja on tullut.
revisions-lead =
    { $count ->
        [one] Aiempien kuukausien luvuista yksi on muuttunut edellisen koosteen jälkeen.
       *[other] Aiempien kuukausien luvuista { $count } on muuttunut edellisen koosteen jälkeen.
    }
revisions-caption = Muuttuneet luvut
revisions-figure = Luku
revisions-before = Aiemmin
revisions-after = Nyt
revisions-cause = Syy
revisions-cause-text = { $cause }, ajo { $run }
revisions-correction = oikaisu
revisions-resubmission = uusi versio
revisions-late-report = myöhästynyt raportti
revisions-rule-change = sääntö tai päätös muuttui
revisions-closed = { $cause } sulkemisen jälkeen
revisions-note = Yhdestä raportista voi muuttua monta lukua: alueen, kehittämiskokonaisuuden ja kunnan luku ja niiden kertymät.
revisions-closed-note = Suljetun kuukauden kooste säilyy sellaisenaan; muutos kerrotaan täällä.
revisions-people =
    { $count ->
        [one] Yksi kehittämiskokonaisuuden tai kunnan osallistujamäärä muuttui, mutta sitä ei luetella: kahdesta versiosta voisi laskea pienen henkilömäärän.
       *[other] { $count } kehittämiskokonaisuuksien ja kuntien osallistujamäärää muuttui, mutta niitä ei luetella: kahdesta versiosta voisi laskea pienen henkilömäärän.
    }
revised-activities = toimenpiteet
revised-activities_planned = suunnitellut toimenpiteet
revised-activities_cancelled = perutut toimenpiteet
revised-activities_shared = yhteiset toimenpiteet
revised-sessions = kerrat
revised-hours = tunnit
revised-amount_eur = kustannukset
revised-grant_eur = ilmoitettu avustus
revised-fte_months = henkilötyökuukaudet
revised-amount_cumulative_eur = kustannusten kertymä
revised-grant_cumulative_eur = ilmoitetun avustuksen kertymä
revised-fte_months_cumulative = henkilötyökuukausien kertymä
revised-cumulative = kertymä
revised-pilots = kokeilut
revised-expected_reports = odotetut raportit
revised-actual_reports = saadut raportit
revised-actual_reports_on_time = määräajassa saadut
revised-nil_reports = nollaraportit
revised-rejected_reports = hylätyt raportit
revised-unexpected_reports = odottamatta saadut raportit

## 10 About the figures

about = Tietoja luvuista
about-definitions = Määritelmät
definition-activity = Toimenpide
    .text = Toteutunut tai käynnissä oleva toiminta: kokous, koulutus, tapahtuma tai muu. Suunniteltuja ja peruttuja ei lasketa.
definition-participants = Osallistujat
    .text = Ilmoitettujen osallistumisten summa; sama henkilö voi olla mukana usein.
definition-coverage = Kattavuus
    .text = Kuinka moni raportoija niistä, joilta lomaketta odotettiin, on luvussa mukana.
definition-like-for-like = Muutos samoilla raportoijilla
    .text = Verrataan vain niitä, jotka antoivat luvun sekä tässä että edellisessä kuussa. Muutos kaikkiaan sisältää myös sen, ketkä raportoivat.
definition-reporting-rate = Raportointiaste
    .text = Saadut käyttökelpoiset raportit, nollaraportit mukaan lukien, odotetuista raporteista. Määräajassa-asteeseen lasketaan ajoissa tulleet.
definition-stock-flow = Tilanne ja kertymä
    .text = Tilanne on kuukauden lopun määrä, kertymä kuukausien summa.
definition-shared = Yhteinen toimenpide
    .text = Useaa kuntaa koskeva toimenpide lasketaan jokaiseen kuntaan, alueen lukuihin kerran.
definition-money = Kustannukset
    .text = Raportoidut kustannukset oikaisuineen, senttien tarkkuudella; sivulla pyöristetty euroihin.
definition-forecast = Ennuste
    .text = Kertymä lisättynä kolmen viimeisen kuukauden, joilta on kustannuksia, keskiarvolla jokaista jäljellä olevaa kuukautta kohti.
about-missing = Luvuista puuttuvat raportit
about-missing-none = Kaikki odotetut raportit ovat mukana.
about-missing-caption = Raportit, joita luvuissa ei ole
column-missing = Puuttuu
column-rejected = Hylätty
about-values = Likimääräiset arvot ja tietosuoja
quality-none = Kuukauden arvot on ilmoitettu tarkkoina.
quality-approximate =
    { $count ->
        [one] Yksi arvo on ilmoitettu likimääräisenä (”noin 5”).
       *[other] { $count } arvoa on ilmoitettu likimääräisinä (”noin 5”).
    }
quality-lower_bound =
    { $count ->
        [one] Yksi arvo on ilmoitettu alarajana (”yli 20”); luvuissa on alaraja.
       *[other] { $count } arvoa on ilmoitettu alarajana (”yli 20”); luvuissa on alaraja.
    }
quality-upper_bound =
    { $count ->
        [one] Yksi arvo on ilmoitettu ylärajana (”alle 10”); luvuissa on yläraja.
       *[other] { $count } arvoa on ilmoitettu ylärajana (”alle 10”); luvuissa on yläraja.
    }
quality-range =
    { $count ->
        [one] Yksi arvo on ilmoitettu vaihteluvälinä (”5–10”); luvuissa on sen keskikohta.
       *[other] { $count } arvoa on ilmoitettu vaihteluvälinä (”5–10”); luvuissa on sen keskikohta.
    }
quality-vague =
    { $count ->
        [one] Yksi arvo on ilmoitettu sanoin (”useita”), eikä se ole luvuissa.
       *[other] { $count } arvoa on ilmoitettu sanoin (”useita”), eivätkä ne ole luvuissa.
    }
about-quarantined =
    { $count ->
        [one] Yksi raporttirivi on virheen vuoksi sivussa eikä ole luvuissa.
       *[other] { $count } raporttiriviä on virheen vuoksi sivussa, eivätkä ne ole luvuissa.
    }
about-suppression = Alle { $count } henkilön määriä ei näytetä: niiden paikalla on 1–{ $highest }. Muita soluja on peitetty (••), jotta pieni luku ei ole laskettavissa taulukon summista. Nolla on nolla.
about-sources = Lähteet
about-source-reports = Luvut: raportoijien lähettämät raportit.
about-source-statistics = Kunnat ja väestö: Tilastokeskus, CC BY 4.0.
about-source-boundaries = Kuntarajat: { $source }.
about-run = Ajo { $run }, päättyi { $time } UTC, Kooste { $version }, asetukset { $config }, ohjelma { $programme }.

## Feedback and chase list

severity-error = korjattava
severity-warning = tarkistettava
severity-notice = tiedoksi
feedback-title = { $name }: palaute raportista, { $month }
feedback-to-correct = Korjattavaa
feedback-none = Kaikki on kunnossa. Kiitos!
feedback-none-so-far = Saaduissa raporteissa ei ole korjattavaa.
feedback-nothing = Raporttia ei ole vielä saatu.
feedback-missing = Vielä puuttuu: { $forms }.
feedback-unread =
    { $count ->
        [one] Saimme tiedoston { $files }, mutta sitä ei voi lukea. Syy on alla; lähetä se uudelleen.
       *[other] Saimme tiedostot { $files }, mutta niitä ei voi lukea. Syyt ovat alla; lähetä ne uudelleen.
    }
feedback-summary =
    { $errors ->
        [0] Virheitä ei ole
        [one] Yksi kohta on korjattava
       *[other] { $errors } kohtaa on korjattava
    }, { $warnings ->
        [0] tarkistettavaa ei ole
        [one] yksi on tarkistettava
       *[other] { $warnings } on tarkistettava
    }{ $notices ->
        [0] .
        [one] {" "}ja yksi on tiedoksi.
       *[other] {" "}ja { $notices } on tiedoksi.
    }
feedback-structure = Korjaa ensin nämä: ne estävät lukemasta tiedostoa, välilehteä tai saraketta, ja muut kohdat voi arvioida vasta sen jälkeen.
feedback-left-out =
    { $count ->
        [one] Yksi muu huomautus on jätetty pois.
       *[other] { $count } muuta huomautusta on jätetty pois.
    }
feedback-list = Korjattavat kohdat
feedback-place = Paikka
feedback-severity = Laatu
feedback-found = Solussa on
feedback-message = Mitä ja miten
feedback-workbook = Liitteenä on työkirja, jossa samat kohdat on väritetty ja selitetty; ensimmäinen välilehti luettelee ne linkkeineen.
feedback-workbook-some = Liitteenä on työkirja, jonka ensimmäinen välilehti luettelee samat kohdat; niistä tiedostoista, joista se näyttää kopion, ne on myös väritetty ja selitetty.
feedback-workbook-list = Liitteenä on työkirja, joka luettelee samat kohdat.
feedback-send = Korjaa oma tiedostosi ja lähetä se uudelleen.
feedback-send-nothing = Mitään ei tarvitse lähettää uudelleen.
feedback-places = { $named } … ({ $count } solua)
feedback-reports = Raportit
feedback-reports-caption = Mitä on saatu, { $month }
feedback-state = Tila
feedback-due = Määräpäivä
feedback-received = Saatu
feedback-loaded = Rivejä mukana
feedback-quarantined = Rivejä sivussa
feedback-footer = Palautteen on koonnut Kooste. Henkilötunnukset ja yhteystiedot on peitetty.
chase-title = { $region }: puuttuvat ja korjattavat raportit, { $month }
chase-as-of = Tilanne
chase-overview = Keneltä puuttuu mitä
chase-lead =
    { $count ->
        [0] Kukaan ei ole velkaa raporttia eikä korjausta.
        [one] Yhdeltä raportoijalta puuttuu raportti tai korjaus.
       *[other] { $count } raportoijalta puuttuu raportti tai korjaus.
    }
chase-list = Raportoijat painon mukaan
chase-weight = Paino
chase-days = Päiviä myöhässä
chase-late = Tuli myöhässä (päiviä)
chase-errors = Korjattavia
chase-warnings = Tarkistettavia
chase-note = Paino: raportoijan osuus alueen toimenpiteistä kahdentoista viime kuukauden aikana. Ensin ne, joilta puuttuu raportti tai korjaus.
chase-letters = Viestit lähetettäviksi
chase-nothing = Ei viestejä.
chase-subject = Raportointi, { $month }
chase-greeting = Hei,
chase-missing =
    { $count ->
        [one] Emme ole vielä saaneet { $month } raporttia: { $forms }.
       *[other] Emme ole vielä saaneet näitä { $month } raportteja: { $forms }.
    } Jos toimintaa ei ollut, kirjoita raporttiin ”ei toimintaa”.
chase-correct =
    { $count ->
        [one] Raportissa on yksi korjattava kohta:
       *[other] Raportissa on { $count } korjattavaa kohtaa:
    }
chase-check =
    { $count ->
        [one] Raportissa on yksi kohta, jonka pyydämme tarkistamaan:
       *[other] Raportissa on { $count } kohtaa, jotka pyydämme tarkistamaan:
    }
chase-correct-or-check = Raportissa on { $count } korjattavaa tai tarkistettavaa kohtaa:
chase-unreadable =
    { $count ->
        [one] Lähettämästänne tiedostosta ei saatu raporttia:
       *[other] Lähettämistänne tiedostoista ei saatu raporttia:
    }
chase-more =
    { $count ->
        [one] … ja vielä yksi; kaikki ovat liitteenä olevassa työkirjassa.
       *[other] … ja vielä { $count }; kaikki ovat liitteenä olevassa työkirjassa.
    }
chase-thanks = Kiitos jo etukäteen!
chase-strays = Tiedostot, joista ei saatu raporttia
chase-strays-lead = Näistä tiedostoista ei saatu yhtään raporttia, eivätkä ne näy kenenkään kohdalla: joko lähettäjää tai kuukautta ei tunneta, tai lähettäjän raportit on jo saatu.
chase-strays-list = Lukukelvottomat tiedostot
chase-file = Tiedosto
chase-footer = Listan on koonnut Kooste alueen omaan käyttöön.

## Template

template-organisation = Raportoiva organisaatio
template-month = Raportointikausi
hint-required = Pakollinen.
hint-optional = Saa jättää tyhjäksi.
hint-date = Päivämäärä, esimerkiksi 5.10.2018.
hint-code = Valitse luettelosta.
hint-codes = Valitse luettelosta; useampi erotetaan puolipisteellä.
hint-count = Kokonaisluku. Jos määrä on arvio, kirjoita esimerkiksi ”noin 20”.
hint-decimal = Luku, tarvittaessa desimaalipilkulla: 1,5.
hint-money = Euroina, sentit pilkulla: 1234,50.
hint-municipality = Kunnan nimi; useampi erotetaan pilkulla.
hint-texts = Useampi erotetaan pilkulla.
hint-text = Vapaata tekstiä. Älä kirjoita henkilötunnuksia tai yhteystietoja.
