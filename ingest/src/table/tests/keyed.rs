//! Tables of keys and numbers on whole sheets: what their columns are, and which rows are no results.

use super::*;

fn axes(table: &Table) -> Vec<String> {
    let columns = table.columns.iter();
    columns
        .map(|column| {
            let axes = column.axes.iter().map(|term| match term {
                Term::Month { year, month } => format!("{month}/{}", year.unwrap_or(0)),
                Term::Municipality(code) | Term::Code { code, .. } => code.clone(),
                other => format!("{other:?}"),
            });
            axes.collect::<Vec<_>>().join("+")
        })
        .collect()
}

#[test]
fn a_column_without_a_telling_label_is_known_by_its_months_or_places_r10() {
    for label in ["", "Pvm", "Aika", "2018"] {
        let reading = read(&[
            &[label, "Kohtaamispaikat", "LAVA-arvioinnit"],
            &["lokakuu", "3", "1"],
            &["marraskuu", "4", "2"],
        ]);
        assert_eq!(
            understood(&reading.tables[0]).1,
            ["0=period", "1=value", "2=value"],
            "{label}"
        );
    }
    let reading = read(&[
        &["Paikka", "Tunnusluku", "Arvo"],
        &["Espoo", "LAVA-arvioinnit", "1"],
        &["Vantaa", "LAVA-arvioinnit", "2"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        ["0=municipality", "1=indicator", "2=value"]
    );
}

#[test]
fn a_place_in_some_remarks_gives_no_field_r10() {
    let reading = read(&[
        &["Tunnusluku", "Arvo", "Lisäksi"],
        &["LAVA-arvioinnit", "1", ""],
        &["Kohtaamispaikat", "2", "Espoo"],
    ]);
    assert_eq!(understood(&reading.tables[0]).1, ["0=indicator", "1=value"]);
}

#[test]
fn sums_on_either_axis_of_a_header_are_control_totals_r12() {
    let below = read(&[
        &[
            "Tunnusluku",
            "lokakuu 2018",
            "",
            "",
            "marraskuu 2018",
            "",
            "",
        ],
        &["", "Espoo", "Vantaa", "yht.", "Espoo", "Vantaa", "yht."],
        &["LAVA-arvioinnit", "1", "2", "3", "4", "5", "9"],
    ]);
    let expected = [
        "",
        "10/2018+049",
        "10/2018+092",
        "Total",
        "11/2018+049",
        "11/2018+092",
        "Total",
    ];
    assert_eq!(axes(&below.tables[0]), expected);
    let above = read(&[
        &["Tunnusluku", "Espoo", "", "Yhteensä", ""],
        &[
            "",
            "lokakuu 2018",
            "marraskuu 2018",
            "lokakuu 2018",
            "marraskuu 2018",
        ],
        &["LAVA-arvioinnit", "1", "2", "3", "4"],
    ]);
    assert_eq!(
        axes(&above.tables[0]),
        ["", "049+10/2018", "049+11/2018", "Total", "Total"]
    );
}

#[test]
fn a_year_counts_for_the_months_beside_it_r23() {
    let reading = read(&[
        &[
            "Kustannuslaji",
            "lokakuu 2017",
            "marraskuu",
            "joulukuu",
            "tammikuu 2018",
            "helmikuu",
        ],
        &["Palkat", "1", "2", "3", "4", "5"],
    ]);
    assert_eq!(
        axes(&reading.tables[0]),
        ["", "10/2017", "11/2017", "12/2017", "1/2018", "2/2018"]
    );
}

#[test]
fn days_and_numbers_of_months_and_marks_beside_them_are_months_r23() {
    let reading = read(&[
        &["Kustannuslaji", "1.10.2018", "1.11.2018"],
        &["Palkat", "1", "2"],
    ]);
    assert_eq!(axes(&reading.tables[0]), ["", "10/2018", "11/2018"]);
    let marked = read(&[
        &[
            "Kustannuslaji",
            "loka-\nkuu 2018",
            "marraskuu 2018 *)",
            "joulukuu 2018 (1000 €)",
        ],
        &["Palkat", "1", "2", "3"],
    ]);
    assert_eq!(
        axes(&marked.tables[0]),
        ["", "10/2018", "11/2018", "12/2018"]
    );
}

#[test]
fn a_share_is_never_the_value_beside_it_r8() {
    let months = read(&[
        &["Kustannuslaji", "lokakuu 2018", "", "marraskuu 2018", ""],
        &["", "%", "Tot.", "%", "Tot."],
        &["Palkat", "80", "100", "90", "110"],
    ]);
    assert_eq!(
        understood(&months.tables[0]).1,
        ["0=category", "2=amount_eur", "4=amount_eur"]
    );
    let plain = read(&[
        &["Kustannuslaji", "Summa", "Summa %"],
        &["Palkat", "100", "80"],
    ]);
    assert_eq!(
        understood(&plain.tables[0]).1,
        ["0=category", "1=amount_eur"]
    );
    assert_eq!(plain.tables[0].ambiguous, []);
}

#[test]
fn a_word_for_what_was_spent_is_the_value_where_nothing_else_is_r8() {
    for label in ["Menot €", "Kulut", "Toteutuma", "Summa sis. alv"] {
        let reading = read(&[
            &["Kustannuslaji", label],
            &["Palkat", "100"],
            &["Matkakulut", "5"],
        ]);
        assert_eq!(
            understood(&reading.tables[0]).1,
            ["0=category", "1=amount_eur"],
            "{label}"
        );
    }
    let other = read(&[
        &["Kustannuslaji", "Summa", "Menot"],
        &["Palkat", "100", "50"],
    ]);
    assert_eq!(
        understood(&other.tables[0]).1,
        ["0=category", "1=amount_eur"]
    );
}

#[test]
fn a_sum_in_the_second_column_of_keys_makes_a_total_row_r12() {
    let reading = read(&[
        &["Tunnusluku", "Kunta", "Arvo"],
        &["LAVA-arvioinnit", "Espoo", "1"],
        &["LAVA-arvioinnit", "Vantaa", "2"],
        &["LAVA-arvioinnit", "Yhteensä", "3"],
    ]);
    assert_eq!(letters(&reading.tables[0]), "HDDT");
}

#[test]
fn a_value_beside_the_last_column_has_a_column_of_its_own_r9() {
    let reading = read(&[
        &["Tunnusluku", "Arvo", ""],
        &["LAVA-arvioinnit", "1", ""],
        &["Kohtaamispaikat", "", "2"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(table.columns.len(), 3);
    assert_eq!(codes(&table.issues), [Code::ExtraLabel]);
}

#[test]
fn numbers_are_never_answers_r11() {
    let reading = read(&[
        &["", "Tulokset", "Haasteet"],
        &["Espoo", "100", "80"],
        &["Vantaa", "110", "90"],
    ]);
    let forms = reading.tables.iter().filter_map(|table| table.form);
    assert!(forms.into_iter().all(|form| form != 5), "{reading:?}");
}

#[test]
fn a_year_alone_on_a_row_heads_the_months_below_r13() {
    let reading = read(&[
        &["Kuukausi", "Kohtaamispaikat", "LAVA-arvioinnit"],
        &["2017", "", ""],
        &["marraskuu", "3", "1"],
        &["Vuosi 2018", "", ""],
        &["lokakuu", "4", "2"],
    ]);
    assert_eq!(letters(&reading.tables[0]), "HSDSD");
}

#[test]
fn rows_of_plans_and_parts_are_set_aside_and_said_r12() {
    let reading = read(&[
        &["Kustannuslaji", "Tieto", "Summa"],
        &["Palkat", "Toteuma", "100"],
        &["Palkat", "Budjetti", "120"],
        &["Matkakulut, budjetti", "", "7"],
        &["- palkat", "Toteuma", "80"],
        &["Matkakulut", "Toteuma", "5"],
        &["- palkat", "Toteuma", "20"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HDnnnDD");
    assert_eq!(
        codes(&table.issues)
            .iter()
            .filter(|code| **code == Code::RowConstraint)
            .count(),
        3
    );
    let parts = read(&[
        &["Kustannuslaji", "Summa"],
        &["Palkat", "100"],
        &["- palkat", "80"],
        &["- palkat", "20"],
        &["Matkakulut", "5"],
    ]);
    assert_eq!(letters(&parts.tables[0]), "HDnnD");
    let headed = read(&[
        &["Kustannuslaji", "Summa"],
        &["Palkat", "100"],
        &["Budjetti 2018", ""],
        &["Palkat", "120"],
    ]);
    assert_eq!(letters(&headed.tables[0]), "HDnn");
}

#[test]
fn months_in_short_are_known_by_their_order_r23() {
    let reading = read(&[
        &["Kustannuslaji", "lok", "mar", "jou"],
        &["Palkat", "1", "2", "3"],
    ]);
    assert_eq!(axes(&reading.tables[0]), ["", "10/0", "11/0", "12/0"]);
    let numbered = read(&[
        &["Kustannuslaji", "1", "2", "3", "Yht."],
        &["Palkat", "10", "20", "30", "60"],
    ]);
    assert_eq!(
        axes(&numbered.tables[0]),
        ["", "1/0", "2/0", "3/0", "Total"]
    );
    let quarters = read(&[
        &["Kustannuslaji", "2018", "", ""],
        &["", "Q1", "", ""],
        &["", "tammikuu", "helmikuu", "maaliskuu"],
        &["Palkat", "10", "20", "30"],
    ]);
    assert_eq!(
        axes(&quarters.tables[0]),
        ["", "1/2018", "2/2018", "3/2018"]
    );
}

#[test]
fn a_label_in_the_corner_above_keys_is_none_of_theirs_r10() {
    for corner in ["Kuukausi", "Kulut", "Espoo"] {
        let reading = read(&[
            &[corner, "lokakuu 2018", "marraskuu 2018"],
            &["Palkat", "1", "2"],
            &["Matkakulut", "3", "4"],
        ]);
        let understood = understood(&reading.tables[0]);
        assert_eq!(
            understood.1,
            ["0=category", "1=amount_eur", "2=amount_eur"],
            "{corner}"
        );
    }
}

#[test]
fn a_year_in_the_corner_or_months_in_falling_order_keep_their_years_r23() {
    let corner = read(&[
        &["Kustannuslaji 2017", "lokakuu", "marraskuu"],
        &["Palkat", "1", "2"],
    ]);
    assert_eq!(axes(&corner.tables[0]), ["", "10/2017", "11/2017"]);
    let falling = read(&[
        &["Kustannuslaji", "marraskuu 2018", "lokakuu"],
        &["Palkat", "1", "2"],
    ]);
    assert_eq!(axes(&falling.tables[0]), ["", "11/2018", "10/2018"]);
    let twice = read(&[
        &["Kustannuslaji", "lokakuu", "lokakuu 2017"],
        &["Palkat", "1", "2"],
    ]);
    assert_eq!(axes(&twice.tables[0]), ["", "10/0", "10/2017"]);
}

#[test]
fn rows_of_another_year_below_their_key_and_blocks_of_plans_are_said_once_r12() {
    let years = read(&[
        &["Kustannuslaji", "Summa"],
        &["Palkat", "100"],
        &["Palkat 2017", "90"],
        &["Matkakulut", "5"],
    ]);
    assert_eq!(letters(&years.tables[0]), "HDnD");
    let block = read(&[
        &["Kustannuslaji", "Summa"],
        &["Palkat", "100"],
        &["Tavoitteet 2018", ""],
        &["Palkat", "120"],
        &["Matkakulut", "12"],
        &["Vuokrat", "10"],
    ]);
    assert_eq!(letters(&block.tables[0]), "HDnnnn");
    assert_eq!(codes(&block.issues), []);
}
