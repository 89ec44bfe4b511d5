//! `kooste inspect`: how a file was understood, decision by decision.

use std::fs;
use std::path::Path;

use kooste_ingest::document::{Dialect, Document, Sheet};
use kooste_ingest::place::{cell_address, column_letters};
use kooste_ingest::table::{Column, RowKind, SheetReading, Table, TableRow};
use kooste_ingest::vocabulary::Term;
use kooste_transform::submission::{Context, FileReading, ReadSheet};
use serde_json::{Value as Json, json};

use super::Outcome;
use super::reading::{self, Setting};
use crate::cli::InspectArgs;
use crate::failure::{Exit, Failure};
use crate::issue_pages::severity_key;
use crate::messages::{Argument, Messages};
use crate::settings::month;
use crate::ui::Ui;

pub(super) fn run(arguments: &InspectArgs, folder: Option<&Path>, ui: &Ui) -> Outcome {
    let setting = Setting::open(folder, ui.messages())?;
    let path = &arguments.file;
    let bytes = fs::read(path).map_err(|cause| Failure::io("failure-read", path, cause))?;
    let (inspection, context) = setting.inspect(path, &bytes);
    let Some(document) = &inspection.document else {
        return Err(refused(path, &inspection.reading, context, ui.messages()));
    };
    let inspection = Understood {
        path,
        document,
        sheets: &inspection.sheets,
        reading: &inspection.reading,
        context,
    };
    if ui.json() {
        ui.object(&inspection.object(ui.messages()));
    } else {
        inspection.tell(ui);
    }
    Ok(Exit::Done)
}

/// A file that cannot be read, in the words of its issues.
fn refused(path: &Path, reading: &FileReading, context: &Context, messages: &Messages) -> Failure {
    let mut failure = Failure::new(Exit::NoUsableInput, "failure-refused");
    failure.excerpts = reading
        .issues
        .iter()
        .map(|found| reading::message(path, found, context, messages))
        .collect();
    failure
}

/// A file that could be read and all that was decided about it.
struct Understood<'a> {
    path: &'a Path,
    document: &'a Document,
    sheets: &'a [ReadSheet],
    reading: &'a FileReading,
    context: &'a Context,
}

impl Understood<'_> {
    fn tell(&self, ui: &Ui) {
        let teller = Teller { ui };
        let document = self.document;
        teller.line(
            "inspect-file",
            &[
                ("path", self.path.display().to_string().into()),
                ("format", document.format.name().into()),
            ],
        );
        if let (Some(encoding), Some(dialect)) = (document.encoding, document.dialect) {
            teller.line(
                "inspect-text",
                &[
                    ("encoding", encoding.into()),
                    ("delimiter", shown_byte(Some(dialect.delimiter)).into()),
                    ("quote", shown_byte(dialect.quote).into()),
                ],
            );
        }
        for (at, sheet) in document.sheets.iter().enumerate() {
            self.tell_sheet(sheet, self.found_on(at), &teller);
        }
        self.tell_reports(&teller);
        self.tell_issues(&teller);
    }

    /// What was found on a sheet; none if it was not read.
    fn found_on(&self, sheet: usize) -> Option<&SheetReading> {
        let read = self
            .sheets
            .iter()
            .find(|read| usize::from(read.index) == sheet);
        read.map(|read| &read.reading)
    }

    fn tell_sheet(&self, sheet: &Sheet, found: Option<&SheetReading>, teller: &Teller<'_>) {
        let name = sheet.name.clone().unwrap_or_else(|| "–".to_owned());
        let key = if sheet.hidden {
            "inspect-sheet-hidden"
        } else {
            "inspect-sheet"
        };
        teller.line(
            key,
            &[
                ("name", name.into()),
                ("rows", sheet.grid.last_row().into()),
                ("columns", sheet.grid.width().into()),
                ("cells", sheet.grid.cell_count().into()),
            ],
        );
        let Some(found) = found else {
            return;
        };
        for pair in &found.pairs {
            let (row, column) = pair.cell;
            teller.line(
                "inspect-pair",
                &[
                    ("cell", cell_address(row, column).into()),
                    ("key", pair.key.as_str().into()),
                    ("value", pair.value.as_str().into()),
                    ("fields", pair.names.join(", ").into()),
                ],
            );
        }
        for (row, column, text) in &found.nil {
            teller.line(
                "inspect-nil",
                &[
                    ("cell", cell_address(*row, *column).into()),
                    ("text", text.as_str().into()),
                ],
            );
        }
        if found.tables.is_empty() {
            teller.line("inspect-no-table", &[]);
        }
        for table in &found.tables {
            self.tell_table(table, teller);
        }
    }

    fn tell_table(&self, table: &Table, teller: &Teller<'_>) {
        let messages = teller.ui.messages();
        let form = table
            .form
            .map(|form| reading::form_name(self.context, form, messages));
        teller.line(
            "inspect-table",
            &[
                ("number", table.number.into()),
                ("form", form.unwrap_or_else(|| "–".to_owned()).into()),
                ("header", header_rows(table).into()),
            ],
        );
        let mut columns = crate::ui::table();
        columns.set_header(
            ["column", "label", "field", "how", "score"]
                .map(|part| messages.text(&format!("inspect-{part}"))),
        );
        for column in &table.columns {
            let field = self.field(table, column);
            columns.add_row([
                column_letters(column.index),
                column.label.clone(),
                field.unwrap_or("–").to_owned(),
                column.how.map_or("–", |how| how.name()).to_owned(),
                column.field.map_or_else(String::new, |_| {
                    messages.decimal(&format!("{:.2}", column.score))
                }),
            ]);
        }
        teller.ui.data(&columns.to_string());
        let kinds: Vec<String> = kinds(&table.rows)
            .into_iter()
            .map(|(kind, count)| {
                format!("{} {count}", messages.text(&format!("inspect-rows-{kind}")))
            })
            .collect();
        teller.line("inspect-rows", &[("kinds", kinds.join(", ").into())]);
    }

    /// Code of a column's field, with what its header says about every value below.
    fn field(&self, table: &Table, column: &Column) -> Option<&str> {
        let form = &self.context.programme.forms[table.form?];
        Some(&*form.fields[column.field?].code)
    }

    fn tell_reports(&self, teller: &Teller<'_>) {
        let messages = teller.ui.messages();
        for report in &self.reading.reports {
            let organisation =
                reading::organisation_name(self.context, &report.organisation, messages);
            teller.line(
                "check-report",
                &[
                    ("organisation", organisation.into()),
                    (
                        "form",
                        reading::form_name(self.context, report.form, messages).into(),
                    ),
                    ("month", month::format(report.period).into()),
                    ("loaded", report.rows_loaded.into()),
                    ("quarantined", report.rows_quarantined.into()),
                ],
            );
        }
    }

    fn tell_issues(&self, teller: &Teller<'_>) {
        let messages = teller.ui.messages();
        for found in &self.reading.issues {
            let severity = messages.text(severity_key(found.issue.severity));
            let message = reading::message(self.path, found, self.context, messages);
            teller
                .ui
                .data(&format!("  {severity} {}: {message}", found.issue.code));
        }
    }

    fn object(&self, messages: &Messages) -> Json {
        let sheets = self.document.sheets.iter().enumerate();
        let sheets: Vec<Json> = sheets
            .map(|(at, sheet)| self.sheet_object(sheet, self.found_on(at)))
            .collect();
        let reports: Vec<Json> = self
            .reading
            .reports
            .iter()
            .map(|report| reading::report_object(report, self.context))
            .collect();
        let issues: Vec<Json> = self
            .reading
            .issues
            .iter()
            .map(|found| reading::issue_object(self.path, found, self.context, messages))
            .collect();
        json!({
            "path": self.path.display().to_string(),
            "format": self.document.format.name(),
            "encoding": self.document.encoding,
            "dialect": self.document.dialect.map(dialect_object),
            "sheets": sheets,
            "reports": reports,
            "issues": issues,
        })
    }

    fn sheet_object(&self, sheet: &Sheet, found: Option<&SheetReading>) -> Json {
        let tables = found.into_iter().flat_map(|found| &found.tables);
        let tables: Vec<Json> = tables.map(|table| self.table_object(table)).collect();
        let pairs: Vec<Json> = found
            .into_iter()
            .flat_map(|found| &found.pairs)
            .map(|pair| {
                let cell = cell_address(pair.cell.0, pair.cell.1);
                json!({ "cell": cell, "key": pair.key, "value": pair.value, "fields": pair.names })
            })
            .collect();
        json!({
            "name": sheet.name,
            "hidden": sheet.hidden,
            "rows": sheet.grid.last_row(),
            "columns": sheet.grid.width(),
            "pairs": pairs,
            "tables": tables,
        })
    }

    fn table_object(&self, table: &Table) -> Json {
        let columns: Vec<Json> = table
            .columns
            .iter()
            .map(|column| {
                json!({
                    "column": column_letters(column.index),
                    "label": column.label,
                    "field": self.field(table, column),
                    "how": column.how.map(|how| how.name()),
                    "score": column.field.map(|_| column.score),
                    "axes": column.axes.iter().map(shown_term).collect::<Vec<_>>(),
                })
            })
            .collect();
        let rows: serde_json::Map<String, Json> = kinds(&table.rows)
            .into_iter()
            .map(|(kind, count)| (kind.to_owned(), json!(count)))
            .collect();
        json!({
            "number": table.number,
            "form": table.form.map(|form| &*self.context.programme.forms[form].code),
            "header_rows": table.header.map(|(first, last)| [first, last]),
            "columns": columns,
            "rows": rows,
        })
    }
}

/// Says lines of an inspection as data.
struct Teller<'a> {
    ui: &'a Ui,
}

impl Teller<'_> {
    fn line(&self, key: &str, arguments: &[Argument<'_>]) {
        self.ui.data(&self.ui.messages().format(key, arguments));
    }
}

fn header_rows(table: &Table) -> String {
    match table.header {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => "–".to_owned(),
    }
}

/// How many rows of each kind there are, in a fixed order, without the kinds that do not occur.
fn kinds(rows: &[TableRow]) -> Vec<(&'static str, usize)> {
    ["header", "section", "data", "total", "blank", "note"]
        .into_iter()
        .map(|kind| {
            (
                kind,
                rows.iter()
                    .filter(|row| kind_name(&row.kind) == kind)
                    .count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn kind_name(kind: &RowKind) -> &'static str {
    match kind {
        RowKind::Header | RowKind::RepeatedHeader => "header",
        RowKind::Section(_) => "section",
        RowKind::Data => "data",
        RowKind::TotalCandidate => "total",
        RowKind::Blank => "blank",
        RowKind::Note => "note",
    }
}

fn shown_term(term: &Term) -> String {
    match term {
        Term::Month {
            year: Some(year),
            month,
        } => format!("month={year:04}-{month:02}"),
        Term::Month { year: None, month } => format!("month={month:02}"),
        Term::Municipality(code) => format!("municipality={code}"),
        Term::Organisation(code) => format!("organisation={code}"),
        Term::Code { list, code } => format!("{list}={code}"),
        Term::Form(at) => format!("form={at}"),
        Term::Nil => "nil".to_owned(),
        Term::Total => "total".to_owned(),
    }
}

fn shown_byte(byte: Option<u8>) -> String {
    match byte {
        None => "–".to_owned(),
        Some(b'\t') => "tab".to_owned(),
        Some(byte) => char::from(byte).to_string(),
    }
}

fn dialect_object(dialect: Dialect) -> Json {
    json!({
        "delimiter": shown_byte(Some(dialect.delimiter)),
        "quote": dialect.quote.map(|byte| shown_byte(Some(byte))),
        "escape": dialect.escape.map(|byte| shown_byte(Some(byte))),
    })
}
