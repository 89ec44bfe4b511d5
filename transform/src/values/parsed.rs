//! What a cell turned out to be: one result type for all kinds of values.

use kooste_ingest::issue::{Code, Issue};
use rust_decimal::Decimal;

use crate::facts::{MissingReason, Quality};

/// A value, or why there is none; how good it is; what was noticed.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed<T> {
    /// The value.
    pub value: Option<T>,
    /// Why there is no value; none if there is one.
    pub missing: Option<MissingReason>,
    /// How good it is, if not exact. A vague word has a quality and no value.
    pub quality: Option<Quality>,
    /// Lower end of a range.
    pub low: Option<Decimal>,
    /// Upper end of a range.
    pub high: Option<Decimal>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

impl<T> Parsed<T> {
    /// An exact value.
    #[must_use]
    pub fn exact(value: T) -> Self {
        Parsed {
            value: Some(value),
            missing: None,
            quality: None,
            low: None,
            high: None,
            findings: Vec::new(),
        }
    }

    /// No value, for a reason that needs no issue.
    #[must_use]
    pub fn missing(reason: MissingReason) -> Self {
        Parsed {
            value: None,
            missing: Some(reason),
            quality: None,
            low: None,
            high: None,
            findings: Vec::new(),
        }
    }

    /// No value because it cannot be read.
    #[must_use]
    pub fn unreadable(finding: Finding) -> Self {
        Parsed {
            findings: vec![finding],
            ..Parsed::missing(MissingReason::Error)
        }
    }

    /// Adds something noticed.
    #[must_use]
    pub fn with(mut self, finding: Finding) -> Self {
        self.findings.push(finding);
        self
    }

    /// The same with another value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Parsed<U> {
        Parsed {
            value: self.value.map(change),
            missing: self.missing,
            quality: self.quality,
            low: self.low,
            high: self.high,
            findings: self.findings,
        }
    }

    /// Tells whether there is an exact value and nothing to say about it.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.value.is_some() && self.quality.is_none() && self.findings.is_empty()
    }
}

/// Something noticed in a cell; it becomes an issue once its place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Code of the issue.
    pub code: Code,
    /// Finer cause, a key of the message texts.
    pub reason: &'static str,
    /// What was expected, free of language.
    pub expected: String,
    /// What would put it right, or what was taken instead, free of language.
    pub suggestion: String,
}

impl Finding {
    /// A finding without further texts.
    #[must_use]
    pub fn new(code: Code, reason: &'static str) -> Self {
        Finding {
            code,
            reason,
            expected: String::new(),
            suggestion: String::new(),
        }
    }

    /// Sets what was expected.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// Sets what would put it right.
    #[must_use]
    pub fn suggestion(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = suggestion.into();
        self
    }

    /// The issue; `found` is the masked text of the cell. Its place is set by the caller.
    #[must_use]
    pub fn issue(self, found: impl Into<String>) -> Issue {
        Issue::new(self.code)
            .reason(self.reason)
            .found(found)
            .expected(self.expected)
            .suggestion(self.suggestion)
    }
}
