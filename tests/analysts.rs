//! What analysts get: example queries, the dictionary, the Data Package, and a file that other clients open.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kooste_transform::warehouse::read::Value;
use serde_json::{Value as Json, json};

use crate::kit::{Workspace, committed, demo, kooste, query, sources};

const REGIONS: [&str; 4] = ["uusimaa", "paakaupunkiseutu", "paijat-hame", "kanta-hame"];

#[test]
fn the_twenty_example_queries_run_and_answer() {
    let files = sources("docs/queries", ".sql");
    assert_eq!(files.len(), 20);
    for file in files {
        let sql = fs::read_to_string(&file).unwrap();
        assert!(
            sql.starts_with("-- "),
            "{} asks no question",
            file.display()
        );
        // Not every region has everything: some region must answer.
        let answers = REGIONS.map(|region| query(&demo(region), &sql).rows.len());
        assert!(
            answers.iter().any(|rows| *rows > 0),
            "{} answers nothing",
            file.display()
        );
    }
}

/// The dictionary of the warehouse, made of its COMMENTs.
fn dictionary(workspace: &Path) -> String {
    let mut text = String::from(
        "# The warehouse\n\nMade from the comments in the file itself (`COMMENT ON`), which any DuckDB client shows. Text in `code` is \
         a column.\n\nFacts of the current versions are in `core`, of all versions in `history`; `core.as_of_<table>(run)` gives each \
         fact table as it\nwas known after a run. What reports show is in `mart`, how it came about in `meta`, code lists, \
         organisations and municipalities in `ref`.\n",
    );
    let mut last = (String::new(), String::new());
    let sql = "SELECT col.schema_name, col.table_name, coalesce(tab.comment, view.comment, ''), col.column_name, \
            col.data_type, coalesce(col.comment, '') FROM duckdb_columns() AS col \
        LEFT JOIN duckdb_tables() AS tab ON tab.schema_name = col.schema_name AND tab.table_name = col.table_name \
        LEFT JOIN duckdb_views() AS view ON view.schema_name = col.schema_name AND view.view_name = col.table_name \
        WHERE NOT col.internal AND col.schema_name IN ('core', 'history', 'mart', 'meta', 'ref') \
        ORDER BY col.schema_name, col.table_name, col.column_index";
    for row in query(workspace, sql).rows {
        let part = |at: usize| row[at].to_string();
        if last.0 != part(0) {
            text.push_str(&format!("\n## `{}`\n", part(0)));
        }
        if last != (part(0), part(1)) {
            text.push_str(&format!(
                "\n### `{}.{}`\n\n{}\n\n",
                part(0),
                part(1),
                part(2)
            ));
        }
        text.push_str(&format!("- `{}` {}: {}\n", part(3), part(4), part(5)));
        last = (part(0), part(1));
    }
    text.push_str("\n## Example queries\n\nIn `docs/queries`; they run in the tests.\n\n");
    for file in sources("docs/queries", ".sql") {
        let sql = fs::read_to_string(&file).unwrap();
        let question = sql.lines().next().unwrap().trim_start_matches("-- ");
        let name = file.file_name().unwrap().to_string_lossy();
        text.push_str(&format!("- [{question}](queries/{name})\n"));
    }
    text
}

#[test]
fn the_dictionary_is_what_the_comments_say() {
    committed("docs/warehouse.md", &dictionary(&demo("uusimaa")));
}

/// Exports the demo and returns the folder with its description.
fn exported(arguments: &[&str]) -> (tempfile::TempDir, PathBuf, Json) {
    exported_of("uusimaa", arguments)
}

fn exported_of(region: &'static str, arguments: &[&str]) -> (tempfile::TempDir, PathBuf, Json) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("package");
    let workspace = demo(region);
    let base = [
        "export",
        target.to_str().unwrap(),
        "--workspace",
        workspace.to_str().unwrap(),
    ];
    kooste(&[&base, arguments].concat()).ends(0);
    let text = fs::read_to_string(target.join("datapackage.json")).unwrap();
    let description = serde_json::from_str(&text).unwrap();
    (folder, target, description)
}

#[test]
fn a_package_describes_every_file_and_column() {
    let (_folder, target, description) = exported(&["--format", "csv"]);
    let resources = description["resources"].as_array().unwrap();
    assert!(resources.len() > 15);
    for resource in resources {
        let path = target.join(resource["path"].as_str().unwrap());
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let header: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| {
                assert_ne!(
                    field["description"], "",
                    "{} of {}",
                    field["name"], resource["name"]
                );
                field["name"].as_str().unwrap()
            })
            .collect();
        assert_eq!(header, fields, "{}", path.display());
        assert_eq!(resource["bytes"], json!(fs::metadata(&path).unwrap().len()));
        let name = resource["name"].as_str().unwrap();
        assert!(
            name.starts_with("mart.") || name.starts_with("ref."),
            "{name}"
        );
    }
}

/// The tool of the Data Package's makers, if it is there: `KOOSTE_FRICTIONLESS` or on the path.
#[test]
fn a_package_is_valid_by_the_tool_of_its_makers() {
    let tool = std::env::var("KOOSTE_FRICTIONLESS").unwrap_or_else(|_| "frictionless".to_owned());
    if Command::new(&tool).arg("--version").output().is_err() {
        return;
    }
    for arguments in [&["--format", "csv"][..], &["--format", "csv", "--internal"]] {
        let (_folder, target, _) = exported(arguments);
        let run = Command::new(&tool)
            .arg("validate")
            .arg(target.join("datapackage.json"))
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(run.status.success(), "{told}");
    }
}

const WITH_PEOPLE: [&str; 3] = [
    "monthly_summary",
    "municipality_summary",
    "activity_type_month",
];

/// Counts of people in a file of a package.
fn people(file: &Path) -> Vec<f64> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let columns: Vec<usize> = reader
        .headers()
        .unwrap()
        .iter()
        .enumerate()
        .filter(|(_, name)| name.starts_with("participants"))
        .map(|(at, _)| at)
        .collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    records
        .iter()
        .flat_map(|record| columns.iter().filter_map(|at| record[*at].parse().ok()))
        .collect()
}

#[test]
fn what_is_published_shows_no_small_count_of_people() {
    let small = |number: &f64| *number > 0.0 && *number < 5.0;
    let (mut shown, mut hidden) = (0, 0);
    for region in REGIONS {
        let (_public, public, _) = exported_of(region, &["--format", "csv"]);
        let (_all, all, _) = exported_of(region, &["--format", "csv", "--internal"]);
        for mart in WITH_PEOPLE {
            let file = format!("mart_{mart}.csv");
            let published = people(&public.join(&file));
            assert_eq!(
                published.iter().filter(|number| small(number)).count(),
                0,
                "{region} {mart}"
            );
            shown += published.len();
            hidden += people(&all.join(&file))
                .iter()
                .filter(|number| small(number))
                .count();
        }
    }
    assert!(
        shown > 100 && hidden > 0,
        "{shown} shown, {hidden} small ones hidden"
    );
}

#[test]
fn everything_comes_only_when_asked_for() {
    let (_folder, target, description) = exported(&["--internal", "--format", "csv"]);
    assert!(target.join("core_activity.csv").is_file());
    assert!(target.join("meta_issue.csv").is_file());
    let facts = csv::Reader::from_path(target.join("core_activity.csv"))
        .unwrap()
        .records()
        .count();
    let stored = query(&demo("uusimaa"), "SELECT count(*) FROM core.activity");
    assert_eq!(Value::Int(i64::try_from(facts).unwrap()), stored.rows[0][0]);
    let names: Vec<&str> = description["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|resource| resource["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"history.activity"));
}

#[test]
fn the_same_warehouse_gives_the_same_package() {
    let files = |folder: &Path| {
        let mut found: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (
                    path.file_name().unwrap().to_owned(),
                    fs::read(&path).unwrap(),
                )
            })
            .collect();
        found.sort();
        found
    };
    let (_one, first, _) = exported(&["--format", "csv"]);
    let (_two, second, _) = exported(&["--format", "csv"]);
    assert!(files(&first) == files(&second));
}

#[test]
fn parquet_is_written_and_a_folder_with_something_else_is_refused() {
    let (_folder, target, description) = exported(&[]);
    assert_eq!(description["resources"][0]["format"], "parquet");
    let first = description["resources"][0]["path"].as_str().unwrap();
    assert_eq!(&fs::read(target.join(first)).unwrap()[..4], b"PAR1");

    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    let workspace = demo("uusimaa");
    kooste(&[
        "export",
        folder.path().to_str().unwrap(),
        "--workspace",
        workspace.to_str().unwrap(),
        "--lang",
        "en",
    ])
    .ends(2)
    .says("already holds something else");
}

/// Python interpreters with a DuckDB client of their own: those of `KOOSTE_DUCKDB_PYTHONS` (separated by colons), and
/// the system's if it has one.
fn pythons() -> Vec<(String, String)> {
    let named = std::env::var("KOOSTE_DUCKDB_PYTHONS").unwrap_or_default();
    named
        .split(':')
        .filter(|path| !path.is_empty())
        .chain(["python3"])
        .filter_map(|python| {
            let asked = Command::new(python)
                .args(["-c", "import duckdb; print(duckdb.__version__)"])
                .output()
                .ok()?;
            let version = String::from_utf8(asked.stdout).ok()?.trim().to_owned();
            (asked.status.success() && !version.is_empty()).then(|| (python.to_owned(), version))
        })
        .collect()
}

/// Nothing is asked of machines without such a client; the others must open the file and see what we see.
#[test]
fn other_clients_open_the_file() {
    let path = demo("uusimaa").join("warehouse.duckdb");
    let sql = "SELECT count(*), sum(participants_total) FROM core.activity";
    let ours = &query(&demo("uusimaa"), sql).rows[0];
    for (python, version) in pythons() {
        let script = format!(
            "import duckdb\nc = duckdb.connect({path:?}, read_only=True)\nprint(*c.sql({sql:?}).fetchall()[0])\n\
             print(c.sql('SELECT count(*) FROM core.as_of_activity(1)').fetchall()[0][0])\n\
             print(c.sql('SELECT count(*) FROM ref.municipality_crosswalk').fetchall()[0][0])"
        );
        let run = Command::new(&python)
            .args(["-c", &script])
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&run.stdout).into_owned();
        let fault = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(run.status.success(), "{version}: {fault}");
        assert!(
            told.starts_with(&format!("{} {}\n", ours[0], ours[1])),
            "{version}: {told}"
        );
    }
}

#[test]
fn merged_municipalities_are_summed_on_later_boundaries_and_kept_on_earlier_ones() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let on = |year: u32| {
        workspace.column(&format!(
            "SELECT concat_ws(' ', municipality_code, code_of_year, is_of_year) FROM ref.municipality_crosswalk \
             WHERE year = {year} AND municipality_code IN ('911', '541', '099', '214') ORDER BY municipality_code"
        ))
    };
    // Valtimo went into Nurmes in 2020, Honkajoki into Kankaanpää in 2021.
    assert_eq!(
        on(2019),
        [
            "099 099 true",
            "214 214 true",
            "541 541 true",
            "911 911 true"
        ]
    );
    assert_eq!(
        on(2026),
        [
            "099 214 true",
            "214 214 true",
            "541 541 true",
            "911 541 true"
        ]
    );
    let rows = workspace.column(
        "SELECT count(*) FROM (SELECT year, municipality_code FROM ref.municipality_crosswalk \
         GROUP BY year, municipality_code HAVING count(*) > 1)",
    );
    assert_eq!(rows, ["0"]);
    // Nobody is lost: the people of 2018 on the boundaries of 2026 are as many as on their own.
    let people = |year: u32| {
        workspace.column(&format!(
            "SELECT sum(population.population) FROM ref.population AS population JOIN ref.municipality_crosswalk AS crosswalk \
             ON crosswalk.year = {year} AND crosswalk.municipality_code = population.municipality_code \
             WHERE population.year = 2018 AND crosswalk.is_of_year"
        ))
    };
    assert_eq!(people(2018), people(2026));
}
