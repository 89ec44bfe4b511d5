//! What the tests of this crate share: a small region and a small list of words.

use std::sync::Arc;

use kooste_ingest::document::Limits;
use kooste_ingest::vocabulary::{Lexicon, Term};

use crate::data::Folder;
use duckdb::arrow::array::{Array, AsArray, ListBuilder, StringArray, StringBuilder};
use duckdb::arrow::datatypes::UInt16Type;

use crate::facts::{FactColumn, Numbering};
use crate::programme::Programme;
use crate::reference::Reference;
use crate::region::RegionFile;
use crate::submission::{Context, FileReading, Submission};

/// Six organisations of a made-up region; Inkoo and Siuntio report jointly.
pub(crate) const REGION: &str = r#"
[region]
code = "koe"
name = { fi = "Koemaa" }
project = { fi = "Koe" }
programme = "lape"
languages = ["fi", "sv"]
first_month = "2017-02"
last_month = "2018-12"
[reporting]
due_day = 10
[[organisation]]
code = "espoo"
kind = "municipality"
municipality = "049"
name = { fi = "Espoon kaupunki", sv = "Esbo stad" }
aliases = ["Espoo", "Esbo"]
[[organisation]]
code = "vantaa"
kind = "municipality"
municipality = "092"
name = { fi = "Vantaan kaupunki", sv = "Vanda stad" }
aliases = ["Vantaa", "Vanda"]
[[organisation]]
code = "inkoo"
kind = "municipality"
municipality = "149"
name = { fi = "Inkoon kunta", sv = "Ingå kommun" }
aliases = ["Inkoo", "Ingå"]
[[organisation]]
code = "siuntio"
kind = "municipality"
municipality = "755"
name = { fi = "Siuntion kunta", sv = "Sjundeå kommun" }
aliases = ["Siuntio", "Sjundeå"]
reports_with = "inkoo"
[[organisation]]
code = "hus"
kind = "joint_authority"
name = { fi = "HUS" }
forms = ["activities", "indicators", "narrative"]
every = { narrative = "quarter" }
[[organisation]]
code = "nicehearts"
kind = "ngo"
name = { fi = "Nicehearts ry" }
aliases = ["Nicehearts"]
"#;

/// The region of the tests.
pub(crate) fn region() -> RegionFile {
    toml::from_str(REGION).unwrap()
}

/// Knows a few whole words, enough to test how names are taken apart.
pub(crate) struct WordList;

impl Lexicon for WordList {
    fn recognise(&self, text: &str) -> Vec<Term> {
        let organisation = |code: &str| vec![Term::Organisation(code.to_owned())];
        match text.to_lowercase().as_str() {
            "espoo" | "espoon" | "espoon kaupunki" | "49" => organisation("espoo"),
            "vantaa" => organisation("vantaa"),
            "inkoo" => organisation("inkoo"),
            "siuntio" => organisation("siuntio"),
            "hus" => organisation("hus"),
            "lokakuu" => vec![Term::Month {
                year: None,
                month: 10,
            }],
            "lokakuu 2018" => vec![Term::Month {
                year: Some(2018),
                month: 10,
            }],
            _ => Vec::new(),
        }
    }
}

/// The built-in reference data.
pub(crate) fn reference() -> Reference {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../pipelines/reference");
    Reference::parse(&Folder::new(folder)).unwrap()
}

/// A context of the built-in programme and the region of the tests.
pub(crate) fn context() -> Context {
    context_with(region(), "")
}

/// A context with another region and with decisions.
pub(crate) fn context_with(region: RegionFile, decisions: &str) -> Context {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../pipelines/programmes/lape");
    let programme = Programme::load(&Folder::new(folder)).unwrap();
    let decisions = toml::from_str(decisions).unwrap();
    Context::new(
        programme,
        region,
        Arc::new(reference()),
        decisions,
        Limits::default(),
    )
}

/// Reads a text file that lies at `path` in the workspace.
pub(crate) fn read(path: &str, text: &str, context: &Context) -> FileReading {
    let submission = Submission {
        id: "0".repeat(64),
        path: path.to_owned(),
        size_bytes: text.len() as u64,
        received_at: chrono::NaiveDate::from_ymd_opt(2018, 11, 5)
            .unwrap()
            .and_hms_opt(12, 0, 0)
            .unwrap(),
    };
    let reading = crate::submission::inspect(submission, text.as_bytes(), context).reading;
    assert!(
        reading.balances(),
        "{:?} {:?}",
        reading.ledger,
        reading.quarantine
    );
    reading
}

/// The facts of a form as lines: report, row, then `column=value` for all that is not null, then links.
pub(crate) fn facts(reading: &mut FileReading, context: &Context, form: &str) -> Vec<String> {
    let form_index = context.programme.form(form).unwrap();
    let programme_form = &context.programme.forms[form_index];
    let Some(facts) = reading
        .facts
        .iter_mut()
        .find(|facts| facts.form == form_index)
    else {
        return Vec::new();
    };
    let columns: Vec<(String, duckdb::arrow::array::ArrayRef)> = programme_form
        .stored()
        .map(|(_, _, name)| name.to_owned())
        .zip(facts.columns.iter_mut().map(finish))
        .collect();
    let links = facts.links.finish();
    (0..facts.report.len())
        .map(|at| {
            let report = &reading.reports[facts.report[at] as usize];
            let month = report.period.format("%Y-%m");
            let mut line = format!("{} {month} {}:", report.organisation, facts.row_number[at]);
            for (name, values) in &columns {
                let text = duckdb::arrow::util::display::array_value_to_string(values, at).unwrap();
                if !text.is_empty() {
                    line.push_str(&format!(" {name}={text}"));
                }
            }
            if let Some(Some(reason)) = facts.missing_reason.get(at) {
                line.push_str(&format!(" !{}", reason.name()));
            }
            let codes = (!links.is_empty()).then(|| links.value(at));
            for code in codes.iter().flat_map(|codes| codes.as_string::<i32>()) {
                line.push_str(&format!(" @{}", code.unwrap_or_default()));
            }
            line
        })
        .collect()
}

fn code(list: &Numbering, number: Option<u16>) -> Option<&str> {
    list.codes().nth(usize::from(number?) - 1)
}

fn finish(column: &mut FactColumn) -> duckdb::arrow::array::ArrayRef {
    match column {
        FactColumn::Text(builder) => Arc::new(builder.finish()),
        FactColumn::List(builder) => Arc::new(builder.finish()),
        FactColumn::Code(list, builder) => {
            let numbers = builder.finish();
            Arc::new(
                numbers
                    .iter()
                    .map(|number| code(list, number))
                    .collect::<StringArray>(),
            )
        }
        FactColumn::Codes(list, builder) => {
            let lists = builder.finish();
            let mut texts = ListBuilder::new(StringBuilder::new());
            for numbers in lists.iter() {
                if let Some(numbers) = &numbers {
                    for number in numbers.as_primitive::<UInt16Type>() {
                        texts.values().append_option(code(list, number));
                    }
                }
                texts.append(numbers.is_some());
            }
            Arc::new(texts.finish())
        }
        FactColumn::Count(builder) => Arc::new(builder.finish()),
        FactColumn::Date(builder) => Arc::new(builder.finish()),
        FactColumn::Decimal(builder) => Arc::new(builder.finish()),
    }
}

/// The issues as `code reason cell field: found -> expected`, without what is empty, in the order found.
pub(crate) fn issues(reading: &FileReading) -> Vec<String> {
    let print = |found: &crate::submission::FoundIssue| {
        let issue = &found.issue;
        let mut line = issue.code.name().to_owned();
        let cell = match (issue.row, issue.column) {
            (Some(row), Some(column)) => kooste_ingest::place::cell_address(row, column),
            (Some(row), None) => row.to_string(),
            _ => String::new(),
        };
        let field = issue.field.as_deref().unwrap_or_default();
        for part in [issue.reason, &cell, field, &issue.found] {
            if !part.is_empty() {
                line.push(' ');
                line.push_str(part);
            }
        }
        if !issue.expected.is_empty() {
            line.push_str(" -> ");
            line.push_str(&issue.expected);
        }
        line
    };
    reading.issues.iter().map(print).collect()
}

/// The ledgers as `read=loaded+quarantined+total+heading+blank+note`.
pub(crate) fn ledger(reading: &FileReading) -> Vec<String> {
    let print = |row: &crate::submission::LedgerRow| {
        format!(
            "{}={}+{}+{}+{}+{}+{}",
            row.rows_read,
            row.rows_loaded,
            row.rows_quarantined,
            row.rows_total,
            row.rows_heading,
            row.rows_blank,
            row.rows_note
        )
    };
    reading.ledger.iter().map(print).collect()
}

/// The texts of a builder; an empty one for null.
pub(crate) fn arrow_text(builder: &mut duckdb::arrow::array::StringBuilder) -> Vec<String> {
    let texts = builder.finish();
    texts
        .iter()
        .map(|text| text.unwrap_or_default().to_owned())
        .collect()
}
