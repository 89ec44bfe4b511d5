//! Texts of a language, from `locales/*.ftl`.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use super::Numbers;
use crate::language::Language;

/// Arguments of a text, by name.
pub type Arguments<'a> = &'a [(&'a str, FluentValue<'a>)];

/// The texts of a language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts of a language.
    ///
    /// # Panics
    ///
    /// Never: a test reads all texts.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let resource = FluentResource::try_new(source(language).to_owned())
            .map_err(|(_, errors)| errors)
            .expect("the texts built in are well formed");
        let mut bundle = FluentBundle::new(vec![identifier(language)]);
        // No invisible marks around values: they would end up in what is copied and searched.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Finnish => |value, _| whole_number(value, Language::Finnish),
            Language::Swedish => |value, _| whole_number(value, Language::Swedish),
            Language::English => |value, _| whole_number(value, Language::English),
        }));
        bundle
            .add_resource(resource)
            .expect("no text is there twice");
        Texts { bundle }
    }

    /// A text without arguments; `key.attribute` names an attribute.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// A text with arguments. A key without a text gives the key itself, so that a page is still written.
    #[must_use]
    pub fn tell(&self, key: &str, arguments: Arguments) -> String {
        let (name, attribute) = key
            .split_once('.')
            .map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let Some(message) = self.bundle.get_message(name) else {
            return key.to_owned();
        };
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        };
        let Some(pattern) = pattern else {
            return key.to_owned();
        };
        let arguments: FluentArgs = arguments
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let mut faults = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut faults)
            .into_owned()
    }

    /// Tells whether there is a text with this key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// Writes whole numbers in texts as the language does; the texts get no others.
fn whole_number(value: &FluentValue, language: Language) -> Option<String> {
    thread_local! {
        static NUMBERS: [Numbers; 3] =
            [Language::Finnish, Language::Swedish, Language::English].map(Numbers::of);
    }
    let FluentValue::Number(number) = value else {
        return None;
    };
    let text = format!("{:.0}", number.value);
    let whole: u64 = text.parse().ok()?;
    Some(NUMBERS.with(|numbers| numbers[language as usize].whole(whole)))
}

fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::Finnish => langid!("fi-FI"),
        Language::Swedish => langid!("sv-FI"),
        Language::English => langid!("en-GB"),
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Finnish => include_str!("../../locales/fi.ftl"),
        Language::Swedish => include_str!("../../locales/sv.ftl"),
        Language::English => include_str!("../../locales/en.ftl"),
    }
}
