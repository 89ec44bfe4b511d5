//! The work of a reader thread: from a content of the inbox to what the writer appends.

use std::collections::BTreeSet;
use std::fs;

use super::archive::Archive;
use super::copies::{self, Role};
use super::cumulative;
use super::duties::Duties;
use super::essence::Essence;
use super::inbox::InboxFile;
use super::outcome::ConsolidateError;
use super::plan::{Job, Kind};
use super::prepare::prepare;
use super::report::Key;
use super::unreadable::{self, Unreadable};
use super::writer::Incoming;
use crate::calendar::utc;
use crate::hex::sha256;
use crate::submission::{Context, FileReading, Submission, refused_unread};
use crate::wording::Wording;

/// Reads a file: [`crate::submission::read_submission`], or something else in tests and benchmarks.
pub type Reader<'a> = &'a (dyn Fn(Submission, &[u8]) -> FileReading + Sync);

/// What reader threads share.
pub(super) struct Reading<'a> {
    /// Where originals go; for a preview nowhere.
    pub(super) archive: Option<&'a Archive>,
    /// Programme, region, settings.
    pub(super) context: &'a Context,
    /// What is owed.
    pub(super) duties: &'a Duties,
    /// How a file is read.
    pub(super) read: Reader<'a>,
    /// Words of issues.
    pub(super) wording: &'a dyn Wording,
}

impl Reading<'_> {
    /// Reads a content under each of its new paths; `stored` is the essence of an earlier reading. One to be read again
    /// that reads as before comes to nothing.
    pub(super) fn job(
        &self,
        job: &Job,
        loaded: Option<&BTreeSet<Key>>,
        stored: Option<&Essence>,
    ) -> Result<Vec<Incoming>, ConsolidateError> {
        let first = &job.files[0];
        let bytes = match self.content(job) {
            Ok(bytes) => bytes,
            Err(refused) => return Ok(refused),
        };
        let mut readings: Vec<FileReading> = job
            .files
            .iter()
            .map(|file| (self.read)(submission(file), &bytes))
            .collect();
        for reading in &mut readings {
            cumulative::hold_back(reading, &self.context.programme, self.duties);
        }
        let replay = job.kind == Kind::Again;
        if replay && stored == Some(&Essence::of(&readings[0])) {
            return Ok(Vec::new());
        }
        let roles = copies::roles(&readings, loaded);
        let archived = self.archive(first, &readings[0], &bytes)?;
        drop(bytes);
        let mut told = loaded.cloned().unwrap_or_default();
        for (reading, role) in readings.iter().zip(&roles) {
            if *role == Role::Content {
                told.extend(copies::usable(reading));
            }
        }
        for (at, reading) in readings.iter_mut().enumerate() {
            if roles[at] == Role::Copy {
                let other = if at == 0 {
                    job.files.last()
                } else {
                    Some(first)
                };
                let other = other.map_or("", |file| file.path.as_str());
                copies::reject(reading, other, &mut told);
            }
        }
        Ok(readings
            .into_iter()
            .zip(roles)
            .map(|(reading, role)| {
                let mut file = prepare(reading, &self.context.programme, self.wording);
                file.archived = archived;
                Incoming {
                    file,
                    role,
                    again: job.kind != Kind::New && role == Role::Content,
                    replay,
                    known: job.kind == Kind::Path,
                }
            })
            .collect())
    }

    /// The bytes of a content, from the first of its files that still has them; else the files as rejected submissions.
    fn content(&self, job: &Job) -> Result<Vec<u8>, Vec<Incoming>> {
        let mut refused = Vec::new();
        for file in &job.files {
            if file.unreadable.is_some() {
                refused.extend(self.unread(file));
                continue;
            }
            match self.bytes(file, job.kind) {
                Ok(bytes) => return Ok(bytes),
                Err(why) => refused.extend(why.and_then(|why| self.unread(&unread(file, why)))),
            }
        }
        Err(refused)
    }

    /// A file that cannot be read as a rejected submission.
    fn unread(&self, file: &InboxFile) -> Option<Incoming> {
        let reading = refused_unread(submission(file), &file.unreadable?.refusal());
        Some(Incoming {
            file: prepare(reading, &self.context.programme, self.wording),
            role: Role::Content,
            // What an earlier run noted about the path is replaced.
            again: true,
            replay: false,
            known: false,
        })
    }

    /// The bytes of a file, or of one that is too large to be read no bytes at all. Else why it cannot be read any
    /// more as it was when it was hashed; no reason if it vanished, as if it had never come, nor for an original that
    /// the archive no longer has as it was: what was read of it stays.
    fn bytes(&self, file: &InboxFile, kind: Kind) -> Result<Vec<u8>, Option<Unreadable>> {
        if self.too_large(file) {
            return Ok(Vec::new());
        }
        if kind == Kind::Again {
            let bytes = fs::read(&file.location).map_err(|_| None)?;
            let same = sha256(&bytes) == file.hash;
            return if same { Ok(bytes) } else { Err(None) };
        }
        let read = || {
            let bytes = fs::read(&file.location)?;
            Ok((bytes, fs::metadata(&file.location)?.modified()?))
        };
        match read() {
            Ok((bytes, modified)) => {
                let same =
                    bytes.len() as u64 == file.size_bytes && utc(modified) == file.received_at;
                if same {
                    Ok(bytes)
                } else {
                    Err(Some(Unreadable::Changing))
                }
            }
            Err(error) => {
                let error: std::io::Error = error;
                let vanished = error.kind() == std::io::ErrorKind::NotFound;
                Err((!vanished).then(|| Unreadable::of(&error)))
            }
        }
    }

    fn too_large(&self, file: &InboxFile) -> bool {
        self.context.limits.admit(file.size_bytes).is_err()
    }

    fn archive(
        &self,
        file: &InboxFile,
        reading: &FileReading,
        bytes: &[u8],
    ) -> Result<bool, ConsolidateError> {
        let keeps_personal_data = self.context.region.privacy.archive_personal_data;
        if self.too_large(file) || (reading.personal_data && !keeps_personal_data) {
            return Ok(false);
        }
        let name = reading.submission.file_name();
        if let Some(archive) = self.archive {
            archive.keep(&file.hash, name, bytes)?;
        }
        Ok(true)
    }
}

/// The file as one that could not be read.
fn unread(file: &InboxFile, why: Unreadable) -> InboxFile {
    InboxFile {
        hash: unreadable::id(&file.path),
        unreadable: Some(why),
        ..file.clone()
    }
}

fn submission(file: &InboxFile) -> Submission {
    Submission {
        id: file.hash.clone(),
        path: file.path.clone(),
        size_bytes: file.size_bytes,
        received_at: file.received_at,
    }
}
