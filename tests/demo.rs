//! The demo works for all four regions, shows where to look, and leaves other folders alone.

use std::fs;

use crate::kit::{demo, kooste, query};

const REGIONS: [&str; 4] = ["paakaupunkiseutu", "uusimaa", "paijat-hame", "kanta-hame"];

/// Languages of a region's pages.
fn languages(folder: &std::path::Path) -> Vec<String> {
    let found = query(folder, "SELECT unnest(languages) FROM ref.region");
    found.rows.iter().map(|row| row[0].to_string()).collect()
}

#[test]
fn every_region_has_a_page_of_every_reported_month_in_its_languages() {
    for region in REGIONS {
        let folder = demo(region);
        let months = query(
            &folder,
            "SELECT DISTINCT strftime(period, '%Y-%m') FROM meta.report WHERE state <> 'missing' ORDER BY 1",
        );
        assert!(
            months.rows.len() >= 6,
            "{region}: {} months",
            months.rows.len()
        );
        for month in months.rows.iter().map(|row| row[0].to_string()) {
            for language in languages(&folder) {
                let page = folder.join(format!("reports/{month}/summary.{language}.html"));
                let text = fs::read_to_string(&page).unwrap_or_default();
                assert!(
                    text.starts_with("<!doctype html>") || text.starts_with("<!DOCTYPE html>"),
                    "{}",
                    page.display()
                );
            }
        }
    }
}

#[test]
fn every_sheet_of_every_region_balances() {
    for region in REGIONS {
        let unbalanced = query(
            &demo(region),
            "SELECT * FROM meta.ledger WHERE rows_read <> rows_loaded + rows_quarantined + rows_total + rows_heading \
             + rows_blank + rows_note",
        );
        assert_eq!(unbalanced.rows.len(), 0, "{region}");
    }
}

#[test]
fn no_rate_is_above_one_hundred() {
    for region in REGIONS {
        let above = query(
            &demo(region),
            "SELECT * FROM mart.reporting_rate WHERE reporting_rate > 100 OR reporting_rate_on_time > reporting_rate",
        );
        assert_eq!(above.rows.len(), 0, "{region}");
    }
}

#[test]
fn a_demo_says_where_to_look_and_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-demo");
    let path = path.to_str().unwrap();
    let first = kooste(&["demo", path, "--region", "kanta-hame", "--lang", "en"]).ends(0);
    assert!(
        first.stderr().contains("See the summaries in a browser:"),
        "{}",
        first.stderr()
    );
    let pages = first.stdout();
    assert!(pages.lines().count() >= 6, "{pages}");
    for page in pages.lines() {
        assert!(std::path::Path::new(page).is_file(), "{page}");
    }
    let second = kooste(&["demo", path, "--region", "kanta-hame"]).ends(0);
    assert_eq!(second.stdout(), pages);
    kooste(&["demo", path, "--region", "uusimaa", "-q"]).ends(0);
    let region = query(
        std::path::Path::new(path),
        "SELECT region_code FROM ref.region",
    );
    assert_eq!(region.rows[0][0].to_string(), "uusimaa");
}

#[test]
fn a_demo_leaves_other_folders_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("budget.xlsx"), "mine").unwrap();
    kooste(&["demo", folder.path().to_str().unwrap(), "--lang", "en"])
        .ends(2)
        .says("already holds something else")
        .says("hint: give another folder");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_demo_in_which_somebody_worked_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my-demo");
    let path = path.to_str().unwrap();
    kooste(&["demo", path, "--region", "kanta-hame", "-q"]).ends(0);
    let own = std::path::Path::new(path).join("inbox/own/own.csv");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "mine").unwrap();
    for region in ["kanta-hame", "uusimaa"] {
        kooste(&["demo", path, "--region", region, "--lang", "en"])
            .ends(2)
            .says("holds something that it did not make")
            .says("own.csv");
    }
    assert_eq!(fs::read_to_string(&own).unwrap(), "mine");
    fs::remove_file(&own).unwrap();
    let settings = std::path::Path::new(path).join("decisions.toml");
    let text = fs::read_to_string(&settings).unwrap() + "# mine\n";
    fs::write(&settings, &text).unwrap();
    kooste(&["demo", path, "--region", "kanta-hame", "--lang", "en"])
        .ends(2)
        .says("decisions.toml");
    assert_eq!(fs::read_to_string(&settings).unwrap(), text);
}

#[test]
fn an_unknown_region_is_answered_with_the_nearest_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo");
    kooste(&[
        "demo",
        path.to_str().unwrap(),
        "--region",
        "uusima",
        "--lang",
        "en",
    ])
    .ends(2)
    .says("did you mean `uusimaa`?");
    assert!(!path.exists());
}

#[test]
fn late_reports_are_late_because_files_keep_their_times_of_arrival() {
    let late = query(
        &demo("uusimaa"),
        "SELECT count(*) FROM meta.report WHERE timeliness = 'late'",
    );
    assert_ne!(late.rows[0][0].to_string(), "0");
}
