//! The languages of what people receive.

use icu_locale::{Locale, locale};

use crate::error::ReportError;

/// A language in which pages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Finnish of Finland.
    Finnish,
    /// Swedish of Finland.
    Swedish,
    /// English of Great Britain.
    English,
}

impl Language {
    /// The language with this code (`fi`, `sv`, `en`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "fi" => Some(Language::Finnish),
            "sv" => Some(Language::Swedish),
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// The languages with these codes, in their order.
    ///
    /// # Errors
    ///
    /// [`ReportError::Language`] for a code without texts.
    pub fn of_codes(codes: &[String]) -> Result<Vec<Self>, ReportError> {
        codes
            .iter()
            .map(|code| Self::from_code(code).ok_or_else(|| ReportError::Language(code.clone())))
            .collect()
    }

    /// The code, as in file names and in the attribute `lang`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::Finnish => "fi",
            Language::Swedish => "sv",
            Language::English => "en",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Finnish => "Suomi",
            Language::Swedish => "Svenska",
            Language::English => "English",
        }
    }

    /// The locale whose conventions numbers, dates and sorting follow.
    pub(crate) fn locale(self) -> Locale {
        match self {
            Language::Finnish => locale!("fi-FI"),
            Language::Swedish => locale!("sv-FI"),
            Language::English => locale!("en-GB"),
        }
    }
}
