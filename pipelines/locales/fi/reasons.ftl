# Havaintojen tarkemmat syyt: issue-<koodi>--<syy>. Mitä puuttuu (cure), otetaan koodin viestistä.

issue-format-error--empty = Tiedosto on tyhjä.
    .cure = Tarkista, että oikea tiedosto tallentui, ja lähetä se uudelleen.
issue-format-error--html = Tiedosto on verkkosivu, ei taulukko.
    .cure = Avaa se taulukkolaskennassa ja tallenna xlsx-muodossa.
issue-format-error--pdf = Tiedosto on PDF, ei taulukko.
    .cure = Lähetä taulukko, josta PDF tehtiin.
issue-format-error--image = Tiedosto on kuva, ei taulukko.
    .cure = Lähetä taulukko, josta kuva otettiin.
issue-format-error--zip = Tiedosto on pakattu kansio: { $found }.
    .cure = Pura se ja lähetä sen sisältämät taulukot.
issue-format-error--archive = Tiedosto on pakattu kansio.
    .cure = Pura se ja lähetä sen sisältämät taulukot.
issue-format-error--docx = Tiedosto on Word-asiakirja, ei taulukko.
    .cure = Siirrä tiedot raporttipohjaan tai tallenna ne xlsx-muodossa.
issue-format-error--pptx = Tiedosto on diaesitys, ei taulukko.
    .cure = Siirrä tiedot raporttipohjaan tai tallenna ne xlsx-muodossa.
issue-format-error--odt = Tiedosto on tekstiasiakirja, ei taulukko.
    .cure = Siirrä tiedot raporttipohjaan tai tallenna ne ods- tai xlsx-muodossa.
issue-format-error--opendocument = Tiedosto on OpenDocument-asiakirja ({ $found }), ei taulukko.
issue-format-error--xml = Tiedosto on XML-tekstiä, ei taulukko.
issue-format-error--rtf = Tiedosto on RTF-tekstiä, ei taulukko.
    .cure = Siirrä tiedot raporttipohjaan tai tallenna ne xlsx-muodossa.
issue-format-error--old-excel = Tiedosto on Excelin vanhaa muotoa eikä yksittäinen laskentataulukko.
issue-format-error--compound = Tiedosto on vanha Office-asiakirja, ei taulukko.
issue-format-error--binary = Tiedosto ei ole tekstiä eikä mikään tunnettu taulukkomuoto.
issue-format-error--corrupt = Tiedosto on vioittunut: { $found }.
    .cure = Avaa tiedosto taulukkolaskennassa, tallenna se uudella nimellä ja lähetä uudelleen.
issue-format-error--no-sheets = Työkirjassa ei ole yhtään välilehteä.
issue-format-error--panic = Tiedostoa ei saatu luettua; vika on ohjelmassa tai tiedostossa.
    .cure = Tallenna tiedosto taulukkolaskennassa uudelleen, ja ilmoita viasta, jos se ei auta.
issue-format-error--no-permission = Tiedostoa tai kansiota ei voi lukea: tietokone ei anna siihen oikeutta.
    .cure = Anna itsellesi lukuoikeus tai kopioi se saapuneiden raporttien kansioon uudelleen.
issue-format-error--changing = Tiedosto muuttui kesken lukemisen.
    .cure = Sulje ohjelma, joka kirjoittaa sitä, ja aja uudelleen.
issue-format-error--unreadable = Tiedostoa tai kansiota ei voi lukea: levy tai verkko antaa virheen.
    .cure = Kopioi se saapuneiden raporttien kansioon uudelleen; jos se ei auta, pyydä se uudelleen.

issue-file-encrypted--password = Tiedosto on suojattu salasanalla.

issue-file-too-large--size = Tiedostossa on { $found } tavua, enemmän kuin sallitaan.
issue-file-too-large--unpacked = Tiedosto on purettuna { $found } tavua, enemmän kuin sallitaan.
issue-file-too-large--cells = Tiedostossa on enemmän soluja kuin sallitaan ({ $found }).
issue-file-too-large--rows = Tiedostossa on enemmän rivejä kuin sallitaan ({ $found }).
issue-file-too-large--columns = Tiedostossa on enemmän sarakkeita kuin sallitaan ({ $found }).
issue-file-too-large--nesting = Tiedoston rakenne on sisäkkäisempi kuin sallitaan ({ $found }).
issue-file-too-large--text = Tiedostossa on enemmän tekstiä kuin voidaan lukea ({ $found } tavua).

issue-encoding-error--utf-16 = Teksti näyttää UTF-16:lta, mutta siinä on merkkejä, joita ei ole.
issue-encoding-error--unknown = Tekstissä on tavuja, jotka eivät kuulu mihinkään tunnettuun merkistöön.

issue-type-error--not-a-number = { $field }: { $found } ei ole luku.
    .cure = Kirjoita soluun pelkkä luku.
issue-type-error--range = { $field }: { $found } on väli, mutta kenttään kuuluu yksi luku.
    .cure = Kirjoita yksi luku.
issue-type-error--unit = { $field }: arvon { $found } yksikkö on väärä.
    .cure = Kirjoita luku kentän yksikössä.
issue-type-error--truth-value = { $field }: solussa on totuusarvo { $found }.
issue-type-error--too-large = { $field }: luku { $found } on liian suuri.
    .cure = Tarkista luku.
issue-type-error--date-for-number = { $field }: solussa on päivämäärä { $found }, vaikka siihen kuuluu luku.
    .cure = Vaihda solun muotoiluksi luku ja kirjoita arvo uudelleen.
issue-type-error--shifted = Rivillä on { $found } kenttää, mutta otsikolla { $expected }: arvot ovat siirtyneet väärin sarakkeisiin, eikä riviä ladattu.
    .cure = Kirjoita erottimen sisältävä teksti lainausmerkkeihin tai lähetä Excel-tiedosto.
issue-type-error--not-a-date = { $field }: { $found } ei ole päivämäärä.
    .cure = Kirjoita päivämäärä muodossa 5.10.2018.
issue-type-error--year-missing = { $field }: arvosta { $found } puuttuu vuosi, eikä se selviä muusta.
    .cure = Kirjoita myös vuosi.
issue-type-error--impossible-date = { $field }: päivää { $found } ei ole.
    .cure = Tarkista päivä ja kuukausi.
issue-type-error--end-before-start = { $field }: jakso { $found } päättyy ennen alkuaan.
    .cure = Tarkista alku- ja loppupäivä.
issue-type-error--year-out-of-range = { $field }: päivämäärän { $found } vuosi on mahdoton.
    .cure = Tarkista vuosi.
issue-type-error--far-from-month = { $field }: { $found } on yli vuoden päässä raportin kuukaudesta.
    .cure = Tarkista vuosi.
issue-type-error--other_month = { $field }: { $found } on yli vuoden päässä raportin kuukaudesta.
    .cure = Tarkista vuosi.
issue-type-error--not-a-month = { $field }: { $found } ei ole kuukausi.
    .cure = Kirjoita kuukausi muodossa 10/2018.
issue-type-error--quarter = { $field }: { $found } on neljännesvuosi, ei kuukausi.
    .cure = Ilmoita kukin kuukausi erikseen.
issue-type-error--several-months = { $field }: { $found } on enemmän kuin yksi kuukausi.
    .cure = Ilmoita kukin kuukausi erikseen.

issue-constraint-error--above-maximum = { $field }: { $found } on liian suuri.
    .cure = Tarkista luku.
issue-constraint-error--below-minimum = { $field }: { $found } on liian pieni.
    .cure = Tarkista luku.
issue-constraint-error--negative = { $field }: { $found } on negatiivinen.
    .cure = Tarkista luku; lukumäärä on nolla tai enemmän.
issue-constraint-error--fraction = { $field }: { $found } ei ole kokonaisluku; lähin olisi { $expected }.
    .cure = Tarkista luku; henkilöt ja kerrat lasketaan kokonaisina.

issue-value-corrected--epoch-1904 = { $field }: päivänumero { $found } luettiin vuodesta 1904: { $suggestion }.
issue-value-corrected--merged-municipality = { $field }: { $found } on entinen kunta; käytettiin sen jatkajaa { $suggestion }.
issue-value-corrected--misspelt = { $field }: { $found } on ilmeinen kirjoitusvirhe, ja se luettiin näin: { $suggestion }.
issue-value-corrected--converted = { $field }: { $found } muunnettiin kentän yksikköön: { $suggestion }.
issue-value-corrected--negative = { $field }: { $found } luettiin negatiiviseksi summaksi { $suggestion }.
issue-value-corrected--rounded = { $field }: { $found } pyöristettiin: { $suggestion }.
issue-value-corrected--ditto = { $field }: { $found } luettiin yllä olevaksi arvoksi: { $suggestion }.

issue-value-derived--sum = { $field } puuttui; se laskettiin osistaan: { $suggestion }.
issue-value-derived--period = Raportin kuukausi pääteltiin rivien päivämääristä: { $suggestion }.

issue-date-ambiguous--day-month-order = { $field }: päivämäärästä { $found } ei selviä, kumpi luku on kuukausi.
issue-date-ambiguous--day-month-number = { $field }: { $found } voi olla päivä ja kuukausi tai pelkkä luku.

issue-row-constraint--sum = { $field } on { $found }, mutta sen osien summa on { $expected }.
issue-row-constraint--example = Riviä ei ladattu: { $found } merkitsee sen esimerkiksi.
    .cure = Poista esimerkki, tai poista merkintä, jos rivi on omaa toimintaanne.
issue-row-constraint--plan = Riviä ei ladattu: { $found } kertoo, ettei siinä ole toteumaa vaan suunnitelma, vertailu tai toisen ajan luku.
    .cure = Poista rivi raportista, tai poista merkintä, jos rivi on raportin kuukauden toteuma.
issue-row-constraint--breakdown = Riviä ei ladattu: { $found } erittelee yllä olevaa riviä, johon sen luku jo sisältyy.
    .cure = Poista erittely, tai poista rivin alusta viiva tai sana, jos luku ei sisälly yllä olevaan.
issue-row-constraint--struck = Riviä ei ladattu: se on yliviivattu.
    .cure = Poista rivi, tai poista yliviivaus, jos rivi pitää paikkansa.
issue-row-constraint--struck_cell = { $found } on yliviivattu, ja se luettiin sellaisena kuin se on.
    .cure = Poista arvo, tai poista yliviivaus, jos arvo pitää paikkansa.
issue-row-constraint--sent_in_parts = Samasta raportista tuli kaksi tiedostoa, joilla ei ole yhtään yhteistä riviä, ja vain toinen on voimassa: { $found } korvasi tiedoston { $expected }.
    .cure = Jos kumpikin on osa raporttia, yhdistäkää rivit samaan tiedostoon.
issue-row-constraint--plan_named = Tiedoston tai välilehden nimi kertoo, että luvut ovat suunnitelma tai ennuste, mutta ne luettiin toteumana.
    .cure = Poista suunnitelma raportista, tai nimeä tiedosto tai välilehti uudelleen, jos luvut ovat toteumaa.
issue-row-constraint--minutes = { $field }: { $found } luettiin tunteina.
    .cure = Tarkista yksikkö: jos luku on minuutteja, kirjoita se tunteina tai lisää ”min”.
issue-duplicate-row--other_value = Sama asia kerrotaan rivillä { $raw } toisella arvolla; molemmat laskettiin mukaan.
    .cure = Poista rivi, joka ei pidä paikkaansa, tai kerro omassa sarakkeessaan, mikä erottaa rivit.
issue-duplicate-row--other_values = Taulukko kertoo tämän raportin arvoja toisin kuin rivi { $raw } ja muut; kaikki laskettiin mukaan.
    .cure = Poista taulukko tai välilehti, joka ei kuulu raporttiin, kuten suunnitelma tai aiempi versio.

issue-sheet-hidden-with-data--example = Välilehteä ei ladattu: sen nimi kertoo, että se on esimerkki tai luonnos, ja raportti on toisella välilehdellä.
    .cure = Poista välilehti, tai nimeä se uudelleen, jos sen tiedot kuuluvat raporttiin.
issue-sheet-hidden-with-data--plan = Välilehteä ei ladattu: sen nimi kertoo, että siinä on suunnitelma tai toisen ajan lukuja, ja raportti on toisella välilehdellä.
    .cure = Poista välilehti, tai nimeä se uudelleen, jos sen tiedot kuuluvat raporttiin.
issue-sheet-hidden-with-data--sum = Välilehteä ei ladattu: sen nimi kertoo, että se laskee yhteen muita välilehtiä, joista jokainen on yhdeltä kuukaudelta.
    .cure = Poista välilehti, tai nimeä se kuukautensa mukaan, jos sen tiedot ovat yhdeltä kuukaudelta.

issue-period-conflict--sources = Raportin kuukausi on ristiriitainen: { $found } ja { $expected }.
issue-period-conflict--other_month = { $field }: { $found } ei ole raportin kuukaudessa { $expected }; rivi laskettiin raportin kuukauteen.
    .cure = Tarkista päivämäärä, tai siirrä rivi oikean kuukauden raporttiin.

issue-organisation-conflict--sources = Raportin organisaatio on ristiriitainen: { $found } ja { $expected }.
issue-organisation-conflict--sent_apart = Yhteisraportin organisaatiot lähettivät kumpikin oman raporttinsa, ja vain jälkimmäinen on voimassa: { $found } korvasi raportin { $expected }.
    .cure = Yhdistäkää raportit samaan tiedostoon, tai poista reports_with tiedostosta kooste.toml.

issue-required-value--empty_report = Raportissa ei ole yhtään riviä tietoja, eikä se ilmoita, ettei toimintaa ollut.
    .cure = Täytä raportti, tai kirjoita siihen ”Ei toimintaa”.
issue-required-value--no_values = Raportin riveillä ei ole yhtään arvoa.
    .cure = Täytä luvut, tai kirjoita raporttiin ”Ei toimintaa”.

issue-report-identical--copy = Tiedosto { $found } on sama kuin { $expected }, joten kopiota ei ladattu.

issue-personal-data--path = Tiedoston tai kansion nimessä oli henkilötunnus; se korvattiin merkinnällä [henkilötunnus].
    .cure = Nimeä tiedosto uudelleen ilman henkilötunnusta.
issue-personal-data--sheet_name = Välilehden nimessä oli henkilötunnus; se korvattiin merkinnällä [henkilötunnus].
    .cure = Nimeä välilehti uudelleen ilman henkilötunnusta.
issue-personal-data--comment = Solun kommentissa on henkilötunnus; kommentteja ei lueta, eikä alkuperäistä tiedostoa arkistoida.
    .cure = Poista kommentti ja lähetä tiedosto uudelleen.
issue-personal-data--outside_cells = Tiedostossa on henkilötunnus solujen ulkopuolella: kommentissa, tekstiruudussa tai tiedoston ominaisuuksissa. Sitä ei luettu, eikä alkuperäistä tiedostoa arkistoida.
    .cure = Poista tunnus kommenteista, tekstiruuduista ja tiedoston ominaisuuksista.

issue-extra-label--unlabelled = Sarakkeella on arvoja mutta ei otsikkoa; arvot säilytetään lisätietona.

issue-municipality-unknown--code-and-name = { $field }: koodi ja nimi { $found } ovat eri kunnista.
    .cure = Tarkista, kumpi on oikein.
issue-municipality-unknown--several = { $field }: solussa on useita kuntia ({ $found }), mutta kenttään kuuluu yksi.
    .cure = Kirjoita kukin kunta omalle rivilleen.

issue-code-unknown--code-and-label = { $field }: koodi ja nimi { $found } tarkoittavat eri asioita.
issue-code-unknown--several = { $field }: solussa on useita arvoja ({ $found }), mutta kenttään kuuluu yksi.
    .cure = Valitse yksi.

issue-form-not-found--no_table = Tiedostosta ei löytynyt yhtään raporttia.

issue-format-error--doc = Tiedosto on vanha Word-asiakirja, ei taulukko.
    .cure = Siirrä tiedot raporttipohjaan tai tallenna ne xlsx-muodossa.
issue-organisation-unknown--several = Solussa on useita organisaatioita: { $found }.
issue-value-corrected--first-of-several = { $field }: arvoista { $found } otettiin ensimmäinen, { $suggestion }.
issue-value-corrected--remainder = { $field }: arvosta { $found } luettiin { $suggestion }; loppuosa säilyy lisätietona.
issue-organisation-unknown--heading = Otsikkorivin { $found } organisaatiota ei tunneta; sen alla olevia rivejä ei ladattu.
issue-period-not-found--heading = Otsikkorivi { $found } ei ole kuukausi; sen alla olevia rivejä ei ladattu.
issue-period-not-found--several = { $found } mainitsee useita kuukausia, joten mikään ei kerro, miltä kuukaudelta raportti on.
    .cure = Ilmoita kukin kuukausi erikseen.
issue-period-not-found--sheet = Välilehden nimi ei kerro kuukautta, vaikka sen vierellä olevien nimet kertovat, joten mikään ei kerro, miltä kuukaudelta se on.
    .cure = Nimeä välilehti kuukautensa mukaan, tai kirjoita kuukausi taulukon yläpuolelle.
issue-municipality-unknown--heading = Otsikkorivin { $found } kuntaa ei tunneta; sen alla olevat rivit ladattiin ilman kuntaa.
issue-code-unknown--heading = { $field }: otsikkorivi { $found } ei ole luettelossa; sen alla olevat rivit eivät saaneet edellisen otsikon arvoa.
    .cure = Kirjoita otsikkoriville arvo niin kuin se on mallipohjan luettelossa, tai lisää arvolle oma sarake.
issue-layout-changed--sheet = Taulukko on välilehdellä { $found }; kuussa { $suggestion } se oli välilehdellä { $expected }.
issue-layout-changed--header-row = Otsikko on rivillä { $found }; kuussa { $suggestion } se oli rivillä { $expected }.
issue-layout-changed--labels = Sarakkeiden otsikot ovat muut kuin kuussa { $suggestion }: uusia { $found }, poissa { $expected }.
issue-layout-changed--order = Sarakkeet ovat eri järjestyksessä kuin kuussa { $suggestion }: { $found }.

issue-format-error--link = Tämä on linkki muualle; linkkejä ei seurata.
    .cure = Kopioi itse tiedosto saapuneiden raporttien kansioon.
issue-cumulative-base-missing--report = Kertyviä lukuja ei voi jakaa kuukausille: kuun { $expected } raportti puuttuu. Raporttia ei ladattu.
    .cure = Pyydä kuun { $expected } raportti; kuukausi lasketaan heti, kun se saapuu.
issue-cumulative-base-missing--figure = { $field }: kertyvästä luvusta { $found } ei voi laskea kuukauden osuutta, koska kuun { $expected } raportissa ei ole sille lukua.
    .cure = Pyydä kuun { $expected } puuttuva luku.
issue-cumulative-base-missing--several = { $field }: kertyvästä luvusta { $found } ei voi laskea kuukauden osuutta, koska tässä tai kuun { $expected } raportissa on samasta asiasta useita rivejä.
    .cure = Pyydä kustakin asiasta yksi rivi.
issue-cumulative-base-missing--average = { $field }: kertyvä keskiarvo { $found } ei kerro kuukauden keskiarvoa.
    .cure = Pyydä kuukauden oma luku.
issue-cumulative-base-missing--rows = Tämän lomakkeen rivejä ei voi vähentää toisistaan, joten kertyvät tiedot eivät kerro kuukautta { $expected }. Raporttia ei ladattu.
    .cure = Pyydä vain kuukauden omat rivit tai poista mode = "cumulative" tiedostosta kooste.toml.
issue-constraint-error--decreased = { $field }: kertyvä luku { $found } on pienempi kuin edellisen kuun { $expected }.
    .cure = Tarkista molemmat kuukaudet ja lähetä virheellinen uudelleen.
issue-cumulative-suspected--growing = Luvut ovat vain kasvaneet kuukaudesta toiseen ({ $found } alkaen), kuten vuoden alusta kertyvät luvut. Ne ladattiin sellaisina kuin ne ovat.
issue-cumulative-suspected--title = Luvut näyttävät kertyviltä vuoden alusta: { $found }. Ne ladattiin sellaisina kuin ne ovat.
issue-row-constraint--decreased = { $field }: kertyvä luku { $found } on pienempi kuin edellisen kuun { $expected }; kuukausi ladattiin negatiivisena oikaisuna.
    .cure = Tarkista molemmat kuukaudet ja lähetä virheellinen uudelleen.
