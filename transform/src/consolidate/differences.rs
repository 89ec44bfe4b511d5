//! The figures of a month as the differences of two year-to-date reports (READING.md R33), value by value.
//!
//! A stock is no sum, so that it stands as it was read; an average has no difference. Where the base has no figure, or
//! either month has several rows of one thing, the value is missing with `cumulative-base-missing`. A difference below
//! the bounds of its field is missing with `constraint-error`; negative money is a correction (R18) and stands with
//! `row-constraint`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::vocabulary::FieldKind;
use rust_decimal::Decimal;

use super::changes::quoted;
use super::outliers::{Deviation, Places, Valued};
use super::report::Report;
use super::series::{FormSeries, accepts, decimal};
use super::settle::Settled;
use super::state::State;
use crate::calendar::Month;
use crate::facts::MissingReason;
use crate::programme::{CodeEntry, Form, Programme};
use crate::values::number::NumberRule;
use crate::warehouse::WarehouseError;

/// Reason of issues about sums that became less.
pub(super) const DECREASED: &str = "decreased";

/// Figures written per statement.
const ROWS: usize = 500;

/// A row of a report as it was read.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    sheet: Option<String>,
    number: i64,
    values: Vec<Option<Decimal>>,
    missing_reason: Option<String>,
}

/// The rows of a report by what they are of.
type Rows = BTreeMap<String, Vec<Row>>;

/// A report to be computed, by its place in `settled.new`, with the keys of its figures and its base's.
struct Task {
    at: usize,
    totals: (bool, i32),
    base: (bool, i32),
}

/// What computing gives.
#[derive(Default)]
pub(super) struct Computed {
    /// What is to be said of values.
    pub(super) said: Vec<Deviation>,
    /// The values of the forms' own measure.
    pub(super) values: Vec<Valued>,
}

/// Computes the reports of this run that have a base, writes their facts and warns in their states; `next_version` is
/// the next free key of the store.
pub(super) fn compute(
    places: &Places<'_>,
    settled: &mut Settled,
    next_version: &mut i32,
) -> Result<Computed, WarehouseError> {
    let mut computed = Computed::default();
    for (at, form) in places.programme.forms.iter().enumerate() {
        let Some(series) = FormSeries::of(form) else {
            continue;
        };
        let tasks = tasks(settled, at);
        if tasks.is_empty() {
            continue;
        }
        let read = read(places, &series, &tasks)?;
        let nothing = Rows::new();
        let rows = |key: &(bool, i32)| read.get(key).unwrap_or(&nothing);
        for task in &tasks {
            let report = &mut settled.new[task.at];
            let month = Month::of(report.key.2).previous().to_string();
            let mut maker = Maker {
                programme: places.programme,
                form,
                series: &series,
                base_month: month,
                issues: Vec::new(),
            };
            let made = maker.rows(rows(&task.totals), rows(&task.base));
            let key = *next_version;
            *next_version += 1;
            report.version_key = Some(key);
            computed.values.extend(values(key, &made));
            // A preview does not have at hand what earlier runs read, nor does it need it written.
            if task.totals.0 || places.is_one() {
                write(places, &series, (key, task.totals.1), &made)?;
            }
            for (of, issue) in maker.issues {
                let accepted = accepts(places.decisions, report, &form.code, issue.code);
                if !accepted && report.state == State::Accepted {
                    report.state = State::AcceptedWithIssues;
                }
                computed.said.push(Deviation {
                    report: report.id.clone(),
                    of,
                    issue,
                    accepted,
                });
            }
        }
    }
    Ok(computed)
}

/// The values of the form's own measure.
fn values(version_key: i32, made: &Rows) -> impl Iterator<Item = Valued> {
    made.iter().flat_map(move |(of, rows)| {
        rows.iter().filter_map(move |row| {
            Some(Valued {
                version_key,
                sheet: row.sheet.clone(),
                row: row.number,
                of: of.clone(),
                number: row.values[0]?,
            })
        })
    })
}

/// The reports of a form that are to be computed. Keys are told apart by whether they are of this run: a preview
/// numbers them anew.
fn tasks(settled: &Settled, form: usize) -> Vec<Task> {
    let has_base = |report: &Report| {
        report.key.1 == form
            && report
                .totals
                .as_ref()
                .is_some_and(|totals| totals.base.is_some())
    };
    if !settled.new.iter().any(has_base) {
        return Vec::new();
    }
    let renewed = settled.renewed_ids();
    let mut keys: BTreeMap<&str, (bool, i32)> = BTreeMap::new();
    let came = settled
        .new
        .iter()
        .map(|report| (report, !renewed.contains(report.id.as_str())));
    let stood = settled
        .changed
        .iter()
        .chain(&settled.unchanged)
        .map(|report| (report, false));
    for (report, is_new) in came.chain(stood) {
        let key = report
            .totals
            .as_ref()
            .map(|totals| totals.key)
            .or(report.version_key);
        if let Some(key) = key {
            keys.insert(&report.id, (is_new, key));
        }
    }
    let task = |(at, report): (usize, &Report)| {
        let base = report.totals.as_ref()?.base.as_deref()?;
        let has_own = report.arrival.as_ref()?.stored_under.is_none();
        (report.key.1 == form && has_own).then_some(())?;
        Some(Task {
            at,
            totals: *keys.get(report.id.as_str())?,
            base: *keys.get(base)?,
        })
    };
    settled.new.iter().enumerate().filter_map(task).collect()
}

/// The figures of these reports as they were read.
fn read(
    places: &Places<'_>,
    series: &FormSeries<'_>,
    tasks: &[Task],
) -> Result<BTreeMap<(bool, i32), Rows>, WarehouseError> {
    let mut found: BTreeMap<(bool, i32), Rows> = BTreeMap::new();
    let measures: Vec<String> = series
        .measures
        .iter()
        .map(|(_, name)| format!("fact.\"{name}\""))
        .collect();
    for is_new in [true, false] {
        let keys = tasks.iter().flat_map(|task| [task.totals, task.base]);
        let keys: BTreeSet<String> = keys
            .filter(|key| key.0 == is_new)
            .map(|key| key.1.to_string())
            .collect();
        if keys.is_empty() {
            continue;
        }
        let keys: Vec<String> = keys.into_iter().collect();
        let warehouse = if is_new { places.new } else { places.before };
        let rows = warehouse.query(
            &format!(
                "SELECT fact.version_key, {}, fact.sheet, fact.row_number, fact.missing_reason, {} \
                 FROM store.\"{}\" AS fact WHERE fact.version_key IN ({}) \
                 ORDER BY fact.version_key, fact.sheet NULLS FIRST, fact.row_number, 2",
                series.key,
                measures.join(", "),
                series.table,
                keys.join(", ")
            ),
            &[],
        )?;
        for row in &rows.rows {
            let Some(key) = row[0].int().and_then(|key| i32::try_from(key).ok()) else {
                continue;
            };
            let of = found.entry((is_new, key)).or_default();
            of.entry(row[1].to_string()).or_default().push(Row {
                sheet: row[2].text().map(str::to_owned),
                number: row[3].int().unwrap_or(0),
                values: row[5..].iter().map(decimal).collect(),
                missing_reason: row[4].text().map(str::to_owned),
            });
        }
    }
    Ok(found)
}

/// Makes the rows of a month.
struct Maker<'a> {
    programme: &'a Programme,
    form: &'a Form,
    series: &'a FormSeries<'a>,
    base_month: String,
    /// What was noticed, with what the value is of.
    issues: Vec<(String, Issue)>,
}

impl Maker<'_> {
    fn rows(&mut self, totals: &Rows, base: &Rows) -> Rows {
        let mut made = totals.clone();
        for (of, rows) in &mut made {
            let earlier = base.get(of).map_or(&[][..], Vec::as_slice);
            let is_single = rows.len() == 1 && earlier.len() < 2;
            for row in rows {
                for at in 0..self.series.measures.len() {
                    if let Some(total) = row.values[at] {
                        let before = earlier.first().and_then(|row| row.values[at]);
                        let (value, why) = self.value(of, at, row, (total, before), is_single);
                        row.values[at] = value;
                        if at == 0 && value.is_none() {
                            row.missing_reason = why.map(|why| why.name().to_owned());
                        }
                    }
                }
            }
        }
        made
    }

    /// A month's value, or why there is none.
    fn value(
        &mut self,
        of: &str,
        measure: usize,
        row: &Row,
        (total, before): (Decimal, Option<Decimal>),
        is_single: bool,
    ) -> (Option<Decimal>, Option<MissingReason>) {
        let field = &self.form.fields[self.series.measures[measure].0];
        let entry = self.entry(of);
        let time = entry
            .and_then(|entry| entry.attributes.get("time"))
            .map(String::as_str);
        let issue = |code: Code, reason: &'static str| {
            Issue::new(code)
                .reason(reason)
                .sheet(row.sheet.as_deref().map(Arc::from))
                .row(u32::try_from(row.number).unwrap_or(0))
                .field(&field.code)
                .found(total.normalize().to_string())
        };
        let unknown = |reason| {
            let issue =
                issue(Code::CumulativeBaseMissing, reason).expected(self.base_month.clone());
            (issue, MissingReason::Unknown)
        };
        let (issue, missing) = match (time, before) {
            (Some("stock"), _) => return (Some(total), None),
            (Some("average"), _) => unknown("average"),
            _ if !is_single => unknown("several"),
            (_, None) => unknown("figure"),
            (_, Some(before)) => {
                let value = total - before;
                let rule = match entry.filter(|_| measure == 0) {
                    Some(entry) if field.kind == FieldKind::Decimal && field.unit.is_none() => {
                        NumberRule::for_code(entry)
                    }
                    _ => NumberRule::for_field(field),
                };
                let expected = before.normalize().to_string();
                if rule.min.is_some_and(|least| value < least) {
                    let issue = issue(Code::ConstraintError, DECREASED).expected(expected);
                    (issue, MissingReason::Error)
                } else {
                    if value < Decimal::ZERO {
                        let issue = issue(Code::RowConstraint, DECREASED).expected(expected);
                        self.issues.push((of.to_owned(), issue));
                    }
                    return (Some(value), None);
                }
            }
        };
        self.issues.push((of.to_owned(), issue));
        (None, Some(missing))
    }

    /// The code list's entry that tells how the value of a row adds up over time.
    fn entry(&self, of: &str) -> Option<&CodeEntry> {
        let code = of.split('/').next()?;
        self.form.fields.iter().find_map(|field| match &field.kind {
            FieldKind::Code(list) => self.programme.list(list)?.entry(code),
            _ => None,
        })
    }
}

/// Writes the facts of a version: the rows as they were read, with other values.
fn write(
    places: &Places<'_>,
    series: &FormSeries<'_>,
    (key, totals): (i32, i32),
    made: &Rows,
) -> Result<(), WarehouseError> {
    let names: Vec<&str> = series.measures.iter().map(|(_, name)| *name).collect();
    let mut tuples: Vec<String> = Vec::new();
    for (of, rows) in made {
        let mut earlier: Option<&Row> = None;
        for row in rows {
            // Two of one thing in one row of a sheet have the same values: none.
            if earlier.is_some_and(|other| (&other.sheet, other.number) == (&row.sheet, row.number))
            {
                continue;
            }
            earlier = Some(row);
            let text = |text: &Option<String>| {
                text.as_deref()
                    .map_or_else(|| String::from("NULL::VARCHAR"), quoted)
            };
            let mut tuple = format!("({}, {}, {}", quoted(of), text(&row.sheet), row.number);
            for value in &row.values {
                let _ = match value {
                    Some(number) => write!(tuple, ", {number}::DECIMAL(18, 4)"),
                    None => write!(tuple, ", NULL::DECIMAL(18, 4)"),
                };
            }
            let _ = write!(tuple, ", {})", text(&row.missing_reason));
            tuples.push(tuple);
        }
    }
    let replaced: Vec<String> = names
        .iter()
        .map(|name| format!("made.\"{name}\" AS \"{name}\""))
        .collect();
    let quoted_names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    for chunk in tuples.chunks(ROWS) {
        places.new.execute(&format!(
            "INSERT INTO store.\"{table}\" SELECT fact.* REPLACE ({key} AS version_key, {replaced}, \
             made.missing_reason AS missing_reason) FROM store.\"{table}\" AS fact \
             JOIN (VALUES {values}) AS made(of, sheet, row_number, {names}, missing_reason) \
             ON made.of = {of} AND made.sheet IS NOT DISTINCT FROM fact.sheet AND made.row_number = fact.row_number \
             WHERE fact.version_key = {totals} ORDER BY fact.sheet NULLS FIRST, fact.row_number, made.of",
            table = series.table,
            replaced = replaced.join(", "),
            values = chunk.join(", "),
            names = quoted_names.join(", "),
            of = series.key,
        ))?;
    }
    Ok(())
}
