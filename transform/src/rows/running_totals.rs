//! Columns whose label says that their figures run since the start of the year (READING.md R33): suspected and said,
//! never converted.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::vocabulary::FieldKind;

use super::table::TableReader;
use crate::values::month_names::month_named;
use crate::values::state::is_dash;

/// Starts of words, and words, for figures since the start of the year.
const WORDS: [&str; 12] = [
    "kumulatiivi",
    "kumul.",
    "vuoden alusta",
    "alkuvuosi",
    "alkuvuoden",
    "kertymä",
    "ackumulera",
    "kumulativ",
    "årets början",
    "cumulative",
    "year to date",
    "ytd",
];

/// Tells whether a label or title says so.
fn says_running_total(label: &str) -> bool {
    let lower = label.to_lowercase();
    WORDS.iter().any(|word| lower.contains(word)) || spans_months(&lower)
}

/// Tells whether a label (lower case) names the months from January on: `1–10/2018`, `tammi-lokakuu`.
fn spans_months(label: &str) -> bool {
    const JANUARY: [&str; 7] = ["tammi", "tammikuu", "januari", "january", "jan", "1", "01"];
    let words: Vec<&str> = label
        .split(|character: char| !character.is_alphanumeric() && !is_dash(character))
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let Some((first, last)) = word.split_once(is_dash) else {
            return false;
        };
        let with_year = || {
            let year = words.get(at + 1).and_then(|year| year.parse::<u32>().ok());
            year.is_some_and(|year| (2000..2100).contains(&year))
        };
        let is_later = match last.parse::<u32>() {
            Ok(month) => (2..=12).contains(&month) && with_year(),
            Err(_) => month_named(last).is_some_and(|month| month > 1),
        };
        JANUARY.contains(&first) && is_later
    })
}

impl TableReader<'_, '_> {
    /// Reports a record whose key says that its figures are running totals.
    pub(super) fn suspect_record(&mut self) {
        let key = self.form.fields.iter().position(|field| {
            let is_code = matches!(field.kind, FieldKind::Code(_));
            field.required && is_code && self.form.stores_states
        });
        let Some(column) = key.and_then(|key| self.plan.column_of(key)) else {
            return;
        };
        let cells = self.place.grid.row(self.record.row);
        let CellValue::Text(text) = cells.get(column) else {
            return;
        };
        if self.place.is_cumulative || !says_running_total(text) {
            return;
        }
        let issue = Issue::new(Code::CumulativeSuspected)
            .cell(self.record.row, column)
            .found(text.trim().to_owned());
        self.record.issues.push(issue);
    }

    /// Reports the columns of numbers that look like running totals, unless the source says that they are.
    pub(super) fn suspect_running_totals(&mut self) {
        if self.place.is_cumulative || self.structure.is_some() {
            return;
        }
        let header = self.place.table.header.map_or(1, |(_, last)| last);
        let is_number = |field: usize| {
            matches!(
                self.form.fields[field].kind,
                FieldKind::Count | FieldKind::Decimal | FieldKind::Money
            )
        };
        let columns = self.place.table.columns.iter();
        let suspected: Vec<Issue> = columns
            .filter(|column| says_running_total(&column.label))
            .filter_map(|column| {
                let field = column.field.filter(|field| is_number(*field))?;
                let issue = Issue::new(Code::CumulativeSuspected)
                    .cell(header, column.index)
                    .field(&self.form.fields[field].code)
                    .found(column.label.clone());
                Some(self.on_sheet(issue))
            })
            .collect();
        for issue in suspected {
            self.outcome.issue(None, issue);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_running_totals_are_known_r33() {
        for label in [
            "Kumulatiivinen summa (€)",
            "Summa vuoden alusta",
            "Belopp från årets början",
            "Amount YTD",
            "Toteuma 1-10/2018",
            "Utfall 1–9/2018",
            "Tammi-lokakuu 2018",
            "Januari–oktober",
        ] {
            assert!(says_running_total(label), "{label}");
        }
        for label in [
            "Summa (€)",
            "Summa 1/2018",
            "Osallistujat 1-6 v",
            "loka-marraskuu",
            "10/2018",
        ] {
            assert!(!says_running_total(label), "{label}");
        }
    }
}
