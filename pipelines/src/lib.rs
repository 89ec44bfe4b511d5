//! The command `kooste`: flags as typed ([`cli`]), resolved ([`settings`]), carried out ([`commands`]), with one
//! place that turns failures into words and exit codes ([`failure`]) and one that prints ([`ui`]).

pub mod builtin;
pub mod cli;
pub mod commands;
pub mod failure;
pub mod help;
pub mod issue_pages;
pub mod language;
pub mod messages;
mod page_stamp;
pub mod settings;
pub mod stages;
pub mod ui;
pub mod usage_error;
pub mod wording;
