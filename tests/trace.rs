//! `kooste trace`: from a figure to file, sheet, cell and the text found there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kooste::language::Language;
use kooste::messages::Messages;
use kooste::settings::project::Project;
use kooste::settings::workspace;
use kooste_transform::figures;
use kooste_transform::trace::{Subject, trace};
use kooste_transform::warehouse::Warehouse;
use kooste_transform::warehouse::read::Value;
use rust_decimal::Decimal;
use serde_json::json;

use crate::kit::{Workspace, demo, kooste, root, sources};

const REPORT: &str = "Kunta;Askola\r\nRaportointikausi;lokakuu 2018\r\n\r\n\
    Päivämäärä;Kehittämiskokonaisuus;Toimenpiteen tyyppi;Toimenpide;Osallistujat yhteensä\r\n\
    5.10.2018;II;Kokous;Perhekeskustyöryhmä;noin 12\r\n\
    12.10.2018;II;Koulutus;Lapset puheeksi -koulutus;24\r\n\
    19.10.2018;III;Koulutus;Ihmeelliset vuodet;7\r\n";

fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put("inbox/2018-10/askola.csv", REPORT);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    workspace
}

const ADDRESS: &str = "monthly_summary.participants_total:uusimaa,2018-10-01,II";

#[test]
fn a_figure_is_followed_to_the_cells_that_make_it() {
    let workspace = workspace();
    let id = figures::id(
        "monthly_summary",
        "participants_total",
        &["uusimaa", "2018-10-01", "II"],
    );
    for asked in [
        id.as_str(),
        ADDRESS,
        "mart.monthly_summary.participants_total:uusimaa,2018-10,II",
    ] {
        let found = workspace.kooste(&["trace", asked, "--json"]).ends(0).json();
        assert_eq!(found["kind"], "figure");
        assert_eq!(found["address"], ADDRESS);
        assert_eq!(found["id"], id);
        assert_eq!((&found["value"], &found["sum"]), (&json!(36), &json!(36)));
        let sources = found["sources"].as_array().unwrap();
        assert_eq!(sources.len(), 2);
        assert_eq!(sources[0]["path"], "inbox/2018-10/askola.csv");
        assert_eq!(sources[0]["row"], 5);
        let cell = json!({ "cell": "E5", "label": "Osallistujat yhteensä", "field": "participants_total",
            "text": "noin 12", "above": null });
        assert_eq!(sources[0]["cells"], json!([cell]));
        assert_eq!(
            sources[0]["notes"],
            json!([{ "field": "participants_total", "found": "noin 12", "quality": "approximate", "missing_reason": null }])
        );
        assert_eq!(sources[0]["columns"][0]["how"], "label");
        assert_eq!(sources[1]["cells"][0]["text"], "24");
    }
}

#[test]
fn a_note_of_a_wide_row_is_of_its_indicator_r19() {
    let workspace = Workspace::of_region("uusimaa");
    let wide = "Kunta;Askola\r\nTunnusluvut\r\n\r\nKuukausi;Kohtaamispaikkojen käynnit;Lapset puheeksi -keskustelut\r\n\
        lokakuu 2018;noin 120;9\r\n";
    workspace.put("inbox/2018-10/askola tunnusluvut.csv", wide);
    let costs = "Kunta;Askola\r\nKustannukset\r\n\r\nKuukausi;Palkat;Matkat\r\nlokakuu 2018;n. 3000,00;12,50\r\n";
    workspace.put("inbox/2018-10/askola kulut.csv", costs);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column(
            "SELECT indicator || ' ' || approximate_values FROM mart.indicator_month \
             WHERE period = DATE '2018-10-01' AND value IS NOT NULL ORDER BY ALL"
        ),
        ["LP_TALKS 0", "MEETING_PLACE_VISITS 1"]
    );
    let traced = |address: &str| {
        let found = workspace
            .kooste(&["trace", address, "--json"])
            .ends(0)
            .json();
        let sources = found["sources"].as_array().unwrap();
        let notes = sources.iter().map(|one| one["notes"].clone()).collect();
        (found["sum"].clone(), serde_json::Value::Array(notes))
    };
    let noted = |field: &str, found: &str| json!([[{ "field": field, "found": found, "quality": "approximate", "missing_reason": null }]]);
    let visits = noted("value", "noin 120");
    for (figure, told) in [
        (
            "indicator_month.value:2018-10,MEETING_PLACE_VISITS",
            (json!(120), visits.clone()),
        ),
        (
            "indicator_month.value:2018-10,LP_TALKS",
            (json!(9), json!([[]])),
        ),
        (
            "indicator_month.approximate_values:2018-10,MEETING_PLACE_VISITS",
            (json!(1), visits),
        ),
        (
            "key_figure.approximate_values:2018-10,costs_eur",
            (json!(1), noted("amount_eur", "n. 3000,00")),
        ),
    ] {
        assert_eq!(traced(figure), told, "{figure}");
    }
}

#[test]
fn an_id_can_be_made_in_sql() {
    let workspace = workspace();
    let id = workspace.column(&format!("SELECT left(sha256('{ADDRESS}'), 10)"));
    assert_eq!(id, [figures::id_of(ADDRESS)]);
}

#[test]
fn a_trace_is_told_in_words_of_three_languages() {
    let workspace = workspace();
    for (language, words) in [
        ("fi", "2 lähdettä, yhteensä 36:"),
        ("sv", "2 källor, sammanlagt 36:"),
        ("en", "2 sources, together 36:"),
    ] {
        let told = workspace
            .kooste(&["trace", ADDRESS, "--lang", language])
            .ends(0)
            .stdout();
        assert!(told.contains(words), "{told}");
        assert!(told.contains("inbox/2018-10/askola.csv › E5"), "{told}");
        assert!(told.contains("noin 12"), "{told}");
        assert!(told.contains("archive/"), "{told}");
    }
}

#[test]
fn a_row_of_a_mart_lists_its_figures_with_their_ids() {
    let found = workspace()
        .kooste(&["trace", "monthly_summary:uusimaa,2018-10,III", "--json"])
        .ends(0)
        .json();
    assert_eq!(found["kind"], "row");
    let first = &found["figures"][0];
    assert_eq!(
        (&first["column"], &first["value"]),
        (&json!("activities"), &json!(1))
    );
    assert_eq!(
        first["id"],
        figures::id(
            "monthly_summary",
            "activities",
            &["uusimaa", "2018-10-01", "III"]
        )
    );
    assert_eq!(found["sources"][0]["row"], 7);
    let whole_row: Vec<_> = found["sources"][0]["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| cell["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        whole_row,
        ["19.10.2018", "III", "Koulutus", "Ihmeelliset vuodet", "7"]
    );
}

#[test]
fn a_fact_of_a_version_that_gave_way_is_followed_too() {
    let workspace = workspace();
    let number = &workspace.column("SELECT activity_id FROM core.activity ORDER BY row_number")[0];
    workspace.put(
        "inbox/2018-10/askola korjattu.csv",
        REPORT.replace("noin 12", "13"),
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    let asked = format!("activity:{number}");
    let found = workspace
        .kooste(&["trace", &asked, "--json"])
        .ends(0)
        .json();
    let source = &found["sources"][0];
    assert_eq!(source["current"], false);
    assert_eq!(source["cells"][4]["text"], "noin 12");
    let place = format!("activity:{}:5", source["report_id"].as_str().unwrap());
    let again = workspace
        .kooste(&["trace", &place, "--json"])
        .ends(0)
        .json();
    assert_eq!(again["sources"][0], *source);
}

#[test]
fn a_damaged_original_is_not_shown_as_the_text_found() {
    let workspace = workspace();
    let kept =
        workspace.kooste(&["trace", ADDRESS, "--json"]).json()["sources"][0]["original"].clone();
    let path = workspace.path().join(kept.as_str().unwrap());
    fs::write(path, REPORT.replace("noin 12", "noin 99")).unwrap();
    let found = workspace
        .kooste(&["trace", ADDRESS, "--json"])
        .ends(0)
        .json();
    assert_eq!(found["sources"][0]["original"], json!(null));
    assert_eq!(found["sources"][0]["cells"], json!([]));
}

#[test]
fn what_is_not_there_is_said_with_a_hint() {
    for asked in [
        "0123456789",
        "monthly_summary:x",
        "activity:1",
        "report:x",
        "nonsense",
    ] {
        workspace()
            .kooste(&["trace", asked, "--lang", "en"])
            .ends(2)
            .says(&format!("nothing is called `{asked}`"));
    }
}

/// Names of the grain of a model.
fn grain(model: &Path) -> Vec<String> {
    let text = fs::read_to_string(model).unwrap();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("-- grain: "))
        .unwrap();
    line.split(", ").map(str::to_owned).collect()
}

fn number(value: &Value) -> Decimal {
    match value {
        Value::Int(number) => Decimal::from(*number),
        Value::Decimal(number) => *number,
        _ => Decimal::ZERO,
    }
}

#[test]
fn what_is_traced_reproduces_every_figure_of_a_month() {
    let (sums, formulas, facts) = reproduces(&demo("uusimaa"), "2018-10-01", 1);
    assert!(
        sums > 1000 && formulas > 300 && facts > 1000,
        "{sums} {formulas} {facts}"
    );
}

/// Computes figures of a month from what their traces name, of every so many rows of each mart; counts sums, formulas and
/// facts.
pub(crate) fn reproduces(folder: &Path, month: &str, every: usize) -> (usize, usize, usize) {
    let warehouse = Warehouse::open_read(&folder.join("warehouse.duckdb")).unwrap();
    let messages = Messages::of(Language::En);
    let project = Project::open(workspace::Workspace::at(folder), messages).unwrap();
    let follow = |asked: &str| {
        trace(folder, &warehouse, &project.context, asked, 0)
            .unwrap()
            .unwrap()
    };
    let (mut sums, mut formulas, mut facts) = (0, 0, 0);
    for lineage in sources("transform/lineage", ".sql") {
        let mart = lineage.file_stem().unwrap().to_str().unwrap().to_owned();
        let key: Vec<String> = grain(&root().join(format!("transform/models/{mart}.sql")))
            .iter()
            .map(|column| format!("coalesce(CAST({column} AS VARCHAR), '')"))
            .collect();
        let is_average = if mart == "indicator_month" {
            "time = 'average'"
        } else {
            "false"
        };
        let sql = format!(
            "SELECT {}, {is_average} FROM mart.{mart} WHERE period = DATE '{month}' ORDER BY 1",
            key.join(" || ',' || ")
        );
        let rows = warehouse.query(&sql, &[]).unwrap().rows;
        for row in rows.iter().step_by(every) {
            let Subject::Row { figures, .. } = follow(&format!("{mart}:{}", row[0])).subject else {
                panic!("{mart}:{} is no row", row[0]);
            };
            for (column, value) in figures {
                let asked = format!("{mart}.{column}:{}", row[0]);
                let found = follow(&asked);
                if let Some(formula) = &found.formula {
                    assert_eq!(number(&formula.value), number(&value), "{asked}");
                    assert_eq!(
                        formula.value == Value::Null,
                        value == Value::Null,
                        "{asked}"
                    );
                    formulas += 1;
                } else if found.adds_up {
                    let sum: Decimal = found.values.iter().map(number).sum();
                    let is_mean = row[1] == Value::Bool(true) && !column.contains("values");
                    let count = Decimal::from(found.values.len().max(1));
                    let made = if is_mean {
                        (sum / count).round_dp(4)
                    } else {
                        sum
                    };
                    assert_eq!(made, number(&value), "{asked}");
                    sums += 1;
                    facts += found.values.len();
                } else {
                    panic!("{asked} has no sources");
                }
            }
        }
    }
    (sums, formulas, facts)
}

/// The ids on a page of HTML, each with what its cell shows, digits and comma only.
fn ids(page: &str) -> Vec<(String, String)> {
    let cells = page.split("<td").skip(1).filter_map(|cell| {
        let (head, rest) = cell.split_once('>')?;
        let id = head.split_once("data-figure=\"")?.1.split('"').next()?;
        let shown = rest.split('<').next()?;
        Some((id.to_owned(), digits(shown)))
    });
    let figures = page
        .split("<p class=\"figure-value")
        .skip(1)
        .filter_map(|figure| {
            let shown = figure.split_once('>')?.1.split('<').next()?;
            let own = figure.split("</li>").next()?;
            let id = own.split_once("data-figure=\"")?.1.split('"').next()?;
            Some((id.to_owned(), digits(shown)))
        });
    cells.chain(figures).collect()
}

fn digits(text: &str) -> String {
    let text = text.replace('\u{2212}', "-");
    text.chars()
        .filter(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '-'))
        .collect()
}

#[test]
fn every_figure_of_the_pages_is_traced_by_its_id_and_is_what_is_shown() {
    let region = "kanta-hame";
    let (mut traced, mut compared) = (0, 0);
    let folder = demo(region);
    let warehouse = Warehouse::open_read(&folder.join("warehouse.duckdb")).unwrap();
    let messages = Messages::of(Language::En);
    let project = Project::open(workspace::Workspace::at(&folder), messages).unwrap();
    let page = fs::read_to_string(folder.join("reports/2018-10/summary.fi.html")).unwrap();
    // A figure stands in several places; what it shows is the same but for rounding.
    let shown: BTreeMap<String, String> = ids(&page).into_iter().collect();
    for (id, shown) in shown {
        let found = trace(&folder, &warehouse, &project.context, &id, 0).unwrap();
        let found = found.unwrap_or_else(|| panic!("nothing is called {id} ({shown})"));
        assert!(found.known, "{id} has no sources");
        let Subject::Figure { value, .. } = &found.subject else {
            panic!("{id} is no figure");
        };
        traced += 1;
        let value = match value {
            Value::Int(number) => Decimal::from(*number),
            Value::Decimal(number) => *number,
            _ => continue,
        };
        // What is not shown is no number; the others are rounded.
        let Ok(told) = shown.replace(',', ".").parse::<Decimal>() else {
            continue;
        };
        let near = (value - told).abs() <= Decimal::new(5, 1);
        assert!(near, "{:?} is {value}, shown {shown}", found.address);
        compared += 1;
    }
    assert!(traced > 300 && compared > 200, "{traced} {compared}");
}

#[test]
fn what_the_region_file_tells_is_said_and_has_no_parts() {
    let folder = demo("uusimaa");
    let path = folder.to_str().unwrap();
    let asked = "funding.months_left:2018-10-01";
    let told = kooste(&["trace", asked, "--lang", "en", "--workspace", path]).ends(0);
    assert!(
        told.stdout().trim_end().ends_with("DATE)) = 2."),
        "{}",
        told.stdout()
    );
}

#[test]
fn a_rate_is_followed_to_both_of_its_counts() {
    let folder = demo("uusimaa");
    let asked = "reporting_rate.reporting_rate:2018-10,region";
    let path = folder.to_str().unwrap();
    let found = kooste(&["trace", asked, "--json", "--workspace", path])
        .ends(0)
        .json();
    let formula = &found["formula"];
    assert_eq!(
        formula["expression"],
        "100.0 * [actual_reports] / NULLIF([expected_reports], 0)"
    );
    assert_eq!(formula["value"], found["value"]);
    assert_eq!(
        formula["parts"][0]["address"],
        "reporting_rate.actual_reports:2018-10-01,region,,"
    );
    let id = formula["parts"][1]["id"].as_str().unwrap();
    let count = kooste(&["trace", id, "--json", "--workspace", path])
        .ends(0)
        .json();
    assert_eq!(
        (&count["adds_up"], &count["sum"]),
        (&json!(true), &formula["parts"][1]["value"])
    );
    for (language, words) in [
        ("fi", "Laskettu 100.0 *"),
        ("sv", "Räknat som 100.0 *"),
        ("en", "Computed as 100.0 *"),
    ] {
        let told = kooste(&["trace", asked, "--lang", language, "--workspace", path])
            .ends(0)
            .stdout();
        assert!(told.contains(words), "{told}");
        assert!(
            told.contains("reporting_rate.expected_reports:2018-10-01,region,, ["),
            "{told}"
        );
    }
}
