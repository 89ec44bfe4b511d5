//! The six forms in their plain shapes, and wide ones.

use crate::testkit::{context, facts, issues, ledger, read};

#[test]
fn activities_load_with_their_municipality() {
    let context = context();
    let text = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat yhteensä\n\
        5.10.2018;II;Koulutus;Lapset puheeksi -koulutus;25\n\
        12.10.2018;IV;Kokous;Projektiryhmä;8\n";
    let mut reading = read("inbox/2018-10/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 2: start_date=2018-10-05 development_area=II activity_type=training \
             title=Lapset puheeksi -koulutus participants_total=25 @049",
            "espoo 2018-10 3: start_date=2018-10-12 development_area=IV activity_type=meeting \
             title=Projektiryhmä participants_total=8 @049",
        ]
    );
    assert_eq!(issues(&reading), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["3=2+0+0+1+0+0"]);
    assert_eq!(reading.reports[0].rows_loaded, 2);
}

#[test]
fn indicators_keep_blank_and_not_applicable_apart_r15_r20() {
    let context = context();
    let text = "Tunnusluku;Arvo;Huomautus\n\
        Toiminnassa olevat perhekeskukset;3;\n\
        Kohtaamispaikkojen käynnit;;ei laskettu\n\
        Asiakastyytyväisyys (1–5);..;\n";
    let mut reading = read("inbox/2018-10/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 2: indicator=FAMILY_CENTRES_OPERATING municipality_code=049 value=3.0000",
            "espoo 2018-10 3: indicator=MEETING_PLACE_VISITS municipality_code=049 note=ei laskettu !not_reported",
            "espoo 2018-10 4: indicator=SATISFACTION municipality_code=049 !not_applicable",
        ]
    );
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn an_indicator_counted_in_units_has_no_fractions_r18() {
    let context = context();
    let text =
        "Tunnusluku;Arvo\nToiminnassa olevat perhekeskukset;2,5\nAsiakastyytyväisyys (1–5);4,5\n";
    let mut reading = read("inbox/2018-10/espoo.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "espoo 2018-10 2: indicator=FAMILY_CENTRES_OPERATING municipality_code=049 !error",
            "espoo 2018-10 3: indicator=SATISFACTION municipality_code=049 value=4.5000",
        ]
    );
    assert_eq!(
        issues(&reading),
        ["constraint-error fraction B2 value 2,5 -> 3"]
    );
}

#[test]
fn months_across_are_one_report_each_r10() {
    let context = context();
    let text = "Kustannuslaji;Elokuu;Syyskuu;Lokakuu\nPalkat ja palkkiot;100,50;200;\nMatkakulut;;-5,25;\n";
    let mut reading = read("inbox/espoo_kustannukset_2018.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-08 2: category=salaries amount_eur=100.50",
            "espoo 2018-09 2: category=salaries amount_eur=200.00",
            "espoo 2018-08 3: category=travel !not_reported",
            "espoo 2018-09 3: category=travel amount_eur=-5.25",
        ]
    );
    assert_eq!(
        ledger(&reading),
        ["3=2+0+0+1+0+0"],
        "a wide row counts once"
    );
    assert_eq!(
        reading.reports.len(),
        2,
        "a month without any value is no report (R16)"
    );
}

#[test]
fn a_sum_below_months_across_is_no_report_of_the_folders_month_r12() {
    let context = context();
    let text =
        "Kustannuslaji;Elokuu 2018;Syyskuu 2018\nPalkat;100;200\nMatkat;5;6\nYhteensä;105;206\n";
    let reading = read("inbox/2018-11/espoo talous.csv", text, &context);
    let months: Vec<String> = reading
        .reports
        .iter()
        .map(|report| report.period.to_string())
        .collect();
    assert_eq!(months, ["2018-08-01", "2018-09-01"]);
    assert_eq!(ledger(&reading), ["4=2+0+1+1+0+0"]);
}

#[test]
fn a_sum_at_the_end_of_a_row_is_compared_with_the_months_across_r12() {
    let context = context();
    let text = "Tunnusluku;Syyskuu 2018;Lokakuu 2018;Yhteensä\nKohtaamispaikkojen käynnit;30;40;75\n\
        LP-keskustelut;1;2;3\nToiminnassa olevat perhekeskukset;2;2;2\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 6);
    assert_eq!(
        issues(&reading),
        ["total-row-mismatch D2 value 75 -> 70"],
        "a stock has no sum over months"
    );
}

#[test]
fn wide_rows_equal_in_every_field_both_load_r15() {
    let context = context();
    let text =
        "Kustannuslaji;Syyskuu 2018;Lokakuu 2018\nPalkat;100;200\nPalkat;100;200\nPalkat;100;201\n";
    let mut reading = read("inbox/espoo.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "costs").len(), 6);
    assert_eq!(issues(&reading), ["duplicate-row 3 2"]);
}

#[test]
fn a_lone_title_directly_above_months_is_no_part_of_their_labels_r7() {
    let context = context();
    let text = "Espoo;;\nTunnusluku;Syyskuu 2018;Lokakuu 2018\nToiminnassa olevat perhekeskukset;1;2\n\
        Kohtaamispaikkojen käynnit;30;40\n";
    let mut reading = read("inbox/tunnusluvut.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 4);
    assert_eq!(issues(&reading), [] as [&str; 0]);
}

#[test]
fn indicators_across_and_municipalities_down_r10() {
    let context = context();
    let text = "Kunta;Toiminnassa olevat perhekeskukset;Kohtaamispaikkojen käynnit\nEspoo;3;120\nVantaa;2;80\n";
    let mut reading = read("inbox/2018-10/hus.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "indicators"),
        [
            "hus 2018-10 2: indicator=FAMILY_CENTRES_OPERATING municipality_code=049 value=3.0000",
            "hus 2018-10 2: indicator=MEETING_PLACE_VISITS municipality_code=049 value=120.0000",
            "hus 2018-10 3: indicator=FAMILY_CENTRES_OPERATING municipality_code=092 value=2.0000",
            "hus 2018-10 3: indicator=MEETING_PLACE_VISITS municipality_code=092 value=80.0000",
        ]
    );
    assert_eq!(reading.reports[0].rows_loaded, 2);
}

#[test]
fn a_group_with_a_number_in_its_name_is_no_number() {
    let context = context();
    let text = "Ryhmän nimi;Jäsenmäärä;Kokoontumiskerrat\nRyhmä 1;5;2\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "groups").len(), 1);
}

#[test]
fn pilots_groups_and_narrative_load() {
    let context = context();
    let pilots = "Kokeilu;Vaihe;Alkoi;Osallistujia\nPerhekahvila;Käynnissä;1.2.2018;14\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", pilots, &context);
    assert_eq!(
        facts(&mut reading, &context, "pilots"),
        [
            "vantaa 2018-09 2: pilot=Perhekahvila stage=running start_date=2018-02-01 participants=14 @092"
        ]
    );
    let groups = "Työryhmä;Rooli;Jäseniä\nProjektiryhmä;Sosiaalityöntekijä;2\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", groups, &context);
    assert_eq!(
        facts(&mut reading, &context, "groups"),
        ["vantaa 2018-09 2: group_name=Projektiryhmä role=Sosiaalityöntekijä members=2 @092"]
    );
    let narrative = "Kysymys;Vastaus\nHaasteet;Kiire\nTulokset;Perhekeskus avattiin\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", narrative, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "vantaa 2018-09 2: question=challenges municipality_codes=[092] answer=Kiire",
            "vantaa 2018-09 3: question=results municipality_codes=[092] answer=Perhekeskus avattiin",
        ]
    );
}

#[test]
fn questions_as_headings_with_text_below_r11() {
    let context = context();
    let text = "Haasteet\nKiire.\nTyöntekijöitä puuttuu.\nTulokset\nPerhekeskus avattiin.\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "vantaa 2018-09 2: question=challenges municipality_codes=[092] answer=Kiire.\nTyöntekijöitä puuttuu.",
            "vantaa 2018-09 5: question=results municipality_codes=[092] answer=Perhekeskus avattiin.",
        ]
    );
    assert_eq!(ledger(&reading), ["5=3+0+0+2+0+0"]);
}

#[test]
fn a_question_that_is_none_takes_its_text_from_the_one_above_r11() {
    let context = context();
    for text in [
        "Tulokset\nPerhekeskus avattiin.\nMitä muuta?\nKiitos.\nHaasteet\nKiire.\n",
        "1. Tulokset\nPerhekeskus avattiin.\n2. Muuta\nKiitos.\n3. Haasteet\nKiire.\n",
    ] {
        let mut reading = read("inbox/2018-09/vantaa.csv", text, &context);
        assert_eq!(
            facts(&mut reading, &context, "narrative"),
            [
                "vantaa 2018-09 2: question=results municipality_codes=[092] answer=Perhekeskus avattiin.",
                "vantaa 2018-09 6: question=challenges municipality_codes=[092] answer=Kiire.",
            ]
        );
        assert_eq!(ledger(&reading), ["6=2+1+0+3+0+0"]);
        assert_eq!(
            issues(&reading)
                .iter()
                .map(|issue| issue.split(' ').next())
                .collect::<Vec<_>>(),
            [Some("code-unknown"), Some("required-value")],
            "{text}"
        );
    }
    let first =
        "Mitä on tehty?\nPaljon.\nJa muuta.\nTulokset\nPerhekeskus avattiin.\nHaasteet\nKiire.\n";
    let reading = read("inbox/2018-09/vantaa.csv", first, &context);
    assert_eq!(ledger(&reading), ["7=2+2+0+3+0+0"]);
    assert_eq!(reading.quarantine.len(), 2);
}

#[test]
fn questions_without_an_answer_are_prefilled_r15() {
    let context = context();
    let text = "Kysymys;Vastaus\nTulokset;Perhekeskus avattiin.\nHaasteet;\nSeuraavat askeleet;\n";
    let mut reading = read("inbox/2018-09/vantaa.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "vantaa 2018-09 2: question=results municipality_codes=[092] answer=Perhekeskus avattiin."
        ]
    );
    assert_eq!(ledger(&reading), ["4=1+0+0+1+2+0"]);
    assert_eq!(issues(&reading), [] as [&str; 0]);
    let blank = "Kysymys;Vastaus\nTulokset;\nHaasteet;\n";
    let reading = read("inbox/2018-09/vantaa.csv", blank, &context);
    assert_eq!(issues(&reading), ["required-value empty_report"]);
}

#[test]
fn an_answer_that_goes_on_beside_no_question_is_not_lost_r11() {
    let context = context();
    let text = "Tulokset;Perhekeskus avattiin.\n;Ja toinen.\nHaasteet;Kiire\n";
    let reading = read("inbox/2018-09/vantaa.csv", text, &context);
    assert_eq!(ledger(&reading), ["3=2+1+0+0+0+0"]);
    assert_eq!(issues(&reading), ["required-value A2 question"]);
}

#[test]
fn a_record_of_indicators_below_one_without_value_is_no_header_r6() {
    let context = context();
    let text = "Tunnusluku;Arvo\nKohtaamispaikkojen käynnit;30\nIhmeelliset vuodet -ohjaajakoulutetut;\n\
        Ihmeelliset vuodet -ryhmien perheet;..\nSysteemiset tiimit;79\nLP-keskustelut;26\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "indicators").len(), 5);
    assert_eq!(ledger(&reading), ["6=5+0+0+1+0+0"]);
}

#[test]
fn organisations_across_have_their_costs_each_in_their_report_r10() {
    let context = context();
    let text = "Kustannukset lokakuu 2018\nKustannuslaji;Espoo;Vantaan kaupunki;HUS;Yhteensä\nPalkat;100,50;200;;300,50\nMatkat;10;20;;30\nYhteensä;110,50;220;;330,50\n";
    let mut reading = read("inbox/kustannukset.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        [
            "espoo 2018-10 3: category=salaries amount_eur=100.50",
            "vantaa 2018-10 3: category=salaries amount_eur=200.00",
            "espoo 2018-10 4: category=travel amount_eur=10.00",
            "vantaa 2018-10 4: category=travel amount_eur=20.00",
        ]
    );
    assert_eq!(issues(&reading), ["total-row 5 Yhteensä"]);
}

#[test]
fn an_organisation_across_that_the_region_does_not_know_loads_nothing_r38() {
    let context = context();
    let text = "Kustannuslaji;Espoo;Oulu\nPalkat;100;200\n";
    let mut reading = read("inbox/kustannukset 10-2018.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "costs"),
        ["espoo 2018-10 2: category=salaries amount_eur=100.00"]
    );
    assert_eq!(issues(&reading), ["organisation-unknown C1 Oulu"]);
}

#[test]
fn months_of_a_year_that_are_still_to_come_are_no_reports_r16() {
    let context = context();
    for text in [
        "Kuukausi;Palkat;Matkat;Yhteensä\n9/2018;100;10;110\n10/2018;200;20;220\n11/2018;;;0\n12/2018;;;0\n",
        "Kuukausi;Kustannuslaji;Summa\n9/2018;Palkat;100\n;Matkat;10\n10/2018;Palkat;200\n;Matkat;20\n11/2018;Palkat;\n;Matkat;\n12/2018;Palkat;\n;Matkat;\n",
    ] {
        let mut reading = read("inbox/espoo kustannukset.csv", text, &context);
        assert_eq!(facts(&mut reading, &context, "costs").len(), 4);
        assert_eq!(issues(&reading), [] as [&str; 0]);
        let months: Vec<String> = reading
            .reports
            .iter()
            .map(|report| report.period.to_string())
            .collect();
        assert_eq!(months, ["2018-09-01", "2018-10-01"]);
    }
}

#[test]
fn a_narrative_in_a_text_file_keeps_its_commas_and_colons_r29() {
    let context = context();
    let text = "Espoo, lokakuu 2018\n\nTulokset\nTeimme paljon, kuten sovittiin: 1,5 tuntia, kahdesti.\nHaasteet\nAikaa oli vähän.\n";
    let mut reading = read("inbox/kertomus.txt", text, &context);
    let facts = facts(&mut reading, &context, "narrative");
    assert_eq!(facts.len(), 2);
    assert!(
        facts[0].contains("answer=Teimme paljon, kuten sovittiin: 1,5 tuntia, kahdesti."),
        "{facts:?}"
    );
}
