//! Summaries as PDF: written by a run, the same when they are written again, and read by a program of others.
//!
//! What asks for `pdftotext` (poppler-utils) is passed over where that is not installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::kit::{Workspace, demo};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

const HOSTILE: &str = "#panic(1) *lihava* $x$ <script> \\ @viite =1+1";

/// A region in three languages with one report of one reporter.
fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    let path = workspace.path().join("kooste.toml");
    let settings = fs::read_to_string(&path).unwrap();
    let settings = settings.replace(
        "languages = [\"fi\", \"sv\"]",
        "languages = [\"fi\", \"sv\", \"en\"]",
    );
    fs::write(&path, settings).unwrap();
    workspace.put(
        "inbox/2018-10/askola.csv",
        format!(
            "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\nOnnistumiset\r\n{HOSTILE}\r\n\r\nHaasteet\r\nAika ei riitä kaikkeen.\r\n"
        ),
    );
    workspace.put(
        "inbox/2018-10/askola toimet.csv",
        "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\nPäivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
         5.10.2018;II;Kokous;Perhekeskustyöryhmä;12\r\n",
    );
    workspace.kooste(&["run"]).ends(0);
    workspace
}

fn pdfs(workspace: &Workspace) -> Vec<Vec<u8>> {
    let folder = workspace.path().join("reports/2018-10");
    let read = |language| fs::read(folder.join(format!("summary.{language}.pdf"))).unwrap();
    LANGUAGES.map(read).into()
}

/// The text of a PDF; none without `pdftotext`.
fn text(path: &Path) -> Option<String> {
    let told = Command::new("pdftotext")
        .arg("-layout")
        .arg(path)
        .arg("-")
        .output()
        .ok()?;
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    Some(String::from_utf8(told.stdout).unwrap())
}

#[test]
fn a_run_writes_a_pdf_in_each_language_and_writing_it_again_changes_nothing() {
    let workspace = workspace();
    let first = pdfs(&workspace);
    assert!(first.iter().all(|bytes| bytes.starts_with(b"%PDF-1.7")));
    assert!(first[0] != first[1] && first[1] != first[2]);
    let folder = workspace.path().join("reports/2018-10");
    let manifest = fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    for (language, bytes) in LANGUAGES.iter().zip(&first) {
        let mut files = manifest["files"].as_array().unwrap().iter();
        let listed = files.find(|file| file["name"] == format!("summary.{language}.pdf"));
        assert_eq!(listed.unwrap()["size_bytes"], bytes.len());
    }
    fs::remove_dir_all(&folder).unwrap();
    workspace.kooste(&["report", "--month", "2018-10"]).ends(0);
    assert!(pdfs(&workspace) == first);
    workspace.kooste(&["close", "2018-10"]).ends(0);
    let made = workspace
        .kooste(&["report", "--as-of-close", "--json"])
        .ends(0);
    assert!(made.json().to_string().contains("2018-10/summary.sv.pdf"));
}

#[test]
fn what_a_reporter_wrote_is_read_as_it_was_written() {
    let workspace = workspace();
    let page = workspace.path().join("reports/2018-10/summary.fi.pdf");
    let Some(text) = text(&page) else { return };
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains(HOSTILE), "{text}");
}

#[test]
fn a_month_of_a_region_is_short_and_says_on_every_page_what_it_is() {
    let page = demo("kanta-hame").join("reports/2018-10/summary.fi.pdf");
    let Some(text) = text(&page) else { return };
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!((2..=5).contains(&pages.len()), "{} pages", pages.len());
    for page in &pages {
        assert!(
            page.contains("Kanta-Häme") && page.contains("2018"),
            "{page}"
        );
    }
    assert!(text.contains("Kehittämiskokonaisuu") && !text.contains('\u{fffd}'));
}

#[test]
fn a_regions_own_template_lays_out_the_pdf_and_a_fault_in_it_ends_before_anything_is_written() {
    let workspace = workspace();
    let before = pdfs(&workspace);
    let own = "#let shown = json(\"/page.json\")\n#set document(title: shown.title)\n\
               #set text(font: \"Inter\", lang: shown.language)\n#title[Oma asu: #shown.subtitle]\n";
    workspace.put("branding/summary.typ", own);
    workspace.kooste(&["report"]).ends(0);
    let made = pdfs(&workspace);
    assert!(made.iter().zip(&before).all(|(own, ours)| own != ours));
    let path = workspace.path().join("reports/2018-10/summary.fi.pdf");
    if let Some(text) = text(&path) {
        assert!(text.contains("Oma asu: Uusimaa"), "{text}");
    }
    workspace.put("branding/summary.typ", format!("{own}#shown.nothing\n"));
    for (language, told) in [
        ("fi", "pohjaa `branding/summary.typ:5` ei voi käyttää: "),
        ("sv", "mallen `branding/summary.typ:5` kan inte användas: "),
        (
            "en",
            "the template `branding/summary.typ:5` cannot be used: ",
        ),
    ] {
        let failed = workspace.kooste(&["report", "--lang", language]).ends(2);
        let stderr = failed.stderr();
        assert!(
            stderr.contains(told) && stderr.contains("nothing"),
            "{stderr}"
        );
    }
    assert!(pdfs(&workspace) == made, "nothing was written");
}
