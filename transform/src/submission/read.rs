//! From bytes to a [`FileReading`]: decoding, masking, finding tables, weighing evidence, reading rows.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use kooste_ingest::document::{Document, Refusal};
use kooste_ingest::format;
use kooste_ingest::issue::{Code, Issue};

use super::context::Context;
use super::finish;
use super::masking;
use super::reading::{FileReading, FoundIssue, Submission};
use super::sheets::{ReadSheet, read_sheets};
use crate::evidence::{FileEvidence, Guidance};
use crate::rows::{Blocks, Outcome, SheetPlace, read_sheet_rows};

/// Reads one file; of one above the limit of sizes `bytes` may be empty. Never fails: a file that cannot be read is a rejected submission with an issue (READING.md R38).
#[must_use]
pub fn read_submission(submission: Submission, bytes: &[u8], context: &Context) -> FileReading {
    let copy = submission.clone();
    let reading = catch_unwind(AssertUnwindSafe(|| {
        inspect(submission, bytes, context).reading
    }));
    match reading {
        Ok(reading) if reading.balances() => reading,
        // A fault of this program must cost one file, not the run whose audits would find it.
        _ => refused_unread(copy, &panicked()),
    }
}

/// Decodes a file and masks personal identity codes in it, without reading its tables; none if it cannot be decoded.
#[must_use]
pub fn decode(bytes: &[u8], context: &Context) -> Option<Document> {
    let decoded = catch_unwind(AssertUnwindSafe(|| {
        let mut document = format::read(bytes, &context.limits).ok()?;
        masking::mask_document(&mut document);
        Some(document)
    }));
    decoded.ok().flatten()
}

/// A file of which not even the bytes could be read.
pub(crate) fn refused_unread(mut submission: Submission, refusal: &Refusal) -> FileReading {
    let personal_data = masking::mask_path(&mut submission);
    FileReading {
        personal_data,
        ..refused(submission, refusal)
    }
}

/// A file with the steps of its reading, for people who want to see how it was understood.
#[derive(Debug)]
pub struct Inspection {
    /// The file as decoded and masked; none if it was refused.
    pub document: Option<Document>,
    /// What was found on each visible sheet with content.
    pub sheets: Vec<ReadSheet>,
    /// What the region file and decisions settle.
    pub guidance: Guidance,
    /// The result.
    pub reading: FileReading,
}

/// Reads one file and keeps the steps. Unlike [`read_submission`] it does not catch panics.
#[must_use]
pub fn inspect(mut submission: Submission, bytes: &[u8], context: &Context) -> Inspection {
    let path_masked = masking::mask_path(&mut submission);
    let admitted = context.limits.admit(submission.size_bytes);
    let mut document = match admitted.and_then(|()| format::read(bytes, &context.limits)) {
        Ok(document) => document,
        Err(refusal) => {
            let mut reading = refused(submission, &refusal);
            reading.personal_data |= path_masked;
            return Inspection {
                document: None,
                sheets: Vec::new(),
                guidance: Guidance::default(),
                reading,
            };
        }
    };
    let mut issues = masking::mask_document(&mut document);
    if path_masked {
        issues.push(Issue::new(Code::PersonalData).reason("path"));
    }
    let personal_data = !issues.is_empty();
    let mut inspection = read_document(submission, document, issues, context);
    inspection.reading.personal_data = personal_data;
    inspection
}

fn read_document(
    submission: Submission,
    document: Document,
    mut issues: Vec<Issue>,
    context: &Context,
) -> Inspection {
    let lexicon = &*context.vocabulary.lexicon;
    let path = FileEvidence::of_path(&submission.path, lexicon, &context.organisations);
    let guidance = context.guidance(&submission.path, path.organisation());
    let names: Vec<Option<Arc<str>>> = document
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_deref().map(Arc::from))
        .collect();
    let (sheets, sheet_issues) = read_sheets(&document, &names, (&path, &guidance), context);
    issues.extend(finish::remarks(&document, &names));
    issues.extend(sheet_issues);
    if sheets.is_empty() && issues.is_empty() {
        issues.push(Issue::new(Code::FormatError).reason("empty"));
    }
    let mut outcome = read_rows(&document, &sheets, (&path, &guidance), context);
    for issue in issues {
        outcome.issues.push(FoundIssue {
            issue,
            report: None,
            accepted: false,
        });
    }
    finish::explain_silence(&mut outcome);
    let reading = FileReading {
        format: Some(document.format.name()),
        encoding: document.encoding,
        sheets: names,
        ..finish::reading(submission, outcome, &sheets, &guidance, context)
    };
    Inspection {
        document: Some(document),
        sheets,
        guidance,
        reading,
    }
}

/// Reads the rows of all tables. Where a report turns out to be blocked after some of its rows became facts, all is
/// read again without it: nothing of a blocked report is loaded.
fn read_rows(
    document: &Document,
    sheets: &[ReadSheet],
    (path, guidance): (&FileEvidence, &Guidance),
    context: &Context,
) -> Outcome {
    let mut blocks = Blocks::default();
    loop {
        let mut outcome = Outcome::new(
            &context.programme,
            context.decisions.decisions.len(),
            blocks,
        )
        .with_file(guidance.mode, path.version);
        for sheet in sheets {
            let place = SheetPlace {
                context,
                grid: &document.sheets[usize::from(sheet.index)].grid,
                sheet: sheet.index,
                name: sheet.name.clone(),
                guidance,
                path,
                sheets: sheet.told.clone(),
            };
            read_sheet_rows(&place, &sheet.reading, &mut outcome);
        }
        finish::judge(&mut outcome, context);
        if !outcome.has_blocked_facts() {
            return outcome;
        }
        blocks = outcome.blocks();
    }
}

fn panicked() -> Refusal {
    Refusal {
        code: Code::FormatError,
        reason: "panic",
        found: String::new(),
    }
}

/// The reading of a file that cannot be read.
fn refused(submission: Submission, refusal: &Refusal) -> FileReading {
    let issue = Issue::new(refusal.code)
        .reason(refusal.reason)
        .found(refusal.found.clone());
    FileReading {
        issues: vec![FoundIssue {
            issue,
            report: None,
            accepted: false,
        }],
        ..FileReading::empty(submission)
    }
}
