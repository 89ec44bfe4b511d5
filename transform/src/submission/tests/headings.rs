//! Headings between rows, groups and total rows (READING.md R12–R14).

use crate::testkit::{context, facts, issues, ledger, read};

const HEADER: &str = "Päivämäärä;Kunta;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat yhteensä;Lapset;Vanhemmat\n";

#[test]
fn a_month_alone_right_below_the_header_heads_the_rows_r13() {
    let context = context();
    let text = "Espoon kaupunki\nPvm;Toimenpide;Tyyppi;Osallistujat\nLokakuu 2018;;;\n\
        I Lapsen oikeuksia vahvistava toimintakulttuuri;;;\n2.10.2018;Kokous A;Kokous;12\n\
        Marraskuu 2018;;;\nII Perhekeskustoimintamalli;;;\n3.11.2018;Kokous B;Kokous;8\n";
    let reading = read("inbox/Espoo toiminta 2018.csv", text, &context);
    assert_eq!(issues(&reading), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["8=2+0+0+5+0+1"]);
}

#[test]
fn a_total_row_that_agrees_is_a_control_total_r12() {
    let context = context();
    let text = "Kustannuslaji;Summa (€)\nPalkat;100,50\nMatkat;20\nYhteensä;120,50\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 2);
    assert_eq!(issues(&reading), ["total-row 4 Yhteensä"]);
    assert_eq!(ledger(&reading), ["4=2+0+1+1+0+0"]);
}

#[test]
fn a_total_row_that_differs_tells_the_sum_r12() {
    let context = context();
    let text = "Kustannuslaji;Summa (€)\nPalkat;100,50\nMatkat;20\nYhteensä;121\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        issues(&reading),
        ["total-row-mismatch B4 amount_eur 121 -> 120.5"]
    );
}

#[test]
fn a_heading_row_applies_to_the_rows_below_r13() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\nVantaa\n5.10.2018;II;Kokous;A\nEspoo\n6.10.2018;II;Kokous;B\n";
    let mut reading = read("inbox/hus_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "hus 2018-10 3: start_date=2018-10-05 development_area=II activity_type=meeting title=A @092",
            "hus 2018-10 5: start_date=2018-10-06 development_area=II activity_type=meeting title=B @049",
        ]
    );
}

#[test]
fn groups_fill_down_but_a_lone_blank_is_missing_r14() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;3;;\n;;II;Kokous;B;4;;\n6.10.2018;Vantaa;II;Kokous;C;5;;\n;;II;Kokous;D;4;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let lines = facts(&mut reading, &context, "activities");
    assert_eq!(lines.len(), 4);
    assert!(
        lines[1].starts_with("espoo 2018-10 3: start_date=2018-10-05"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with("@049"), "{}", lines[1]);
    assert!(lines[3].ends_with("@092"), "{}", lines[3]);
}

#[test]
fn an_unlabelled_last_row_that_is_the_sum_of_all_is_a_total_r12() {
    let context = context();
    let text =
        "Kustannuslaji;Summa (€);Valtionavustus (€)\nPalkat;100,50;80\nMatkat;20;16\n;120,50;96\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 2);
    assert_eq!(issues(&reading), ["total-row 4"]);
    let differs = "Kustannuslaji;Summa (€)\nPalkat;100,50\nMatkat;20\n;99\n";
    let reading = read("inbox/espoo_2018-10.csv", differs, &context);
    assert_eq!(issues(&reading), ["required-value A4 category"]);
}

#[test]
fn a_title_that_is_a_word_for_sum_is_an_activity_r12() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;3;;\n6.10.2018;Espoo;II;Tapahtuma;Yhteensä;3;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
}

#[test]
fn an_unknown_heading_ends_the_values_of_the_one_before_r13() {
    let context = context();
    let text = "Pvm;Kokonaisuus;Tyyppi;Toimenpide\nPerhekeskus;;;\n5.10.2018;;Kokous;A\n6.10.2018;;Kokous;B\n\
        Jotain muuta;;;\n7.10.2018;;Kokous;C\n8.10.2018;I;Kokous;D\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 3);
    assert_eq!(issues(&reading), ["required-value B6 development_area"]);
}

#[test]
fn an_unknown_heading_ends_the_one_before_it_with_an_issue_r13() {
    let context = context();
    let text = "Kustannuslaji;Summa (€)\nEspoo\nPalkat;100\nKiljavan opisto\nPalkat;200\nVantaa\nPalkat;300\n";
    let mut reading = read("inbox/kulut lokakuu 2018.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 3: category=salaries amount_eur=100.00",
            "vantaa 2018-10 7: category=salaries amount_eur=300.00",
        ]
    );
    assert_eq!(
        issues(&reading),
        ["organisation-unknown heading A4 Kiljavan opisto"]
    );
    assert_eq!(ledger(&reading), ["7=2+2+0+3+0+0"]);
}

#[test]
fn rows_below_an_unknown_place_have_none_r13() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\nVantaa\n5.10.2018;II;Kokous;A\nKiljava\n6.10.2018;II;Kokous;B\n(jatkuu)\nEspoo\n7.10.2018;II;Kokous;C\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert!(facts[0].ends_with("@092"), "{}", facts[0]);
    assert!(facts[1].ends_with("title=B"), "{}", facts[1]);
    assert!(facts[2].ends_with("@049"), "{}", facts[2]);
    assert_eq!(
        issues(&reading),
        ["municipality-unknown heading A4 Kiljava"]
    );
}

#[test]
fn rows_below_a_heading_that_is_no_month_belong_to_none_r13() {
    let context = context();
    let text = "Tunnusluku;Arvo\nsyyskuu 2018\nSysteemiset tiimit;1\nSyksy\nSysteemiset tiimit;2\nlokakuu 2018\nSysteemiset tiimit;3\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    let facts = facts(&mut reading, &context, "indicators");
    assert_eq!(facts.len(), 2);
    assert_eq!(issues(&reading), ["period-not-found heading A4 Syksy"]);
}

#[test]
fn a_code_with_its_label_heads_rows_r13() {
    let context = context();
    let text = "Päivämäärä;Tyyppi;Toimenpide\nII Perhekeskustoimintamalli\n5.10.2018;Kokous;A\nKehittämiskokonaisuus III\n6.10.2018;Kokous;B\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert!(facts[0].contains("development_area=II "), "{}", facts[0]);
    assert!(facts[1].contains("development_area=III "), "{}", facts[1]);
    assert_eq!(issues(&reading), [""; 0]);
}

#[test]
fn a_total_above_the_rows_is_compared_with_them_r12() {
    let context = context();
    let text = "Kustannuslaji;Summa (€)\nYhteensä;120\nPalkat;100\nMatkat;20\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(issues(&reading), ["total-row 2 Yhteensä"]);
}

#[test]
fn marks_for_the_value_above_are_read_as_it_but_never_for_numbers_r14() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;3;;\n-\"-;sama;d:o;samma;B;sama;;\n,,;;;;C;4;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let lines = facts(&mut reading, &context, "activities");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[1].starts_with(
            "espoo 2018-10 3: start_date=2018-10-05 development_area=II activity_type=meeting title=B"
        ),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with("@049"), "{}", lines[1]);
    assert_eq!(
        issues(&reading)[..5],
        [
            "value-corrected ditto A3 start_date -\"-",
            "value-corrected ditto B3 municipality sama",
            "value-corrected ditto C3 development_area d:o",
            "value-corrected ditto D3 activity_type samma",
            "type-error not-a-number F3 participants_total sama",
        ]
    );
}

#[test]
fn a_mark_with_nothing_above_it_is_the_same_mark_further_down_r14() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Kuvaus\n5.10.2018;II;Kokous;A;Sama\n\
        6.10.2018;II;Kokous;B;Hyvä\n7.10.2018;II;Kokous;C;Sama\n8.10.2018;II;Kokous;D;Sama\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let lines = facts(&mut reading, &context, "activities");
    let described: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.split("description=").nth(1)?.split(' ').next())
        .collect();
    assert_eq!(described, ["Sama", "Hyvä", "Hyvä", "Hyvä"]);
}

#[test]
fn headings_with_their_answers_misspelt_ones_and_answers_like_them_r11() {
    let context = context();
    let text = "1. Tulokset\nPerhekeskus avattiin.\n2. Hasteet\nKiire.\n\
        Kehittämistyö muutosohjelman jälkeen\nJatkuu\nSeuraavat askeleet: koulutus: LP\nja muuta\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "vantaa 2018-09 2: question=results municipality_codes=[092] answer=Perhekeskus avattiin.",
            "vantaa 2018-09 4: question=challenges municipality_codes=[092] answer=Kiire.",
            "vantaa 2018-09 6: question=after_programme municipality_codes=[092] answer=Jatkuu",
            "vantaa 2018-09 7: question=next_steps municipality_codes=[092] answer=koulutus: LP\nja muuta",
        ]
    );
    assert_eq!(
        issues(&reading),
        ["value-corrected misspelt A3 question 2. Hasteet"]
    );
    assert_eq!(ledger(&reading), ["8=5+0+0+3+0+0"]);
}
