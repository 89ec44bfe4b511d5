//! Tables of records as people write them: headings nobody understands, sums under any name, notes between the rows,
//! labels that only sound like a field.

use crate::testkit::{context, facts, issues, ledger, read};

const ACTIVITIES: &str = "Pvm;Toimenpide;Tyyppi;Osallistujat\n";

/// Area and title of every activity.
fn areas(text: &str) -> Vec<String> {
    let context = context();
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let lines = facts(&mut reading, &context, "activities");
    let part = |line: &str, name: &str| -> String {
        let rest = line.split(name).nth(1).unwrap_or_default();
        rest.split(' ').next().unwrap_or_default().to_owned()
    };
    let shown = |line: &String| {
        format!(
            "{} {}",
            part(line, "development_area="),
            part(line, "title=")
        )
    };
    lines.iter().map(shown).collect()
}

/// The facts of a table of working groups, without the report they are of.
fn groups(text: &str) -> Vec<String> {
    let context = context();
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let lines = facts(&mut reading, &context, "groups");
    let shown = |line: &String| line.trim_start_matches("espoo 2018-10 ").to_owned();
    lines.iter().map(shown).collect()
}

#[test]
fn areas_with_number_colon_and_words_head_their_rows_r13() {
    let text = format!(
        "{ACTIVITIES}Kehittämiskokonaisuus II: Perhekeskus;;;\n5.10.2018;A;Kokous;3\n\
        Kehittämiskokonaisuus III: Varhaiskasvatus, koulu ja oppilaitos;;;\n6.10.2018;B;Kokous;4\n\
        2. Perhekeskus;;;\n7.10.2018;C;Kokous;5\n4) Erityispalvelut;;;\n8.10.2018;D;Kokous;6\n"
    );
    assert_eq!(areas(&text), ["II A", "III B", "II C", "IV D"]);
}

#[test]
fn a_heading_that_is_not_understood_ends_the_one_above_it_r13() {
    let context = context();
    let text = format!(
        "{ACTIVITIES}I;;;\n1.10.2018;A;Kokous;3\n2.10.2018;B;Kokous;3\n3.10.2018;C;Kokous;3\n\
        Kokonaisuus V: muut;;;\n6.10.2018;D;Kokous;4\nIII;;;\n8.10.2018;E;Kokous;6\n"
    );
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities").len(),
        4,
        "all but the row below the heading"
    );
    assert_eq!(
        issues(&reading),
        [
            "code-unknown heading A6 development_area Kokonaisuus V: muut",
            "required-value 7 development_area",
        ]
    );
}

#[test]
fn a_heading_beside_numbers_of_rows_is_none_of_the_records_r13() {
    let context = context();
    let text = "Nro;Pvm;Toimenpide;Tyyppi;Osallistujat\nI;;;;\n1;1.10.2018;A;Kokous;3\n2;2.10.2018;B;Kokous;3\n\
        Lapset ja perheet;;;;\n3;6.10.2018;C;Kokous;4\nIII;;;;\n4;8.10.2018;D;Kokous;6\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "activities").len(), 3);
    assert_eq!(ledger(&reading), ["8=3+1+0+4+0+0"]);
}

#[test]
fn the_place_around_a_heading_that_is_not_understood_stays_in_force_r13() {
    let context = context();
    let text = format!(
        "{ACTIVITIES}Vantaa;;;\nI;;;\n1.10.2018;A;Kokous;3\n2.10.2018;B;Kokous;3\n\
        Lapset ja perheet;;;\n6.10.2018;C;Kokous;4\nIII;;;\n8.10.2018;D;Kokous;6\n"
    );
    let mut reading = read("inbox/hus_2018-10.csv", &text, &context);
    let lines = facts(&mut reading, &context, "activities");
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.ends_with("@092")), "{lines:?}");
}

#[test]
fn a_remark_between_rows_ends_no_heading_r13() {
    let text = format!(
        "{ACTIVITIES}II;;;\n1.10.2018;A;Kokous;3\nHuom! Syysloma viikolla 42;;;\n6.10.2018;C;Kokous;4\n"
    );
    assert_eq!(areas(&text), ["II A", "II C"]);
}

#[test]
fn a_title_that_names_the_area_heads_the_first_rows_r13() {
    let text = format!(
        "Kehittämiskokonaisuus: II;;;\n{ACTIVITIES}1.10.2018;A;Kokous;3\n\
        Kehittämiskokonaisuus: III;;;\n{ACTIVITIES}6.10.2018;C;Kokous;4\n"
    );
    assert_eq!(areas(&text), ["II A", "III C"]);
    let key = "Kehittämiskokonaisuus:";
    let text = format!(
        "{key};II;;\n{ACTIVITIES}1.10.2018;A;Kokous;3\n{key};III;;\n{ACTIVITIES}6.10.2018;C;Kokous;4\n\
        {key};muut;;\n{ACTIVITIES}7.10.2018;D;Kokous;4\n"
    );
    assert_eq!(areas(&text), ["II A", "III C"]);
}

#[test]
fn sums_in_the_next_column_are_no_members_of_the_group_r12() {
    let text = "Työryhmä;Rooli;Jäseniä\nOhjausryhmä;johtaja;1\n;pappi;1\n;Yhteensä;2\n\
        Kouluryhmä;rehtori;1\n;kuraattori;1\n;Yhteensä;2\n";
    assert_eq!(groups(text).len(), 4);
    let text = "Kunta;Työryhmä;Jäseniä\nEspoo;Ohjausryhmä;3\nEspoo;Eroryhmä;4\nEspoo;Yhteensä;7\nVantaa;Kouluryhmä;5\n\
        Vantaa;Yhteensä;5\n";
    assert_eq!(groups(text).len(), 3);
}

#[test]
fn the_last_row_is_a_sum_under_any_word_for_all_if_it_adds_up_r12() {
    for word in [
        "Kaikkiaan",
        "Kaikki",
        "Ryhmiä yht. 2",
        "Inalles",
        "Kokonaismäärä",
        "Σ",
    ] {
        let text =
            format!("Työryhmä;Jäseniä;Kokouksia\nOhjausryhmä;3;2\nEroryhmä;4;3\n{word};7;5\n");
        assert_eq!(groups(&text).len(), 2, "{word}");
    }
    let text = "Työryhmä;Jäseniä;Kokouksia\nOhjausryhmä;3;2\nEroryhmä;4;3\nKaikki;6;5\n";
    assert_eq!(groups(text).len(), 3);
}

#[test]
fn a_group_whose_name_begins_like_a_sum_loads_where_its_numbers_are_none_r12() {
    let text = "Työryhmä;Jäseniä;Kokouksia\nOhjausryhmä;3;2\nYht. työryhmä;7;4\nSumma-ryhmä;5;8\nEroryhmä;4;3\n";
    assert_eq!(groups(text).len(), 4);
}

#[test]
fn headings_and_remarks_are_no_working_groups_r6() {
    let text = "Työryhmä;Jäseniä;Kokouksia\nKehittämiskokonaisuus II;;\nOhjausryhmä;3;2\nHuom. kouluryhmä ei kokoontunut;;\n\
        Eroryhmä;4;3\nTiedot päivitetty 31.10.;;\n(ei muita);;\nSivu 1/1;;\nPerheryhmä;5;1\n";
    assert_eq!(
        groups(text),
        [
            "3: group_name=Ohjausryhmä members=3 meetings=2 @049",
            "5: group_name=Eroryhmä members=4 meetings=3 @049",
            "9: group_name=Perheryhmä members=5 meetings=1 @049",
        ]
    );
}

#[test]
fn activities_side_by_side_are_no_working_groups_r9() {
    let context = context();
    let text = "Pvm;5.10.2018;8.10.2018;12.10.2018\nToimenpide;Perhekahvila;Ilta;Ohjausryhmä\n\
        Tyyppi;Ryhmä;Koulutus;Kokous\nKehittämiskokonaisuus;II;III;I\nOsallistujat;12;31;9\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(facts(&mut reading, &context, "groups"), [] as [&str; 0]);
    assert!(
        issues(&reading)
            .iter()
            .any(|issue| issue.starts_with("header-not-found")),
        "{:?}",
        issues(&reading)
    );
}

#[test]
fn records_above_their_header_load_r6() {
    let text = "1.10.2018;A;Kokous;II;3\n2.10.2018;B;Kokous;II;3\nPvm;Toimenpide;Tyyppi;Kehittämiskokonaisuus;Osallistujat\n\
        6.10.2018;C;Kokous;III;4\n8.10.2018;D;Kokous;III;6\n";
    assert_eq!(areas(text), ["II A", "II B", "III C", "III D"]);
}

#[test]
fn a_line_break_in_a_label_leaves_a_header_of_two_rows_whole_r7() {
    let context = context();
    let text = "Pvm;\"Toimen-\npide\";Tyyppi;Kehittämiskokonaisuus;Osallistujat;\n;;;;Lapset;Vanhemmat\n\
        5.10.2018;A;Kokous;II;3;5\n6.10.2018;B;Kokous;II;4;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    let lines = facts(&mut reading, &context, "activities");
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].contains("participants_children=3 participants_parents=5"),
        "{}",
        lines[0]
    );
}

#[test]
fn rows_of_a_template_that_nobody_filled_in_are_blank_r15() {
    let context = context();
    let text = "Pvm;Toimenpide;Tyyppi;Kehittämiskokonaisuus;Osallistujat\n1;2;3;4;5\n1.10.2018;A;Kokous;II;3\n\
        ;;Valitse;Valitse…;\n;;Valitse;Valitse…;\n";
    let reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(issues(&reading), [] as [&str; 0]);
    assert_eq!(ledger(&reading), ["5=1+0+0+1+2+1"]);
}

#[test]
fn labels_that_only_sound_like_a_field_stay_beside_the_record_r8() {
    let context = context();
    let text = "Pvm;Toimenpide;Tyyppi;Kehittämiskokonaisuus;Osallistujat;Tunnus;Raportoitu;Ilmoittautuminen päättyy;\
        Etäosallistujia;Yhteistyötahojen määrä;Kuva;Muutokset\n\
        1.10.2018;A;Kokous;II;3;101;2.11.2018;1.10.2018;2;4;kuva1;5\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 2: start_date=2018-10-01 development_area=II activity_type=meeting title=A participants_total=3 @049"
        ]
    );
    let text = "Kokeilu;Vaihe;Kohdekunta;Päätös pvm;Tulot;Aloitteen tekijä\nChat;Käynnissä;Vantaa;1.2.2018;500;Maija\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "pilots"),
        ["espoo 2018-10 2: pilot=Chat stage=running @049"]
    );
}

#[test]
fn short_labels_are_known_r8() {
    let context = context();
    let text =
        "Toteutuspvm;Toimenpide;Tyyppi;Keh.kok.;os. lkm;krt;Muita\n1.10.2018;A;Kokous;II;3;2;1\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 2: start_date=2018-10-01 development_area=II activity_type=meeting title=A participants_total=3 participants_other=1 sessions=2 @049"
        ]
    );
}

#[test]
fn codes_ticked_across_are_read_and_count_nobody_r7() {
    let context = context();
    let text = "Pvm;Toimenpide;Tyyppi;Kehittämiskokonaisuus;;Kohderyhmä;;\n;;;I;II;Lapset ja nuoret;Vanhemmat;Ammattilaiset\n\
        1.10.2018;A;Kokous;x;;1;;1\n2.10.2018;B;Kokous;;x;;1;\n3.10.2018;C;Kokous;x;x;1;;\n";
    let mut reading = read("inbox/espoo_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "activities"),
        [
            "espoo 2018-10 3: start_date=2018-10-01 development_area=I activity_type=meeting title=A target_group=[children, young, professionals] @049",
            "espoo 2018-10 4: start_date=2018-10-02 development_area=II activity_type=meeting title=B target_group=[parents] @049",
        ]
    );
    assert_eq!(
        issues(&reading),
        [
            "code-unknown several D5 development_area I, II",
            "required-value 5 development_area",
        ]
    );
}
