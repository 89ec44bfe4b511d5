//! What is read of a sheet: its tables with their columns and rows, and what stands around them.

use crate::issue::Issue;
use crate::vocabulary::Term;

/// Why a column was taken for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// The label is one of the field's official labels.
    Label,
    /// The label is one of its synonyms.
    Synonym,
    /// The label is similar enough, with a clear margin.
    Fuzzy,
    /// `decisions.toml` says so.
    Decision,
    /// The region file's source says so.
    Source,
}

impl How {
    /// The name stored in `meta.column_decision`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            How::Label => "label",
            How::Synonym => "synonym",
            How::Fuzzy => "fuzzy",
            How::Decision => "decision",
            How::Source => "source",
        }
    }
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Column of the sheet, from 0.
    pub index: u32,
    /// The header flattened to one label, as in the file but for white space and hyphens at line ends.
    pub label: String,
    /// Index of the field in the form's fields; none for a column that matches nothing or has an axis only.
    pub field: Option<usize>,
    /// Why; none without a field.
    pub how: Option<How>,
    /// How sure, 0 to 1.
    pub score: f64,
    /// What the header says about every value below: a month, a municipality, an indicator … of a wide table.
    /// [`Term::Total`] alone marks a column that adds up the others; it has no field.
    pub axes: Vec<Term>,
}

/// What a row of the sheet is.
#[derive(Debug, Clone, PartialEq)]
pub enum RowKind {
    /// Part of the header.
    Header,
    /// The header repeated further down.
    RepeatedHeader,
    /// A heading that applies to the rows below it (READING.md R13).
    Section(Vec<Term>),
    /// A row of values.
    Data,
    /// A row whose first text labels it as a sum; arithmetic decides (READING.md R12).
    TotalCandidate,
    /// Nothing in it.
    Blank,
    /// Title, key and value, side note, footnote.
    Note,
}

/// One row of a table or of the space around it.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Row of the sheet, from 1.
    pub number: u32,
    /// What it is.
    pub kind: RowKind,
}

/// How the values of a table are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A header above, a record per row. Columns with [`Column::axes`] make it wide.
    Records,
    /// Headings that name the question with text below, no header (READING.md R11).
    Headings,
}

/// One table found on a sheet.
#[derive(Debug, Clone)]
pub struct Table {
    /// 1 for the first table of the sheet, 2 …
    pub number: u32,
    /// Index of the form in the vocabulary; none where no form fits (then `issues` says why).
    pub form: Option<usize>,
    /// How it is laid out.
    pub shape: Shape,
    /// First and last row of the header, from 1; none for [`Shape::Headings`].
    pub header: Option<(u32, u32)>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// Every row of the sheet that is in the table or nearest to it, in order. Over all tables of a sheet each
    /// row from 1 to the last stands exactly once; tables side by side each have the rows that they share.
    pub rows: Vec<TableRow>,
    /// Text of the titles above the table, nearest last.
    pub titles: Vec<(u32, u32, String)>,
    /// Indices of the fields claimed by several columns; they are missing, and for a required one nothing loads.
    pub ambiguous: Vec<usize>,
    /// Rows of values of [`Shape::Headings`] that hold a question with its answer behind a colon, and the question.
    pub answered: Vec<(u32, Term)>,
    /// What was noticed about header and columns. An error of scope table means that nothing of it loads.
    pub issues: Vec<Issue>,
}

/// A label and the value beside or in it, outside tables: `Kunta: Espoo`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyValue {
    /// The label as in the file, without the colon.
    pub key: String,
    /// Field codes that the label names, over all forms, e.g. `organisation`; also `form`.
    pub names: Vec<String>,
    /// Row (from 1) and column (from 0) of the value.
    pub cell: (u32, u32),
    /// The value; dates as ISO.
    pub value: String,
}

/// What was found on one sheet.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// The tables, in reading order. A sheet without any has none, and `notes` holds its rows.
    pub tables: Vec<Table>,
    /// Labels with values outside the tables.
    pub pairs: Vec<KeyValue>,
    /// Rows of a sheet without tables, as notes and blanks.
    pub notes: Vec<TableRow>,
    /// Texts outside tables that say that nothing was done, with their cells (READING.md R16).
    pub nil: Vec<(u32, u32, String)>,
    /// What was noticed about the sheet as a whole.
    pub issues: Vec<Issue>,
}
