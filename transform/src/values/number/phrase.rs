//! A number with what is said around it: modifiers, ranges, units, numerals in words (READING.md R17 and R19).

use rust_decimal::{Decimal, RoundingStrategy};

use super::NumberRule;
use super::digits::{Figures, Mark, figures, is_break};
use super::duration;
use super::numerals::numeral;
use super::units::{Conversion, conversion};
use super::{Stated, Unit, modifiers};
use crate::facts::Quality;
use crate::values::state::is_dash;

/// A number as understood, before bounds and decimals are checked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    pub(super) value: Decimal,
    pub(super) quality: Option<Quality>,
    pub(super) ends: Option<(Decimal, Decimal)>,
    /// What was done to the number and is to be said: `converted` by its unit, taken for `negative`.
    pub(super) noticed: Option<&'static str>,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Refusal {
    /// A word without a number: `useita`.
    Vague,
    /// `1.234`: the value if the mark stands before decimals, and if it separates thousands; `1.30` hours: the value if
    /// it separates minutes, and if it stands before decimals.
    Ambiguous(Decimal, Decimal),
    /// Any other cause, with the number that can be seen, if any.
    Unreadable(&'static str, Option<Decimal>),
}

/// What is said of a number that its unit changed.
const CONVERTED: &str = "converted";

const NOT_A_NUMBER: Refusal = Refusal::Unreadable("not-a-number", None);

/// Reads a text (trimmed, not blank).
pub(super) fn amount(text: &str, rule: &NumberRule) -> Result<Amount, Refusal> {
    let lower = with_decimals(spaced(text));
    if let Some(credit) = credit(&lower, rule) {
        return negative(amount(credit, rule)?);
    }
    let text = unwrapped(&lower);
    let (quality, rest) = modifiers::leading(text);
    if modifiers::is_vague(rest) {
        return Err(Refusal::Vague);
    }
    if modifiers::is_zero(rest) {
        return Ok(plain(Decimal::ZERO));
    }
    let rest = match rule.unit {
        Unit::Euro => rest
            .trim_start_matches(['€', ' '])
            .trim_start_matches("eur "),
        _ => rest,
    };
    if rule.unit == Unit::Hours
        && let Some(hours) = duration::hours(rest)
    {
        return Ok(Amount {
            quality,
            ..plain(hours)
        });
    }
    match figures(rest) {
        Some(found) => in_figures(&found, rest, quality, rule),
        None => in_words(rest, quality, rule),
    }
}

/// A text in lower case with plain spaces; a line break or tab between two digits stays and divides them.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut behind_digit = false;
    let mut characters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(character) = characters.next() {
        let before_digit = characters.peek().is_some_and(char::is_ascii_digit);
        if !character.is_whitespace() {
            spaced.push(character);
        } else if is_break(character) && behind_digit && before_digit {
            spaced.push('\n');
        } else {
            spaced.push(' ');
        }
        behind_digit = character.is_ascii_digit();
    }
    spaced
}

/// What is credited, in the two spellings of bookkeeping: `(12,30)`, `120,40-`; the minus of `100,-` is none of an amount.
fn credit<'a>(text: &'a str, rule: &NumberRule) -> Option<&'a str> {
    if rule.unit != Unit::Euro {
        return None;
    }
    let bare = |text: &'a str| {
        let text = text.trim_end();
        let words = ["€", "eur", "euroa"];
        let without = words.iter().find_map(|word| text.strip_suffix(word));
        without.unwrap_or(text).trim_end()
    };
    let text = bare(text.trim());
    let first_is_digit = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let within = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    if let Some(within) = within {
        let within = within.trim().trim_start_matches(['€', ' ']);
        return first_is_digit(within).then_some(within);
    }
    let before = text.strip_suffix(is_dash)?;
    (first_is_digit(text) && before.ends_with(|last: char| last.is_ascii_digit())).then_some(before)
}

/// An amount taken for negative, which is said.
fn negative(amount: Amount) -> Result<Amount, Refusal> {
    if amount.ends.is_some() || amount.value.is_sign_negative() {
        return Err(NOT_A_NUMBER);
    }
    Ok(Amount {
        value: -amount.value,
        noticed: amount.noticed.or(Some("negative")),
        ..amount
    })
}

/// `2½` as `2,5`.
fn with_decimals(text: String) -> String {
    let fractions = [('½', ",5"), ('¼', ",25"), ('¾', ",75")];
    let Some((sign, decimals)) = fractions.into_iter().find(|(sign, _)| text.contains(*sign))
    else {
        return text;
    };
    match text.split_once(sign) {
        Some((before, after))
            if before
                .trim_end()
                .ends_with(|last: char| last.is_ascii_digit()) =>
        {
            format!("{}{decimals}{after}", before.trim_end())
        }
        Some((before, after)) => format!("{before}0{decimals}{after}"),
        None => text,
    }
}

/// A number and nothing else.
pub(super) fn plain(value: Decimal) -> Amount {
    Amount {
        value,
        quality: None,
        ends: None,
        noticed: None,
    }
}

/// A text without brackets around the whole of it, and without the apostrophe that marks text in spreadsheets.
fn unwrapped(text: &str) -> &str {
    let text = text.trim_start_matches('\'').trim();
    // `(12)` of what is no money may be a remark.
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    match inner {
        Some(inner) if !inner.starts_with(|first: char| first.is_ascii_digit()) => inner.trim(),
        _ => text,
    }
}

fn in_figures(
    found: &Figures,
    text: &str,
    quality: Option<Quality>,
    rule: &NumberRule,
) -> Result<Amount, Refusal> {
    let rest = &text[found.length..];
    // `5.10.` is a day of October.
    if found.decimal_mark == Some(Mark::Point) && rest.starts_with('.') {
        return Err(NOT_A_NUMBER);
    }
    let value = settled(found, rule)?;
    if let Some(second) = modifiers::range_end(rest) {
        return range(value, second, rule);
    }
    let rest = without_price_dash(rest, rule);
    let (after, rest) = modifiers::trailing(rest);
    let quality = quality.or(after);
    let amount = Amount {
        quality,
        ..plain(value)
    };
    with_unit(amount, rest, rule)
}

/// The value of figures, with `1.234` decided by the style of the column.
fn settled(found: &Figures, rule: &NumberRule) -> Result<Decimal, Refusal> {
    let Some((mark, whole)) = found.ambiguous else {
        return match duration::ambiguous(found, rule) {
            Some((decimal, clock)) => Err(Refusal::Ambiguous(clock, decimal)),
            None => Ok(found.value),
        };
    };
    match rule.style.is_decimal(mark) {
        Some(true) => Ok(found.value),
        Some(false) => Ok(whole),
        None => Err(Refusal::Ambiguous(found.value, whole)),
    }
}

/// `5–10` in a field of whole numbers: the midpoint rounded up, with both ends.
fn range(low: Decimal, rest: &str, rule: &NumberRule) -> Result<Amount, Refusal> {
    let found = figures(rest).ok_or(NOT_A_NUMBER)?;
    let high = settled(&found, rule)?;
    if !rule.whole || high <= low || low.is_sign_negative() {
        return Err(Refusal::Unreadable("range", None));
    }
    let middle = (low + high) / Decimal::TWO;
    let amount = Amount {
        value: middle.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero),
        quality: Some(Quality::Range),
        ends: Some((low, high)),
        noticed: None,
    };
    with_unit(amount, &rest[found.length..], rule)
}

/// The text behind a price without its `,-` or `:-`.
fn without_price_dash<'a>(text: &'a str, rule: &NumberRule) -> &'a str {
    let dashed = (rule.unit == Unit::Euro)
        .then(|| text.strip_prefix([',', ':', '.']))
        .flatten();
    match dashed {
        Some(rest) if rest.starts_with(is_dash) => rest.trim_start_matches(is_dash),
        _ => text,
    }
}

fn with_unit(amount: Amount, rest: &str, rule: &NumberRule) -> Result<Amount, Refusal> {
    match conversion(rest, rule.unit) {
        Conversion::None if rest.trim().is_empty() => as_stated(amount, rule),
        Conversion::None => Ok(amount),
        Conversion::Times(factor) => times(amount, factor),
        Conversion::Wrong => Err(Refusal::Unreadable("unit", None)),
        Conversion::Unknown => {
            // What a cell with several numbers or of thousands means, nobody can suggest.
            const MULTIPLES: [&str; 5] = ["tuha", "tusen", "milj", "k€", "t€"];
            let rest = rest.trim().to_lowercase();
            // Nor is the number without the dash behind it what was meant.
            let only = !rest.contains(|character: char| character.is_ascii_digit())
                && !rest.starts_with(is_dash)
                && !MULTIPLES.iter().any(|word| rest.starts_with(word));
            Err(Refusal::Unreadable(
                "not-a-number",
                only.then_some(amount.value),
            ))
        }
    }
}

/// A number without a unit of its own stands for what the label of its column says.
pub(super) fn as_stated(amount: Amount, rule: &NumberRule) -> Result<Amount, Refusal> {
    match rule.stated {
        Stated::AsField => Ok(amount),
        Stated::Times(factor) => times(amount, factor),
        Stated::Clock => {
            let hours = duration::below_clock(amount.value);
            Ok(Amount {
                value: hours.ok_or(Refusal::Unreadable("unit", None))?,
                noticed: (amount.value.scale() > 0).then_some(CONVERTED),
                ..amount
            })
        }
        Stated::Foreign => Err(Refusal::Unreadable("unit", None)),
    }
}

fn times(amount: Amount, factor: Decimal) -> Result<Amount, Refusal> {
    let value = amount.value.checked_mul(factor);
    Ok(Amount {
        value: value.ok_or(Refusal::Unreadable("too-large", None))?,
        noticed: Some(CONVERTED),
        ..amount
    })
}

fn in_words(text: &str, quality: Option<Quality>, rule: &NumberRule) -> Result<Amount, Refusal> {
    let words: Vec<_> = text
        .split(|character: char| character == ' ' || is_dash(character))
        .filter(|word| !word.is_empty())
        .collect();
    let (found, count) = numeral(&words).ok_or(NOT_A_NUMBER)?;
    let approximate = found.approximate.then_some(Quality::Approximate);
    let amount = Amount {
        quality: quality.or(approximate),
        ..plain(found.value)
    };
    with_unit(amount, &words[count..].join(" "), rule)
}
