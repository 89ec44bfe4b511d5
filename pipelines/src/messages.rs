//! Texts in Finnish, Swedish and English: one Fluent bundle per language, made of `locales/<language>/*.ftl`.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::{LanguageIdentifier, langid};

use crate::language::Language;

/// The text files, as built in.
pub static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

static FINNISH: LazyLock<Messages> = LazyLock::new(|| Messages::load(Language::Fi));
static SWEDISH: LazyLock<Messages> = LazyLock::new(|| Messages::load(Language::Sv));
static ENGLISH: LazyLock<Messages> = LazyLock::new(|| Messages::load(Language::En));

/// A value put into a text.
pub type Argument<'a> = (&'static str, FluentValue<'a>);

/// The texts of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The texts of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Messages {
        match language {
            Language::Fi => &FINNISH,
            Language::Sv => &SWEDISH,
            Language::En => &ENGLISH,
        }
    }

    /// Which language it is.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    fn load(language: Language) -> Messages {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Fi | Language::Sv => spaced,
            Language::En => with_commas,
        }));
        let folder = LOCALES.get_dir(language.code());
        for file in folder.into_iter().flat_map(Dir::files) {
            let source = file.contents_utf8().unwrap_or_default().to_owned();
            // What Fluent cannot parse it leaves out; a test refuses files with such parts.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        Messages { language, bundle }
    }

    /// A number with a decimal point as the language writes it.
    #[must_use]
    pub fn decimal(&self, number: &str) -> String {
        match self.language {
            Language::En => number.to_owned(),
            Language::Fi | Language::Sv => number.replace('.', ","),
        }
    }

    /// A percentage with a decimal point as the language writes it (CLDR).
    #[must_use]
    pub fn percent(&self, number: &str) -> String {
        let space = match self.language {
            Language::En => "",
            Language::Fi | Language::Sv => "\u{a0}",
        };
        format!("{}{space}%", self.decimal(number))
    }

    /// A text without values.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A text with values; the key itself if there is no such text, which a test rules out for all keys used.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &[Argument<'_>]) -> String {
        self.find(key, None, arguments)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key, or of one of its attributes, if there is one.
    #[must_use]
    pub fn find(
        &self,
        key: &str,
        attribute: Option<&str>,
        arguments: &[Argument<'_>],
    ) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let values: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let mut faults = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut faults);
        Some(text.into_owned())
    }
}

/// The keys of all texts of a language, without their attributes, in the order of the files.
#[must_use]
pub fn keys(language: Language) -> Vec<&'static str> {
    let folder = LOCALES.get_dir(language.code());
    folder
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(include_dir::File::contents_utf8)
        .flat_map(str::lines)
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .collect()
}

fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::Fi => langid!("fi-FI"),
        Language::Sv => langid!("sv-FI"),
        Language::En => langid!("en-GB"),
    }
}

/// Sets the thousands of whole numbers apart with no-break spaces, as in Finnish and Swedish.
fn spaced<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '\u{a0}')
}

/// Sets the thousands of whole numbers apart with commas, as in English.
fn with_commas<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ',')
}

fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string().into_owned();
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    (whole && digits.len() > 3).then(|| group(&digits, separator))
}

fn group(digits: &str, separator: char) -> String {
    let mut text = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(group("12345", '\u{a0}'), "12\u{a0}345");
        assert_eq!(group("1234567", ','), "1,234,567");
    }

    #[test]
    fn percentages_are_written_as_the_language_does() {
        let of = |language| Messages::of(language).percent("41.5");
        assert_eq!(of(Language::En), "41.5%");
        assert_eq!(of(Language::Sv), "41,5\u{a0}%");
    }

    #[test]
    fn an_unknown_key_is_shown_as_itself() {
        assert_eq!(
            Messages::of(Language::Fi).text("no-such-key"),
            "no-such-key"
        );
    }
}
