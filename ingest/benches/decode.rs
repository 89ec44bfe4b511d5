//! How fast bytes become grids: `cargo bench -p kooste-ingest --bench decode`.

use std::fmt::Write;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use kooste_ingest::document::Limits;
use kooste_ingest::format::read;
use rust_xlsxwriter::Workbook;

fn main() {
    divan::main();
}

const COLUMNS: usize = 20;

/// A tidy report of twenty columns, some quoted.
fn text(rows: usize, quoted: bool) -> Vec<u8> {
    let mut text = String::new();
    for row in 0..rows {
        for column in 0..COLUMNS {
            let end = if column + 1 == COLUMNS { "\r\n" } else { ";" };
            match column % 4 {
                0 if quoted => write!(text, "\"Perhekahvila, päivä {row}\"{end}"),
                0 => write!(text, "Perhekahvila päivä {row}{end}"),
                1 => write!(text, "{}{end}", row * column % 97),
                2 => write!(text, "5.10.2018{end}"),
                _ => write!(text, "Kirkkonummi{end}"),
            }
            .expect("a string takes all text");
        }
    }
    text.into_bytes()
}

fn workbook(rows: u32) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..rows {
        for column in 0..20 {
            let written = if column % 2 == 0 {
                sheet.write(row, column, format!("Perhekahvila {}", row % 7))
            } else {
                sheet.write(row, column, row * u32::from(column))
            };
            written.expect("inside the sheet");
        }
    }
    workbook.save_to_buffer().expect("in memory")
}

fn measure(bencher: Bencher<'_, '_>, bytes: &[u8]) {
    bencher
        .counter(BytesCount::of_slice(bytes))
        .bench(|| read(bytes, &Limits::default()).expect("a tidy file"));
}

#[divan::bench]
fn text_without_quotes(bencher: Bencher<'_, '_>) {
    measure(bencher, &text(2000, false));
}

#[divan::bench]
fn text_with_quotes(bencher: Bencher<'_, '_>) {
    measure(bencher, &text(2000, true));
}

#[divan::bench]
fn text_of_one_page(bencher: Bencher<'_, '_>) {
    measure(bencher, &text(40, false));
}

#[divan::bench(args = [40, 4000])]
fn xlsx(bencher: Bencher<'_, '_>, rows: u32) {
    let bytes = workbook(rows);
    bencher
        .counter(ItemsCount::new(rows * 20))
        .bench(|| read(&bytes, &Limits::default()).expect("a tidy file"));
}
