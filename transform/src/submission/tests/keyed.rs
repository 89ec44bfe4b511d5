//! Tables of keys and numbers: years apart from their months, sums, units in the corner, plans (READING.md R10, R12, R13, R23).

use crate::testkit::{context, facts, issues, read};

#[test]
fn a_column_of_years_counts_for_the_months_beside_it_r23() {
    let context = context();
    let text = "Vuosi;Kuukausi;Kustannuslaji;Summa\n2017;joulukuu;Palkat;2\n2018;tammikuu;Palkat;4\n;helmikuu;Palkat;5\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2017-12 2: category=salaries amount_eur=2.00",
            "espoo 2018-01 3: category=salaries amount_eur=4.00",
            "espoo 2018-02 4: category=salaries amount_eur=5.00",
        ]
    );
}

#[test]
fn a_year_alone_on_a_row_counts_for_the_months_below_r13() {
    let context = context();
    let text = "Kuukausi;LP-koulutetut;LP-keskustelut\n2017;;\nmarraskuu;1;2\nVuosi 2018;;\nmarraskuu;3;4\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    let found = facts(&mut reading, &context, "indicators");
    assert!(found[0].starts_with("espoo 2017-11 3:"), "{found:?}");
    assert!(found[2].starts_with("espoo 2018-11 5:"), "{found:?}");
}

#[test]
fn months_across_that_begin_anew_are_not_guessed_r23() {
    let context = context();
    let text = "Kustannuslaji;marraskuu;joulukuu;tammikuu\nPalkat;1;2;3\n";
    let mut reading = read("inbox/2018-11/espoo.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs"), [] as [&str; 0]);
    assert!(
        issues(&reading)
            .iter()
            .any(|issue| issue.starts_with("period-not-found")),
        "{:?}",
        issues(&reading)
    );
    let mut told = read("inbox/2018-02/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut told, &context, "costs"),
        [
            "espoo 2017-11 2: category=salaries amount_eur=1.00",
            "espoo 2017-12 2: category=salaries amount_eur=2.00",
            "espoo 2018-01 2: category=salaries amount_eur=3.00",
        ]
    );
}

#[test]
fn the_corner_says_thousands_for_the_whole_table_r17() {
    let context = context();
    let text = "Kustannuslaji (1000 €);lokakuu 2018;marraskuu 2018\nPalkat;8;9\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    let found = facts(&mut reading, &context, "costs");
    assert_eq!(
        found[0],
        "espoo 2018-10 2: category=salaries amount_eur=8000.00"
    );
}

#[test]
fn the_last_value_of_a_stock_is_no_sum_of_its_months_r12() {
    let context = context();
    let text = "Kuukausi;Toiminnassa olevat perhekeskukset;LP-keskustelut\nsyyskuu 2018;3;10\nlokakuu 2018;4;20\nYhteensä;4;30\n";
    let reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(issues(&reading), ["total-row 4 Yhteensä"]);
}

#[test]
fn budgets_beside_results_do_not_load_r12() {
    let context = context();
    let text = "lokakuu 2018\nKustannuslaji;Tieto;Summa\nPalkat;Toteuma;100\nPalkat;Budjetti;120\nMatkakulut;Toteuma;5\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 3: category=salaries amount_eur=100.00",
            "espoo 2018-10 5: category=travel amount_eur=5.00",
        ]
    );
    assert!(
        issues(&reading).contains(&"row-constraint plan B4 Budjetti".to_owned()),
        "{:?}",
        issues(&reading)
    );
}
