//! SQL models that a programme of one's own brings along.

use super::{Model, ProgrammeError};
use crate::data::{Files, required_text};
use crate::warehouse::grain;

const FOLDER: &str = "models/";

/// The path of a model in the folder of its programme.
pub(super) fn path(model: &Model) -> String {
    format!("{FOLDER}{}.sql", model.name)
}

/// The models of the programme's own, sorted by name.
pub(super) fn read(files: &dyn Files) -> Result<Vec<Model>, ProgrammeError> {
    let paths = files
        .paths()
        .map_err(|error| ProgrammeError::new(FOLDER, 1, error.to_string()))?;
    let mut found = Vec::new();
    for path in paths {
        let name = path
            .strip_prefix(FOLDER)
            .and_then(|file| file.strip_suffix(".sql"));
        if let Some(name) = name {
            found.push(Model {
                name: model_name(name, &path)?,
                sql: required_text(files, &path)?,
            });
        }
    }
    Ok(found)
}

/// The name of a model, which becomes that of a table.
fn model_name(name: &str, path: &str) -> Result<String, ProgrammeError> {
    let is_plain = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|character| {
            character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_'
        });
    if !is_plain {
        let what = "a model is named by small letters a to z, digits and `_`";
        return Err(ProgrammeError::new(path, 1, what));
    }
    if grain::marts().any(|mart| mart == name) {
        let what = format!("`{name}` is a mart of the program itself, which its reports rely on");
        return Err(ProgrammeError::new(path, 1, what));
    }
    Ok(name.to_owned())
}
