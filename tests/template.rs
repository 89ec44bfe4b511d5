//! A template filled in and saved by a spreadsheet program comes back without an issue.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use crate::kit::Workspace;

/// What a person writes: sheet, cell, value; a number where it can be one.
const FILLED: [(u32, &str, &str); 31] = [
    (1, "A6", "43440"),
    (1, "C6", "Perhekeskustoimintamalli"),
    (1, "D6", "Koulutus"),
    (1, "E6", "=HYPERLINK(&quot;x&quot;) -koulutus"),
    (1, "G6", "Lapset"),
    (1, "H6", "24"),
    (1, "I6", "0"),
    (1, "J6", "noin 4"),
    (1, "K6", "20"),
    (1, "L6", "0"),
    (1, "M6", "2"),
    (1, "N6", "1.5"),
    (2, "B6", "2"),
    (2, "B8", "0"),
    (3, "A6", "Palkat ja palkkiot"),
    (3, "B6", "1234.5"),
    (3, "C6", "987.6"),
    (3, "A7", "Palkat ja palkkiot"),
    (3, "B7", "100"),
    (4, "A6", "Etäneuvola"),
    (4, "B6", "Perhekeskustoimintamalli"),
    (4, "C6", "Käynnissä"),
    (4, "D6", "43405"),
    (5, "A6", "Ohjausryhmä"),
    (5, "B6", "perhekeskusjohtaja"),
    (5, "C6", "Vihdin kunta"),
    (5, "D6", "6"),
    (5, "E6", "1"),
    (6, "A6", "Tulokset"),
    (6, "B6", "Perhekahvila avattiin."),
    (1, "R6", "Syksyn viimeinen."),
];

/// The template with the values written into its blank cells; everything else stays as it is.
fn filled(template: &Path) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(template).unwrap())).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        for (sheet, cell, value) in FILLED {
            if name == format!("xl/worksheets/sheet{sheet}.xml") {
                let text = String::from_utf8(bytes).unwrap();
                let start = text.find(&format!("<c r=\"{cell}\"")).unwrap();
                let end = start + text[start..].find("/>").unwrap();
                let content = if value.parse::<f64>().is_ok() {
                    format!("><v>{value}</v></c>")
                } else {
                    format!(" t=\"inlineStr\"><is><t>{value}</t></is></c>")
                };
                bytes = format!("{}{content}{}", &text[..end], &text[end + 2..]).into_bytes();
            }
        }
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The file as LibreOffice saves it; none where it is not installed.
fn saved_as(format: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let program = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
        .into_iter()
        .find(|path| Path::new(path).exists())?;
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("report.xlsx");
    fs::write(&from, bytes).unwrap();
    let to = folder.path().join("saved");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("profile").display()
    );
    let done = Command::new(program)
        .args(["--headless", &profile, "--convert-to", format, "--outdir"])
        .arg(&to)
        .arg(&from)
        .output()
        .unwrap();
    assert!(done.status.success());
    Some(fs::read(to.join(format!("report.{format}"))).unwrap())
}

fn reads_back(name: &str, bytes: &[u8]) {
    let workspace = Workspace::of_region("uusimaa");
    // Whatever it is called and wherever it lies: organisation and month stand in it.
    workspace
        .put(name, bytes)
        .kooste(&["run", "--no-report"])
        .ends(0);
    let issues =
        "SELECT code || ' ' || message_en FROM meta.issue WHERE severity <> 'info' ORDER BY 1";
    assert_eq!(workspace.column(issues), Vec::<String>::new(), "{name}");
    let states = "SELECT form || ' ' || organisation_code || ' ' || strftime(period, '%Y-%m') || ' ' || state \
        FROM meta.report WHERE state <> 'missing' ORDER BY 1";
    let reports = [
        "activities",
        "costs",
        "groups",
        "indicators",
        "narrative",
        "pilots",
    ]
    .map(|form| format!("{form} vihti 2018-12 accepted"));
    assert_eq!(workspace.column(states), reports, "{name}");
    let facts = "SELECT title || '|' || participants_total || '|' || participants_parents || '|' || hours \
        FROM core.activity \
        UNION ALL SELECT CAST(SUM(amount_eur) AS VARCHAR) || '|' || SUM(grant_eur) FROM core.cost \
        UNION ALL SELECT indicator || '|' || CAST(value AS INTEGER) FROM core.indicator_value WHERE value IS NOT NULL \
        UNION ALL SELECT pilot || '|' || stage || '|' || start_date FROM core.pilot \
        UNION ALL SELECT question || '|' || answer FROM core.narrative ORDER BY 1";
    assert_eq!(
        workspace.column(facts),
        [
            "1334.50|987.60",
            "=HYPERLINK(\"x\") -koulutus|24|4|1.50",
            "Etäneuvola|running|2018-11-01",
            "FAMILY_CENTRES_OPERATING|2",
            "FAMILY_CENTRES_PLANNED|0",
            "results|Perhekahvila avattiin.",
        ],
        "{name}"
    );
}

#[test]
fn a_filled_template_comes_back_without_an_issue_from_every_spreadsheet_format() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .kooste(&["template", "--month", "2018-12", "--organisation", "vihti"])
        .ends(0);
    let bytes = filled(&workspace.path().join("reports/2018-12/template/vihti.xlsx"));
    reads_back("inbox/uusi kansio/kopio.xlsx", &bytes);
    for format in ["xlsx", "ods", "xls"] {
        if let Some(saved) = saved_as(format, &bytes) {
            reads_back(&format!("inbox/raportti.{format}"), &saved);
        }
    }
}

#[test]
fn an_unknown_organisation_is_refused_with_the_nearest_code() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .kooste(&["--lang", "en", "template", "--organisation", "vihtti"])
        .ends(2)
        .says("the region file has no reporter `vihtti`");
}

#[test]
fn those_who_report_jointly_fill_in_one_file_that_asks_for_the_municipality_r25() {
    let workspace = Workspace::of_region("uusimaa");
    workspace
        .kooste(&[
            "template",
            "--month",
            "2018-12",
            "--organisation",
            "siuntio",
        ])
        .ends(0);
    let template = workspace
        .path()
        .join("reports/2018-12/template/inkoo-siuntio.xlsx");
    let mut archive = zip::ZipArchive::new(fs::File::open(template).unwrap()).unwrap();
    let mut texts = String::new();
    archive
        .by_name("xl/sharedStrings.xml")
        .unwrap()
        .read_to_string(&mut texts)
        .unwrap();
    assert!(texts.contains("Ingå kommun, Sjundeå kommun"), "{texts}");
    // Most people of Inkoo speak Swedish.
    assert!(texts.contains("Kommun / Kunta"), "{texts}");
}
