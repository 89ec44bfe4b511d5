//! Rows: quarantine, duplicates, notes, masks, derived values (READING.md R15–R30, R38).

use kooste_ingest::issue::Code;

use crate::facts::{MissingReason, Quality};
use crate::testkit::{arrow_text, context, context_with, facts, issues, ledger, read, region};

const HEADER: &str = "Päivämäärä;Kunta;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat yhteensä;Lapset;Vanhemmat\n";

#[test]
fn values_told_twice_and_differently_are_said_r9() {
    let context = context();
    let said = |text: &str| -> Vec<String> {
        let mut reading = read("inbox/2018-10/espoo.csv", text, &context);
        assert!(!facts(&mut reading, &context, "indicators").is_empty());
        let said = issues(&reading).into_iter();
        said.filter(|issue| issue.starts_with("duplicate-row"))
            .collect()
    };
    let twice = said("Tunnusluku;Arvo\nLP-koulutetut;5\nLP-keskustelut;7\nLP-koulutetut;6\n");
    assert_eq!(twice.len(), 1, "{twice:?}");
    let apart = said("Tunnusluku;Yksikkö;Arvo\nLP-koulutetut;Pohjoinen;5\nLP-koulutetut;Etelä;6\n");
    assert_eq!(apart, Vec::<String>::new());
    let again = said(
        "Tunnusluku;Arvo\nLP-koulutetut;5\nLP-keskustelut;7\n\nKorjattu\nTunnusluku;Arvo\n\
        LP-koulutetut;15\nLP-keskustelut;17\n",
    );
    assert_eq!(again.len(), 1, "one of a table: {again:?}");
}

#[test]
fn a_table_that_cannot_be_read_leaves_the_others_of_its_report_r9() {
    let context = context();
    let summary = "Yhteenveto\nTyyppi;Toimenpide;Osallistujat yhteensä\nKokous;Kokoukset;12\nKoulutus;Koulutukset;20\n\
        Kysely;Kyselyt;7\nRyhmä;Ryhmät;9\nTapahtuma;Tapahtumat;3\n\n";
    let rows = "5.10.2018;Espoo;II;Kokous;Aloitus;12;;\n8.10.2018;Espoo;II;Kokous;Toinen;9;;\n";
    let text = format!("{summary}{HEADER}{rows}");
    let mut reading = read("inbox/espoo.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(reading.reports[0].blocked, None);
    let said = issues(&reading);
    assert!(
        said.iter().any(|issue| issue.starts_with("missing-label")),
        "{said:?}"
    );
    // Rows at fault are weighed against those of the tables that can be read.
    let faulty = "5.10.2018;Espoo;II;Mönkijä;Aloitus;12;;\n8.10.2018;Espoo;II;Mönkijä;Toinen;9;;\n";
    let reading = read(
        "inbox/espoo.csv",
        &format!("{summary}{HEADER}{faulty}"),
        &context,
    );
    assert!(
        issues(&reading)
            .iter()
            .any(|issue| issue.starts_with("reject-share-exceeded"))
    );
    // Where nothing else can be read, the report is kept out for its table.
    let reading = read("inbox/2018-10/espoo.csv", summary, &context);
    assert!(
        reading
            .reports
            .iter()
            .all(|report| report.blocked == Some(Code::MissingLabel))
    );
}

#[test]
fn months_of_a_column_take_the_year_that_is_said_beside_or_above_them_r23() {
    let context = context();
    let rows = |first: &str, then: [&str; 2]| {
        format!(
            "Kuukausi;Tunnusluku;Arvo\n{first};LP-koulutetut;1\n{};LP-koulutetut;2\n{};LP-koulutetut;3\n",
            then[0], then[1]
        )
    };
    let months = |path: &str, text: &str| -> Vec<String> {
        let mut reading = read(path, text, &context);
        let facts = facts(&mut reading, &context, "indicators");
        facts
            .iter()
            .map(|fact| fact.split(' ').nth(1).unwrap_or_default().to_owned())
            .collect()
    };
    let spring = rows("tammikuu 2018", ["helmikuu", "maaliskuu"]);
    assert_eq!(
        months("inbox/espoo.csv", &spring),
        ["2018-01", "2018-02", "2018-03"]
    );
    let named = rows("tammikuu", ["helmikuu", "maaliskuu"]);
    assert_eq!(
        months("inbox/espoo tunnusluvut 2018.csv", &named),
        ["2018-01", "2018-02", "2018-03"]
    );
    // Behind a turn of the year nobody says which year is meant.
    let winter = rows("joulukuu 2017", ["tammikuu", "helmikuu"]);
    assert_eq!(months("inbox/espoo.csv", &winter), ["2017-12"]);
}

#[test]
fn a_row_without_a_required_value_is_quarantined_and_the_others_load_r15() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;3;;\n6.10.2018;Espoo;II;;B;4;;\n7.10.2018;Espoo;II;Kokous;C;5;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(issues(&reading), ["required-value D3 activity_type"]);
    assert_eq!(ledger(&reading), ["4=2+1+0+1+0+0"]);
    assert_eq!(
        reading.quarantine[0].raw,
        r#"{"Päivämäärä":"6.10.2018","Kunta":"Espoo","Kehittämiskokonaisuus":"II","Toimenpide":"B","Osallistujat yhteensä":"4"}"#
    );
}

#[test]
fn a_report_of_which_more_than_half_is_at_fault_does_not_load_r38() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;3;;\n6.10.2018;Espoo;II;;B;4;;\n7.10.2018;Espoo;II;;C;5;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities"), [] as [&str; 0]);
    assert_eq!(
        issues(&reading),
        [
            "required-value D3 activity_type",
            "required-value D4 activity_type",
            "reject-share-exceeded 2/3 -> 0.5",
        ]
    );
    assert_eq!(ledger(&reading), ["4=0+3+0+1+0+0"]);
}

#[test]
fn rows_equal_in_every_field_both_load_r15() {
    let context = context();
    let text =
        format!("{HEADER}5.10.2018;Espoo;II;Kokous;A;3;;\n5.10.2018;Espoo;II;Kokous;A;3;;\n");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(issues(&reading), ["duplicate-row 3 2"]);
}

#[test]
fn a_blank_total_is_the_sum_of_its_parts_and_a_wrong_one_is_noticed_r27() {
    let context = context();
    let text =
        format!("{HEADER}5.10.2018;Espoo;II;Kokous;A;;3;4\n6.10.2018;Espoo;II;Kokous;B;8;3;4\n");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert!(facts[0].contains("participants_total=7 "), "{}", facts[0]);
    assert!(facts[1].contains("participants_total=8 "), "{}", facts[1]);
    assert_eq!(
        issues(&reading),
        [
            "value-derived sum F2 participants_total",
            "row-constraint sum F3 participants_total 8 -> 7"
        ]
    );
}

#[test]
fn unmatched_columns_stay_with_the_row_r9() {
    let context = context();
    let text = "Kustannuslaji;Summa (€);Tiliöinti X\nPalkat;100,50;4000\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 1);
    assert_eq!(issues(&reading), ["extra-label C1 Tiliöinti X"]);
}

#[test]
fn a_start_date_outside_the_month_loads_with_a_warning_r22() {
    let context = context();
    let text = format!(
        "{HEADER}5.9.2018;Espoo;II;Kokous;A;3;;\n5.10.2018;Espoo;II;Kokous;B;3;;\n5.9.2015;Espoo;II;Kokous;C;3;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(
        issues(&reading),
        [
            "period-conflict other_month A2 start_date 2018-09-05 -> 2018-10",
            "type-error far-from-month A4 start_date 5.9.2015 -> 2018-10",
        ]
    );
}

#[test]
fn rows_that_only_the_template_filled_are_blank_r15() {
    let context = context();
    let text = "Nro;Kunta;Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat yhteensä\n\
        1;Espoo;5.10.2018;II;Kokous;A;3\n2;Espoo;;;;;\n3;Espoo;;;;;\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 1);
    assert_eq!(ledger(&reading), ["4=1+0+0+1+2+0"]);
}

#[test]
fn a_month_that_cannot_be_read_sets_its_row_aside() {
    let context = context();
    let text = "Tunnusluku;Kuukausi;Arvo\nToiminnassa olevat perhekeskukset;10/2018;3\n\
        Tehdyt lapsivaikutusten arvioinnit;Q4;4\nSysteemiset tiimit;10/2018;4\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 2);
    assert_eq!(issues(&reading), ["type-error quarter B3 period Q4"]);
}

#[test]
fn a_value_that_is_not_exact_is_noted_r19() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;A;noin 15;;\n6.10.2018;Espoo;II;Kokous;B;ei tietoa;;\n"
    );
    let reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let notes: Vec<_> = reading
        .notes
        .iter()
        .map(|note| {
            (
                note.row,
                &*note.field,
                note.raw.as_str(),
                note.quality,
                note.missing_reason,
            )
        })
        .collect();
    assert_eq!(
        notes,
        [
            (
                2,
                "participants_total",
                "noin 15",
                Some(Quality::Approximate),
                None
            ),
            (
                3,
                "participants_total",
                "ei tietoa",
                None,
                Some(MissingReason::Unknown)
            ),
        ]
    );
}

#[test]
fn ranges_and_lists_of_days_give_end_and_sessions_r21() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n3.–4.10.2018;II;Kokous;A\n5.10., 6.10.;II;Kokous;B\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let lines = facts(&mut reading, &context, "activities");
    assert!(
        lines[0].contains("start_date=2018-10-03 end_date=2018-10-04"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].contains("start_date=2018-10-05 end_date=2018-10-06"),
        "{}",
        lines[1]
    );
    assert!(lines[1].contains("sessions=2"), "{}", lines[1]);
}

#[test]
fn identity_codes_and_contact_data_are_masked_r30() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Espoo;II;Kokous;Asiakas 131052-308T kävi;3;;\n6.10.2018;Espoo;II;Kokous;Kysy maija@example.com;4;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert!(reading.personal_data);
    let lines = facts(&mut reading, &context, "activities");
    assert!(
        lines[0].contains("title=Asiakas [henkilötunnus] kävi"),
        "{}",
        lines[0]
    );
    assert!(lines[1].contains("title=Kysy [sähköposti]"), "{}", lines[1]);
    assert_eq!(
        issues(&reading),
        [
            "contact-data E3 title Kysy [sähköposti]",
            "personal-data E2 Asiakas [henkilötunnus] kävi",
        ]
    );
}

#[test]
fn two_areas_in_one_cell_load_as_the_first_and_stay_in_extra_r26() {
    let context = context();
    let text = format!("{HEADER}5.10.2018;Espoo;II ja IV;Kokous;A;3;;\n");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let extra = arrow_text(&mut reading.facts[0].extra);
    assert_eq!(extra, [r#"{"Kehittämiskokonaisuus":"II ja IV"}"#]);
    let lines = facts(&mut reading, &context, "activities");
    assert!(lines[0].contains("development_area=II "), "{}", lines[0]);
    assert!(issues(&reading)[0].starts_with("value-corrected first-of-several C2"));
}

#[test]
fn a_value_that_a_decision_settles_r2() {
    let decision = "[[decision]]\nkind = 'value'\nfield = 'development_area'\nfound = 'Oma juttu'\nmeans = 'II'\n\
        by = 'agent'\non = 2018-11-05\nwhy = 'their short form'";
    let context = context_with(region(), decision);
    let text = format!("{HEADER}5.10.2018;Espoo;Oma juttu;Kokous;A;3;;\n");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert!(facts(&mut reading, &context, "activities")[0].contains("development_area=II "));
    assert_eq!(reading.decisions_used, [1]);
}

#[test]
fn several_municipalities_in_one_cell_are_linked_each_r25() {
    let context = context();
    let text = format!(
        "{HEADER}5.10.2018;Inkoo ja Siuntio;II;Kokous;A;3;;\n6.10.2018;Turku;II;Kokous;B;3;;\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    let lines = facts(&mut reading, &context, "activities");
    assert!(lines[0].ends_with("@149 @755"), "{}", lines[0]);
    assert!(lines[1].ends_with("@853"), "{}", lines[1]);
    assert_eq!(
        issues(&reading),
        ["municipality-outside-region B3 municipality Turku"]
    );
}

#[test]
fn a_record_with_more_fields_than_its_header_is_quarantined() {
    let context = context();
    let text = "Pvm,Kokonaisuus,Tyyppi,Toimenpide,Lapset,Vanhemmat,Kuvaus\n\
        5.10.2018,II,Kokous,Koulutus, osa 1,10,4,\n6.10.2018,II,Kokous,B,7,1,\n7.10.2018,II,Kokous,C,8,2,\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(issues(&reading)[0], "type-error shifted 2 8 -> 7");
    assert_eq!(ledger(&reading), ["4=2+1+0+1+0+0"]);
}

#[test]
fn a_delimiter_at_the_end_of_every_record_shifts_nothing() {
    let context = context();
    let text =
        "Pvm;Kokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A;\n6.10.2018;II;Kokous;B;\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn a_row_set_aside_leaves_no_notes_on_its_values() {
    let context = context();
    let text = format!("{HEADER}5.10.2018;Espoo;II;;A;noin 5;;\n6.10.2018;Espoo;II;Kokous;B;4;;\n");
    let reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(reading.quarantine.len(), 1);
    assert_eq!(reading.notes, []);
}

#[test]
fn a_label_tells_the_unit_of_its_numbers_r17() {
    let context = context();
    let text = "Kustannuslaji;Summa (1000 €)\nPalkat;1,2\nMatkat;50 €\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "costs");
    assert!(facts[0].ends_with("amount_eur=1200.00"), "{}", facts[0]);
    assert!(facts[1].ends_with("amount_eur=50.00"), "{}", facts[1]);
    assert_eq!(
        issues(&reading),
        ["value-corrected converted B2 amount_eur 1,2"]
    );
}

#[test]
fn a_month_in_its_own_column_tells_the_month_of_values_across_r10() {
    let context = context();
    let text =
        "Kuukausi;Toiminnassa olevat perhekeskukset;Systeemiset tiimit\n9/2018;3;1\n10/2018;4;2\n";
    let mut reading = read("inbox/espoo lokakuu 2018.csv", text, &context);
    let facts = facts(&mut reading, &context, "indicators");
    assert_eq!(facts.len(), 4);
    assert!(facts[0].starts_with("espoo 2018-09 2:"), "{}", facts[0]);
    assert!(facts[3].starts_with("espoo 2018-10 3:"), "{}", facts[3]);
}

#[test]
fn rows_that_differ_in_an_unmatched_column_are_not_equal_r15() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Huone\n5.10.2018;II;Kokous;A;1\n5.10.2018;II;Kokous;A;2\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(issues(&reading), ["extra-label E1 Huone"]);
}

#[test]
fn a_label_of_running_totals_is_suspected_r33() {
    let context = context();
    let text = "Kustannuslaji;Summa (€) vuoden alusta\nPalkat;9000\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 1);
    assert_eq!(
        issues(&reading),
        ["cumulative-suspected B1 amount_eur Summa (€) vuoden alusta"]
    );
}

#[test]
fn several_months_in_one_label_are_no_month_r10() {
    let context = context();
    let text = "Kustannuslaji;Toteuma lokakuu;Toteuma 1-10/2018\nPalkat;500;5000\n";
    let mut reading = read("inbox/espoo lokakuu 2018.csv", text, &context);
    let facts = facts(&mut reading, &context, "costs");
    assert!(
        facts.iter().all(|fact| !fact.contains("5000")),
        "{facts:?} {:?}",
        issues(&reading)
    );
}

#[test]
fn a_ratio_is_no_count_r8() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Hinta/osallistuja\n5.10.2018;II;Kokous;A;35\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(issues(&reading), ["extra-label E1 Hinta/osallistuja"]);
}
