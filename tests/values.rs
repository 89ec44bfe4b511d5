//! Values of READING.md on whole files: each cell in a report of its own, as a text file and as a workbook.

use chrono::NaiveDate;
use kooste_fixtures::page::{Cell, Page};
use kooste_fixtures::write::csv::{DateStyle, Dialect, Encoding, csv};
use kooste_fixtures::write::ods::ods;
use kooste_fixtures::write::xls::xls;
use kooste_fixtures::write::xlsx::xlsx;

use crate::kit::Workspace;

/// Rule, column, what stands in its cell (`M` is the month of the report) and what it becomes: values, notes, issues.
type Case = (&'static str, &'static str, &'static str, &'static str);

const PEOPLE: &str = "Osallistujat yhteensä";
const TIMES: &str = "Kertoja";
const HOURS: &str = "Kesto (h)";
const DAY: &str = "Päivämäärä";
const PLACE: &str = "Kunta";
const AREA: &str = "Kehittämiskokonaisuus";
const GROUP: &str = "Kohderyhmä";
const TITLE: &str = "Toimenpide";
const TEXT: &str = "Kuvaus";

const COLUMNS: [&str; 11] = [
    DAY,
    "Organisaatio",
    PLACE,
    AREA,
    "Toimenpiteen tyyppi",
    TITLE,
    PEOPLE,
    TIMES,
    HOURS,
    GROUP,
    TEXT,
];

const NUMBERS: &[Case] = &[
    ("r17", PEOPLE, "1 234", "people=1234"),
    ("r17", PEOPLE, "1\u{a0}234", "people=1234"),
    ("r17", PEOPLE, "1\u{202f}234", "people=1234"),
    ("r17", PEOPLE, "1'234", "people=1234"),
    ("r17", PEOPLE, "15 hlö", "people=15"),
    ("r17", PEOPLE, "12,0", "people=12"),
    ("r17", TIMES, "3 krt", "times=3"),
    ("r17", HOURS, "1,5h", "hours=1.50"),
    ("r17", HOURS, "2 h", "hours=2.00"),
    ("r17", HOURS, "2.25", "hours=2.25"),
    (
        "r17",
        PEOPLE,
        "1.234",
        "people error people:number-ambiguous",
    ),
    (
        "r17",
        PEOPLE,
        "1,234",
        "people error people:number-ambiguous",
    ),
    ("r18", PEOPLE, "2,5", "people error people:constraint-error"),
    (
        "r18",
        PEOPLE,
        "\u{2212}4",
        "people error people:constraint-error",
    ),
    ("r18", TIMES, "-1", "times error times:constraint-error"),
    ("r19", PEOPLE, "noin 5", "people=5 approximate"),
    ("r19", PEOPLE, "n. 5", "people=5 approximate"),
    ("r19", PEOPLE, "~5", "people=5 approximate"),
    ("r19", PEOPLE, "ca 5", "people=5 approximate"),
    ("r19", PEOPLE, "kymmenkunta", "people=10 approximate"),
    ("r19", PEOPLE, "parikymmentä", "people=20 approximate"),
    ("r19", PEOPLE, "viitisen", "people=5 approximate"),
    ("r19", PEOPLE, "kolmisenkymmentä", "people=30 approximate"),
    ("r19", PEOPLE, "viitisenkymmentä", "people=50 approximate"),
    ("r19", PEOPLE, "puolisensataa", "people=50 approximate"),
    ("r19", PEOPLE, "satakunta", "people=100 approximate"),
    ("r19", PEOPLE, "tiotal", "people=10 approximate"),
    ("r19", PEOPLE, "ett tjugotal", "people=20 approximate"),
    ("r19", PEOPLE, "yli 20", "people=20 lower_bound"),
    ("r19", PEOPLE, ">20", "people=20 lower_bound"),
    ("r19", PEOPLE, "20+", "people=20 lower_bound"),
    ("r19", PEOPLE, "vähintään 20", "people=20 lower_bound"),
    ("r19", PEOPLE, "över 20", "people=20 lower_bound"),
    ("r19", PEOPLE, "alle 10", "people=10 upper_bound"),
    ("r19", PEOPLE, "<10", "people=10 upper_bound"),
    ("r19", PEOPLE, "enintään 10", "people=10 upper_bound"),
    ("r19", PEOPLE, "under 10", "people=10 upper_bound"),
    ("r19", PEOPLE, "högst 10", "people=10 upper_bound"),
    ("r19", PEOPLE, "5-10", "people=8 range 5-10"),
    ("r19", PEOPLE, "5–10", "people=8 range 5-10"),
    ("r19", PEOPLE, "muutama", "people vague"),
    ("r19", PEOPLE, "useita", "people vague"),
    ("r19", PEOPLE, "några", "people vague"),
    ("r19", PEOPLE, "flera", "people vague"),
    ("r20", PEOPLE, "..", "people not_applicable"),
    ("r20", PEOPLE, "...", "people confidential"),
    ("r20", PEOPLE, "…", "people confidential"),
    ("r20", PEOPLE, "ei tietoa", "people unknown"),
    ("r20", PEOPLE, "?", "people unknown"),
    ("r20", PEOPLE, "uppgift saknas", "people unknown"),
    ("r20", PEOPLE, "N/A", "people unknown"),
    ("r20", PEOPLE, "-", ""),
    ("r20", PEOPLE, "—", ""),
    ("r20", PEOPLE, "0", "people=0"),
    ("r20", PEOPLE, "#ARVO!", "people error people:formula-error"),
    (
        "r20",
        PEOPLE,
        "#DIV/0!",
        "people error people:formula-error",
    ),
    (
        "r20",
        PEOPLE,
        "#VÄRDEFEL!",
        "people error people:formula-error",
    ),
];

const OTHERS: &[Case] = &[
    ("r21", DAY, "2018-MM-06", "day=06"),
    ("r21", DAY, "06.MM.18", "day=06"),
    ("r21", DAY, "6.M.", "day=06"),
    ("r21", DAY, "ti 6.M.2018", "day=06"),
    ("r21", DAY, "tisdag 6.M.2018", "day=06"),
    ("r21", DAY, "6.M.2018 klo 9.00", "day=06"),
    ("r21", DAY, "3.–4.M.2018", "day=03 end=04"),
    ("r21", DAY, "24.-27.M.", "day=24 end=27"),
    ("r21", DAY, "5.M., 6.M.", "end=06 times=2"),
    ("r21", DAY, "25/M/2018", "day=25"),
    ("r21", DAY, "32.M.2018", "nothing day:type-error"),
    ("r24", PLACE, "638", "place=638"),
    ("r24", PLACE, "18", "place=018"),
    ("r24", PLACE, "018", "place=018"),
    (
        "r24",
        PLACE,
        "Espoossa",
        "place=049 place:municipality-outside-region",
    ),
    ("r24", PLACE, "Porvoon", "place=638"),
    ("r24", PLACE, "i Borgå", "place=638"),
    ("r24", PLACE, "Lohjan kaupunki", "place=444"),
    ("r24", PLACE, "Ingå kommun", "place=149"),
    ("r24", PLACE, "Inkoo/Ingå", "place=149"),
    (
        "r24",
        PLACE,
        "Nummi-Pusula",
        "place=444 place:value-corrected",
    ),
    ("r24", PLACE, "Porvo", "place=638 place:value-corrected"),
    (
        "r24",
        PLACE,
        "Atlantis",
        "place error place:municipality-unknown",
    ),
    ("r25", PLACE, "Inkoo ja Siuntio", "place=149,755"),
    ("r25", PLACE, "Inkoo & Siuntio", "place=149,755"),
    ("r25", PLACE, "Ingå, Sjundeå", "place=149,755"),
    ("r26", AREA, "Perhekeskukset", ""),
    ("r26", AREA, "III", "area=III"),
    ("r26", AREA, "I, III", "area=I area:value-corrected"),
    ("r26", GROUP, "lapset, nuoret", "group=children,young"),
    ("r29", TITLE, "  Työryhmä\u{7} ", ""),
    ("r29", TEXT, "a\u{308}iti &amp; isä", "text=äiti & isä"),
    (
        "r30",
        TEXT,
        "Asiakas 131052-308T kävi",
        "text=Asiakas [henkilötunnus] kävi personal-data",
    ),
    (
        "r30",
        TEXT,
        "Asiakas 131052 - 308t kävi",
        "text=Asiakas [henkilötunnus] kävi personal-data",
    ),
    (
        "r30",
        TEXT,
        "kysy: a.b@example.org",
        "text=kysy: [sähköposti] text:contact-data",
    ),
];

/// Municipalities of the region, one organisation each; Siuntio reports together with Inkoo.
const REPORTERS: [&str; 17] = [
    "Askola",
    "Hanko",
    "Hyvinkää",
    "Inkoo",
    "Järvenpää",
    "Karkkila",
    "Lapinjärvi",
    "Lohja",
    "Loviisa",
    "Mäntsälä",
    "Nurmijärvi",
    "Pornainen",
    "Porvoo",
    "Raasepori",
    "Sipoo",
    "Tuusula",
    "Vihti",
];

/// The report of one case, of a reporter and a month of its own.
fn report(case: &Case, reporter: &'static str, month: u32) -> Page {
    let (_, column, text, _) = case;
    let mut page = Page::named("Raportti");
    page.rows.push(COLUMNS.map(Cell::from).to_vec());
    let row = COLUMNS.map(|label| match label {
        _ if label == *column => {
            let text = text.replace("MM", &format!("{month:02}"));
            Cell::owned(text.replace('M', &month.to_string()))
        }
        DAY => NaiveDate::from_ymd_opt(2018, month, 5).unwrap().into(),
        "Organisaatio" => Cell::from(reporter),
        AREA => Cell::from("II"),
        "Toimenpiteen tyyppi" => Cell::from("Kokous"),
        TITLE => Cell::from("Työryhmä"),
        PLACE => Cell::from("Vihti"),
        _ => Cell::Blank,
    });
    page.rows.push(row.to_vec());
    page
}

const FACTS: &str = "SELECT concat_ws('|', path, coalesce(strftime(start_date, '%d'), ''), coalesce(strftime(end_date, '%d'), ''), \
    array_to_string(list_sort(municipality_codes), ','), development_area, title, coalesce(CAST(participants_total AS VARCHAR), ''), \
    coalesce(CAST(sessions AS VARCHAR), ''), coalesce(CAST(hours AS VARCHAR), ''), coalesce(array_to_string(target_group, ','), ''), \
    coalesce(description, '')) FROM core.activity JOIN meta.submission USING (submission_id)";
const NOTES: &str = "SELECT concat_ws('|', path, field, coalesce(quality, missing_reason), \
    coalesce(CAST(CAST(low AS INTEGER) AS VARCHAR), ''), coalesce(CAST(CAST(high AS INTEGER) AS VARCHAR), '')) \
    FROM meta.value_note JOIN meta.submission USING (submission_id)";
const ISSUES: &str = "SELECT concat_ws('|', path, coalesce(field, ''), code) FROM (SELECT DISTINCT submission_id, field, code FROM meta.issue \
    WHERE field IS NOT NULL OR code IN ('personal-data', 'contact-data')) JOIN meta.submission USING (submission_id) ORDER BY ALL";

/// Short for a field.
fn short(field: &str) -> &str {
    match field {
        "participants_total" => "people",
        "sessions" => "times",
        "start_date" => "day",
        "end_date" => "end",
        "municipality" => "place",
        "development_area" => "area",
        "target_group" => "group",
        "description" => "text",
        other => other,
    }
}

/// What became of the file at `path`, in the words of [`Case`].
fn told(path: &str, facts: &[String], notes: &[String], issues: &[String]) -> String {
    let parts = |line: &String| -> Option<Vec<String>> {
        let rest = line.strip_prefix(path)?.strip_prefix('|')?;
        Some(rest.split('|').map(str::to_owned).collect())
    };
    let mut told = Vec::new();
    let facts: Vec<Vec<String>> = facts.iter().filter_map(parts).collect();
    let notes: Vec<Vec<String>> = notes.iter().filter_map(parts).collect();
    let noted = |name: &str| -> String {
        let of_field = notes.iter().filter(|note| short(&note[0]) == name);
        of_field
            .map(|note| match note[1].as_str() {
                "range" => format!(" range {}-{}", note[2], note[3]),
                quality => format!(" {quality}"),
            })
            .collect()
    };
    match facts.as_slice() {
        [] => told.push(String::from("nothing")),
        [fact] => {
            let names = [
                "day", "end", "place", "area", "title", "people", "times", "hours", "group", "text",
            ];
            let usual = ["05", "", "927", "II", "Työryhmä", "", "", "", "", ""];
            for ((name, usual), value) in names.iter().zip(usual).zip(fact) {
                let note = noted(name);
                let value = match *name {
                    "end" if *value == fact[0] => "",
                    _ => value,
                };
                let is_no_place = *name == "place" && value.is_empty();
                if value != usual && !is_no_place {
                    told.push(format!("{name}={value}{note}"));
                } else if !note.is_empty() {
                    told.push(format!("{name}{note}"));
                }
            }
        }
        _ => told.push(format!("{} rows", facts.len())),
    }
    for issue in issues.iter().filter_map(parts) {
        told.push(match short(&issue[0]) {
            "" => issue[1].clone(),
            field => format!("{field}:{}", issue[1]),
        });
    }
    told.join(" ")
}

fn check(cases: &[Case]) {
    let dialect = Dialect {
        delimiter: ';',
        decimal: ',',
        dates: DateStyle::Finnish,
        line_end: "\r\n",
        encoding: Encoding::Utf8,
    };
    for format in ["csv", "xlsx", "xls", "ods"] {
        let workspace = Workspace::of_region("uusimaa");
        let mut paths = Vec::new();
        for (at, case) in cases.iter().enumerate() {
            let reporter = REPORTERS[at % REPORTERS.len()];
            let month = u32::try_from(at / REPORTERS.len()).unwrap() + 1;
            let page = report(case, reporter, month);
            let path = format!("inbox/{reporter} {month}-2018.{format}");
            let bytes = match format {
                "csv" => csv(&page, dialect),
                "xls" => xls(&[page]),
                "ods" => ods(&[page]).unwrap(),
                _ => xlsx(&[page]).unwrap(),
            };
            workspace.put(&path, bytes);
            paths.push(path);
        }
        workspace.kooste(&["run", "--no-report"]);
        let [facts, notes, issues] = [FACTS, NOTES, ISSUES].map(|sql| workspace.column(sql));
        let wrong: Vec<String> = cases
            .iter()
            .zip(&paths)
            .filter_map(|((rule, column, text, expected), path)| {
                let found = told(path, &facts, &notes, &issues);
                let line = format!("{rule} {column} {text:?} {path}: {found}, not {expected}");
                (found != *expected).then_some(line)
            })
            .collect();
        assert!(wrong.is_empty(), "{format}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn numbers_and_what_is_said_instead_of_them_r17_r18_r19_r20() {
    check(NUMBERS);
}

#[test]
fn days_places_codes_and_texts_r21_r24_r25_r26_r29_r30() {
    check(OTHERS);
}
