//! The one module that prints: data to stdout, everything else to stderr.

mod progress;

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use comfy_table::{ContentArrangement, Table, presets};
use kooste_transform::progress::Progress;
use serde_json::{Value, json};

use crate::failure::{Exit, Failure, Phrase};
use crate::messages::{Argument, Messages};

/// What is printed, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Only failures are said.
    pub quiet: bool,
    /// Every issue is listed.
    pub verbose: bool,
    /// The result goes to stdout as JSON.
    pub json: bool,
    /// Long work shows bars; only ever on a terminal.
    pub progress: bool,
}

/// The way to the person at the terminal.
pub struct Ui {
    messages: &'static Messages,
    manner: Manner,
    /// Why data did not reach stdout.
    unwritten: RefCell<Option<io::Error>>,
}

impl Ui {
    /// Speaks with these texts in this manner.
    #[must_use]
    pub fn new(messages: &'static Messages, manner: Manner) -> Self {
        Ui {
            messages,
            manner,
            unwritten: RefCell::new(None),
        }
    }

    /// The texts.
    #[must_use]
    pub fn messages(&self) -> &'static Messages {
        self.messages
    }

    /// Whether the result goes to stdout as JSON.
    #[must_use]
    pub fn json(&self) -> bool {
        self.manner.json
    }

    /// Whether every issue is listed.
    #[must_use]
    pub fn verbose(&self) -> bool {
        self.manner.verbose
    }

    /// Whether stdout is a terminal.
    #[must_use]
    pub fn on_terminal(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Says a text on stderr, unless quiet or where JSON speaks.
    pub fn say(&self, key: &str, arguments: &[Argument<'_>]) {
        self.say_line(&self.messages.format(key, arguments));
    }

    /// Says a ready line on stderr, unless quiet or where JSON speaks.
    pub fn say_line(&self, line: &str) {
        if !self.manner.quiet && !self.manner.json {
            to_stderr(&format!("{line}\n"));
        }
    }

    /// Prints a line of data on stdout.
    pub fn data(&self, text: &str) {
        self.bytes(format!("{text}\n").as_bytes());
    }

    /// Prints data on stdout as it is.
    pub fn bytes(&self, bytes: &[u8]) {
        let mut stdout = io::stdout().lock();
        let written = stdout.write_all(bytes).and_then(|()| stdout.flush());
        // A reader that has seen enough (`| head`) is no fault.
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.unwritten.borrow_mut().get_or_insert(error);
        }
    }

    /// Prints a result as JSON on stdout.
    pub fn object(&self, value: &Value) {
        self.data(&format!("{value:#}"));
    }

    /// Says a failure and tells the exit code.
    #[must_use]
    pub fn fail(&self, failure: &Failure) -> ExitCode {
        let words = failure.say(self.messages);
        if self.manner.json {
            self.object(&json!({
                "exit_code": failure.exit.code(),
                "error": failure.message.say(self.messages),
                "hint": failure.hint.as_ref().map(|hint| hint.say(self.messages)),
                "causes": failure.cause.iter().flat_map(|cause| cause.chain()).map(ToString::to_string).collect::<Vec<_>>(),
            }));
        }
        to_stderr(&words);
        ExitCode::from(failure.exit.code())
    }

    /// The exit code of a command that did its work; a result that could not be written down is a failure.
    #[must_use]
    pub fn end(&self, exit: Exit) -> ExitCode {
        match self.unwritten.take() {
            None => ExitCode::from(exit.code()),
            Some(cause) => {
                let failure = Failure::usage("failure-output")
                    .hint(Phrase::new("hint-disk"))
                    .because(cause);
                to_stderr(&failure.say(self.messages));
                ExitCode::from(failure.exit.code())
            }
        }
    }

    /// A listener for long work: bars on a terminal, silence elsewhere.
    #[must_use]
    pub fn progress(&self) -> Box<dyn Progress> {
        let shown = self.manner.progress && !self.manner.quiet && !self.manner.json;
        if shown && io::stderr().is_terminal() {
            Box::new(progress::Bars::new(self.messages))
        } else {
            Box::new(kooste_transform::progress::Silent)
        }
    }
}

/// An empty table with light lines that fits the terminal.
#[must_use]
pub fn table() -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table
}

/// Prints what clap made: help and version to stdout.
pub fn print_help(text: &str) {
    let mut stdout = io::stdout().lock();
    let _ = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
}

fn to_stderr(text: &str) {
    // Nobody is left to be told if stderr is closed.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
