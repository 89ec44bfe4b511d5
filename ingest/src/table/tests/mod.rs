//! Whole sheets as people send them, and what is read from them.

mod around;
mod columns;
mod examples;
mod keyed;
mod layout;
mod struck;
mod wide;

use super::test_grid::{grid, sheet, vocabulary};
use super::*;
use crate::document::Sheet;
use crate::grid::{CellValue, Region};
use crate::issue::Code;
use crate::vocabulary::{ColumnHint, Hints, Term};

fn read(rows: &[&[&str]]) -> SheetReading {
    let reading = read_sheet(&sheet(rows), &vocabulary(), &Hints::default());
    assert_every_row_once(&reading, rows.len());
    reading
}

fn assert_every_row_once(reading: &SheetReading, rows: usize) {
    let mut numbers: Vec<u32> = reading
        .tables
        .iter()
        .flat_map(|table| &table.rows)
        .chain(&reading.notes)
        .map(|row| row.number)
        .collect();
    numbers.sort_unstable();
    let expected: Vec<u32> = (1..).take(rows).collect();
    assert_eq!(
        numbers, expected,
        "every row of the sheet stands exactly once"
    );
}

/// Code of the form and `column=field` of every column with a field.
fn understood(table: &Table) -> (String, Vec<String>) {
    let vocabulary = vocabulary();
    let form = &vocabulary.forms[table.form.unwrap()];
    let columns = table
        .columns
        .iter()
        .filter_map(|column| {
            Some(format!(
                "{}={}",
                column.index, form.fields[column.field?].code
            ))
        })
        .collect();
    (form.code.to_string(), columns)
}

fn letters(table: &Table) -> String {
    table
        .rows
        .iter()
        .map(|row| match row.kind {
            RowKind::Header => 'H',
            RowKind::RepeatedHeader => 'R',
            RowKind::Section(_) => 'S',
            RowKind::Data => 'D',
            RowKind::TotalCandidate => 'T',
            RowKind::Blank => '.',
            RowKind::Note => 'n',
        })
        .collect()
}

fn codes(issues: &[crate::issue::Issue]) -> Vec<Code> {
    issues.iter().map(|issue| issue.code).collect()
}

const ACTIVITY_HEADER: &[&str] = &[
    "Päivämäärä",
    "Kunta",
    "Kehittämiskokonaisuus",
    "Toimenpiteen tyyppi",
    "Toimenpide",
    "Osallistujat yhteensä",
];
const ACTIVITY: &[&str] = &["5.10.2018", "Espoo", "II", "Kokous", "Perhekahvila", "12"];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]

    #[test]
    fn every_row_of_any_sheet_stands_exactly_once(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..7), 0..25)
    ) {
        let texts: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(|at| WORDS[*at]).collect()).collect();
        let slices: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
        let sheet = sheet(&slices);
        let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
        let beside = reading.tables.windows(2).any(|pair| pair[0].header == pair[1].header);
        if !beside {
            assert_every_row_once(&reading, sheet.grid.last_row() as usize);
        }
        let again = read_sheet(&sheet, &vocabulary(), &Hints::default());
        proptest::prop_assert_eq!(format!("{reading:?}"), format!("{again:?}"));
    }
}

/// Words of labels, values, headings and notes, from which any sheet is made.
const WORDS: &[&str] = &[
    "",
    "",
    "",
    "",
    "Päivämäärä",
    "Kunta",
    "Kehittämiskokonaisuus",
    "Toimenpiteen tyyppi",
    "Toimenpide",
    "Osallistujat",
    "Tunnusluku",
    "Arvo",
    "Kustannuslaji",
    "Summa",
    "lokakuu 2018",
    "marraskuu",
    "Espoo",
    "Vantaa",
    "Palkat",
    "Kohtaamispaikat",
    "5.10.2018",
    "12",
    "1 200,50",
    "Yhteensä",
    "Ei toimintaa",
    "Kunta: Espoo",
    "Huom! Tiedot ovat alustavia, ja ne täydentyvät ensi kuussa vielä kerran.",
    "Kysymys",
    "Vastaus",
    "Tulokset",
    "Haasteet",
    "pvm",
    "2018",
    "(h)",
];

fn cell() -> impl proptest::strategy::Strategy<Value = usize> {
    0..WORDS.len()
}
