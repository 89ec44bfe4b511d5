//! The messages of issues (READING.md R40), put together from `locales/*/issues.ftl` and `reasons.ftl`:
//! place, what is wrong, what was expected, and what would put it right.

use std::path::Path;
use std::sync::LazyLock;

use fluent_bundle::FluentValue;
use kooste_ingest::document::Refusal;
use kooste_ingest::issue::{Code, Issue, Severity};
use kooste_ingest::place::Place;
use kooste_transform::programme::Field;
use kooste_transform::reference::Reference;
use kooste_transform::wording::Wording;

use crate::builtin;
use crate::language::Language;
use crate::messages::{Argument, Messages};

/// The names of municipalities; reference data that cannot be read have ended the program before.
static REFERENCE: LazyLock<Option<Reference>> = LazyLock::new(|| builtin::reference().ok());

/// Words issues in the three languages.
#[derive(Debug, Clone, Copy, Default)]
pub struct FluentWording;

impl Wording for FluentWording {
    fn message(
        &self,
        language: &str,
        issue: &Issue,
        place: &Place,
        field: Option<&Field>,
    ) -> String {
        let language = Language::from_code(language).unwrap_or(Language::En);
        let messages = Messages::of(language);
        let label = field.map(|field| field.labels.get(language.code()).to_owned());
        let words = Words {
            messages,
            issue,
            label: label.unwrap_or_else(|| messages.text("issue-no-field")),
        };
        format!("{place}: {}", words.sentences())
    }
}

/// The message of an issue without its place.
struct Words<'a> {
    messages: &'a Messages,
    issue: &'a Issue,
    label: String,
}

impl Words<'_> {
    fn sentences(&self) -> String {
        let mut sentences = vec![self.main()];
        sentences.extend(self.expected());
        sentences.extend(self.next_step());
        sentences.join(" ")
    }

    fn main(&self) -> String {
        self.find(None)
            .unwrap_or_else(|| self.issue.code.name().to_owned())
    }

    /// What was expected, unless the main sentence says it already.
    fn expected(&self) -> Option<String> {
        let said = self.uses("expected");
        (!self.issue.expected.is_empty() && !said)
            .then(|| self.messages.format("issue-expected", &self.arguments()))
    }

    /// The suggested value, else what the code's page advises; nothing where nothing is to be done.
    fn next_step(&self) -> Option<String> {
        if !self.issue.suggestion.is_empty() && !self.uses("suggestion") {
            return Some(self.messages.format("issue-suggestion", &self.arguments()));
        }
        if self.issue.severity == Severity::Info {
            return None;
        }
        self.find(Some("cure"))
    }

    /// Whether the main sentence itself holds a value: it changes when the value does.
    fn uses(&self, name: &'static str) -> bool {
        let marked: Vec<Argument<'_>> = self
            .arguments()
            .into_iter()
            .map(|(key, value)| {
                if key == name {
                    (key, "\u{1}".into())
                } else {
                    (key, value)
                }
            })
            .collect();
        self.find_with(None, &marked)
            .is_some_and(|text| text.contains('\u{1}'))
    }

    fn find(&self, attribute: Option<&str>) -> Option<String> {
        self.find_with(attribute, &self.arguments())
    }

    /// The text of the finer reason, else that of the code.
    fn find_with(&self, attribute: Option<&str>, arguments: &[Argument<'_>]) -> Option<String> {
        let code = self.issue.code.name();
        let fine = (!self.issue.reason.is_empty())
            .then(|| reason_key(code, self.issue.reason))
            .and_then(|key| self.messages.find(&key, attribute, arguments));
        fine.or_else(|| self.messages.find(&code_key(code), attribute, arguments))
    }

    fn arguments(&self) -> Vec<Argument<'static>> {
        let issue = self.issue;
        let found = if is_computed(issue.code) {
            self.number(&issue.found)
        } else if tells_month(issue.code) {
            self.day(&issue.found)
        } else {
            issue.found.clone()
        };
        let suggestion = self.quoted(&self.places(&self.number(&issue.suggestion)));
        vec![
            ("field", FluentValue::from(self.label.clone())),
            ("found", FluentValue::from(self.quoted(&found))),
            ("raw", FluentValue::from(issue.found.clone())),
            (
                "expected",
                FluentValue::from(self.places(&self.day(&self.number(&issue.expected)))),
            ),
            ("suggestion", FluentValue::from(suggestion)),
        ]
    }

    /// A number with a decimal point as the language writes it; any other text as it is.
    fn number(&self, text: &str) -> String {
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let parts = text.strip_prefix('-').unwrap_or(text).split_once('.');
        match parts {
            Some((whole, part)) if digits(whole) && digits(part) => self.messages.decimal(text),
            _ => text.to_owned(),
        }
    }

    /// A month or day of ours (`2018-10`, `2018-10-27`) as people write it: `10/2018`, `27.10.2018`; any other text as it is.
    fn day(&self, text: &str) -> String {
        let parts: Vec<&str> = text.split('-').collect();
        let is_numbers = |widths: &[usize]| {
            let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
            parts.iter().all(digits)
                && parts
                    .iter()
                    .map(|part| part.len())
                    .eq(widths.iter().copied())
        };
        let plain = |part: &str| part.trim_start_matches('0').to_owned();
        match parts[..] {
            [year, month] if is_numbers(&[4, 2]) => format!("{}/{year}", plain(month)),
            [year, month, day] if is_numbers(&[4, 2, 2]) => match self.messages.language() {
                Language::En => format!("{day}/{month}/{year}"),
                Language::Fi | Language::Sv => format!("{}.{}.{year}", plain(day), plain(month)),
            },
            _ => text.to_owned(),
        }
    }

    /// The municipalities in a text of ours, `Raasepori (710)`, by their names in the language.
    fn places(&self, text: &str) -> String {
        if self.messages.language() != Language::Sv {
            return text.to_owned();
        }
        let named = |part: &str| {
            let (name, code) = part.strip_suffix(')')?.rsplit_once(" (")?;
            let place = REFERENCE.as_ref()?.latest_municipality(code)?;
            (place.name_fi == name).then(|| format!("{} ({code})", place.name_sv))
        };
        let whole = |part: &str| named(part).unwrap_or_else(|| part.to_owned());
        let both: Vec<String> = text.split(" / ").map(whole).collect();
        let both = both.join(" / ");
        let listed: Vec<String> = both.split(", ").map(whole).collect();
        listed.join(", ")
    }

    /// A text of the file in the quotes of the language, cut to a length that a message can bear.
    fn quoted(&self, text: &str) -> String {
        const LONGEST: usize = 120;
        if text.trim().is_empty() {
            return self.messages.text("issue-blank");
        }
        let mut shown: String = text.chars().take(LONGEST).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        self.messages
            .format("issue-quote", &[("text", shown.into())])
    }
}

/// Whether an issue of this code tells a number that was found by computing, not the text of a cell.
fn is_computed(code: Code) -> bool {
    matches!(
        code,
        Code::CumulativeBaseMissing
            | Code::DeviatedValue
            | Code::RowConstraint
            | Code::TotalRowMismatch
    )
}

/// Whether an issue of this code tells reporters a month of ours, not the text of a cell.
fn tells_month(code: Code) -> bool {
    matches!(code, Code::LayoutChanged | Code::ReportIdenticalToPrevious)
}

/// The message of a file that cannot be read.
#[must_use]
pub fn refusal(path: &Path, refusal: &Refusal, messages: &Messages) -> String {
    let issue = Issue::new(refusal.code)
        .reason(refusal.reason)
        .found(refusal.found.as_str());
    let place = Place {
        file: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        ..Place::default()
    };
    FluentWording.message(messages.language().code(), &issue, &place, None)
}

/// The key of a code's text.
#[must_use]
pub fn code_key(code: &str) -> String {
    format!("issue-{code}")
}

/// The key of the text of a finer reason.
#[must_use]
pub fn reason_key(code: &str, reason: &str) -> String {
    format!("issue-{code}--{reason}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        Place {
            file: "espoo.xlsx".to_owned(),
            sheet: Some("Toiminta".to_owned()),
            row: Some(17),
            column: Some(5),
        }
    }

    fn said(language: &str, issue: &Issue) -> String {
        FluentWording.message(language, issue, &place(), None)
    }

    #[test]
    fn a_message_names_the_place_and_quotes_what_was_found() {
        let issue = Issue::new(Code::MunicipalityUnknown)
            .found("Esppo")
            .suggestion("Espoo");
        assert_eq!(
            said("fi", &issue),
            "espoo.xlsx › Toiminta!F17: solu: kuntaa ”Esppo” ei ole. Ehdotus: ”Espoo”."
        );
        assert_eq!(
            said("en", &issue),
            "espoo.xlsx › Toiminta!F17: the cell: there is no municipality “Esppo”. Suggestion: “Espoo”."
        );
    }

    #[test]
    fn computed_numbers_are_written_as_the_language_does_and_texts_as_they_stand() {
        let outlier = Issue::new(Code::DeviatedValue)
            .found("-1945.24")
            .expected("2464.715");
        for (language, numbers) in [
            ("fi", ["”-1945,24”", "2464,715"]),
            ("sv", ["”-1945,24”", "2464,715"]),
            ("en", ["“-1945.24”", "2464.715"]),
        ] {
            let said = said(language, &outlier);
            assert!(numbers.iter().all(|number| said.contains(number)), "{said}");
        }
        let text = Issue::new(Code::ConstraintError)
            .found("12.5")
            .expected("13");
        assert!(said("fi", &text).contains("”12.5”"));
    }

    #[test]
    fn months_of_ours_are_written_as_people_do_and_texts_as_they_stand() {
        let repeated = Issue::new(Code::ReportIdenticalToPrevious).found("2018-09");
        assert!(said("fi", &repeated).contains("9/2018"));
        let conflict = Issue::new(Code::PeriodConflict)
            .found("2018-09")
            .expected("2018-10-27");
        assert!(said("sv", &conflict).contains("27.10.2018"));
        assert!(said("en", &conflict).contains("27/10/2018"));
        assert!(said("fi", &conflict).contains("”2018-09”"));
    }

    #[test]
    fn what_was_expected_is_said_once() {
        let issue = Issue::new(Code::TotalRowMismatch)
            .found("120")
            .expected("118");
        assert_eq!(said("sv", &issue).matches("118").count(), 1);
    }

    #[test]
    fn an_info_asks_for_nothing() {
        assert_eq!(
            said("en", &Issue::new(Code::TotalRow)),
            "espoo.xlsx › Toiminta!F17: A total row was recognised and agrees; it is not counted."
        );
    }
}
