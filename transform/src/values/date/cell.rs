//! From a cell to a day or a span of days, and the bounds of the field's rule.
//!
//! Reasons of the issues made here:
//! `type-error`: `not-a-date`, `impossible-date`, `year-missing`, `end-before-start`, `far-from-month` (more than a
//! year from the report's month), `year-out-of-range`, `truth-value`;
//! `date-ambiguous`: `day-month-order` (expected: both readings), `day-month-number` (`16.12`);
//! `value-corrected`: `epoch-1904`.

use chrono::{Datelike, Days, NaiveDate};
use kooste_ingest::grid::{CellValue, moment};
use kooste_ingest::issue::Code;

use super::fast;
use super::items::{Item, items};
use super::resolve::{Fault, resolve};
use super::style::{DateStyle, day_month};
use super::tokens::tokens;
use crate::calendar::Month;
use crate::values::state::{State, state};
use crate::values::{Finding, Parsed, fold, remark};

/// One day, or first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First or only day.
    pub start: NaiveDate,
    /// Last day, if the cell gives one.
    pub end: Option<NaiveDate>,
    /// How many days a list names.
    pub sessions: Option<i32>,
}

impl Span {
    /// A single day.
    #[must_use]
    pub fn day(start: NaiveDate) -> Self {
        Span {
            start,
            end: None,
            sessions: None,
        }
    }
}

/// Which days a field allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateBounds {
    /// Within a year of the report's month, as the start of an activity.
    NearMonth,
    /// From 2000 to 2099.
    Century,
}

/// What a field asks of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRule {
    /// Month of the report, where it is known; gives `5.10.` its year.
    pub month: Option<Month>,
    /// Days allowed.
    pub bounds: DateBounds,
    /// How the column writes its dates.
    pub style: DateStyle,
}

/// Days from 1900-01-01 to 1904-01-01 as workbooks count them.
const EPOCH_1904_DAYS: u64 = 1462;

/// Reads a date, a range or a list of dates (READING.md R21).
#[must_use]
pub fn date(cell: CellValue<'_>, rule: &DateRule) -> Parsed<Span> {
    match cell {
        CellValue::Text(text) => match fast::date(text) {
            Some(day) => bounded(Span::day(day), rule),
            None => of_text(text, rule),
        },
        CellValue::Date(days) => of_serial(days, rule),
        CellValue::Number(number) | CellValue::Percent(number) => of_number(number, rule),
        CellValue::Bool(_) => unreadable("truth-value"),
        CellValue::Blank => State::Blank.parsed(),
        CellValue::Error(_) | CellValue::Uncached => State::FormulaError.parsed(),
    }
}

fn unreadable(reason: &'static str) -> Parsed<Span> {
    Parsed::unreadable(Finding::new(Code::TypeError, reason))
}

fn of_text(text: &str, rule: &DateRule) -> Parsed<Span> {
    if let Some(state) = state(CellValue::Text(text)) {
        return state.parsed();
    }
    let text = fold::trim(text);
    if text.len() == 5
        && let Ok(serial) = text.parse::<u32>()
    {
        return of_serial(f64::from(serial), rule);
    }
    match tokens(text).and_then(|tokens| items(&tokens)) {
        Some(mut items) => {
            // `ke 5.10`, `5.10 klo 17`: no number has a weekday or a time of day.
            let worded = text.contains(char::is_alphabetic);
            items
                .iter_mut()
                .for_each(|item| item.like_number &= !worded);
            of_items(items, rule)
        }
        None => match remark::without_remark(text) {
            Some(date) => corrected(of_text(date, rule)),
            None => unreadable("not-a-date"),
        },
    }
}

/// A date beside which something else stands, `5.10.2018*`.
fn corrected(parsed: Parsed<Span>) -> Parsed<Span> {
    let taken = parsed.value.map(|span| span.start.to_string());
    match taken {
        Some(day) => parsed.with(Finding::new(Code::ValueCorrected, "").suggestion(day)),
        None => unreadable("not-a-date"),
    }
}

fn of_items(mut items: Vec<Item>, rule: &DateRule) -> Parsed<Span> {
    if items.iter().any(|item| item.order_open) {
        match rule.style.is_day_first() {
            Some(true) => {}
            Some(false) => items
                .iter_mut()
                .filter(|item| item.order_open)
                .for_each(swap),
            None => return ambiguous_order(items, rule),
        }
    }
    let like_number = matches!(items.as_slice(), [item] if item.like_number);
    match resolve(&mut items, rule) {
        Ok(span) if like_number && !rule.style.is_day_month() => ambiguous_number(span),
        Ok(span) => bounded(span, rule),
        Err(fault) => unreadable(match fault {
            Fault::NotADate => "not-a-date",
            Fault::YearMissing => "year-missing",
            Fault::Impossible => "impossible-date",
            Fault::EndBeforeStart => "end-before-start",
        }),
    }
}

fn swap(item: &mut Item) {
    if let Some(month) = item.month {
        item.month = Some(item.day);
        item.day = month;
    }
}

fn ambiguous_order(mut items: Vec<Item>, rule: &DateRule) -> Parsed<Span> {
    let shown = |items: &mut [Item]| {
        let span = resolve(items, rule).ok();
        span.map(|span| span.start.to_string()).unwrap_or_default()
    };
    let one = shown(&mut items);
    items
        .iter_mut()
        .filter(|item| item.order_open)
        .for_each(swap);
    let mut readings = vec![one, shown(&mut items)];
    readings.retain(|reading| !reading.is_empty());
    let expected = readings.join(" / ");
    Parsed::unreadable(Finding::new(Code::DateAmbiguous, "day-month-order").expected(expected))
}

fn ambiguous_number(span: Span) -> Parsed<Span> {
    let finding = Finding::new(Code::DateAmbiguous, "day-month-number");
    Parsed::unreadable(finding.suggestion(span.start.to_string()))
}

/// A number of a workbook that is not shown as a date: a serial, `20181005`, or day and month like `16.12`.
fn of_number(number: f64, rule: &DateRule) -> Parsed<Span> {
    if (20_000_101.0..21_000_000.0).contains(&number) && number.fract() == 0.0 {
        return of_text(&number.to_string(), rule);
    }
    if number >= 32.0 {
        return of_serial(number, rule);
    }
    let mut meanings = day_month(number);
    if meanings.len() > 1 {
        // `16.1` may have lost a zero: only the report's month can tell.
        let in_month = |item: &Item| {
            rule.month
                .is_some_and(|month| item.month == Some(month.number()))
        };
        let fitting: Vec<_> = meanings.iter().copied().filter(in_month).collect();
        if fitting.len() != 1 {
            return Parsed::unreadable(Finding::new(Code::DateAmbiguous, "day-month-number"));
        }
        meanings = fitting;
    }
    if meanings.is_empty() {
        return unreadable("not-a-date");
    }
    of_items(meanings, rule)
}

fn of_serial(days: f64, rule: &DateRule) -> Parsed<Span> {
    let Some(moment) = moment(days).filter(|_| days >= 1.0) else {
        return unreadable("not-a-date");
    };
    let day = moment.date();
    let parsed = bounded(Span::day(day), rule);
    // A bare number in a workbook that counts from 1904 is four years off.
    if parsed.value.is_none()
        && let (Some(month), Some(later)) =
            (rule.month, day.checked_add_days(Days::new(EPOCH_1904_DAYS)))
        && Month::of(later) == month
    {
        let finding =
            Finding::new(Code::ValueCorrected, "epoch-1904").suggestion(later.to_string());
        return Parsed::exact(Span::day(later)).with(finding);
    }
    parsed
}

/// Checks a span against the bounds of the field.
fn bounded(span: Span, rule: &DateRule) -> Parsed<Span> {
    let in_century = |day: NaiveDate| (2000..2100).contains(&day.year());
    if !in_century(span.start) || span.end.is_some_and(|end| !in_century(end)) {
        let finding = Finding::new(Code::TypeError, "year-out-of-range").expected("2000–2099");
        return Parsed::unreadable(finding);
    }
    if let (DateBounds::NearMonth, Some(month)) = (rule.bounds, rule.month) {
        let (first, last) = (month.plus(-12).first_day(), month.plus(12).last_day());
        if span.start < first || span.start > last {
            let finding =
                Finding::new(Code::TypeError, "far-from-month").expected(month.to_string());
            return Parsed::unreadable(finding);
        }
    }
    Parsed::exact(span)
}
