//! Tables as people lay them out: side by side, with sums, signatures and lines between rows.

use crate::testkit::{context, facts, issues, ledger, read};

#[test]
fn a_sum_beside_its_parts_is_their_total_r27() {
    let context = context();
    let text = "Pvm;Kokonaisuus;Tyyppi;Toimenpide;Lapset;Vanhemmat;Yhteensä\n5.10.2018;II;Kokous;A;1;2;3\n\
        6.10.2018;II;Kokous;B;;;12\n7.10.2018;II;Kokous;C;1;2;4\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    for (fact, total) in facts.iter().zip(["3", "12", "4"]) {
        assert!(
            fact.contains(&format!("participants_total={total}")),
            "{fact}"
        );
    }
    assert_eq!(
        issues(&reading),
        ["row-constraint sum G4 participants_total 4 -> 3"]
    );
}

#[test]
fn a_sum_beside_no_part_is_no_field_r8() {
    let context = context();
    let text =
        "Pvm;Kokonaisuus;Tyyppi;Toimenpide;Naiset;Miehet;Yhteensä\n5.10.2018;II;Kokous;A;1;2;3\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let facts = facts(&mut reading, &context, "activities");
    assert!(!facts[0].contains("participants"), "{facts:?}");
}

#[test]
fn tables_side_by_side_need_no_column_between_them_r1() {
    let context = context();
    let text = "Tunnusluku;Arvo;Kustannuslaji;Summa\nLP-koulutetut;5;Palkat;1000,50\nLP-keskustelut;7;Matkat;20\n\
        Systeemiset tiimit;2;Yhteensä;1020,50\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 3);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 2);
    assert_eq!(issues(&reading), ["total-row 4 Yhteensä"]);
    assert_eq!(ledger(&reading), ["4=3+0+0+1+0+0", "4=2+0+1+1+0+0"]);
}

#[test]
fn number_and_name_of_a_municipality_may_have_columns_of_their_own_r24() {
    let context = context();
    let header = "Kuntanumero;Kunta;Tunnusluku;Arvo\n";
    let text = format!("{header}049;Espoo;LP-koulutetut;5\n092;Vantaa;LP-koulutetut;6\n");
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 2: indicator=TRAINED_LP municipality_code=049 value=5.0000",
            "espoo 2018-10 3: indicator=TRAINED_LP municipality_code=092 value=6.0000",
        ]
    );
    let text = format!("{header}049;Espoo;LP-koulutetut;5\n092;Espoo;LP-keskustelut;6\n");
    let reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(
        issues(&reading)
            .iter()
            .filter(|issue| issue.starts_with("label-ambiguous"))
            .count(),
        2
    );
}

#[test]
fn words_of_other_lists_head_indicators_r13() {
    let context = context();
    let text = "Tunnusluku;Arvo\nPERHEKESKUS;\nKohtaamispaikkojen käynnit;120\nLAPSET PUHEEKSI;\nLP-koulutetut;4\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 2);
    assert_eq!(issues(&reading), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["5=2+0+0+3+0+0"]);
}

#[test]
fn a_change_is_no_other_cost_r26() {
    let context = context();
    let text = "Raportointikausi: lokakuu 2018\nTunnusluku;Edellinen kk;Tämä kk;Muutos\nLP-koulutetut;5;7;2\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        ["espoo 2018-10 3: indicator=TRAINED_LP municipality_code=049 value=7.0000"]
    );
    assert_eq!(facts(&mut reading, &context, "costs"), [] as [&str; 0]);
}

#[test]
fn a_column_of_a_running_total_beside_a_month_is_no_value_r33() {
    let context = context();
    let text = "Kustannuslaji;Lokakuu;1-10/2018\nPalkat;1000;9000\nMatkat;50;500\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 2: category=salaries amount_eur=1000.00",
            "espoo 2018-10 3: category=travel amount_eur=50.00",
        ]
    );
    assert_eq!(issues(&reading), ["extra-label C1 1-10/2018"]);
}

#[test]
fn signatures_and_lines_between_rows_are_notes_r6() {
    let context = context();
    let text = "Pvm|Kokonaisuus|Tyyppi|Toimenpide\n---|---|---|---\n5.10.2018|II|Kokous|A\n\nAllekirjoitus||Espoossa 5.11.2018\nTerveisin\nMaija\n\
        puh. 019 3691234|maija@espoo.fi\n";
    let mut reading = read("inbox/espoo_2018-10.txt", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 1);
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn a_numbered_footnote_below_months_is_a_note_r6() {
    let context = context();
    let text = "Kuukausi;LP-koulutetut;Asiakastyytyväisyys\nLokakuu 2018;3;4,2\n1) arvio;;\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 2: indicator=TRAINED_LP municipality_code=049 value=3.0000",
            "espoo 2018-10 2: indicator=SATISFACTION municipality_code=049 value=4.2000",
        ]
    );
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn decimals_between_commas_set_their_record_aside_r17() {
    let context = context();
    let text = "Kustannuslaji,Summa (€),Huomautus\nPalkat,1234,50,ok\nMatkat,12,5,\nMuut,3,,\nVuokrat,7,,\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 4: category=other amount_eur=3.00",
            "espoo 2018-10 5: category=rents amount_eur=7.00",
        ]
    );
    assert_eq!(reading.quarantine.len(), 2);
}

#[test]
fn a_file_saved_twice_is_read_as_saved_once_r4() {
    let context = context();
    let text = "\"Pvm;Kokonaisuus;Tyyppi;Toimenpide\",,\n\"5.10.2018;II;Kokous;\"\"A; B\"\"\",,\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 2: start_date=2018-10-05 development_area=II activity_type=meeting title=A; B @049"
        ]
    );
}

#[test]
fn averages_below_rows_are_notes_r12() {
    let context = context();
    let text = "Pvm;Kokonaisuus;Tyyppi;Toimenpide;Hlö;Kesto\n5.10.;II;kokous;A;3;1\n6.10.;II;kokous;B;4;2\nKeskiarvo;;;;3,5;1,5\n\
        Yhteensä;;;;7;3\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 2);
    assert_eq!(issues(&reading), ["total-row 5 Yhteensä"]);
}

#[test]
fn numbers_of_accounts_stand_before_categories_r26() {
    let context = context();
    let text = "Kustannuslaji;Summa\n4100 Henkilösivukulut;210,50\n4300-4399 Palvelujen ostot;99,95\n450 Muut;1\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 2: category=social_costs amount_eur=210.50",
            "espoo 2018-10 3: category=services amount_eur=99.95",
            "espoo 2018-10 4: category=other amount_eur=1.00",
        ]
    );
    assert!(
        issues(&reading)
            .iter()
            .all(|issue| issue.starts_with("value-corrected"))
    );
}

#[test]
fn a_title_tells_thousands_behind_a_word_for_costs_r17() {
    let context = context();
    let text = "Espoo, kustannukset 1000 €, lokakuu 2018\nKustannuslaji;Summa\nPalkat;1,5\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        ["espoo 2018-10 3: category=salaries amount_eur=1500.00"]
    );
    assert!(issues(&reading)[0].starts_with("value-corrected converted"));
}

#[test]
fn nothing_done_for_a_cause_is_a_nil_return_r16() {
    let context = context();
    for (text, is_nil) in [
        ("Espoo lokakuu 2018\nEi toimintaa lomien vuoksi.\n", true),
        (
            "Espoo oktober 2018\nIngen verksamhet på grund av semestrar\n",
            true,
        ),
        (
            "Espoo lokakuu 2018\nEi toimintaa muuta kuin kokous 5.10.\n",
            false,
        ),
    ] {
        let reading = read("inbox/espoo_2018-10.csv", text, &context);
        assert_eq!(
            reading.reports.iter().any(|report| report.nil),
            is_nil,
            "{text}"
        );
    }
}

#[test]
fn few_labels_among_others_are_a_header_above_keys_r10() {
    let context = context();
    let text = "Tunnusluku;vko 40;vko 41;vko 42;vko 43;Lokakuu\nEtäneuvolan käynnit;10;2;0;12;24\nKompassi-arvioinnit;1;2;3;6;12\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 2: indicator=REMOTE_CLINIC_VISITS municipality_code=049 value=24.0000",
            "espoo 2018-10 3: indicator=COMPASS_ASSESSMENTS municipality_code=049 value=12.0000",
        ]
    );
}

#[test]
fn costs_below_names_of_places_are_reports_of_theirs_r1() {
    let context = context();
    let text = "Espoo;\nKustannuslaji;Summa\nPalkat;1\n;\nVantaa;\nKustannuslaji;Summa\nPalkat;3\n";
    let mut reading = read("inbox/kulut lokakuu 2018.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 3: category=salaries amount_eur=1.00",
            "vantaa 2018-10 7: category=salaries amount_eur=3.00",
        ]
    );
    assert_eq!(issues(&reading).len(), 0, "{:?}", issues(&reading));
}

#[test]
fn hints_below_labels_are_no_record_r7() {
    let context = context();
    let text = "Pvm;Kokonaisuus;Tyyppi;Toimenpide;Kesto\npp.kk.vvvv;valitse;valitse;vapaa teksti;min\n5.10.2018;II;Kokous;A;90\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 3: start_date=2018-10-05 development_area=II activity_type=meeting title=A hours=1.50 @049"
        ]
    );
}

#[test]
fn a_remark_behind_a_code_of_a_list_is_noticed_r26() {
    let context = context();
    let text = "Pvm;Kokonaisuus;Tyyppi;Toimenpide;Kohderyhmä\n5.10.2018;II;Kokous;A;ammattilaiset (sote)\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert!(
        facts(&mut reading, &context, "activities")[0].contains("target_group=[professionals]")
    );
    assert!(issues(&reading)[0].starts_with("value-corrected"));
}

#[test]
fn titles_above_labels_of_groups_label_nothing_r7() {
    let context = context();
    let text = "Espoon kaupunki\nToimenpideraportti lokakuu 2018\nAjankohta;;Sisältö;;;Osallistujat;;\n\
        Alkaen;Asti;Kokonaisuus;Tyyppi;Nimi;Lapset;Vanhemmat;Yht.\n5.10.2018;6.10.2018;II;Kokous;A;1;2;3\n";
    let mut reading = read("inbox/raportti.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 5: start_date=2018-10-05 end_date=2018-10-06 development_area=II activity_type=meeting title=A participants_total=3 participants_children=1 participants_parents=2 @049"
        ]
    );
    assert_eq!(issues(&reading), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["5=1+0+0+2+0+2"]);
}
