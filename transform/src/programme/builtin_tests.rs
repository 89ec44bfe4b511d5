//! The built-in programme loads, and says what the contract says.

use std::path::{Path, PathBuf};

use super::*;
use crate::data::Folder;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn lape() -> Programme {
    Programme::load(&Folder::new(repository().join("pipelines/programmes/lape"))).unwrap()
}

#[test]
fn the_built_in_programme_keeps_its_forms_where_the_interface_says() {
    let programme = lape();
    let tables: Vec<_> = programme
        .forms
        .iter()
        .map(|form| {
            (
                form.table.as_str(),
                form.id_column.as_deref(),
                form.stores_states,
            )
        })
        .collect();
    assert_eq!(
        tables,
        [
            ("activity", Some("activity_id"), false),
            ("indicator_value", None, true),
            ("cost", None, true),
            ("pilot", Some("pilot_id"), false),
            ("working_group", Some("group_id"), false),
            ("narrative", None, false),
        ]
    );
    let columns = |form: &str| -> Vec<String> {
        let form = &programme.forms[programme.form(form).unwrap()];
        form.stored()
            .map(|(_, _, column)| column.to_owned())
            .collect()
    };
    assert_eq!(
        columns("indicators"),
        ["indicator", "municipality_code", "value", "note"]
    );
    assert_eq!(
        columns("costs"),
        ["category", "amount_eur", "grant_eur", "fte_months", "note"]
    );
    assert_eq!(
        columns("groups"),
        ["group_name", "role", "organisation", "members", "meetings"]
    );
    assert_eq!(
        columns("narrative"),
        ["question", "municipality_codes", "answer"]
    );
    assert!(columns("pilots").contains(&"origin_municipality_code".to_owned()));
}

#[test]
fn dates_places_and_groups_fill_down_but_counts_and_texts_do_not() {
    let programme = lape();
    let activities = &programme.forms[0];
    let filling: Vec<_> = activities
        .fields
        .iter()
        .filter(|field| field.fills_down)
        .map(|field| &*field.code)
        .collect();
    assert_eq!(
        filling,
        [
            "start_date",
            "organisation",
            "municipality",
            "development_area"
        ]
    );
    let total = &activities.fields[activities.field("participants_total").unwrap()];
    assert_eq!(total.sum_of.len(), 4);
}

/// Further synonyms may stand beside those of the contract. The contract lies beside the repository where the software is made, and nowhere else.
#[test]
fn the_built_in_programme_agrees_with_the_contract() {
    let contract = repository().join("../shared/contract");
    if !contract.is_dir() {
        println!("skipped: no contract beside the repository");
        return;
    }
    for table in ["forms.csv", "fields.csv", "codelists.csv"] {
        let wanted = rows(&contract.join(table), None);
        let columns = wanted[0].len();
        let built_in = repository().join("pipelines/programmes/lape").join(table);
        let given = rows(&built_in, Some(columns));
        assert_eq!(given.len(), wanted.len(), "{table}");
        let synonyms = wanted[0].iter().position(|label| label == "synonyms");
        for (given, wanted) in given.iter().zip(&wanted) {
            for (at, (given, wanted)) in given.iter().zip(wanted).enumerate() {
                let goes_on = || {
                    wanted
                        .split('|')
                        .all(|one| given.split('|').any(|own| own == one))
                };
                let agrees = given == wanted || (Some(at) == synonyms && goes_on());
                assert!(agrees, "{table}: {given} for {wanted}");
            }
        }
    }
}

/// The rows of a table with its header, each cut to `columns`.
fn rows(path: &Path, columns: Option<usize>) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .unwrap();
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| {
            let width = columns.unwrap_or(record.len());
            record.iter().take(width).map(String::from).collect()
        })
        .collect()
}
