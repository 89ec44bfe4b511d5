//! The files of the inbox, in order, each with the hash of its content.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::outcome::ConsolidateError;
use super::unreadable::{self, Unreadable};
use crate::calendar::utc;
use crate::hex::hex;

/// Names that programs and systems leave behind.
const LEFTOVERS: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// A file of the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct InboxFile {
    /// Where it is.
    pub(super) location: PathBuf,
    /// Path relative to the workspace, with `/`.
    pub(super) path: String,
    /// Size.
    pub(super) size_bytes: u64,
    /// Time of last change, UTC.
    pub(super) received_at: NaiveDateTime,
    /// SHA-256 of the content, hex; of one that cannot be read what stands for it.
    pub(super) hash: String,
    /// Why it cannot be read, if it cannot.
    pub(super) unreadable: Option<Unreadable>,
}

/// All files below `inbox/`, sorted by path. What vanishes meanwhile is left out, as if it had never come; what cannot
/// be read, folders and links too, says why. A missing inbox is an error.
pub(super) fn files(workspace: &Path) -> Result<Vec<InboxFile>, ConsolidateError> {
    let inbox = workspace.join("inbox");
    let mut found = Vec::new();
    let mut files = Vec::new();
    let entries = WalkDir::new(&inbox)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_leftover(entry));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => found.push(entry.into_path()),
            Ok(entry) if entry.depth() > 0 && entry.path_is_symlink() => {
                files.push(unread(workspace, entry.into_path(), Unreadable::Link));
            }
            Ok(_) => {}
            Err(error) => files.extend(refused(workspace, &inbox, error)?),
        }
    }
    let hashed: Vec<InboxFile> = found
        .into_par_iter()
        .filter_map(|location| hashed(workspace, location))
        .collect();
    files.extend(hashed);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn is_leftover(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || LEFTOVERS.contains(&name.to_lowercase().as_str())
}

/// A folder, or a file in it, that the walk could not enter; none if it vanished.
fn refused(
    workspace: &Path,
    inbox: &Path,
    error: walkdir::Error,
) -> Result<Option<InboxFile>, ConsolidateError> {
    let location = error.path().unwrap_or(inbox).to_owned();
    let is_inbox = location == inbox;
    let source = std::io::Error::from(error);
    if is_inbox {
        return Err(ConsolidateError::Io {
            path: location,
            source,
        });
    }
    let vanished = source.kind() == std::io::ErrorKind::NotFound;
    Ok((!vanished).then(|| unread(workspace, location, Unreadable::of(&source))))
}

fn hashed(workspace: &Path, location: PathBuf) -> Option<InboxFile> {
    match hash_file(&location) {
        Ok((hash, size_bytes, received_at)) => Some(InboxFile {
            path: relative(workspace, &location),
            location,
            size_bytes,
            received_at,
            hash,
            unreadable: None,
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => Some(unread(workspace, location, Unreadable::of(&error))),
    }
}

/// A file or folder whose content nobody could read; size and time are told where the system tells them.
fn unread(workspace: &Path, location: PathBuf, why: Unreadable) -> InboxFile {
    let path = relative(workspace, &location);
    let known = fs::symlink_metadata(&location).ok();
    let modified = known.as_ref().and_then(|known| known.modified().ok());
    InboxFile {
        hash: unreadable::id(&path),
        size_bytes: known
            .filter(fs::Metadata::is_file)
            .map_or(0, |known| known.len()),
        received_at: utc(modified.unwrap_or(std::time::SystemTime::UNIX_EPOCH)),
        path,
        location,
        unreadable: Some(why),
    }
}

fn hash_file(location: &Path) -> std::io::Result<(String, u64, NaiveDateTime)> {
    let mut file = fs::File::open(location)?;
    let modified = file.metadata()?.modified()?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut size = 0;
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        size += count as u64;
        digest.update(&buffer[..count]);
    }
    Ok((hex(&digest.finalize()), size, utc(modified)))
}

fn relative(workspace: &Path, location: &Path) -> String {
    let below = location.strip_prefix(workspace).unwrap_or(location);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_sorted_and_leftovers_are_left_out() {
        let workspace = tempfile::tempdir().unwrap();
        let inbox = workspace.path().join("inbox");
        fs::create_dir_all(inbox.join("2018-10")).unwrap();
        fs::create_dir_all(inbox.join(".sync")).unwrap();
        for name in [
            "2018-10/vantaa.csv",
            "2018-10/Espoo.csv",
            "2018-10/~$Espoo.xlsx",
            "Thumbs.db",
            "Desktop.ini",
            ".DS_Store",
            ".sync/copy.csv",
            "a.csv",
        ] {
            fs::write(inbox.join(name), b"abc").unwrap();
        }
        let found = files(workspace.path()).unwrap();
        let paths: Vec<&str> = found.iter().map(|file| &*file.path).collect();
        assert_eq!(
            paths,
            [
                "inbox/2018-10/Espoo.csv",
                "inbox/2018-10/vantaa.csv",
                "inbox/a.csv"
            ]
        );
        assert_eq!(
            found[0].hash,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(found[0].size_bytes, 3);
    }

    #[test]
    fn a_missing_inbox_is_named() {
        let workspace = tempfile::tempdir().unwrap();
        let error = files(workspace.path()).unwrap_err();
        assert!(error.to_string().ends_with("inbox"), "{error}");
    }
}
