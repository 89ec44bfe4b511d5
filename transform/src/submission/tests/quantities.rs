//! Which quantity a label or key means, and which it does not: qualifications, rates, goals, sums (READING.md R8, R12, R17–R19).

use crate::testkit::{context, facts, issues, ledger, read};

const HEADER: &str = "Päivämäärä;Kunta;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat yhteensä;Lapset;Vanhemmat\n";

#[test]
fn an_indicator_with_a_word_for_a_sum_beside_its_name_is_no_total_r12() {
    let context = context();
    let text = "Tunnusluku;Arvo\nLP-koulutetut yhteensä;12\nYhteensä LAVA-arvioinnit;5\nPerhekeskuksen asiakkaat, yht.;30\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 2: indicator=TRAINED_LP municipality_code=049 value=12.0000",
            "espoo 2018-10 3: indicator=LAVA_DONE municipality_code=049 value=5.0000",
            "espoo 2018-10 4: indicator=FAMILY_CENTRE_CLIENTS municipality_code=049 value=30.0000",
        ]
    );
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn a_sum_below_records_of_its_own_key_is_a_total_r12() {
    let context = context();
    let text =
        "Kustannuslaji;Summa (€)\nPalkat;100,50\nPalkat;20\nPalkat yhteensä;120,50\nMatkat;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 3);
    assert_eq!(issues(&reading), ["total-row 4 Palkat yhteensä"]);
}

#[test]
fn a_label_with_a_qualification_is_another_quantity_r8() {
    let context = context();
    for label in [
        "Osallistujat (naiset)",
        "Osallistujat, uudet",
        "Deltagare (män)",
    ] {
        let text = format!(
            "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;{label}\n5.10.2018;II;Kokous;A;3\n"
        );
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        assert_eq!(
            facts(&mut reading, &context, "activities"),
            [
                "espoo 2018-10 2: start_date=2018-10-05 development_area=II activity_type=meeting title=A @049"
            ]
        );
        assert_eq!(issues(&reading), [format!("extra-label E1 {label}")]);
    }
}

#[test]
fn a_label_with_an_explanation_is_the_same_quantity_r8() {
    let context = context();
    for label in [
        "Osallistujat (arvio)",
        "Osallistujat, hlö",
        "Deltagare (antal)",
    ] {
        let text = format!(
            "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;{label}\n5.10.2018;II;Kokous;A;3\n"
        );
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        let facts = facts(&mut reading, &context, "activities");
        assert!(
            facts[0].contains("participants_total=3"),
            "{label}: {facts:?}"
        );
    }
}

#[test]
fn a_sum_of_approximate_parts_is_approximate_itself_r19() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;;noin 5;6\n6.10.2018;Espoo;II;Kokous;B;;yli 20;8\n7.10.2018;Espoo;II;Kokous;C;;5-10;8\n8.10.2018;Espoo;II;Kokous;D;;yli 20;noin 5\n9.10.2018;Espoo;II;Kokous;E;;1;2\n"
    );
    let reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let totals: Vec<String> = reading
        .notes
        .iter()
        .filter(|note| &*note.field == "participants_total")
        .map(|note| {
            format!(
                "{} {} {:?} {:?} {:?}",
                note.row, note.raw, note.quality, note.low, note.high
            )
        })
        .collect();
    assert_eq!(
        totals,
        [
            "2 noin 5 Some(Approximate) None None",
            "3 yli 20 Some(LowerBound) None None",
            "4 5-10 Some(Range) Some(13) Some(18)",
            "5 yli 20 + noin 5 Some(Approximate) None None",
        ]
    );
}

#[test]
fn a_count_beyond_what_one_event_can_have_is_missing_r18() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;450000;;\n6.10.2018;Espoo;II;Kokous;B;100000;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert!(!facts[0].contains("participants_total"), "{}", facts[0]);
    assert!(
        facts[1].contains("participants_total=100000"),
        "{}",
        facts[1]
    );
    assert_eq!(
        issues(&reading),
        ["constraint-error above-maximum F2 participants_total 450000 -> 0–100000"]
    );
}

#[test]
fn an_unknown_organisation_is_said_once_for_all_its_rows_r38() {
    let context = context();
    let text = "Toimija;Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\nEspoo;5.10.2018;II;Kokous;A\nEspoo;6.10.2018;II;Kokous;B\nEspoo;6.10.2018;II;Kokous;C\nKukkaiskerho ry;7.10.2018;II;Kokous;D\nKukkaiskerho ry;8.10.2018;II;Kokous;E\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 3);
    assert_eq!(
        issues(&reading),
        ["organisation-unknown A5 organisation Kukkaiskerho ry"]
    );
    assert_eq!(reading.quarantine.len(), 2);
}

#[test]
fn a_number_shared_among_times_is_another_quantity_r8() {
    let context = context();
    for label in ["Hlö/krt", "Osallistujia / kerta", "Deltagare/tillfälle"] {
        let text = format!(
            "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;{label};Kertoja\n5.10.2018;II;Kokous;A;8;4\n"
        );
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        let facts = facts(&mut reading, &context, "activities");
        assert!(
            facts[0].contains("sessions=4") && !facts[0].contains("participants"),
            "{label}: {facts:?}"
        );
        assert_eq!(issues(&reading), [format!("extra-label E1 {label}")]);
    }
}

#[test]
fn questions_without_answers_are_blank_r15() {
    let context = context();
    let text = "Kysymys;Vastaus\nKuukauden onnistumiset;Hyvin meni.\nHaasteet;-\nTulokset;\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "narrative").len(), 1);
    assert_eq!(issues(&reading), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["4=1+0+0+1+2+0"]);
    let text = "Kysymys;Vastaus\nHaasteet;\nTulokset;\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(issues(&reading), ["required-value empty_report"]);
}

#[test]
fn a_key_with_a_qualification_names_another_quantity_r26() {
    let context = context();
    let text = "Tunnusluku;Arvo\nLP-koulutetut (naiset);3\nLP-keskustelut / kk;5\nLAVA-arvioinnit (kpl);2\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 2);
    assert!(
        issues(&reading)
            .iter()
            .any(|issue| issue.starts_with("code-unknown A2 indicator LP-koulutetut (naiset)")),
        "{:?}",
        issues(&reading)
    );
}

#[test]
fn a_key_that_says_running_total_is_suspected_r33() {
    let context = context();
    let text = "Tunnusluku;Arvo\nLP-koulutetut (vuoden alusta);45\nLP-keskustelut;5\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert!(
        issues(&reading)
            .iter()
            .any(|issue| issue == "cumulative-suspected A2 LP-koulutetut (vuoden alusta)"),
        "{:?}",
        issues(&reading)
    );
}

#[test]
fn costs_below_a_key_and_value_and_without_a_label_for_the_categories_are_read_r6() {
    let context = context();
    let text = "Kuukausi:;lokakuu 2018\n;Kustannukset yhteensä;Valtionavustus 80 %;Omarahoitus\nPalkat;1000;800;200\nMatkat;100;80;20\nYht.;1100;880;220\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 3: category=salaries amount_eur=1000.00 grant_eur=800.00",
            "espoo 2018-10 4: category=travel amount_eur=100.00 grant_eur=80.00"
        ]
    );
}

#[test]
fn goals_averages_and_rates_are_no_counts_r8() {
    let context = context();
    for label in [
        "Osallistujia ka",
        "Osallistujatavoite",
        "Osallistujat suunniteltu",
        "Deltagare i genomsnitt",
    ] {
        let text = format!(
            "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;{label}\n5.10.2018;II;Kokous;A;8\n"
        );
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        let facts = facts(&mut reading, &context, "activities");
        assert!(!facts[0].contains("participants"), "{label}: {facts:?}");
        assert_eq!(issues(&reading), [format!("extra-label E1 {label}")]);
    }
    let text = "Kustannuslaji;Tuntia;€/h;Summa\nPalkat;10;25;250\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        ["espoo 2018-10 2: category=salaries amount_eur=250.00"]
    );
}

#[test]
fn a_word_that_ends_in_t_before_the_sign_of_euros_says_no_thousands_r17() {
    let context = context();
    for label in ["Kustannukset €", "Toteutunut €", "Menot yhteensä, €"] {
        let text = format!("Kustannuslaji;{label}\nPalkat;1000\n");
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        let facts = facts(&mut reading, &context, "costs");
        assert!(
            facts.is_empty() || facts == ["espoo 2018-10 2: category=salaries amount_eur=1000.00"],
            "{label}: {facts:?}"
        );
    }
}

#[test]
fn what_was_planned_stands_beside_what_came_r7() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat;;Ammattilaiset;\n;;;;Suunniteltu;Toteutunut;Suunniteltu;Toteutunut\n5.10.2018;II;Kokous;A;30;28;10;9\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert_eq!(
        facts,
        [
            "espoo 2018-10 3: start_date=2018-10-05 development_area=II activity_type=meeting title=A participants_total=28 participants_professionals=9 @049"
        ],
        "{:?}",
        issues(&reading)
    );
}

#[test]
fn a_sum_of_parts_that_an_unmatched_total_contradicts_is_missing_r27() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Lapset;Vanhemmat;Kieli;Yhteensä\n5.10.2018;II;Kokous;A;3;4;fi;7\n6.10.2018;II;Kokous;B;3;1;fi;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert!(facts[0].contains("participants_total=7"), "{facts:?}");
    assert!(!facts[1].contains("participants_total"), "{facts:?}");
    assert!(
        issues(&reading)
            .iter()
            .any(|issue| issue.starts_with("row-constraint sum") && issue.ends_with("5 -> 4")),
        "{:?}",
        issues(&reading)
    );
}

#[test]
fn an_indicator_of_which_only_some_are_meant_is_unknown_r8() {
    let context = context();
    let text = "Tunnusluku;Arvo\nPerhekeskuksen asiakasperheet;10\nPerhekeskuksen asiakasperheet, joista uusia;3\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 1);
    assert_eq!(issues(&reading).len(), 1);
    assert!(issues(&reading)[0].starts_with("code-unknown A3 indicator"));
}

#[test]
fn a_value_in_the_cell_of_its_key_is_not_lost_in_silence_r9() {
    let context = context();
    let text = "Tunnusluku;Arvo\nLP-koulutetut;3\nLP-keskustelut;4\nEtäneuvolan käynnit: 7;\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 2);
    assert!(issues(&reading)[0].starts_with("code-unknown A4 indicator"));
    let text = text.replace("käynnit: 7", "käynnit = 7");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 2);
    assert!(issues(&reading)[0].starts_with("code-unknown A4 indicator"));
}

#[test]
fn the_number_of_a_day_is_no_count_r18() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;43378;;\n6.10.2018;Espoo;II;Viestintä;B;45000;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(
        issues(&reading),
        ["type-error date-for-number F2 participants_total 43378 -> 2018-10-05"]
    );
}

#[test]
fn signatures_and_footnotes_below_a_sum_are_notes_r6() {
    let context = context();
    let text = "Kustannuslaji;Summa\nPalkat;100\nMatkat;10\nYhteensä;110\nLaatija;Maija M\nHyväksynyt;Pekka P\nPuh.;040 123 4567\n1) arvio;\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 2);
    assert_eq!(issues(&reading), ["total-row 4 Yhteensä"]);
    let text = text.replace("Pekka P", "5");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 0);
}

#[test]
fn age_groups_below_a_label_are_no_values_and_none_of_them_is_the_total_r7() {
    let context = context();
    let text = "Pvm;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat;;\n;;;;0-6 v;7–12 v;13-17-vuotiaat\n5.10.2018;II;Kokous;a;5;6;11\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 3: start_date=2018-10-05 development_area=II activity_type=meeting title=a @049"
        ]
    );
    assert!(
        issues(&reading)
            .iter()
            .all(|issue| issue.starts_with("extra-label") || issue.starts_with("label-ambiguous")),
        "{:?}",
        issues(&reading)
    );
}
