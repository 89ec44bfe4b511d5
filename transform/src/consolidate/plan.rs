//! What is to be read: contents and paths that earlier runs have not seen.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::inbox::InboxFile;
use super::known::Known;
use super::outcome::RunOutcome;
use crate::values::privacy::mask_identity;

/// Why a content is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It was not read before.
    New,
    /// It was read before under other paths.
    Path,
    /// It lies in the archive, and what it was read by changed.
    Again,
}

/// A content with the paths under which it is new, or for one to be read again all its paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Job {
    /// The files, in the order of their paths; never empty.
    pub(super) files: Vec<InboxFile>,
    /// Why it is to be read.
    pub(super) kind: Kind,
    /// Of a content to be read again the paths that are new.
    pub(super) new_paths: Vec<String>,
}

impl Plan {
    /// What a run did, with the files that it found.
    pub(super) fn counted(&self, outcome: RunOutcome) -> RunOutcome {
        RunOutcome {
            files: self.files,
            files_unchanged: self.unchanged,
            files_known: self.known_elsewhere(),
            ..outcome
        }
    }

    /// Files whose content is known, or new, under another path as well.
    pub(super) fn known_elsewhere(&self) -> u64 {
        let files = self.jobs.iter().map(|job| match job.kind {
            Kind::New => job.files.len() - 1,
            Kind::Path => job.files.len(),
            Kind::Again => job.new_paths.len(),
        });
        files.sum::<usize>() as u64
    }

    /// Adds contents to be read again; one that has come under another path too is read again under all.
    pub(super) fn read_again(&mut self, jobs: Vec<Job>) {
        let planned: HashMap<String, usize> = self
            .jobs
            .iter()
            .enumerate()
            .map(|(at, job)| (job.files[0].hash.clone(), at))
            .collect();
        for job in jobs {
            match planned.get(&job.files[0].hash) {
                Some(at) if self.jobs[*at].kind == Kind::Path => self.jobs[*at].merge(job),
                Some(_) => {}
                None => self.jobs.push(job),
            }
        }
    }
}

impl Job {
    /// Takes up the same content that is to be read again.
    fn merge(&mut self, again: Job) {
        self.new_paths = self.files.iter().map(|file| file.path.clone()).collect();
        self.files.extend(again.files);
        self.files.sort_by(|one, other| one.path.cmp(&other.path));
        self.kind = Kind::Again;
    }

    /// Whether this path of a content to be read again is new.
    pub(super) fn is_new(&self, path: &str) -> bool {
        self.new_paths.iter().any(|new| new == path)
    }

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
    /// What stands for contents that earlier runs could not read and that can be read now or are gone, sorted.
    pub(super) no_longer_unreadable: Vec<String>,
}

/// Compares the inbox, sorted by path, with what is known. Paths are stored masked (READING.md R30).
pub(super) fn plan(files: Vec<InboxFile>, known: &Known) -> Plan {
    let mut plan = Plan::default();
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    plan.no_longer_unreadable = no_longer_unreadable(&files, known);
    for file in files {
        plan.files += 1;
        // One that was read well in between is news when it cannot be read again.
        let is_known = file.unreadable.is_none() || known.unread().contains(&file.hash);
        if is_known && known.has_path(&file.hash, &mask_identity(&file.path)) {
            plan.unchanged += 1;
            continue;
        }
        if let Some(job) = at.get(&file.hash) {
            plan.jobs[*job].files.push(file);
            continue;
        }
        at.insert(file.hash.clone(), plan.jobs.len());
        plan.jobs.push(Job {
            kind: if known.has_content(&file.hash) {
                Kind::Path
            } else {
                Kind::New
            },
            files: vec![file],
            new_paths: Vec::new(),
        });
    }
    plan
}

fn no_longer_unreadable(files: &[InboxFile], known: &Known) -> Vec<String> {
    let unreadable: HashSet<&str> = files
        .iter()
        .filter(|file| file.unreadable.is_some())
        .map(|file| file.hash.as_str())
        .collect();
    known
        .unread()
        .iter()
        .filter(|id| !unreadable.contains(id.as_str()))
        .cloned()
        .collect()
}
