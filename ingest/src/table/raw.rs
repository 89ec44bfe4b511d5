//! The first table of a sheet as text, nothing normalised: what `kooste table --raw` prints.
//!
//! Knows no programme and no words. Titles above the table are left out, what follows it as another table too; a record
//! with more fields than its columns loses blank ones where the rest then fits the columns best.

use crate::grid::{Grid, Row};

/// The records of the first table; its header, if it has one, is the first. Records stay as long as they are in the file.
#[must_use]
pub fn raw_table(grid: &Grid) -> Vec<Vec<String>> {
    let mut records: Vec<Vec<String>> = if grid.width() == 1 {
        // Of a single column a blank line is a record.
        (1..=grid.last_row())
            .map(|row| record(grid.row(row)))
            .collect()
    } else {
        grid.rows().map(record).collect()
    };
    records.drain(..first_record(&records));
    let Some(width) = leading_width(&records) else {
        return records;
    };
    records.truncate(end_of_table(&records, width));
    let columns = columns(&records, width);
    for record in &mut records {
        while record.len() > width && drop_blank(record, &columns) {}
    }
    records
}

/// The fields of a row, blank ones included.
fn record(row: Row<'_>) -> Vec<String> {
    let cells = row.cells();
    let reach = row.cells().next_back().map_or(0, |(column, _)| column + 1);
    let mut fields = vec![String::new(); row.fields().max(reach).max(1) as usize];
    for (column, value) in cells {
        fields[column as usize] = value.text().into_owned();
    }
    fields
}

/// The most frequent count of fields among the records, the larger of two equally frequent ones.
fn usual_width(records: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> = records.iter().map(Vec::len).collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|before, after| before == after);
    runs.max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

/// Where the table begins: after records of a single field, if wider ones follow.
fn first_record(records: &[Vec<String>]) -> usize {
    let filled = |record: &Vec<String>| record.iter().filter(|field| !field.is_empty()).count();
    if usual_width(records) < 2 {
        return 0;
    }
    let wide = |record: &Vec<String>| record.len() > 1 && filled(record) != 1;
    records.iter().position(wide).unwrap_or(0)
}

/// The width of the table that begins with the first record.
fn leading_width(records: &[Vec<String>]) -> Option<usize> {
    const LOOKED_AT: usize = 8;
    let leading = &records[..records.len().min(LOOKED_AT)];
    Some(usual_width(leading)).filter(|width| *width > 0)
}

/// Where another table begins: the header stands again, or from some record on all have another width.
fn end_of_table(records: &[Vec<String>], width: usize) -> usize {
    const AGREEING: usize = 3;
    let Some(header) = records.first() else {
        return 0;
    };
    (1..records.len())
        .find(|&at| {
            let next = &records[at..records.len().min(at + AGREEING)];
            let other = next[0].len();
            let agree = next.len() == AGREEING && next.iter().all(|record| record.len() == other);
            (width > 1 && records[at] == *header) || (agree && other != width)
        })
        .unwrap_or(records.len())
}

/// What the fields of a column look like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Blank,
    Digits,
    Text,
}

fn look(field: &str) -> Look {
    let letters = field.chars().filter(|c| c.is_alphabetic()).count();
    let digits = field.chars().filter(char::is_ascii_digit).count();
    match (letters, digits) {
        (0, 0) if field.trim().is_empty() => Look::Blank,
        (letters, digits) if digits > letters => Look::Digits,
        _ => Look::Text,
    }
}

/// How often the fields of a column look like this.
#[derive(Clone, Copy, Default)]
struct Looks {
    blank: usize,
    digits: usize,
    text: usize,
}

impl Looks {
    fn count(&self, look: Look) -> usize {
        match look {
            Look::Blank => self.blank,
            Look::Digits => self.digits,
            Look::Text => self.text,
        }
    }
}

fn columns(records: &[Vec<String>], width: usize) -> Vec<Looks> {
    let mut columns = vec![Looks::default(); width];
    for record in records.iter().filter(|record| record.len() == width) {
        for (column, field) in columns.iter_mut().zip(record) {
            match look(field) {
                Look::Blank => column.blank += 1,
                Look::Digits => column.digits += 1,
                Look::Text => column.text += 1,
            }
        }
    }
    columns
}

/// Takes out the blank field without which the record fits the columns best; tells whether there was one.
fn drop_blank(record: &mut Vec<String>, columns: &[Looks]) -> bool {
    let fit = |without: usize| -> usize {
        let rest = record.iter().enumerate().filter(|(at, _)| *at != without);
        let pairs = rest.zip(columns);
        pairs
            .map(|((_, field), column)| column.count(look(field)))
            .sum()
    };
    let blanks = (0..record.len()).filter(|at| record[*at].is_empty());
    match blanks.max_by_key(|at| fit(*at)) {
        Some(at) => {
            record.remove(at);
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Limits;
    use crate::format::read;

    fn table(text: &str) -> Vec<String> {
        let document = read(text.as_bytes(), &Limits::default()).unwrap();
        let records = raw_table(&document.sheets[0].grid);
        records.iter().map(|record| record.join("|")).collect()
    }

    #[test]
    fn titles_above_are_left_out_and_a_second_table_too() {
        let text = "Raportti 2018\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\nx;y\n1;2\n3;4\n";
        assert_eq!(table(text), ["a|b|c", "1|2|3", "4|5|6", "7|8|9"]);
    }

    #[test]
    fn a_surplus_blank_field_is_taken_out_where_the_rest_fits() {
        let text = "Nimi;Määrä;Huom\nKerho;5;\nKahvila;;7;\nKerho;6;\nKerho;8;\n";
        let expected = [
            "Nimi|Määrä|Huom",
            "Kerho|5|",
            "Kahvila|7|",
            "Kerho|6|",
            "Kerho|8|",
        ];
        assert_eq!(table(text), expected);
    }

    #[test]
    fn a_file_without_a_header_begins_with_its_data() {
        assert_eq!(table("1;2\n3;4\n"), ["1|2", "3|4"]);
    }
}
