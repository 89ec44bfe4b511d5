//! Words, numbers, dates and order of a language.

mod format;
mod inflection;
mod order;
mod texts;

pub use format::Numbers;
pub(crate) use format::minus;
pub use inflection::elative_suffix;
pub use order::Order;
pub use texts::{Arguments, Texts};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::language::Language;

/// Everything that depends on the language of a page.
pub struct Words {
    /// The language.
    pub language: Language,
    /// Texts.
    pub texts: Texts,
    /// Numbers and dates.
    pub numbers: Numbers,
    /// Alphabetical order.
    pub order: Order,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Words {
            language,
            texts: Texts::of(language),
            numbers: Numbers::of(language),
            order: Order::of(language),
        }
    }

    /// A text without arguments.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.texts.say(key)
    }

    /// A text with arguments.
    #[must_use]
    pub fn tell(&self, key: &str, arguments: Arguments) -> String {
        self.texts.tell(key, arguments)
    }

    /// A whole number.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.numbers.whole(count)
    }

    /// A number with this many decimals.
    #[must_use]
    pub fn number(&self, value: Decimal, decimals: u32) -> String {
        self.numbers.decimal(value, decimals)
    }

    /// A month with its year: `lokakuu 2018`.
    #[must_use]
    pub fn month(&self, month: NaiveDate) -> String {
        format!("{}\u{a0}{}", self.month_name(month), month.year())
    }

    /// A month with its year in a form: `in` (`lokakuussa 2018`), `of` (`lokakuun 2018`), `from` (`lokakuusta 2018`).
    #[must_use]
    pub fn month_in_form(&self, month: NaiveDate, form: &str) -> String {
        let name = self.say(&format!("month-{}.{form}", month.month()));
        format!("{name}\u{a0}{}", month.year())
    }

    /// A text with its first letter made a capital, as at the start of a sentence.
    #[must_use]
    pub fn sentence(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }

    /// The name of a month.
    #[must_use]
    pub fn month_name(&self, month: NaiveDate) -> String {
        self.say(&format!("month-{}", month.month()))
    }

    /// A month in the width of a chart's axis: `10/18`.
    #[must_use]
    pub fn short_month(&self, month: NaiveDate) -> String {
        format!("{}/{:02}", month.month(), month.year() % 100)
    }

    /// A date: `10.11.2018`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        self.numbers.date(date)
    }
}
