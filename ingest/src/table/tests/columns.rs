//! Columns and their fields on whole sheets.

use super::*;

#[test]
fn labels_in_two_languages_match_by_their_parts() {
    let reading = read(&[
        &[
            "Päivämäärä / Datum",
            "Kunta – Kommun",
            "Helhet",
            "Typ",
            "Åtgärd\nToimenpide",
            "Kesto (tuntia)",
        ],
        ACTIVITY,
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        [
            "0=start_date",
            "1=municipality",
            "2=development_area",
            "3=activity_type",
            "4=title",
            "5=hours"
        ]
    );
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn two_columns_for_a_required_field_are_ambiguous() {
    let reading = read(&[
        &[
            "Päivämäärä",
            "Kokonaisuus",
            "Tyyppi",
            "Toimenpide",
            "Tapahtuma",
        ],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "Perheilta"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(table.ambiguous, [6]);
    assert_eq!(
        codes(&table.issues),
        [Code::LabelAmbiguous, Code::LabelAmbiguous]
    );
}

#[test]
fn a_repeated_label_is_named_as_such() {
    let reading = read(&[
        &[
            "Pvm",
            "Kokonaisuus",
            "Tyyppi",
            "Toimenpide",
            "Osallistujat",
            "osallistujat",
        ],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "4", "5"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(table.ambiguous, [8]);
    assert_eq!(codes(&table.issues), [Code::DuplicateLabel]);
    assert_eq!(table.issues[0].column, Some(5));
}

#[test]
fn a_synonym_yields_to_its_other_field() {
    let reading = read(&[
        &["Laji", "Kustannus", "Kuukausi"],
        &["Palkat", "1200", "lokakuu 2018"],
        &["Matkakulut", "80,50", "lokakuu 2018"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]),
        (
            "costs".into(),
            vec![
                "0=category".into(),
                "1=amount_eur".into(),
                "2=period".into()
            ]
        )
    );
}

#[test]
fn a_missing_required_column_is_named() {
    let reading = read(&[
        &["Päivämäärä", "Kunta", "Toimenpide", "Kesto"],
        &["5.10.2018", "Espoo", "Perhekahvila", "2"],
    ]);
    let issues = &reading.tables[0].issues;
    assert_eq!(codes(issues), [Code::MissingLabel, Code::MissingLabel]);
    assert_eq!(issues[0].field.as_deref(), Some("development_area"));
    assert_eq!(issues[1].field.as_deref(), Some("activity_type"));
}

#[test]
fn an_unknown_column_is_noticed_and_kept() {
    let mut header = ACTIVITY_HEADER.to_vec();
    header.push("Sääolot");
    let mut row = ACTIVITY.to_vec();
    row.push("sade");
    let reading = read(&[&header, &row]);
    let table = &reading.tables[0];
    assert_eq!(codes(&table.issues), [Code::ExtraLabel]);
    assert_eq!(
        (table.columns[6].label.as_str(), table.columns[6].field),
        ("Sääolot", None)
    );
}

#[test]
fn misspelt_labels_match_with_a_clear_margin() {
    let reading = read(&[
        &[
            "Päivämärä",
            "Kunta",
            "Kehittamiskokonaisuus",
            "Toimenpiteen tyypi",
            "Toimenpide",
            "Osallist. yht",
        ],
        ACTIVITY,
    ]);
    let table = &reading.tables[0];
    assert_eq!(
        understood(table).1[..5],
        [
            "0=start_date",
            "1=municipality",
            "2=development_area",
            "3=activity_type",
            "4=title"
        ]
    );
    assert_eq!(table.columns[0].how, Some(How::Fuzzy));
}

#[test]
fn start_and_end_below_one_label_are_told_apart_by_their_group() {
    let reading = read(&[
        &["Alku", "Loppu", "Toimenpide", "", ""],
        &["pvm", "pvm", "Nimi", "Tyyppi", "Kokonaisuus"],
        &["5.10.2018", "6.10.2018", "Perheleiri", "Tapahtuma", "II"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        [
            "0=start_date",
            "1=end_date",
            "2=title",
            "3=activity_type",
            "4=development_area"
        ]
    );
}

#[test]
fn a_column_of_names_does_not_contest_the_column_of_counts() {
    let mut header = ACTIVITY_HEADER.to_vec();
    header.push("Osallistujat");
    let mut row = ACTIVITY.to_vec();
    row.push("neuvolan ja koulun väkeä");
    let reading = read(&[&header, &row]);
    assert_eq!(reading.tables[0].columns[5].field, Some(8));
    assert_eq!(codes(&reading.tables[0].issues), [Code::ExtraLabel]);
}

#[test]
fn labels_with_numbers_and_directions_match() {
    let reading = read(&[
        &[
            "1. Päivämäärä (pp.kk.vvvv)",
            "2. Kunta (valitse)",
            "3. Kokonaisuus",
            "4. Tyyppi *",
            "5. Toimenpide",
            "Osallistujia, hlö",
        ],
        ACTIVITY,
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        [
            "0=start_date",
            "1=municipality",
            "2=development_area",
            "3=activity_type",
            "4=title",
            "5=participants_total"
        ]
    );
}

#[test]
fn short_labels_with_numbers_or_directions_match_r8() {
    let mut header = ACTIVITY_HEADER.to_vec();
    (header[0], header[5]) = ("1. pvm", "6) hlö");
    let fields = understood(&read(&[&header, ACTIVITY]).tables[0]).1;
    assert_eq!(
        (fields[0].as_str(), fields[5].as_str()),
        ("0=start_date", "5=participants_total")
    );
    header[5] = "Osallistujat yhteensä (ks. ohje)";
    let fields = understood(&read(&[&header, ACTIVITY]).tables[0]).1;
    assert_eq!(fields[5], "5=participants_total");
}

#[test]
fn answers_in_a_column_for_each_language_are_one_field_unless_a_row_has_both() {
    let rows: &[&[&str]] = &[
        &["Kysymys", "Vastaus", "Svar"],
        &["Tulokset", "Malli saatiin valmiiksi.", ""],
        &["Haasteet", "", "Brist på tid."],
    ];
    let reading = read(rows);
    assert_eq!(letters(&reading.tables[0]), "HDD");
    assert_eq!(
        understood(&reading.tables[0]).1,
        ["0=question", "1=answer", "2=answer"]
    );
    assert_eq!(codes(&reading.tables[0].issues), []);
    let both = read(&[rows[0], rows[1], &["Haasteet", "Kiire.", "Brist på tid."]]);
    assert_eq!(
        codes(&both.tables[0].issues),
        [Code::LabelAmbiguous, Code::LabelAmbiguous]
    );
}

#[test]
fn decisions_settle_labels() {
    let hints = Hints {
        columns: vec![ColumnHint {
            label: "Väki".into(),
            field: "participants_total".into(),
            how: How::Decision,
        }],
        ..Hints::default()
    };
    let mut header = ACTIVITY_HEADER.to_vec();
    header[5] = "Väki";
    let reading = read_sheet(&sheet(&[&header, ACTIVITY]), &vocabulary(), &hints);
    let column = &reading.tables[0].columns[5];
    assert_eq!((column.field, column.how), (Some(8), Some(How::Decision)));
}
