//! Checks settings against what arrived, and the warehouse against its audits and the archive (`kooste doctor`); repairs
//! what can be derived.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::calendar::Month;
use crate::consolidate::archive;
use crate::decisions::DecisionKind;
use crate::evidence::pattern_matches;
use crate::hex::sha256;
use crate::programme::Programme;
use crate::region::{Organisation, OrganisationKind};
use crate::snapshot;
use crate::submission::Context;
use crate::warehouse::read::Value;
use crate::warehouse::unfinished::revise;
use crate::warehouse::{Warehouse, WarehouseError, audits, models};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ailment {
    /// A claim about the warehouse does not hold.
    Audit,
    /// An original is not in the archive.
    OriginalMissing,
    /// An original in the archive has other bytes than those that were read.
    OriginalDamaged,
    /// A file in the archive that nothing relies on.
    Stray,
    /// The layout is that of an earlier version.
    Older,
    /// Two organisations stand for one municipality and owe a form in the same months.
    DutiesOverlap,
    /// A source of the region file that matches nothing that ever arrived.
    SourceUnmatched,
    /// A decision whose last month is over.
    DecisionExpired,
    /// A decision in force that never decided anything.
    DecisionUnused,
}

impl Ailment {
    /// Its name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Ailment::Audit => "audit",
            Ailment::OriginalMissing => "original-missing",
            Ailment::OriginalDamaged => "original-damaged",
            Ailment::Stray => "stray",
            Ailment::Older => "older",
            Ailment::DutiesOverlap => "duties-overlap",
            Ailment::SourceUnmatched => "source-unmatched",
            Ailment::DecisionExpired => "decision-expired",
            Ailment::DecisionUnused => "decision-unused",
        }
    }

    /// Whether something is lost or wrong; the rest wants a look.
    #[must_use]
    pub fn is_grave(self) -> bool {
        matches!(
            self,
            Ailment::Audit | Ailment::OriginalMissing | Ailment::OriginalDamaged
        )
    }
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub ailment: Ailment,
    /// Where: a path, an audit, an organisation, a pattern.
    pub place: String,
    /// More about it, free of language.
    pub detail: String,
}

fn finding(ailment: Ailment, place: impl Into<String>, detail: impl Into<String>) -> Finding {
    Finding {
        ailment,
        place: place.into(),
        detail: detail.into(),
    }
}

/// Examines a workspace; `warehouse` is none before the first run.
///
/// # Errors
///
/// [`WarehouseError`] if the warehouse cannot be asked.
pub fn examine(
    workspace: &Path,
    warehouse: Option<&Warehouse>,
    context: &Context,
    today: NaiveDate,
) -> Result<Vec<Finding>, WarehouseError> {
    let mut found = duties(context);
    found.extend(expired(context, today));
    if let Some(warehouse) = warehouse {
        if warehouse.is_older()? {
            found.push(finding(Ailment::Older, "warehouse.duckdb", ""));
            return Ok(found);
        }
        found.extend(sources(warehouse, context)?);
        found.extend(unused(warehouse, context, today)?);
        found.extend(originals(workspace, warehouse)?);
        for (audit, claim, rows) in audits::broken(warehouse, &context.programme)? {
            found.push(finding(Ailment::Audit, audit, format!("{claim} {rows}")));
        }
    }
    found.sort_by(|one, other| (one.ailment, &one.place).cmp(&(other.ailment, &other.place)));
    Ok(found)
}

/// Fills the marts anew, takes stray files out of the archive and brings originals back that still lie in the inbox.
/// What remains is found by examining again.
///
/// # Errors
///
/// [`WarehouseError`] if the warehouse cannot be written, or a file cannot be moved.
pub fn repair(
    workspace: &Path,
    programme: &Programme,
    findings: &[Finding],
) -> Result<(), WarehouseError> {
    let path = workspace.join("warehouse.duckdb");
    revise(&path, |warehouse| {
        warehouse.execute("BEGIN")?;
        let filled = models::create(warehouse, programme);
        warehouse.execute(if filled.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        filled
    })?;
    let warehouse = Warehouse::open_read(&path)?;
    for found in findings {
        let path = workspace.join(&found.place);
        match found.ailment {
            Ailment::Stray => {
                fs::remove_file(&path).map_err(|source| WarehouseError::io(&path, source))?;
            }
            Ailment::OriginalMissing | Ailment::OriginalDamaged => {
                bring_back(workspace, &warehouse, &found.detail, &path)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Puts an original back into the archive, if a file of the inbox still has its bytes.
fn bring_back(
    workspace: &Path,
    warehouse: &Warehouse,
    id: &str,
    target: &Path,
) -> Result<(), WarehouseError> {
    let paths = warehouse.query(
        "SELECT path FROM meta.submission_path WHERE submission_id = ? ORDER BY path",
        &[Value::Text(id.to_owned())],
    )?;
    for row in &paths.rows {
        let Ok(bytes) = fs::read(workspace.join(row[0].to_string())) else {
            continue;
        };
        if sha256(&bytes) == id {
            let write = || {
                fs::create_dir_all(target.parent().unwrap_or(workspace))?;
                let unfinished = target.with_extension("part");
                fs::write(&unfinished, &bytes)?;
                fs::File::options()
                    .write(true)
                    .open(&unfinished)?
                    .sync_all()?;
                fs::rename(&unfinished, target)
            };
            return write().map_err(|source| WarehouseError::io(target, source));
        }
    }
    Ok(())
}

/// Organisations that stand for the same municipality and owe the same form in the same months.
fn duties(context: &Context) -> Vec<Finding> {
    let municipalities: Vec<&Organisation> = context
        .region
        .organisations
        .iter()
        .filter(|one| one.kind == OrganisationKind::Municipality)
        .collect();
    let overlap = |one: &Organisation, other: &Organisation| {
        let ends_before = |until: &Option<String>, from: &Option<String>| matches!((until, from), (Some(until), Some(from)) if until < from);
        let apart = ends_before(&one.until, &other.from) || ends_before(&other.until, &one.from);
        let shared = match (&one.forms, &other.forms) {
            (Some(one), Some(other)) => one.iter().any(|form| other.contains(form)),
            _ => true,
        };
        !apart && shared
    };
    let mut found = Vec::new();
    for (at, one) in municipalities.iter().enumerate() {
        for other in &municipalities[at + 1..] {
            if one.municipality.is_some()
                && one.municipality == other.municipality
                && overlap(one, other)
            {
                found.push(finding(Ailment::DutiesOverlap, &one.code, &other.code));
            }
        }
    }
    found
}

/// Decisions whose last month is over.
fn expired(context: &Context, today: NaiveDate) -> Vec<Finding> {
    let now = Month::of(today).to_string();
    let decisions = context.decisions.decisions.iter().enumerate();
    decisions
        .filter_map(|(at, decision)| {
            let until = decision
                .until
                .as_deref()
                .filter(|until| *until < now.as_str())?;
            Some(finding(
                Ailment::DecisionExpired,
                number(at),
                format!("{} {until}", decision.found),
            ))
        })
        .collect()
}

fn number(at: usize) -> String {
    format!("decisions.toml #{}", at + 1)
}

/// Sources that match nothing that ever arrived.
fn sources(warehouse: &Warehouse, context: &Context) -> Result<Vec<Finding>, WarehouseError> {
    let rows = warehouse.query(
        "SELECT DISTINCT path FROM meta.submission_path ORDER BY path",
        &[],
    )?;
    let paths: Vec<&str> = rows.rows.iter().filter_map(|row| row[0].text()).collect();
    let unmatched = context.region.sources.iter().filter(|source| {
        !paths
            .iter()
            .any(|path| pattern_matches(&source.pattern, path))
    });
    Ok(unmatched
        .map(|source| finding(Ailment::SourceUnmatched, &source.pattern, ""))
        .collect())
}

/// Decisions in force that never decided anything.
fn unused(
    warehouse: &Warehouse,
    context: &Context,
    today: NaiveDate,
) -> Result<Vec<Finding>, WarehouseError> {
    let rows = warehouse.query(
        "SELECT DISTINCT kind, coalesce(field, ''), found, coalesce(means, '') FROM meta.decision WHERE values_decided > 0",
        &[],
    )?;
    let used: BTreeSet<Vec<String>> = rows
        .rows
        .iter()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let now = Month::of(today).to_string();
    let decisions = context.decisions.decisions.iter().enumerate();
    Ok(decisions
        .filter(|(_, decision)| {
            decision
                .until
                .as_deref()
                .is_none_or(|until| until >= now.as_str())
        })
        // Acceptances of what only a comparison shows are not counted there.
        .filter(|(_, decision)| decision.kind != DecisionKind::Accept)
        .filter(|(_, decision)| {
            let text = |part: &Option<String>| part.clone().unwrap_or_default();
            !used.contains(&vec![
                decision.kind.name().to_owned(),
                text(&decision.field),
                decision.found.clone(),
                text(&decision.means),
            ])
        })
        .map(|(at, decision)| finding(Ailment::DecisionUnused, number(at), &decision.found))
        .collect())
}

/// Originals that are gone or have changed, and files that nothing relies on.
fn originals(workspace: &Path, warehouse: &Warehouse) -> Result<Vec<Finding>, WarehouseError> {
    let rows = warehouse.query(
        "SELECT submission_id, file_name FROM meta.submission WHERE archived \
         UNION SELECT content_id, file_name FROM meta.closed_page \
         UNION SELECT snapshot_id, ? FROM meta.closing WHERE snapshot_id IS NOT NULL ORDER BY 1, 2",
        &[Value::Text(snapshot::FILE_NAME.to_owned())],
    )?;
    let mut kept: BTreeMap<PathBuf, String> = BTreeMap::new();
    for row in &rows.rows {
        let id = row[0].to_string();
        kept.insert(archive::location(workspace, &id, &row[1].to_string()), id);
    }
    let shown = |path: &Path| {
        let below = path.strip_prefix(workspace).unwrap_or(path);
        below.display().to_string().replace('\\', "/")
    };
    let mut found = Vec::new();
    for (path, id) in &kept {
        match fs::read(path) {
            Ok(bytes) if sha256(&bytes) == *id => {}
            Ok(_) => found.push(finding(Ailment::OriginalDamaged, shown(path), id)),
            Err(_) => found.push(finding(Ailment::OriginalMissing, shown(path), id)),
        }
    }
    let there = walkdir::WalkDir::new(workspace.join("archive")).sort_by_file_name();
    for entry in there.into_iter().flatten() {
        if entry.file_type().is_file() && !kept.contains_key(entry.path()) {
            found.push(finding(Ailment::Stray, shown(entry.path()), ""));
        }
    }
    Ok(found)
}
