//! `--help` in three languages: the command made by clap's derive gets its texts from `locales/`.
//!
//! The keys are made of names: `help-run` tells what the command does, `help-run-strict` what its flag does, and
//! `help-global-json` what a flag of every command does.

use clap::{Command, CommandFactory};

use crate::cli::Cli;
use crate::messages::Messages;

/// The whole command with the texts of a language.
#[must_use]
pub fn command(messages: &Messages) -> Command {
    let usages = usages(messages);
    let names: Vec<String> = usages.iter().map(|(name, _)| name.clone()).collect();
    let mut root = page(Cli::command(), "global", messages)
        .about(messages.text("help-kooste"))
        .after_help(messages.text("help-kooste-after"))
        .override_usage(root_usage(messages))
        .subcommand_help_heading(messages.text("help-heading-commands"));
    for name in &names {
        let usage = usages
            .iter()
            .find(|(of, _)| of == name)
            .map(|(_, usage)| usage.clone())
            .unwrap_or_default();
        root = root.mut_subcommand(name, |command| {
            page(command, name, messages)
                .about(messages.text(&format!("help-{name}")))
                .override_usage(usage)
        });
    }
    root
}

/// Sets template, headings and the texts of the arguments.
fn page(command: Command, name: &str, messages: &Messages) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        messages.text("help-heading-usage")
    );
    command.help_template(template).mut_args(|argument| {
        let heading = if name == "global" {
            "help-heading-global"
        } else if argument.is_positional() {
            "help-heading-arguments"
        } else {
            "help-heading-options"
        };
        let key = format!(
            "help-{name}-{}",
            argument.get_id().as_str().replace('_', "-")
        );
        argument
            .help(messages.text(&key))
            .help_heading(messages.text(heading))
    })
}

fn root_usage(messages: &Messages) -> String {
    format!(
        "kooste [{}] <{}>",
        messages.text("help-value-options"),
        messages.text("help-value-command")
    )
}

/// The usage line of each command, with clap's own English word for options put into the language.
fn usages(messages: &Messages) -> Vec<(String, String)> {
    let mut root = Cli::command();
    root.build();
    let options = format!("[{}]", messages.text("help-value-options"));
    root.get_subcommands_mut()
        .map(|command| {
            let usage = command.render_usage().to_string();
            let usage = usage
                .trim_start_matches("Usage: ")
                .replace("[OPTIONS]", &options);
            (command.get_name().to_owned(), usage)
        })
        .collect()
}
