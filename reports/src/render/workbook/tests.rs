//! The workbook read back with another library.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::workbook;
use crate::branding::Color;
use crate::language::Language;
use crate::summary::compose;
use crate::testkit::{HOSTILE, month, october};
use crate::words::Words;

const LANGUAGES: [Language; 2] = [Language::Finnish, Language::Swedish];

fn bytes(languages: &[Language]) -> Vec<u8> {
    let words: Vec<Words> = languages
        .iter()
        .map(|language| Words::of(*language))
        .collect();
    let pages: Vec<_> = words
        .iter()
        .map(|words| compose(&october(), words, languages))
        .collect();
    let pairs: Vec<_> = pages.iter().zip(&words).collect();
    workbook(&pairs, month(2018, 11), None).unwrap()
}

fn cells(bytes: &[u8]) -> Vec<(String, Vec<Data>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            (
                name,
                range.cells().map(|(_, _, cell)| cell.clone()).collect(),
            )
        })
        .collect()
}

#[test]
fn every_section_is_a_sheet_in_every_language() {
    let sheets = cells(&bytes(&LANGUAGES));
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[0], "Sisältö, Innehåll");
    assert!(names.contains(&"fi 1 Lyhyesti"), "{names:?}");
    assert!(names.contains(&"sv 1 I korthet"), "{names:?}");
    assert_eq!(cells(&bytes(&[Language::English]))[1].0, "1 In short");
}

#[test]
fn every_sheet_is_printed_as_wide_as_a_page_and_has_room_for_its_title() {
    let bytes = bytes(&LANGUAGES);
    let count = cells(&bytes).len();
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for sheet in 1..=count {
        let mut text = String::new();
        let name = format!("xl/worksheets/sheet{sheet}.xml");
        std::io::Read::read_to_string(&mut book.by_name(&name).unwrap(), &mut text).unwrap();
        for wanted in ["fitToPage=\"1\"", "<oddFooter>", "ht=\"24\""] {
            assert!(text.contains(wanted), "{name}: {wanted}");
        }
    }
}

#[test]
fn headings_have_the_colour_of_the_region() {
    let words = Words::of(Language::Finnish);
    let page = compose(&october(), &words, &[Language::Finnish]);
    let styles = |accent: Option<Color>| {
        let bytes = workbook(&[(&page, &words)], month(2018, 11), accent).unwrap();
        let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        std::io::read_to_string(book.by_name("xl/styles.xml").unwrap()).unwrap()
    };
    assert!(styles(None).contains("FF17507F"));
    let own = styles(Color::parse("#7a1f4b"));
    assert!(
        own.contains("FF7A1F4B") && !own.contains("FF17507F"),
        "{own}"
    );
}

#[test]
fn what_reporters_wrote_is_text_and_whole() {
    let mut figures = october();
    let long = format!("=HYPERLINK(\"http://x\") {}", "sana ".repeat(400));
    figures.answers[0].answer.clone_from(&long);
    let words = Words::of(Language::Finnish);
    let page = compose(&figures, &words, &[Language::Finnish]);
    let bytes = workbook(&[(&page, &words)], month(2018, 11), None).unwrap();
    let texts: Vec<String> = cells(&bytes)
        .into_iter()
        .flat_map(|(_, cells)| cells)
        .filter_map(|cell| match cell {
            Data::String(text) => Some(text),
            _ => None,
        })
        .collect();
    let words_of = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert!(texts.iter().any(|text| words_of(text) == words_of(&long)));
    assert!(texts.iter().any(|text| text == HOSTILE), "names as well");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert_eq!(formulas.used_cells().count(), 0, "{name}");
    }
}

#[test]
fn a_hidden_count_is_nowhere_in_the_workbook() {
    let sheets = cells(&bytes(&[Language::Finnish]));
    let areas = sheets
        .iter()
        .find(|(name, _)| name.starts_with("3 "))
        .unwrap();
    assert!(areas.1.contains(&Data::String("1–4".into())));
    assert!(areas.1.contains(&Data::String("••".into())));
    // The three children of area I are small, the thirty of area II would give them away.
    assert!(!areas.1.contains(&Data::Float(30.0)));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert_eq!(bytes(&LANGUAGES), bytes(&LANGUAGES));
}

#[test]
fn small_lines_draw_the_numbers_of_a_sheet_that_leaves_hidden_months_empty() {
    let bytes = bytes(&[Language::Finnish]);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    let range = book.worksheet_range("Kuukausisarjat").unwrap();
    let is_trained = |row: &&[Data]| {
        row[0].to_string().starts_with("5 ") && row[2] == Data::String("TRAINED_LP".into())
    };
    let found: Vec<&[Data]> = range.rows().filter(is_trained).collect();
    // Twelve people in September; the three of October are too few to show.
    assert_eq!(found[0][3..], [Data::Float(12.0), Data::Empty]);
    let at = range.rows().position(|row| row == found[0]).unwrap() + 1;
    let drawn = format!("<xm:f>Kuukausisarjat!D{at}:E{at}</xm:f>");
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = parts
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let sheets = names
        .iter()
        .filter(|name| name.starts_with("xl/worksheets/sheet"));
    let drawings = sheets.filter(|name| {
        let text = std::io::read_to_string(parts.by_name(name).unwrap()).unwrap();
        text.contains(&drawn)
    });
    assert_eq!(drawings.count(), 1);
}
