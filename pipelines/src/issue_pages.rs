//! The pages `docs/issues/<language>.md`: cause and cure of every issue code, from the same texts as the messages.

use std::fmt::Write as _;

use kooste_ingest::issue::{Code, Responsibility, Severity};

use crate::language::Language;
use crate::messages::{self, Argument, Messages};
use crate::wording::{code_key, reason_key};

/// The page of a language.
#[must_use]
pub fn page(language: Language) -> String {
    let messages = Messages::of(language);
    let mut page = format!(
        "# {}\n\n{}\n",
        messages.text("pages-title"),
        messages.text("pages-intro")
    );
    for code in Code::ALL {
        section(&mut page, code, messages);
    }
    page
}

fn section(page: &mut String, code: Code, messages: &Messages) {
    let key = code_key(code.name());
    let part = |attribute| {
        messages
            .find(&key, attribute, &example(messages))
            .unwrap_or_default()
    };
    let paragraphs = [
        format!("\n## `{}`: {}\n", code.name(), part(Some("title"))),
        format!(
            "{}: {}. {}: {}.\n",
            messages.text("pages-severity"),
            messages.text(severity_key(code.severity())),
            messages.text("pages-responsibility"),
            messages.text(responsibility_key(code.responsibility())),
        ),
        format!("> {}\n", part(None)),
        format!(
            "**{}** {}\n",
            messages.text("pages-cause"),
            part(Some("cause"))
        ),
        format!(
            "**{}** {}\n",
            messages.text("pages-cure"),
            part(Some("cure"))
        ),
    ];
    page.push_str(&paragraphs.join("\n"));
    // What only the agent can do stands here, not in messages to reporters.
    let decision = part(Some("decision"));
    if !decision.is_empty() {
        let _ = writeln!(page, "\n**{}** {decision}", messages.text("pages-decision"));
    }
    let reasons = reasons(code);
    if !reasons.is_empty() {
        let _ = writeln!(page, "\n{}\n", messages.text("pages-reasons"));
    }
    for reason in reasons {
        let key = reason_key(code.name(), &reason);
        let part = |attribute| messages.find(&key, attribute, &example(messages));
        let words: Vec<String> = [part(None), part(Some("cure"))]
            .into_iter()
            .flatten()
            .collect();
        let _ = writeln!(page, "- `{reason}`: {}", words.join(" "));
    }
}

/// The finer reasons of a code that have words, in the order of the file.
#[must_use]
pub fn reasons(code: Code) -> Vec<String> {
    let start = reason_key(code.name(), "");
    messages::keys(Language::Fi)
        .iter()
        .filter_map(|key| key.strip_prefix(&start))
        .map(str::to_owned)
        .collect()
}

/// Stand-ins for what a real message quotes.
fn example(messages: &Messages) -> Vec<Argument<'static>> {
    let quote = |text: &'static str| messages.format("issue-quote", &[("text", text.into())]);
    vec![
        ("field", messages.text("pages-some-field").into()),
        ("found", quote("…").into()),
        ("raw", "…".into()),
        ("expected", "…".into()),
        ("suggestion", quote("…").into()),
    ]
}

/// The key of a severity's name.
#[must_use]
pub fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Notice => "severity-notice",
        Severity::Info => "severity-info",
    }
}

fn responsibility_key(responsibility: Responsibility) -> &'static str {
    match responsibility {
        Responsibility::Reporter => "responsibility-reporter",
        Responsibility::Agent => "responsibility-agent",
        Responsibility::Kooste => "responsibility-kooste",
    }
}
