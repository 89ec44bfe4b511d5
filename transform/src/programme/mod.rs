//! A programme: its forms, fields and code lists. The types know nothing of any particular programme; the
//! built-in one is data in `pipelines/programmes/`.

#[cfg(test)]
mod builtin_tests;
pub mod lexicon;
mod load;
mod own_models;

use std::collections::BTreeMap;
use std::sync::Arc;

use kooste_ingest::vocabulary::FieldKind;

pub use crate::data::DataError as ProgrammeError;
use crate::warehouse::Template;

/// A text in the three languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Finnish.
    pub fi: String,
    /// Swedish.
    #[serde(default)]
    pub sv: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

impl Labels {
    /// The text in a language, or the Finnish one where that is empty.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        let text = match language {
            "sv" => &self.sv,
            "en" => &self.en,
            _ => &self.fi,
        };
        if text.is_empty() { &self.fi } else { text }
    }
}

/// Where the values of a field go in the warehouse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// A column of the fact table.
    Column(String),
    /// Rows of the table that links facts to municipalities.
    MunicipalityLinks,
    /// The organisation whose report it is.
    Organisation,
    /// The month of the report.
    Period,
}

/// One field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    /// Code, e.g. `start_date`.
    pub code: Arc<str>,
    /// Kind of its values.
    pub kind: FieldKind,
    /// Whether a row must have it.
    pub required: bool,
    /// Unit of its values, e.g. `persons`, if any.
    pub unit: Option<String>,
    /// Official labels.
    pub labels: Labels,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// Where its values go.
    pub storage: Storage,
    /// Whether a blank cell may mean "as above" (READING.md R14).
    pub fills_down: bool,
    /// Fields whose sum it is (READING.md R27), by index.
    pub sum_of: Vec<usize>,
}

/// One form.
#[derive(Debug, Clone)]
pub struct Form {
    /// Code, e.g. `activities`.
    pub code: Arc<str>,
    /// Names.
    pub labels: Labels,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// Fact table, without schema, e.g. `activity`.
    pub table: String,
    /// Name of the column that numbers the facts, if they have one, e.g. `activity_id`.
    pub id_column: Option<String>,
    /// Table that links facts to municipalities, if there is one, e.g. `activity_municipality`.
    pub link_table: Option<String>,
    /// Whether a blank value is a state that is stored (READING.md R15), in the column `missing_reason`.
    pub stores_states: bool,
    /// The fields, in the order of the programme.
    pub fields: Vec<Field>,
}

impl Form {
    /// Index of the field with this code.
    #[must_use]
    pub fn field(&self, code: &str) -> Option<usize> {
        self.fields.iter().position(|field| &*field.code == code)
    }

    /// Fields that are columns of the fact table, with the column's name, in order.
    pub fn stored(&self) -> impl Iterator<Item = (usize, &Field, &str)> {
        self.fields
            .iter()
            .enumerate()
            .filter_map(|(at, field)| match &field.storage {
                Storage::Column(name) => Some((at, field, name.as_str())),
                _ => None,
            })
    }
}

/// One code of a list.
#[derive(Debug, Clone)]
pub struct CodeEntry {
    /// The code stored.
    pub code: Arc<str>,
    /// Labels.
    pub labels: Labels,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// Words that name it inside a longer text (READING.md R26); `*` at the end stands for any ending.
    pub keywords: Vec<String>,
    /// Attributes such as `unit`, `time`, `privacy`, `min`, `max`.
    pub attributes: BTreeMap<String, String>,
}

/// A list of codes.
#[derive(Debug, Clone)]
pub struct CodeList {
    /// Name, e.g. `development_area`.
    pub name: String,
    /// The codes, in the order of the programme.
    pub entries: Vec<CodeEntry>,
    /// Whether the first of several codes in a cell is taken, with a notice (READING.md R26).
    pub takes_first: bool,
}

impl CodeList {
    /// The entry of a code.
    #[must_use]
    pub fn entry(&self, code: &str) -> Option<&CodeEntry> {
        self.entries.iter().find(|entry| &*entry.code == code)
    }
}

/// A model of the programme's own: a mart beside those that come with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// Name of its table in schema `mart`.
    pub name: String,
    /// A header of comments and one SELECT (see `transform/models/README.md`).
    pub sql: String,
}

/// A programme.
#[derive(Debug, Clone)]
pub struct Programme {
    /// Code, e.g. `lape`.
    pub code: String,
    /// Names.
    pub labels: Labels,
    /// The forms.
    pub forms: Vec<Form>,
    /// The code lists.
    pub lists: Vec<CodeList>,
    /// Models of its own, by name.
    pub models: Vec<Model>,
    /// Hash of all its files, hex.
    pub hash: String,
    /// Hash of the files that decide how reports are read, hex: all but the models.
    pub reading_hash: String,
    /// An empty warehouse of it to start from, used if this program would lay it out the same.
    pub template: Option<Template>,
}

impl Programme {
    /// Index of the form with this code.
    #[must_use]
    pub fn form(&self, code: &str) -> Option<usize> {
        self.forms.iter().position(|form| &*form.code == code)
    }

    /// The list with this name.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&CodeList> {
        self.lists.iter().find(|list| list.name == name)
    }
}
