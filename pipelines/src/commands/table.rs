//! `kooste table`: a table found in a file as CSV.

use std::fs;
use std::path::Path;

use kooste_ingest::document::{Document, Sheet};
use kooste_ingest::format;
use kooste_ingest::table::raw::raw_tables;
use kooste_ingest::table::{RowKind, Table};
use kooste_transform::submission::Inspection;

use super::Outcome;
use super::reading::Setting;
use crate::cli::TableArgs;
use crate::failure::{Exit, Failure, Phrase};
use crate::ui::Ui;

pub(super) fn run(arguments: &TableArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let setting = Setting::open(folder, ui.messages())?;
    let path = &arguments.file;
    let bytes = fs::read(path).map_err(|cause| Failure::io("failure-read", path, cause))?;
    let document = format::read(&bytes, setting.limits())
        .map_err(|refusal| Failure::refused(path, &refusal, ui.messages()))?;
    let records = if arguments.raw {
        raw_records(&document, arguments)
    } else {
        found_records(&setting.inspect(path, &bytes).0, arguments)
    };
    let records = records.ok_or_else(|| absent(&document, arguments))?;
    ui.bytes(&csv(&records).map_err(Failure::fault)?);
    Ok(Exit::Done)
}

type Records = Vec<Vec<String>>;

/// The table of that number on the sheet wanted, or on the first sheet that has so many, with the text as in the file.
fn raw_records(document: &Document, arguments: &TableArgs) -> Option<Records> {
    let number = usize::try_from(arguments.table).ok()?.checked_sub(1)?;
    let mut sheets = document
        .sheets
        .iter()
        .filter(|sheet| is_wanted(sheet, arguments));
    sheets
        .find_map(|sheet| raw_tables(&sheet.grid).into_iter().nth(number))
        .filter(|records| !records.is_empty())
}

/// The table wanted as Kooste understands it: flat labels, rows of values only, white space trimmed, personal
/// identity codes masked.
fn found_records(inspection: &Inspection, arguments: &TableArgs) -> Option<Records> {
    let document = inspection.document.as_ref()?;
    inspection.sheets.iter().find_map(|read| {
        let sheet = &document.sheets[usize::from(read.index)];
        let mut tables = read.reading.tables.iter();
        let found = tables.find(|table| table.number == arguments.table)?;
        is_wanted(sheet, arguments).then(|| records(sheet, found))
    })
}

/// The sheet of the name typed; without one, every sheet that is not hidden.
fn is_wanted(sheet: &Sheet, arguments: &TableArgs) -> bool {
    match &arguments.sheet {
        Some(wanted) => sheet.name.as_deref() == Some(wanted),
        None => !sheet.hidden,
    }
}

fn records(sheet: &Sheet, table: &Table) -> Records {
    let header = table
        .columns
        .iter()
        .map(|column| column.label.clone())
        .collect();
    let rows = table
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Data)
        .map(|row| {
            let cells = sheet.grid.row(row.number);
            let text = |column: u32| cells.get(column).text().trim().to_owned();
            table
                .columns
                .iter()
                .map(|column| text(column.index))
                .collect()
        });
    std::iter::once(header).chain(rows).collect()
}

fn absent(document: &Document, arguments: &TableArgs) -> Failure {
    let file = arguments.file.display().to_string();
    let known = |name: &String| {
        document
            .sheets
            .iter()
            .any(|sheet| sheet.name.as_ref() == Some(name))
    };
    match &arguments.sheet {
        Some(sheet) if !known(sheet) => Failure::usage("failure-sheet")
            .with("file", file.as_str())
            .with("sheet", sheet),
        _ => Failure::new(Exit::NoUsableInput, "failure-table")
            .with("file", file.as_str())
            .with("table", arguments.table.to_string()),
    }
    .hint(Phrase::new("hint-tables").with("file", file))
}

/// RFC 4180: commas, CRLF, quotes where needed.
fn csv(records: &Records) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for record in records {
        writer.write_record(record)?;
    }
    Ok(writer.into_inner()?)
}
