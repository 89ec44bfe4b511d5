//! Whose report, for which month (READING.md R2, R25, R38).

use crate::region::OrganisationKind;
use crate::submission::ReportReading;
use crate::testkit::{context, context_with, facts, issues, ledger, read, region};

const ROWS: &str = "Tunnusluku;Arvo\nToiminnassa olevat perhekeskukset;3\n";

fn reports(path: &str, text: &str) -> Vec<String> {
    let context = context();
    let reading = read(path, text, &context);
    let print = |report: &crate::submission::ReportReading| {
        let blocked = report.blocked.map_or("loads", |code| code.name());
        format!(
            "{} {} {blocked}",
            report.organisation,
            report.period.format("%Y-%m")
        )
    };
    reading.reports.iter().map(print).collect()
}

#[test]
fn key_and_value_above_the_table_tell_r2() {
    let text = format!("Kunta:;Espoo\nRaportointikausi:;lokakuu 2018\n\n{ROWS}");
    assert_eq!(
        reports("inbox/tiedosto.csv", &text),
        ["espoo 2018-10 loads"]
    );
}

#[test]
fn contradicting_organisations_block_the_report_r2() {
    let text = format!("Organisaatio:;Vantaa\nKuukausi:;lokakuu 2018\n\n{ROWS}");
    assert_eq!(
        reports("inbox/espoo.csv", &text),
        ["vantaa 2018-10 organisation-conflict"]
    );
    let context = context();
    let mut reading = read("inbox/espoo.csv", &text, &context);
    assert_eq!(
        issues(&reading),
        ["organisation-conflict sources espoo.csv -> Vantaa"]
    );
    assert_eq!(facts(&mut reading, &context, "indicators"), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["5=0+1+0+1+1+2"]);
}

#[test]
fn a_decision_settles_the_conflict_r2() {
    let text = format!("Organisaatio:;Vantaa\nKuukausi:;lokakuu 2018\n\n{ROWS}");
    let decision = "[[decision]]\nkind = 'file'\nfound = 'espoo.csv'\nmeans = 'organisation=espoo'\n\
        by = 'agent'\non = 2018-11-05\nwhy = 'asked'";
    let context = context_with(region(), decision);
    let reading = read("inbox/espoo.csv", &text, &context);
    assert_eq!(&*reading.reports[0].organisation, "espoo");
    assert_eq!(reading.reports[0].blocked, None);
    assert_eq!(reading.decisions_used, [1]);
}

#[test]
fn contradicting_months_block_the_report_r2() {
    let text = format!("Kuukausi:;lokakuu 2018\n\n{ROWS}");
    assert_eq!(
        reports("inbox/espoo_2018-09.csv", &text),
        ["espoo 2018-10 period-conflict"]
    );
    assert_eq!(
        reports("inbox/2018-12/espoo.csv", &text),
        ["espoo 2018-10 loads"],
        "a folder is only arrival"
    );
}

#[test]
fn a_file_may_be_named_after_the_month_that_follows_its_own_months_r2() {
    let text = "Tunnusluku;Kuukausi;Arvo\nToiminnassa olevat perhekeskukset;9/2018;3\n\
        Toiminnassa olevat perhekeskukset;10/2018;4\n";
    assert_eq!(
        reports("inbox/espoo_2018-11.csv", text),
        ["espoo 2018-09 loads", "espoo 2018-10 loads"]
    );
    assert_eq!(
        reports("inbox/espoo_2018-12.csv", text),
        [
            "espoo 2018-09 period-conflict",
            "espoo 2018-10 period-conflict"
        ]
    );
}

#[test]
fn the_days_of_the_rows_tell_the_month_where_nothing_else_does_r2() {
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A\n6.10.2018;II;Kokous;B\n";
    let context = context();
    let reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(reading.reports[0].period.to_string(), "2018-10-01");
    assert_eq!(issues(&reading), ["value-derived period"]);
}

#[test]
fn the_days_of_the_rows_are_heard_before_the_month_of_arrival_r2() {
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n3.10.;II;Kokous;A\n17.10.;II;Kokous;B\n";
    let context = context();
    let reading = read("inbox/2018-11/espoo.csv", text, &context);
    assert_eq!(reading.reports[0].period.to_string(), "2018-10-01");
    assert_eq!(issues(&reading), ["value-derived period"]);
    let own = text.replace("10.", "11.");
    let reading = read("inbox/2018-11/espoo.csv", &own, &context);
    assert_eq!(reading.reports[0].period.to_string(), "2018-11-01");
    assert_eq!(issues(&reading), [] as [&str; 0], "days and folder agree");
}

#[test]
fn a_coordinator_sends_the_rows_of_others_and_nobody_else_does_r2() {
    let text = "Organisaatio;Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n\
        Espoo;5.10.2018;II;Kokous;A\nHUS;6.10.2018;II;Kokous;B\n";
    let of = |path: &str, kind: OrganisationKind| {
        let mut region = region();
        region.organisations[0].kind = kind;
        let reading = read(path, text, &context_with(region, ""));
        let blocked = |report: &ReportReading| report.blocked.map(|code| code.name());
        let reports: Vec<_> = reading.reports.iter().map(blocked).collect();
        reports
    };
    assert_eq!(
        of("inbox/espoo_2018-10.csv", OrganisationKind::Coordinator),
        [None, None]
    );
    assert_eq!(
        of("inbox/raportti_2018-10.csv", OrganisationKind::Municipality),
        [None, None]
    );
    assert_eq!(
        of("inbox/espoo_2018-10.csv", OrganisationKind::Municipality),
        [None, Some("organisation-conflict")],
        "espoo worked with hus"
    );
    let conflict = Some("organisation-conflict");
    assert_eq!(
        of("inbox/vantaa_2018-10.csv", OrganisationKind::Municipality),
        [conflict, conflict]
    );
}

#[test]
fn a_key_whose_value_names_no_organisation_is_silent_r2() {
    for key in ["Raportoija", "Toimija", "Ansvarig"] {
        let text = format!("Kunta:;Espoo\n{key}:;Maija Meikäläinen\nKuukausi:;10/2018\n\n{ROWS}");
        assert_eq!(
            reports("inbox/raportti.csv", &text),
            ["espoo 2018-10 loads"],
            "{key}"
        );
    }
}

#[test]
fn keys_that_ask_for_others_do_not_say_whose_the_report_is_r2() {
    for key in ["Vastaanottaja", "Hyväksyjä", "Hallinnoija:"] {
        let text = format!("{key};HUS\nKunta:;Espoo\nKuukausi:;10/2018\n\n{ROWS}");
        assert_eq!(
            reports("inbox/raportti.csv", &text),
            ["espoo 2018-10 loads"],
            "{key}"
        );
    }
    for title in [
        "Raportoiva kunta:;Espoo",
        "Kunta/kaupunki:;Espoo",
        "Toimenpideraportti: Espoo",
    ] {
        let text = format!("{title}\nKuukausi:;10/2018\n\n{ROWS}");
        assert_eq!(
            reports("inbox/raportti.csv", &text),
            ["espoo 2018-10 loads"],
            "{title}"
        );
    }
}

#[test]
fn keys_side_by_side_are_no_header_r6() {
    let text = format!("Organisaatio:;Espoo;;Kuukausi:;10/2018\n\n{ROWS}");
    assert_eq!(
        reports("inbox/raportti.csv", &text),
        ["espoo 2018-10 loads"]
    );
}

#[test]
fn costs_with_a_column_of_municipalities_are_theirs_r2() {
    let text =
        "Kunta;Kustannuslaji;Summa\nEspoo;Palkat ja palkkiot;100\nVantaa;Palkat ja palkkiot;50\n";
    assert_eq!(
        reports("inbox/raportti_2018-10.csv", text),
        ["espoo 2018-10 loads", "vantaa 2018-10 loads"]
    );
}

#[test]
fn an_organisation_named_inside_the_table_takes_the_rows_below_r2() {
    let activities = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A\n";
    let rows = "6.10.2018;II;Kokous;B\n7.10.2018;II;Kokous;C\n";
    let text = format!("Organisaatio: Espoo\n{activities}Organisaatio: Vantaa\n{rows}");
    assert_eq!(
        reports("inbox/raportti_2018-10.csv", &text),
        ["espoo 2018-10 loads", "vantaa 2018-10 loads"]
    );
    assert_eq!(
        reports("inbox/espoo_2018-10.csv", &text),
        [
            "espoo 2018-10 loads",
            "vantaa 2018-10 organisation-conflict"
        ]
    );
}

#[test]
fn bare_names_above_blocks_do_not_say_whose_they_are_r2() {
    let block = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A\n6.10.2018;II;Kokous;B\n";
    let text = format!("Espoo\n{block}Vantaa\n{block}");
    assert_eq!(
        reports("inbox/raportti_2018-10.csv", &text),
        ["espoo 2018-10 organisation-conflict"]
    );
    assert_eq!(
        reports("inbox/espoo_2018-10.csv", &text),
        ["espoo 2018-10 loads"],
        "where the work took place"
    );
}

#[test]
fn a_file_that_tells_nothing_is_set_aside_r2() {
    let context = context();
    let reading = read("inbox/tiedosto.csv", ROWS, &context);
    assert_eq!(reading.reports, []);
    assert_eq!(issues(&reading), ["organisation-not-found"]);
    assert_eq!(ledger(&reading), ["2=0+1+0+1+0+0"]);
}

#[test]
fn a_joint_report_is_stored_once_and_counts_for_both_r25() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A\n";
    let mut reading = read("inbox/2018-10/Siuntio.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "inkoo 2018-10 2: start_date=2018-10-05 development_area=II activity_type=meeting title=A @149 @755"
        ]
    );
    let covered: Vec<_> = reading
        .reports
        .iter()
        .map(|report| (&*report.organisation, report.covered_by))
        .collect();
    assert_eq!(covered, [("inkoo", None), ("siuntio", Some(0))]);
}

#[test]
fn a_label_for_a_municipality_of_another_region_contradicts_the_name_of_the_file_r2() {
    let rows = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A\n";
    assert_eq!(
        reports("inbox/espoo_2018-10.csv", &format!("Kunta;Oulu\n\n{rows}")),
        ["espoo 2018-10 organisation-conflict"]
    );
    // Of another organisation it only tells where.
    assert_eq!(
        reports("inbox/hus_2018-10.csv", &format!("Kunta;Oulu\n\n{rows}")),
        ["hus 2018-10 loads"]
    );
}

#[test]
fn a_file_named_as_a_plan_is_read_and_said() {
    let context = context();
    let text = "Kustannuslaji;Summa\nPalkat;10\n";
    let said = |path: &str| issues(&read(path, text, &context));
    assert_eq!(
        said("inbox/espoo talousarvio 2018-10.csv"),
        ["row-constraint plan_named"]
    );
    assert_eq!(
        said("inbox/espoo kustannukset 2018-10.csv"),
        [] as [&str; 0]
    );
}

#[test]
fn a_label_names_all_of_a_joint_report_r25() {
    let context = context();
    for whose in [
        "Inkoon kunta, Siuntion kunta",
        "Inkoon kunta ja Siuntion kunta",
        "Inkoo & Siuntio",
    ] {
        for label in ["Raportoiva organisaatio", "Organisaatio", "Ilmoittaja"] {
            let text = format!(
                "{label};{whose}\n\nPäivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide\n5.10.2018;II;Kokous;A\n"
            );
            let mut reading = read("inbox/2018-10/raportti.csv", &text, &context);
            assert_eq!(
                facts(&mut reading, &context, "activities"),
                [
                    "inkoo 2018-10 4: start_date=2018-10-05 development_area=II activity_type=meeting title=A @149 @755"
                ],
                "{label}: {whose}"
            );
        }
    }
}

#[test]
fn a_municipality_column_that_nobody_filled_in_says_no_more_than_none_r25() {
    let context = context();
    let header = "Päivämäärä;Kunta;Kehittämiskokonaisuus;Tyyppi;Toimenpide";
    let text = format!("{header}\n5.10.2018;;II;Kokous;A\n6.10.2018;–;II;Kokous;B\n");
    let mut reading = read("inbox/2018-10/Siuntio.csv", &text, &context);
    let linked = facts(&mut reading, &context, "activities");
    assert!(
        linked.iter().all(|fact| fact.ends_with(" @149 @755")),
        "{linked:?}"
    );
    // Where others are filled in, a lone blank is missing (R14).
    let text = format!("{header}\n5.10.2018;Espoo;II;Kokous;A\n6.10.2018;;II;Kokous;B\n");
    let mut reading = read("inbox/2018-10/espoo.csv", &text, &context);
    let linked = facts(&mut reading, &context, "activities");
    assert!(
        linked[0].ends_with(" @049") && linked[1].ends_with("title=B"),
        "{linked:?}"
    );
}

#[test]
fn a_month_outside_the_window_is_not_loaded_r38() {
    assert_eq!(
        reports("inbox/espoo_2019-01.csv", ROWS),
        ["espoo 2019-01 period-out-of-window"]
    );
}

#[test]
fn a_form_that_is_not_owed_loads_with_a_warning_r38() {
    let context = context();
    let text = "Kustannuslaji;Summa (€)\nMatkakulut;10\n";
    let mut reading = read("inbox/hus_2018-10.csv", text, &context);
    assert_eq!(
        issues(&reading),
        ["organisation-not-expected hus -> 2018-10"]
    );
    assert_eq!(facts(&mut reading, &context, "costs").len(), 1);
}

#[test]
fn nothing_done_is_a_nil_return_of_all_forms_owed_r16() {
    let context = context();
    let reading = read("inbox/hus_2018-09.csv", "Ei toimintaa\n", &context);
    let nil: Vec<_> = reading
        .reports
        .iter()
        .map(|report| (report.form, report.nil))
        .collect();
    assert_eq!(nil, [(0, true), (1, true), (5, true)]);
    assert_eq!(issues(&reading), ["nil-report", "nil-report", "nil-report"]);
}

#[test]
fn an_empty_template_is_rejected_r16() {
    assert_eq!(
        reports("inbox/espoo_2018-10.csv", "Tunnusluku;Arvo\n"),
        ["espoo 2018-10 required-value"]
    );
    let blank = "Tunnusluku;Arvo\nToiminnassa olevat perhekeskukset;\nLAVA-arvioinnit;\n";
    assert_eq!(
        reports("inbox/espoo_2018-10.csv", blank),
        ["espoo 2018-10 required-value"]
    );
}

#[test]
fn year_and_month_may_have_labels_of_their_own_r2() {
    let context = context();
    let table = "Pvm;Kokonaisuus;Tyyppi;Toimenpide\n5.10.;II;Kokous;A\n";
    for above in [
        "Kunta;Espoo\nVuosi;2018\nKuukausi;10\n",
        "Espoo\nAjalta 1.10.2018 - 31.10.2018\n",
    ] {
        let mut reading = read("inbox/raportti.csv", &format!("{above}{table}"), &context);
        assert!(
            facts(&mut reading, &context, "activities")[0].starts_with("espoo 2018-10"),
            "{above}"
        );
    }
}
