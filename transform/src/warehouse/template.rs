//! An empty warehouse kept as a file: copying it is quicker than the hundreds of statements that lay one out.
//!
//! A template is only a short cut. It knows by the hash of their texts which statements made it, and is used for
//! no others.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use sha2::{Digest as _, Sha256};

use super::error::WarehouseError;
use super::open::Warehouse;
use super::{models, schema};
use crate::hex::hex;
use crate::programme::Programme;

/// An empty warehouse, with its marts.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// [`Template::layout`] of the statements that made it.
    pub layout: &'static str,
    /// The file, compressed with gzip.
    pub file: &'static [u8],
}

impl Template {
    /// Hash of the statements that lay out a warehouse for a programme, SHA-256 in hexadecimal.
    #[must_use]
    pub fn layout(programme: &Programme) -> String {
        let mut digest = Sha256::new();
        digest.update(schema::statements(programme));
        digest.update(models::hash(programme));
        hex(&digest.finalize())
    }

    /// Makes the file of a template for a programme, by its statements.
    ///
    /// # Errors
    ///
    /// [`WarehouseError`] if `path` cannot be written; whatever is there already is added to.
    pub fn make(path: &Path, programme: &Programme) -> Result<(), WarehouseError> {
        let warehouse = Warehouse::create(path, programme, Some(1))?;
        models::create(&warehouse, programme)
    }

    /// Compresses the file of a template.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::Io`] if it cannot be read.
    pub fn compress(path: &Path) -> Result<Vec<u8>, WarehouseError> {
        let read = || -> io::Result<Vec<u8>> {
            let mut compressed = Vec::new();
            GzEncoder::new(fs::File::open(path)?, Compression::best())
                .read_to_end(&mut compressed)?;
            Ok(compressed)
        };
        read().map_err(|source| WarehouseError::io(path, source))
    }

    /// Puts the empty warehouse at `path`, where nothing may be yet; under another name first, so that what is there
    /// is always whole.
    ///
    /// # Errors
    ///
    /// [`WarehouseError::Io`] if it cannot be written.
    pub fn unpack(self, path: &Path) -> Result<(), WarehouseError> {
        let unfinished = path.with_extension("part");
        let write = || -> io::Result<()> {
            let mut file = fs::File::create(&unfinished)?;
            io::copy(&mut GzDecoder::new(self.file), &mut file)?;
            fs::rename(&unfinished, path)
        };
        write().map_err(|source| WarehouseError::io(path, source))
    }

    /// Tells whether the programme's statements made it.
    pub(super) fn fits(self, programme: &Programme) -> bool {
        self.layout == Self::layout(programme)
    }
}
