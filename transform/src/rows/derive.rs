//! Values that follow from others: sums of parts (READING.md R27), the sender's own municipality (R25), and the
//! month that the days of the rows tell (R2).

use chrono::NaiveDate;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::table::RowKind;
use kooste_ingest::vocabulary::{FieldKind, Term};
use rust_decimal::Decimal;

use super::plan::Plan;
use super::record::{Record, Remark, Slot};
use super::table::{Place, TableReader};
use crate::evidence::Evidence;
use crate::facts::Quality;
use crate::programme::Form;

/// Sums of parts: a blank total is their sum, a given one is compared with it. `column_of` tells where a field's
/// column stands; `told` is what a column says that is labelled as a sum and no field's: a sum that differs is left missing.
pub(crate) fn sums(
    form: &Form,
    record: &mut Record<'_>,
    told: Option<i32>,
    column_of: impl Fn(usize) -> Option<u32>,
) {
    for (at, field) in form.fields.iter().enumerate() {
        if field.sum_of.is_empty() {
            continue;
        }
        let Some(sum) = sum(&field.sum_of, record) else {
            continue;
        };
        let issue = match record.slots[at] {
            Slot::Count(total) if total == sum => continue,
            Slot::Count(total) => Issue::new(Code::RowConstraint)
                .reason("sum")
                .found(total.to_string())
                .expected(sum.to_string()),
            Slot::BLANK if told.is_some_and(|told| told != sum) => Issue::new(Code::RowConstraint)
                .reason("sum")
                .found(told.unwrap_or(sum).to_string())
                .expected(sum.to_string()),
            Slot::BLANK => {
                record.slots[at] = Slot::Count(sum);
                let inexact = inexact_sum(at, &field.sum_of, sum, record);
                record.remarks.extend(inexact);
                Issue::new(Code::ValueDerived)
                    .reason("sum")
                    .suggestion(sum.to_string())
            }
            _ => continue,
        };
        let mut issue = issue.row(record.row).field(&field.code);
        issue.column = column_of(at);
        record.issues.push(issue);
    }
}

/// The sum of the parts that are given; none if none is, or if one is there but cannot be read.
fn sum(parts: &[usize], record: &Record<'_>) -> Option<i32> {
    let mut sum = None;
    for part in parts {
        match record.slots[*part] {
            Slot::Count(count) => sum = Some(sum.unwrap_or(0_i32).checked_add(count)?),
            Slot::BLANK => {}
            _ => return None,
        }
    }
    sum
}

/// What is to be known of a sum of which a part is not exact: bounds of one kind stay bounds, else it is a range where
/// all ends are known, or approximate (READING.md R19).
fn inexact_sum(field: usize, parts: &[usize], sum: i32, record: &Record<'_>) -> Option<Remark> {
    let inexact: Vec<&Remark> = parts
        .iter()
        .flat_map(|part| {
            record
                .remarks
                .iter()
                .filter(move |remark| remark.field == *part)
        })
        .filter(|remark| remark.quality.is_some())
        .collect();
    let first = inexact.first()?.quality?;
    let quality = match first {
        _ if inexact.iter().all(|remark| remark.quality == Some(first)) => first,
        _ => Quality::Approximate,
    };
    let end = |side: fn(&Remark) -> Option<Decimal>| {
        let ends = inexact.iter().map(|remark| side(remark));
        let told: Option<Decimal> = ends.sum();
        let of_parts: i32 = inexact
            .iter()
            .map(|remark| match record.slots[remark.field] {
                Slot::Count(count) => count,
                _ => 0,
            })
            .sum();
        told.map(|told| told + Decimal::from(sum - of_parts))
    };
    let is_range = quality == Quality::Range;
    Some(Remark {
        field,
        raw: inexact
            .iter()
            .map(|remark| &*remark.raw)
            .collect::<Vec<_>>()
            .join(" + "),
        quality: Some(quality),
        low: end(|remark| remark.low).filter(|_| is_range),
        high: end(|remark| remark.high).filter(|_| is_range),
        missing_reason: None,
        axes: Vec::new(),
    })
}

/// Where nothing else tells the month, the days of the rows do (READING.md R2).
pub(crate) fn period(place: &Place<'_>, form: usize, evidence: &mut Evidence) {
    let headings =
        |kind: &RowKind| matches!(kind, RowKind::Section(terms) if terms.iter().any(is_month));
    let is_told = evidence.period.is_some() && !evidence.period_is_arrival;
    if is_told || place.table.rows.iter().any(|row| headings(&row.kind)) {
        return;
    }
    let programme_form = &place.context.programme.forms[form];
    let told = evidence.clone();
    let plan = Plan::new(place.making(programme_form, &told));
    if plan.period.is_some_and(|field| plan.has_column(field)) {
        return;
    }
    let Some(reader) = plan
        .readers
        .iter()
        .find(|reader| Some(reader.field) == plan.start)
    else {
        return;
    };
    let data = place
        .table
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Data);
    let days: Vec<NaiveDate> = data
        .filter_map(|row| reader.day(place.grid.row(row.number), evidence.month_nearby()))
        .collect();
    evidence.derive_period(&days);
}

fn is_month(term: &Term) -> bool {
    matches!(term, Term::Month { .. })
}

impl TableReader<'_, '_> {
    /// A municipality's own report without a municipality column is about that municipality; that of another
    /// organisation about the one that a label above the table names; that of a sheet of a joint report about the one that the sheet
    /// is named after.
    pub(super) fn add_own_municipality(&mut self, report: u32) {
        let Some(field) = self.plan.municipality else {
            return;
        };
        if self.plan.has_municipalities || self.record.slots[field] != Slot::BLANK {
            return;
        }
        let organisations = &self.place.context.organisations;
        let organisation = self.outcome.key(report).organisation;
        let evidence = self.settler.evidence;
        let of_sheet = evidence
            .member
            .filter(|member| organisations.leader(*member) == organisation)
            .and_then(|member| organisations.municipality(member));
        let own: Vec<&str> = match &evidence.municipality {
            _ if of_sheet.is_some() => of_sheet.into_iter().map(|code| &**code).collect(),
            Some(named) if !organisations.is_municipality(organisation) => vec![named],
            _ => organisations
                .own_municipalities(organisation)
                .map(|code| &**code)
                .collect(),
        };
        self.record.slots[field] = match (&self.form.fields[field].kind, own.as_slice()) {
            (_, []) => return,
            (FieldKind::Municipality, [only]) => Slot::Code(only),
            // One value for both of a joint report is neither's own.
            (FieldKind::Municipality, _) => return,
            (_, own) => Slot::Codes(self.record.texts.alloc_slice_copy(own)),
        };
    }
}
