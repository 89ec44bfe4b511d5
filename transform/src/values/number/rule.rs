//! What a field asks of a number.

use kooste_ingest::vocabulary::FieldKind;
use rust_decimal::Decimal;

use super::{NumberStyle, Stated};
use crate::programme::{CodeEntry, Field};

/// Unit of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// None, or one that no rule depends on.
    Any,
    /// Persons.
    Persons,
    /// Families.
    Families,
    /// Visits.
    Visits,
    /// How often.
    Times,
    /// Things counted.
    Count,
    /// Hours.
    Hours,
    /// Euros.
    Euro,
    /// Months of one person's work.
    PersonMonths,
}

impl Unit {
    /// The unit of this name; [`Unit::Any`] for others.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "persons" => Unit::Persons,
            "families" => Unit::Families,
            "visits" => Unit::Visits,
            "times" => Unit::Times,
            "count" => Unit::Count,
            "hours" => Unit::Hours,
            "euro" => Unit::Euro,
            "person-months" => Unit::PersonMonths,
            _ => Unit::Any,
        }
    }

    /// Tells whether a number with `%` stands for itself: of euros, hours and person-months it is a share of something.
    #[must_use]
    pub(super) fn may_be_percent(self) -> bool {
        !matches!(self, Unit::Euro | Unit::Hours | Unit::PersonMonths)
    }

    /// Tells whether it counts something that has no fractions (READING.md R18).
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(
            self,
            Unit::Persons | Unit::Families | Unit::Visits | Unit::Times | Unit::Count
        )
    }
}

/// Most hours of one record: there are no more in a month.
const MOST_HOURS: i64 = 31 * 24;
/// Most people or times of one record: more is a slip of the keyboard or something else, as a telephone number.
const MOST_OF_A_RECORD: i64 = 100_000;
/// Most that an indicator counts in a month: twice the people of the country.
const MOST_OF_A_COUNTRY: i64 = 11_000_000;

/// Most euros of one record, to either side: more than a large city spends in a month.
const MOST_EUROS: i64 = 999_999_999;
/// Most of anything else that an indicator measures: sums of a thousand such still fit their columns.
const MOST_OF_AN_INDICATOR: i64 = 99_999_999_999;

/// What a field or an indicator asks of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberRule {
    /// Unit.
    pub unit: Unit,
    /// Whether fractions are refused.
    pub whole: bool,
    /// Least value allowed.
    pub min: Option<Decimal>,
    /// Greatest value allowed.
    pub max: Option<Decimal>,
    /// Decimals kept; more are rounded half up with `value-corrected`.
    pub decimals: u32,
    /// Whether a dash is zero (`dash = "zero"` of a source).
    pub dash_is_zero: bool,
    /// How the column writes its numbers.
    pub style: NumberStyle,
    /// What the column's label says that its numbers stand for.
    pub stated: Stated,
}

impl NumberRule {
    /// The rule of a field: counts are whole and not negative, decimals are not negative, money may be.
    #[must_use]
    pub fn for_field(field: &Field) -> Self {
        let unit = Unit::named(field.unit.as_deref().unwrap_or(""));
        match field.kind {
            FieldKind::Count => NumberRule::count(unit),
            FieldKind::Money => NumberRule::money(),
            _ => NumberRule {
                // Values without a unit of their own keep four decimals, hours and person-months two.
                decimals: if field.unit.is_none() { 4 } else { 2 },
                ..NumberRule::decimal(unit)
            },
        }
    }

    /// The rule of a value whose meaning a code gives, by the code's attributes `unit`, `min` and `max`.
    #[must_use]
    pub fn for_code(entry: &CodeEntry) -> Self {
        let attribute = |name: &str| entry.attributes.get(name);
        let unit = attribute("unit").map_or(Unit::Any, |name| Unit::named(name));
        let most = if unit.is_whole() {
            MOST_OF_A_COUNTRY
        } else {
            MOST_OF_AN_INDICATOR
        };
        let bound = |name: &str| attribute(name).and_then(|text| text.parse().ok());
        NumberRule {
            whole: unit.is_whole(),
            min: Some(bound("min").unwrap_or(Decimal::ZERO)),
            max: Some(bound("max").unwrap_or(Decimal::from(most))),
            decimals: 4,
            ..NumberRule::decimal(unit)
        }
    }

    /// Whole, not negative, no more than one event or group can have.
    #[must_use]
    pub fn count(unit: Unit) -> Self {
        NumberRule {
            whole: true,
            max: Some(Decimal::from(MOST_OF_A_RECORD)),
            decimals: 0,
            ..NumberRule::decimal(unit)
        }
    }

    /// Not negative, two decimals, with a unit no more than one record can have.
    #[must_use]
    pub fn decimal(unit: Unit) -> Self {
        let most = match unit {
            Unit::Any => 99_999_999,
            Unit::Hours => MOST_HOURS,
            _ => MOST_OF_A_RECORD,
        };
        NumberRule {
            unit,
            whole: false,
            min: Some(Decimal::ZERO),
            max: Some(Decimal::from(most)),
            decimals: 2,
            dash_is_zero: false,
            style: NumberStyle::default(),
            stated: Stated::AsField,
        }
    }

    /// Euros and cents, negative for corrections.
    #[must_use]
    pub fn money() -> Self {
        NumberRule {
            min: Some(Decimal::from(-MOST_EUROS)),
            max: Some(Decimal::from(MOST_EUROS)),
            ..NumberRule::decimal(Unit::Euro)
        }
    }

    /// The same with the style that the column shows.
    #[must_use]
    pub fn with_style(mut self, style: NumberStyle) -> Self {
        self.style = style;
        self
    }
}
