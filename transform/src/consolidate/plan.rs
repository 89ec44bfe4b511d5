//! What is to be read: contents and paths that earlier runs have not seen.

use std::collections::BTreeMap;

use super::inbox::InboxFile;
use super::known::Known;
use crate::values::privacy::mask_identity;

/// A content with the paths under which it is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Job {
    /// The files, in the order of their paths; never empty.
    pub(super) files: Vec<InboxFile>,
    /// Whether the content itself was read before.
    pub(super) known: bool,
}

impl Job {
    /// Bytes that reading it holds.
    pub(super) fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.size_bytes).sum()
    }
}

/// What to do.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Contents to read, in the order of their first path.
    pub(super) jobs: Vec<Job>,
    /// Files found.
    pub(super) files: u64,
    /// Files whose content and path are known.
    pub(super) unchanged: u64,
}

/// Compares the inbox, sorted by path, with what is known. Paths are stored masked (READING.md R30).
pub(super) fn plan(files: Vec<InboxFile>, known: &Known) -> Plan {
    let mut plan = Plan::default();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        plan.files += 1;
        if known.has_path(&file.hash, &mask_identity(&file.path)) {
            plan.unchanged += 1;
            continue;
        }
        if let Some(job) = at.get(&file.hash) {
            plan.jobs[*job].files.push(file);
            continue;
        }
        at.insert(file.hash.clone(), plan.jobs.len());
        plan.jobs.push(Job {
            known: known.has_content(&file.hash),
            files: vec![file],
        });
    }
    plan
}
