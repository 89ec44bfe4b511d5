//! Sources that report sums since the beginning of the year (READING.md R33), from the files to the trace.

use serde_json::json;

use crate::kit::Workspace;

const SOURCE: &str = "\n[[source]]\nmatch = \"inbox/*askola*\"\nmode = \"cumulative\"\n";

fn workspace() -> Workspace {
    let workspace = Workspace::of_region("uusimaa");
    let region = std::fs::read_to_string(workspace.path().join("kooste.toml")).unwrap();
    workspace.put("kooste.toml", region + SOURCE);
    workspace
}

fn costs(month: &str, salaries: &str, travel: &str) -> String {
    format!(
        "Kunta;Askola\r\nRaportointikausi;{month} 2018\r\n\r\nKustannuslaji;Summa (€);Henkilötyökuukaudet\r\n\
         Palkat;{salaries};1,5\r\n{travel}"
    )
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story from files to trace")]
fn months_are_told_from_sums_and_traced_to_both_cells_r33() {
    let workspace = workspace();
    let travel = |euros: &str| format!("Matkat;{euros};\r\n");
    workspace.put(
        "inbox/askola 1.csv",
        costs("tammikuu", "1000,50", &travel("20")),
    );
    workspace.put(
        "inbox/askola 2.csv",
        costs("helmikuu", "2500,75", &travel("20")),
    );
    workspace.put("inbox/askola 3.csv", costs("maaliskuu", "2400", ""));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column(
            "SELECT concat_ws(' ', strftime(period, '%m'), category, amount_eur, fte_months) FROM core.cost ORDER BY period, row_number"
        ),
        [
            "01 salaries 1000.50 1.50",
            "01 travel 20.00",
            "02 salaries 1500.25 0.00",
            "02 travel 0.00",
            "03 salaries -100.75 0.00"
        ]
    );
    let found = workspace
        .kooste(&[
            "trace",
            "cost_summary.amount_eur:2018-02,salaries",
            "--json",
        ])
        .ends(0)
        .json();
    assert_eq!(
        (&found["value"], &found["sum"]),
        (&json!(1500.25), &json!(1500.25))
    );
    let source = &found["sources"][0];
    assert_eq!(source["path"], "inbox/askola 2.csv");
    assert_eq!(source["cells"][0]["text"], "2500,75");
    assert_eq!(source["subtracted"]["path"], "inbox/askola 1.csv");
    assert_eq!(source["subtracted"]["cells"][0]["cell"], "B5");
    assert_eq!(source["subtracted"]["cells"][0]["text"], "1000,50");
    assert_eq!(source["subtracted"]["value"], json!(1000.5));
    for (language, words) in [
        (
            "fi",
            "vähennetty edellisen kuukauden kertymä, inbox/askola 1.csv › B5",
        ),
        (
            "sv",
            "minus det kumulativa talet för månaden före, inbox/askola 1.csv › B5",
        ),
        (
            "en",
            "minus the running total of the month before, inbox/askola 1.csv › B5",
        ),
    ] {
        let told = workspace
            .kooste(&[
                "trace",
                "cost_summary.amount_eur:2018-02,salaries",
                "--lang",
                language,
            ])
            .ends(0)
            .stdout();
        assert!(told.contains(words), "{told}");
    }
    let messages = "SELECT message_en FROM meta.issue WHERE reason = 'decreased'";
    assert_eq!(
        workspace.column(messages),
        [
            "askola 3.csv › B5: Amount (EUR): the running total “2400” is smaller than the month before, 2500.75; \
          the month was loaded as a negative correction. Check both months; send the one that is wrong again."
        ]
    );
}

#[test]
fn a_late_month_before_lets_a_report_in_and_plan_and_diff_say_so_r33() {
    let workspace = workspace();
    workspace.put("inbox/askola 1.csv", costs("tammikuu", "1000", ""));
    workspace.put("inbox/askola 3.csv", costs("maaliskuu", "4000", ""));
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace
            .column("SELECT message_fi FROM meta.issue WHERE code = 'cumulative-base-missing'"),
        [
            "askola 3.csv: Kertyviä lukuja ei voi jakaa kuukausille: kuun 2/2018 raportti puuttuu. Raporttia ei ladattu. \
          Pyydä kuun 2/2018 raportti; kuukausi lasketaan heti, kun se saapuu."
        ]
    );
    workspace.put("inbox/askola 2.csv", costs("helmikuu", "2500", ""));
    let plan = workspace.kooste(&["plan", "--json"]).ends(0).json();
    let changes: Vec<String> = plan["reports"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|report| report["organisation"] == "askola" && report["form"] == "costs")
        .filter(|report| report["change"] != "unchanged")
        .map(|report| format!("{} {}", report["month"], report["change"]))
        .collect();
    assert_eq!(changes, [r#""2018-02" "new""#, r#""2018-03" "changed""#]);
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column("SELECT amount_eur FROM core.cost ORDER BY period"),
        ["1000.00", "1500.00", "1500.00"]
    );
    let told = workspace
        .kooste(&["diff", "--json"])
        .ends(0)
        .json()
        .to_string();
    assert!(
        told.contains("late_report") && told.contains("askola/costs/2018-03"),
        "{told}"
    );
    workspace.kooste(&["doctor"]).ends(0);
}

#[test]
fn an_outlier_is_told_with_its_cell_wherever_the_month_stands_r35() {
    let workspace = Workspace::of_region("uusimaa");
    workspace.put(
        "inbox/askola kustannukset 2018.csv",
        "Kunta;Askola\r\n\r\nKustannuslaji;1/2018;2/2018;3/2018;4/2018;5/2018;6/2018;7/2018\r\n\
         Palkat;1000;1010;990;1000;1020;980;99000\r\nMatkat;100;101;99;100;102;98;100\r\n",
    );
    workspace.kooste(&["run", "--no-report"]).ends(0);
    assert_eq!(
        workspace.column(
            "SELECT concat_ws(' ', cell, field, found, expected) FROM meta.issue WHERE code = 'deviated-value'"
        ),
        ["H4 amount_eur 99000 1000"]
    );
}
