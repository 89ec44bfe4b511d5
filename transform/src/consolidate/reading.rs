//! The work of a reader thread: from a content of the inbox to what the writer appends.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::archive;
use super::copies::{self, Role};
use super::cumulative;
use super::inbox::InboxFile;
use super::outcome::ConsolidateError;
use super::plan::Job;
use super::prepare::prepare;
use super::report::Key;
use super::writer::Incoming;
use crate::submission::{Context, FileReading, Submission};
use crate::wording::Wording;

/// Reads a file: [`crate::submission::read_submission`], or something else in tests and benchmarks.
pub type Reader<'a> = &'a (dyn Fn(Submission, &[u8]) -> FileReading + Sync);

/// What reader threads share.
pub(super) struct Reading<'a> {
    /// Folder of the workspace.
    pub(super) workspace: &'a Path,
    /// Programme, region, settings.
    pub(super) context: &'a Context,
    /// How a file is read.
    pub(super) read: Reader<'a>,
    /// Words of issues.
    pub(super) wording: &'a dyn Wording,
}

impl Reading<'_> {
    /// Reads a content under each of its new paths.
    pub(super) fn job(
        &self,
        job: &Job,
        loaded: Option<&BTreeSet<Key>>,
    ) -> Result<Vec<Incoming>, ConsolidateError> {
        let first = &job.files[0];
        let Some(bytes) = self.bytes(first)? else {
            return Ok(Vec::new());
        };
        let mut readings: Vec<FileReading> = job
            .files
            .iter()
            .map(|file| (self.read)(submission(file), &bytes))
            .collect();
        for reading in &mut readings {
            cumulative::hold_back(reading, &self.context.region);
        }
        let roles = copies::roles(&readings, loaded);
        let archived = self.archive(first, &readings[0], &bytes)?;
        drop(bytes);
        for (at, reading) in readings.iter_mut().enumerate() {
            if roles[at] == Role::Copy {
                let other = if at == 0 {
                    job.files.last()
                } else {
                    Some(first)
                };
                let other = other.map_or("", |file| file.path.as_str());
                copies::reject(reading, other);
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
                    again: job.known && role == Role::Content,
                }
            })
            .collect())
    }

    /// The bytes of a file, or of one that is too large to be read no bytes at all; none if it changed or vanished
    /// since it was hashed: the next run will take it.
    fn bytes(&self, file: &InboxFile) -> Result<Option<Vec<u8>>, ConsolidateError> {
        if self.too_large(file) {
            return Ok(Some(Vec::new()));
        }
        match fs::read(&file.location) {
            Ok(bytes) if bytes.len() as u64 == file.size_bytes => Ok(Some(bytes)),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(ConsolidateError::Io {
                path: file.location.clone(),
                source,
            }),
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
        archive::keep(self.workspace, &file.hash, name, bytes)
            .map(|()| true)
            .map_err(|source| ConsolidateError::Io {
                path: archive::location(self.workspace, &file.hash, name),
                source,
            })
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
