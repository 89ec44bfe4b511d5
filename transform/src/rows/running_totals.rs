//! Columns, records and titles that say that their figures run since the start of the year (READING.md R33): suspected and said,
//! never converted.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::{Code, Issue};
use kooste_ingest::vocabulary::FieldKind;

use super::table::TableReader;
use crate::evidence::Month;
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

/// Tells whether a label says so.
fn says_running_total(label: &str) -> bool {
    let lower = label.to_lowercase();
    has_word(&lower) || months_spanned(&lower).is_some()
}

/// Tells whether a title says so of figures up to a month: longer spans are of the year or the project as a whole.
fn says_total_until(title: &str, month: Option<u32>) -> bool {
    let lower = title.to_lowercase();
    let last = months_spanned(&lower).or_else(|| days_spanned(&lower));
    has_word(&lower) || last.is_some_and(|last| Some(last) == month)
}

fn has_word(lower: &str) -> bool {
    WORDS.iter().any(|word| lower.contains(word))
}

/// The last month, where a label (lower case) names the months from January on: `1–10/2018`, `tammi-lokakuu`.
fn months_spanned(label: &str) -> Option<u32> {
    const JANUARY: [&str; 7] = ["tammi", "tammikuu", "januari", "january", "jan", "1", "01"];
    let words: Vec<&str> = label
        .split(|character: char| !character.is_alphanumeric() && !is_dash(character))
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let (first, last) = word.split_once(is_dash)?;
        let with_year = || {
            let year = words.get(at + 1).and_then(|year| year.parse::<u32>().ok());
            year.is_some_and(|year| (2000..2100).contains(&year))
        };
        let month = match last.parse::<u32>() {
            Ok(month) => Some(month).filter(|month| *month <= 12 && with_year()),
            Err(_) => month_named(last),
        };
        month.filter(|month| JANUARY.contains(&first) && *month > 1)
    })
}

/// The last month, where a label names the days from the first of January on: `1.1.–31.10.2018`.
fn days_spanned(label: &str) -> Option<u32> {
    let compact: String = label.split_whitespace().collect();
    let mut starts = compact
        .match_indices("1.1.")
        .chain(compact.match_indices("01.01."));
    starts.find_map(|(at, start)| {
        let before = compact[..at].chars().next_back();
        let rest = &compact[at + start.len()..];
        let until = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let year = &rest[..rest.len() - until.len()];
        let mut parts = until.strip_prefix(is_dash)?.split('.');
        let (day, month) = (parts.next()?, parts.next()?.parse::<u32>().ok()?);
        let is_day = day.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        let same_year = year.is_empty() || parts.next().is_some_and(|last| last.starts_with(year));
        let is_whole = before.is_none_or(|sign| !sign.is_ascii_digit() && sign != '.');
        (is_whole && is_day && same_year && (2..=12).contains(&month)).then_some(month)
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
        for issue in suspected.into_iter().chain(self.suspect_title()) {
            self.outcome.issue(None, issue);
        }
    }

    /// A title that says so above figures of one month.
    fn suspect_title(&self) -> Option<Issue> {
        if !self.form.stores_states || self.settler.own_months.len() > 1 {
            return None;
        }
        let month = self.settler.evidence.period.map(Month::number);
        let mut titles = self.place.table.titles.iter();
        let (row, column, text) = titles.find(|(_, _, text)| says_total_until(text, month))?;
        let issue = Issue::new(Code::CumulativeSuspected).reason("title");
        Some(self.on_sheet(issue.cell(*row, *column).found(text.clone())))
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
        for title in [
            "Toteuma 1.1.-31.10.2018",
            "1.1.2018 – 31.10.2018",
            "Tammi-lokakuun 2018 kulut",
        ] {
            assert!(says_total_until(title, Some(10)), "{title}");
            assert!(!says_total_until(title, Some(12)), "{title}");
        }
        assert!(!says_total_until("Hankeaika 1.1.2017-31.10.2018", Some(10)));
        assert!(!says_total_until("Jakso 11.1.-31.10.2018", Some(10)));
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
