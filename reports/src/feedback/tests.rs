//! Letters and marked workbooks, read back.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use kooste_ingest::document::{Document, Format, Sheet};
use kooste_ingest::grid::{CellValue, Grid};

use super::{letter, marked};
use crate::feedback::ranked::Ranked;
use crate::figures::{Correspondence, Remark};
use crate::language::Language;
use crate::mail::Mail;
use crate::render::html;
use crate::testkit::{HOSTILE, month, october, owed, remark};
use crate::words::Words;

fn correspondence(remarks: Vec<Remark>) -> Correspondence {
    Correspondence {
        reports: vec![owed("espoo", "accepted_with_issues", None)],
        remarks,
        ..Correspondence::default()
    }
}

fn mail(remarks: Vec<Remark>) -> Mail {
    let figures = october();
    Mail {
        names: figures.names.clone(),
        month: month(2018, 10),
        correspondence: correspondence(remarks),
        run: figures.run,
        languages: vec![Language::Finnish, Language::Swedish],
    }
}

fn letter(remarks: Vec<Remark>) -> String {
    let mail = mail(remarks);
    let words = Words::of(Language::Finnish);
    let ranked = Ranked::of(&mail.remarks("espoo"));
    html::page(&letter::page(&mail, "espoo", &ranked, &words), &words).unwrap()
}

#[test]
fn who_has_nothing_to_correct_is_thanked() {
    assert!(letter(Vec::new()).contains("Kaikki on kunnossa. Kiitos!"));
}

#[test]
fn faults_of_structure_stand_alone_and_the_rest_is_counted() {
    let page = letter(vec![
        remark("espoo", "type-error", "error"),
        remark("espoo", "missing-label", "error"),
    ]);
    assert!(page.contains("Korjaa ensin"));
    assert!(page.contains("Yksi muu huomautus on jätetty pois."));
    assert!(page.contains("raportti.xlsx › Raportti!B2"));
    assert!(!page.contains("<script"));
}

#[test]
fn many_of_a_kind_are_capped_and_counted() {
    let remarks: Vec<Remark> = (0..25)
        .map(|_| remark("espoo", "type-error", "error"))
        .collect();
    let remarks: Vec<&Remark> = remarks.iter().collect();
    let ranked = Ranked::of(&remarks);
    assert_eq!((ranked.told.len(), ranked.left_out), (20, 5));
}

fn original() -> Document {
    let mut grid = Grid::default();
    grid.start_row(1);
    grid.push(0, CellValue::Text(HOSTILE));
    grid.push(1, CellValue::Text("=cmd|' /C calc'!A0"));
    grid.start_row(2);
    grid.push(0, CellValue::Number(12.5));
    grid.push(1, CellValue::Text("soita 040 123 4567"));
    Document {
        format: Format::Xlsx,
        encoding: None,
        dialect: None,
        sheets: vec![Sheet {
            name: Some("Raportti".into()),
            hidden: false,
            grid,
        }],
        remarks: Vec::new(),
        asides: Vec::new(),
    }
}

#[test]
fn the_copy_keeps_values_marks_the_cell_and_holds_no_formula() {
    let mail = mail(vec![remark("espoo", "type-error", "error")]);
    let words = [Words::of(Language::Finnish), Words::of(Language::Swedish)];
    let ranked = Ranked::of(&mail.remarks("espoo"));
    let make =
        || marked::workbook(&mail, "espoo", &ranked, &words, &mut |_| Some(original())).unwrap();
    let bytes = make();
    assert_eq!(bytes, make(), "the same twice");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["Korjattavaa, Att rätta", "Raportti"]);
    let range = book.worksheet_range("Raportti").unwrap();
    assert_eq!(
        range.get_value((0, 1)),
        Some(&Data::String("=cmd|' /C calc'!A0".into()))
    );
    assert_eq!(range.get_value((1, 0)), Some(&Data::Float(12.5)));
    assert_eq!(
        range.get_value((1, 1)),
        Some(&Data::String("soita [puhelin]".into()))
    );
    assert_eq!(
        book.worksheet_formula("Raportti")
            .unwrap()
            .used_cells()
            .count(),
        0
    );
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut notes = String::new();
    std::io::Read::read_to_string(&mut parts.by_name("xl/comments1.xml").unwrap(), &mut notes)
        .unwrap();
    assert!(notes.contains("ref=\"B2\""));
    assert!(notes.contains("&lt;script&gt;"));
}

#[test]
fn without_an_original_the_list_stands_alone() {
    let mail = mail(vec![remark("espoo", "format-error", "error")]);
    let words = [Words::of(Language::Finnish)];
    let ranked = Ranked::of(&mail.remarks("espoo"));
    let bytes = marked::workbook(&mail, "espoo", &ranked, &words, &mut |_| None).unwrap();
    let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Korjattavaa, Att rätta"]);
}
