//! Narratives without a header: headings worded freely, for several months or places, beside other tables (READING.md R11).

use crate::testkit::{context, facts, issues, ledger, read};

#[test]
fn questions_among_words_of_the_month_are_known_and_two_at_once_are_none_r11() {
    let context = context();
    for (heading, question) in [
        ("Kuukauden haasteet", "challenges"),
        ("2. Haasteet ja ongelmat", "challenges"),
        ("HAASTEET LOKAKUUSSA", "challenges"),
        ("b) Haasteet", "challenges"),
    ] {
        let text = format!(
            "Tulokset\nAvattiin kahvila\n{heading}\nVaihtuvuus\nSeuraavat askeleet\nKoulutus\n"
        );
        let mut reading = read("inbox/espoo_sanallinen_2018-10.csv", &text, &context);
        assert_eq!(
            facts(&mut reading, &context, "narrative"),
            [
                "espoo 2018-10 2: question=results municipality_codes=[049] answer=Avattiin kahvila".to_owned(),
                format!("espoo 2018-10 4: question={question} municipality_codes=[049] answer=Vaihtuvuus"),
                "espoo 2018-10 6: question=next_steps municipality_codes=[049] answer=Koulutus".to_owned(),
            ],
            "{heading}"
        );
    }
    let text =
        "Tulokset\nAvattiin kahvila\nHaasteet ja jatkotoimet\nVaihtuvuus\nOnnistumiset\nKoulutus\n";
    let mut reading = read("inbox/espoo_sanallinen_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "espoo 2018-10 2: question=results municipality_codes=[049] answer=Avattiin kahvila",
            "espoo 2018-10 6: question=highlights municipality_codes=[049] answer=Koulutus",
        ]
    );
    assert!(
        issues(&reading)[0].starts_with("code-unknown A3 question"),
        "{:?}",
        issues(&reading)
    );
}

#[test]
fn months_above_questions_hold_for_what_stands_below_them_r13() {
    let context = context();
    let beside = "Syyskuu 2018\nHaasteet;vaihtuvuus\nTulokset;kahvila\nLokakuu 2018\nHaasteet;kiire\nTulokset;koulutus\n";
    let mut reading = read("inbox/espoo_sanallinen.csv", beside, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "espoo 2018-09 2: question=challenges municipality_codes=[049] answer=vaihtuvuus",
            "espoo 2018-09 3: question=results municipality_codes=[049] answer=kahvila",
            "espoo 2018-10 5: question=challenges municipality_codes=[049] answer=kiire",
            "espoo 2018-10 6: question=results municipality_codes=[049] answer=koulutus",
        ]
    );
    let below = "Espoo\nHaasteet\nEspoon\nVantaa\nHaasteet\nVantaan\n";
    let mut reading = read("inbox/hus_sanallinen_2018-10.csv", below, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "hus 2018-10 3: question=challenges municipality_codes=[049] answer=Espoon",
            "hus 2018-10 6: question=challenges municipality_codes=[092] answer=Vantaan",
        ]
    );
}

#[test]
fn rows_of_questions_below_each_other_ask_for_what_stands_below_each_r11() {
    let context = context();
    let text = "Onnistumiset;;Haasteet\no1;;h1\n;;\nTulokset;;Seuraavat askeleet\nt1;;s1\n";
    let mut reading = read("inbox/espoo_sanallinen_2018-10.csv", text, &context);
    let answers: Vec<String> = facts(&mut reading, &context, "narrative")
        .iter()
        .map(|fact| fact.replace(" municipality_codes=[049]", ""))
        .collect();
    assert_eq!(
        answers,
        [
            "espoo 2018-10 2: question=highlights answer=o1",
            "espoo 2018-10 2: question=challenges answer=h1",
            "espoo 2018-10 5: question=results answer=t1",
            "espoo 2018-10 5: question=next_steps answer=s1",
        ]
    );
}

#[test]
fn a_question_written_once_heads_the_rows_below_it_r14() {
    let context = context();
    let text = "Kysymys;Vastaus\nHaasteet;rivi 1\n;rivi 2\nTulokset;rivi 3\n;rivi 4\n";
    let mut reading = read("inbox/espoo_sanallinen_2018-10.csv", text, &context);
    assert_eq!(
        facts(&mut reading, &context, "narrative"),
        [
            "espoo 2018-10 2: question=challenges municipality_codes=[049] answer=rivi 1",
            "espoo 2018-10 3: question=challenges municipality_codes=[049] answer=rivi 2",
            "espoo 2018-10 4: question=results municipality_codes=[049] answer=rivi 3",
            "espoo 2018-10 5: question=results municipality_codes=[049] answer=rivi 4",
        ]
    );
}

const ACTIVITIES: &str = "Päivämäärä;Kehittämiskokonaisuus;Tyyppi;Toimenpide;Osallistujat yhteensä\n\
    5.10.2018;II;Ryhmä;A;5\n6.10.2018;II;Ryhmä;B;6\n7.10.2018;II;Ryhmä;C;7\n";

#[test]
fn a_narrative_below_or_above_a_table_is_read_r1_r11() {
    let context = context();
    let beside = "Haasteet;vaihtuvuus\nTulokset;kahvila\n";
    let below = "Haasteet\nvaihtuvuus\nTulokset\nkahvila\n";
    for (text, questions) in [
        (format!("{ACTIVITIES};;;;\n{beside}"), [6, 7]),
        (
            format!("{ACTIVITIES};;;;\nSanallinen raportti\n{below}"),
            [8, 10],
        ),
        (format!("{beside};;;;\n{ACTIVITIES}"), [1, 2]),
    ] {
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        assert_eq!(
            facts(&mut reading, &context, "activities").len(),
            3,
            "{text}"
        );
        let [first, second] = questions;
        assert_eq!(
            facts(&mut reading, &context, "narrative"),
            [
                format!(
                    "espoo 2018-10 {first}: question=challenges municipality_codes=[049] answer=vaihtuvuus"
                ),
                format!(
                    "espoo 2018-10 {second}: question=results municipality_codes=[049] answer=kahvila"
                ),
            ],
            "{text}"
        );
        assert_eq!(issues(&reading), [] as [&str; 0], "{text}");
        assert_eq!(ledger(&reading).len(), 2, "{text}");
    }
}

#[test]
fn words_for_nothing_beside_a_list_without_values_are_a_nil_return_r16() {
    let context = context();
    let list = "Palkat;\nMatkat;\nVuokrat;\nHallinto- ja toimistokulut;\n";
    let first = list.replacen("Palkat;", "Palkat;Ei toimintaa", 1);
    let all = list.replace(";\n", ";Ei toimintaa\n");
    for text in [
        format!("Kustannuslaji;Summa (€)\n{list}\nEi toimintaa;\n"),
        format!("Ei toimintaa;\nKustannuslaji;Summa (€)\n{list}"),
        format!("Espoo: ei toimintaa;\nKustannuslaji;Summa (€)\n{list}"),
        format!("Kustannuslaji;Summa (€)\n{first}"),
        format!("Kustannuslaji;Summa (€)\n{all}"),
        format!("Kustannuslaji;Summa (€)\n{list}Yhteensä;0\nEi toimintaa\n"),
    ] {
        let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
        assert_eq!(
            facts(&mut reading, &context, "costs"),
            [] as [&str; 0],
            "{text}"
        );
        let codes: Vec<String> = issues(&reading)
            .iter()
            .map(|issue| issue.split(' ').next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(codes, ["nil-report"], "{text}");
    }
    let text =
        format!("Kustannuslaji;Summa (€)\n{list}Ei toimintaa\n").replacen("Matkat;", "Matkat;5", 1);
    let mut reading = read("inbox/espoo_2018-10.csv", &text, &context);
    assert!(!facts(&mut reading, &context, "costs").is_empty());
    for words in [
        "Ei toimintaa, henkilöstövajaus.",
        "Ei toimintaa (lomakausi)",
        "Ei toimintaa lokakuussa, jatkuu marraskuussa",
    ] {
        let text = format!("Kustannuslaji;Summa (€)\n{words}\n");
        let reading = read("inbox/espoo_2018-10.csv", &text, &context);
        assert!(
            issues(&reading)[0].starts_with("nil-report"),
            "{words}: {:?}",
            issues(&reading)
        );
    }
}

#[test]
fn the_corner_of_a_table_may_tell_thousands_r17() {
    let context = context();
    let text = "Kustannuslaji (1000 €);syyskuu;lokakuu\nPalkat;5,2;5,4\nMatkat;0,3;0,4\n";
    let mut reading = read("inbox/Espoo kustannukset 2018.csv", text, &context);
    let lines = facts(&mut reading, &context, "costs");
    assert!(lines[0].contains("amount_eur=5200.00"), "{lines:?}");
}
