//! Rules of READING.md on whole files: the same report in several formats, encodings and languages.

use kooste_fixtures::page::{Cell, Page};
use kooste_fixtures::write::csv::{DateStyle, Dialect, Encoding, csv};
use kooste_fixtures::write::xlsx::xlsx;

use crate::kit::Workspace;

const ENCODINGS: [Encoding; 4] = [
    Encoding::Utf8,
    Encoding::Utf8Bom,
    Encoding::Windows1252,
    Encoding::Utf16,
];

/// Activities with a day, a place with å, and a count; labels in Finnish, Swedish or English.
fn activities(language: &str) -> Page {
    let header: [&'static str; 6] = match language {
        "fi" => [
            "Päivämäärä",
            "Kunta",
            "Kehittämiskokonaisuus",
            "Toimenpiteen tyyppi",
            "Toimenpide",
            "Osallistujat yhteensä",
        ],
        "sv" => [
            "Datum",
            "Kommun",
            "Utvecklingshelhet",
            "Typ av åtgärd",
            "Åtgärd",
            "Deltagare totalt",
        ],
        _ => [
            "Date",
            "Municipality",
            "Development area",
            "Activity type",
            "Activity",
            "Participants",
        ],
    };
    let mut page = Page::named("Lokakuu");
    page.rows.push(header.map(Cell::from).to_vec());
    let day = chrono::NaiveDate::from_ymd_opt(2018, 10, 5).unwrap();
    page.rows.push(vec![
        day.into(),
        "Ingå".into(),
        "II".into(),
        "Kokous".into(),
        "Möte på kaféet".into(),
        Cell::Whole(12),
    ]);
    page
}

fn dialect(encoding: Encoding) -> Dialect {
    Dialect {
        delimiter: ';',
        decimal: ',',
        dates: DateStyle::Finnish,
        line_end: "\r\n",
        encoding,
    }
}

const FACT: &str = "SELECT concat_ws(' ', path, start_date, title, participants_total, municipality_code) \
     FROM core.activity JOIN core.activity_municipality USING (activity_id) JOIN meta.submission USING (submission_id) \
     ORDER BY path";

#[test]
fn a_report_is_the_same_in_every_encoding_and_language_r4() {
    for language in ["fi", "sv", "en"] {
        for encoding in ENCODINGS {
            let workspace = Workspace::of_region("uusimaa");
            workspace.put(
                "inbox/Ingå oktober 2018.csv",
                csv(&activities(language), dialect(encoding)),
            );
            workspace.kooste(&["run", "--no-report"]).ends(0);
            assert_eq!(
                workspace.column(FACT),
                ["inbox/Ingå oktober 2018.csv 2018-10-05 Möte på kaféet 12 149"],
                "{language} {encoding:?}"
            );
        }
    }
}

#[test]
fn the_content_tells_the_format_whatever_the_name_r3() {
    let workspace = Workspace::of_region("uusimaa");
    let book = xlsx(&[activities("sv")]).unwrap();
    workspace
        .put("inbox/Ingå oktober 2018.csv", &book)
        .put(
            "inbox/Hanko lokakuu 2018.xlsx",
            csv(&activities("fi"), dialect(Encoding::Utf8)),
        )
        .put(
            "inbox/Vihti lokakuu 2018.xls",
            "<html><table><tr><td>1</td></tr></table></html>",
        )
        .put("inbox/Lohja lokakuu 2018.xlsx", "%PDF-1.4");
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let read = "SELECT concat_ws(' ', path, format) FROM meta.submission WHERE format IS NOT NULL ORDER BY path";
    assert_eq!(
        workspace.column(read),
        [
            "inbox/Hanko lokakuu 2018.xlsx csv",
            "inbox/Ingå oktober 2018.csv xlsx"
        ]
    );
    let refused = "SELECT concat_ws(' ', path, code) FROM meta.issue WHERE code = 'format-error' ORDER BY path";
    assert_eq!(
        workspace.column(refused),
        [
            "inbox/Lohja lokakuu 2018.xlsx format-error",
            "inbox/Vihti lokakuu 2018.xls format-error"
        ]
    );
}

#[test]
fn a_file_holds_several_sheets_forms_and_months_r1() {
    let workspace = Workspace::of_region("uusimaa");
    let mut figures = Page::named("Luvut");
    let rows: [&[&'static str]; 7] = [
        &["Tunnusluku", "Syyskuu 2018", "Lokakuu 2018"],
        &["LP-koulutetut", "3", "4"],
        &[],
        &[],
        &["Kustannuslaji", "Lokakuu 2018"],
        &["Palkat", "1000,10"],
        &["Matkat", "20"],
    ];
    figures.rows = rows
        .iter()
        .map(|row| row.iter().map(|text| Cell::from(*text)).collect())
        .collect();
    workspace.put(
        "inbox/Hanko.xlsx",
        xlsx(&[activities("sv"), figures]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let reports = "SELECT concat_ws(' ', form, period) FROM meta.report WHERE submission_id IS NOT NULL ORDER BY form, period";
    assert_eq!(
        workspace.column(reports),
        [
            "activities 2018-10-01",
            "costs 2018-10-01",
            "indicators 2018-09-01",
            "indicators 2018-10-01"
        ]
    );
}

#[test]
fn sheets_of_a_joint_report_are_each_about_their_own_municipality_r25() {
    let workspace = Workspace::of_region("uusimaa");
    let sheet = |name: &str, trained: &'static str| {
        let mut page = Page::named(name);
        page.rows = [["Tunnusluku", "Arvo"], ["LP-koulutetut", trained]]
            .map(|row| row.map(Cell::from).to_vec())
            .to_vec();
        page
    };
    workspace.put(
        "inbox/Inkoo-Siuntio 2018-10.xlsx",
        xlsx(&[sheet("Inkoo", "5"), sheet("Siuntio", "6")]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let values = "SELECT concat_ws(' ', organisation_code, municipality_code, CAST(value AS INTEGER)) \
        FROM core.indicator_value ORDER BY municipality_code";
    assert_eq!(workspace.column(values), ["inkoo 149 5", "inkoo 755 6"]);
}

#[test]
fn hidden_sheets_are_not_loaded_but_said_r5() {
    let workspace = Workspace::of_region("uusimaa");
    let mut hidden = activities("fi");
    hidden.name = "Vanha".to_owned();
    hidden.hidden = true;
    workspace.put(
        "inbox/Hanko lokakuu 2018.xlsx",
        xlsx(&[activities("sv"), hidden]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT sheet FROM core.activity"),
        ["Lokakuu"]
    );
    let said =
        "SELECT concat_ws(' ', code, sheet) FROM meta.issue WHERE code = 'sheet-hidden-with-data'";
    assert_eq!(workspace.column(said), ["sheet-hidden-with-data Vanha"]);
}

#[test]
fn sheets_named_after_development_areas_or_numbered_by_form_are_of_no_month_r2() {
    let workspace = Workspace::of_region("uusimaa");
    let sheets = ["I", "II", "III", "IV"].map(|name| {
        let mut page = activities("fi");
        page.name = name.to_owned();
        page.rows[1][4] = name.into();
        page
    });
    workspace.put("inbox/2018-11/Hanko.xlsx", xlsx(&sheets).unwrap());
    let mut first = activities("sv");
    first.name = "1. Åtgärder".to_owned();
    let mut second = Page::named("2. Kostnader");
    second.rows = vec![
        vec!["Kustannuslaji".into(), "Summa (€)".into()],
        vec!["Palkat".into(), Cell::Whole(50)],
    ];
    workspace.put(
        "inbox/2018-11/Raasepori lokakuu 2018.xlsx",
        xlsx(&[first, second]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let months = "SELECT concat_ws(' ', organisation_code, CAST(period AS VARCHAR), count(*)) FROM core.activity \
        GROUP BY organisation_code, period ORDER BY ALL";
    assert_eq!(
        workspace.column(months),
        ["hanko 2018-10-01 4", "raasepori 2018-10-01 1"]
    );
    assert_eq!(
        workspace.column("SELECT CAST(period AS VARCHAR) FROM core.cost"),
        ["2018-10-01"]
    );
}

#[test]
fn sheets_of_examples_beside_the_report_are_not_loaded_but_said() {
    let workspace = Workspace::of_region("uusimaa");
    let mut example = activities("fi");
    example.name = "Esimerkki".to_owned();
    let decided = "[[decision]]\nkind = \"sheet\"\nfound = \"Luonnos\"\nmeans = \"activities\"\n\
        by = \"agent\"\non = 2018-11-05\nwhy = \"their way of naming it\"\n";
    workspace.put("decisions.toml", decided);
    let mut draft = activities("fi");
    draft.name = "Luonnos".to_owned();
    draft.rows[1][4] = "Toinen".into();
    workspace.put(
        "inbox/Hanko lokakuu 2018.xlsx",
        xlsx(&[example, activities("sv"), draft]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT sheet FROM core.activity ORDER BY sheet"),
        ["Lokakuu", "Luonnos"]
    );
    let said =
        "SELECT concat_ws(' ', code, sheet) FROM meta.issue WHERE code = 'sheet-hidden-with-data'";
    assert_eq!(workspace.column(said), ["sheet-hidden-with-data Esimerkki"]);
}

#[test]
fn cents_of_a_workbook_are_exact_and_signs_of_control_fall_away_r28_r29() {
    let workspace = Workspace::of_region("uusimaa");
    let mut page = Page::named("Kustannukset");
    page.rows = vec![
        vec!["Kustannuslaji".into(), "Summa (€)".into(), "Selite".into()],
        vec![
            "Palkat".into(),
            Cell::Fixed(kooste_fixtures::page::Fixed::hundredths(11_030)),
            "a\u{7}b ".into(),
        ],
        vec!["Matkat".into(), "1\u{a0}234,565".into(), "e\u{301}".into()],
    ];
    workspace.put("inbox/Hanko lokakuu 2018.xlsx", xlsx(&[page]).unwrap());
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let costs =
        "SELECT concat_ws('|', category, amount_eur, note) FROM core.cost ORDER BY category";
    assert_eq!(
        workspace.column(costs),
        ["salaries|110.30|ab", "travel|1234.57|é"]
    );
    let said = "SELECT cell FROM meta.issue WHERE code = 'value-corrected'";
    assert_eq!(workspace.column(said), ["B3"]);
}

#[test]
fn bytes_under_the_name_of_another_month_are_a_copy_and_no_second_version_r31() {
    let report = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
        Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
        5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n";
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/2018-09/askola syyskuu.csv", report);
    workspace.put("inbox/2018-10/askola lokakuu.csv", report);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let answer = workspace.kooste(&[
        "query",
        "SELECT r.period, r.state, i.code, i.path FROM meta.report r, meta.issue i \
         WHERE r.submission_id IS NOT NULL AND i.code = 'report-identical'",
        "--format",
        "csv",
    ]);
    assert!(
        answer
            .ends(0)
            .stdout()
            .contains("2018-10-01,accepted,report-identical,inbox/2018-09/askola syyskuu.csv")
    );
}

#[test]
fn no_other_sheet_is_taken_for_one_that_is_absent_r36() {
    let workspace = Workspace::of_region("uusimaa");
    let settings = std::fs::read_to_string(workspace.path().join("kooste.toml")).unwrap();
    let source = "\n[[source]]\nmatch = \"inbox/**/Hanko*.xlsx\"\nsheet = \"Marraskuu\"\n";
    workspace.put("kooste.toml", settings + source);
    workspace.put(
        "inbox/Hanko lokakuu 2018.xlsx",
        xlsx(&[activities("sv")]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]);
    assert_eq!(
        workspace.column("SELECT title FROM core.activity"),
        [] as [&str; 0]
    );
}

#[test]
fn a_message_names_file_sheet_and_cell_in_three_languages_r40() {
    let workspace = Workspace::of_region("uusimaa");
    let mut page = activities("fi");
    page.rows[1][5] = "paljon väkeä".into();
    workspace.put("inbox/Hanko lokakuu 2018.xlsx", xlsx(&[page]).unwrap());
    workspace.kooste(&["run", "--no-report"]).ends(0);
    for language in ["fi", "sv", "en"] {
        let sql = format!("SELECT message_{language} FROM meta.issue WHERE code = 'type-error'");
        let messages = workspace.column(&sql);
        assert_eq!(messages.len(), 1);
        for part in ["Hanko lokakuu 2018.xlsx › Lokakuu!F2", "paljon väkeä"] {
            assert!(messages[0].contains(part), "{language}: {messages:?}");
        }
    }
    let mut texts = workspace
        .column("SELECT message_fi FROM meta.issue UNION SELECT message_sv FROM meta.issue");
    texts.dedup();
    assert!(texts.len() >= 2);
}

#[test]
fn a_sheet_named_after_a_form_that_knows_every_label_is_of_that_form_r8() {
    let workspace = Workspace::of_region("uusimaa");
    // `Nimi`, `tilanne` and `Kunta` are all that pilots ask for; the area stands in the heading below.
    let mut page = Page::named("Toimenpiteet");
    page.rows = [
        &[
            "Milloin",
            "Osallistujat yhteensä",
            "tilanne",
            "Kohderyhmä",
            "Nimi",
            "Toimenpiteen tyyppi",
            "Kunta",
        ][..],
        &["II"],
        &[
            "13.10.2018",
            "3",
            "Toteutunut",
            "Vanhemmat",
            "Tilaisuus",
            "Koulutus",
            "Askola",
        ],
        &[
            "14.10.2018",
            "4",
            "Toteutunut",
            "Vanhemmat",
            "Toinen",
            "Kokous",
            "Askola",
        ],
    ]
    .map(|row| row.iter().map(|text| Cell::from(*text)).collect())
    .to_vec();
    workspace.put("inbox/Askola 2018-10.xlsx", xlsx(&[page]).unwrap());
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT development_area || ' ' || title FROM core.activity ORDER BY ALL"),
        ["II Tilaisuus", "II Toinen"]
    );
}

#[test]
fn two_files_without_a_row_in_common_are_parts_of_one_report_and_said_r32() {
    let report = |rows: &str| {
        format!(
            "Kunta;Vihti\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
             Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n{rows}"
        )
    };
    let youth = "5.10.2018;II;Kokous;Nuorisotyön kokous;12\r\n";
    let care = "9.10.2018;III;Koulutus;Varhaiskasvatuksen koulutus;20\r\n";
    let said = |other: &str| {
        let workspace = Workspace::of_region("uusimaa");
        workspace.put("inbox/Vihti nuorisotoimi.csv", report(youth));
        workspace.put("inbox/Vihti varhaiskasvatus.csv", report(other));
        workspace.kooste(&["run", "--no-report"]).ends(0);
        workspace.column("SELECT reason FROM meta.issue WHERE reason = 'sent_in_parts'")
    };
    assert_eq!(said(care), ["sent_in_parts"]);
    // A file that holds the rows of the other is a later version of it.
    assert_eq!(said(&format!("{youth}{care}")), [] as [&str; 0]);
}

#[test]
fn a_workbook_of_the_coordinator_has_a_sheet_for_each_municipality_r1() {
    let sheet = |place: &'static str, value: i64| {
        let mut page = Page::named(place);
        page.rows
            .push(["Tunnusluku", "Arvo"].map(Cell::from).to_vec());
        page.rows.push(vec![
            Cell::from("Kohtaamispaikkojen käynnit"),
            Cell::from(value),
        ]);
        page
    };
    let workspace = Workspace::of_region("uusimaa");
    workspace.put(
        "inbox/Hanketoimisto lokakuu 2018.xlsx",
        xlsx(&[sheet("Porvoo", 140), sheet("Lohja", 90)]).unwrap(),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column(
            "SELECT concat_ws(' ', organisation_code, CAST(value AS INTEGER)) FROM core.indicator_value ORDER BY 1"
        ),
        ["lohja 90", "porvoo 140"]
    );
}
