//! The pages of the demo against the truth of the example reports, in a real browser, and once more.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::kit::{Workspace, demo, kooste, root};

const REGIONS: [&str; 4] = ["paakaupunkiseutu", "uusimaa", "paijat-hame", "kanta-hame"];

/// Rows of a table of the truth, by column name.
fn truth(region: &str, table: &str) -> Vec<BTreeMap<String, String>> {
    let path = root().join(format!("fixtures/reports/{region}/truth/{table}.csv"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The figure shown below a label on the Finnish page, without spaces.
fn shown(page: &str, label: &str) -> Option<String> {
    let start = page.find(&format!("<p class=\"figure-label\">{label}</p>"))?;
    let (_, rest) = page[start..].split_once("<p class=\"figure-value number\">")?;
    let figure = rest.split_once("</p>")?.0;
    Some(
        figure
            .chars()
            .filter(|letter| letter.is_ascii_digit())
            .collect(),
    )
}

#[test]
fn the_pages_count_what_the_truth_of_the_examples_counts() {
    let mut compared = 0;
    for region in REGIONS {
        let superseded: Vec<_> = truth(region, "reports")
            .into_iter()
            .filter(|report| report["superseded"] != "no" || report["state"] == "rejected")
            .map(|report| {
                (
                    report["path"].clone(),
                    report["organisation"].clone(),
                    report["form"].clone(),
                    report["period"].clone(),
                )
            })
            .collect();
        let counts = |row: &BTreeMap<String, String>| {
            let version = (
                row["path"].clone(),
                row["organisation_code"].clone(),
                "activities".to_owned(),
                row["period"].clone(),
            );
            !matches!(row["status"].as_str(), "planned" | "cancelled")
                && !superseded.contains(&version)
        };
        let mut months: BTreeMap<String, (u64, u64)> = BTreeMap::new();
        for row in truth(region, "activities").iter().filter(|row| counts(row)) {
            let month = months.entry(row["period"][..7].to_owned()).or_default();
            month.0 += 1;
            month.1 += row["participants_total"].parse::<u64>().unwrap_or(0);
        }
        for (month, (activities, participants)) in months {
            let page = demo(region).join(format!("reports/{month}/summary.fi.html"));
            let page = fs::read_to_string(&page).unwrap();
            assert_eq!(
                shown(&page, "Toimenpiteet"),
                Some(activities.to_string()),
                "{region} {month}"
            );
            assert_eq!(
                shown(&page, "Osallistujat"),
                Some(participants.to_string()),
                "{region} {month}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 24, "only {compared} months were compared");
}

/// Every file below a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                files.insert(path, bytes);
            }
        }
    }
    files
}

#[test]
fn everything_written_again_is_the_same_byte_for_byte() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("uusimaa");
    let workspace = folder.to_str().unwrap();
    kooste(&["demo", workspace, "--region", "uusimaa"]).ends(0);
    let again = || {
        for command in ["report", "feedback", "template"] {
            let month = if command == "template" {
                "2018-12"
            } else {
                "2018-10"
            };
            kooste(&["--workspace", workspace, command, "--month", month]).ends(0);
        }
        contents(&folder.join("reports"))
    };
    let first = again();
    for name in [
        "summary.fi.html",
        "summary.sv.html",
        "summary.xlsx",
        "chase.fi.html",
        "chase.sv.html",
    ] {
        assert!(
            first.contains_key(&folder.join("reports/2018-10").join(name)),
            "{name}"
        );
    }
    fs::remove_dir_all(folder.join("reports/2018-10")).unwrap();
    assert!(first == again());
}

/// A browser and the checker, where both are installed (`tests/accessibility/package.json`).
fn browser() -> Option<&'static str> {
    let installed = root()
        .join("tests/accessibility/node_modules/axe-core")
        .is_dir();
    [
        "/usr/bin/chromium",
        "/usr/bin/google-chrome",
        "/usr/bin/chromium-browser",
    ]
    .into_iter()
    .find(|path| installed && Path::new(path).exists())
}

#[test]
fn no_page_violates_wcag_in_a_real_browser() {
    let Some(browser) = browser() else { return };
    let mut pages = Vec::new();
    for (region, month) in [
        ("uusimaa", "2018-09"),
        ("paijat-hame", "2018-09"),
        ("paakaupunkiseutu", "2018-11"),
    ] {
        let folder = demo(region);
        kooste(&[
            "--workspace",
            folder.to_str().unwrap(),
            "feedback",
            "--month",
            month,
        ])
        .ends(0);
        let month = folder.join("reports").join(month);
        pages.extend(
            ["summary.fi.html", "summary.sv.html", "chase.fi.html"].map(|name| month.join(name)),
        );
        let letters = fs::read_dir(month.join("feedback"))
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let mut letters: Vec<_> = letters
            .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
            .collect();
        letters.sort();
        pages.extend(letters.into_iter().take(2));
    }
    pages.retain(|page| page.exists());
    assert!(pages.len() >= 10);
    let checked = Command::new("node")
        .arg(root().join("tests/accessibility/axe.mjs"))
        .arg(browser)
        .args(&pages)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&checked.stdout);
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stderr)
    );
    let result: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(result["pages"], pages.len());
    assert_eq!(result["found"], serde_json::json!([]), "{told}");
}

/// The number that a cell of a Finnish page shows.
fn shown_number(cell: &str) -> f64 {
    let plain: String = cell
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == ',')
        .collect();
    plain.replace(',', ".").parse().unwrap_or(f64::NEG_INFINITY)
}

#[test]
fn a_reader_sorts_a_table_down_up_and_back() {
    let Some(browser) = browser() else { return };
    let page = demo("uusimaa").join("reports/2018-10/summary.fi.html");
    let checked = Command::new("node")
        .arg(root().join("tests/accessibility/sorting.mjs"))
        .args([Path::new(browser), &page])
        .output()
        .unwrap();
    let failed = String::from_utf8_lossy(&checked.stderr);
    let seen: serde_json::Value = serde_json::from_slice(&checked.stdout).expect(&failed);
    let states = seen[0]["states"].as_array().unwrap();
    let sorted = |at: usize| states[at]["sort"][1].as_str().unwrap_or("none").to_owned();
    assert_eq!(
        [sorted(0), sorted(1), sorted(2), sorted(3)],
        ["none", "descending", "ascending", "none"]
    );
    let numbers = |at: usize| -> Vec<f64> {
        let rows = states[at]["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| shown_number(row[1].as_str().unwrap()))
            .collect()
    };
    assert!(numbers(0).len() >= 3);
    assert!(
        numbers(1).is_sorted_by(|one, next| one >= next),
        "{states:?}"
    );
    assert!(numbers(2).is_sorted(), "{states:?}");
    assert_eq!(states[3]["rows"], states[0]["rows"]);
    // The total stays below, whatever the order.
    assert!(states.iter().all(|state| state["total"] == true));
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one look with all its parts, and each fault in it"
)]
fn a_folder_beside_the_region_file_gives_the_page_its_look() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put(
        "inbox/2018-10/askola.csv",
        "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\nPäivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide\r\n\
         5.10.2018;II;Kokous;Perhekeskustyöryhmä\r\n",
    );
    workspace.put(
        "branding/merkki.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    workspace.put(
        "branding/branding.toml",
        "accent = \"#7a1f4b\"\nlogo = \"merkki.svg\"\nlogo_text = \"Oma alue\"\n",
    );
    workspace.kooste(&["run"]).ends(0);
    let page =
        || fs::read_to_string(workspace.path().join("reports/2018-10/summary.fi.html")).unwrap();
    assert!(page().contains("--accent: #7a1f4b"));
    assert!(page().contains("alt=\"Oma alue\""));
    workspace.put(
        "branding/summary.html",
        "<title>{{ page.title }}</title><h1>{{ page.subtitle }}</h1>",
    );
    workspace.kooste(&["report"]).ends(0);
    assert!(page().starts_with("<title>Lape Uusimaa"), "{}", page());
    workspace.put("branding/summary.html", "<p>\n{{ page.nothing }}</p>");
    for (language, words) in [
        ("fi", "pohjaa `branding/summary.html:2` ei voi käyttää"),
        ("sv", "mallen `branding/summary.html:2` kan inte användas"),
        (
            "en",
            "the template `branding/summary.html:2` cannot be used: undefined value",
        ),
    ] {
        let failed = workspace.kooste(&["report", "--lang", language]).ends(2);
        assert!(failed.stderr().contains(words), "{}", failed.stderr());
    }
    assert!(page().starts_with("<title>Lape Uusimaa"), "nothing written");
    workspace.put(
        "branding/branding.toml",
        "\naccent = \"#ffcc00\"\nlogo = \"puuttuu.svg\"\n",
    );
    for (language, words) in [
        (
            "fi",
            [
                "värin `#ffcc00` kontrasti",
                "lähin luettava sävy",
                "`puuttuu.svg` ei ole",
            ],
        ),
        (
            "sv",
            [
                "färgen `#ffcc00` har kontrasten 1,4",
                "närmaste läsbara nyans",
                "`puuttuu.svg` är ingen",
            ],
        ),
        (
            "en",
            [
                "`#ffcc00` has contrast 1.4",
                "the nearest shade that can be read is `#",
                "`puuttuu.svg` is no",
            ],
        ),
    ] {
        let failed = workspace.kooste(&["report", "--lang", language]).ends(2);
        for text in words {
            assert!(failed.stderr().contains(text), "{}", failed.stderr());
        }
    }
    workspace.put("branding/branding.toml", "acent = \"#7a1f4b\"\n");
    workspace
        .kooste(&["report", "--lang", "en"])
        .ends(2)
        .says("accent");
}
