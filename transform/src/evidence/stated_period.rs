//! The month that a label asks for, with its value in one cell or two: `Raportointikausi: | 1.10.2018 | 31.10.2018` (READING.md
//! R2 and R23).

use kooste_ingest::grid::CellValue;
use kooste_ingest::table::KeyValue;

use super::claims::{Claim, Claims, Source, Unread};
use super::organisations::Organisations;
use super::period::{Month, PartialMonth};
use super::surroundings::{Surroundings, add_month};
use crate::values::month::SaidMonth;
use crate::values::stated_month::{Stated, stated};

impl Surroundings<'_> {
    /// Adds what a label that asks for the month has for a value, with the last day where it stands in the next cell.
    pub(super) fn add_stated(
        &self,
        claims: &mut Claims,
        pair: &KeyValue,
        organisations: &Organisations,
    ) {
        let (row, column) = pair.cell;
        let next = self.grid.get(row, column + 1);
        let beside = match next {
            CellValue::Text(text) if text.contains(char::is_alphabetic) => CellValue::Blank,
            // `1.10. | – | 31.10.`
            CellValue::Text(text) if !text.contains(char::is_alphanumeric) => {
                self.grid.get(row, column + 2)
            }
            next => next,
        };
        let is_open = |month| organisations.report_for(month);
        let own = stated(&pair.value, is_open);
        let with_next = (!beside.is_blank())
            .then(|| stated_by_two(own, &pair.value, &beside.text(), &is_open))
            .flatten();
        let (source, cell) = (Source::Key, Some(pair.cell));
        let text = pair.value.clone();
        let month = |said: SaidMonth| PartialMonth {
            year: said.year,
            month: Some(said.month),
        };
        let value = match with_next.unwrap_or(own) {
            Stated::Month(said) => return add_month(claims, pair, Some(month(said))),
            Stated::Misspelt(said) => {
                let value = month(said);
                claims.misspelt.push(Claim {
                    source,
                    value,
                    cell,
                    text,
                });
                return add_month(claims, pair, Some(value));
            }
            Stated::Nothing => return,
            Stated::Several => Unread::Several,
            Stated::Unreadable => Unread::Unreadable,
        };
        claims.unread.push(Claim {
            source,
            value,
            cell,
            text,
        });
    }
}

/// What two cells beside each other state: first and last day, or a month and its year.
fn stated_by_two(
    own: Stated,
    first: &str,
    second: &str,
    is_open: &dyn Fn(Month) -> bool,
) -> Option<Stated> {
    let other = stated(second, is_open);
    // Beside days stand days; another number beside a month is none of it.
    let is_days = first.contains(|sign: char| sign.is_ascii_digit()) && second.contains(['.', '-']);
    match (own, other) {
        (Stated::Month(one), Stated::Month(two)) if is_days => {
            let is_one_year = one.year.is_none() || two.year.is_none() || one.year == two.year;
            Some(match (one.month == two.month, is_one_year) {
                (true, true) if two.year.is_none() => own,
                (true, true) => other,
                (_, true) => Stated::Several,
                (_, false) => Stated::Unreadable,
            })
        }
        (Stated::Month(one), Stated::Unreadable) if one.year.is_none() => {
            let whole = stated(&format!("{first} {second}"), is_open);
            Some(whole).filter(|whole| matches!(whole, Stated::Month(_)))
        }
        _ => None,
    }
}
