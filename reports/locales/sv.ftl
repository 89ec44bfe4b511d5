# Texts of what people receive, in Swedish. Numbers arrive as numbers and are written by the program.

## Months

month-1 = januari
    .in = i januari
    .of = januari
    .from = januari
    .about = för januari
month-2 = februari
    .in = i februari
    .of = februari
    .from = februari
    .about = för februari
month-3 = mars
    .in = i mars
    .of = mars
    .from = mars
    .about = för mars
month-4 = april
    .in = i april
    .of = april
    .from = april
    .about = för april
month-5 = maj
    .in = i maj
    .of = maj
    .from = maj
    .about = för maj
month-6 = juni
    .in = i juni
    .of = juni
    .from = juni
    .about = för juni
month-7 = juli
    .in = i juli
    .of = juli
    .from = juli
    .about = för juli
month-8 = augusti
    .in = i augusti
    .of = augusti
    .from = augusti
    .about = för augusti
month-9 = september
    .in = i september
    .of = september
    .from = september
    .about = för september
month-10 = oktober
    .in = i oktober
    .of = oktober
    .from = oktober
    .about = för oktober
month-11 = november
    .in = i november
    .of = november
    .from = november
    .about = för november
month-12 = december
    .in = i december
    .of = december
    .from = december
    .about = för december

## The page

subtitle = { $region }: sammandrag för styrgruppen, { $month }
skip = Gå till innehållet
contents = Innehåll
languages = Språkversioner
footer = Sammanställt med Kooste av uppgifter som rapportörerna har lämnat. Siffrorna förklaras i sista avsnittet.
fact-coverage = Täckning
fact-run = Sammanställt
fact-run-text = körning { $run }, { $time } UTC
table-more =
    { $count ->
        [one] … och en rad till i Excelfilen.
       *[other] … och { $count } rader till i Excelfilen.
    }
figure-id = kod
figure-ids = Visa koderna för tabellernas siffror
figure-follow = Varje siffra har en kod. Kommandot ”kooste trace KOD” visar de filer och celler som siffran kommer från.
figure-ids-sheet = Siffrornas koder
figure-ids-section = Avsnitt
figure-ids-table = Tabell
figure-ids-row = Rad
figure-ids-column = Kolumn
chart-data = Diagrammets uppgifter som tabell
chart-data-all = Diagrammens uppgifter som tabeller
pdf-unknown-signs = □: ett tecken som saknas i filens typsnitt. Webbsidan visar det.
chart-data-below = Uppgifterna finns också som tabell.
chart-course = { $name }: först { $first }, sist { $last }, som högst { $highest }.
chart-ranking = Störst: { $first } ({ $first-value }), minst: { $last } ({ $last-value }).
courses-sheet = Månadsserier
courses-note = Siffrorna bakom de små linjerna. Tom cell: månadens tal är inte känt eller visas inte.
column-course = { $count } mån
course-told =
    { $first }–{ $last }: lägst { $least } ({ $least-month }), högst { $most } ({ $most-month }), senast { $latest } ({ $latest-month }){ $gaps ->
        [0] {""}
        [one] ; en månad utan tal
       *[other] ; { $gaps } månader utan tal
    }
course-empty = { $first }–{ $last }: inget tal att visa

## Coverage, changes and signs

coverage =
    { $count ->
        [one] en rapportör av { $whole }
       *[other] { $count } rapportörer av { $whole }
    }
coverage-between = { $least }–{ $most } rapportörer av { $whole }
coverage-approximate =
    { $count ->
        [one] ett ungefärligt värde
       *[other] { $count } ungefärliga värden
    }
coverage-nil =
    { $count ->
        [one] en nollrapport
       *[other] { $count } nollrapporter
    }
coverage-none = inga rapporter väntades
coverage-column = Täckning
covers = Siffrorna omfattar: { $coverage }.
reports-of =
    { $count ->
        [one] en rapport av { $whole }
       *[other] { $count } rapporter av { $whole }
    }
change-like-for-like =
    { $count ->
        [one] { $change } hos samma rapportör
       *[other] { $change } hos samma { $count } rapportörer
    }
change-like-for-like-percent =
    { $count ->
        [one] { $change } ({ $percent }) hos samma rapportör
       *[other] { $change } ({ $percent }) hos samma { $count } rapportörer
    }
change-raw = totalt { $change }
change-rate = { $change } procentenheter från föregående månad
change-note = Förändringen från föregående månad är räknad på de rapportörer som lämnade siffran båda månaderna.
change-told =
    { $count ->
        [one] { $name }: { $percent } ({ $from } → { $to }, samma rapportör).
       *[other] { $name }: { $percent } ({ $from } → { $to }, samma { $count } rapportörer).
    }
legend-small = 1–{ $count }: antalet personer är så litet att det inte visas.
legend-hidden = ••: dolt, eftersom ett litet antal annars kunde räknas ut.
legend-at-least = ≥: minst; ökningen sedan det senast visade talet är så liten att den inte visas.
legend-missing = …: uppgift saknas.
cell-at-least = minst
cell-small = , dolt litet antal
cell-hidden = dolt
cell-missing = uppgift saknas

## 1 In short

in-short = I korthet
in-short-changes = Månadens största förändringar
in-short-changes-note = Förändringen från föregående månad i procent hos de rapportörer som lämnade siffran båda månaderna.
key-figures = Nyckeltal
key-figure = Nyckeltal
key-figure-value = Värde
key-figure-raw = Förändring totalt
figure-activities = Åtgärder
figure-sessions = Antal gånger
figure-participants = Deltagare
figure-hours = Timmar
figure-costs_eur = Kostnader
figure-fte_months = Personmånader
sentence-reports =
    { $count ->
        [0] { $month } kom ingen rapport av { $whole }.
        [one] { $month } kom en rapport av { $whole }, { $timely ->
            [0] men inte i tid
           *[other] och den kom i tid
        }.
       *[other] { $month } kom { $count } rapporter av { $whole }, varav { $timely ->
            [0] ingen i tid
            [one] en i tid
           *[other] { $timely } i tid
        }.
    }
sentence-silent =
    { $count ->
        [one] En rapportör skickade ingenting som kan användas: { $names }.
       *[other] { $count } rapportörer skickade ingenting som kan användas: { $names }.
    }
sentence-activities =
    { $count ->
        [0] Det gjordes inga åtgärder.
        [one] Det gjordes en åtgärd.
       *[other] Det gjordes { $count } åtgärder.
    } { $planned } planerades, { $cancelled } ställdes in.
sentence-activities-participants =
    { $count ->
        [0] Det gjordes inga åtgärder.
        [one] Det gjordes en åtgärd med { $participants ->
            [one] en deltagare
           *[other] { $participants } deltagare
        }.
       *[other] Det gjordes { $count } åtgärder med { $participants ->
            [one] en deltagare
           *[other] { $participants } deltagare
        }.
    } { $planned } planerades, { $cancelled } ställdes in.
sentence-municipalities =
    { $count ->
        [0] Ingen verksamhet antecknades i någon kommun.
        [one] Det fanns verksamhet i en kommun av { $whole }.
       *[other] Det fanns verksamhet i { $count } kommuner av { $whole }.
    }
sentence-money = Kostnaderna var { $amount }, sedan projektets början { $cumulative }.
sentence-money-grant = Kostnaderna var { $amount }, sedan projektets början { $cumulative }; av statsunderstödet har { $percent } använts.

## 2 Who reported

reporters = Vilka rapporterade
reporters-lead =
    Rapporteringsgraden var { $rate }, i tid { $on-time }. { $missing ->
        [0] Ingen rapport saknas
        [one] En rapport saknas
       *[other] { $missing } rapporter saknas
    }, { $rejected ->
        [0] ingen har avvisats
        [one] en har avvisats
       *[other] { $rejected } har avvisats
    } och { $nil ->
        [0] ingen är en nollrapport
        [one] en är en nollrapport
       *[other] { $nil } är nollrapporter
    }.
organisation = Organisation
form = Blankett
month = Månad
expected = Väntade
received = Inkomna
on-time = I tid
reporting-rate = Rapporteringsgrad
reporting-rate-on-time = Grad i tid
nil-reports = Nollrapporter
rejected-reports = Avvisade
all-forms = Alla blanketter
board-caption = Rapporter per blankett, { $month }
board-note = Anm.: rapporten används, men något behöver rättas. Streck (–): ingen rapport väntades.
by-form-caption = Rapporteringsgrad per blankett
by-form-note = Rapporteringsgraden är andelen användbara rapporter av de väntade; en nollrapport är en inkommen rapport.
trend-rates = Rapporteringsgraden under 12 månader
state-timely = i tid
state-timely-issues = i tid, anm.
state-late = försenad
state-late-issues = försenad, anm.
state-nil = nollrapport
state-rejected = avvisad
state-missing = saknas
state-none = väntades inte

## 3 Development areas

areas = Utvecklingshelheter
area = Utvecklingshelhet
area-short = Helhet { $area }
region-total = Hela området
areas-caption = Åtgärder per utvecklingshelhet
areas-note = En åtgärd som gäller flera kommuner räknas en gång. Planerade och inställda ingår inte i åtgärderna. Gånger och timmar är summor av det som meddelats.
participants-caption = Deltagare per grupp
participants-note = Samma person kan delta flera gånger. Gruppernas summa kan vara mindre än deltagarna totalt, eftersom grupperna inte alltid specificeras.
participants-given =
    { $count ->
        [one] { $whole ->
            [one] Antalet deltagare har meddelats för den enda åtgärden.
           *[other] Antalet deltagare har meddelats för en åtgärd av { $whole }.
        }
       *[other] Antalet deltagare har meddelats för { $count } åtgärder av { $whole }.
    }
column-activities = Åtgärder
column-sessions = Gånger
column-hours = Timmar
column-planned = Planerade
column-cancelled = Inställda
column-approximate = Ungefärliga värden
column-children = Barn och unga
column-parents = Föräldrar
column-professionals = Yrkespersoner
column-others = Övriga
column-participants = Deltagare totalt
trend-activities = Åtgärder under 12 månader
types-title = Åtgärder enligt typ
activity-type = Typ

## 4 Municipalities

municipalities = Kommunerna sida vid sida
municipalities-lead = En åtgärd som gäller flera kommuner räknas i var och en av dem; därför ger kommunernas siffror inte områdets siffra som summa.
municipalities-none = Området har inga kommuner som rapporterar.
municipalities-caption = Verksamhet per kommun, { $month }
municipalities-chart = Åtgärder per tusen invånare under 18 år
municipalities-note = Under 18 år: Statistikcentralen, befolkningen vid årets slut för närmaste år. Täckningen visar om kommunens egen åtgärdsrapport har kommit; andra organisationer kan ha meddelat verksamhet i kommunen.
map-title = Karta: { $figure }
map-description = { $title }. Värdena för alla kommuner finns i tabellen i det här avsnittet.
map-note = Gränser för åren { $first }–{ $last }.
map-elsewhere = kartan finns på webbsidan, talen i tabellen nedan.
map-absent = Saknas på kartan, eftersom de inte finns i dessa gränser: { $names }.
map-zero = 0: ingen verksamhet
map-hidden = ••: dolt
map-nodata = …: uppgift saknas
municipality = Kommun
municipality-outside = { $name } (utanför området)
municipality-reported = rapport inkommen
municipality-silent = rapport saknas
municipality-not-expected = väntades inte
column-shared = Varav gemensamma
column-inhabitants = Under 18 år
column-per-1000 = Åtgärder / 1 000 barn

## 5 Family centres, methods and trainings

family-centres = Familjecenter, metoder och utbildningar
family-centres-lead = Lägesuppgifterna visar läget under månaden och summeras inte över månaderna. Övriga siffror summeras från områdets första rapporteringsmånad.
indicators-none = Inga nyckeltal har kommit.
indicator = Nyckeltal
indicator-average = { $name }, medeltal
stocks-caption = Läget { $month }
flows-caption = Månaden och summan { $month }
column-now = Läge
column-month = Månad
column-change = Förändring
column-since = Summa från { $month }
column-count = antal
trend-stocks = Familjecenter under 12 månader
trend-trained = Utbildade i metoder, summa

## 6 Pilots

pilots = Försök
pilots-none = Inga försök har rapporterats.
pilots-as-last-told = För försök som inte rapporterades den här månaden gäller uppgifterna i den senaste rapporten.
pilots-by-stage = Försök per skede
pilots-now = Försök
pilots-entered = Nya i skedet
pilots-entered-note = Nya i skedet: försök som i månadens rapport är nya eller i ett annat skede än i rapporten före.
pilots-all = Försök totalt
pilots-moved = Bytte skede: { $names }.
pilots-established = Permanent praxis: { $names }.
pilots-spreading = Sprids: { $names }.
pilots-listed = Försöken
pilot = Försök
pilot-stage = Skede
pilot-where = Var (från → till)
pilot-participants = Deltagare
pilot-outcome = Resultat
pilot-told = Rapporterat

## 7 Money

money = Ekonomi
money-none = Inga kostnadsrapporter har kommit.
money-month = Månadens kostnader
money-cumulative = Kostnader sedan början
money-grant-used = Använt statsunderstöd
money-own-used = Egen andel
money-forecast = Prognos för hela projektet
money-budget = Kostnadsberäkning
below-one-percent = under 1 %
money-since = från { $month }
money-of-grant = { $percent } av understödet ({ $whole })
money-of-own = { $percent } av egenandelen ({ $whole })
money-forecast-note = Prognos, inte utfall: med de senaste månadernas takt ({ $pace } per månad) till slutet av { $month }.
money-forecast-over = Kostnadsberäkningen { $budget } skulle överskridas med { $difference }.
money-forecast-under = Av kostnadsberäkningen { $budget } skulle { $difference } bli oanvänt.
money-forecast-even = Kostnadsberäkningen { $budget } skulle räcka precis.
money-caption = Kostnader per slag, { $month }
money-total = Totalt
money-course = Kostnadernas summa och prognos
money-note = Understödets andel och den egna andelen är räknade på kostnaderna med projektets finansieringsandel. Kostnader i rapporter som saknas ingår inte.
cost-category = Kostnadsslag
column-amount = Kostnader
column-grant = Understöd
column-own = Egen andel
column-amount-cumulative = Summa
column-grant-cumulative = Understöd, summa
column-own-cumulative = Egen andel, summa
column-fte = Pm
column-fte-cumulative = Pm, summa

## 8 In their own words

own-words = Med egna ord
own-words-covers = Svarande: { $coverage }.
own-words-place = Plats
own-words-question = Fråga
own-words-answer = Svar
own-words-none = Det finns inga verbala rapporter för månaden.
own-words-rest =
    { $count ->
        [one] … och ett tecken till
       *[other] … och { $count } tecken till
    }
own-words-elsewhere = på webbsidan och i Excelfilen.

## 9 What changed since the last report

revisions = Vad ändrades efter föregående sammandrag
revisions-none = Siffrorna för tidigare månader är desamma som i föregående sammandrag.
revisions-first = Detta är det första sammandraget som det har kommit rapporter till.
revisions-lead =
    { $count ->
        [one] En siffra för en tidigare månad är en annan än i föregående sammandrag.
       *[other] { $count } siffror för tidigare månader är andra än i föregående sammandrag.
    }
revisions-caption = Ändrade siffror
revisions-figure = Siffra
revisions-before = Tidigare
revisions-after = Nu
revisions-cause = Orsak
revisions-cause-text = { $cause }, körning { $run }
revisions-correction = rättelse
revisions-resubmission = ny version
revisions-late-report = försenad rapport
revisions-rule-change = regel eller beslut ändrades
revisions-closed = { $cause } efter stängningen
revisions-note = En enda rapport kan ändra många siffror: områdets, utvecklingshelhetens och kommunens siffra och deras summor.
revisions-closed-note = Sammandraget för en stängd månad bevaras som det är; ändringen berättas här.
revisions-people =
    { $count ->
        [one] Ett antal deltagare i en utvecklingshelhet eller kommun ändrades men räknas inte upp: av två versioner kunde man räkna ut ett litet antal personer.
       *[other] { $count } antal deltagare i utvecklingshelheter och kommuner ändrades men räknas inte upp: av två versioner kunde man räkna ut ett litet antal personer.
    }
revised-activities = åtgärder
revised-activities_planned = planerade åtgärder
revised-activities_cancelled = inställda åtgärder
revised-activities_shared = gemensamma åtgärder
revised-sessions = gånger
revised-hours = timmar
revised-amount_eur = kostnader
revised-grant_eur = uppgivet bidrag
revised-fte_months = personmånader
revised-amount_cumulative_eur = kostnader sammanlagt
revised-grant_cumulative_eur = uppgivet bidrag sammanlagt
revised-fte_months_cumulative = personmånader sammanlagt
revised-cumulative = summa
revised-pilots = försök
revised-expected_reports = väntade rapporter
revised-actual_reports = inkomna rapporter
revised-actual_reports_on_time = inkomna i tid
revised-nil_reports = nollrapporter
revised-rejected_reports = avvisade rapporter
revised-unexpected_reports = rapporter som inte väntades

## 10 About the figures

about = Om siffrorna
about-definitions = Definitioner
definition-activity = Åtgärd
    .text = Genomförd eller pågående verksamhet: möte, utbildning, evenemang eller annat. Planerade och inställda räknas inte.
definition-participants = Deltagare
    .text = Summan av meddelade deltaganden; samma person kan vara med flera gånger.
definition-coverage = Täckning
    .text = Hur många av de rapportörer som väntades lämna blanketten som ingår i siffran.
definition-like-for-like = Förändring hos samma rapportörer
    .text = Endast de som lämnade siffran både denna och föregående månad jämförs. Förändringen totalt påverkas också av vilka som rapporterade.
definition-reporting-rate = Rapporteringsgrad
    .text = Användbara rapporter, nollrapporter medräknade, av de väntade. I graden i tid räknas de som kom i tid.
definition-stock-flow = Läge och summa
    .text = Läget är antalet vid månadens slut, summan räknas över månaderna.
definition-shared = Gemensam åtgärd
    .text = En åtgärd som gäller flera kommuner räknas i varje kommun, i områdets siffror en gång.
definition-money = Kostnader
    .text = Rapporterade kostnader med rättelser, på cent när; på sidan avrundade till euro.
definition-forecast = Prognos
    .text = Summan hittills plus medeltalet av de tre senaste månaderna med kostnader för varje månad som återstår.
about-missing = Rapporter som inte ingår
about-missing-none = Alla väntade rapporter ingår.
about-missing-caption = Rapporter som inte ingår i siffrorna
column-missing = Saknas
column-rejected = Avvisad
about-values = Ungefärliga värden och dataskydd
quality-none = Månadens värden är exakta.
quality-approximate =
    { $count ->
        [one] Ett värde är ungefärligt (”ca 5”).
       *[other] { $count } värden är ungefärliga (”ca 5”).
    }
quality-lower_bound =
    { $count ->
        [one] Ett värde är en nedre gräns (”över 20”); siffrorna har den nedre gränsen.
       *[other] { $count } värden är nedre gränser (”över 20”); siffrorna har den nedre gränsen.
    }
quality-upper_bound =
    { $count ->
        [one] Ett värde är en övre gräns (”under 10”); siffrorna har den övre gränsen.
       *[other] { $count } värden är övre gränser (”under 10”); siffrorna har den övre gränsen.
    }
quality-range =
    { $count ->
        [one] Ett värde är ett intervall (”5–10”); siffrorna har dess mitt.
       *[other] { $count } värden är intervall (”5–10”); siffrorna har deras mitt.
    }
quality-vague =
    { $count ->
        [one] Ett värde är givet i ord (”flera”) och ingår inte i siffrorna.
       *[other] { $count } värden är givna i ord (”flera”) och ingår inte i siffrorna.
    }
about-quarantined =
    { $count ->
        [one] En rapportrad är lagd åt sidan på grund av fel och ingår inte i siffrorna.
       *[other] { $count } rapportrader är lagda åt sidan på grund av fel och ingår inte i siffrorna.
    }
about-suppression = Antal under { $count } personer visas inte: på deras plats står 1–{ $highest }. Andra celler är dolda (••) så att ett litet antal inte kan räknas ut ur tabellens summor. Noll är noll.
about-sources = Källor
about-source-reports = Siffrorna: rapporter som rapportörerna har lämnat.
about-source-statistics = Kommuner och befolkning: Statistikcentralen, CC BY 4.0.
about-source-boundaries = Kommungränser: { $source }.
about-run = Körning { $run }, slutade { $time } UTC, Kooste { $version }, inställningar { $config }, program { $programme }.

## Feedback and chase list

severity-error = att rätta
severity-warning = att kontrollera
severity-notice = för kännedom
feedback-title = { $name }: respons på rapporten, { $month }
feedback-to-correct = Att rätta
feedback-none = Allt är i sin ordning. Tack!
feedback-none-so-far = De rapporter som har kommit är i sin ordning.
feedback-nothing = Rapporten har inte kommit ännu.
feedback-missing = Ännu saknas: { $forms }.
feedback-unread =
    { $count ->
        [one] Vi fick filen { $files }, men den går inte att läsa. Orsaken står nedan; skicka den på nytt.
       *[other] Vi fick filerna { $files }, men de går inte att läsa. Orsakerna står nedan; skicka dem på nytt.
    }
feedback-summary =
    { $errors ->
        [0] Det finns inga fel
        [one] Ett ställe ska rättas
       *[other] { $errors } ställen ska rättas
    }, { $warnings ->
        [0] inget behöver kontrolleras
        [one] ett ska kontrolleras
       *[other] { $warnings } ska kontrolleras
    }{ $notices ->
        [0] .
        [one] {" "}och ett är för kännedom.
       *[other] {" "}och { $notices } är för kännedom.
    }
feedback-structure = Rätta dessa först: de hindrar att filen, bladet eller kolumnen läses, och resten kan bedömas först därefter.
feedback-left-out =
    { $count ->
        [one] En annan anmärkning har lämnats bort.
       *[other] { $count } andra anmärkningar har lämnats bort.
    }
feedback-list = Ställen att rätta
feedback-place = Plats
feedback-severity = Slag
feedback-found = I cellen står
feedback-message = Vad och hur
feedback-workbook = Bifogat finns en arbetsbok där samma ställen är färgade och förklarade; det första bladet listar dem med länkar.
feedback-workbook-some = Bifogat finns en arbetsbok vars första blad listar samma ställen; i de filer som den visar en kopia av är de också färgade och förklarade.
feedback-workbook-list = Bifogat finns en arbetsbok som listar samma ställen.
feedback-send = Rätta din egen fil och skicka den på nytt.
feedback-send-nothing = Ingenting behöver skickas på nytt.
feedback-places = { $named } … ({ $count } celler)
feedback-reports = Rapporter
feedback-reports-caption = Vad som har kommit, { $month }
feedback-state = Läge
feedback-due = Sista dag
feedback-received = Kom
feedback-loaded = Rader med
feedback-quarantined = Rader åt sidan
feedback-footer = Responsen är sammanställd av Kooste. Personbeteckningar och kontaktuppgifter är dolda.
chase-title = { $region }: rapporter som saknas eller ska rättas, { $month }
chase-as-of = Läget
chase-overview = Vem som saknar vad
chase-lead =
    { $count ->
        [0] Ingen är skyldig en rapport eller en rättelse.
        [one] En rapportör är skyldig en rapport eller en rättelse.
       *[other] { $count } rapportörer är skyldiga en rapport eller en rättelse.
    }
chase-list = Rapportörer efter vikt
chase-weight = Vikt
chase-days = Dagar försenad
chase-late = Kom för sent (dagar)
chase-errors = Att rätta
chase-warnings = Att kontrollera
chase-note = Vikt: rapportörens andel av områdets åtgärder under de senaste tolv månaderna. Först de från vilka en rapport eller en rättelse saknas.
chase-letters = Meddelanden att skicka
chase-nothing = Inga meddelanden.
chase-subject = Rapportering, { $month }
chase-greeting = Hej,
chase-missing =
    { $count ->
        [one] Vi har ännu inte fått rapporten för { $month }: { $forms }.
       *[other] Vi har ännu inte fått dessa rapporter för { $month }: { $forms }.
    } Om det inte fanns någon verksamhet, skriv ”ingen verksamhet” i rapporten.
chase-correct =
    { $count ->
        [one] I rapporten finns ett ställe att rätta:
       *[other] I rapporten finns { $count } ställen att rätta:
    }
chase-check =
    { $count ->
        [one] I rapporten finns ett ställe som vi ber er kontrollera:
       *[other] I rapporten finns { $count } ställen som vi ber er kontrollera:
    }
chase-correct-or-check = I rapporten finns { $count } ställen att rätta eller kontrollera:
chase-unreadable =
    { $count ->
        [one] Av filen som ni skickade blev ingen rapport:
       *[other] Av filerna som ni skickade blev ingen rapport:
    }
chase-more =
    { $count ->
        [one] … och ett till; alla finns i den bifogade arbetsboken.
       *[other] … och { $count } till; alla finns i den bifogade arbetsboken.
    }
chase-thanks = Tack på förhand!
chase-strays = Filer som ingen rapport kom av
chase-strays-lead = Av dessa filer blev det ingen rapport, och de syns inte hos någon: avsändaren eller månaden är inte känd, eller så har avsändarens rapporter redan kommit.
chase-strays-list = Oläsliga filer
chase-file = Fil
chase-footer = Listan är sammanställd av Kooste för områdets eget bruk.

## Template

template-organisation = Rapporterande organisation
template-month = Rapporteringsperiod
hint-required = Obligatoriskt.
hint-optional = Får lämnas tomt.
hint-date = Datum, till exempel 5.10.2018.
hint-code = Välj ur listan.
hint-codes = Välj ur listan; flera skiljs åt med semikolon.
hint-count = Ett heltal. Om antalet är en uppskattning, skriv till exempel ”ca 20”.
hint-decimal = Ett tal, vid behov med decimalkomma: 1,5.
hint-money = I euro, cent efter kommat: 1234,50.
hint-municipality = Kommunens namn; flera skiljs åt med komma.
hint-texts = Flera skiljs åt med komma.
hint-text = Fri text. Skriv inga personbeteckningar eller kontaktuppgifter.
