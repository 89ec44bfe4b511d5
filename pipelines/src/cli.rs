//! The flags as typed. Texts of `--help` come from `locales/` ([`crate::help`]); the comments here are for readers
//! of the code.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};

use crate::language::Language;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "kooste",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    max_term_width = 100
)]
pub struct Cli {
    /// Flags of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Folder of the workspace; none: the current one.
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// Language of what is said.
    #[arg(
        long,
        global = true,
        value_name = "fi|sv|en",
        hide_possible_values = true
    )]
    pub lang: Option<Language>,
    /// Whether the result goes to stdout as JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Whether only failures are said.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Whether every issue is listed.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Whether progress bars are left out.
    #[arg(long, global = true)]
    pub no_progress: bool,
    /// Prints the help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    /// Prints the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a new workspace.
    Init(InitArgs),
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Folder to make.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Built-in region.
    #[arg(
        long,
        value_name = "NAME",
        required_unless_present = "blank",
        conflicts_with = "blank"
    )]
    pub region: Option<String>,
    /// Whether the region file is an empty form to fill in.
    #[arg(long)]
    pub blank: bool,
}
