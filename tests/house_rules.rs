//! Rules of the house that no compiler checks.

use std::fs;

use crate::kit::{root, sources};

#[test]
fn the_command_is_a_binary_of_a_few_lines() {
    let main = fs::read_to_string(root().join("pipelines/src/main.rs")).unwrap();
    assert!(main.lines().count() < 15);
}

#[test]
fn only_one_module_prints() {
    for path in sources("pipelines/src", ".rs") {
        let text = fs::read_to_string(&path).unwrap();
        let prints = text.contains("io::stdout()") || text.contains("io::stderr()");
        let is_ui = path.to_string_lossy().contains("/src/ui/");
        assert!(!prints || is_ui, "{} prints", path.display());
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in [
        "ingest/src",
        "transform/src",
        "reports/src",
        "pipelines/src",
        "fixtures/src",
        "tests",
    ] {
        for path in sources(folder, ".rs") {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("//!"), "{} has no heading", path.display());
        }
    }
}

#[test]
fn no_file_is_a_grab_bag() {
    for folder in [
        "ingest/src",
        "transform/src",
        "reports/src",
        "pipelines/src",
        "fixtures/src",
    ] {
        for path in sources(folder, ".rs") {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let bag =
                ["utils", "util", "common", "misc", "helpers", "manager"].contains(&name.as_str());
            assert!(!bag, "{}", path.display());
        }
    }
}

#[test]
fn the_readme_and_the_gate_run_the_same_tests() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains("\ncargo run --release -- demo\n"));
    assert!(readme.contains("\ncargo test --release --workspace\n"));
    let gate = fs::read_to_string(root().join(".ci/run")).unwrap();
    assert!(
        gate.contains("README.md"),
        "the gate takes the test command from the README"
    );
}
