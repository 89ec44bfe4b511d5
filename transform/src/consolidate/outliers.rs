//! Values that deviate clearly from the organisation's own history (READING.md R35), and those that only grow (R33).
//!
//! A value is weighed against the same organisation's values of earlier months: its distance from their median, in
//! units of their median absolute deviation (MAD). It deviates from 3.5 such units on (0.6745 × distance ÷ MAD, the
//! modified z-score), if it is also at least [`LEAST`] and half the median away; six months are the least that is a
//! history.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use kooste_ingest::issue::{Code, Issue};
use rust_decimal::Decimal;

use super::changes::quoted;
use super::growing;
use super::report::Report;
use super::series::{FormSeries, accepts, decimal};
use super::settle::Settled;
use crate::calendar::Month;
use crate::decisions::Decisions;
use crate::programme::Programme;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Months that are the least history.
const MONTHS: usize = 6;
/// The least distance that counts, in the unit of the value.
const LEAST: i64 = 10;

/// A value that deviates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Deviation {
    /// Id of the report.
    pub(super) report: String,
    /// What the value is of, as [`FormSeries::key`] writes it; empty for the report as a whole.
    pub(super) of: String,
    /// What is to be said.
    pub(super) issue: Issue,
    /// Whether a decision accepts it.
    pub(super) accepted: bool,
}

/// A value of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Valued {
    pub(super) version_key: i32,
    pub(super) sheet: Option<String>,
    pub(super) row: i64,
    /// What it is of, as [`FormSeries::key`] writes it.
    pub(super) of: String,
    pub(super) number: Decimal,
}

/// Where values are looked for.
pub(super) struct Places<'a> {
    /// Holds the facts that came in this run.
    pub(super) new: &'a Warehouse,
    /// Holds those of earlier runs.
    pub(super) before: &'a Warehouse,
    pub(super) programme: &'a Programme,
    pub(super) decisions: &'a Decisions,
}

impl Places<'_> {
    /// Whether both are the same warehouse.
    pub(super) fn is_one(&self) -> bool {
        std::ptr::eq(self.new, self.before)
    }
}

/// Finds the deviating values of the reports that came in this run, or whose months were computed anew (`computed`), and
/// stand, and of later months that have a longer history now; counts them as warnings in their states. What was told once
/// stays told.
pub(super) fn mark(
    places: &Places<'_>,
    settled: &mut Settled,
    computed: &[Valued],
) -> Result<Vec<Deviation>, WarehouseError> {
    let mut found = Vec::new();
    for (at, form) in places.programme.forms.iter().enumerate() {
        if let Some(shape) = FormSeries::of(form)
            && has_history(settled, at)
        {
            found.extend(of_form(places, settled, computed, (at, &shape))?);
        }
    }
    let grave = found.iter().filter(|deviation| !deviation.accepted);
    settled.warn(&grave.map(|deviation| deviation.report.clone()).collect());
    Ok(found)
}

/// Whether some organisation has reported a form in so many months that anything can be compared.
fn has_history(settled: &Settled, form: usize) -> bool {
    let mut months: BTreeMap<&str, usize> = BTreeMap::new();
    for report in settled.current() {
        if report.key.1 == form && report.version_key.is_some() {
            *months.entry(&report.key.0).or_default() += 1;
        }
    }
    months.values().any(|count| *count >= growing::MONTHS)
}

/// A series: organisation and what the values are of.
type Series = (String, String);

fn of_form(
    places: &Places<'_>,
    settled: &Settled,
    computed: &[Valued],
    (form, shape): (usize, &FormSeries<'_>),
) -> Result<Vec<Deviation>, WarehouseError> {
    let computed_keys: BTreeSet<i32> = computed.iter().map(|value| value.version_key).collect();
    let came = came(settled, form, &computed_keys);
    let Some(first) = came.keys().next() else {
        return Ok(Vec::new());
    };
    let mut history = history(places, &came, shape)?;
    let mut new = stored(places.new, &format!("fact.version_key >= {first}"), shape)?;
    new.retain(|value| !computed_keys.contains(&value.version_key));
    new.extend(computed.iter().cloned());
    new.sort();
    let mut values = Vec::new();
    for value in &new {
        if let Some(report) = came.get(&value.version_key) {
            let series = (report.key.0.clone(), value.of.clone());
            let months = history.entry(series.clone()).or_default();
            *months.entry(report.key.2).or_default() += value.number;
            values.push((*report, series, value));
        }
    }
    let later = later(settled, form, &came);
    let of_later = untold(places.before, &later, shape)?;
    for value in &of_later {
        if let Some(report) = later.get(&value.version_key) {
            let series = (report.key.0.clone(), value.of.clone());
            values.push((*report, series, value));
        }
    }
    let form = &places.programme.forms[form];
    let mut found = growing(places, &came, &history, shape, &form.code);
    for (report, series, value) in values {
        let months = history.get(&series).into_iter().flatten();
        let earlier = months.filter(|(month, _)| **month < report.key.2);
        let earlier: Vec<Decimal> = earlier.map(|(_, value)| *value).collect();
        if let Some(median) = deviates(value.number, earlier) {
            found.push(Deviation {
                report: report.id.clone(),
                of: series.1,
                issue: Issue::new(Code::DeviatedValue)
                    .sheet(value.sheet.as_deref().map(Arc::from))
                    .row(u32::try_from(value.row).unwrap_or(0))
                    .field(shape.field())
                    .found(value.number.normalize().to_string())
                    .expected(median.normalize().to_string()),
                accepted: accepts(places.decisions, report, &form.code, Code::DeviatedValue),
            });
        }
    }
    Ok(found)
}

/// The reports that came whose figures only grow over the months of their year; of each organisation the last of the
/// year.
fn growing(
    places: &Places<'_>,
    came: &BTreeMap<i32, &Report>,
    history: &BTreeMap<Series, BTreeMap<NaiveDate, Decimal>>,
    shape: &FormSeries<'_>,
    form: &str,
) -> Vec<Deviation> {
    let mut last: BTreeMap<(&str, i32), &Report> = BTreeMap::new();
    for report in came.values() {
        let of_year = last.entry((&report.key.0, report.key.2.year()));
        let known = of_year.or_insert(report);
        if known.key.2 < report.key.2 {
            *known = report;
        }
    }
    let monthly = last.values().filter(|report| report.totals.is_none());
    let found = monthly.filter_map(|report| {
        let own = history.iter().filter(|((organisation, of), _)| {
            *organisation == report.key.0 && shape.adds_up(places.programme, of)
        });
        let since = growing::grown_since(own.map(|(_, months)| months), report.key.2)?;
        Some(Deviation {
            report: report.id.clone(),
            of: String::new(),
            issue: Issue::new(Code::CumulativeSuspected)
                .reason("growing")
                .found(Month::of(since).to_string()),
            accepted: accepts(places.decisions, report, form, Code::CumulativeSuspected),
        })
    });
    found.collect()
}

/// Whether a report is of this form, stands, and has values of its own month.
fn is_weighable(report: &Report, form: usize) -> bool {
    report.key.1 == form && report.valid_to_run.is_none() && !report.is_correction()
}

/// The reports of this run that stand and are to be weighed, by version.
fn came<'s>(
    settled: &'s Settled,
    form: usize,
    computed_keys: &BTreeSet<i32>,
) -> BTreeMap<i32, &'s Report> {
    // What came earlier was weighed then, unless its month is another difference now.
    let keys: BTreeMap<&str, i32> = settled
        .new
        .iter()
        .filter_map(|report| Some((report.id.as_str(), report.version_key?)))
        .collect();
    let renewed = settled.renewed.iter().filter(|renewal| {
        let key = keys.get(renewal.newer.as_str());
        renewal.gone_in.is_some() || key.is_none_or(|key| !computed_keys.contains(key))
    });
    let weighed: BTreeSet<&str> = renewed.map(|renewal| renewal.newer.as_str()).collect();
    settled
        .new
        .iter()
        .filter(|report| is_weighable(report, form) && !weighed.contains(report.id.as_str()))
        .filter_map(|report| Some((report.version_key?, report)))
        .collect()
}

/// The reports of earlier runs that stand, of months after one that came.
fn later<'s>(
    settled: &'s Settled,
    form: usize,
    came: &BTreeMap<i32, &Report>,
) -> BTreeMap<i32, &'s Report> {
    let mut first: BTreeMap<&str, NaiveDate> = BTreeMap::new();
    for report in came.values() {
        let month = first.entry(&report.key.0).or_insert(report.key.2);
        *month = report.key.2.min(*month);
    }
    let is_later = |report: &Report| {
        let first = first.get(report.key.0.as_str());
        first.is_some_and(|first| report.key.2 > *first)
    };
    settled
        .changed
        .iter()
        .chain(&settled.unchanged)
        .filter(|report| is_weighable(report, form) && is_later(report))
        .filter_map(|report| Some((report.version_key?, report)))
        .collect()
}

/// The values of these versions that were not told as deviating.
fn untold(
    before: &Warehouse,
    reports: &BTreeMap<i32, &Report>,
    shape: &FormSeries<'_>,
) -> Result<Vec<Valued>, WarehouseError> {
    if reports.is_empty() {
        return Ok(Vec::new());
    }
    let list = |texts: Vec<String>| texts.join(", ");
    let condition = format!(
        "fact.version_key IN ({}) AND NOT EXISTS (SELECT 1 FROM meta.issue AS told \
           JOIN meta.report AS report ON report.report_id = told.report_id AND report.version_key = fact.version_key \
           WHERE told.report_id IN ({}) AND told.code = 'deviated-value' \
             AND told.sheet IS NOT DISTINCT FROM fact.sheet AND told.row_number = fact.row_number)",
        list(reports.keys().map(i32::to_string).collect()),
        list(reports.values().map(|report| quoted(&report.id)).collect()),
    );
    stored(before, &condition, shape)
}

/// The values of versions that fulfil a condition.
fn stored(
    warehouse: &Warehouse,
    condition: &str,
    shape: &FormSeries<'_>,
) -> Result<Vec<Valued>, WarehouseError> {
    let value = shape.value();
    let found = warehouse.query(
        &format!(
            "SELECT fact.version_key, fact.sheet, fact.row_number, {}, fact.\"{value}\" FROM store.\"{}\" AS fact \
             WHERE {condition} AND fact.\"{value}\" IS NOT NULL ORDER BY ALL",
            shape.key, shape.table
        ),
        &[],
    )?;
    let valued = |row: &Vec<Value>| {
        Some(Valued {
            version_key: i32::try_from(row[0].int()?).ok()?,
            sheet: row[1].text().map(str::to_owned),
            row: row[2].int()?,
            of: row[3].to_string(),
            number: decimal(&row[4])?,
        })
    };
    Ok(found.rows.iter().filter_map(valued).collect())
}

/// The values of earlier runs of the organisations that reported, by month; those of months that came anew left out.
fn history(
    places: &Places<'_>,
    came: &BTreeMap<i32, &Report>,
    shape: &FormSeries<'_>,
) -> Result<BTreeMap<Series, BTreeMap<NaiveDate, Decimal>>, WarehouseError> {
    let mut history: BTreeMap<Series, BTreeMap<NaiveDate, Decimal>> = BTreeMap::new();
    let organisations: BTreeSet<String> =
        came.values().map(|report| quoted(&report.key.0)).collect();
    let replaced: BTreeSet<(&str, NaiveDate)> = came
        .values()
        .map(|report| (report.key.0.as_str(), report.key.2))
        .collect();
    let organisations: Vec<String> = organisations.into_iter().collect();
    let found = places.before.query(
        &format!(
            "SELECT fact.organisation_code, {}, fact.period, sum(fact.\"{}\") FROM core.\"{}\" AS fact \
             WHERE fact.organisation_code IN ({}) AND fact.\"{}\" IS NOT NULL GROUP BY ALL ORDER BY ALL",
            shape.key,
            shape.value(),
            shape.table,
            organisations.join(", "),
            shape.value()
        ),
        &[],
    )?;
    for row in &found.rows {
        let (Some(organisation), Some(period), Some(number)) =
            (row[0].text(), row[2].date(), decimal(&row[3]))
        else {
            continue;
        };
        if !replaced.contains(&(organisation, period)) {
            let series = (organisation.to_owned(), row[1].to_string());
            history.entry(series).or_default().insert(period, number);
        }
    }
    Ok(history)
}

/// The median of the earlier values, if the value deviates from them.
fn deviates(value: Decimal, earlier: Vec<Decimal>) -> Option<Decimal> {
    if earlier.len() < MONTHS {
        return None;
    }
    let median_of = |mut values: Vec<Decimal>| {
        values.sort_unstable();
        let half = values.len() / 2;
        if values.len() % 2 == 1 {
            values[half]
        } else {
            (values[half - 1] + values[half]) / Decimal::TWO
        }
    };
    let median = median_of(earlier.clone());
    let mad = median_of(earlier.iter().map(|one| (one - median).abs()).collect());
    let distance = (value - median).abs();
    let is_far = distance >= Decimal::from(LEAST) && distance * Decimal::TWO >= median.abs();
    // 0.6745 × distance ÷ MAD > 3.5, without a division.
    let is_outlier = distance * Decimal::new(6745, 4) > mad * Decimal::new(35, 1);
    (is_far && is_outlier).then_some(median)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(value: i64, earlier: &[i64]) -> bool {
        let earlier = earlier.iter().map(|one| Decimal::from(*one)).collect();
        deviates(Decimal::from(value), earlier).is_some()
    }

    #[test]
    fn a_value_far_from_a_steady_history_deviates() {
        assert!(judged(410, &[40, 42, 39, 41, 40, 43]));
        assert!(judged(0, &[40, 42, 39, 41, 40, 43]));
        assert!(!judged(44, &[40, 42, 39, 41, 40, 43]));
    }

    #[test]
    fn a_history_of_one_value_does_not_make_the_next_step_an_outlier() {
        assert!(!judged(6, &[5, 5, 5, 5, 5, 5]));
        assert!(judged(50, &[5, 5, 5, 5, 5, 5]));
    }

    #[test]
    fn growth_and_wide_spread_are_no_outliers() {
        assert!(!judged(70, &[10, 20, 30, 40, 50, 60]));
        assert!(!judged(120, &[10, 90, 35, 60, 110, 5]));
    }

    #[test]
    fn five_months_are_no_history() {
        assert!(!judged(1000, &[1, 1, 1, 1, 1]));
    }
}
