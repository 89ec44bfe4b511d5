//! Numbers and dates as the language writes them (CLDR: fi-FI, sv-FI, en-GB).

use chrono::{Datelike, NaiveDate};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::language::Language;

/// Writes numbers and dates.
pub struct Numbers {
    language: Language,
    formatter: DecimalFormatter,
}

impl Numbers {
    /// The conventions of a language.
    ///
    /// # Panics
    ///
    /// Never: the numbers of the three languages are compiled in.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Numbers {
            language,
            formatter: DecimalFormatter::try_new(
                language.locale().into(),
                DecimalFormatterOptions::default(),
            )
            .expect("the numbers of the three languages are compiled in"),
        }
    }

    /// A whole number: `1 234`.
    #[must_use]
    pub fn whole(&self, number: u64) -> String {
        let number = fixed_decimal::Decimal::from(number);
        self.formatter.format(&number).to_string()
    }

    /// A number with this many decimals, halves rounded away from zero: `1 234,5`.
    #[must_use]
    pub fn decimal(&self, value: Decimal, decimals: u32) -> String {
        let rounded =
            value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let rounded = if rounded.is_zero() {
            rounded.abs()
        } else {
            rounded
        };
        let plain = format!("{rounded:.0$}", decimals as usize);
        match fixed_decimal::Decimal::try_from_str(&plain) {
            Ok(number) => self.formatter.format(&number).to_string(),
            Err(_) => plain,
        }
    }

    /// A difference with its sign: `+12`, `−3`, `±0`; in English `-3`.
    #[must_use]
    pub fn signed(&self, value: Decimal, decimals: u32) -> String {
        let (sign, magnitude) = self.parted(value, decimals);
        format!("{sign}{}", self.decimal(magnitude, decimals))
    }

    /// A difference in per cent with its sign: `+5 %`, in English `+5%`.
    #[must_use]
    pub fn signed_percent(&self, percent: Decimal, decimals: u32) -> String {
        let (sign, magnitude) = self.parted(percent, decimals);
        format!("{sign}{}", self.percent(magnitude, decimals))
    }

    /// A difference in euros with its sign: `+5 538 €`, in English `+€5,538`.
    #[must_use]
    pub fn signed_euros(&self, amount: Decimal, decimals: u32) -> String {
        let (sign, magnitude) = self.parted(amount, decimals);
        format!("{sign}{}", self.euros(magnitude, decimals))
    }

    /// The sign of a difference as the language writes it, and its magnitude, rounded.
    fn parted(&self, value: Decimal, decimals: u32) -> (&'static str, Decimal) {
        let rounded =
            value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        let sign = if rounded.is_zero() {
            "±"
        } else if rounded.is_sign_positive() {
            "+"
        } else {
            self.minus()
        };
        (sign, rounded.abs())
    }

    /// The minus sign of CLDR.
    #[must_use]
    pub fn minus(&self) -> &'static str {
        minus(self.language)
    }

    /// A share in per cent, which are given: `87 %` in Finnish and Swedish, `87%` in English.
    #[must_use]
    pub fn percent(&self, percent: Decimal, decimals: u32) -> String {
        let number = self.decimal(percent, decimals);
        match self.language {
            Language::English => format!("{number}%"),
            _ => format!("{number}\u{a0}%"),
        }
    }

    /// An amount in euros: `1 234 €`, `€1,234`.
    #[must_use]
    pub fn euros(&self, amount: Decimal, decimals: u32) -> String {
        let number = self.decimal(amount, decimals);
        match (self.language, number.strip_prefix(self.minus())) {
            (Language::English, Some(magnitude)) => format!("{}€{magnitude}", self.minus()),
            (Language::English, None) => format!("€{number}"),
            _ => format!("{number}\u{a0}€"),
        }
    }

    /// A time of day that is given as `08:14`: `8.14`, in English as it is.
    #[must_use]
    pub fn time(&self, time: &str) -> String {
        match self.language {
            Language::English => time.to_owned(),
            _ => time.strip_prefix('0').unwrap_or(time).replace(':', "."),
        }
    }

    /// A date: `10.11.2018`, in English `10/11/2018`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        match self.language {
            Language::English => format!("{day:02}/{month:02}/{year}"),
            _ => format!("{day}.{month}.{year}"),
        }
    }
}

/// The minus sign of CLDR in a language; `the_minus_sign_is_that_of_cldr` compares it with ICU's.
pub(crate) fn minus(language: Language) -> &'static str {
    match language {
        Language::English => "-",
        Language::Finnish | Language::Swedish => "\u{2212}",
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::Numbers;
    use crate::language::Language;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_follow_the_language() {
        let [fi, sv, en] =
            [Language::Finnish, Language::Swedish, Language::English].map(Numbers::of);
        assert_eq!(fi.decimal(decimal("1234.5"), 1), "1\u{a0}234,5");
        assert_eq!(
            sv.decimal(decimal("1234567.5"), 2),
            "1\u{a0}234\u{a0}567,50"
        );
        assert_eq!(en.decimal(decimal("1234.5"), 1), "1,234.5");
        assert_eq!(fi.percent(decimal("87.1"), 0), "87\u{a0}%");
        assert_eq!(en.percent(decimal("87.1"), 0), "87%");
        assert_eq!(fi.euros(decimal("-12.345"), 2), "\u{2212}12,35\u{a0}€");
        assert_eq!(en.euros(decimal("2300000"), 0), "€2,300,000");
    }

    #[test]
    fn differences_carry_their_sign_and_nothing_is_minus_zero() {
        let fi = Numbers::of(Language::Finnish);
        assert_eq!(fi.signed(decimal("12"), 0), "+12");
        assert_eq!(fi.signed(decimal("-3"), 0), "\u{2212}3");
        assert_eq!(fi.signed(decimal("0.2"), 0), "±0");
        assert_eq!(fi.decimal(decimal("-0.2"), 0), "0");
    }

    #[test]
    fn the_minus_sign_is_that_of_cldr() {
        for language in [Language::Finnish, Language::Swedish, Language::English] {
            let numbers = Numbers::of(language);
            let written = numbers.decimal(decimal("-3"), 0);
            assert_eq!(written, format!("{}3", numbers.minus()), "{language:?}");
        }
    }

    #[test]
    fn euros_and_per_cent_carry_their_sign_where_the_language_puts_it() {
        let [fi, en] = [Language::Finnish, Language::English].map(Numbers::of);
        assert_eq!(fi.signed_euros(decimal("5538.4"), 0), "+5\u{a0}538\u{a0}€");
        assert_eq!(en.signed_euros(decimal("5538.4"), 0), "+€5,538");
        assert_eq!(en.signed_euros(decimal("-1234.5"), 2), "-€1,234.50");
        assert_eq!(en.signed_euros(decimal("0.2"), 0), "±€0");
        assert_eq!(en.euros(decimal("-1234.5"), 2), "-€1,234.50");
        assert_eq!(en.euros(decimal("-0.2"), 0), "€0");
        assert_eq!(fi.signed_percent(decimal("-15.2"), 0), "\u{2212}15\u{a0}%");
        assert_eq!(en.signed_percent(decimal("-15.2"), 0), "-15%");
    }

    #[test]
    fn dates_follow_the_language() {
        let date = NaiveDate::from_ymd_opt(2018, 11, 9).unwrap();
        assert_eq!(Numbers::of(Language::Finnish).date(date), "9.11.2018");
        assert_eq!(Numbers::of(Language::English).date(date), "09/11/2018");
        assert_eq!(Numbers::of(Language::Finnish).time("08:14"), "8.14");
    }
}
