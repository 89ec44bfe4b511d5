//! A wrong setting shows its line and what to write instead; nothing is run before all is right.

use std::fs;

use crate::kit::{Workspace, kooste, sources};

/// The region file of a fresh workspace with one part replaced.
fn with(part: &str, replacement: &str) -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    let path = workspace.path().join("kooste.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(part), "{part}");
    fs::write(&path, text.replacen(part, replacement, 1)).unwrap();
    workspace
}

#[test]
fn a_wrong_key_shows_line_column_and_the_nearest_key() {
    let workspace = with("due_day = 10", "due_dya = 10");
    let run = workspace.kooste(&["run", "--lang", "en"]).ends(2);
    let shown = run.stderr();
    let line = fs::read_to_string(workspace.path().join("kooste.toml"))
        .unwrap()
        .lines()
        .position(|line| line.starts_with("due_dya"))
        .unwrap();
    assert!(
        shown.contains(&format!("kooste.toml:{}:1", line + 1)),
        "{shown}"
    );
    assert!(shown.contains("unknown key `due_dya`"), "{shown}");
    assert!(shown.contains("did you mean `due_day`?"), "{shown}");
    assert!(!workspace.path().join("warehouse.duckdb").exists());
}

#[test]
fn every_fault_of_the_sense_has_its_words_and_its_place() {
    let faults = [
        (
            "due_day = 10",
            "due_day = 32",
            "the due day must be 1–31, not 32",
        ),
        (
            "grant_share = 0.80",
            "grant_share = 80",
            "write the share like this: 0.8",
        ),
        (
            "\"narrative\"]",
            "\"narratives\"]",
            "did you mean `narrative`?",
        ),
        (
            "first_month = \"2017-02\"",
            "first_month = \"2/2017\"",
            "`2/2017` is no month",
        ),
        (
            "last_month = \"2018-12\"",
            "last_month = \"2016-12\"",
            "is before the first",
        ),
        (
            "languages = [\"fi\", \"sv\"]",
            "languages = [\"fi\", \"se\"]",
            "unknown language `se`",
        ),
        (
            "municipality = \"018\"",
            "municipality = \"999\"",
            "unknown municipality number `999`",
        ),
        (
            "code = \"hanko\"",
            "code = \"askola\"",
            "`askola` stands above already",
        ),
        (
            "reports_with = \"siuntio\"",
            "reports_with = \"siunto\"",
            "did you mean `siuntio`?",
        ),
    ];
    for (part, replacement, words) in faults {
        let run = with(part, replacement)
            .kooste(&["run", "--lang", "en"])
            .ends(2);
        assert!(
            run.stderr().contains(words),
            "{replacement}: {}",
            run.stderr()
        );
        assert!(run.stderr().contains("kooste.toml:"), "{}", run.stderr());
    }
}

#[test]
fn a_wrong_decision_shows_its_line() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put(
        "decisions.toml",
        "[[decision]]\nkind = \"value\"\nfield = \"development_area\"\nfound = \"Perhek.\"\nmeans = \"VII\"\n\
         by = \"agent\"\non = 2018-11-05\nwhy = \"their short form\"\n",
    );
    workspace
        .kooste(&["run", "--lang", "en"])
        .ends(2)
        .says("decisions.toml:5:9")
        .says("unknown code `VII`");
}

#[test]
fn the_built_in_region_files_are_in_order() {
    let names: Vec<String> = sources("pipelines/regions", ".toml")
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names,
        ["kanta-hame", "paakaupunkiseutu", "paijat-hame", "uusimaa"]
    );
    for name in names {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(&name);
        kooste(&["init", path.to_str().unwrap(), "--region", &name]).ends(0);
        kooste(&["run", "--workspace", path.to_str().unwrap()]).ends(0);
    }
}

#[test]
fn a_source_that_means_no_field_is_refused_with_the_nearest_one() {
    let workspace = Workspace::of_region("uusimaa");
    let path = workspace.path().join("kooste.toml");
    let text = fs::read_to_string(&path).unwrap();
    let source = "\n[[source]]\nmatch = \"*.csv\"\ncolumns = { \"Hlö\" = \"participants_totl\" }\n";
    fs::write(&path, text + source).unwrap();
    workspace
        .kooste(&["run", "--lang", "en"])
        .ends(2)
        .says("unknown field `participants_totl`")
        .says("did you mean `participants_total`?");
}

#[test]
fn two_organisations_of_one_name_are_refused() {
    let workspace = Workspace::of_region("uusimaa");
    let path = workspace.path().join("kooste.toml");
    let text = fs::read_to_string(&path).unwrap();
    let twice = "\n[[organisation]]\ncode = \"twice\"\nname = { fi = \"hangon kaupunki\" }\nkind = \"ngo\"\n";
    fs::write(&path, text + twice).unwrap();
    workspace
        .kooste(&["run", "--lang", "en"])
        .ends(2)
        .says("is called `hangon kaupunki` already");
}
