//! Grids and a small programme for the tests of this module.

use std::sync::{Arc, LazyLock};

use crate::document::Sheet;
use crate::grid::{CellValue, Grid};
use crate::vocabulary::{FieldKind, FieldWords, FormWords, Lexicon, Term, Vocabulary};

/// A grid of texts, as a text file gives it.
pub(crate) fn grid(rows: &[&[&str]]) -> Grid {
    let mut grid = Grid::default();
    for (at, row) in (1_u32..).zip(rows) {
        grid.start_row(at);
        for (column, text) in (0_u32..).zip(*row) {
            grid.push(column, CellValue::Text(text));
        }
    }
    grid
}

/// A visible sheet of texts.
pub(crate) fn sheet(rows: &[&[&str]]) -> Sheet {
    Sheet {
        name: Some("Taul1".into()),
        hidden: false,
        grid: grid(rows),
    }
}

/// The words of the programme as far as the tests need them: `field;kind;required;labels;synonyms`.
const ACTIVITIES: &str = "\
start_date;date;yes;Päivämäärä|Datum|Date;pvm|päiväys|aika|ajankohta|alkupvm|alkupäivä|milloin|tidpunkt|startdatum|start
end_date;date;no;Päättymispäivä|Slutdatum|End date;loppupvm|loppupäivä|päättyi|slut|end
organisation;organisation;no;Organisaatio|Organisation;toimija|järjestäjä|vastuutaho|raportoija|aktör
municipality;municipalities;no;Kunta|Kommun|Municipality;kunnat|paikkakunta|kuntanumero|kommuner|ort
development_area;code:development_area;yes;Kehittämiskokonaisuus|Utvecklingshelhet|Development area;kokonaisuus|osakokonaisuus|helhet|area
activity_type;code:activity_type;yes;Toimenpiteen tyyppi|Typ av åtgärd|Activity type;tyyppi|laji|toimenpidetyyppi|muoto|typ|form|type
title;text;yes;Toimenpide|Åtgärd|Activity;nimi|otsikko|aihe|tapahtuma|tilaisuus|benämning|rubrik|evenemang|tillfälle|title|name
target_group;codes:target_group;no;Kohderyhmä|Målgrupp|Target group;kenelle|för vem
participants_total;count;no;Osallistujat yhteensä|Deltagare totalt|Participants;osallistujat|osallistujia|osallistujamäärä|hlö|hlömäärä|deltagare|antal deltagare
participants_children;count;no;Lapset ja nuoret|Barn och unga|Children and young people;lapset|lapsia|nuoret|barn|unga
participants_parents;count;no;Vanhemmat|Föräldrar|Parents;huoltajat|vanhempia|vårdnadshavare
participants_professionals;count;no;Ammattilaiset|Yrkespersoner|Professionals;työntekijät|henkilöstö|ammattilaisia|personal
participants_other;count;no;Muut osallistujat|Övriga deltagare|Other participants;muut|övriga|other
sessions;count;no;Kertoja|Antal gånger|Sessions;kerrat|kertaa|gånger|tillfällen
hours;decimal;no;Kesto (h)|Längd (h)|Hours;kesto|tunnit|tuntia|h|timmar|längd
language;codes:language;no;Kieli|Språk|Language;kielet
status;code:activity_status;no;Tila|Status;tilanne|vaihe|läge|skede
description;text;no;Kuvaus|Beskrivning|Description;lisätiedot|lisätietoja|huom|kommentti|obs|kommentar";

const INDICATORS: &str = "\
indicator;code:indicator;yes;Tunnusluku|Nyckeltal|Indicator;mittari|indikaattori|indikator|mätare
organisation;organisation;no;Organisaatio|Organisation;toimija|raportoija|aktör
municipality;municipality;no;Kunta|Kommun|Municipality;kuntanumero|kuntakoodi|kommunnummer
period;month;no;Kuukausi|Månad|Month;kk|kausi|raportointikausi|rapporteringsperiod|period
value;decimal;yes;Arvo|Värde|Value;lukumäärä|määrä|lkm|kpl|toteuma|antal|utfall|st|count
note;text;no;Huomautus|Anmärkning|Note;huom|lisätieto|selite|kommentti|obs|kommentar";

const COSTS: &str = "\
organisation;organisation;no;Organisaatio|Organisation;toimija|hankekumppani|aktör
period;month;no;Kuukausi|Månad|Month;kk|kausi|raportointikausi|period
category;code:cost_category;yes;Kustannuslaji|Kostnadsslag|Cost category;kululaji|menolaji|laji|kustannus|kostnad|category
amount_eur;money;yes;Summa (€)|Belopp (€)|Amount (EUR);euroa|eur|€|summa|toteuma|kustannukset|määrä|belopp|kostnader|utfall|amount
grant_eur;money;no;Valtionavustus (€)|Statsunderstöd (€)|State grant (EUR);avustus|va-osuus|understöd|grant
fte_months;decimal;no;Henkilötyökuukaudet|Personmånader|Person-months;htkk|työpanos|pm
note;text;no;Huomautus|Anmärkning|Note;selite|kommentti|kommentar";

const PILOTS: &str = "\
pilot;text;yes;Kokeilu|Försök|Pilot;pilotti|kokeilun nimi|nimi|försökets namn|namn|name
municipality;municipalities;no;Kunta|Kommun|Municipality;kunnat|paikkakunta|kommuner
stage;code:pilot_stage;yes;Vaihe|Skede|Stage;tila|tilanne|status|läge
start_date;date;no;Alkoi|Började|Started;alkupvm|aloitus|alku|startdatum|start
participants;count;no;Osallistujia|Deltagare|Participants;osallistujat|perheitä|antal deltagare
outcome;text;no;Tulos|Resultat|Outcome;tulokset|vaikutus|johtopäätös|utfall";

const GROUPS: &str = "\
group;text;yes;Työryhmä|Arbetsgrupp|Working group;ryhmä|ryhmän nimi|grupp|gruppens namn|name
municipality;municipalities;no;Kunta|Kommun|Municipality;kunnat|kommuner
role;text;no;Rooli|Roll|Role;tehtävänimike|nimike|ammattinimike|jäsen|titel|medlem
members;count;no;Jäseniä|Medlemmar|Members;jäsenmäärä|henkilöä
meetings;count;no;Kokouksia|Möten|Meetings;kokoukset|tapaamisia|antal möten";

const NARRATIVE: &str = "\
question;code:question;yes;Kysymys|Fråga|Question;aihe|otsikko|kohta|tema|rubrik|topic
municipality;municipalities;no;Kunta|Kommun|Municipality;kunnat|kommuner
period;month;no;Kuukausi|Månad|Month;kk|kausi|period
answer;text;yes;Vastaus|Svar|Answer;teksti|kuvaus|text|beskrivning";

/// The small programme: six forms.
pub(crate) fn vocabulary() -> Vocabulary {
    static ONCE: LazyLock<Vocabulary> = LazyLock::new(programme);
    ONCE.clone()
}

fn programme() -> Vocabulary {
    let form = |code: &str, names: &[&str], fields: &str| FormWords {
        code: code.into(),
        names: names.iter().map(ToString::to_string).collect(),
        fields: fields.lines().map(field).collect(),
    };
    let forms = vec![
        form("activities", &["Toimenpiteet", "toiminta"], ACTIVITIES),
        form("indicators", &["Tunnusluvut", "mittarit"], INDICATORS),
        form("costs", &["Kustannukset", "talous"], COSTS),
        form("pilots", &["Kokeilut", "pilotit"], PILOTS),
        form("groups", &["Työryhmät", "ryhmät"], GROUPS),
        form("narrative", &["Sanallinen raportti", "kuvaus"], NARRATIVE),
    ];
    Vocabulary::new(forms, Arc::new(SmallLexicon))
}

fn field(line: &str) -> FieldWords {
    let cells: Vec<&str> = line.split(';').collect();
    let list = |text: &str| text.split('|').map(ToOwned::to_owned).collect();
    FieldWords {
        code: cells[0].into(),
        kind: kind(cells[1]),
        required: cells[2] == "yes",
        labels: list(cells[3]),
        synonyms: list(cells[4]),
        sum_of: Vec::new(),
    }
}

fn kind(text: &str) -> FieldKind {
    match text.split_once(':') {
        Some(("code", list)) => FieldKind::Code(list.into()),
        Some((_, list)) => FieldKind::CodeList(list.into()),
        None => match text {
            "date" => FieldKind::Date,
            "month" => FieldKind::Month,
            "organisation" => FieldKind::Organisation,
            "municipality" => FieldKind::Municipality,
            "municipalities" => FieldKind::MunicipalityList,
            "count" => FieldKind::Count,
            "decimal" => FieldKind::Decimal,
            "money" => FieldKind::Money,
            _ => FieldKind::Text,
        },
    }
}

/// Knows a handful of words.
struct SmallLexicon;

const CODES: &[(&str, &str, &str)] = &[
    ("development_area", "II", "perhekeskus"),
    ("activity_type", "meeting", "kokous"),
    ("activity_type", "event", "tapahtuma"),
    ("cost_category", "salaries", "palkat"),
    ("cost_category", "travel", "matkakulut"),
    ("cost_category", "rents", "vuokrat"),
    ("cost_category", "other", "muut"),
    ("indicator", "MEETING_PLACES_OPERATING", "kohtaamispaikat"),
    (
        "indicator",
        "MEETING_PLACE_VISITS",
        "kohtaamispaikkojen käynnit",
    ),
    ("indicator", "LAVA_DONE", "lava arvioinnit"),
    ("question", "results", "tulokset"),
    ("question", "challenges", "haasteet"),
    ("question", "next_steps", "seuraavat askeleet"),
];

impl Lexicon for SmallLexicon {
    fn recognise(&self, text: &str) -> Vec<Term> {
        let text = crate::columns::normalise(text);
        let mut terms = Vec::new();
        let (word, year) = match text.rsplit_once(' ') {
            Some((word, year)) if year.len() == 4 => (word, year.parse().ok()),
            _ => (text.as_str(), None),
        };
        let months = [
            "tammikuu",
            "helmikuu",
            "maaliskuu",
            "lokakuu",
            "marraskuu",
            "joulukuu",
        ];
        let numbers = [1, 2, 3, 10, 11, 12];
        for (name, month) in months.iter().zip(numbers) {
            if word.starts_with(name) && word.len() <= name.len() + 3 {
                terms.push(Term::Month { year, month });
            }
        }
        for (digits, month) in [("2018 10", 10), ("2018 11", 11)] {
            if text == digits {
                terms.push(Term::Month {
                    year: Some(2018),
                    month,
                });
            }
        }
        for (name, code) in [("espoo", "049"), ("vantaa", "092"), ("helsinki", "091")] {
            if text == name || text == format!("{name}n kaupunki") {
                terms.push(Term::Municipality(code.into()));
                terms.push(Term::Organisation(name.into()));
            }
        }
        for (list, code, word) in CODES {
            if text == *word {
                terms.push(Term::Code {
                    list: (*list).into(),
                    code: (*code).into(),
                });
            }
        }
        let forms = [
            "toimenpiteet",
            "tunnusluvut",
            "kustannukset",
            "kokeilut",
            "työryhmät",
            "sanallinen raportti",
        ];
        terms.extend(forms.iter().position(|name| *name == text).map(Term::Form));
        if ["ei toimintaa", "nollaraportti", "ingen verksamhet"].contains(&text.as_str()) {
            terms.push(Term::Nil);
        }
        if ["yhteensä", "yht", "summa", "totalt", "kaikki yhteensä"].contains(&text.as_str()) {
            terms.push(Term::Total);
        }
        terms
    }
}
