//! Whole files of every format that tests can write, read back as documents.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first surprise and says what it skipped or measured"
)]

use std::io::Write;

use kooste_ingest::document::{Document, Format, Limits};
use kooste_ingest::format::read;
use kooste_ingest::grid::{CellValue, Region};
use kooste_ingest::issue::Code;
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Formula, Workbook};

fn document(bytes: &[u8]) -> Document {
    read(bytes, &Limits::default()).unwrap()
}

fn refusal(bytes: &[u8]) -> (Code, &'static str) {
    let refusal = read(bytes, &Limits::default()).unwrap_err();
    (refusal.code, refusal.reason)
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Toiminta").unwrap();
    let plain = CellFormat::new();
    sheet
        .merge_range(0, 1, 0, 3, "Osallistujat", &plain)
        .unwrap();
    sheet.write(2, 0, "Espoo & Esbo").unwrap();
    sheet.write(2, 1, 12.5).unwrap();
    let percent = CellFormat::new().set_num_format("0 %");
    sheet.write_with_format(2, 2, 0.2, &percent).unwrap();
    let struck = CellFormat::new().set_font_strikethrough();
    sheet.write_with_format(4, 1, "peruttu", &struck).unwrap();
    let date = CellFormat::new().set_num_format("d.m.yyyy");
    let day = ExcelDateTime::from_ymd(2018, 10, 5).unwrap();
    sheet.write_with_format(2, 3, &day, &date).unwrap();
    sheet.write(2, 4, true).unwrap();
    let formula = Formula::new("=1/0").set_result("#DIV/0!");
    sheet.write(2, 5, formula).unwrap();
    let hidden = workbook.add_worksheet().set_name("Koodit").unwrap();
    hidden.set_hidden(true);
    hidden.write(0, 0, "x").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn an_xlsx_gives_cells_with_their_kinds() {
    let document = document(&workbook());
    assert_eq!(document.format, Format::Xlsx);
    let sheet = &document.sheets[0];
    assert_eq!(sheet.name.as_deref(), Some("Toiminta"));
    assert!(!sheet.hidden);
    assert_eq!(sheet.grid.get(1, 1), CellValue::Text("Osallistujat"));
    let merged = Region {
        first_row: 1,
        last_row: 1,
        first_column: 1,
        last_column: 3,
    };
    assert_eq!(sheet.grid.merged(), [merged]);
    assert_eq!(sheet.grid.struck(), [(5, 1)]);
    let row: Vec<_> = sheet.grid.row(3).cells().map(|(_, value)| value).collect();
    let expected = [
        CellValue::Text("Espoo & Esbo"),
        CellValue::Number(12.5),
        CellValue::Percent(0.2),
        CellValue::Date(43_378.0),
        CellValue::Bool(true),
    ];
    assert_eq!(row[..5], expected);
}

#[test]
fn a_hidden_sheet_is_read_and_marked_r5() {
    let document = document(&workbook());
    let sheet = &document.sheets[1];
    assert_eq!(sheet.name.as_deref(), Some("Koodit"));
    assert!(sheet.hidden);
    assert_eq!(sheet.grid.get(1, 0), CellValue::Text("x"));
}

/// A workbook with one sheet of the given rows; style 0 is plain, 1 a date.
fn handmade(workbook_attributes: &str, rows: &str) -> Vec<u8> {
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    zipped(&[
        (
            "[Content_Types].xml",
            &format!("<Types><Override ContentType=\"{main}\"/></Types>"),
        ),
        (
            "_rels/.rels",
            &relation("officeDocument", "xl/workbook.xml"),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook><workbookPr {workbook_attributes}/><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &relation("worksheet", "worksheets/s.xml"),
        ),
        (
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        ),
        (
            "xl/worksheets/s.xml",
            &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

#[test]
fn a_formula_without_its_result_is_told_from_a_blank_cell_r20() {
    let document = document(&handmade(
        "",
        "<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f></c><c r=\"B1\"><f>1</f><v/></c>\
         <c r=\"C1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"D1\" s=\"1\"/></row>",
    ));
    let cells: Vec<_> = document.sheets[0].grid.row(1).cells().collect();
    assert_eq!(cells, [(0, CellValue::Uncached), (1, CellValue::Uncached)]);
}

#[test]
fn localised_errors_and_cells_without_addresses_are_read() {
    let document = document(&handmade(
        "",
        "<row><c><v>1</v></c><c t=\"e\"><v>#ARVO!</v></c></row>\
         <row><c t=\"inlineStr\"><is><t>x</t></is></c></row>",
    ));
    let grid = &document.sheets[0].grid;
    assert_eq!(grid.get(1, 0), CellValue::Number(1.0));
    assert_eq!(grid.get(1, 1), CellValue::Error("#ARVO!"));
    assert_eq!(grid.get(2, 0), CellValue::Text("x"));
}

#[test]
fn dates_of_the_epoch_of_1904_are_normalised_and_times_stay_r21() {
    let document = document(&handmade(
        "date1904=\"1\"",
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>41916</v></c><c r=\"B1\" s=\"1\"><v>0.5</v></c></row>",
    ));
    let grid = &document.sheets[0].grid;
    assert_eq!(grid.get(1, 0), CellValue::Date(43_378.0));
    assert_eq!(grid.get(1, 1), CellValue::Date(0.5));
}

#[test]
fn two_far_corners_are_two_cells() {
    let document = document(&handmade(
        "",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
         <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>",
    ));
    let grid = &document.sheets[0].grid;
    assert_eq!(grid.cell_count(), 2);
    assert_eq!(grid.get(1_048_576, 16_383), CellValue::Number(2.0));
}

#[test]
fn elements_nested_without_end_are_refused_r37() {
    let bytes = handmade("", &"<x>".repeat(300));
    assert_eq!(refusal(&bytes), (Code::FileTooLarge, "nesting"));
}

#[test]
fn entities_are_never_expanded_r36() {
    let document = document(&handmade(
        "",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a&bomb;b &lt;</v></c></row>",
    ));
    let cell = document.sheets[0].grid.get(1, 0);
    assert_eq!(cell, CellValue::Text("a&bomb;b <"));
}

/// An indented OpenDocument spreadsheet: a sheet with these rows and a hidden one.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?>\n<office:document-content>\n <office:automatic-styles>\n  <style:style style:name=\"ta2\">\n\
         <style:table-properties table:display=\"false\"/></style:style>\
         <style:style style:name=\"ce1\"><style:text-properties style:text-line-through-style=\"none\"/></style:style>\
         <style:style style:name=\"struck\"><style:text-properties style:text-line-through-style=\"solid\"\
         style:text-line-through-type=\"single\"/></style:style></office:automatic-styles>\n <office:body>\n\
         <office:spreadsheet>\n  <table:table table:name=\"Toiminta\" table:style-name=\"ta1\">\n{rows}\n  </table:table>\n\
         <table:table table:name=\"Koodit\" table:style-name=\"ta2\"><table:table-row><table:table-cell><text:p>x</text:p>\
         </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

#[test]
fn an_indented_ods_gives_cells_with_their_kinds() {
    let document = document(&ods(
        "<table:table-row>\n  <table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\">\n\
         <text:p>\n  Perhe<text:s text:c=\"2\"/>&amp; <text:span>koti</text:span></text:p>\n <text:p>Espoo</text:p>\
         <office:annotation><text:p>muistiinpano</text:p></office:annotation></table:table-cell>\n\
         <table:covered-table-cell/>\n\
         <table:table-cell office:value-type=\"float\" office:value=\"12.5\"><text:p>12,5</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"1.5\"><text:p>1,5 t€</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"percentage\" office:value=\"0.2\"><text:p>20 %</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2018-10-05\"><text:p>5.10.</text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" calcext:value-type=\"error\">\
         <text:p>#JAKO/0!</text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=A1\"/></table:table-row>",
    ));
    assert_eq!(document.format, Format::Ods);
    let sheet = &document.sheets[0];
    assert_eq!(sheet.name.as_deref(), Some("Toiminta"));
    let cells: Vec<_> = sheet.grid.row(1).cells().collect();
    let expected = [
        (0, CellValue::Text("Perhe  & koti\nEspoo")),
        (2, CellValue::Number(12.5)),
        (3, CellValue::Text("1.5 t€")),
        (4, CellValue::Percent(0.2)),
        (5, CellValue::Date(43_378.0)),
        (6, CellValue::Error("#JAKO/0!")),
        (7, CellValue::Uncached),
    ];
    assert_eq!(cells, expected);
    assert_eq!(sheet.grid.merged()[0].last_column, 1);
    assert!(document.sheets[1].hidden);
}

#[test]
fn cells_of_an_ods_are_struck_through_by_their_style() {
    let document = document(&ods(
        "<table:table-row><table:table-cell table:style-name=\"ce1\" office:value-type=\"float\" office:value=\"1\"/>\
         <table:table-cell table:style-name=\"struck\" table:number-columns-repeated=\"2\" office:value-type=\"string\">\
         <text:p>peruttu</text:p></table:table-cell></table:table-row>",
    ));
    let grid = &document.sheets[0].grid;
    assert_eq!(grid.struck(), [(1, 1), (1, 2)]);
    assert_eq!(grid.get(1, 2), CellValue::Text("peruttu"));
}

#[test]
fn repeated_blank_cells_and_rows_of_an_ods_cost_nothing() {
    let document = document(&ods(
        "<table:table-row table:number-rows-repeated=\"1048575\">\
         <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" \
         office:value=\"1\"/></table:table-row>",
    ));
    let grid = &document.sheets[0].grid;
    let size = (grid.cell_count(), grid.last_row(), grid.width());
    assert_eq!(size, (3, 1_048_576, 3));
}

#[test]
fn a_long_text_in_ever_so_many_cells_is_refused_r37() {
    let text = "pitkä ".repeat(10_000);
    let bytes = ods(&format!(
        "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">\
         <text:p>{text}</text:p></table:table-cell></table:table-row>"
    ));
    assert_eq!(refusal(&bytes), (Code::FileTooLarge, "text"));
}

#[test]
fn repeated_values_beyond_the_limit_are_refused_r37() {
    let bytes = ods(
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
         table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
    );
    assert_eq!(refusal(&bytes), (Code::FileTooLarge, "cells"));
}

#[test]
fn files_that_are_no_tables_are_named_as_what_they_are_r3() {
    let named: [(&[u8], &str); 7] = [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\n <!DOCTYPE html><html><table>", "html"),
        (b"<?xml version=\"1.0\"?><Workbook/>", "xml"),
        (b"\x00\x01\x02\x03binary", "binary"),
    ];
    for (bytes, reason) in named {
        assert_eq!(refusal(bytes), (Code::FormatError, reason));
    }
}

#[test]
fn zip_files_that_are_no_workbooks_are_named_as_what_they_are_r3() {
    let plain = zipped(&[("a.txt", "x")]);
    assert_eq!(refusal(&plain), (Code::FormatError, "zip"));
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let word = zipped(&[("[Content_Types].xml", word)]);
    assert_eq!(refusal(&word), (Code::FormatError, "docx"));
    let text = zipped(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    assert_eq!(refusal(&text), (Code::FormatError, "odt"));
    let mut cut = handmade("", "<row/>");
    cut.truncate(300);
    assert_eq!(refusal(&cut), (Code::FormatError, "corrupt"));
}

#[test]
fn an_ods_under_a_password_is_refused_as_such_r3() {
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "x"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert_eq!(refusal(&bytes), (Code::FileEncrypted, "password"));
}

#[test]
fn a_text_file_is_one_sheet_without_a_name() {
    let document = document("Kunta;Tapahtuma\r\nEspoo;\"Kahvila; ulkona\"\r\n".as_bytes());
    assert_eq!(document.format, Format::Text);
    assert_eq!(document.encoding, Some("utf-8"));
    let delimiter = document.dialect.map(|dialect| dialect.delimiter);
    assert_eq!(delimiter, Some(b';'));
    let sheet = &document.sheets[0];
    assert_eq!(sheet.name, None);
    assert_eq!(sheet.grid.get(2, 1), CellValue::Text("Kahvila; ulkona"));
}

#[test]
fn a_file_over_the_limit_is_refused_unread_r37() {
    let limits = Limits {
        file_bytes: 3,
        ..Limits::default()
    };
    let refusal = read(b"a;b;c", &limits).unwrap_err();
    assert_eq!((refusal.code, refusal.reason), (Code::FileTooLarge, "size"));
}
