//! For which month a report is, as the places around its table tell it (READING.md R2, R13, R23).

use crate::testkit::{context, facts, issues, read};

const COSTS: &str = "Kustannuslaji;Summa (€)\nPalkat ja palkkiot;1000\nMatkakulut;50\n";

/// Months of the reports, then the issues that are no mere information.
fn told(path: &str, above: &str) -> (Vec<String>, Vec<String>) {
    let context = context();
    let reading = read(path, &format!("{above}{COSTS}"), &context);
    let print = |report: &crate::submission::ReportReading| {
        let blocked = report.blocked.map_or("loads", |code| code.name());
        format!("{} {blocked}", report.period.format("%Y-%m"))
    };
    (
        reading.reports.iter().map(print).collect(),
        issues(&reading),
    )
}

#[test]
fn a_label_that_states_no_single_month_silences_the_folder_r23() {
    for (value, issue) in [
        ("Q3/2018", "type-error several-months B1 period Q3/2018"),
        ("1-10/2018", "type-error several-months B1 period 1-10/2018"),
        (
            "1.7.2018;30.9.2018",
            "type-error several-months B1 period 1.7.2018",
        ),
        ("X/2018", "type-error not-a-month B1 period X/2018"),
    ] {
        let above = format!("Raportointikausi:;{value}\n\n");
        let (reports, issues) = told("inbox/2018-11/espoo.csv", &above);
        assert_eq!(reports, [] as [&str; 0], "{value}");
        assert_eq!(issues, [issue]);
    }
}

#[test]
fn a_label_states_its_month_in_many_ways_r23() {
    for value in [
        "10-18",
        "10.18",
        "43374",
        "1.10.2018;31.10.2018",
        "lokakuu (10/2018)",
        "lokakuu;2018",
        "1.10.;31.10.",
    ] {
        let above = format!("Raportointikausi:;{value}\n\n");
        let (reports, issues) = told("inbox/2018-11/espoo.csv", &above);
        assert_eq!(reports, ["2018-10 loads"], "{value}");
        assert_eq!(issues, [] as [&str; 0], "{value}");
    }
    let (reports, issues) = told(
        "inbox/2018-11/espoo.csv",
        "Raportointikausi:;lokakkuu 2018\n\n",
    );
    assert_eq!(reports, ["2018-10 loads"]);
    assert_eq!(issues, ["value-corrected B1 period lokakkuu 2018"]);
}

#[test]
fn lines_of_deadlines_and_versions_tell_no_month_r2() {
    for line in [
        "Inlämnas senast 10 november",
        "Lomakepohja 8/2018",
        "Palautus marraskuun 10. päivään mennessä",
        "Dnro;12/2018",
        "Puh. 09 2018 10",
        "Toimenpiteet (marraskuun kokoukseen)",
    ] {
        for path in ["inbox/2018-10/espoo.csv", "inbox/2018-11/espoo_2018-10.csv"] {
            let (reports, issues) = told(path, &format!("{line}\n\n"));
            assert_eq!(reports, ["2018-10 loads"], "{line}");
            assert_eq!(issues, [] as [&str; 0], "{line}");
        }
    }
}

#[test]
fn a_name_of_several_months_silences_the_folder_r2() {
    for name in ["espoo Q3 2018", "espoo 7-9 2018", "espoo heina-syys 2018"] {
        let (reports, issues) = told(&format!("inbox/2018-11/{name}.csv"), "");
        assert_eq!(reports, [] as [&str; 0], "{name}");
        assert_eq!(issues, [format!("period-not-found several {name}.csv")]);
    }
    for name in ["espoo 10-18", "espoo_kk10_2018", "espoo loka18"] {
        let (reports, _) = told(&format!("inbox/2018-11/{name}.csv"), "");
        assert_eq!(reports, ["2018-10 loads"], "{name}");
    }
}

#[test]
fn folders_of_a_year_hold_folders_of_its_months_r2() {
    for folder in [
        "2018/10",
        "2018/lokakuu",
        "2018-10",
        "2018/lokakuu/saapuneet",
    ] {
        let (reports, _) = told(&format!("inbox/{folder}/espoo.csv"), "");
        assert_eq!(reports, ["2018-10 loads"], "{folder}");
    }
}

#[test]
fn headings_name_a_month_beside_what_is_reported_r13() {
    let rows = "Palkat ja palkkiot;1000\nMatkakulut;50\n";
    for (first, second) in [
        ("Kustannukset syyskuu 2018;", "Kustannukset lokakuu 2018;"),
        ("Kuukausi:;syyskuu 2018", "Kuukausi:;lokakuu 2018"),
        ("Syyskuun kulut;", "Lokakuun kulut;"),
        ("SYYSKUU (2 kpl);", "LOKAKUU (2 kpl);"),
    ] {
        let headed = format!("Kustannuslaji;Summa (€)\n{first}\n{rows}{second}\n{rows}");
        let above = format!("{first}\nKustannuslaji;Summa (€)\n{rows}{second}\n{rows}");
        for text in [headed, above] {
            let context = context();
            let mut reading = read("inbox/2018-12/espoo_2018.csv", &text, &context);
            let found = facts(&mut reading, &context, "costs");
            let months: Vec<&str> = found.iter().map(|fact| &fact[6..13]).collect();
            assert_eq!(
                months,
                ["2018-09", "2018-09", "2018-10", "2018-10"],
                "{text}"
            );
            assert_eq!(issues(&reading), [] as [&str; 0], "{text}");
        }
    }
}

#[test]
fn rows_of_a_blocked_report_count_in_no_month_r22() {
    let context = context();
    let text = "Kuukausi:;lokakuu 2018\n\nPäivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n\
        5.9.2018;II;Kokous;A\n";
    let reading = read("inbox/espoo_2018-09.csv", text, &context);
    assert_eq!(
        issues(&reading),
        ["period-conflict sources espoo_2018-09.csv -> lokakuu 2018"]
    );
}

#[test]
fn a_title_of_a_further_table_is_heard_before_the_label_above_the_first_r1() {
    let text = format!("Kuukausi: syyskuu 2018\n{COSTS}\nLokakuu 2018\n{COSTS}");
    let context = context();
    let reading = read("inbox/espoo.csv", &text, &context);
    let loads: Vec<String> = reading
        .reports
        .iter()
        .map(|report| format!("{} {:?}", report.period.format("%Y-%m"), report.blocked))
        .collect();
    assert_eq!(loads, ["2018-09 None", "2018-10 None"]);
}
