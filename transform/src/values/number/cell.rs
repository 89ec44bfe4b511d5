//! From a cell to a number: the hot path for plain digits, everything else, and the checks of the field's rule.
//!
//! Reasons of the issues made here:
//! `type-error`: `not-a-number`, `unit` (not a unit of this field), `range` (in a field with decimals),
//! `date-for-number`, `truth-value`, `too-large`;
//! `constraint-error`: `fraction`, `negative`, `below-minimum`, `above-maximum`;
//! `number-ambiguous`: none; `value-corrected`: `rounded`, `converted`, `negative`; `row-constraint`: `minutes`.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::digits::figures;
use super::phrase::{Amount, Refusal, amount, as_stated, plain};
use super::{NumberRule, Stated, Unit, duration, float};
use crate::facts::Quality;
use crate::values::state::{State, is_dash, state};
use crate::values::{Finding, Parsed, fold, remark};

/// Reads a whole number; the rule should be [`NumberRule::count`] or one made from a field.
#[must_use]
pub fn count(cell: CellValue<'_>, rule: &NumberRule) -> Parsed<i32> {
    if let CellValue::Text(text) = cell
        && rule.stated == Stated::AsField
        && let Some(digits) = plain_digits(text)
        && let Ok(value) = i32::try_from(digits)
        && within(Decimal::from(value), rule)
    {
        return Parsed::exact(value);
    }
    let parsed = number(cell, rule);
    // The rule bounds counts to what an INTEGER holds.
    let fits = parsed.value.is_none_or(|value| value.to_i32().is_some());
    if fits {
        parsed.map(|value| value.to_i32().unwrap_or_default())
    } else {
        Parsed::unreadable(Finding::new(Code::ConstraintError, "above-maximum"))
    }
}

/// Reads a number: count, decimal or money, as the rule says (READING.md R17–R20 and R28).
#[must_use]
pub fn number(cell: CellValue<'_>, rule: &NumberRule) -> Parsed<Decimal> {
    let parsed = read(cell, rule);
    match parsed.value {
        Some(hours) if rule.unit == Unit::Hours && may_be_minutes(hours, cell) => {
            parsed.with(Finding::new(Code::RowConstraint, "minutes").expected(hours.to_string()))
        }
        _ => parsed,
    }
}

/// Tells whether hours without a unit are as many as minutes are: 45, 60, 90, 120.
fn may_be_minutes(hours: Decimal, cell: CellValue<'_>) -> bool {
    const MOST_HOURS: Decimal = Decimal::from_parts(40, 0, 0, false, 0);
    const STEP: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
    let is_bare = match cell {
        CellValue::Number(_) => true,
        CellValue::Text(text) => !text.contains(char::is_alphabetic),
        _ => false,
    };
    is_bare && hours > MOST_HOURS && (hours % STEP).is_zero()
}

fn read(cell: CellValue<'_>, rule: &NumberRule) -> Parsed<Decimal> {
    match cell {
        CellValue::Text(text) => of_text(text, rule),
        CellValue::Number(number) => of_float(float::decimal(number), rule),
        // A share of euros or hours is neither.
        CellValue::Percent(_) if !rule.unit.may_be_percent() => {
            Parsed::unreadable(Finding::new(Code::TypeError, "unit"))
        }
        CellValue::Percent(share) => of_float(
            float::decimal(share).map(|share| (share * Decimal::ONE_HUNDRED).normalize()),
            rule,
        ),
        CellValue::Date(days) => of_date(days, rule),
        CellValue::Bool(_) => Parsed::unreadable(Finding::new(Code::TypeError, "truth-value")),
        CellValue::Blank => State::Blank.parsed(),
        CellValue::Error(_) | CellValue::Uncached => State::FormulaError.parsed(),
    }
}

/// One to nine digits and nothing else.
fn plain_digits(text: &str) -> Option<u32> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 9 {
        return None;
    }
    bytes.iter().try_fold(0_u32, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + u32::from(byte - b'0'))
    })
}

fn of_text(text: &str, rule: &NumberRule) -> Parsed<Decimal> {
    let is_as_field = rule.stated == Stated::AsField;
    if let Some(digits) = plain_digits(text).filter(|_| is_as_field) {
        return checked(Decimal::from(digits), rule);
    }
    if let Some(state) = state(CellValue::Text(without_euro(text, rule))) {
        return match state {
            State::Dash if rule.dash_is_zero => Parsed::exact(Decimal::ZERO),
            other => other.parsed(),
        };
    }
    let text = fold::trim(text);
    if let Some(found) = figures(text)
        && found.length == text.len()
        && found.ambiguous.is_none()
        && is_as_field
        && duration::ambiguous(&found, rule).is_none()
    {
        return checked(denoised(found.value), rule);
    }
    match amount(text, rule) {
        Ok(amount) => of_amount(amount, rule),
        Err(refusal) => match remark::without_footnote(text) {
            Some(number) => without_footnote(of_text(number, rule)),
            None => refused(refusal),
        },
    }
}

/// The dash of `-   €`, as spreadsheets show an amount of zero; any other text as it is.
fn without_euro<'a>(text: &'a str, rule: &NumberRule) -> &'a str {
    if rule.unit != Unit::Euro || text.contains(char::is_alphanumeric) {
        return text;
    }
    let bare = fold::trim(text).trim_matches('€');
    let is_dashed = bare.contains(is_dash);
    if is_dashed { bare } else { text }
}

/// The number of `12*` or `12¹⁾`, with a notice.
fn without_footnote(parsed: Parsed<Decimal>) -> Parsed<Decimal> {
    match parsed.value {
        Some(value) if parsed.findings.is_empty() => {
            let taken = value.normalize().to_string();
            parsed.with(Finding::new(Code::ValueCorrected, "").suggestion(taken))
        }
        _ => parsed,
    }
}

fn of_amount(amount: Amount, rule: &NumberRule) -> Parsed<Decimal> {
    let mut parsed = checked(amount.value, rule);
    if parsed.value.is_some() {
        parsed.quality = amount.quality;
        parsed.low = amount.ends.map(|(low, _)| low);
        parsed.high = amount.ends.map(|(_, high)| high);
        if let Some(reason) = amount.noticed {
            let taken = parsed.value.unwrap_or_default().normalize().to_string();
            let finding = Finding::new(Code::ValueCorrected, reason).suggestion(taken);
            // This says enough; that the result was rounded as well does not matter.
            parsed.findings = vec![finding];
        }
    }
    parsed
}

fn refused(refusal: Refusal) -> Parsed<Decimal> {
    match refusal {
        Refusal::Vague => Parsed {
            quality: Some(Quality::Vague),
            ..Parsed::missing(crate::facts::MissingReason::Unknown)
        },
        Refusal::Ambiguous(decimal, whole) => Parsed::unreadable(
            Finding::new(Code::NumberAmbiguous, "").expected(format!("{whole} / {decimal}")),
        ),
        Refusal::Unreadable(reason, seen) => {
            let seen = seen
                .map(|value| value.normalize().to_string())
                .unwrap_or_default();
            Parsed::unreadable(Finding::new(Code::TypeError, reason).suggestion(seen))
        }
    }
}

fn of_float(value: Option<Decimal>, rule: &NumberRule) -> Parsed<Decimal> {
    match value {
        Some(value) => match as_stated(plain(value), rule) {
            Ok(amount) => of_amount(amount, rule),
            Err(refusal) => refused(refusal),
        },
        None => Parsed::unreadable(Finding::new(Code::TypeError, "too-large")),
    }
}

/// A cell in a time or date format: in a field of hours a duration, elsewhere a number that a spreadsheet has
/// turned into a date (`5-10`, `1.5`).
fn of_date(days: f64, rule: &NumberRule) -> Parsed<Decimal> {
    const LONGEST_DURATION_DAYS: f64 = 366.0;
    if rule.unit == Unit::Hours && (0.0..LONGEST_DURATION_DAYS).contains(&days) {
        let minutes = float::decimal((days * 1440.0).round()).unwrap_or_default();
        return checked(minutes / Decimal::from(60), rule);
    }
    let shown = CellValue::Date(days).text().into_owned();
    Parsed::unreadable(Finding::new(Code::TypeError, "date-for-number").expected(shown))
}

/// A number written with more digits than a double holds exactly, rounded to fifteen significant digits.
fn denoised(value: Decimal) -> Decimal {
    if value.scale() < 10 {
        return value;
    }
    value
        .round_sf_with_strategy(15, RoundingStrategy::MidpointAwayFromZero)
        .unwrap_or(value)
}

fn within(value: Decimal, rule: &NumberRule) -> bool {
    rule.min.is_none_or(|min| value >= min) && rule.max.is_none_or(|max| value <= max)
}

/// Checks a number against the rule and rounds it to the decimals kept.
fn checked(value: Decimal, rule: &NumberRule) -> Parsed<Decimal> {
    if value.scale() > 0 && rule.whole && !value.fract().is_zero() {
        let nearest = value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        return Parsed::unreadable(
            Finding::new(Code::ConstraintError, "fraction").expected(nearest.to_string()),
        );
    }
    if !within(value, rule) {
        return Parsed::unreadable(out_of_bounds(value, rule));
    }
    if value.scale() <= rule.decimals {
        return Parsed::exact(value);
    }
    let rounded =
        value.round_dp_with_strategy(rule.decimals, RoundingStrategy::MidpointAwayFromZero);
    // What is left of a sum of binary numbers is far smaller than any decimal that somebody typed.
    let noise = Decimal::new(1, rule.decimals + 6);
    if (value - rounded).abs() <= noise {
        return Parsed::exact(rounded);
    }
    let finding = Finding::new(Code::ValueCorrected, "rounded").suggestion(rounded.to_string());
    Parsed::exact(rounded).with(finding)
}

fn out_of_bounds(value: Decimal, rule: &NumberRule) -> Finding {
    let below = rule.min.is_some_and(|min| value < min);
    let reason = match (below, rule.min) {
        (true, Some(min)) if min.is_zero() => "negative",
        (true, _) => "below-minimum",
        (false, _) => "above-maximum",
    };
    let bound = |bound: Option<Decimal>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    let expected = match reason {
        "negative" => "≥ 0".to_owned(),
        _ => format!("{}–{}", bound(rule.min), bound(rule.max)),
    };
    Finding::new(Code::ConstraintError, reason).expected(expected)
}
