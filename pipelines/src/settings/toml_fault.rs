//! Faults of a TOML file with their place: what serde says is put into words, and the line is shown.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::failure::Phrase;
use crate::messages::Messages;

/// One fault at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the source.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: Phrase,
    /// One thing to try.
    pub hint: Option<Phrase>,
}

/// Reads a TOML text into a type that refuses unknown keys.
///
/// # Errors
/// The fault that serde or the TOML grammar found, with its place.
pub fn read<T: DeserializeOwned>(source: &str) -> Result<T, Fault> {
    toml::from_str(source).map_err(|error| Fault::from_toml(&error, source))
}

impl Fault {
    fn from_toml(error: &toml::de::Error, source: &str) -> Fault {
        let (message, hint) = words(error.message());
        Fault {
            span: line_span(error.span().unwrap_or(0..0), source),
            message,
            hint,
        }
    }

    /// The fault with its line, as it is shown: `path` is what the person calls the file.
    #[must_use]
    pub fn show(&self, path: &str, source: &str, messages: &Messages) -> String {
        let label = self.hint.as_ref().map(|hint| hint.say(messages));
        let annotation = AnnotationKind::Primary
            .span(self.span.clone())
            .label(label.unwrap_or_default());
        let name = messages.text("label-error");
        let group = Level::ERROR
            .with_name(name)
            .primary_title(self.message.say(messages))
            .element(Snippet::source(source).path(path).annotation(annotation));
        Renderer::plain().render(&[group])
    }
}

/// The first line of a span, so that a whole missing table does not fill the screen.
fn line_span(span: Range<usize>, source: &str) -> Range<usize> {
    let start = span.start.min(source.len());
    let end = span.end.clamp(start, source.len());
    let line = source[start..end].find('\n').map_or(end, |at| start + at);
    start..line
}

/// What serde and the TOML parser say, in our words. Both speak English with the names in backticks.
fn words(english: &str) -> (Phrase, Option<Phrase>) {
    let names = backticked(english);
    let first = names.first().copied().unwrap_or_default();
    let allowed = names.get(1..).unwrap_or_default();
    if english.starts_with("unknown field") {
        let message = Phrase::new("settings-unknown-key").with("key", first);
        return (message, Some(nearest_hint(first, allowed)));
    }
    if english.starts_with("unknown variant") {
        let message = Phrase::new("settings-unknown-value").with("value", first);
        return (message, Some(nearest_hint(first, allowed)));
    }
    if english.starts_with("missing field") {
        return (Phrase::new("settings-missing-key").with("key", first), None);
    }
    if english.starts_with("duplicate key") {
        return (Phrase::new("settings-duplicate-key"), None);
    }
    if let Some(rest) = english.strip_prefix("invalid type: ") {
        let (_, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return wanted(expected);
    }
    if let Some(rest) = english.strip_prefix("invalid value: ") {
        let (_, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return wanted(expected);
    }
    if english.starts_with("data did not match any variant") {
        return (Phrase::new("settings-wrong-value"), None);
    }
    let line = english.lines().next().unwrap_or_default();
    (Phrase::new("settings-syntax").with("detail", line), None)
}

/// What should stand there, in words that are none of a programming language.
fn wanted(expected: &str) -> (Phrase, Option<Phrase>) {
    let key = if expected.starts_with("struct Labels") {
        "settings-wants-names"
    } else if expected.starts_with("struct") || expected.starts_with("a map") {
        "settings-wants-table"
    } else if expected.starts_with("a sequence") {
        "settings-wants-list"
    } else if expected.starts_with("a string") {
        "settings-wants-text"
    } else if expected.starts_with("a boolean") {
        "settings-wants-truth"
    } else if expected.starts_with(['u', 'i']) {
        "settings-wants-whole-number"
    } else if expected.starts_with('f') {
        "settings-wants-number"
    } else {
        "settings-wrong-value"
    };
    (Phrase::new(key), None)
}

fn backticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Suggests the nearest of the allowed words, or lists them all where none is near.
#[must_use]
pub fn nearest_hint(word: &str, allowed: &[&str]) -> Phrase {
    match nearest(word, allowed.iter().copied()) {
        Some(near) => Phrase::new("hint-did-you-mean").with("word", near),
        None => Phrase::new("hint-allowed").with("allowed", allowed.join(", ")),
    }
}

/// The word most like the one typed, if any is like it at all.
#[must_use]
pub fn nearest<'a>(word: &str, allowed: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const LIKE: f64 = 0.75;
    allowed
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(score, _)| *score >= LIKE)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

/// One step of the way to a value of a TOML file.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// Key of a table.
    Key(&'a str),
    /// Index in an array.
    Index(usize),
}

/// The places of all values of a TOML file.
pub struct Places<'a> {
    source: &'a str,
    root: Option<Spanned<DeTable<'a>>>,
}

impl<'a> Places<'a> {
    /// Reads the places; a text that is no TOML has none.
    #[must_use]
    pub fn of(source: &'a str) -> Self {
        Places {
            source,
            root: DeTable::parse(source).ok(),
        }
    }

    /// The place of the value at the end of the way, or of the last value on the way that is there.
    #[must_use]
    pub fn find(&self, way: &[Step<'_>]) -> Range<usize> {
        let Some(root) = &self.root else {
            return 0..0;
        };
        let mut span = 0..0;
        let mut table: Option<&DeTable<'_>> = Some(root.get_ref());
        let mut value: Option<&DeValue<'_>> = None;
        for step in way {
            let next = match step {
                Step::Key(key) => table.and_then(|table| table.get(*key)),
                Step::Index(at) => value
                    .and_then(|value| value.as_array())
                    .and_then(|array| array.get(*at)),
            };
            let Some(next) = next else { break };
            span = next.span();
            value = Some(next.get_ref());
            table = next.get_ref().as_table();
        }
        line_span(span, self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Sample {
        languages: Vec<String>,
        due_day: u32,
    }

    fn shown(source: &str) -> String {
        let fault = read::<Sample>(source).expect_err("the sample is wrong");
        fault.show("kooste.toml", source, Messages::of(Language::En))
    }

    #[test]
    fn a_wrong_key_shows_line_column_and_the_nearest_key() {
        let text = shown("languages = [\"fi\"]\ndue_dya = 10\n");
        assert!(text.contains("unknown key `due_dya`"), "{text}");
        assert!(text.contains("kooste.toml:2:1"), "{text}");
        assert!(text.contains("did you mean `due_day`?"), "{text}");
    }

    #[test]
    fn a_value_of_the_wrong_kind_says_what_was_found_and_expected() {
        let text = shown("languages = [\"fi\"]\ndue_day = \"ten\"\n");
        assert!(text.contains("kooste.toml:2:11"), "{text}");
        assert!(text.contains("a whole number is wanted here"), "{text}");
    }

    #[test]
    fn a_missing_key_is_named() {
        assert!(shown("due_day = 10\n").contains("`languages`"));
    }

    #[test]
    fn a_value_is_found_by_the_way_to_it() {
        let source = "[[organisation]]\ncode = \"a\"\n[[organisation]]\ncode = \"bb\"\n";
        let way = [Step::Key("organisation"), Step::Index(1), Step::Key("code")];
        let span = Places::of(source).find(&way);
        assert_eq!(&source[span], "\"bb\"");
    }
}
