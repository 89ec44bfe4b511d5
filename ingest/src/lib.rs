//! Reads messy spreadsheets and text files: bytes in, located tables of raw cells out.
//!
//! Knows formats and layout, no business meaning and no database. What the words of a programme
//! look like comes in as a [`vocabulary::Vocabulary`].

pub mod columns;
pub mod document;
pub mod format;
pub mod grid;
pub mod issue;
mod memory;
pub mod place;
pub mod table;
pub mod text;
pub mod vocabulary;
pub mod workbook;
