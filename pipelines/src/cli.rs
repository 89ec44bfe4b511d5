//! The flags as typed. Texts of `--help` come from `locales/` ([`crate::help`]); the comments here are for readers
//! of the code.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

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
    #[arg(short, long, global = true, action = ArgAction::HelpShort)]
    pub help: Option<bool>,
    /// Prints the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a workspace of the built-in example reports and runs it.
    Demo(DemoArgs),
    /// Makes a new workspace.
    Init(InitArgs),
    /// The monthly consolidation.
    Run(RunArgs),
    /// What a run would do.
    Plan,
    /// Who reported.
    Status(StatusArgs),
    /// Judges files without a warehouse.
    Check(CheckArgs),
    /// Explains how a file is understood.
    Inspect(InspectArgs),
    /// Prints a table of a file as CSV.
    Table(TableArgs),
    /// Writes the reports again.
    Report(ReportArgs),
    /// Writes the feedback to the reporters.
    Feedback(FeedbackArgs),
    /// Makes blank report templates.
    Template(TemplateArgs),
    /// Asks the warehouse in SQL.
    Query(QueryArgs),
    /// Follows a figure to its cells.
    Trace(TraceArgs),
    /// Tells what changed between two runs.
    Diff(DiffArgs),
    /// Locks a month that was approved.
    Close(CloseArgs),
    /// Opens a month again.
    Reopen(ReopenArgs),
    /// Writes the warehouse as a Data Package.
    Export(ExportArgs),
    /// Checks settings and warehouse.
    Doctor(DoctorArgs),
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Folder to make.
    #[arg(
        value_name = "DIR",
        default_value = "kooste-demo",
        hide_default_value = true
    )]
    pub dir: PathBuf,
    /// Built-in region.
    #[arg(
        long,
        value_name = "NAME",
        default_value = "paakaupunkiseutu",
        hide_default_value = true
    )]
    pub region: String,
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

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Months whose reports are written; none: those with changes.
    #[arg(long = "month", value_name = "YYYY-MM")]
    pub months: Vec<Month>,
    /// Whether rejected rows or reports end in exit code 3.
    #[arg(long)]
    pub strict: bool,
    /// Whether no reports are written.
    #[arg(long)]
    pub no_report: bool,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// Month shown; none: the last one that anybody reported on.
    #[arg(long, value_name = "YYYY-MM")]
    pub month: Option<Month>,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files to judge.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Whether rejected rows or reports end in exit code 3.
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
    /// File to explain.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Arguments of `table`.
#[derive(Debug, Args)]
pub struct TableArgs {
    /// File that holds the table.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Name of the sheet; none: the first one that holds a table.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Which table of the sheet, from 1.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 1,
        hide_default_value = true,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub table: u32,
    /// Whether the text is left as it is in the file.
    #[arg(long)]
    pub raw: bool,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Months whose reports are written; none: all that anybody reported on.
    #[arg(long = "month", value_name = "YYYY-MM")]
    pub months: Vec<Month>,
    /// Make those of closed months anew as of their closing, and compare them with what was approved.
    #[arg(long)]
    pub as_of_close: bool,
}

/// Arguments of `feedback`.
#[derive(Debug, Args)]
pub struct FeedbackArgs {
    /// Months whose feedback is written; none: the last one that anybody reported on.
    #[arg(long = "month", value_name = "YYYY-MM")]
    pub months: Vec<Month>,
}

/// Arguments of `template`.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    /// Month the template is for; none: the one after the last that anybody reported on.
    #[arg(long, value_name = "YYYY-MM")]
    pub month: Option<Month>,
    /// Organisations; none: all.
    #[arg(long = "organisation", value_name = "CODE")]
    pub organisation: Vec<String>,
}

/// Arguments of `query`.
#[derive(Debug, Args)]
pub struct QueryArgs {
    /// The statement.
    #[arg(value_name = "SQL")]
    pub sql: String,
    /// How the result is written; none: a table on a terminal, else CSV.
    #[arg(
        long,
        value_name = "table|csv|json|parquet",
        hide_possible_values = true
    )]
    pub format: Option<QueryFormat>,
}

/// Arguments of `trace`.
#[derive(Debug, Args)]
pub struct TraceArgs {
    /// Id of a figure, or table and key.
    #[arg(value_name = "ID|TABLE:KEY")]
    pub asked: String,
}

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The earlier run; none: the one before the later.
    #[arg(long, value_name = "RUN")]
    pub from: Option<u32>,
    /// The later run; none: the last.
    #[arg(long, value_name = "RUN")]
    pub to: Option<u32>,
}

/// Arguments of `close`.
#[derive(Debug, Args)]
pub struct CloseArgs {
    /// Month to close.
    #[arg(value_name = "YYYY-MM")]
    pub month: Month,
}

/// Arguments of `reopen`.
#[derive(Debug, Args)]
pub struct ReopenArgs {
    /// Month to open again.
    #[arg(value_name = "YYYY-MM")]
    pub month: Month,
    /// Why it is opened.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// Folder of the package.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// How the tables are written.
    #[arg(
        long,
        value_name = "parquet|csv",
        hide_possible_values = true,
        default_value = "parquet",
        hide_default_value = true
    )]
    pub format: PackageFormat,
    /// Whether all tables and values are written.
    #[arg(long)]
    pub internal: bool,
}

/// How the tables of a package are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PackageFormat {
    /// Apache Parquet.
    Parquet,
    /// RFC 4180.
    Csv,
}

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Whether what can be derived is repaired.
    #[arg(long)]
    pub repair: bool,
}

/// How the result of a query is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QueryFormat {
    /// Lines and columns for reading.
    Table,
    /// RFC 4180.
    Csv,
    /// An array of objects.
    Json,
    /// A Parquet file.
    Parquet,
}

/// A month as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(
    /// Its first day.
    pub chrono::NaiveDate,
);

impl std::str::FromStr for Month {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        crate::settings::month::parse(text)
            .map(Month)
            .ok_or_else(|| "YYYY-MM".to_owned())
    }
}
