//! Headers, rows and several tables on whole sheets.

use super::*;

#[test]
fn a_table_below_a_title_and_keys_is_found() {
    let reading = read(&[
        &["Toimenpideraportti"],
        &["Kunta: Espoo"],
        &["Raportointikausi", "lokakuu 2018"],
        &[],
        ACTIVITY_HEADER,
        ACTIVITY,
        &[],
        ACTIVITY,
        &["Yhteensä", "", "", "", "", "24"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "nnn.HD.DT");
    assert_eq!(
        understood(table),
        (
            "activities".into(),
            vec![
                "0=start_date".into(),
                "1=municipality".into(),
                "2=development_area".into(),
                "3=activity_type".into(),
                "4=title".into(),
                "5=participants_total".into()
            ]
        )
    );
    assert_eq!(table.issues, []);
    assert_eq!(table.titles[0], (1, 0, "Toimenpideraportti".into()));
    let pairs: Vec<(&str, &str, (u32, u32))> = reading
        .pairs
        .iter()
        .map(|pair| (pair.key.as_str(), pair.value.as_str(), pair.cell))
        .collect();
    assert_eq!(
        pairs,
        [
            ("Kunta", "Espoo", (2, 0)),
            ("Raportointikausi", "lokakuu 2018", (3, 1))
        ]
    );
    assert_eq!(reading.pairs[0].names, ["municipality"]);
    assert_eq!(reading.pairs[1].names, ["period"]);
}

#[test]
fn a_header_of_two_rows_with_groups_is_flattened() {
    let reading = read(&[
        &["Päivämäärä", "Toimenpide", "", "", "Osallistujat", "", ""],
        &[
            "",
            "Nimi",
            "Tyyppi",
            "Kehittämis-\nkokonaisuus",
            "Lapset",
            "Vanhemmat",
            "Yhteensä",
        ],
        &["5.10.2018", "Perhekahvila", "Kokous", "II", "3", "4", "7"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    assert_eq!(
        understood(table).1,
        [
            "0=start_date",
            "1=title",
            "2=activity_type",
            "3=development_area",
            "4=participants_children",
            "5=participants_parents",
            "6=participants_total"
        ]
    );
}

#[test]
fn two_tables_below_each_other_have_their_own_titles() {
    let reading = read(&[
        &["Toimenpiteet"],
        ACTIVITY_HEADER,
        ACTIVITY,
        &["* alustava tieto"],
        &[],
        &["Talous"],
        &["Kustannuslaji", "Summa (€)"],
        &["Palkat", "1200"],
        &["Yhteensä", "1200"],
    ]);
    assert_eq!(reading.tables.len(), 2);
    assert_eq!(letters(&reading.tables[0]), "nHDn.");
    assert_eq!(letters(&reading.tables[1]), "nHDT");
    assert_eq!(reading.tables[1].titles, [(6, 0, "Talous".into())]);
    assert_eq!(reading.tables[1].number, 2);
}

#[test]
fn a_repeated_header_does_not_begin_a_table() {
    let reading = read(&[ACTIVITY_HEADER, ACTIVITY, &[], ACTIVITY_HEADER, ACTIVITY]);
    assert_eq!(reading.tables.len(), 1);
    assert_eq!(letters(&reading.tables[0]), "HD.RD");
}

#[test]
fn the_same_header_below_a_title_of_its_own_begins_a_table() {
    let reading = read(&[
        &["Kunta: Espoo"],
        ACTIVITY_HEADER,
        ACTIVITY,
        &[],
        &["Toinen raportti"],
        ACTIVITY_HEADER,
        ACTIVITY,
    ]);
    assert_eq!(reading.tables.len(), 2);
    assert_eq!(letters(&reading.tables[1]), "nHD");
}

#[test]
fn headings_on_rows_of_their_own_are_sections() {
    let reading = read(&[
        ACTIVITY_HEADER,
        &["Espoo"],
        ACTIVITY,
        &["lokakuu 2018"],
        ACTIVITY,
        &["Perhekeskus"],
        ACTIVITY,
    ]);
    assert_eq!(letters(&reading.tables[0]), "HSDSDSD");
    assert_eq!(
        reading.tables[0].rows[3].kind,
        RowKind::Section(vec![Term::Month {
            year: Some(2018),
            month: 10
        }])
    );
}

#[test]
fn a_heading_may_say_the_same_twice_around_a_colon_r13() {
    let reading = read(&[
        ACTIVITY_HEADER,
        &["Perhekeskus: perhekeskus"],
        ACTIVITY,
        &["Perhekeskus: Espoo"],
        ACTIVITY,
    ]);
    assert_eq!(letters(&reading.tables[0]), "HSDnD");
}

#[test]
fn tables_side_by_side_share_their_rows() {
    let rows: &[&[&str]] = &[
        &["Kustannuslaji", "Summa", "", "Tunnusluku", "Arvo"],
        &["Palkat", "100", "", "Kohtaamispaikat", "3"],
        &["Matkakulut", "10"],
    ];
    let reading = read_sheet(&sheet(rows), &vocabulary(), &Hints::default());
    assert_eq!(reading.tables.len(), 2);
    assert_eq!(letters(&reading.tables[0]), "HDD");
    assert_eq!(letters(&reading.tables[1]), "HD.");
    assert_eq!(understood(&reading.tables[1]).1, ["3=indicator", "4=value"]);
}

#[test]
fn a_side_note_beyond_a_gap_is_no_column() {
    let mut header = ACTIVITY_HEADER.to_vec();
    header.extend(["", "", "Täytä ohjeen mukaan"]);
    let reading = read(&[&header, ACTIVITY]);
    assert_eq!(reading.tables[0].columns.len(), 6);
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn an_ordinary_value_that_holds_a_word_of_sums_is_data() {
    let reading = read(&[
        ACTIVITY_HEADER,
        &[
            "5.10.2018",
            "Espoo",
            "II",
            "Kokous",
            "Yhteensä enemmän",
            "12",
        ],
        &["Espoo yhteensä", "", "", "", "", "12"],
        &["", "Yhteensä lokakuu", "", "", "", "12"],
    ]);
    assert_eq!(letters(&reading.tables[0]), "HDTT");
}

#[test]
fn a_header_need_not_start_in_the_first_cell() {
    let reading = read(&[
        &[],
        &["", "", "Kustannuslaji", "Summa"],
        &["", "", "Palkat", "100"],
    ]);
    assert_eq!(letters(&reading.tables[0]), ".HD");
    assert_eq!(
        understood(&reading.tables[0]).1,
        ["2=category", "3=amount_eur"]
    );
}

#[test]
fn a_second_row_with_units_or_another_language_belongs_to_the_header() {
    let reading = read(&[
        &["Päivämäärä", "Kokonaisuus", "Tyyppi", "Toimenpide", "Kesto"],
        &["Datum", "Helhet", "Typ", "Åtgärd", "Längd"],
        &["pp.kk.vvvv", "", "", "", "(h)"],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "2"],
    ]);
    assert_eq!(letters(&reading.tables[0]), "HHHD");
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn merged_titles_and_groups_are_told_apart() {
    let mut merged = grid(&[
        &["Toimenpiteet lokakuussa"],
        &[
            "Päivämäärä",
            "Kokonaisuus",
            "Tyyppi",
            "Toimenpide",
            "Osallistujat",
            "",
        ],
        &["", "", "", "", "Lapset", "Vanhemmat"],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "2", "3"],
    ]);
    let region = |row, to, first, last| Region {
        first_row: row,
        last_row: to,
        first_column: first,
        last_column: last,
    };
    merged.merge(region(1, 1, 0, 5));
    for column in 0..4 {
        merged.merge(region(2, 3, column, column));
    }
    merged.merge(region(2, 2, 4, 5));
    let sheet = Sheet {
        grid: merged,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(letters(&reading.tables[0]), "nHHD");
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn a_title_merged_over_all_columns_is_no_header_r6() {
    let mut merged = grid(&[&["Espoo"], &["lokakuu 2018"], ACTIVITY_HEADER, ACTIVITY]);
    for row in [1, 2] {
        merged.merge(Region {
            first_row: row,
            last_row: row,
            first_column: 0,
            last_column: 5,
        });
    }
    let sheet = Sheet {
        grid: merged,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(reading.tables.len(), 1);
    assert_eq!(&letters(&reading.tables[0])[..3], "nnH");
    let titles = reading.tables[0]
        .titles
        .iter()
        .map(|(_, _, title)| title.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), ["Espoo", "lokakuu 2018"]);
}

#[test]
fn keys_and_values_in_merged_cells_are_no_header_r6() {
    let mut merged = grid(&[
        &["Kunta", "", "Espoo"],
        &["Kuukausi", "", "lokakuu 2018"],
        ACTIVITY_HEADER,
        ACTIVITY,
    ]);
    for (row, first, last) in [(1, 0, 1), (1, 2, 5), (2, 0, 1), (2, 2, 5)] {
        merged.merge(Region {
            first_row: row,
            last_row: row,
            first_column: first,
            last_column: last,
        });
    }
    let sheet = Sheet {
        grid: merged,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(letters(&reading.tables[0]), "nnHD");
    assert_eq!(reading.pairs.len(), 2);
}

#[test]
fn texts_merged_over_the_columns_of_indicators_are_headings_and_notes_r13() {
    let mut merged = grid(&[
        &["Tunnusluku", "Arvo"],
        &["Avoimet palvelut"],
        &["Kohtaamispaikat", "2"],
        &["Tiedot ovat alustavia"],
    ]);
    for row in [2, 4] {
        merged.merge(Region {
            first_row: row,
            last_row: row,
            first_column: 0,
            last_column: 1,
        });
    }
    let sheet = Sheet {
        grid: merged,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(letters(&reading.tables[0]), "HSDn");
}

#[test]
fn below_many_records_that_name_no_label_a_header_stands_out_by_its_labels_or_by_a_gap_r6() {
    let strangers = |count: usize| -> Vec<&[&str]> {
        std::iter::repeat_n(&["x1", "5.10.2018", "Espoo"] as &[&str], count).collect()
    };
    let mut directly = strangers(2 * super::super::find::MOST_UNLABELLED);
    directly.extend([ACTIVITY_HEADER, ACTIVITY]);
    assert_eq!(read(&directly).tables.len(), 1);

    let months: [&[&str]; 2] = [
        &["", "lokakuu 2018", "marraskuu 2018"],
        &["LP-koulutetut", "4", "5"],
    ];
    let mut after_gap = strangers(2 * super::super::find::MOST_UNLABELLED);
    after_gap.push(&[]);
    after_gap.extend(months);
    assert_eq!(read(&after_gap).tables.len(), 1);
}

#[test]
fn a_sheet_of_whole_records_without_header_goes_on_with_the_table_before_r6() {
    let vocabulary = vocabulary();
    let first = read(&[
        &[
            "Pvm",
            "Toimenpide",
            "Tyyppi",
            "Kehittämiskokonaisuus",
            "Osallistujat",
        ],
        &["5.10.2018", "A", "Kokous", "II", "3"],
    ]);
    let going_on = sheet(&[&["6.10.2018", "B", "Kokous", "Perhekeskus", "4"], &[]]);
    let reading = continued(&first.tables[0], &going_on, &vocabulary).unwrap();
    assert_eq!(letters(&reading.tables[0]), "D.");
    let other = sheet(&[&["6.10.2018", "B", "Kokous", "4"]]);
    assert!(continued(&first.tables[0], &other, &vocabulary).is_none());
}

#[test]
fn a_table_whose_header_stands_further_down_beside_another_is_read_r1() {
    let sheet = sheet(&[
        &[
            "Pvm",
            "Toimenpide",
            "Tyyppi",
            "Kehittämiskokonaisuus",
            "",
            "",
            "Kokeilut",
        ],
        &[
            "5.10.2018",
            "A",
            "Kokous",
            "II",
            "",
            "",
            "Kokeilu",
            "Vaihe",
            "Osallistujia",
        ],
        &[
            "6.10.2018",
            "B",
            "Kokous",
            "II",
            "",
            "",
            "Chat",
            "Käynnissä",
            "40",
        ],
        &[
            "7.10.2018",
            "C",
            "Kokous",
            "II",
            "",
            "",
            "Peli",
            "Päättynyt",
            "12",
        ],
    ]);
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    let forms: Vec<String> = reading
        .tables
        .iter()
        .map(|table| understood(table).0)
        .collect();
    assert_eq!(forms, ["activities", "pilots"]);
    assert_eq!(letters(&reading.tables[0]), "HDDD");
    assert_eq!(letters(&reading.tables[1]), "nHDD");
}
