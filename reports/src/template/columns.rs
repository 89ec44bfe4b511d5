//! The columns of a form's sheet and the lists that they choose from.

use kooste_ingest::vocabulary::FieldKind;
use kooste_transform::programme::{Field, Form};
use kooste_transform::region::OrganisationKind;

use super::Order;

/// A list to choose from.
pub(super) struct List {
    /// Code of the list.
    pub(super) name: String,
    /// Labels in the first language.
    pub(super) entries: Vec<String>,
}

/// The lists that the columns of the forms choose from, each once.
pub(super) fn lists(forms: &[&Form], order: &Order) -> Vec<List> {
    let language = order
        .languages
        .first()
        .map_or("fi", |language| language.code());
    let mut lists: Vec<List> = Vec::new();
    for form in forms {
        for field in columns(form, order) {
            let Some(name) = list_of(field) else { continue };
            if lists.iter().any(|list| list.name == name) {
                continue;
            }
            let Some(list) = order.programme.list(name) else {
                continue;
            };
            lists.push(List {
                name: name.to_owned(),
                entries: (list.entries.iter())
                    .map(|entry| entry.labels.get(language).to_owned())
                    .collect(),
            });
        }
    }
    lists
}

/// The list that a field chooses from.
pub(super) fn list_of(field: &Field) -> Option<&str> {
    match &field.kind {
        FieldKind::Code(list) | FieldKind::CodeList(list) => Some(list),
        _ => None,
    }
}

/// The fields that get a column: organisation and month stand above the table, and the reports of a single municipality
/// are about that municipality.
pub(super) fn columns<'a>(form: &'a Form, order: &Order) -> Vec<&'a Field> {
    let own = matches!(order.organisations, [only] if only.kind == OrganisationKind::Municipality);
    form.fields
        .iter()
        .filter(|field| match field.kind {
            FieldKind::Organisation | FieldKind::Month => false,
            FieldKind::Municipality | FieldKind::MunicipalityList => {
                !own || field.code.as_ref() == "origin_municipality"
            }
            _ => true,
        })
        .collect()
}

/// The list whose codes stand in the first column already, one a row: that of a form of plain numbers, such as
/// indicators. Rows of money are left free, because an amount may be given several times; so are answers, because a
/// question without an answer would be an error.
pub(super) fn listed_down<'a>(form: &Form, columns: &[&'a Field]) -> Option<&'a str> {
    let first = columns.first()?;
    let list = match &first.kind {
        FieldKind::Code(list) => list.as_str(),
        _ => return None,
    };
    let plain = columns
        .iter()
        .any(|field| field.required && field.kind == FieldKind::Decimal);
    (form.stores_states && plain).then_some(list)
}
