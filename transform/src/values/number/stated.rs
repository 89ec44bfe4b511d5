//! What a label or title says about the unit of the numbers below it: `Kesto (min)`, `Summa (1000 €)` (READING.md R17).

use rust_decimal::Decimal;

use super::Unit;
use super::units::{Conversion, conversion};
use crate::values::fold;

/// What the numbers of a column without a unit of their own stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stated {
    /// The unit of the field.
    #[default]
    AsField,
    /// Another unit of the same thing: times this factor, with a notice.
    Times(Decimal),
    /// Hours and minutes with a point, comma or colon between them: `h:min`.
    Clock,
    /// A unit that cannot be one of the field.
    Foreign,
}

/// Thousands of euros in words of labels; numbers have other ones behind them.
const THOUSANDS: &str = "t€ k€ te teur keur tuhatta tuhansia tuhansina tuhansissa tuhat tusen tusental tkr thousand thousands \
    tuhateuroa";
/// Thousands before or behind `euroa` in a title.
const MULTIPLES: &str = "tuhatta tuhansia tuhansina tuhansissa tusental tusentals thousands";
/// Thousands of euros in one word, in a title.
const THOUSANDS_IN_ONE: &str = "t€ k€ teur keur tuhateuroa tuhateuroina tuhateuroissa";
const EUROS: &str = "€ e eur euro euroa euroja euroina euroissa euron euros";
/// Millions of euros.
const MILLIONS: &str = "m€ meur milj miljoonaa miljoonia miljoner miljon million millions";
const MINUTES: &str =
    "min minuuttia minuutit minuutteina minuuteissa minuutti minuter minutes mins";
/// Times that are no certain number of hours.
const DAYS: &str =
    "pv pvä päivää päivät päivinä päivä vrk dag dagar dygn days vko viikkoa viikot veckor weeks";
/// Hours and minutes of `h:min`, `tt.mm`, `tunnit ja minuutit`.
const CLOCK_HOURS: &str = "h hh t tt tim tunnit tunteja tuntia timmar hours";
const CLOCK_MINUTES: &str = "min mm m minuutit minuutteja minuuttia minuter minutes";
const HOURS: &str = "h t tuntia tunnit tunteina tunti tim timmar timme hours hour";

/// What a label says about the unit of a field.
#[must_use]
pub fn stated(label: &str, field: Unit) -> Stated {
    let words = fold::words(label);
    let says = |listed: &str| {
        words
            .split(' ')
            .any(|word| listed.split_whitespace().any(|unit| unit == word))
    };
    match field {
        Unit::Hours if says(CLOCK_MINUTES) && says(CLOCK_HOURS) => Stated::Clock,
        Unit::Hours if says(MINUTES) => Stated::Times(Decimal::ONE / Decimal::from(60)),
        Unit::Hours if says(DAYS) && !says(HOURS) => Stated::Foreign,
        _ if is_share(label, field) => Stated::Foreign,
        Unit::Euro => in_euros(label, says),
        _ => in_brackets(label, field),
    }
}

/// Tells whether a label makes percents of the numbers below; `Valtionavustus 80 %` names euros.
fn is_share(label: &str, field: Unit) -> bool {
    let is_rate = |at: usize| {
        label[..at]
            .trim_end()
            .ends_with(|last: char| last.is_ascii_digit())
    };
    match label.find('%') {
        Some(at) => field.is_whole() || (!field.may_be_percent() && !is_rate(at)),
        None => false,
    }
}

/// What a title or note about the whole table says about the unit of its amounts. A label says less about other things
/// than a title does: `Tuhat kiitosta!` and `Tusen tack` are about no euros.
#[must_use]
pub fn stated_by_title(title: &str) -> Stated {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '€'))
        .filter(|word| !word.is_empty())
        .collect();
    let is = |word: &str, listed: &str| listed.split_whitespace().any(|other| other == word);
    let amounts = words.windows(2).enumerate().any(|(at, pair)| {
        let multiple = is(pair[0], MULTIPLES) && is(pair[1], EUROS)
            || is(pair[1], MULTIPLES) && is(pair[0], EUROS);
        let counted = at > 0 && words[at - 1].ends_with(|last: char| last.is_ascii_digit());
        multiple && !counted
    });
    let unit_alone = lower
        .split([',', ':', ';', '(', ')', '[', ']', '\n', '–'])
        .map(str::trim)
        .any(|part| is_thousand_euros(part) || is_thousand_euros(behind_costs(part)));
    let in_one_word = words.iter().any(|word| is(word, THOUSANDS_IN_ONE));
    if amounts || unit_alone || in_one_word || has_sign(&lower, ['t', 'k']) {
        Stated::Times(Decimal::ONE_THOUSAND)
    } else if has_sign(&lower, ['m', 'm']) || words.contains(&"meur") {
        Stated::Times(Decimal::from(1_000_000))
    } else {
        Stated::AsField
    }
}

/// What a unit beside a number says of it: `t€`, `1000 kpl`. Of amounts any unit but euros is foreign; what else is counted,
/// reporters call by many names.
#[must_use]
pub fn stated_by_unit(text: &str, field: Unit) -> Stated {
    let unit = text.trim().to_lowercase();
    let thousand = ["1000 ", "1 000 ", "1000", "tuhatta ", "tusen "];
    let rest = thousand.iter().find_map(|prefix| unit.strip_prefix(prefix));
    match (conversion(&unit, field), rest) {
        (Conversion::Times(factor), _) => Stated::Times(factor),
        (Conversion::None, _) => Stated::AsField,
        (_, Some(rest)) if conversion(rest, field) == Conversion::None => {
            Stated::Times(Decimal::ONE_THOUSAND)
        }
        _ if is_thousand_euros(&unit) => Stated::Times(Decimal::ONE_THOUSAND),
        _ if field == Unit::Euro => Stated::Foreign,
        _ => Stated::AsField,
    }
}

/// Tells whether a text (lower case) is nothing but `1000 €`, `1 000 euroa`, `tuhatta`.
fn is_thousand_euros(text: &str) -> bool {
    let squeezed: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let alone = [
        "tuhatta",
        "tuhansina",
        "tuhansissa",
        "tusental",
        "thousands",
        "te",
    ];
    alone.contains(&squeezed.as_str())
        || ["1000", "1.000", "tuhat", "tusen", "ituseneuro"]
            .iter()
            .any(|thousand| {
                squeezed
                    .strip_prefix(thousand)
                    .is_some_and(|unit| EUROS.split_whitespace().any(|euros| euros == unit))
            })
}

/// What stands behind a word for costs: `kustannukset 1000 €`.
fn behind_costs(text: &str) -> &str {
    const COSTS: &str = "kustannukset kustannuksia kulut menot talous luvut summat kostnader kostnaderna utgifter belopp costs amounts";
    match text.split_once(' ') {
        Some((word, rest)) if COSTS.split_whitespace().any(|cost| cost == word) => rest,
        _ => text,
    }
}

fn in_euros(label: &str, says: impl Fn(&str) -> bool) -> Stated {
    let squeezed: String = label
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let thousand = ["1000€", "1000eur", "1000e)"];
    let lower = label.to_lowercase();
    if says(THOUSANDS)
        || thousand.iter().any(|sign| squeezed.contains(sign))
        || has_sign(&lower, ['t', 'k'])
    {
        Stated::Times(Decimal::ONE_THOUSAND)
    } else if says(MILLIONS) || has_sign(&lower, ['m', 'm']) {
        Stated::Times(Decimal::from(1_000_000))
    } else {
        Stated::AsField
    }
}

/// Tells whether one of the letters stands alone before a `€`; `Kustannukset €` are no thousands.
fn has_sign(label: &str, letters: [char; 2]) -> bool {
    label.match_indices('€').any(|(at, _)| {
        let before = label[..at].trim_end();
        let rest = before.strip_suffix(letters);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// A unit in brackets that counts something else: `Osallistujat (krt)`.
fn in_brackets(label: &str, field: Unit) -> Stated {
    let Some(inner) = label
        .rsplit_once(['(', '['])
        .and_then(|(_, rest)| rest.split([')', ']']).next())
    else {
        return Stated::AsField;
    };
    match conversion(&inner.to_lowercase(), field) {
        Conversion::Wrong => Stated::Foreign,
        _ => Stated::AsField,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_tells_another_unit_of_the_same_thing_r17() {
        let minutes = Stated::Times(Decimal::ONE / Decimal::from(60));
        for label in ["Kesto (min)", "Kesto, minuuttia", "Längd i minuter"] {
            assert_eq!(stated(label, Unit::Hours), minutes, "{label}");
        }
        let thousands = Stated::Times(Decimal::ONE_THOUSAND);
        for label in [
            "Summa (1000 €)",
            "Summa, t€",
            "Summa (k €)",
            "Kulut (1 000 eur)",
            "Belopp, tusen euro",
            "Tuhansia euroja",
        ] {
            assert_eq!(stated(label, Unit::Euro), thousands, "{label}");
        }
    }

    #[test]
    fn the_unit_of_the_field_and_no_unit_say_nothing_r17() {
        for (label, unit) in [
            ("Kesto (h)", Unit::Hours),
            ("Summa (€)", Unit::Euro),
            ("Kustannukset €", Unit::Euro),
            ("Toteutunut (€)", Unit::Euro),
            ("Belopp €", Unit::Euro),
            ("Palkat€", Unit::Euro),
            ("Valtionavustus 80 %", Unit::Euro),
            ("Osallistujat (hlö)", Unit::Persons),
            ("Osallistujat (lkm)", Unit::Persons),
            ("Kertoja", Unit::Times),
            ("Päivän kesto tunteina", Unit::Hours),
        ] {
            assert_eq!(stated(label, unit), Stated::AsField, "{label}");
        }
    }

    #[test]
    fn a_unit_of_something_else_is_foreign_r17() {
        assert_eq!(stated("Kesto (pv)", Unit::Hours), Stated::Foreign);
        assert_eq!(stated("Osallistujat %", Unit::Persons), Stated::Foreign);
        assert_eq!(stated("Osallistujat (krt)", Unit::Persons), Stated::Foreign);
    }
}
