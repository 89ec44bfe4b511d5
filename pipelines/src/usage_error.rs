//! Clap's complaints about the command line in three languages.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::{Failure, Phrase};

/// A complaint of clap in our words; its own (English) ones beneath where we have none.
#[must_use]
pub fn translate(error: &clap::Error) -> Failure {
    let (key, names) = wording(error.kind());
    let mut failure = Failure::usage(key);
    for (name, kind) in names {
        failure = failure.with(name, context(error, *kind));
    }
    if key == "usage-other" {
        let words = error.to_string();
        let first = words.lines().next().unwrap_or_default().to_owned();
        failure = failure.because(anyhow::anyhow!(first));
    }
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| context(error, kind))
    .find(|text| !text.is_empty());
    failure.hint(match suggested {
        Some(word) => Phrase::new("hint-did-you-mean").with("word", word),
        None => Phrase::new("hint-help"),
    })
}

type Names = &'static [(&'static str, ContextKind)];

fn wording(kind: ErrorKind) -> (&'static str, Names) {
    const ARGUMENT: (&str, ContextKind) = ("argument", ContextKind::InvalidArg);
    const VALUE: (&str, ContextKind) = ("value", ContextKind::InvalidValue);
    match kind {
        ErrorKind::UnknownArgument => ("usage-unknown-argument", &[ARGUMENT]),
        ErrorKind::InvalidSubcommand => (
            "usage-unknown-command",
            &[("command", ContextKind::InvalidSubcommand)],
        ),
        ErrorKind::InvalidValue => (
            "usage-invalid-value",
            &[ARGUMENT, VALUE, ("allowed", ContextKind::ValidValue)],
        ),
        ErrorKind::ValueValidation => ("usage-malformed-value", &[ARGUMENT, VALUE]),
        ErrorKind::MissingRequiredArgument => ("usage-missing-argument", &[ARGUMENT]),
        ErrorKind::ArgumentConflict => (
            "usage-conflict",
            &[ARGUMENT, ("other", ContextKind::PriorArg)],
        ),
        ErrorKind::MissingSubcommand => ("usage-missing-command", &[]),
        _ => ("usage-other", &[]),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
