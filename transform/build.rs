//! Lists the SQL files of `models/`, `audits/` and `lineage/`, so that a new file needs no other change.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut list = String::new();
    for (constant, folder) in [
        ("MODELS", "models"),
        ("AUDITS", "audits"),
        ("LINEAGE", "lineage"),
    ] {
        let folder = root.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let _ = writeln!(
            list,
            "pub(crate) const {constant}: &[SqlFile<'static>] = &["
        );
        for (name, file) in sql_files(&folder)? {
            let _ = writeln!(
                list,
                "    SqlFile {{ name: {name:?}, sql: include_str!({:?}) }},",
                file.display().to_string()
            );
        }
        list.push_str("];\n");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("sql_files.rs"), list)
}

/// Names without ending and paths of the SQL files of a folder, sorted.
fn sql_files(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_sql = path.extension().is_some_and(|extension| extension == "sql");
        if let (true, Some(name)) = (is_sql, path.file_stem()) {
            files.push((name.to_string_lossy().into_owned(), path));
        }
    }
    files.sort();
    Ok(files)
}
