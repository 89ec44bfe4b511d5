//! What must hold when something goes wrong, and for any number of threads.

use super::*;

#[test]
fn a_run_that_dies_halfway_leaves_the_last_good_warehouse() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put("b.csv", "vantaa activities 2018-10 2", "2018-11-09");
    let path = workspace.folder.path().join("warehouse.duckdb");
    let warehouse = Warehouse::open(&path, Some(1)).unwrap();
    warehouse
        .execute("BEGIN; DELETE FROM store.activity; DELETE FROM meta.run")
        .unwrap();
    drop(warehouse);
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["2"]);
    assert_eq!(workspace.run("2018-11-20").run_id, Some(2));
}

#[test]
fn originals_are_archived_unless_they_hold_personal_data_r30() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put(
        "vantaa.csv",
        "vantaa activities 2018-10 2 secret",
        "2018-11-09",
    );
    workspace.run("2018-11-20");
    assert_eq!(
        workspace.ask("SELECT file_name, archived FROM meta.submission ORDER BY path"),
        ["espoo.csv true", "vantaa.csv false"]
    );
    let folders = fs::read_dir(workspace.folder.path().join("archive")).unwrap();
    assert_eq!(folders.count(), 1);
}

#[test]
fn a_run_that_fails_leaves_the_last_good_warehouse() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    workspace.put("vantaa.csv", "vantaa activities 2018-10 2", "2018-11-09");
    let options = RunOptions {
        threads: Some(1),
        ..options("2018-11-20")
    };
    // A ledger that does not balance breaks an audit after everything was appended.
    let read = |submission: Submission, bytes: &[u8]| {
        let mut reading = reading(submission, bytes, &workspace.context);
        reading.ledger[0].rows_read += 1;
        reading
    };
    let error = workspace.run_with(&read, &options).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("audit `ledger_balance` failed"),
        "{error}"
    );
    assert_eq!(
        workspace.ask("SELECT count(*) FROM history.activity"),
        ["2"]
    );
    assert_eq!(workspace.run("2018-11-20").run_id, Some(2));
}

#[test]
fn results_do_not_depend_on_the_number_of_threads_r39() {
    let mut found = Vec::new();
    for threads in [1, 3] {
        let workspace = Workspace::new();
        for organisation in ["espoo", "vantaa", "hus"] {
            for month in 1..=9 {
                let path = format!("2018-0{month}/{organisation}.csv");
                let text = format!("{organisation} activities 2018-0{month} {month} warned");
                workspace.put(&path, &text, "2018-11-09");
            }
        }
        let options = RunOptions {
            threads: Some(threads),
            ..options("2018-11-20")
        };
        let read =
            |submission: Submission, bytes: &[u8]| reading(submission, bytes, &workspace.context);
        workspace.run_with(&read, &options).unwrap();
        found.push((
            workspace.ask("SELECT * FROM store.activity"),
            workspace.ask("SELECT * FROM meta.report"),
            workspace.ask("SELECT * FROM meta.issue"),
        ));
    }
    assert_eq!(found[0], found[1]);
}

#[test]
fn every_table_view_and_column_has_a_comment() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let without: [&str; 3] = [
        "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE coalesce(comment, '') = ''",
        "SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''",
        "SELECT schema_name || '.' || table_name || '.' || column_name FROM duckdb_columns() \
         WHERE NOT internal AND coalesce(comment, '') = ''",
    ];
    for sql in without {
        assert_eq!(workspace.ask(sql), Vec::<String>::new());
    }
}

#[test]
fn the_file_is_readable_for_older_clients() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let version = workspace.ask(
        "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'warehouse'",
    );
    assert_eq!(version, ["v1.4.0+"]);
}

#[test]
fn a_reader_reaches_no_other_file_and_changes_no_setting() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let warehouse =
        Warehouse::open_read(&workspace.folder.path().join("warehouse.duckdb")).unwrap();
    for sql in [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY meta.run TO '/tmp/kooste-run.csv'",
        "ATTACH '/tmp/kooste-other.duckdb'",
        "SET enable_external_access = true",
        "DELETE FROM meta.run",
        "INSTALL httpfs",
    ] {
        assert!(warehouse.query(sql, &[]).is_err(), "{sql}");
    }
}

#[test]
fn a_file_that_is_no_warehouse_is_named_as_damaged() {
    let workspace = Workspace::new();
    fs::write(
        workspace.folder.path().join("warehouse.duckdb"),
        b"not a database at all",
    )
    .unwrap();
    let error = workspace.try_run("2018-11-20").unwrap_err();
    let is_damaged = matches!(
        error,
        ConsolidateError::Warehouse(WarehouseError::Damaged { .. })
    );
    assert!(is_damaged, "{error:?}");
}

#[test]
fn a_file_that_changes_while_it_is_read_is_rejected_and_read_by_the_next_run_r38() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put("vantaa.csv", "vantaa activities 2018-10 2", "2018-11-09");
    let options = RunOptions {
        threads: Some(1),
        ..options("2018-11-20")
    };
    let read = |submission: Submission, bytes: &[u8]| {
        // As many bytes as before: only the time tells.
        workspace.put("vantaa.csv", "vantaa activities 2018-10 5", "2018-11-10");
        reading(submission, bytes, &workspace.context)
    };
    let outcome = workspace.run_with(&read, &options).unwrap();
    assert_eq!((outcome.files_new, outcome.files_rejected), (2, 1));
    let issues = "SELECT code, reason, path, first_run, resolved_run FROM meta.issue";
    assert_eq!(
        workspace.ask(issues),
        ["format-error changing inbox/vantaa.csv 1 "]
    );
    let outcome = workspace.run("2018-11-20");
    assert_eq!((outcome.files_new, outcome.files_rejected), (1, 0));
    assert_eq!(
        workspace.ask(issues),
        ["format-error changing inbox/vantaa.csv 1 2"]
    );
    assert_eq!(
        workspace
            .ask("SELECT organisation_code, count(*) FROM core.activity GROUP BY 1 ORDER BY 1"),
        ["espoo 2", "vantaa 5"]
    );
}

#[test]
fn a_file_that_vanishes_while_others_are_read_is_as_if_it_had_never_come() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put("vantaa.csv", "vantaa activities 2018-10 2", "2018-11-09");
    let read = |submission: Submission, bytes: &[u8]| {
        drop(fs::remove_file(
            workspace.folder.path().join("inbox/vantaa.csv"),
        ));
        reading(submission, bytes, &workspace.context)
    };
    let options = RunOptions {
        threads: Some(1),
        ..options("2018-11-20")
    };
    let outcome = workspace.run_with(&read, &options).unwrap();
    assert_eq!((outcome.files_new, outcome.files_rejected), (1, 0));
    assert_eq!(workspace.run("2018-11-20").run_id, None);
}

#[test]
fn a_copy_that_vanishes_leaves_the_other_to_be_read() {
    let workspace = Workspace::new();
    workspace.put("a.csv", "hus activities 2018-10 1", "2018-11-09");
    workspace.put("b.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.put("c.csv", "espoo activities 2018-10 2", "2018-11-09");
    let read = |submission: Submission, bytes: &[u8]| {
        drop(fs::remove_file(workspace.folder.path().join("inbox/b.csv")));
        reading(submission, bytes, &workspace.context)
    };
    let options = RunOptions {
        threads: Some(1),
        ..options("2018-11-20")
    };
    workspace.run_with(&read, &options).unwrap();
    assert_eq!(
        workspace
            .ask("SELECT organisation_code, count(*) FROM core.activity GROUP BY 1 ORDER BY 1"),
        ["espoo 2", "hus 1"]
    );
}

#[test]
fn what_a_run_relies_on_is_in_the_archive_whole() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-20");
    let id = &workspace.ask("SELECT submission_id FROM meta.submission")[0];
    let kept = super::super::archive::location(workspace.folder.path(), id, "espoo.csv");
    assert_eq!(fs::read(&kept).unwrap(), b"espoo activities 2018-10 2");
    let (folder, name) = (kept.parent().unwrap(), kept.file_name().unwrap());
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "{name:?}");
}

#[test]
fn a_warehouse_of_a_newer_version_is_left_alone() {
    let workspace = Workspace::new();
    workspace.run("2018-11-20");
    let path = workspace.folder.path().join("warehouse.duckdb");
    let warehouse = Warehouse::open(&path, Some(1)).unwrap();
    warehouse
        .execute("UPDATE meta.schema_version SET version = 99")
        .unwrap();
    drop(warehouse);
    let error = workspace.try_run("2018-11-20").unwrap_err();
    let newer = ConsolidateError::Warehouse(WarehouseError::Newer {
        path,
        found: 99,
        known: 5,
    });
    assert_eq!(error.to_string(), newer.to_string());
}

#[test]
fn a_clock_that_was_set_back_and_forth_changes_nothing_in_the_end() {
    let workspace = Workspace::new();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-12-20");
    let current = "SELECT report_id, state, timeliness, expected FROM meta.report \
        WHERE valid_to_run IS NULL ORDER BY report_id";
    let before = workspace.ask(current);
    workspace.run("2018-11-01");
    assert!(workspace.ask(current).len() < before.len());
    workspace.run("2018-12-20");
    assert_eq!(workspace.ask(current), before);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_inbox_is_said_and_never_followed_r36() {
    let workspace = Workspace::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let (file, folder) = (
        elsewhere.path().join("espoo.csv"),
        elsewhere.path().join("more"),
    );
    fs::write(&file, "espoo activities 2018-10 2").unwrap();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("hus.csv"), "hus activities 2018-10 2").unwrap();
    let inbox = workspace.folder.path().join("inbox");
    let targets = [
        ("espoo.csv", file),
        ("more", folder),
        ("nowhere.csv", inbox.join("gone")),
    ];
    for (name, target) in targets {
        std::os::unix::fs::symlink(target, inbox.join(name)).unwrap();
    }
    workspace.put("vantaa.csv", "vantaa activities 2018-10 3", "2018-11-09");
    let outcome = workspace.run("2018-11-20");
    assert_eq!((outcome.files, outcome.files_rejected), (4, 3));
    assert_eq!(
        workspace.ask("SELECT path, code, reason FROM meta.issue ORDER BY path"),
        [
            "inbox/espoo.csv format-error link",
            "inbox/more format-error link",
            "inbox/nowhere.csv format-error link"
        ]
    );
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["3"]);
    assert_eq!(workspace.run("2018-11-20").run_id, None);
    // The file itself in its place is read.
    fs::remove_file(inbox.join("espoo.csv")).unwrap();
    workspace.put("espoo.csv", "espoo activities 2018-10 2", "2018-11-09");
    workspace.run("2018-11-21");
    assert_eq!(workspace.ask("SELECT count(*) FROM core.activity"), ["5"]);
    assert_eq!(
        workspace.ask("SELECT path FROM meta.issue WHERE resolved_run = 2"),
        ["inbox/espoo.csv"]
    );
}
