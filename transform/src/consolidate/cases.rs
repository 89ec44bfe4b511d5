//! The versions of every report that are to be weighed: what stands, what came, and what gave way in earlier runs.

use std::collections::{BTreeMap, BTreeSet};

use super::report::{Key, Report};
use crate::versions::Rank;

/// One report with all that is to be weighed.
#[derive(Default)]
pub(super) struct Case {
    /// Versions that are current before the run.
    pub(super) standing: Vec<Report>,
    /// Versions that came.
    pub(super) arrived: Vec<Report>,
    /// Usable versions that gave way before: the last of each content.
    dormant: Vec<Report>,
}

/// A version that is another one's content anew, so that what is known of that one holds for it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Renewal {
    /// Id of the version it is made of.
    pub(super) older: String,
    /// Its id.
    pub(super) newer: String,
    /// Run in which that one had given way; none if it does so now, because its values are others.
    pub(super) gone_in: Option<i32>,
}

/// All reports, and the versions that give way whatever comes.
#[derive(Default)]
pub(super) struct Cases {
    /// By organisation, form and month.
    pub(super) all: BTreeMap<Key, Case>,
    /// Contents that were read again: what they were read as before gives way.
    pub(super) reread: BTreeSet<String>,
    /// Ids of other versions that give way.
    pub(super) given_up: BTreeSet<String>,
}

impl Cases {
    /// Sorts versions by report.
    pub(super) fn of(
        standing: Vec<Report>,
        arrived: Vec<Report>,
        dormant: Vec<Report>,
        reread: BTreeSet<String>,
    ) -> Self {
        let mut cases = Cases {
            reread,
            ..Cases::default()
        };
        for report in standing {
            cases.case(&report).standing.push(report);
        }
        for report in arrived {
            cases.case(&report).arrived.push(report);
        }
        for report in dormant {
            cases.case(&report).dormant.push(report);
        }
        cases
    }

    fn case(&mut self, report: &Report) -> &mut Case {
        self.all.entry(report.key.clone()).or_default()
    }

    /// Whether a version that stands gives way, whatever else there is.
    pub(super) fn gives_way(&self, report: &Report) -> bool {
        let arrival = report.arrival.as_ref();
        self.given_up.contains(&report.id)
            || arrival.is_some_and(|arrival| self.reread.contains(&arrival.submission_id))
    }

    /// The versions of a report that may stand.
    pub(super) fn candidates<'c>(&'c self, case: &'c Case) -> impl Iterator<Item = &'c Report> {
        let standing = case
            .standing
            .iter()
            .filter(|report| !self.gives_way(report));
        standing.chain(&case.arrived)
    }

    /// The version of a report that is to stand, corrections aside (READING.md R32).
    pub(super) fn winner<'c>(&'c self, case: &'c Case) -> Option<&'c Report> {
        best(self.candidates(case))
    }

    /// The versions that cannot be used and that no later one answers, whatever stands: what is wrong with them still is.
    /// One that contradicts itself may be no version of this report at all, so only itself, read anew, answers it.
    pub(super) fn unanswered<'c>(&'c self, case: &'c Case) -> impl Iterator<Item = &'c Report> {
        let whole = |report: &&Report| !report.is_correction();
        let last = self.candidates(case).filter(whole).filter_map(order).max();
        let refused = self.candidates(case).filter(whole);
        refused
            .filter(|report| !report.is_usable())
            .filter(move |report| report.contradicts_itself() || order(report) == last)
    }

    /// The version of the report with this key that is to stand.
    pub(super) fn standing(&self, key: &Key) -> Option<&Report> {
        self.winner(self.all.get(key)?)
    }

    /// Where what stood was read again and can no longer be used, the best version that had given way to it comes back.
    pub(super) fn revive(&mut self, run: i32) -> Vec<Renewal> {
        let mut renewed = Vec::new();
        let mut revived = Vec::new();
        for (key, case) in self.all.iter().filter(|(_, case)| !case.dormant.is_empty()) {
            let is_usable = |report: &&Report| {
                !report.is_correction() && rank(report).is_some_and(|rank| rank.acceptable)
            };
            let there = best(self.candidates(case).filter(is_usable));
            let found = best(there.into_iter().chain(&case.dormant));
            if let Some(dormant) =
                found.filter(|report| report.valid_to_run.is_some_and(|gone| gone < run))
            {
                let again = dormant.again(run);
                renewed.push(Renewal {
                    older: dormant.id.clone(),
                    newer: again.id.clone(),
                    gone_in: dormant.valid_to_run,
                });
                revived.push((key.clone(), again));
            }
        }
        for (key, report) in revived {
            if let Some(case) = self.all.get_mut(&key) {
                case.arrived.push(report);
            }
        }
        renewed
    }
}

fn best<'r>(reports: impl Iterator<Item = &'r Report>) -> Option<&'r Report> {
    reports
        .filter(|report| !report.is_correction())
        .filter_map(|report| Some((rank(report)?, &report.id, report)))
        .max_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)))
        .map(|(_, _, report)| report)
}

/// What decides between versions, whether they can be used or not.
fn order(report: &Report) -> Option<Rank<'_>> {
    let acceptable = true;
    rank(report).map(|rank| Rank { acceptable, ..rank })
}

fn rank(report: &Report) -> Option<Rank<'_>> {
    let arrival = report.arrival.as_ref()?;
    Some(Rank {
        acceptable: report.is_usable(),
        stated: arrival.stated_version,
        received_at: arrival.received_at,
        path: &arrival.path,
        submission_id: &arrival.submission_id,
    })
}
