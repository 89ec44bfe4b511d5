//! The language of what the command says: `--lang`, else the environment, else Finnish.

use std::ffi::OsString;

/// A language that Kooste speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, clap::ValueEnum)]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Language; 3] = [Language::Fi, Language::Sv, Language::En];

    /// The code, e.g. `fi`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::Fi => "fi",
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// The language with this code, if it is one of ours.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The language of a locale such as `sv_FI.UTF-8`: none if it says nothing (`C`, `POSIX`), English for a
    /// language that Kooste does not speak.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Language> {
        let code = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        match code.as_str() {
            "" | "c" | "posix" => None,
            other => Some(Language::from_code(other).unwrap_or(Language::En)),
        }
    }

    /// The language of the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
    /// Finnish where it says nothing: the agents' laptops often say nothing at all.
    #[must_use]
    pub fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty())
            .and_then(|locale| Language::from_locale(&locale))
            .unwrap_or(Language::Fi)
    }

    /// The language to use before the arguments are parsed, so that a complaint about them is understood:
    /// a readable `--lang` anywhere before `--`, else the environment.
    #[must_use]
    pub fn of_arguments(
        arguments: &[OsString],
        variable: impl Fn(&str) -> Option<String>,
    ) -> Language {
        let mut typed = None;
        let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
        while let Some(word) = words.next() {
            let value = match word {
                "--" => break,
                "--lang" => words.next(),
                _ => word.strip_prefix("--lang="),
            };
            typed = value.and_then(Language::from_code).or(typed);
        }
        typed.unwrap_or_else(|| Language::from_environment(variable))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Language::from_locale("sv_FI.UTF-8"), Some(Language::Sv));
        assert_eq!(Language::from_locale("fi"), Some(Language::Fi));
        assert_eq!(Language::from_locale("de_DE.UTF-8"), Some(Language::En));
        assert_eq!(Language::from_locale("C.UTF-8"), None);
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let set = |name: &str| match name {
            "LC_ALL" => Some(String::new()),
            "LC_MESSAGES" => Some("sv_SE".to_owned()),
            "LANG" => Some("en_GB".to_owned()),
            _ => None,
        };
        assert_eq!(Language::from_environment(set), Language::Sv);
        assert_eq!(Language::from_environment(|_| None), Language::Fi);
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are_parsed() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let none = |_: &str| None;
        assert_eq!(
            Language::of_arguments(&words("kooste run --lang sv --bogus"), none),
            Language::Sv
        );
        assert_eq!(
            Language::of_arguments(&words("kooste --lang=en"), none),
            Language::En
        );
        assert_eq!(
            Language::of_arguments(&words("kooste check -- --lang=en"), none),
            Language::Fi
        );
    }
}
