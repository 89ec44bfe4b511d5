//! The commands, one file each, and the way from the command line to them.

mod board;
mod check;
mod close;
mod demo;
mod diff;
mod doctor;
mod export;
mod feedback;
mod findings;
mod init;
mod inspect;
mod plan;
mod query;
mod reading;
mod report;
mod run;
mod status;
mod table;
mod template;
mod trace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::cli::{Cli, Command, Global};
use crate::failure::panic::guarded;
use crate::failure::{Exit, Failure};
use crate::help;
use crate::language::Language;
use crate::messages::Messages;
use crate::ui::{self, Manner, Ui};
use crate::usage_error;

/// How a command ended, or why it could not do its work.
pub type Outcome = Result<Exit, Failure>;

/// Runs the command line `arguments` (the first is the program's name).
#[must_use]
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    // Whoever asks for JSON gets it for a command line that is not understood, too.
    let json = arguments.iter().any(|argument| argument == "--json");
    let language = Language::of_arguments(&arguments, |name| std::env::var(name).ok());
    let messages = Messages::of(language);
    match parse(arguments, messages) {
        Ok(cli) => {
            let ui = Ui::new(messages, manner(&cli.global));
            match guarded(|| carry_out(cli, &ui)) {
                Ok(exit) => ui.end(exit),
                Err(failure) => ui.fail(&failure),
            }
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            ui::print_help(&error.to_string());
            ExitCode::SUCCESS
        }
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            ui::print_help(&error.to_string());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let manner = Manner {
                json,
                ..Manner::default()
            };
            Ui::new(messages, manner).fail(&usage_error::translate(&error))
        }
    }
}

fn parse(arguments: Vec<OsString>, messages: &Messages) -> Result<Cli, clap::Error> {
    let matches = help::command(messages).try_get_matches_from(arguments)?;
    Cli::from_arg_matches(&matches)
}

fn manner(global: &Global) -> Manner {
    Manner {
        quiet: global.quiet,
        verbose: global.verbose,
        json: global.json,
        progress: !global.no_progress,
    }
}

fn carry_out(cli: Cli, ui: &Ui) -> Outcome {
    let folder = cli.global.workspace.as_deref();
    match cli.command {
        Command::Demo(arguments) => demo::run(&arguments, ui),
        Command::Init(arguments) => init::run(&arguments, ui),
        Command::Run(arguments) => run::run(&arguments, folder, ui),
        Command::Plan => plan::run(folder, ui),
        Command::Status(arguments) => status::run(&arguments, folder, ui),
        Command::Check(arguments) => check::run(&arguments, folder, ui),
        Command::Inspect(arguments) => inspect::run(&arguments, folder, ui),
        Command::Table(arguments) => table::run(&arguments, folder, ui),
        Command::Report(arguments) => report::run(&arguments, folder, ui),
        Command::Feedback(arguments) => feedback::run(&arguments, folder, ui),
        Command::Template(arguments) => template::run(&arguments, folder, ui),
        Command::Query(arguments) => query::run(&arguments, folder, ui),
        Command::Trace(arguments) => trace::run(&arguments, folder, ui),
        Command::Diff(arguments) => diff::run(&arguments, folder, ui),
        Command::Close(arguments) => close::close(&arguments, folder, ui),
        Command::Reopen(arguments) => close::reopen(&arguments, folder, ui),
        Command::Export(arguments) => export::run(&arguments, folder, ui),
        Command::Doctor(arguments) => doctor::run(&arguments, folder, ui),
    }
}
