//! Reports that two organisations with a joint report sent each for itself (READING.md R25): the later one takes the
//! place of the earlier one, whose rows would be lost without a word.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Report;
use super::settle::Settled;
use crate::evidence::FileEvidence;
use crate::submission::Context;

/// A report that took the place of one sent for another of its organisations.
pub(super) struct Apart {
    /// Id of the report that stands.
    pub(super) report: String,
    /// Path of the one that gave way.
    pub(super) other: String,
}

/// Finds such reports among those that gave way in the run, and counts an error in their states.
pub(super) fn mark(settled: &mut Settled, context: &Context) -> Vec<Apart> {
    if settled.superseded.is_empty() || !context.organisations.has_joint() {
        return Vec::new();
    }
    let reports: BTreeMap<&str, &Report> = settled
        .all()
        .map(|report| (report.id.as_str(), report))
        .collect();
    let pairs = settled.superseded.iter();
    let found: Vec<Apart> = pairs
        .filter_map(|pair| {
            let newer = *reports.get(pair.newer.as_str())?;
            let older = *reports.get(pair.older.as_str())?;
            let organisation = context.organisations.find(&newer.key.0)?;
            if context.organisations.leader(organisation) != organisation {
                return None;
            }
            let (one, two) = (members(newer, context), members(older, context));
            let is_apart = !one.is_empty()
                && !two.is_empty()
                && one.iter().all(|member| !two.contains(member));
            is_apart.then(|| Apart {
                report: newer.id.clone(),
                other: path(older).to_owned(),
            })
        })
        .collect();
    let ids: BTreeSet<String> = found.iter().map(|apart| apart.report.clone()).collect();
    settled.warn(&ids);
    found
}

/// The organisations that the path of a report names, each for itself.
fn members(report: &Report, context: &Context) -> Vec<usize> {
    let lexicon = &*context.vocabulary.lexicon;
    FileEvidence::of_path(path(report), lexicon, &context.organisations).members
}

fn path(report: &Report) -> &str {
    let arrival = report.arrival.as_ref();
    arrival.map_or("", |arrival| arrival.path.as_str())
}
