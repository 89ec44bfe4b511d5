//! Rows that only show how a report is filled in.

use super::*;
use crate::table::examples::is_example_sheet;

const RECORD: &[&str] = &["12.10.2018", "Espoo", "II", "koulutus", "LP-koulutus", "7"];

/// The kinds of the rows of the only table, and the rows named as examples.
fn examples(rows: &[&[&str]]) -> (String, Vec<u32>) {
    let reading = read(rows);
    let table = &reading.tables[0];
    let named = table
        .issues
        .iter()
        .filter(|issue| issue.reason == "example");
    let rows = named.map(|issue| {
        assert_eq!(issue.code, Code::RowConstraint);
        issue.row.unwrap()
    });
    (letters(table), rows.collect())
}

#[test]
fn marked_rows_are_examples_and_named() {
    for example in [
        &["esim. 1.10.2018", "Espoo", "II", "koulutus", "Kurssi", "5"],
        &[
            "1.10.2018",
            "Espoo",
            "II",
            "koulutus",
            "Esimerkki: kurssi",
            "5",
        ],
        &[
            "1.10.2018",
            "Espoo",
            "II",
            "koulutus",
            "Kurssi (esimerkki)",
            "5",
        ],
        &["1.10.2018", "Espoo", "II", "koulutus", "T.ex. kurs", "5"],
        &["Esimerkki", "Espoo", "II", "koulutus", "Kurssi", "5"],
        &["Exempel 1", "Esbo", "II", "utbildning", "Kurs", "5"],
        &["", "Espoo", "II", "koulutus", "Mallirivi, poista tämä", "5"],
    ] {
        let found = examples(&[ACTIVITY_HEADER, example, RECORD]);
        assert_eq!(found, ("HnD".into(), vec![2]), "{example:?}");
    }
}

#[test]
fn rows_below_a_heading_are_examples_until_it_ends() {
    let example: &[&str] = &["1.10.2018", "Espoo", "II", "koulutus", "Kurssi", "5"];
    let above = &[
        ACTIVITY_HEADER,
        &["Esimerkki täytöstä:"],
        example,
        &["Oma raportti"],
        RECORD,
    ];
    assert_eq!(examples(above), ("HnnnD".into(), vec![3]));
    let divided = &[
        ACTIVITY_HEADER,
        &["Esimerkkejä"],
        &[],
        example,
        example,
        &[],
        RECORD,
    ];
    assert_eq!(examples(divided), ("Hn.nn.D".into(), vec![4, 5]));
    let below = &[ACTIVITY_HEADER, RECORD, &[], &["Exempel"], example];
    assert_eq!(examples(below), ("HD.nn".into(), vec![5]));
}

#[test]
fn a_table_below_such_a_title_is_an_example_beside_another() {
    let example: &[&str] = &["1.10.2018", "Espoo", "II", "koulutus", "Kurssi", "5"];
    let reading = read(&[
        ACTIVITY_HEADER,
        RECORD,
        &[],
        &["Esimerkki:"],
        ACTIVITY_HEADER,
        example,
    ]);
    let rows: Vec<String> = reading.tables.iter().map(letters).collect();
    assert_eq!(rows, ["HD.", "nHn"]);
    let alone = read(&[&["Esimerkki:"], ACTIVITY_HEADER, example]);
    assert_eq!(letters(&alone.tables[0]), "nHD");
}

#[test]
fn texts_that_only_mention_an_example_mark_none() {
    for record in [
        &[
            "1.10.2018",
            "Espoo",
            "II",
            "koulutus",
            "Esimerkki hyvästä työstä",
            "5",
        ],
        &[
            "1.10.2018",
            "Espoo",
            "II",
            "koulutus",
            "Esimerkillinen ilta",
            "5",
        ],
        &[
            "1.10.2018",
            "Espoo",
            "II",
            "koulutus",
            "Kurssi (esim. vanhemmille)",
            "5",
        ],
        &[
            "1.10.2018",
            "Espoo",
            "II",
            "koulutus",
            "Texter för ungdomar",
            "5",
        ],
    ] {
        let found = examples(&[ACTIVITY_HEADER, record, RECORD]);
        assert_eq!(found, ("HDD".into(), vec![]), "{record:?}");
    }
    let narrative = read(&[
        &["Kysymys", "Vastaus"],
        &["Tulokset", "Esimerkki: perhekahvila toimii."],
    ]);
    assert_eq!(letters(&narrative.tables[0]), "HD");
}

#[test]
fn names_of_sheets_tell_examples_and_drafts() {
    let examples = [
        "Esimerkki",
        "ESIM. täyttö",
        "Malli",
        "Exempel 2018",
        "Luonnos 2",
        "Utkast",
    ];
    for name in examples {
        assert!(is_example_sheet(name), "{name}");
    }
    for name in [
        "Toiminta",
        "Mallit",
        "Toimintamalli",
        "Lokakuu",
        "Esimiehet",
        "",
    ] {
        assert!(!is_example_sheet(name), "{name}");
    }
}
