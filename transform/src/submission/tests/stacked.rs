//! Tables below each other on one sheet, each with its own month or organisation above (READING.md R1, R2).

use kooste_ingest::issue::Code;

use crate::testkit::{context, facts, issues, ledger, read};

#[test]
fn tables_below_each_other_have_their_own_months_r1() {
    let context = context();
    let text = "Lokakuu 2018\nKustannuslaji;Summa\nPalkat;2\nYhteensä;2\n\nMarraskuu 2018\nKustannuslaji;Summa\nPalkat;4\nYhteensä;4\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 3: category=salaries amount_eur=2.00",
            "espoo 2018-11 8: category=salaries amount_eur=4.00",
        ]
    );
    assert_eq!(
        issues(&reading),
        ["total-row 4 Yhteensä", "total-row 9 Yhteensä"]
    );
}

#[test]
fn tables_below_each_other_belong_to_the_organisation_of_their_key_r1() {
    let context = context();
    for (espoo, vantaa) in [
        ("Kunta: Espoo", "Kunta: Vantaa"),
        ("Organisaatio;Espoo", "Organisaatio;Vantaa"),
    ] {
        let text = format!(
            "Luvut lokakuulta 2018\n\n{espoo}\nTunnusluku;Arvo\nLP-koulutetut;3\n\n{vantaa}\nTunnusluku;Arvo\nLP-koulutetut;5\n"
        );
        let mut reading = read("inbox/luvut.csv", &text, &context);
        assert_eq!(
            facts(&mut reading, &context, "indicators"),
            [
                "espoo 2018-10 5: indicator=TRAINED_LP municipality_code=049 value=3.0000",
                "vantaa 2018-10 9: indicator=TRAINED_LP municipality_code=092 value=5.0000",
            ],
            "{espoo}"
        );
        assert_eq!(issues(&reading), [] as [&str; 0], "{espoo}");
    }
}

#[test]
fn a_header_repeated_on_the_next_page_begins_no_table_r6() {
    let context = context();
    let text = "Kunta: Espoo\nlokakuu 2018\nTunnusluku;Arvo\nLP-koulutetut;3\n\nKunta: Espoo\nlokakuu 2018\nTunnusluku;Arvo\nLP-keskustelut;5\nYhteensä;8\n";
    let mut reading = read("inbox/luvut.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 4: indicator=TRAINED_LP municipality_code=049 value=3.0000",
            "espoo 2018-10 9: indicator=LP_TALKS municipality_code=049 value=5.0000",
        ]
    );
    assert_eq!(ledger(&reading), ["10=2+0+1+4+1+2"]);
}

#[test]
fn a_title_like_the_headings_below_heads_the_rows_above_them_r13() {
    let context = context();
    let text =
        "Espoo\nTunnusluku;Arvo\nLP-koulutetut;3\n\nVantaa\nTunnusluku;Arvo\nLP-koulutetut;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 3: indicator=TRAINED_LP municipality_code=049 value=3.0000",
            "espoo 2018-10 7: indicator=TRAINED_LP municipality_code=092 value=5.0000",
        ]
    );
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn a_title_against_a_heading_below_is_told_by_the_words_of_both_r2() {
    let context = context();
    let text = "Espoo\nTunnusluku;Arvo\nLP-koulutetut;3\n\nVantaan kaupunki\nLP-koulutetut;5\n";
    let reading = read("inbox/2018-10.csv", text, &context);
    let said: Vec<(&str, &str)> = reading
        .issues
        .iter()
        .filter(|found| found.issue.code == Code::OrganisationConflict)
        .map(|found| (&*found.issue.found, &*found.issue.expected))
        .collect();
    assert_eq!(said, [("Espoo", "Vantaan kaupunki")]);
}

#[test]
fn a_title_above_headings_for_places_is_no_unknown_place_r13() {
    let context = context();
    let text =
        "Tunnuslukuraportti\nTunnusluku;Arvo\nEspoo\nLP-koulutetut;3\nVantaa\nLP-koulutetut;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 2);
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn numerals_alone_on_a_row_are_development_areas_and_no_municipality_r13() {
    let context = context();
    let text = "Pvm;Tyyppi;Toimenpide;Hlö\nI\n1.10.2018;Kokous;a;5\nII\n2.10.2018;Kokous;b;5\nIII.\n3.10.2018;Kokous;c;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    let areas: Vec<&str> = facts
        .iter()
        .filter_map(|fact| fact.split(" development_area=").nth(1)?.split(' ').next())
        .collect();
    assert_eq!(areas, ["I", "II", "III"]);
    assert!(facts.iter().all(|fact| fact.ends_with("@049")), "{facts:?}");
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn a_heading_for_others_ends_the_heading_before_it_r13() {
    let context = context();
    let text = "Pvm;Kehittämiskokonaisuus;Toimenpide;Hlö\nKokous\n1.10.2018;II;a;5\nKoulutus\n2.10.2018;II;b;5\nMuu\n3.10.2018;II;c;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(issues(&reading), ["required-value 7 activity_type"]);
}

#[test]
fn a_table_that_repeats_another_of_its_report_is_said_row_by_row_r15() {
    let context = context();
    let months = |sums: &str| {
        format!(
            "Kustannukset lokakuu 2018\nKustannuslaji;Summa\nPalkat;200\nMatkat;20\n\nYhteenveto\n{sums}"
        )
    };
    let repeated = months("Kustannuslaji;Lokakuu 2018;Yhteensä\nPalkat;200;200\nMatkat;20;20\n");
    let mut reading = read("inbox/espoo.csv", &repeated, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 4);
    assert_eq!(issues(&reading), ["duplicate-row 8 3", "duplicate-row 9 4"]);
    let other = months("Kustannuslaji;Lokakuu 2018\nPalkat;200\nMatkat;21\n");
    let reading = read("inbox/espoo.csv", &other, &context);
    assert_eq!(issues(&reading), ["duplicate-row other_values 9 4"]);
}
