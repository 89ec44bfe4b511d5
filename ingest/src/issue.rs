//! Issues: what was noticed, how grave it is, whose move it is, and where it stands.
//!
//! Codes, severities and responsibilities are those of the contract (`issues.csv`).

use std::fmt;
use std::sync::Arc;

/// How grave an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is missing because of it.
    Error,
    /// Something is probably wrong.
    Warning,
    /// Something was put right or left aside.
    Notice,
    /// Nothing to do.
    Info,
}

impl Severity {
    /// The name stored in `meta.issue`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
            Severity::Info => "info",
        }
    }
}

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Responsibility {
    /// Who sent the report.
    Reporter,
    /// The regional agent.
    Agent,
    /// This program.
    Kooste,
}

impl Responsibility {
    /// The name stored in `meta.issue`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Responsibility::Reporter => "reporter",
            Responsibility::Agent => "agent",
            Responsibility::Kooste => "kooste",
        }
    }
}

/// The kinds of issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// `encoding-error`
    EncodingError,
    /// `encoding-mojibake`
    EncodingMojibake,
    /// `format-error`
    FormatError,
    /// `file-encrypted`
    FileEncrypted,
    /// `file-too-large`
    FileTooLarge,
    /// `sheet-not-found`
    SheetNotFound,
    /// `sheet-hidden-with-data`
    SheetHiddenWithData,
    /// `form-not-found`
    FormNotFound,
    /// `header-not-found`
    HeaderNotFound,
    /// `header-error`
    HeaderError,
    /// `missing-label`
    MissingLabel,
    /// `extra-label`
    ExtraLabel,
    /// `duplicate-label`
    DuplicateLabel,
    /// `label-ambiguous`
    LabelAmbiguous,
    /// `type-error`
    TypeError,
    /// `number-ambiguous`
    NumberAmbiguous,
    /// `date-ambiguous`
    DateAmbiguous,
    /// `constraint-error`
    ConstraintError,
    /// `code-unknown`
    CodeUnknown,
    /// `formula-error`
    FormulaError,
    /// `required-value`
    RequiredValue,
    /// `row-constraint`
    RowConstraint,
    /// `duplicate-row`
    DuplicateRow,
    /// `value-corrected`
    ValueCorrected,
    /// `value-derived`
    ValueDerived,
    /// `total-row`
    TotalRow,
    /// `total-row-mismatch`
    TotalRowMismatch,
    /// `period-conflict`
    PeriodConflict,
    /// `period-out-of-window`
    PeriodOutOfWindow,
    /// `period-not-found`
    PeriodNotFound,
    /// `period-closed`
    PeriodClosed,
    /// `organisation-unknown`
    OrganisationUnknown,
    /// `organisation-conflict`
    OrganisationConflict,
    /// `organisation-not-expected`
    OrganisationNotExpected,
    /// `organisation-not-found`
    OrganisationNotFound,
    /// `municipality-unknown`
    MunicipalityUnknown,
    /// `municipality-outside-region`
    MunicipalityOutsideRegion,
    /// `report-superseded`
    ReportSuperseded,
    /// `report-identical`
    ReportIdentical,
    /// `report-identical-to-previous`
    ReportIdenticalToPrevious,
    /// `nil-report`
    NilReport,
    /// `cumulative-suspected`
    CumulativeSuspected,
    /// `cumulative-base-missing`
    CumulativeBaseMissing,
    /// `deviated-value`
    DeviatedValue,
    /// `personal-data`
    PersonalData,
    /// `contact-data`
    ContactData,
    /// `reject-share-exceeded`
    RejectShareExceeded,
    /// `layout-changed`
    LayoutChanged,
    /// `decision-unused`
    DecisionUnused,
}

impl Code {
    /// All codes, in the order of the contract.
    pub const ALL: [Code; 49] = [
        Code::EncodingError,
        Code::EncodingMojibake,
        Code::FormatError,
        Code::FileEncrypted,
        Code::FileTooLarge,
        Code::SheetNotFound,
        Code::SheetHiddenWithData,
        Code::FormNotFound,
        Code::HeaderNotFound,
        Code::HeaderError,
        Code::MissingLabel,
        Code::ExtraLabel,
        Code::DuplicateLabel,
        Code::LabelAmbiguous,
        Code::TypeError,
        Code::NumberAmbiguous,
        Code::DateAmbiguous,
        Code::ConstraintError,
        Code::CodeUnknown,
        Code::FormulaError,
        Code::RequiredValue,
        Code::RowConstraint,
        Code::DuplicateRow,
        Code::ValueCorrected,
        Code::ValueDerived,
        Code::TotalRow,
        Code::TotalRowMismatch,
        Code::PeriodConflict,
        Code::PeriodOutOfWindow,
        Code::PeriodNotFound,
        Code::PeriodClosed,
        Code::OrganisationUnknown,
        Code::OrganisationConflict,
        Code::OrganisationNotExpected,
        Code::OrganisationNotFound,
        Code::MunicipalityUnknown,
        Code::MunicipalityOutsideRegion,
        Code::ReportSuperseded,
        Code::ReportIdentical,
        Code::ReportIdenticalToPrevious,
        Code::NilReport,
        Code::CumulativeSuspected,
        Code::CumulativeBaseMissing,
        Code::DeviatedValue,
        Code::PersonalData,
        Code::ContactData,
        Code::RejectShareExceeded,
        Code::LayoutChanged,
        Code::DecisionUnused,
    ];

    /// Name, severity and responsibility of the contract. `period-conflict` is an error of a report and a
    /// warning of a row (READING.md R2 and R22); here stands the graver.
    fn row(self) -> (&'static str, Severity, Responsibility) {
        use Responsibility::{Agent, Kooste, Reporter};
        use Severity::{Error, Info, Notice, Warning};
        match self {
            Code::EncodingError => ("encoding-error", Error, Reporter),
            Code::EncodingMojibake => ("encoding-mojibake", Notice, Reporter),
            Code::FormatError => ("format-error", Error, Reporter),
            Code::FileEncrypted => ("file-encrypted", Error, Reporter),
            Code::FileTooLarge => ("file-too-large", Error, Reporter),
            Code::SheetNotFound => ("sheet-not-found", Error, Agent),
            Code::SheetHiddenWithData => ("sheet-hidden-with-data", Warning, Reporter),
            Code::FormNotFound => ("form-not-found", Error, Reporter),
            Code::HeaderNotFound => ("header-not-found", Error, Reporter),
            Code::HeaderError => ("header-error", Error, Reporter),
            Code::MissingLabel => ("missing-label", Error, Reporter),
            Code::ExtraLabel => ("extra-label", Notice, Reporter),
            Code::DuplicateLabel => ("duplicate-label", Error, Reporter),
            Code::LabelAmbiguous => ("label-ambiguous", Error, Reporter),
            Code::TypeError => ("type-error", Error, Reporter),
            Code::NumberAmbiguous => ("number-ambiguous", Error, Reporter),
            Code::DateAmbiguous => ("date-ambiguous", Error, Reporter),
            Code::ConstraintError => ("constraint-error", Error, Reporter),
            Code::CodeUnknown => ("code-unknown", Error, Reporter),
            Code::FormulaError => ("formula-error", Error, Reporter),
            Code::RequiredValue => ("required-value", Error, Reporter),
            Code::RowConstraint => ("row-constraint", Warning, Reporter),
            Code::DuplicateRow => ("duplicate-row", Warning, Reporter),
            Code::ValueCorrected => ("value-corrected", Notice, Reporter),
            Code::ValueDerived => ("value-derived", Notice, Kooste),
            Code::TotalRow => ("total-row", Info, Kooste),
            Code::TotalRowMismatch => ("total-row-mismatch", Warning, Reporter),
            Code::PeriodConflict => ("period-conflict", Error, Reporter),
            Code::PeriodOutOfWindow => ("period-out-of-window", Error, Reporter),
            Code::PeriodNotFound => ("period-not-found", Error, Reporter),
            Code::PeriodClosed => ("period-closed", Notice, Agent),
            Code::OrganisationUnknown => ("organisation-unknown", Error, Reporter),
            Code::OrganisationConflict => ("organisation-conflict", Error, Reporter),
            Code::OrganisationNotExpected => ("organisation-not-expected", Warning, Agent),
            Code::OrganisationNotFound => ("organisation-not-found", Error, Reporter),
            Code::MunicipalityUnknown => ("municipality-unknown", Error, Reporter),
            Code::MunicipalityOutsideRegion => ("municipality-outside-region", Notice, Reporter),
            Code::ReportSuperseded => ("report-superseded", Info, Kooste),
            Code::ReportIdentical => ("report-identical", Error, Reporter),
            Code::ReportIdenticalToPrevious => ("report-identical-to-previous", Warning, Reporter),
            Code::NilReport => ("nil-report", Info, Reporter),
            Code::CumulativeSuspected => ("cumulative-suspected", Warning, Reporter),
            Code::CumulativeBaseMissing => ("cumulative-base-missing", Error, Reporter),
            Code::DeviatedValue => ("deviated-value", Warning, Reporter),
            Code::PersonalData => ("personal-data", Error, Reporter),
            Code::ContactData => ("contact-data", Notice, Reporter),
            Code::RejectShareExceeded => ("reject-share-exceeded", Error, Reporter),
            Code::LayoutChanged => ("layout-changed", Notice, Reporter),
            Code::DecisionUnused => ("decision-unused", Notice, Agent),
        }
    }

    /// The name stored and printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// How grave an issue of this kind is, unless its place makes it lighter.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.row().1
    }

    /// Whose move an issue of this kind is.
    #[must_use]
    pub fn responsibility(self) -> Responsibility {
        self.row().2
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One thing noticed, at its place. Texts are already masked (READING.md R30).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What kind.
    pub code: Code,
    /// A finer cause that chooses the wording, empty where the code says all.
    pub reason: &'static str,
    /// How grave.
    pub severity: Severity,
    /// Sheet; none for the whole file or in text files.
    pub sheet: Option<Arc<str>>,
    /// Row, from 1.
    pub row: Option<u32>,
    /// Column, from 0.
    pub column: Option<u32>,
    /// Code of the field.
    pub field: Option<Arc<str>>,
    /// What the file says.
    pub found: String,
    /// What was expected, free of language (a number, a code, a range, labels).
    pub expected: String,
    /// What would put it right, free of language.
    pub suggestion: String,
}

impl Issue {
    /// An issue of the whole file; place and texts are added with the methods below.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Issue {
            code,
            reason: "",
            severity: code.severity(),
            sheet: None,
            row: None,
            column: None,
            field: None,
            found: String::new(),
            expected: String::new(),
            suggestion: String::new(),
        }
    }

    /// Sets the finer cause.
    #[must_use]
    pub fn reason(mut self, reason: &'static str) -> Self {
        self.reason = reason;
        self
    }

    /// Sets the sheet.
    #[must_use]
    pub fn sheet(mut self, sheet: Option<Arc<str>>) -> Self {
        self.sheet = sheet;
        self
    }

    /// Sets row (from 1) and column (from 0).
    #[must_use]
    pub fn cell(mut self, row: u32, column: u32) -> Self {
        self.row = Some(row);
        self.column = Some(column);
        self
    }

    /// Sets the row (from 1).
    #[must_use]
    pub fn row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// Sets the column (from 0).
    #[must_use]
    pub fn column(mut self, column: u32) -> Self {
        self.column = Some(column);
        self
    }

    /// Sets the field.
    #[must_use]
    pub fn field(mut self, field: &Arc<str>) -> Self {
        self.field = Some(Arc::clone(field));
        self
    }

    /// Sets what the file says; the caller has masked it.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
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

    /// Sets the severity where the place makes it lighter or graver than the code's own.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
