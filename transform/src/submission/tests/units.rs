//! In what the numbers of a column are given: minutes, thousands of euros, shares (READING.md R7, R17).

use crate::testkit::{context, facts, issues, read};

const ACTIVITY: &str = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Kesto";

/// The hours of activities with these cells below `Kesto`, and the issues.
fn hours(second_row: &str, cells: &[&str]) -> (Vec<String>, Vec<String>) {
    let context = context();
    let rows: String = cells
        .iter()
        .map(|cell| format!("5.10.2018;II;Kokous;A;{cell}\n"))
        .collect();
    let text = format!("{ACTIVITY}{second_row}\n{rows}");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let hours = facts(&mut reading, &context, "activities")
        .iter()
        .map(|fact| {
            let value = fact.split(" hours=").nth(1).unwrap_or("none");
            value.split(' ').next().unwrap_or_default().to_owned()
        })
        .collect();
    let mut issues = issues(&reading);
    issues.retain(|issue| !issue.starts_with("duplicate-row"));
    (hours, issues)
}

/// The amounts of a report of costs, in the order of its rows.
fn amounts(text: &str) -> Vec<String> {
    let context = context();
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    facts(&mut reading, &context, "costs")
        .iter()
        .map(|fact| {
            let value = fact.split(" amount_eur=").nth(1).unwrap_or("none");
            value.split(' ').next().unwrap_or_default().to_owned()
        })
        .collect()
}

#[test]
fn a_row_of_units_below_the_labels_is_heard_r7() {
    let (values, issues) = hours("\n;;;;min", &["90", "45"]);
    assert_eq!(values, ["1.50", "0.75"]);
    assert_eq!(
        issues,
        [
            "value-corrected converted E3 hours 90",
            "value-corrected converted E4 hours 45"
        ]
    );
    assert_eq!(hours("\n(pp.kk.vvvv);(valitse);;;(h)", &["2"]).0, ["2.00"]);
    for unit in ["(t€)", "t€", "1 000 €", "(1000 eur)", "(tuhatta euroa)"] {
        let text = format!("Kustannuslaji;Summa\n;{unit}\nPalkat;12,5\nMatkat;3\n");
        assert_eq!(amounts(&text), ["12500.00", "3000.00"], "{unit}");
        let text = format!("Kustannuslaji;9/2018;10/2018\n;{unit};{unit}\nPalkat;12,5;1\n");
        assert_eq!(amounts(&text), ["12500.00", "1000.00"], "{unit}");
    }
    let euros = "Kustannuslaji;Summa\n;€\nPalkat;12,5\n";
    assert_eq!(amounts(euros), ["12.50"]);
}

#[test]
fn a_point_before_quarters_of_an_hour_is_ambiguous_r17() {
    let (values, issues) = hours("", &["1.30", "2.00", "0.45", "3"]);
    assert_eq!(values, ["none", "2.00", "none", "3.00"]);
    assert_eq!(
        issues,
        [
            "number-ambiguous E2 hours 1.30 -> 1.30 / 1.5",
            "number-ambiguous E4 hours 0.45 -> 0.45 / 0.75"
        ]
    );
    let (values, issues) = hours("", &["1.30", "2.5", "0.45", "1.75 h"]);
    assert_eq!(values, ["1.30", "2.50", "0.45", "1.75"]);
    assert_eq!(issues, [] as [&str; 0]);
    assert_eq!(
        hours("", &["1,30", "1.50", "1.3"]).0,
        ["1.30", "1.50", "1.30"]
    );
}

#[test]
fn hours_and_minutes_that_the_label_announces_are_read_so_r17() {
    for label in [" (h:min)", " (t.min)", " tt:mm"] {
        let (values, issues) = hours(label, &["1.30", "2", "0,45", "1.5", "1.75", "1:15"]);
        assert_eq!(
            values,
            ["1.50", "2.00", "0.75", "none", "none", "1.25"],
            "{label}"
        );
        assert_eq!(
            issues,
            [
                "value-corrected converted E2 hours 1.30",
                "value-corrected converted E4 hours 0,45",
                "type-error unit E5 hours 1.5",
                "type-error unit E6 hours 1.75"
            ],
            "{label}"
        );
    }
}

#[test]
fn a_share_is_no_amount_and_no_hours_r17() {
    let context = context();
    let text = "Kustannuslaji;Summa;Valtionavustus\nPalkat;1000;80 %\nMatkat;100;80\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 2: category=salaries amount_eur=1000.00",
            "espoo 2018-10 3: category=travel amount_eur=100.00 grant_eur=80.00",
        ]
    );
    assert_eq!(issues(&reading), ["type-error unit C2 grant_eur 80 %"]);
    assert_eq!(hours("", &["50 %"]).1, ["type-error unit E2 hours 50 %"]);
    let text = "Kustannuslaji;Summa (%)\nPalkat;80\n";
    assert_eq!(amounts(text), ["none"]);
}

#[test]
fn thousands_of_euros_in_a_title_or_note_are_heard_and_words_of_thanks_are_not_r17() {
    let table = "Kustannuslaji;Summa\nPalkat;12,5\nMatkat;3\n";
    for title in [
        "Kustannukset, tuhatta euroa",
        "Luvut tuhansina euroina lokakuulta",
        "Yksikkö: 1000 €",
        "Kostnader i tusental euro",
        "Toteuma (t€)",
        "Talous (1 000 euroa)",
    ] {
        let expected = ["12500.00", "3000.00"];
        assert_eq!(amounts(&format!("{title}\n{table}")), expected, "{title}");
        assert_eq!(
            amounts(&format!("{table}\n{title}\n")),
            expected,
            "{title} below"
        );
    }
    for title in [
        "Tusen tack för er insats!",
        "Tuhat kokemusta -hanke",
        "Miljoona lasta",
        "Avustus 1000 € Folkhälsanille",
        "Säästö 10 tuhatta euroa",
        "Te och kaffe",
    ] {
        assert_eq!(
            amounts(&format!("{title}\n{table}")),
            ["12.50", "3.00"],
            "{title}"
        );
    }
}

#[test]
fn a_column_of_units_beside_the_values_is_heard_r17() {
    let text =
        "Kustannuslaji;Määrä;Yks.\nPalkat;10;€\nMatkat;5;t€\nVuokrat;5;€\nOstopalvelut;7;kr\n";
    assert_eq!(amounts(text), ["10.00", "5000.00", "5.00", "none"]);
    let context = context();
    let text = "Tunnusluku;Yksikkö;Arvo\nEtäneuvolan käynnit;1000 kpl;1,2\nLP-koulutetut;hlö;5\nLP-keskustelut;kertaa kk:ssa;6\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "indicators");
    let values: Vec<&str> = facts
        .iter()
        .filter_map(|fact| fact.split(" value=").nth(1))
        .collect();
    assert_eq!(values, ["1200.0000", "5.0000", "6.0000"]);
}
