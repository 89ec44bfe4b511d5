//! Whole sheets as people send them, and what is read from them.

use super::test_grid::{grid, sheet, vocabulary};
use super::*;
use crate::document::Sheet;
use crate::grid::{CellValue, Region};
use crate::issue::Code;
use crate::vocabulary::{ColumnHint, Hints, Term};

fn read(rows: &[&[&str]]) -> SheetReading {
    let reading = read_sheet(&sheet(rows), &vocabulary(), &Hints::default());
    assert_every_row_once(&reading, rows.len());
    reading
}

fn assert_every_row_once(reading: &SheetReading, rows: usize) {
    let mut numbers: Vec<u32> = reading
        .tables
        .iter()
        .flat_map(|table| &table.rows)
        .chain(&reading.notes)
        .map(|row| row.number)
        .collect();
    numbers.sort_unstable();
    let expected: Vec<u32> = (1..).take(rows).collect();
    assert_eq!(
        numbers, expected,
        "every row of the sheet stands exactly once"
    );
}

/// Code of the form and `column=field` of every column with a field.
fn understood(table: &Table) -> (String, Vec<String>) {
    let vocabulary = vocabulary();
    let form = &vocabulary.forms[table.form.unwrap()];
    let columns = table
        .columns
        .iter()
        .filter_map(|column| {
            Some(format!(
                "{}={}",
                column.index, form.fields[column.field?].code
            ))
        })
        .collect();
    (form.code.to_string(), columns)
}

fn letters(table: &Table) -> String {
    table
        .rows
        .iter()
        .map(|row| match row.kind {
            RowKind::Header => 'H',
            RowKind::RepeatedHeader => 'R',
            RowKind::Section(_) => 'S',
            RowKind::Data => 'D',
            RowKind::TotalCandidate => 'T',
            RowKind::Blank => '.',
            RowKind::Note => 'n',
        })
        .collect()
}

fn codes(issues: &[crate::issue::Issue]) -> Vec<Code> {
    issues.iter().map(|issue| issue.code).collect()
}

const ACTIVITY_HEADER: &[&str] = &[
    "Päivämäärä",
    "Kunta",
    "Kehittämiskokonaisuus",
    "Toimenpiteen tyyppi",
    "Toimenpide",
    "Osallistujat yhteensä",
];
const ACTIVITY: &[&str] = &["5.10.2018", "Espoo", "II", "Kokous", "Perhekahvila", "12"];

#[test]
fn a_table_below_a_title_and_keys_is_found() {
    let reading = read(&[
        &["Toimenpideraportti"],
        &["Kunta: Espoo"],
        &["Raportointikausi", "lokakuu 2018"],
        &[],
        ACTIVITY_HEADER,
        ACTIVITY,
        &[],
        ACTIVITY,
        &["Yhteensä", "", "", "", "", "24"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "nnn.HD.DT");
    assert_eq!(
        understood(table),
        (
            "activities".into(),
            vec![
                "0=start_date".into(),
                "1=municipality".into(),
                "2=development_area".into(),
                "3=activity_type".into(),
                "4=title".into(),
                "5=participants_total".into()
            ]
        )
    );
    assert_eq!(table.issues, []);
    assert_eq!(table.titles[0], (1, 0, "Toimenpideraportti".into()));
    let pairs: Vec<(&str, &str, (u32, u32))> = reading
        .pairs
        .iter()
        .map(|pair| (pair.key.as_str(), pair.value.as_str(), pair.cell))
        .collect();
    assert_eq!(
        pairs,
        [
            ("Kunta", "Espoo", (2, 0)),
            ("Raportointikausi", "lokakuu 2018", (3, 1))
        ]
    );
    assert_eq!(reading.pairs[0].names, ["municipality"]);
    assert_eq!(reading.pairs[1].names, ["period"]);
}

#[test]
fn a_header_of_two_rows_with_groups_is_flattened() {
    let reading = read(&[
        &["Päivämäärä", "Toimenpide", "", "", "Osallistujat", "", ""],
        &[
            "",
            "Nimi",
            "Tyyppi",
            "Kehittämis-\nkokonaisuus",
            "Lapset",
            "Vanhemmat",
            "Yhteensä",
        ],
        &["5.10.2018", "Perhekahvila", "Kokous", "II", "3", "4", "7"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    assert_eq!(
        understood(table).1,
        [
            "0=start_date",
            "1=title",
            "2=activity_type",
            "3=development_area",
            "4=participants_children",
            "5=participants_parents",
            "6=participants_total"
        ]
    );
}

#[test]
fn labels_in_two_languages_match_by_their_parts() {
    let reading = read(&[
        &[
            "Päivämäärä / Datum",
            "Kunta – Kommun",
            "Helhet",
            "Typ",
            "Åtgärd\nToimenpide",
            "Kesto (tuntia)",
        ],
        ACTIVITY,
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        [
            "0=start_date",
            "1=municipality",
            "2=development_area",
            "3=activity_type",
            "4=title",
            "5=hours"
        ]
    );
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn two_columns_for_a_required_field_are_ambiguous() {
    let reading = read(&[
        &[
            "Päivämäärä",
            "Kokonaisuus",
            "Tyyppi",
            "Toimenpide",
            "Tapahtuma",
        ],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "Perheilta"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(table.ambiguous, [6]);
    assert_eq!(
        codes(&table.issues),
        [Code::LabelAmbiguous, Code::LabelAmbiguous]
    );
}

#[test]
fn a_repeated_label_is_named_as_such() {
    let reading = read(&[
        &[
            "Pvm",
            "Kokonaisuus",
            "Tyyppi",
            "Toimenpide",
            "Osallistujat",
            "osallistujat",
        ],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "4", "5"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(table.ambiguous, [8]);
    assert_eq!(codes(&table.issues), [Code::DuplicateLabel]);
    assert_eq!(table.issues[0].column, Some(5));
}

#[test]
fn a_synonym_yields_to_its_other_field() {
    let reading = read(&[
        &["Laji", "Kustannus", "Kuukausi"],
        &["Palkat", "1200", "lokakuu 2018"],
        &["Matkakulut", "80,50", "lokakuu 2018"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]),
        (
            "costs".into(),
            vec![
                "0=category".into(),
                "1=amount_eur".into(),
                "2=period".into()
            ]
        )
    );
}

#[test]
fn a_missing_required_column_is_named() {
    let reading = read(&[
        &["Päivämäärä", "Kunta", "Toimenpide", "Kesto"],
        &["5.10.2018", "Espoo", "Perhekahvila", "2"],
    ]);
    let issues = &reading.tables[0].issues;
    assert_eq!(codes(issues), [Code::MissingLabel, Code::MissingLabel]);
    assert_eq!(issues[0].field.as_deref(), Some("development_area"));
    assert_eq!(issues[1].field.as_deref(), Some("activity_type"));
}

#[test]
fn an_unknown_column_is_noticed_and_kept() {
    let mut header = ACTIVITY_HEADER.to_vec();
    header.push("Sääolot");
    let mut row = ACTIVITY.to_vec();
    row.push("sade");
    let reading = read(&[&header, &row]);
    let table = &reading.tables[0];
    assert_eq!(codes(&table.issues), [Code::ExtraLabel]);
    assert_eq!(
        (table.columns[6].label.as_str(), table.columns[6].field),
        ("Sääolot", None)
    );
}

#[test]
fn misspelt_labels_match_with_a_clear_margin() {
    let reading = read(&[
        &[
            "Päivämärä",
            "Kunta",
            "Kehittamiskokonaisuus",
            "Toimenpiteen tyypi",
            "Toimenpide",
            "Osallist. yht",
        ],
        ACTIVITY,
    ]);
    let table = &reading.tables[0];
    assert_eq!(
        understood(table).1[..5],
        [
            "0=start_date",
            "1=municipality",
            "2=development_area",
            "3=activity_type",
            "4=title"
        ]
    );
    assert_eq!(table.columns[0].how, Some(How::Fuzzy));
}

#[test]
fn months_across_become_axes() {
    let reading = read(&[
        &["Tunnusluku", "lokakuu 2018", "marraskuu 2018", "Yhteensä"],
        &["Kohtaamispaikat", "3", "4", "7"],
        &["LAVA-arvioinnit", "", "1", "1"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(
        understood(table),
        (
            "indicators".into(),
            vec!["0=indicator".into(), "1=value".into(), "2=value".into()]
        )
    );
    assert_eq!(
        table.columns[1].axes,
        [Term::Month {
            year: Some(2018),
            month: 10
        }]
    );
    assert_eq!(table.columns[3].field, None);
    assert_eq!(table.columns[3].axes, [Term::Total]);
    assert_eq!(table.issues, []);
}

#[test]
fn months_over_sums_and_grants_become_axes_with_their_own_fields() {
    let reading = read(&[
        &["Kustannuslaji", "lokakuu 2018", "", "marraskuu 2018", ""],
        &["", "Summa", "Avustus", "Summa", "Avustus"],
        &["Palkat", "100", "80", "110", "88"],
        &["Matkakulut", "10", "8", "11", "8,8"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHDD");
    assert_eq!(
        understood(table),
        (
            "costs".into(),
            vec![
                "0=category".into(),
                "1=amount_eur".into(),
                "2=grant_eur".into(),
                "3=amount_eur".into(),
                "4=grant_eur".into()
            ]
        )
    );
    assert_eq!(
        table.columns[4].axes,
        [Term::Month {
            year: Some(2018),
            month: 11
        }]
    );
    assert_eq!(table.issues, []);
}

#[test]
fn indicators_across_and_municipalities_down_are_one_wide_table() {
    let reading = read(&[
        &["Kunta", "Kohtaamispaikat", "LAVA-arvioinnit"],
        &["Espoo", "3", "1"],
        &["Vantaa", "2", ""],
        &["Helsinki", "", ""],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HDDD");
    assert_eq!(
        understood(table),
        (
            "indicators".into(),
            vec!["0=municipality".into(), "1=value".into(), "2=value".into()]
        )
    );
    assert_eq!(table.issues, []);
}

#[test]
fn a_key_column_without_label_is_told_by_its_cells() {
    let reading = read(&[
        &["", "Espoo", "Vantaa"],
        &["Kohtaamispaikat", "3", "4"],
        &["LAVA-arvioinnit", "0", "1"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]),
        (
            "indicators".into(),
            vec!["0=indicator".into(), "1=value".into(), "2=value".into()]
        )
    );
}

#[test]
fn two_tables_below_each_other_have_their_own_titles() {
    let reading = read(&[
        &["Toimenpiteet"],
        ACTIVITY_HEADER,
        ACTIVITY,
        &["* alustava tieto"],
        &[],
        &["Talous"],
        &["Kustannuslaji", "Summa (€)"],
        &["Palkat", "1200"],
        &["Yhteensä", "1200"],
    ]);
    assert_eq!(reading.tables.len(), 2);
    assert_eq!(letters(&reading.tables[0]), "nHDn.");
    assert_eq!(letters(&reading.tables[1]), "nHDT");
    assert_eq!(reading.tables[1].titles, [(6, 0, "Talous".into())]);
    assert_eq!(reading.tables[1].number, 2);
}

#[test]
fn a_repeated_header_does_not_begin_a_table() {
    let reading = read(&[ACTIVITY_HEADER, ACTIVITY, &[], ACTIVITY_HEADER, ACTIVITY]);
    assert_eq!(reading.tables.len(), 1);
    assert_eq!(letters(&reading.tables[0]), "HD.RD");
}

#[test]
fn the_same_header_below_a_title_of_its_own_begins_a_table() {
    let reading = read(&[
        &["Kunta: Espoo"],
        ACTIVITY_HEADER,
        ACTIVITY,
        &[],
        &["Toinen raportti"],
        ACTIVITY_HEADER,
        ACTIVITY,
    ]);
    assert_eq!(reading.tables.len(), 2);
    assert_eq!(letters(&reading.tables[1]), "nHD");
}

#[test]
fn headings_on_rows_of_their_own_are_sections() {
    let reading = read(&[
        ACTIVITY_HEADER,
        &["Espoo"],
        ACTIVITY,
        &["lokakuu 2018"],
        ACTIVITY,
        &["Perhekeskus"],
        ACTIVITY,
    ]);
    assert_eq!(letters(&reading.tables[0]), "HSDSDSD");
    assert_eq!(
        reading.tables[0].rows[3].kind,
        RowKind::Section(vec![Term::Month {
            year: Some(2018),
            month: 10
        }])
    );
}

#[test]
fn tables_side_by_side_share_their_rows() {
    let rows: &[&[&str]] = &[
        &["Kustannuslaji", "Summa", "", "Tunnusluku", "Arvo"],
        &["Palkat", "100", "", "Kohtaamispaikat", "3"],
        &["Matkakulut", "10"],
    ];
    let reading = read_sheet(&sheet(rows), &vocabulary(), &Hints::default());
    assert_eq!(reading.tables.len(), 2);
    assert_eq!(letters(&reading.tables[0]), "HDD");
    assert_eq!(letters(&reading.tables[1]), "HD.");
    assert_eq!(understood(&reading.tables[1]).1, ["3=indicator", "4=value"]);
}

#[test]
fn a_side_note_beyond_a_gap_is_no_column() {
    let mut header = ACTIVITY_HEADER.to_vec();
    header.extend(["", "", "Täytä ohjeen mukaan"]);
    let reading = read(&[&header, ACTIVITY]);
    assert_eq!(reading.tables[0].columns.len(), 6);
    assert_eq!(reading.tables[0].issues, []);
}

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
fn an_ordinary_value_that_holds_a_word_of_sums_is_data() {
    let reading = read(&[
        ACTIVITY_HEADER,
        &[
            "5.10.2018",
            "Espoo",
            "II",
            "Kokous",
            "Yhteensä enemmän",
            "12",
        ],
        &["Espoo yhteensä", "", "", "", "", "12"],
        &["", "Yhteensä lokakuu", "", "", "", "12"],
    ]);
    assert_eq!(letters(&reading.tables[0]), "HDTT");
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
fn municipalities_over_months_are_two_axes() {
    let reading = read(&[
        &["", "Espoo", "", "Vantaa", "", "Yhteensä"],
        &[
            "Tunnusluku",
            "lokakuu",
            "marraskuu",
            "lokakuu",
            "marraskuu",
            "",
        ],
        &["Kohtaamispaikat", "3", "4", "1", "1", "9"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    assert_eq!(
        table.columns[4].axes,
        [
            Term::Municipality("092".into()),
            Term::Month {
                year: None,
                month: 11
            }
        ]
    );
    assert_eq!(table.columns[5].axes, [Term::Total]);
    assert_eq!(table.issues, []);
}

#[test]
fn a_year_above_months_is_theirs() {
    let reading = read(&[
        &["Kustannuslaji", "2018", "", "2019"],
        &["", "marraskuu", "joulukuu", "tammikuu"],
        &["Palkat", "3", "4", "1"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(letters(table), "HHD");
    let axes: Vec<&Term> = table
        .columns
        .iter()
        .flat_map(|column| &column.axes)
        .collect();
    assert_eq!(
        axes,
        [
            &Term::Month {
                year: Some(2018),
                month: 11
            },
            &Term::Month {
                year: Some(2018),
                month: 12
            },
            &Term::Month {
                year: Some(2019),
                month: 1
            }
        ]
    );
}

#[test]
fn targets_beside_results_are_not_taken_for_values() {
    let reading = read(&[
        &["Tunnusluku", "lokakuu 2018", "", "marraskuu 2018", ""],
        &["", "Tavoite", "Toteuma", "Tavoite", "Toteuma"],
        &["Kohtaamispaikat", "9", "3", "9", "4"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(understood(table).1, ["0=indicator", "2=value", "4=value"]);
    assert_eq!(codes(&table.issues), [Code::ExtraLabel, Code::ExtraLabel]);
}

#[test]
fn sums_and_numbers_beside_the_axes_are_no_values() {
    let reading = read(&[
        &[
            "Kustannuslaji",
            "lokakuu 2018",
            "",
            "marraskuu 2018",
            "",
            "Yhteensä",
            "",
            "Htkk",
        ],
        &["", "€", "Avustus", "€", "Avustus", "€", "Avustus", ""],
        &["Palkat", "100", "80", "110", "88", "210", "168", "2"],
    ]);
    let table = &reading.tables[0];
    assert_eq!(
        understood(table).1,
        [
            "0=category",
            "1=amount_eur",
            "2=grant_eur",
            "3=amount_eur",
            "4=grant_eur"
        ]
    );
    assert_eq!(table.columns[5].axes, [Term::Total]);
    assert_eq!(table.columns[6].axes, [Term::Total]);
    assert_eq!(codes(&table.issues), [Code::ExtraLabel]);
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

#[test]
fn start_and_end_below_one_label_are_told_apart_by_their_group() {
    let reading = read(&[
        &["Alku", "Loppu", "Toimenpide", "", ""],
        &["pvm", "pvm", "Nimi", "Tyyppi", "Kokonaisuus"],
        &["5.10.2018", "6.10.2018", "Perheleiri", "Tapahtuma", "II"],
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        [
            "0=start_date",
            "1=end_date",
            "2=title",
            "3=activity_type",
            "4=development_area"
        ]
    );
}

#[test]
fn a_column_of_names_does_not_contest_the_column_of_counts() {
    let mut header = ACTIVITY_HEADER.to_vec();
    header.push("Osallistujat");
    let mut row = ACTIVITY.to_vec();
    row.push("neuvolan ja koulun väkeä");
    let reading = read(&[&header, &row]);
    assert_eq!(reading.tables[0].columns[5].field, Some(8));
    assert_eq!(codes(&reading.tables[0].issues), [Code::ExtraLabel]);
}

#[test]
fn labels_with_numbers_and_directions_match() {
    let reading = read(&[
        &[
            "1. Päivämäärä (pp.kk.vvvv)",
            "2. Kunta (valitse)",
            "3. Kokonaisuus",
            "4. Tyyppi *",
            "5. Toimenpide",
            "Osallistujia, hlö",
        ],
        ACTIVITY,
    ]);
    assert_eq!(
        understood(&reading.tables[0]).1,
        [
            "0=start_date",
            "1=municipality",
            "2=development_area",
            "3=activity_type",
            "4=title",
            "5=participants_total"
        ]
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]

    #[test]
    fn every_row_of_any_sheet_stands_exactly_once(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..7), 0..25)
    ) {
        let texts: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(|at| WORDS[*at]).collect()).collect();
        let slices: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
        let sheet = sheet(&slices);
        let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
        let beside = reading.tables.windows(2).any(|pair| pair[0].header == pair[1].header);
        if !beside {
            assert_every_row_once(&reading, sheet.grid.last_row() as usize);
        }
        let again = read_sheet(&sheet, &vocabulary(), &Hints::default());
        proptest::prop_assert_eq!(format!("{reading:?}"), format!("{again:?}"));
    }
}

/// Words of labels, values, headings and notes, from which any sheet is made.
const WORDS: &[&str] = &[
    "",
    "",
    "",
    "",
    "Päivämäärä",
    "Kunta",
    "Kehittämiskokonaisuus",
    "Toimenpiteen tyyppi",
    "Toimenpide",
    "Osallistujat",
    "Tunnusluku",
    "Arvo",
    "Kustannuslaji",
    "Summa",
    "lokakuu 2018",
    "marraskuu",
    "Espoo",
    "Vantaa",
    "Palkat",
    "Kohtaamispaikat",
    "5.10.2018",
    "12",
    "1 200,50",
    "Yhteensä",
    "Ei toimintaa",
    "Kunta: Espoo",
    "Huom! Tiedot ovat alustavia, ja ne täydentyvät ensi kuussa vielä kerran.",
    "Kysymys",
    "Vastaus",
    "Tulokset",
    "Haasteet",
    "pvm",
    "2018",
    "(h)",
];

fn cell() -> impl proptest::strategy::Strategy<Value = usize> {
    0..WORDS.len()
}

#[test]
fn decisions_settle_labels() {
    let hints = Hints {
        columns: vec![ColumnHint {
            label: "Väki".into(),
            field: "participants_total".into(),
            how: How::Decision,
        }],
        ..Hints::default()
    };
    let mut header = ACTIVITY_HEADER.to_vec();
    header[5] = "Väki";
    let reading = read_sheet(&sheet(&[&header, ACTIVITY]), &vocabulary(), &hints);
    let column = &reading.tables[0].columns[5];
    assert_eq!((column.field, column.how), (Some(8), Some(How::Decision)));
}

#[test]
fn a_header_need_not_start_in_the_first_cell() {
    let reading = read(&[
        &[],
        &["", "", "Kustannuslaji", "Summa"],
        &["", "", "Palkat", "100"],
    ]);
    assert_eq!(letters(&reading.tables[0]), ".HD");
    assert_eq!(
        understood(&reading.tables[0]).1,
        ["2=category", "3=amount_eur"]
    );
}

#[test]
fn a_second_row_with_units_or_another_language_belongs_to_the_header() {
    let reading = read(&[
        &["Päivämäärä", "Kokonaisuus", "Tyyppi", "Toimenpide", "Kesto"],
        &["Datum", "Helhet", "Typ", "Åtgärd", "Längd"],
        &["pp.kk.vvvv", "", "", "", "(h)"],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "2"],
    ]);
    assert_eq!(letters(&reading.tables[0]), "HHHD");
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn merged_titles_and_groups_are_told_apart() {
    let mut merged = grid(&[
        &["Toimenpiteet lokakuussa"],
        &[
            "Päivämäärä",
            "Kokonaisuus",
            "Tyyppi",
            "Toimenpide",
            "Osallistujat",
            "",
        ],
        &["", "", "", "", "Lapset", "Vanhemmat"],
        &["5.10.2018", "II", "Kokous", "Perhekahvila", "2", "3"],
    ]);
    let region = |row, to, first, last| Region {
        first_row: row,
        last_row: to,
        first_column: first,
        last_column: last,
    };
    merged.merge(region(1, 1, 0, 5));
    for column in 0..4 {
        merged.merge(region(2, 3, column, column));
    }
    merged.merge(region(2, 2, 4, 5));
    let sheet = Sheet {
        grid: merged,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(letters(&reading.tables[0]), "nHHD");
    assert_eq!(reading.tables[0].issues, []);
}

#[test]
fn dates_of_a_workbook_in_a_header_are_months() {
    let mut grid = crate::grid::Grid::default();
    grid.start_row(1);
    grid.push(0, CellValue::Text("Tunnusluku"));
    grid.push(1, CellValue::Date(43_374.0));
    grid.start_row(2);
    grid.push(0, CellValue::Text("Kohtaamispaikat"));
    grid.push(1, CellValue::Number(3.0));
    let sheet = Sheet {
        grid,
        ..Sheet::default()
    };
    let reading = read_sheet(&sheet, &vocabulary(), &Hints::default());
    assert_eq!(
        reading.tables[0].columns[1].axes,
        [Term::Month {
            year: Some(2018),
            month: 10
        }]
    );
}
