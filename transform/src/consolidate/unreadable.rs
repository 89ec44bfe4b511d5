//! Files and folders of the inbox that cannot be read (READING.md R38): rejected submissions, not the end of a run.
//!
//! Nothing is known of their content, so they are told by their path: the same one again is no news, and the run that
//! reads it well, or finds it gone, resolves its issue.

use std::io;

use kooste_ingest::document::Refusal;
use kooste_ingest::issue::Code;
use sha2::{Digest, Sha256};

use crate::hex::hex;

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The system does not let this user read it.
    Permission,
    /// It was other bytes when it was read than when it was found.
    Changing,
    /// It is a link to another place, which is never followed (READING.md R36).
    Link,
    /// The disk or the system says something else.
    Faulty,
}

impl Unreadable {
    /// All of them.
    pub(super) const ALL: [Unreadable; 4] = [
        Unreadable::Permission,
        Unreadable::Changing,
        Unreadable::Link,
        Unreadable::Faulty,
    ];

    /// The cause behind an error of the system.
    pub(super) fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Unreadable::Permission,
            _ => Unreadable::Faulty,
        }
    }

    /// The refusal that says so.
    pub(super) fn refusal(self) -> Refusal {
        Refusal {
            code: Code::FormatError,
            reason: match self {
                Unreadable::Permission => "no-permission",
                Unreadable::Changing => "changing",
                Unreadable::Link => "link",
                Unreadable::Faulty => "unreadable",
            },
            found: String::new(),
        }
    }
}

/// Stands for the hash of the content that nobody could read at this path.
pub(super) fn id(path: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(b"kooste: not readable\0");
    digest.update(path.as_bytes());
    hex(&digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_cannot_be_read_has_an_id_of_its_own() {
        assert_eq!(id("inbox/a.csv"), id("inbox/a.csv"));
        assert_ne!(id("inbox/a.csv"), id("inbox/b.csv"));
        assert_eq!(id("inbox/a.csv").len(), 64);
    }

    #[test]
    fn a_refused_permission_is_told_from_other_causes() {
        let cause = |kind: io::ErrorKind| Unreadable::of(&kind.into());
        assert_eq!(
            cause(io::ErrorKind::PermissionDenied),
            Unreadable::Permission
        );
        assert_eq!(cause(io::ErrorKind::InvalidData), Unreadable::Faulty);
    }
}
