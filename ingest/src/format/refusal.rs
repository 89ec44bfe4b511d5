//! The refusals of a file, built in one place so that code and reason always fit.
//!
//! Reasons of `format-error`: `empty`, `html`, `pdf`, `image`, `zip`, `archive`, `docx`, `pptx`, `odt`, `opendocument`,
//! `doc`, `xml`, `rtf`, `old-excel`, `compound`, `binary`, `corrupt`, `no-sheets`, `panic`. Of `file-encrypted`: `password`.
//! Of `file-too-large`: `size`, `unpacked`, `cells`, `columns`, `rows`, `nesting`, `text`. Of `encoding-error`: `utf-16`, `unknown`.

use crate::document::Refusal;
use crate::issue::Code;

/// The file is not a table, or not one that can be read.
pub(crate) fn format_error(reason: &'static str, found: impl Into<String>) -> Refusal {
    Refusal {
        code: Code::FormatError,
        reason,
        found: found.into(),
    }
}

/// The file says what it is, and contradicts itself; `found` holds the decoder's words.
pub(crate) fn corrupt(found: impl std::fmt::Display) -> Refusal {
    format_error("corrupt", found.to_string())
}

/// The file opens only with a password.
pub(crate) fn encrypted(found: impl Into<String>) -> Refusal {
    Refusal {
        code: Code::FileEncrypted,
        reason: "password",
        found: found.into(),
    }
}

/// The text is in an encoding that cannot be told or is not known; `found` is what it may be.
pub(crate) fn unknown_encoding(found: impl Into<String>) -> Refusal {
    Refusal {
        code: Code::EncodingError,
        reason: "unknown",
        found: found.into(),
    }
}

/// The file passes a limit (READING.md R37).
pub(crate) fn too_large(reason: &'static str, found: impl std::fmt::Display) -> Refusal {
    Refusal {
        code: Code::FileTooLarge,
        reason,
        found: found.to_string(),
    }
}
