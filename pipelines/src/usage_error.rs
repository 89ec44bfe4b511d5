//! Clap's complaints about the command line in three languages.

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::Cli;
use crate::failure::{Failure, Phrase};
use crate::settings::toml_fault::nearest;

/// A complaint of clap in our words; its own (English) ones beneath where we have none.
#[must_use]
pub fn translate(error: &clap::Error) -> Failure {
    let is_absent = context(error, ContextKind::InvalidValue).is_empty();
    let (key, names) = match wording(error.kind()) {
        ("usage-invalid-value", names) if is_absent => ("usage-missing-value", &names[..1]),
        (_, names) if is_superfluous(error) => ("usage-superfluous-argument", &names[..1]),
        other => other,
    };
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
    .find(|text| !text.is_empty())
    .or_else(|| nearest_command(error));
    failure.hint(match suggested {
        Some(word) => Phrase::new("hint-did-you-mean").with("word", word),
        None if asks_for_month(error) => Phrase::new("hint-month"),
        None => Phrase::new("hint-help"),
    })
}

/// The command most like the one typed, where clap's stricter measure finds none.
fn nearest_command(error: &clap::Error) -> Option<String> {
    let typed = context(error, ContextKind::InvalidSubcommand);
    let command = Cli::command();
    let names = || command.get_subcommands().map(clap::Command::get_name);
    let is_slip = |name: &&str| strsim::damerau_levenshtein(&typed, name) == 1;
    let slip = names().find(is_slip);
    let like = || nearest(&typed, names());
    let found = slip.or_else(like).map(str::to_owned);
    found.filter(|_| !typed.is_empty())
}

/// Whether the value in question is a month.
fn asks_for_month(error: &clap::Error) -> bool {
    context(error, ContextKind::InvalidArg).contains("YYYY-MM")
}

/// Whether something stands where nothing is asked for any more; a misspelt option begins with a dash.
fn is_superfluous(error: &clap::Error) -> bool {
    error.kind() == ErrorKind::UnknownArgument
        && !context(error, ContextKind::InvalidArg).starts_with('-')
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
