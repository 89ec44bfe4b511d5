//! The words of a programme, as far as reading needs them: forms, fields with their labels, and a lexicon
//! that tells what a text names. The data comes from the programme; nothing here knows which one.

use std::sync::Arc;

use crate::columns::{Candidate, Words};
use crate::memory::Memory;
use crate::table::Trial;

/// What kind of value a field holds; helps to choose between columns whose labels say too little.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A calendar date.
    Date,
    /// A month.
    Month,
    /// An organisation that reports.
    Organisation,
    /// Any organisation, kept as text.
    OrganisationText,
    /// One municipality.
    Municipality,
    /// Several municipalities.
    MunicipalityList,
    /// One code of the named list.
    Code(String),
    /// Several codes of the named list.
    CodeList(String),
    /// A whole number.
    Count,
    /// A number with decimals.
    Decimal,
    /// An amount of money.
    Money,
    /// Free text.
    Text,
    /// Several free texts.
    TextList,
}

/// The words of one field.
#[derive(Debug, Clone)]
pub struct FieldWords {
    /// Code of the field, e.g. `start_date`.
    pub code: Arc<str>,
    /// Kind of its values.
    pub kind: FieldKind,
    /// Whether a row must have it.
    pub required: bool,
    /// Official labels in all languages.
    pub labels: Vec<String>,
    /// Other words for it.
    pub synonyms: Vec<String>,
    /// The fields of the form, by index, whose sum it is.
    pub sum_of: Vec<usize>,
}

/// The words of one form.
#[derive(Debug, Clone)]
pub struct FormWords {
    /// Code of the form, e.g. `activities`.
    pub code: Arc<str>,
    /// Names and synonyms in all languages.
    pub names: Vec<String>,
    /// The fields, in the order of the programme.
    pub fields: Vec<FieldWords>,
}

/// What a text can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A month, with its year if the text says it (`10/2018`, `lokakuu`).
    Month {
        /// Year, if told.
        year: Option<i32>,
        /// Month, 1 to 12.
        month: u32,
    },
    /// A municipality of Finland, by its code.
    Municipality(String),
    /// An organisation of the region, by its code.
    Organisation(String),
    /// A code of a list of the programme.
    Code {
        /// The list, e.g. `indicator`.
        list: String,
        /// The code.
        code: String,
    },
    /// A form, by its index.
    Form(usize),
    /// Words that say that nothing was done (READING.md R16).
    Nil,
    /// A word that labels a sum (READING.md R12).
    Total,
}

/// Tells what a text names; a pure function of the text.
pub trait Lexicon: Send + Sync {
    /// Everything that the whole text (not a part of it) can name, most certain first.
    fn recognise(&self, text: &str) -> Vec<Term>;

    /// The one code of a list that the whole text nearly names, ahead of all others; none unless a lexicon knows better.
    fn nearly(&self, _list: &str, _text: &str) -> Option<Term> {
        None
    }
}

/// Headers remembered, and bytes of the longest of them: a region has a few hundred, of a few hundred bytes each.
const MOST_HEADERS: usize = 1 << 12;
const LONGEST_HEADER: usize = 1 << 12;

/// All the words that reading uses.
#[derive(Clone)]
pub struct Vocabulary {
    /// The forms, in the order of the programme.
    pub forms: Vec<FormWords>,
    /// What texts name.
    pub lexicon: Arc<dyn Lexicon>,
    /// The labels of all fields, prepared for comparison once.
    words: Arc<Words>,
    /// What labels were found to stand for: in any form, and form by form.
    pub(crate) named: Arc<Memory<Arc<[Candidate]>>>,
    pub(crate) similar: Arc<[Memory<Arc<[Candidate]>>]>,
    /// Which form whole headers were found to go with best.
    pub(crate) headers: Arc<Memory<Option<Trial>>>,
}

/// A lexicon that remembers what it said.
struct Remembering {
    lexicon: Arc<dyn Lexicon>,
    said: Memory<Arc<[Term]>>,
}

impl Lexicon for Remembering {
    fn recognise(&self, text: &str) -> Vec<Term> {
        let find = || self.lexicon.recognise(text).into();
        self.said.recall(text, find).to_vec()
    }

    fn nearly(&self, list: &str, text: &str) -> Option<Term> {
        self.lexicon.nearly(list, text)
    }
}

impl Vocabulary {
    /// Takes the words of a programme and prepares its labels for comparison.
    #[must_use]
    pub fn new(forms: Vec<FormWords>, lexicon: Arc<dyn Lexicon>) -> Self {
        let words = Arc::new(Words::new(&forms));
        Vocabulary {
            words,
            named: Arc::default(),
            similar: forms.iter().map(|_| Memory::default()).collect(),
            headers: Arc::new(Memory::new(MOST_HEADERS, LONGEST_HEADER)),
            lexicon: Arc::new(Remembering {
                lexicon,
                said: Memory::default(),
            }),
            forms,
        }
    }

    /// The labels prepared for comparison.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }
}

impl FormWords {
    /// Tells whether a field of the form asks where the work took place.
    pub(crate) fn asks_place(&self) -> bool {
        let is_place = |kind: &FieldKind| {
            matches!(kind, FieldKind::Municipality | FieldKind::MunicipalityList)
        };
        self.fields.iter().any(|field| is_place(&field.kind))
    }

    /// The fields that make a form of keys and values (indicator and value, question and answer): the first
    /// and the last of exactly two required fields, where the first is a code. Only such forms come wide
    /// (READING.md R10 and R11).
    #[must_use]
    pub fn key_and_value(&self) -> Option<(usize, usize)> {
        let mut required = (0..self.fields.len()).filter(|at| self.fields[*at].required);
        let (key, value) = (required.next()?, required.next()?);
        let keyed = matches!(self.fields[key].kind, FieldKind::Code(_));
        let valued = matches!(
            self.fields[value].kind,
            FieldKind::Count | FieldKind::Decimal | FieldKind::Money | FieldKind::Text
        );
        (keyed && valued && required.next().is_none()).then_some((key, value))
    }
}

/// Help given for a file by the region file's sources and by decisions.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// Form of the file's tables.
    pub form: Option<String>,
    /// The only sheet to read.
    pub sheet: Option<String>,
    /// Row (from 1) of the header.
    pub header_row: Option<u32>,
    /// Labels whose field is settled.
    pub columns: Vec<ColumnHint>,
    /// Sheets whose form is settled; a form of `ignore` leaves the sheet out.
    pub sheets: Vec<(String, String)>,
}

/// A label whose field is settled.
#[derive(Debug, Clone)]
pub struct ColumnHint {
    /// Label as in the file.
    pub label: String,
    /// Code of the field.
    pub field: String,
    /// Who settled it.
    pub how: crate::table::How,
}
