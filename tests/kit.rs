//! The test kit: temporary workspaces, the command, golden files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::{Mutex, OnceLock};

use assert_cmd::Command;
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Rows;
use tempfile::TempDir;

/// 10 January 2019, 10:00 UTC: all runs of the tests happen then.
pub(crate) const NOW: &str = "1547114400";

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The command, in Finnish unless a test says otherwise, whatever the environment.
pub(crate) fn kooste(arguments: &[&str]) -> Run {
    run(arguments, None)
}

/// The command with another current folder.
pub(crate) fn kooste_in(folder: &Path, arguments: &[&str]) -> Run {
    run(arguments, Some(folder))
}

fn run(arguments: &[&str], folder: Option<&Path>) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kooste"));
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command.env("SOURCE_DATE_EPOCH", NOW);
    if let Some(folder) = folder {
        command.current_dir(folder);
    }
    Run(command.args(arguments).output().unwrap())
}

/// What a command did.
pub(crate) struct Run(Output);

impl Run {
    pub(crate) fn code(&self) -> i32 {
        self.0.status.code().unwrap_or(-1)
    }

    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.0.stdout)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.stdout(), self.stderr()))
    }

    /// Expects this exit code and shows what was said if it is another one.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code(), code, "{}\n{}", self.stdout(), self.stderr());
        self
    }

    /// Expects these words on stderr.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(self.stderr().contains(words), "{}", self.stderr());
        self
    }
}

/// A workspace in a temporary folder.
pub(crate) struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// A new one of a built-in region.
    pub(crate) fn of_region(region: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().to_str().unwrap();
        kooste(&["init", path, "--region", region]).ends(0);
        Workspace { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file into the workspace, e.g. `inbox/2018-10/espoo.csv`.
    pub(crate) fn put(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let target = self.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, content).unwrap();
        self
    }

    /// The command in this workspace.
    pub(crate) fn kooste(&self, arguments: &[&str]) -> Run {
        kooste_in(self.path(), arguments)
    }

    pub(crate) fn query(&self, sql: &str) -> Rows {
        query(self.path(), sql)
    }

    /// The first column of a query, as text.
    pub(crate) fn column(&self, sql: &str) -> Vec<String> {
        let rows = self.query(sql).rows;
        rows.iter().map(|row| row[0].to_string()).collect()
    }
}

/// Asks the warehouse of a workspace.
pub(crate) fn query(workspace: &Path, sql: &str) -> Rows {
    let warehouse = Warehouse::open_read(&workspace.join("warehouse.duckdb")).unwrap();
    warehouse
        .query(sql, &[])
        .unwrap_or_else(|error| panic!("{error}: {sql}"))
}

/// The demo of a region, made once for all tests that only look at it.
pub(crate) fn demo(region: &'static str) -> PathBuf {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    static MADE: Mutex<BTreeMap<&str, PathBuf>> = Mutex::new(BTreeMap::new());
    let folder = FOLDER.get_or_init(|| TempDir::new().unwrap());
    let mut made = MADE
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    made.entry(region)
        .or_insert_with(|| {
            let path = folder.path().join(region);
            kooste(&["demo", path.to_str().unwrap(), "--region", region]).ends(0);
            path
        })
        .clone()
}

/// Compares a text with a committed file below the root; `KOOSTE_UPDATE=1` writes the file.
#[track_caller]
pub(crate) fn committed(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("KOOSTE_UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        return;
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    if there != text {
        let line = there
            .lines()
            .zip(text.lines())
            .position(|(old, new)| old != new)
            .unwrap_or_else(|| there.lines().count().min(text.lines().count()));
        panic!(
            "{path} is not up to date at line {}:\n  there: {}\n  now:   {}\nKOOSTE_UPDATE=1 writes it anew",
            line + 1,
            there.lines().nth(line).unwrap_or("(end)"),
            text.lines().nth(line).unwrap_or("(end)"),
        );
    }
}

/// All files below a folder of the repository with this ending, sorted.
pub(crate) fn sources(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut rest = vec![root().join(folder)];
    while let Some(next) = rest.pop() {
        for entry in fs::read_dir(&next).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                rest.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
