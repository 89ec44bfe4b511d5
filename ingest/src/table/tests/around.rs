//! What stands around tables, and sheets that are none.

use super::*;

#[test]
fn questions_and_answers_are_read_in_every_shape() {
    let long = read(&[
        &["Kysymys", "Vastaus"],
        &["Tulokset", "Perhekeskus aloitti."],
        &["Haasteet", ""],
    ]);
    assert_eq!(letters(&long.tables[0]), "HDD");
    assert_eq!(understood(&long.tables[0]).1, ["0=question", "1=answer"]);

    let across = read(&[
        &["Kunta", "Tulokset", "Haasteet"],
        &["Espoo", "Hyvät.", "Kiire."],
    ]);
    assert_eq!(
        understood(&across.tables[0]),
        (
            "narrative".into(),
            vec![
                "0=municipality".into(),
                "1=answer".into(),
                "2=answer".into()
            ]
        )
    );

    let headings = read(&[
        &["Sanallinen raportti"],
        &["Tulokset"],
        &["Perhekeskus aloitti."],
        &[],
        &["2. Haasteet"],
        &["Aikaa oli vähän."],
        &["Tiloja puuttui."],
    ]);
    assert_eq!(headings.tables[0].shape, Shape::Headings);
    assert_eq!(letters(&headings.tables[0]), "nSD.SDD");
}

#[test]
fn one_question_is_a_narrative_where_the_sheet_is_named_so_r11() {
    let rows: &[&[&str]] = &[&["Haasteet"], &["Tiloja puuttui."]];
    assert_eq!(read(rows).tables.len(), 0);
    let mut named = sheet(rows);
    named.name = Some("Sanallinen raportti".into());
    let reading = read_sheet(&named, &vocabulary(), &Hints::default());
    assert_eq!(letters(&reading.tables[0]), "SD");
}

#[test]
fn words_that_say_nothing_was_done_are_found() {
    let alone = read(&[&["Espoo"], &["Ei toimintaa"]]);
    assert_eq!(alone.nil, [(2, 0, "Ei toimintaa".into())]);
    let in_table = read(&[
        ACTIVITY_HEADER,
        &["", "", "", "", "Ei toimintaa lokakuu 2018"],
    ]);
    assert_eq!(in_table.nil, [(2, 4, "Ei toimintaa lokakuu 2018".into())]);
    let at_the_edge = read(&[ACTIVITY_HEADER, &["Ei toimintaa lokakuu 2018"]]);
    assert_eq!(
        at_the_edge.nil,
        [(2, 0, "Ei toimintaa lokakuu 2018".into())]
    );
    assert_eq!(letters(&at_the_edge.tables[0]), "Hn");
    assert_eq!(letters(&in_table.tables[0]), "Hn");
    let instruction = read(&[&["Jos ei toimintaa, kirjoita nollaraportti"]]);
    assert_eq!(instruction.nil, []);
}

#[test]
fn a_hidden_sheet_with_data_is_an_issue_and_not_read() {
    let mut hidden = sheet(&[ACTIVITY_HEADER, ACTIVITY]);
    hidden.hidden = true;
    let reading = read_sheet(&hidden, &vocabulary(), &Hints::default());
    assert_eq!(codes(&reading.issues), [Code::SheetHiddenWithData]);
    assert!(reading.tables.is_empty());
    assert_eq!(reading.issues[0].sheet.as_deref(), Some("Taul1"));
}

#[test]
fn rows_without_any_known_label_are_a_table_of_no_form() {
    let strange = read(&[&["Omena", "Päärynä"], &["3", "4"], &["5", "6"]]);
    assert_eq!(codes(&strange.tables[0].issues), [Code::FormNotFound]);
    assert_eq!(
        (strange.tables[0].form, letters(&strange.tables[0])),
        (None, "HDD".into())
    );
    let numbers = read(&[&["1", "2"], &["3", "4"]]);
    assert_eq!(codes(&numbers.tables[0].issues), [Code::HeaderNotFound]);
    assert_eq!(letters(&numbers.tables[0]), "DD");
}

#[test]
fn prose_and_keys_alone_are_no_table() {
    let prose = read(&[
        &["Ohje"],
        &["Täytä taulukko kuukausittain."],
        &["Kunta", "Espoo"],
    ]);
    assert!(prose.tables.is_empty());
    assert_eq!(prose.issues, []);
    assert_eq!(prose.notes.len(), 3);
}

#[test]
fn values_among_the_notes_are_not_passed_over() {
    let reading = read(&[
        &["Omena", "Päärynä"],
        &["3", "4"],
        &["5", "6"],
        &[],
        ACTIVITY_HEADER,
        ACTIVITY,
    ]);
    assert_eq!(codes(&reading.issues), [Code::FormNotFound]);
    assert_eq!(reading.issues[0].row, Some(1));
}

#[test]
fn lists_of_choices_are_no_report() {
    let reading = read(&[
        &["Kehittämiskokonaisuus", "Toimenpiteen tyyppi"],
        &["Perhekeskus", "Kokous"],
        &["", "Tapahtuma"],
    ]);
    assert_eq!(reading.issues, []);
    assert_eq!(reading.tables.len(), 0);
}

#[test]
fn numbered_questions_above_their_answers_are_headings() {
    let reading = read(&[
        &["Väliraportti"],
        &[],
        &["1. Tulokset"],
        &["Teksti yksi."],
        &[],
        &["2. Haasteet"],
        &["Lisää tekstiä: esimerkki."],
    ]);
    assert_eq!(reading.tables[0].shape, Shape::Headings);
    assert_eq!(letters(&reading.tables[0]), "n.SD.SD");
    assert_eq!(reading.tables[0].titles, [(1, 0, "Väliraportti".into())]);
}

#[test]
fn questions_are_known_in_two_languages_with_an_explanation_and_with_their_answer_r11() {
    let reading = read(&[
        &["Tulokset / Tulokset"],
        &["Malli valmistui."],
        &["Haasteet (mikä oli vaikeaa?)"],
        &["Kiire"],
        &["Seuraavat askeleet: koulutus"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "SDSDD");
    assert_eq!(table.answered.len(), 1);
    assert_eq!(table.answered[0].0, 5);
    let within = read(&[
        &["Tulokset"],
        &["Haasteet: kiire"],
        &["Haasteet"],
        &["Henkilöstöpula"],
        &["Haasteet"],
    ]);
    assert_eq!(letters(&within.tables[0]), "SDSDS");
    assert_eq!(within.tables[0].answered, []);
    let twice = read(&[&["Tulokset"], &["Haasteet"], &["Haasteet"]]);
    assert_eq!(letters(&twice.tables[0]), "SSD");
}

#[test]
fn a_question_beside_a_word_for_answers_is_no_header_and_further_columns_are_kept_r11() {
    let reading = read(&[
        &["Tulokset", "Kuvaus: malli", ""],
        &["Haasteet", "Vastaus", "lisäksi"],
        &["Seuraavat askeleet", "Koulutus", ""],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "DDD");
    assert_eq!(understood(table).1, ["0=question", "1=answer"]);
    assert_eq!(codes(&table.issues), [Code::ExtraLabel]);
}

#[test]
fn a_hidden_list_of_choices_is_no_data() {
    let mut choices = sheet(&[
        &["Kehittämiskokonaisuus", "Toimenpiteen tyyppi"],
        &["Perhekeskus", "Kokous"],
        &["", "Tapahtuma"],
    ]);
    choices.hidden = true;
    assert_eq!(
        read_sheet(&choices, &vocabulary(), &Hints::default()).issues,
        []
    );
    let mut texts = sheet(&[&["Pvm", "Toimenpide"], &["5.10.", "vanha rivi"]]);
    texts.hidden = true;
    let reading = read_sheet(&texts, &vocabulary(), &Hints::default());
    assert_eq!(codes(&reading.issues), [Code::SheetHiddenWithData]);
}
