//! Letters and marked workbooks, read back.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use kooste_ingest::document::{Document, Format, Sheet};
use kooste_ingest::grid::{CellValue, Grid};
use kooste_transform::submission::Sender;

use super::marked::Copies;
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
    letter_of(&mail(remarks), &mut |_| None)
}

fn letter_of(mail: &Mail, originals: &mut super::Originals) -> String {
    let words = Words::of(Language::Finnish);
    let ranked = Ranked::of(&mail.remarks("espoo"));
    let copies = Copies::of(&ranked, originals);
    html::page(
        &letter::page(mail, "espoo", (&ranked, &copies), &words),
        &words,
    )
    .unwrap()
}

/// The mail of a month in which Espoo sent what one owed report says and nothing came of another.
fn mail_with(remarks: Vec<Remark>, states: &[&str]) -> Mail {
    let mut mail = mail(remarks);
    mail.correspondence.reports = states
        .iter()
        .map(|state| owed("espoo", state, None))
        .collect();
    mail
}

#[test]
fn who_sent_nothing_is_not_thanked() {
    let page = letter_of(&mail_with(Vec::new(), &["missing"]), &mut |_| None);
    assert!(page.contains("Raporttia ei ole vielä saatu."));
    assert!(!page.contains("Kiitos!"));
    let page = letter_of(
        &mail_with(Vec::new(), &["accepted", "missing"]),
        &mut |_| None,
    );
    assert!(page.contains("Saaduissa raporteissa ei ole korjattavaa."));
    assert!(page.contains("Vielä puuttuu: Toimenpiteet."));
}

#[test]
fn a_file_nobody_could_read_is_told_to_whom_its_name_names_r2() {
    let mut mail = mail_with(Vec::new(), &["missing"]);
    let stray = Remark {
        organisation: String::new(),
        sheet: None,
        row: None,
        cell: None,
        ..remark("espoo", "file-encrypted", "error")
    };
    mail.correspondence.strays = vec![stray.clone(), stray];
    mail.correspondence.strays[1].path = "inbox/x.xlsx".into();
    mail.give_back_strays(&|path| {
        path.ends_with("raportti.xlsx").then(|| Sender {
            organisations: vec!["espoo".into()],
            month: month(2018, 10),
        })
    });
    assert_eq!(mail.correspondence.strays.len(), 1);
    let page = letter_of(&mail, &mut |_| None);
    assert!(page.contains("Saimme tiedoston raportti.xlsx, mutta sitä ei voi lukea."));
    assert!(page.contains("Vielä puuttuu: Toimenpiteet."));
}

#[test]
fn a_list_without_colours_and_notices_alone_ask_for_nothing_more() {
    let notice = || vec![remark("espoo", "value-corrected", "notice")];
    let page = letter(notice());
    assert!(page.contains("tarkistettavaa ei ole ja yksi on tiedoksi."));
    assert!(page.contains("Liitteenä on työkirja, joka luettelee samat kohdat."));
    assert!(page.contains("Mitään ei tarvitse lähettää uudelleen."));
    let page = letter_of(&mail(notice()), &mut |_| Some(original()));
    assert!(page.contains("väritetty ja selitetty"));
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
fn remarks_that_say_the_same_are_one_entry_and_all_are_counted() {
    let of_row = |row: u32| {
        let mut remark = remark("espoo", "type-error", "error");
        remark.row = Some(row);
        remark.cell = Some(format!("C{row}"));
        let place = format!("raportti.xlsx › Raportti!C{row}");
        remark.message.fi = format!("{place}: ei ole luettelossa");
        remark
    };
    let mut remarks: Vec<Remark> = (5..45).map(of_row).collect();
    remarks.push(remark("espoo", "code-unknown", "error"));
    let told: Vec<&Remark> = remarks.iter().collect();
    let ranked = Ranked::of(&told);
    let entries: Vec<usize> = (ranked.told.iter())
        .map(|entry| entry.remarks().len())
        .collect();
    assert_eq!((entries, ranked.left_out), (vec![40, 1], 0));
    assert_eq!(ranked.count("error"), 41);
    let page = letter(remarks);
    assert!(page.contains("41 kohtaa on korjattava"));
    assert!(page.contains("raportti.xlsx › Raportti!C5, C6, C7, C8, C9, C10 … (40 solua)"));
}

#[test]
fn no_kind_stands_before_the_others_with_all_it_has() {
    let odd = |number: usize| {
        let mut remark = remark("espoo", "type-error", "error");
        remark.message.fi = format!("{number} ei ole päivämäärä");
        remark
    };
    let mut remarks: Vec<Remark> = (0..50).map(odd).collect();
    remarks.push(remark("espoo", "code-unknown", "error"));
    let told: Vec<&Remark> = remarks.iter().collect();
    let ranked = Ranked::of(&told);
    assert_eq!(ranked.told.len(), 51);
    assert_eq!(ranked.told[20].first().code, "code-unknown");
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
    let copies = Copies::of(&ranked, &mut |_| Some(original()));
    let make = || marked::workbook(&mail, "espoo", &ranked, &words, &copies).unwrap();
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
    let copies = Copies::of(&ranked, &mut |_| None);
    let bytes = marked::workbook(&mail, "espoo", &ranked, &words, &copies).unwrap();
    let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Korjattavaa, Att rätta"]);
}

#[test]
fn a_remark_on_a_row_marks_its_first_filled_cell() {
    let mut of_row = remark("espoo", "duplicate-row", "warning");
    of_row.cell = None;
    of_row.message.fi = "raportti.xlsx › Raportti!2: rivi on jo rivillä 1".into();
    assert_eq!(
        letter::told(&of_row, Language::Finnish),
        "rivi on jo rivillä 1"
    );
    let mail = mail(vec![of_row]);
    let words = [Words::of(Language::Finnish)];
    let ranked = Ranked::of(&mail.remarks("espoo"));
    let copies = Copies::of(&ranked, &mut |_| Some(original()));
    let bytes = marked::workbook(&mail, "espoo", &ranked, &words, &copies).unwrap();
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut parts.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    assert!(read("xl/comments1.xml").contains("ref=\"A2\""));
    assert!(read("xl/worksheets/sheet1.xml").contains("location=\"'Raportti'!A2\""));
}
