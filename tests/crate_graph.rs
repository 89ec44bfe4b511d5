//! The crates depend on one another in one direction only, and each library stays in its room.

use std::collections::BTreeSet;
use std::fs;

use crate::kit::root;

/// Names of the dependencies of a crate; with `all` those of its tests, too.
fn dependencies(folder: &str, all: bool) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = text.parse().unwrap();
    let kinds: &[&str] = if all {
        &["dependencies", "dev-dependencies", "build-dependencies"]
    } else {
        &["dependencies"]
    };
    kinds
        .iter()
        .filter_map(|kind| manifest.get(*kind)?.as_table())
        .flat_map(|table| table.keys().cloned())
        .collect()
}

fn ours(folder: &str) -> BTreeSet<String> {
    dependencies(folder, false)
        .into_iter()
        .filter(|name| name.starts_with("kooste"))
        .collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_stages_know_only_what_stands_before_them() {
    assert_eq!(ours("ingest"), names(&[]));
    assert_eq!(ours("transform"), names(&["kooste-ingest"]));
    assert!(ours("reports").is_subset(&names(&["kooste-ingest", "kooste-transform"])));
    assert_eq!(
        ours("pipelines"),
        names(&["kooste-ingest", "kooste-reports", "kooste-transform"])
    );
    assert_eq!(ours("fixtures"), names(&[]));
}

#[test]
fn tests_bring_no_edge_backwards() {
    let above = [
        (
            "ingest",
            &["kooste-transform", "kooste-reports", "kooste"][..],
        ),
        ("transform", &["kooste-reports", "kooste"][..]),
        ("reports", &["kooste"][..]),
    ];
    for (folder, forbidden) in above {
        let known = dependencies(folder, true);
        for name in forbidden {
            assert!(!known.contains(*name), "{folder} knows {name}");
        }
    }
}

#[test]
fn duckdb_stays_in_transform() {
    for folder in ["ingest", "reports", "pipelines", "fixtures"] {
        assert!(!dependencies(folder, true).contains("duckdb"), "{folder}");
    }
}

#[test]
fn the_commands_libraries_stay_in_pipelines() {
    for folder in ["ingest", "transform", "reports"] {
        for library in [
            "clap",
            "anyhow",
            "indicatif",
            "comfy-table",
            "annotate-snippets",
        ] {
            let known = dependencies(folder, true);
            assert!(!known.contains(library), "{folder} knows {library}");
        }
    }
}

#[test]
fn reading_knows_no_database_and_telling_reads_no_files() {
    assert!(!dependencies("ingest", false).contains("rust_decimal"));
    assert!(!dependencies("reports", false).contains("calamine"));
}
