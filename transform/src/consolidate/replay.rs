//! Contents of the archive that are to be read again, because a rule, a code list, the region or a decision changed.
//!
//! Where all readings may differ (another version, programme or region) every content that counts is looked at; a
//! decision concerns those in its scope. What reads as before ([`super::essence::Essence`]) stays as it is, so that only what is affected
//! is written again.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::archive;
use super::changes::quoted;
use super::inbox::InboxFile;
use super::known::Known;
use super::plan::{Job, Kind};
use super::report::{Key, Report};
use crate::decisions::{Decision, Decisions};
use crate::hex::hex;
use crate::programme::Programme;
use crate::submission::Context;
use crate::warehouse::read::Value;
use crate::warehouse::{Warehouse, WarehouseError};

/// Name of the setting that holds what all readings depend on.
pub(super) const RULES: &str = "reading_rules";
/// Name of the setting that holds the decisions.
pub(super) const DECISIONS: &str = "decisions";

/// What all readings depend on besides bytes, path and decisions.
pub(super) fn rules(context: &Context, version: &str) -> String {
    let mut digest = Sha256::new();
    let region = format!("{:?}{:?}", context.region, context.limits);
    for part in [version, &context.programme.reading_hash, &region] {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    hex(&digest.finalize())
}

/// The decisions as one text, a line each.
pub(super) fn decisions(decisions: &Decisions) -> String {
    let lines: Vec<String> = decisions.decisions.iter().map(line).collect();
    lines.join("\n")
}

/// All of a decision that bears on readings.
fn line(decision: &Decision) -> String {
    let parts = [
        Some(decision.kind.name()),
        decision.field.as_deref(),
        Some(&decision.found),
        decision.means.as_deref(),
        decision.organisation.as_deref(),
        decision.form.as_deref(),
        decision.from.as_deref(),
        decision.until.as_deref(),
    ];
    let parts: Vec<String> = parts
        .iter()
        .map(|part| part.unwrap_or_default().replace(['\t', '\n', '\r'], " "))
        .collect();
    parts.join("\t")
}

/// The contents to be read again, in the order of their first path; nothing where nothing changed.
pub(super) fn jobs(
    workspace: &Path,
    before: &Warehouse,
    known: &Known,
    context: &Context,
    version: &str,
    inbox: &[InboxFile],
) -> Result<Vec<Job>, WarehouseError> {
    // A warehouse of a version that did not note its rules is taken to be read by these.
    let Some(rules_then) = known.setting(RULES) else {
        return Ok(Vec::new());
    };
    let condition = if rules_then == rules(context, version) {
        let then = known.setting(DECISIONS).unwrap_or_default();
        match concerned(then, &decisions(&context.decisions)) {
            Some(condition) => condition,
            None => return Ok(Vec::new()),
        }
    } else {
        String::from("TRUE")
    };
    contents(workspace, before, &condition, inbox)
}

/// Which contents the decisions that came, went or changed concern, as SQL; none if all are as they were.
fn concerned(then: &str, now: &str) -> Option<String> {
    let set = |text: &'_ str| -> BTreeSet<String> {
        text.lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (then, now) = (set(then), set(now));
    let conditions: Vec<String> = then
        .symmetric_difference(&now)
        .map(|line| scope(line))
        .collect();
    (!conditions.is_empty()).then(|| format!("({})", conditions.join(" OR ")))
}

/// The contents in the scope of a decision, as SQL.
fn scope(line: &str) -> String {
    let parts: Vec<&str> = line.split('\t').collect();
    let part = |at: usize| parts.get(at).copied().filter(|part| !part.is_empty());
    let found = quoted(part(2).unwrap_or_default());
    let same = |column: &str| format!("lower(trim({column})) = lower(trim({found}))");
    let in_table = |table: &str, condition: &str| {
        format!(
            "content.submission_id IN (SELECT submission_id FROM meta.{table} WHERE {condition})"
        )
    };
    match part(0) {
        Some("column") => in_table("column_decision", &same("label")),
        Some("sheet") => format!(
            "({} OR {})",
            in_table("ledger", &same("sheet")),
            in_table("issue", &same("sheet"))
        ),
        Some("accept") => in_table("issue", &same("code")),
        // A pattern may match any path.
        Some("file") => String::from("TRUE"),
        _ => {
            let limits = [
                ("organisation_code = ", part(4)),
                ("form = ", part(5)),
                ("strftime(period, '%Y-%m') >= ", part(6)),
                ("strftime(period, '%Y-%m') <= ", part(7)),
            ];
            let limits: Vec<String> = limits
                .iter()
                .filter_map(|(start, value)| Some(format!("{start}{}", quoted((*value)?))))
                .collect();
            let in_scope = if limits.is_empty() {
                String::from("TRUE")
            } else {
                in_table("report", &limits.join(" AND "))
            };
            // What the decision could have told the organisation of may have no report yet.
            format!("({in_scope} OR {})", in_table("issue", &same("found")))
        }
    }
}

/// The contents that fulfil the condition and lie in the archive or, where that may not have them, still in the inbox; also those
/// whose reports gave way: any of them may stand again.
fn contents(
    workspace: &Path,
    before: &Warehouse,
    condition: &str,
    inbox: &[InboxFile],
) -> Result<Vec<Job>, WarehouseError> {
    let here: HashMap<&str, &Path> = inbox
        .iter()
        .filter(|file| file.unreadable.is_none())
        .map(|file| (&*file.hash, &*file.location))
        .collect();
    let found = before.query(
        &format!(
            "SELECT content.submission_id, content.file_name, content.size_bytes, path.path, path.received_at, content.archived \
             FROM meta.submission AS content JOIN meta.submission_path AS path USING (submission_id) \
             WHERE {condition} ORDER BY path.path"
        ),
        &[],
    )?;
    let mut jobs: Vec<Job> = Vec::new();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for row in &found.rows {
        let Some(file) = file(workspace, row, &here) else {
            continue;
        };
        if let Some(job) = at.get(&file.hash) {
            jobs[*job].files.push(file);
            continue;
        }
        at.insert(file.hash.clone(), jobs.len());
        jobs.push(Job {
            kind: Kind::Again,
            files: vec![file],
            new_paths: Vec::new(),
        });
    }
    Ok(jobs)
}

/// A content of the archive or of the inbox under the path of the row; none if it is no longer there whole.
fn file(workspace: &Path, row: &[Value], here: &HashMap<&str, &Path>) -> Option<InboxFile> {
    let hash = row[0].text()?.to_owned();
    let location = if row[5] == Value::Bool(true) {
        archive::location(workspace, &hash, row[1].text()?)
    } else {
        here.get(&*hash)?.to_path_buf()
    };
    let size_bytes = u64::try_from(row[2].int()?).ok()?;
    let there = std::fs::metadata(&location).ok()?;
    (there.len() == size_bytes).then(|| InboxFile {
        location,
        path: row[3].to_string(),
        size_bytes,
        received_at: super::report::moment(row[4].text().unwrap_or_default()).unwrap_or_default(),
        hash,
        unreadable: None,
    })
}

/// The usable versions that gave way in earlier runs to readings of contents that were read again: the last of each
/// content.
pub(super) fn dormant(
    before: &Warehouse,
    programme: &Programme,
    reread: &BTreeSet<String>,
) -> Result<Vec<Report>, WarehouseError> {
    if reread.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = reread.iter().map(|id| quoted(id)).collect();
    let condition = format!(
        "submission_id NOT IN ({ids}) AND mode <> 'correction' AND (organisation_code, form, period) IN ( \
           SELECT (organisation_code, form, period) FROM meta.report \
           WHERE valid_to_run IS NULL AND submission_id IN ({ids}))",
        ids = ids.join(", ")
    );
    let mut last: BTreeMap<(Key, String), Report> = BTreeMap::new();
    for report in Report::which(before, &condition, &|form| programme.form(form))? {
        if let Some(arrival) = &report.arrival {
            let content = (report.key.clone(), arrival.submission_id.clone());
            last.insert(content, report);
        }
    }
    let is_dormant = |report: &Report| report.valid_to_run.is_some() && report.is_usable();
    Ok(last.into_values().filter(is_dormant).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "value\tdevelopment_area\tPerhek.\tII\tespoo\t\t\t";

    #[test]
    fn decisions_that_are_as_they_were_concern_nothing() {
        assert_eq!(concerned(ONE, ONE), None);
        assert_eq!(concerned("", ""), None);
    }

    #[test]
    fn a_new_or_a_removed_decision_concerns_what_is_in_its_scope() {
        let condition = concerned("", ONE).unwrap();
        assert_eq!(concerned(ONE, ""), Some(condition.clone()));
        assert!(
            condition.contains("organisation_code = 'espoo'"),
            "{condition}"
        );
        assert!(condition.contains("lower(trim('Perhek.'))"), "{condition}");
    }

    #[test]
    fn a_decision_about_a_column_concerns_the_files_that_have_it() {
        let condition = concerned("", "column\thours\tTunteja'\thours\t\t\t\t").unwrap();
        assert!(
            condition.contains(
                "meta.column_decision WHERE lower(trim(label)) = lower(trim('Tunteja'''))"
            ),
            "{condition}"
        );
    }
}
