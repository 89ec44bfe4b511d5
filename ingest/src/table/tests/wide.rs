//! Wide tables on whole sheets.

use super::*;

#[test]
fn months_across_become_axes() {
    let reading = read(&[
        &["Tunnusluku", "lokakuu 2018", "marraskuu 2018", "Yhteensä"],
        &["Kohtaamispaikat", "3", "4", "7"],
        &["LAVA-arvioinnit", "", "1", "1"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(
        understood(table),
        (
            "indicators".into(),
            vec!["0=indicator".into(), "1=value".into(), "2=value".into()]
        )
    );
    assert_eq!(
        table.columns[1].axes,
        [Term::Month {
            year: Some(2018),
            month: 10
        }]
    );
    assert_eq!(table.columns[3].field, None);
    assert_eq!(table.columns[3].axes, [Term::Total]);
    assert_eq!(table.issues, []);
}

#[test]
fn months_over_sums_and_grants_become_axes_with_their_own_fields() {
    let reading = read(&[
        &["Kustannuslaji", "lokakuu 2018", "", "marraskuu 2018", ""],
        &["", "Summa", "Avustus", "Summa", "Avustus"],
        &["Palkat", "100", "80", "110", "88"],
        &["Matkakulut", "10", "8", "11", "8,8"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHDD");
    assert_eq!(
        understood(table),
        (
            "costs".into(),
            vec![
                "0=category".into(),
                "1=amount_eur".into(),
                "2=grant_eur".into(),
                "3=amount_eur".into(),
                "4=grant_eur".into()
            ]
        )
    );
    assert_eq!(
        table.columns[4].axes,
        [Term::Month {
            year: Some(2018),
            month: 11
        }]
    );
    assert_eq!(table.issues, []);
}

#[test]
fn indicators_across_and_municipalities_down_are_one_wide_table() {
    let reading = read(&[
        &["Kunta", "Kohtaamispaikat", "LAVA-arvioinnit"],
        &["Espoo", "3", "1"],
        &["Vantaa", "2", ""],
        &["Helsinki", "", ""],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HDDD");
    assert_eq!(
        understood(table),
        (
            "indicators".into(),
            vec!["0=municipality".into(), "1=value".into(), "2=value".into()]
        )
    );
    assert_eq!(table.issues, []);
}

#[test]
fn a_key_column_without_label_is_told_by_its_cells() {
    let reading = read(&[
        &["", "Espoo", "Vantaa"],
        &["Kohtaamispaikat", "3", "4"],
        &["LAVA-arvioinnit", "0", "1"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]),
        (
            "indicators".into(),
            vec!["0=indicator".into(), "1=value".into(), "2=value".into()]
        )
    );
}

#[test]
fn municipalities_over_months_are_two_axes() {
    let reading = read(&[
        &["", "Espoo", "", "Vantaa", "", "Yhteensä"],
        &[
            "Tunnusluku",
            "lokakuu",
            "marraskuu",
            "lokakuu",
            "marraskuu",
            "",
        ],
        &["Kohtaamispaikat", "3", "4", "1", "1", "9"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    assert_eq!(
        table.columns[4].axes,
        [
            Term::Municipality("092".into()),
            Term::Month {
                year: None,
                month: 11
            }
        ]
    );
    assert_eq!(table.columns[5].axes, [Term::Total]);
    assert_eq!(table.issues, []);
}

#[test]
fn a_year_above_months_is_theirs() {
    let reading = read(&[
        &["Kustannuslaji", "2018", "", "2019"],
        &["", "marraskuu", "joulukuu", "tammikuu"],
        &["Palkat", "3", "4", "1"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    let axes: Vec<&Term> = table
        .columns
        .iter()
        .flat_map(|column| &column.axes)
        .collect();
    assert_eq!(
        axes,
        [
            &Term::Month {
                year: Some(2018),
                month: 11
            },
            &Term::Month {
                year: Some(2018),
                month: 12
            },
            &Term::Month {
                year: Some(2019),
                month: 1
            }
        ]
    );
}

#[test]
fn targets_beside_results_are_not_taken_for_values() {
    let reading = read(&[
        &["Tunnusluku", "lokakuu 2018", "", "marraskuu 2018", ""],
        &["", "Tavoite", "Toteuma", "Tavoite", "Toteuma"],
        &["Kohtaamispaikat", "9", "3", "9", "4"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(understood(table).1, ["0=indicator", "2=value", "4=value"]);
    assert_eq!(codes(&table.issues), [Code::ExtraLabel, Code::ExtraLabel]);
}

#[test]
fn sums_and_numbers_beside_the_axes_are_no_values() {
    let reading = read(&[
        &[
            "Kustannuslaji",
            "lokakuu 2018",
            "",
            "marraskuu 2018",
            "",
            "Yhteensä",
            "",
            "Htkk",
        ],
        &["", "€", "Avustus", "€", "Avustus", "€", "Avustus", ""],
        &["Palkat", "100", "80", "110", "88", "210", "168", "2"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(
        understood(table).1,
        [
            "0=category",
            "1=amount_eur",
            "2=grant_eur",
            "3=amount_eur",
            "4=grant_eur"
        ]
    );
    assert_eq!(table.columns[5].axes, [Term::Total]);
    assert_eq!(table.columns[6].axes, [Term::Total]);
    assert_eq!(codes(&table.issues), [Code::ExtraLabel]);
}

#[test]
fn dates_of_a_workbook_in_a_header_are_months() {
    let mut grid = crate::grid::Grid::default();
    grid.start_row(1);
    grid.push(0, CellValue::Text("Tunnusluku"));
    grid.push(1, CellValue::Date(43_374.0));
    grid.start_row(2);
    grid.push(0, CellValue::Text("Kohtaamispaikat"));
    grid.push(1, CellValue::Number(3.0));
    let sheet = Sheet {
        grid,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(
        reading.tables[0].columns[1].axes,
        [Term::Month {
            year: Some(2018),
            month: 10
        }]
    );
}

#[test]
fn a_target_beside_each_months_value_is_no_value_of_the_month_r10() {
    let mut sheet = sheet(&[
        &["Tunnusluku", "Lokakuu 2018", "", "Marraskuu 2018", ""],
        &["", "Tavoite", "Toteuma", "Tavoite", "Toteuma"],
        &["LAVA-arvioinnit", "10", "4", "10", "6"],
    ]);
    for (first, last) in [(1, 2), (3, 4)] {
        sheet.grid.merge(Region {
            first_row: 1,
            last_row: 1,
            first_column: first,
            last_column: last,
        });
    }
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    assert_eq!(
        understood(table).1,
        ["0=indicator", "2=value", "4=value"],
        "{:?}",
        table.columns
    );
}

#[test]
fn two_columns_for_one_month_are_ambiguous_r8() {
    let reading = read(&[
        &[
            "Tunnusluku",
            "Lokakuu 2018",
            "Lokakuu 2018",
            "Marraskuu 2018",
        ],
        &["LAVA-arvioinnit", "10", "4", "6"],
    ]);
    let table = &reading.tables[0];
    let vocabulary = vocabulary();
    let fields = &vocabulary.forms[table.form.unwrap()].fields;
    let ambiguous: Vec<&str> = table
        .ambiguous
        .iter()
        .map(|at| &*fields[*at].code)
        .collect();
    assert_eq!(ambiguous, ["value"]);
    assert_eq!(understood(table).1, ["0=indicator", "3=value"]);
}

#[test]
fn a_title_names_the_indicator_of_months_and_municipalities_r10() {
    let reading = read(&[
        &["Kohtaamispaikkojen käynnit kunnittain 2018"],
        &["Kunta", "lokakuu 2018", "marraskuu 2018"],
        &["Espoo", "12", "13"],
        &["Vantaa", "4", "5"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "SHDD");
    assert!(matches!(&table.rows[0].kind, RowKind::Section(terms)
        if matches!(&terms[..], [Term::Code { code, .. }] if code == "MEETING_PLACE_VISITS")));
    let other = read(&[
        &["Kohtaamispaikkojen käynnit, lapset 2018"],
        &["Kunta", "lokakuu 2018", "marraskuu 2018"],
        &["Espoo", "12", "13"],
    ]);
    assert_eq!(letters(&other.tables[0]), "nHD");
}

#[test]
fn a_title_merged_over_some_columns_beside_another_text_heads_none_r6() {
    let title = ["Espoo", "", "", "", "", "Yhteyshenkilö"];
    let rows: &[&[&str]] = &[&title, &["Perhekeskus"], &[], ACTIVITY_HEADER, ACTIVITY];
    let mut sheet = sheet(rows);
    sheet.grid.merge(Region {
        first_row: 1,
        last_row: 1,
        first_column: 0,
        last_column: 2,
    });
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(reading.tables.len(), 1);
    assert_eq!(letters(&reading.tables[0]), "nn.HD");
}

#[test]
fn a_sum_is_the_value_where_it_is_the_only_number_or_adds_up_the_others() {
    let only: &[&[&str]] = &[&["Tunnusluku", "Yhteensä"], &["LAVA-arvioinnit", "5"]];
    assert_eq!(
        understood(&read(only).tables[0]).1,
        ["0=indicator", "1=value"]
    );
    let parts: &[&[&str]] = &[
        &["Tunnusluku", "Naiset", "Miehet", "Yhteensä"],
        &["LAVA-arvioinnit", "3", "2", "5"],
        &["Kohtaamispaikat", "30", "", "30"],
    ];
    assert_eq!(
        understood(&read(parts).tables[0]).1,
        ["0=indicator", "3=value"]
    );
    let other = read(&[parts[0], parts[1], &["Kohtaamispaikat", "30", "20", "120"]]);
    assert_eq!(understood(&other.tables[0]).1, ["0=indicator"]);
}

#[test]
fn tables_side_by_side_have_titles_of_their_own_r6() {
    let sheet = sheet(&[
        &[
            "Tunnusluvut lokakuu 2018",
            "",
            "",
            "Kustannukset lokakuu 2018",
            "",
        ],
        &["Tunnusluku", "Arvo", "", "Kustannuslaji", "Summa"],
        &["LAVA-arvioinnit", "5", "", "Palkat", "120,50"],
    ]);
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    let [left, right] = &reading.tables[..] else {
        panic!("two tables, not {}", reading.tables.len());
    };
    assert_eq!(understood(left).1, ["0=indicator", "1=value"]);
    assert_eq!(understood(right).1, ["3=category", "4=amount_eur"]);
    assert_eq!(
        (letters(left), letters(right)),
        ("nHD".into(), "nHD".into())
    );
}

#[test]
fn months_over_euros_and_person_months_keep_them_apart_r10() {
    let rows: &[&[&str]] = &[
        &["Kustannuslaji", "lokakuu 2018", "", "marraskuu 2018", ""],
        &["", "€", "htkk", "€", "htkk"],
        &["Palkat", "1000", "1", "950,5", "1,5"],
    ];
    let expected = [
        "0=category",
        "1=amount_eur",
        "2=fte_months",
        "3=amount_eur",
        "4=fte_months",
    ];
    assert_eq!(understood(&read(rows).tables[0]).1, expected);
    let one_row: &[&[&str]] = &[
        &[
            "Kustannuslaji",
            "lokakuu 2018 €",
            "lokakuu 2018 htkk",
            "marraskuu 2018 €",
            "marraskuu 2018 htkk",
        ],
        rows[2],
    ];
    assert_eq!(understood(&read(one_row).tables[0]).1, expected);
}
