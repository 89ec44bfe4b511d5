//! Turns failures into words, hint and exit code. Libraries return errors with a kind; here they get a voice.

mod of_libraries;
pub mod panic;

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::messages::Messages;

/// How the command ends, as exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// There was input, and none of it could be used.
    NoUsableInput,
    /// Usage or settings.
    Usage,
    /// Done, but with rejected rows or reports under `--strict`.
    Rejected,
    /// The warehouse is in use by another program.
    InUse,
    /// A fault of ours.
    Fault,
}

impl Exit {
    /// The exit code of the contract.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::NoUsableInput => 1,
            Exit::Usage => 2,
            Exit::Rejected => 3,
            Exit::InUse => 4,
            Exit::Fault => 70,
        }
    }
}

/// A text to be said: its key and the values put into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    key: &'static str,
    arguments: Vec<(&'static str, String)>,
}

impl Phrase {
    /// A text without values so far.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Phrase {
            key,
            arguments: Vec::new(),
        }
    }

    /// Puts a value in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// The text in a language.
    #[must_use]
    pub fn say(&self, messages: &Messages) -> String {
        let arguments: Vec<_> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, value.as_str().into()))
            .collect();
        messages.format(self.key, &arguments)
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub struct Failure {
    /// How the command ends.
    pub exit: Exit,
    /// What is wrong.
    pub message: Phrase,
    /// One thing to try.
    pub hint: Option<Phrase>,
    /// Places in files, ready to be shown.
    pub excerpts: Vec<String>,
    /// What lies beneath, in the words of the library or the system.
    pub cause: Option<anyhow::Error>,
}

impl Failure {
    /// A failure with an exit code and the key of its text.
    #[must_use]
    pub fn new(exit: Exit, key: &'static str) -> Self {
        Failure {
            exit,
            message: Phrase::new(key),
            hint: None,
            excerpts: Vec::new(),
            cause: None,
        }
    }

    /// A failure of usage or settings.
    #[must_use]
    pub fn usage(key: &'static str) -> Self {
        Failure::new(Exit::Usage, key)
    }

    /// A fault of ours.
    #[must_use]
    pub fn fault(cause: impl Into<anyhow::Error>) -> Self {
        Failure::new(Exit::Fault, "failure-fault")
            .hint(Phrase::new("failure-fault-hint"))
            .because(cause)
    }

    /// A file or folder that could not be read or written.
    #[must_use]
    pub fn io(key: &'static str, path: &Path, cause: io::Error) -> Self {
        let failure = Failure::usage(key).with("path", path.display().to_string());
        let is_full = matches!(
            cause.kind(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge
        );
        let failure = if is_full {
            failure.hint(Phrase::new("hint-disk"))
        } else {
            failure
        };
        failure.because(cause)
    }

    /// Puts a value into the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// Says one thing to try.
    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Keeps what lies beneath.
    #[must_use]
    pub fn because(mut self, cause: impl Into<anyhow::Error>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// The whole failure in words: message, places, causes, hint.
    #[must_use]
    pub fn say(&self, messages: &Messages) -> String {
        let line = |key, text: String| format!("{}: {text}\n", messages.text(key));
        let mut words = line("label-error", self.message.say(messages));
        for excerpt in &self.excerpts {
            words.push('\n');
            words.push_str(excerpt.trim_end());
            words.push('\n');
        }
        for cause in self.cause.iter().flat_map(|cause| cause.chain()) {
            words.push_str(&line("label-cause", cause.to_string()));
        }
        if let Some(hint) = &self.hint {
            words.push_str(&line("label-hint", hint.say(messages)));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_those_of_the_contract() {
        let codes = [
            Exit::Done,
            Exit::NoUsableInput,
            Exit::Usage,
            Exit::Rejected,
            Exit::InUse,
            Exit::Fault,
        ]
        .map(Exit::code);
        assert_eq!(codes, [0, 1, 2, 3, 4, 70]);
    }
}
