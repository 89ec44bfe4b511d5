//! Raw tables: titles, several tables, headers of several rows, surplus fields.

use super::raw_tables;
use crate::document::Limits;
use crate::format::read;
use crate::grid::{CellValue, Grid};

fn tables(text: &str) -> Vec<Vec<String>> {
    let document = read(text.as_bytes(), &Limits::default()).unwrap();
    printed(&document.sheets[0].grid)
}

fn printed(grid: &Grid) -> Vec<Vec<String>> {
    let tables = raw_tables(grid);
    let lines = |table: &Vec<Vec<String>>| table.iter().map(|record| record.join("|")).collect();
    tables.iter().map(lines).collect()
}

fn table(text: &str) -> Vec<String> {
    tables(text).remove(0)
}

#[test]
fn titles_above_are_left_out_and_a_second_table_stands_for_itself() {
    let text = "Raportti 2018\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\nx;y\n1;2\n3;4\n";
    let expected = [
        vec!["a|b|c", "1|2|3", "4|5|6", "7|8|9"],
        vec!["x|y", "1|2", "3|4"],
    ];
    assert_eq!(tables(text), expected);
}

#[test]
fn a_title_between_blank_records_ends_a_table() {
    let text = "Matkat;\n;\nLaji;Summa\nJuna;5\nBussi;6\n;\nTarvikkeet;\n;\nLaji;Määrä\nKynä;1\n";
    let expected = [
        vec!["Laji|Summa", "Juna|5", "Bussi|6"],
        vec!["Laji|Määrä", "Kynä|1"],
    ];
    assert_eq!(tables(text), expected);
}

#[test]
fn a_surplus_blank_field_is_taken_out_where_the_rest_fits() {
    let text = "Nimi;Määrä;Huom\nKerho;5;\nKahvila;;7;\nKerho;6;\nKerho;8;\n";
    let expected = [
        "Nimi|Määrä|Huom",
        "Kerho|5|",
        "Kahvila|7|",
        "Kerho|6|",
        "Kerho|8|",
    ];
    assert_eq!(table(text), expected);
}

#[test]
fn a_file_without_a_header_begins_with_its_data_even_where_rows_are_equal() {
    assert_eq!(table("1;2\n1;2\n3;4\n"), ["1|2", "1|2", "3|4"]);
}

#[test]
fn keys_with_values_above_are_no_table_and_a_title_of_other_width_no_header() {
    let text =
        "Kunta;Espoo\nKausi;10/2018\n\nPvm;Nimi;Hlö\n1.1.;a;1\n2.1.;b;2\n3.1.;c;3\n4.1.;d;4\n";
    assert_eq!(table(text)[0], "Pvm|Nimi|Hlö");
    assert_eq!(
        table("Luotu,Espoo, 3.1.\nPvm,Hlö\n1.1.,1\n2.1.,2\n")[0],
        "Pvm|Hlö"
    );
    assert_eq!(table("PvmHlö,Tila\n1.1.,1,x\n2.1.,2,y\n")[0], "PvmHlö|Tila");
}

#[test]
fn a_header_of_two_rows_repeats_the_label_of_a_group() {
    let text = "Pvm;Osallistujat;;Huom\n;Lapset;Aikuiset;\n1.1.;1;2;x\n2.1.;3;4;y\n";
    assert_eq!(
        table(text),
        [
            "Pvm|Osallistujat Lapset|Osallistujat Aikuiset|Huom",
            "1.1.|1|2|x",
            "2.1.|3|4|y"
        ]
    );
}

#[test]
fn a_space_behind_every_delimiter_belongs_to_it() {
    assert_eq!(table("a, b\n1, 2\n3, -4\n"), ["a|b", "1|2", "3|-4"]);
    assert_eq!(table("a, b\n1,2\n3, 4\n"), ["a| b", "1|2", "3| 4"]);
}

#[test]
fn blank_cells_at_the_end_of_a_workbook_row_do_not_end_its_table() {
    let grid = sheet(&["", "Nimi|Hlö|Huom", "a|1", "b|2", "", "c|3", "d|4|x"]);
    let expected = ["Nimi|Hlö|Huom", "a|1|", "b|2|", "c|3|", "d|4|x"];
    assert_eq!(printed(&grid), [expected.to_vec()]);
}

/// A sheet of a workbook.
fn sheet(rows: &[&str]) -> Grid {
    let mut grid = Grid::default();
    for (number, row) in (1..).zip(rows).filter(|(_, row)| !row.is_empty()) {
        grid.start_row(number);
        for (column, text) in (0..).zip(row.split('|')) {
            grid.push(column, CellValue::Text(text));
        }
    }
    grid
}

#[test]
fn tables_with_another_number_of_rows_beside_a_blank_column_stand_for_themselves() {
    let grid = sheet(&[
        "Osallistujat|||Kustannukset",
        "Kuukausi|Hlö||Kunta|Summa|Osuus",
        "elo|5||Espoo|700|70 %",
        "syys|6||Vantaa|300|30 %",
        "loka|7",
        "marras|8",
    ]);
    let expected = [
        vec!["Kuukausi|Hlö", "elo|5", "syys|6", "loka|7", "marras|8"],
        vec!["Kunta|Summa|Osuus", "Espoo|700|70 %", "Vantaa|300|30 %"],
    ];
    assert_eq!(printed(&grid), expected);
}

#[test]
fn keys_again_behind_blank_columns_begin_another_table() {
    let grid = sheet(&[
        "Viikko|Lapset||| Viikko|Lapset|Huom||Viikko|Lapset",
        "40|5|||44|7|x||48|1",
        "41|6|||45|8|y||49|2",
    ]);
    let expected = [
        vec!["Viikko|Lapset", "40|5", "41|6"],
        vec![" Viikko|Lapset|Huom", "44|7|x", "45|8|y"],
        vec!["Viikko|Lapset", "48|1", "49|2"],
    ];
    assert_eq!(printed(&grid), expected);
}

#[test]
fn columns_that_stand_apart_from_others_of_their_rows_stay_in_their_table() {
    for rows in [
        // The same rows on both sides.
        &["Nimi|Hlö||Ohjaaja|Tunnit", "a|5||A|1", "b|6||B|2"][..],
        // Rows that are not filled yet.
        &[
            "Kk|Hlö||Tila|Tunnit",
            "1|5||A|1",
            "2|6||B|2",
            "3|",
            "4|",
            "5|",
        ],
        // A total on one side.
        &[
            "Nimi|Hlö||Ohjaaja|Tunnit",
            "a|5||A|1",
            "b|6||B|2",
            "|||Yht.|3",
        ],
        // A group of labels on one side.
        &[
            "Nimi|Hlö||Tunnit",
            "|||Tila|Yht.",
            "a|5||A|1",
            "b|6||B|2",
            "c|7",
            "d|8",
        ],
        // The same text twice where keys would stand.
        &[
            "Nimi|Hlö||Tila|Tunnit",
            "a|5||A|1",
            "b|6||A|2",
            "c|7",
            "d|8",
        ],
    ] {
        let tables = raw_tables(&sheet(rows));
        assert_eq!(tables.len(), 1, "{rows:?}");
        assert_eq!(tables[0][0].len(), 5, "{rows:?}");
    }
    let text = "Viikko;Lapset;;Viikko;Lapset\n40;5;;44;7\n41;6;;45;8\n";
    assert_eq!(tables(text).len(), 1);
}
