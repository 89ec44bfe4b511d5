//! Loading a programme from its data files.
//!
//! `programme.toml` says where each form is kept, `forms.csv`, `fields.csv` and `codelists.csv` hold the words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kooste_ingest::vocabulary::FieldKind;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::own_models;
use super::{CodeEntry, CodeList, Field, Form, Labels, Model, Programme, ProgrammeError, Storage};
use crate::data::{Files, Record, Records, required_text};
use crate::hex::hex;

const SETTINGS: &str = "programme.toml";
const FORMS: &str = "forms.csv";
const FIELDS: &str = "fields.csv";
const LISTS: &str = "codelists.csv";

/// `programme.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    code: String,
    labels: Labels,
    #[serde(default, rename = "form")]
    forms: Vec<FormSettings>,
    #[serde(default, rename = "list")]
    lists: Vec<ListSettings>,
}

/// One `[[list]]` of `programme.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListSettings {
    name: String,
    #[serde(default)]
    takes_first: bool,
}

/// One `[[form]]` of `programme.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormSettings {
    code: String,
    table: String,
    id_column: Option<String>,
    link_table: Option<String>,
    #[serde(default)]
    stores_states: bool,
}

impl Programme {
    /// Loads a programme from `programme.toml`, `forms.csv`, `fields.csv` and `codelists.csv`, and what `.sql` files
    /// there are in `models/`.
    ///
    /// # Errors
    /// When a file is missing or says something that does not fit; the error names file and line.
    pub fn load(files: &dyn Files) -> Result<Self, ProgrammeError> {
        let settings = read_settings(files)?;
        let lists = read_lists(files, &settings)?;
        let mut forms = read_forms(files, &settings)?;
        read_fields(files, &lists, &mut forms)?;
        if let Some(form) = forms.iter().find(|form| form.fields.is_empty()) {
            let what = format!("the form `{}` has no fields", form.code);
            return Err(ProgrammeError::new(FIELDS, 1, what));
        }
        let models = own_models::read(files)?;
        let reading_hash = hash(files, &[])?;
        Ok(Programme {
            code: settings.code,
            labels: settings.labels,
            forms,
            lists,
            hash: hash(files, &models)?,
            reading_hash,
            models,
            template: None,
        })
    }
}

fn read_settings(files: &dyn Files) -> Result<Settings, ProgrammeError> {
    let text = required_text(files, SETTINGS)?;
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = 1 + text[..start.min(text.len())].matches('\n').count() as u64;
        ProgrammeError::new(SETTINGS, line, error.message())
    })
}

fn labels(record: &Record) -> Result<Labels, ProgrammeError> {
    Ok(Labels {
        fi: record.required("label_fi")?.to_owned(),
        sv: record.text("label_sv").to_owned(),
        en: record.text("label_en").to_owned(),
    })
}

fn read_lists(files: &dyn Files, settings: &Settings) -> Result<Vec<CodeList>, ProgrammeError> {
    let columns = ["list", "code", "label_fi", "synonyms", "attributes"];
    let mut lists: Vec<CodeList> = Vec::new();
    for record in Records::read(files, LISTS, &columns)? {
        let entry = CodeEntry {
            code: Arc::from(record.required("code")?),
            labels: labels(&record)?,
            synonyms: record.list("synonyms"),
            keywords: record.list("keywords"),
            attributes: attributes(&record)?,
        };
        let name = record.required("list")?;
        match lists.iter_mut().find(|list| list.name == name) {
            Some(list) if list.entry(&entry.code).is_some() => {
                let what = format!("`{}` stands twice in the list `{name}`", entry.code);
                return Err(record.fault(what));
            }
            Some(list) => list.entries.push(entry),
            None => lists.push(CodeList {
                name: name.to_owned(),
                entries: vec![entry],
                takes_first: false,
            }),
        }
    }
    for kept in &settings.lists {
        let Some(list) = lists.iter_mut().find(|list| list.name == kept.name) else {
            let what = format!("the list `{}` is not in `{LISTS}`", kept.name);
            return Err(ProgrammeError::new(SETTINGS, 1, what));
        };
        list.takes_first = kept.takes_first;
    }
    Ok(lists)
}

/// Attributes written as `unit=persons;time=flow`.
fn attributes(record: &Record) -> Result<BTreeMap<String, String>, ProgrammeError> {
    let mut attributes = BTreeMap::new();
    for part in record
        .text("attributes")
        .split(';')
        .filter(|part| !part.is_empty())
    {
        let Some((name, value)) = part.split_once('=') else {
            return Err(record.fault(format!("attribute `{part}` has no `=`")));
        };
        attributes.insert(name.trim().to_owned(), value.trim().to_owned());
    }
    Ok(attributes)
}

fn read_forms(files: &dyn Files, settings: &Settings) -> Result<Vec<Form>, ProgrammeError> {
    let mut forms: Vec<Form> = Vec::new();
    for record in Records::read(files, FORMS, &["form", "label_fi", "synonyms"])? {
        let code = record.required("form")?;
        let Some(kept) = settings.forms.iter().find(|form| form.code == code) else {
            return Err(record.fault(format!("`{SETTINGS}` has no [[form]] for `{code}`")));
        };
        if forms.iter().any(|form| &*form.code == code) {
            return Err(record.fault(format!("the form `{code}` stands twice")));
        }
        forms.push(Form {
            code: Arc::from(code),
            labels: labels(&record)?,
            synonyms: record.list("synonyms"),
            table: kept.table.clone(),
            id_column: kept.id_column.clone(),
            link_table: kept.link_table.clone(),
            stores_states: kept.stores_states,
            fields: Vec::new(),
        });
    }
    let unnamed = settings
        .forms
        .iter()
        .find(|kept| !forms.iter().any(|form| *form.code == kept.code));
    match unnamed {
        Some(kept) => {
            let what = format!("the form `{}` is not in `{FORMS}`", kept.code);
            Err(ProgrammeError::new(SETTINGS, 1, what))
        }
        None => Ok(forms),
    }
}

fn read_fields(
    files: &dyn Files,
    lists: &[CodeList],
    forms: &mut [Form],
) -> Result<(), ProgrammeError> {
    let columns = [
        "form", "field", "type", "required", "unit", "label_fi", "synonyms",
    ];
    let records = Records::read(files, FIELDS, &columns)?;
    for record in &records {
        let form = form_of(record, forms)?;
        let field = field(record, lists, form)?;
        if form.field(&field.code).is_some() {
            return Err(record.fault(format!("the field `{}` stands twice", field.code)));
        }
        form.fields.push(field);
    }
    for record in &records {
        let form = form_of(record, forms)?;
        let mut parts = Vec::new();
        for name in record.list("sum_of") {
            let Some(part) = form.field(&name) else {
                return Err(record.fault(format!("`sum_of` names no field: `{name}`")));
            };
            parts.push(part);
        }
        if let Some(at) = form.field(record.text("field")) {
            form.fields[at].sum_of = parts;
        }
    }
    forms.iter().try_for_each(check_columns)
}

fn form_of<'a>(record: &Record, forms: &'a mut [Form]) -> Result<&'a mut Form, ProgrammeError> {
    let code = record.required("form")?;
    forms
        .iter_mut()
        .find(|form| &*form.code == code)
        .ok_or_else(|| record.fault(format!("no form is called `{code}`")))
}

fn field(record: &Record, lists: &[CodeList], form: &Form) -> Result<Field, ProgrammeError> {
    let code = record.required("field")?;
    let kind = kind(record, lists)?;
    Ok(Field {
        code: Arc::from(code),
        storage: storage(record, &kind, form)?,
        kind,
        required: record.yes("required")?,
        unit: Some(record.text("unit").to_owned()).filter(|unit| !unit.is_empty()),
        labels: labels(record)?,
        synonyms: record.list("synonyms"),
        fills_down: record.yes("fills_down")?,
        sum_of: Vec::new(),
    })
}

fn kind(record: &Record, lists: &[CodeList]) -> Result<FieldKind, ProgrammeError> {
    let text = record.required("type")?;
    let (name, list) = text.split_once(':').unwrap_or((text, ""));
    let kind = match name {
        "date" => FieldKind::Date,
        "month" => FieldKind::Month,
        "organisation" => FieldKind::Organisation,
        "organisation_text" => FieldKind::OrganisationText,
        "municipality" => FieldKind::Municipality,
        "municipality_list" => FieldKind::MunicipalityList,
        "code" => FieldKind::Code(list.to_owned()),
        "code_list" => FieldKind::CodeList(list.to_owned()),
        "count" => FieldKind::Count,
        "decimal" => FieldKind::Decimal,
        "money" => FieldKind::Money,
        "text" => FieldKind::Text,
        "text_list" => FieldKind::TextList,
        _ => return Err(record.fault(format!("no type is called `{text}`"))),
    };
    let coded = matches!(name, "code" | "code_list");
    if coded && !lists.iter().any(|known| known.name == list) {
        return Err(record.fault(format!("`{LISTS}` has no list `{list}`")));
    }
    Ok(kind)
}

/// Where a field goes: the column it names, else what its kind says, else a column of its own name.
fn storage(record: &Record, kind: &FieldKind, form: &Form) -> Result<Storage, ProgrammeError> {
    let column = record.text("column");
    if !column.is_empty() {
        return Ok(Storage::Column(column.to_owned()));
    }
    match kind {
        FieldKind::Organisation => Ok(Storage::Organisation),
        FieldKind::Month => Ok(Storage::Period),
        FieldKind::MunicipalityList if form.link_table.is_some() => Ok(Storage::MunicipalityLinks),
        FieldKind::MunicipalityList => {
            Err(record.fault("municipalities need a `column` or a `link_table` of the form"))
        }
        _ => Ok(Storage::Column(record.required("field")?.to_owned())),
    }
}

fn check_columns(form: &Form) -> Result<(), ProgrammeError> {
    let mut seen = BTreeSet::new();
    for (_, field, column) in form.stored() {
        if !seen.insert(column) {
            let what = format!(
                "`{}.{}` shares the column `{column}`",
                form.code, field.code
            );
            return Err(ProgrammeError::new(FIELDS, 1, what));
        }
    }
    Ok(())
}

/// SHA-256 over names and texts of the data files and of these models, hex.
fn hash(files: &dyn Files, models: &[Model]) -> Result<String, ProgrammeError> {
    let mut hasher = Sha256::new();
    let mut add = |path: &str, text: &str| {
        hasher.update(format!("{path}\0{}\0", text.len()));
        hasher.update(text);
    };
    for path in [LISTS, FIELDS, FORMS, SETTINGS] {
        add(path, &required_text(files, path)?);
    }
    for model in models {
        add(&own_models::path(model), &model.sql);
    }
    Ok(hex(&hasher.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::InMemory;

    fn files(fields: &'static str) -> InMemory<'static> {
        InMemory::default()
            .with(
                "programme.toml",
                "code = \"p\"\nlabels = { fi = \"P\" }\n[[form]]\ncode = \"a\"\ntable = \"t\"\n",
            )
            .with("forms.csv", "form,label_fi,label_sv,label_en,synonyms\na,A,,,x|y\n")
            .with(
                "codelists.csv",
                "list,code,label_fi,label_sv,label_en,synonyms,attributes\nkind,k,K,,,,unit=count;min=1\n",
            )
            .with("fields.csv", fields)
    }

    #[test]
    fn a_programme_is_read_from_its_tables() {
        let programme = Programme::load(&files(
            "form,field,type,required,unit,label_fi,synonyms,column,sum_of\n\
             a,total,count,yes,persons,Yhteensä,kaikki,,part\n\
             a,part,count,no,persons,Osa,,,\n\
             a,sort,code:kind,no,,Laji,,sort_code,\n",
        ))
        .unwrap();
        let form = &programme.forms[0];
        assert_eq!(form.synonyms, ["x", "y"]);
        assert_eq!(form.fields[0].sum_of, [1]);
        assert_eq!(form.fields[2].storage, Storage::Column("sort_code".into()));
        assert_eq!(programme.lists[0].entries[0].attributes["min"], "1");
        assert_eq!(programme.hash.len(), 64);
    }

    #[test]
    fn an_unknown_list_is_told_with_file_and_line() {
        let fields = "form,field,type,required,unit,label_fi,synonyms\n\
                      a,sort,code:sorts,no,,Laji,\n";
        let error = Programme::load(&files(fields)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "fields.csv:2: `codelists.csv` has no list `sorts`"
        );
    }

    #[test]
    fn an_unknown_key_of_the_settings_is_told_with_its_line() {
        let files = files("").with(
            "programme.toml",
            "code = \"p\"\nlabels = { fi = \"P\" }\ntabel = 1\n",
        );
        let error = Programme::load(&files).unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("programme.toml", 3));
    }
}
