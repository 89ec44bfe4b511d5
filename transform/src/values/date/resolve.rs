//! From days as written to days of the calendar: missing months and years from their neighbours and the period.

use chrono::{Datelike, NaiveDate};

use super::cell::{DateBounds, DateRule, Span};
use super::items::Item;
use crate::calendar::Month;

/// Why items are no dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// A day without month, or a word: not a date at all.
    NotADate,
    /// No year anywhere, and no period to take it from.
    YearMissing,
    /// `31.11.2018`.
    Impossible,
    /// A range that ends before it starts.
    EndBeforeStart,
}

/// The span of days that the items mean.
pub(super) fn resolve(items: &mut [Item], rule: &DateRule) -> Result<Span, Fault> {
    share_months(items)?;
    let days = with_years(items, rule)?;
    match (items, days.as_slice()) {
        ([_], [day]) => Ok(Span::day(*day)),
        ([first, _], [start, end]) if first.to_next => {
            if end < start {
                return Err(Fault::EndBeforeStart);
            }
            Ok(Span {
                end: Some(*end),
                ..Span::day(*start)
            })
        }
        (items, days) => list(items, days),
    }
}

/// Several days: first and last. They are counted as sessions unless some of them are ranges.
fn list(items: &[Item], days: &[NaiveDate]) -> Result<Span, Fault> {
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Err(Fault::NotADate);
    };
    let ranges = items.iter().any(|item| item.to_next);
    let sessions = i32::try_from(days.len()).ok().filter(|_| !ranges);
    Ok(Span {
        start: *first,
        end: (first != last).then_some(*last),
        sessions,
    })
}

/// A day without a month has the month of the one behind it (`3.–4.10.`).
fn share_months(items: &mut [Item]) -> Result<(), Fault> {
    let mut next = None;
    for item in items.iter_mut().rev() {
        item.month = item.month.or(next);
        next = item.month;
        if next.is_none() {
            return Err(Fault::NotADate);
        }
    }
    Ok(())
}

/// The days, each with its own year, that of a neighbour, or one near the period.
fn with_years(items: &[Item], rule: &DateRule) -> Result<Vec<NaiveDate>, Fault> {
    let mut days: Vec<Option<NaiveDate>> = vec![None; items.len()];
    for (at, item) in items.iter().enumerate() {
        if let Some(year) = item.year {
            days[at] = Some(day(item, year)?);
        }
    }
    if days.iter().all(Option::is_none) {
        let last = items.len() - 1;
        let period = rule.month.ok_or(Fault::YearMissing)?;
        days[last] = Some(match rule.bounds {
            DateBounds::NearMonth => near(&items[last], period)?,
            DateBounds::Century => in_year(&items[last], period)?,
        });
    }
    // Backwards: not later than the one behind it. Forwards: not earlier than the one before it.
    for at in (0..items.len().saturating_sub(1)).rev() {
        if let (None, Some(next)) = (days[at], days[at + 1]) {
            let same = day(&items[at], next.year());
            let fits =
                same.is_ok_and(|day| day <= next) || !crosses_year(&items[at], &items[at + 1]);
            days[at] = Some(if fits {
                same?
            } else {
                day(&items[at], next.year() - 1)?
            });
        }
    }
    for at in 1..items.len() {
        if let (None, Some(previous)) = (days[at], days[at - 1]) {
            let same = day(&items[at], previous.year());
            let fits =
                same.is_ok_and(|day| day >= previous) || !crosses_year(&items[at - 1], &items[at]);
            days[at] = Some(if fits {
                same?
            } else {
                day(&items[at], previous.year() + 1)?
            });
        }
    }
    days.into_iter()
        .collect::<Option<Vec<_>>>()
        .ok_or(Fault::NotADate)
}

/// Tells whether two neighbours lie around New Year rather than in the wrong order.
fn crosses_year(first: &Item, second: &Item) -> bool {
    matches!((first.month, second.month), (Some(first), Some(second)) if first > second + 5)
}

/// The day in the year that brings it nearest to the period: `28.12.` in a January report is the December before.
fn near(item: &Item, period: Month) -> Result<NaiveDate, Fault> {
    let years = [period.year(), period.year() - 1, period.year() + 1];
    let distance = |day: &NaiveDate| Month::of(*day).months_after(period).abs();
    years
        .into_iter()
        .filter_map(|year| day(item, year).ok())
        .min_by_key(distance)
        .ok_or(Fault::Impossible)
}

/// The day in the year of the period, unless that lies more than half a year ahead: what an October report says to have
/// begun on `15.1.` began in its year, and of a January report `15.11.` is the November before.
fn in_year(item: &Item, period: Month) -> Result<NaiveDate, Fault> {
    const FARTHEST_AHEAD: i32 = 6;
    let day_of = |year| day(item, year).ok();
    let is_ahead = |day: &NaiveDate| Month::of(*day).months_after(period) > FARTHEST_AHEAD;
    day_of(period.year())
        .filter(|day| !is_ahead(day))
        .or_else(|| day_of(period.year() - 1))
        .ok_or(Fault::Impossible)
}

fn day(item: &Item, year: i32) -> Result<NaiveDate, Fault> {
    NaiveDate::from_ymd_opt(year, item.month.unwrap_or(0), item.day).ok_or(Fault::Impossible)
}
