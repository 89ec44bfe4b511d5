//! What a file is, by its first bytes and the names of its parts, never by its extension (READING.md R3).

use crate::document::{Format, Limits, Refusal};
use crate::format::compound::{self, Compound};
use crate::format::{Package, encrypted, format_error};
use crate::workbook::OLD_XLS;

/// What the bytes are.
pub(super) enum Signature<'a> {
    /// A zipped workbook, opened.
    Package(Format, Package<'a>),
    /// The workbook stream of an xls file.
    Xls(Vec<u8>),
    /// A sheet of Excel 2 to 4.
    OldXls,
    /// Anything that looks like text.
    Text,
}

/// Tells what the bytes are.
///
/// # Errors
/// A refusal that names what the file is where it is no table, or is one under a password.
pub(super) fn identify<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Signature<'a>, Refusal> {
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(format_error("empty", bytes.len().to_string()));
    }
    if bytes.starts_with(&compound::SIGNATURE) {
        return workbook_stream(bytes).map(Signature::Xls);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let mut package = Package::open(bytes, limits)?;
        let format = package_format(&mut package)?;
        return Ok(Signature::Package(format, package));
    }
    if OLD_XLS.iter().any(|begin| bytes.starts_with(begin)) {
        return Ok(Signature::OldXls);
    }
    match other(bytes) {
        Some(reason) => Err(format_error(reason, "")),
        None => Ok(Signature::Text),
    }
}

/// The stream of an xls file that holds the workbook.
fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let compound = Compound::open(bytes)?;
    for name in ["Workbook", "Book"] {
        if let Some(stream) = compound.stream(name)? {
            return Ok(stream);
        }
    }
    if compound.contains("EncryptedPackage") || compound.contains("EncryptionInfo") {
        return Err(encrypted("xlsx"));
    }
    let reason = if compound.contains("WordDocument") {
        "doc"
    } else {
        "compound"
    };
    Err(format_error(reason, ""))
}

/// Which workbook a zip file is.
fn package_format(package: &mut Package<'_>) -> Result<Format, Refusal> {
    if let Some(types) = package.part("[Content_Types].xml")? {
        let has = |needle: &str| memchr::memmem::find(&types, needle.as_bytes()).is_some();
        if has("sheet.binary.macroEnabled.main") {
            return Ok(Format::Xlsb);
        }
        if has("spreadsheetml") || has("ms-excel.sheet") || has("ms-excel.template") {
            return Ok(Format::Xlsx);
        }
        if has("wordprocessingml") || has("ms-word") {
            return Err(format_error("docx", ""));
        }
        if has("presentationml") || has("ms-powerpoint") {
            return Err(format_error("pptx", ""));
        }
    }
    if package.contains("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if package.contains("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    open_document(package)
}

/// Tells an OpenDocument spreadsheet from other OpenDocument files and from other zip files.
fn open_document(package: &mut Package<'_>) -> Result<Format, Refusal> {
    let mime = package.part("mimetype")?.unwrap_or_default();
    let mime = String::from_utf8_lossy(&mime);
    let Some((_, kind)) = mime.split_once("application/vnd.oasis.opendocument.") else {
        // Some writers leave the entry out; the content says the same.
        return match package.part("content.xml")? {
            Some(content)
                if memchr::memmem::find(&content, b"opendocument").is_some()
                    || memchr::memmem::find(&content, b"office:spreadsheet").is_some() =>
            {
                Ok(Format::Ods)
            }
            _ => Err(format_error("zip", first_names(package))),
        };
    };
    if !kind.starts_with("spreadsheet") {
        let reason = if kind.starts_with("text") {
            "odt"
        } else {
            "opendocument"
        };
        return Err(format_error(reason, kind.trim()));
    }
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(encrypted("ods"));
    }
    Ok(Format::Ods)
}

/// A few names of a zip file's parts, to say what it holds.
fn first_names(package: &Package<'_>) -> String {
    const SHOWN: usize = 3;
    let mut names: Vec<&str> = package.names().collect();
    names.sort_unstable();
    names.truncate(SHOWN);
    names.join(", ")
}

/// Files that are neither workbook nor text, by their first bytes.
fn other(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 14] = [
        (b"%PDF", "pdf"),
        (b"\x89PNG", "image"),
        (b"\xff\xd8\xff", "image"),
        (b"GIF8", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
        (b"{\\rtf", "rtf"),
        (b"\x1f\x8b", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"Rar!", "archive"),
        (b"BZh", "archive"),
        (b"\xfd7zXZ", "archive"),
        (b"\x28\xb5\x2f\xfd", "archive"),
        (b"\x09\x08", "old-excel"),
    ];
    if let Some((_, reason)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(reason);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("image");
    }
    if bytes
        .get(4..12)
        .is_some_and(|brand| brand == b"ftypheic" || brand == b"ftypmif1")
    {
        return Some("image");
    }
    markup(bytes)
}

/// Web pages and XML files, whatever stands before their first tag.
fn markup(bytes: &[u8]) -> Option<&'static str> {
    const LOOKED_AT: usize = 1024;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = bytes.trim_ascii_start();
    let head = head[..head.len().min(LOOKED_AT)].to_ascii_lowercase();
    if !head.starts_with(b"<") {
        return None;
    }
    let tags: [&[u8]; 6] = [
        b"<!doctype html",
        b"<html",
        b"<table",
        b"<head",
        b"<body",
        b"<meta",
    ];
    if tags
        .iter()
        .any(|tag| memchr::memmem::find(&head, tag).is_some())
    {
        return Some("html");
    }
    head.starts_with(b"<?xml").then_some("xml")
}
