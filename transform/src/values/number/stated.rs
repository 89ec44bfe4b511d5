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
    /// A unit that cannot be one of the field.
    Foreign,
}

/// Thousands of euros in words of labels; numbers have other ones behind them.
const THOUSANDS: &str = "t€ k€ te teur keur tuhatta tuhansia tuhansina tuhansissa tuhat tusen tusental tkr thousand thousands \
    tuhateuroa";
/// Millions of euros.
const MILLIONS: &str = "m€ meur milj miljoonaa miljoonia miljoner miljon million millions";
const MINUTES: &str =
    "min minuuttia minuutit minuutteina minuuteissa minuutti minuter minutes mins";
/// Times that are no certain number of hours.
const DAYS: &str =
    "pv pvä päivää päivät päivinä päivä vrk dag dagar dygn days vko viikkoa viikot veckor weeks";
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
        Unit::Hours if says(MINUTES) => Stated::Times(Decimal::ONE / Decimal::from(60)),
        Unit::Hours if says(DAYS) && !says(HOURS) => Stated::Foreign,
        Unit::Euro => in_euros(label, says),
        _ if field.is_whole() && label.contains('%') => Stated::Foreign,
        _ => in_brackets(label, field),
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
