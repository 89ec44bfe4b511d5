//! An attack on what pages publish, by linear programming with a solver of others: everything that the pages of several
//! months show is one system of equations, and each closed count must still have room in it.

mod known;
mod sample;

use std::collections::BTreeMap;

use microlp::ComparisonOp;
use rust_decimal::prelude::ToPrimitive as _;

use super::people::{Closed, People};
use crate::figures::Revision;
use crate::language::Language;
use crate::summary::compose;
use crate::summary::page::{Block, Cell, Page, Table};
use crate::testkit::month;
use crate::words::Words;
use known::{BEYOND, Known};
use sample::{Counts, Dice, figures};

fn tables<'a>(page: &'a Page, section: &str) -> Vec<&'a Table> {
    let section = page
        .sections
        .iter()
        .find(|known| known.id == section)
        .unwrap();
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// Adds what a page shows; `version` tells pages of the same month apart.
fn read(known: &mut Known, months: &[Counts], page: &Page, version: &str) {
    let (now, counts) = (months.len() - 1, &months[months.len() - 1]);
    let name = |what: String| format!("{version} month {now} {what}");
    let rows = &tables(page, "areas")[1].rows;
    let truth = |row: usize, column: usize| match (row, column) {
        (2, 4) => counts.region(),
        (2, group) => counts.groups[0][group] + counts.groups[1][group],
        (area, 4) => counts.area(area),
        (area, group) => counts.groups[area][group],
    };
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().take(5).enumerate() {
            known.cell(name(format!("area {at} {column}")), cell, truth(at, column));
        }
        for course in row.cells.iter().skip(5) {
            drawn(known, months, version, at, course);
        }
        let parts: Vec<String> = (0..4)
            .map(|column| name(format!("area {at} {column}")))
            .collect();
        let untold = if at == 2 {
            counts.untold.iter().sum()
        } else {
            counts.untold[at]
        };
        known.sum(&parts, &name(format!("area {at} 4")), -untold);
    }
    for column in 0..5 {
        let parts = [0, 1].map(|at| name(format!("area {at} {column}")));
        known.sum(&parts, &name(format!("area 2 {column}")), 0);
    }
    placed(known, counts, page, &name);
    let Block::Figures(tiles) = &page.sections[0].blocks[0] else {
        panic!("figures first")
    };
    let tile = tiles
        .iter()
        .find(|tile| tile.label == "Osallistujat")
        .unwrap();
    known.cell(name("area 2 4".into()), &tile.value, counts.region());
    if let Some(course) = &tile.course {
        drawn(known, months, version, 2, &Cell::Course(course.clone()));
    }
    if tile.change.is_some() {
        let before = known.count(format!("{version} month {} area 2 4", now - 1));
        let region = known.count(name("area 2 4".into()));
        let difference = counts.region() - months[now - 1].region();
        known.sums.push((
            vec![(region, 1.0), (before, -1.0)],
            ComparisonOp::Eq,
            difference.to_f64().unwrap(),
        ));
    }
    trained(known, months, page);
}

/// Adds the municipalities, whose sum is the region's number where no activity counts in two of them.
fn placed(known: &mut Known, counts: &Counts, page: &Page, name: &dyn Fn(String) -> String) {
    let places: Vec<String> = (0..2)
        .map(|at| name(format!("municipality {at}")))
        .collect();
    for ((row, place), count) in tables(page, "municipalities")[0]
        .rows
        .iter()
        .zip(&places)
        .zip(counts.municipalities)
    {
        known.cell(place.clone(), &row.cells[3], count);
    }
    let more = counts.municipalities.iter().sum::<i64>() - counts.region();
    known.sum(&places, &name("area 2 4".into()), more);
}

/// Adds the participants of an area or the region over the months, as exactly as if each were written.
fn drawn(known: &mut Known, months: &[Counts], version: &str, row: usize, course: &Cell) {
    let Cell::Course(course) = course else {
        panic!("{course:?}")
    };
    assert_eq!(course.months.len(), months.len());
    for (at, ((_, cell), counts)) in course.months.iter().zip(months).enumerate() {
        let truth = match row {
            2 => counts.region(),
            area => counts.area(area),
        };
        known.cell(format!("{version} month {at} area {row} 4"), cell, truth);
    }
}

/// Adds the people trained: the month, its change and the sum.
fn trained(known: &mut Known, months: &[Counts], page: &Page) {
    let now = months.len() - 1;
    // Stocks, where there are any, stand in a table before.
    let row = &tables(page, "family-centres").last().unwrap().rows[0];
    let names: Vec<usize> = (0..=now)
        .map(|at| known.count(format!("trained {at}")))
        .collect();
    known.cell(format!("trained {now}"), &row.cells[0], months[now].trained);
    if let Cell::Course(course) = &row.cells[3] {
        for (at, (_, cell)) in course.months.iter().enumerate() {
            known.cell(format!("trained {at}"), cell, months[at].trained);
        }
    }
    if let Cell::Difference(change, _) = &row.cells[1] {
        let terms = vec![(names[now], 1.0), (names[now - 1], -1.0)];
        known
            .sums
            .push((terms, ComparisonOp::Eq, change.to_f64().unwrap()));
    }
    let terms: Vec<(usize, f64)> = names.iter().map(|at| (*at, 1.0)).collect();
    match &row.cells[2] {
        Cell::Number(sum, _) => known
            .sums
            .push((terms, ComparisonOp::Eq, sum.to_f64().unwrap())),
        Cell::AtLeast(sum) => known
            .sums
            .push((terms, ComparisonOp::Ge, sum.to_f64().unwrap())),
        _ => {}
    }
}

fn page(months: &[Counts], told_before: Vec<Revision>) -> Page {
    let words = Words::of(Language::Finnish);
    compose(&figures(months, told_before), &words, &[Language::Finnish])
}

#[test]
fn pages_of_five_months_tell_no_small_count() {
    let mut dice = Dice(88_172_645_463_325_252);
    let (mut attacked, mut proved) = (0, 0);
    for _ in 0..60 {
        let months: Vec<Counts> = (0..5).map(|_| Counts::random(&mut dice)).collect();
        let mut known = Known::default();
        for end in 1..=months.len() {
            read(
                &mut known,
                &months[..end],
                &page(&months[..end], Vec::new()),
                "told",
            );
        }
        attacked += known.attack();
        proved += proven(&mut known, &months);
    }
    assert!(attacked > 2000, "{attacked}");
    assert!(proved > 200, "{proved}");
}

/// Compares what the last page proves of people trained with what the solver finds; tells how many counts that were.
fn proven(known: &mut Known, months: &[Counts]) -> usize {
    let closed = People::of(&figures(months, Vec::new())).closed;
    let trained: Vec<Closed> = (closed.into_iter())
        .filter(|closed| closed.section == "family-centres")
        .collect();
    for closed in &trained {
        let (column, date) = closed.column.split_once(' ').unwrap();
        let at = (0..months.len())
            .find(|at| {
                month(2018, u32::try_from(*at).unwrap() + 8)
                    .format("%Y-%m")
                    .to_string()
                    == date
            })
            .unwrap();
        let first = if column == "value" { at } else { 0 };
        let terms: Vec<(usize, f64)> = (first..=at)
            .map(|at| (known.count(format!("trained {at}")), 1.0))
            .collect();
        let (low, high) = known.interval(&terms);
        assert_eq!(
            low.round().to_u64(),
            Some(closed.low),
            "{closed:?} {months:?}"
        );
        let bounded = Some(high.round()).filter(|high| *high < BEYOND / 2.0);
        assert_eq!(
            bounded.and_then(|high| high.to_u64()),
            closed.high,
            "{closed:?}"
        );
    }
    trained.len()
}

/// What changed between two versions of a month, as the warehouse tells it.
fn changes(before: &Counts, after: &Counts) -> Vec<Revision> {
    let mut values: BTreeMap<(&str, String, String), (i64, i64)> = BTreeMap::new();
    let columns = ["children", "parents", "professionals", "other"];
    for (area, code) in ["I", "II"].iter().enumerate() {
        let key = format!("koe,2018-08-01,{code}");
        for (group, column) in columns.iter().enumerate() {
            let pair = (before.groups[area][group], after.groups[area][group]);
            values.insert(
                (
                    "monthly_summary",
                    format!("participants_{column}"),
                    key.clone(),
                ),
                pair,
            );
        }
        let pair = (before.area(area), after.area(area));
        values.insert(("monthly_summary", "participants_total".into(), key), pair);
    }
    for (at, code) in ["049", "092"].iter().enumerate() {
        let pair = (before.municipalities[at], after.municipalities[at]);
        values.insert(
            (
                "municipality_summary",
                "participants_total".into(),
                format!("2018-08-01,{code}"),
            ),
            pair,
        );
    }
    let region = (before.region(), after.region());
    values.insert(
        (
            "key_figure",
            "value".into(),
            "2018-08-01,participants".into(),
        ),
        region,
    );
    (values
        .into_iter()
        .filter(|(_, (before, after))| before != after))
    .map(|((mart, column, key), (before, after))| Revision {
        mart: mart.into(),
        column,
        key: key.split(',').map(str::to_owned).collect(),
        month: month(2018, 8),
        before: Some(before.into()),
        after: Some(after.into()),
        cause: "late_report".into(),
        run: 2,
        after_close: false,
    })
    .collect()
}

/// The counts of a month before and after a late report of few people.
struct Late {
    before: Counts,
    after: Counts,
    /// Area and group that it adds to.
    place: (usize, usize),
    count: i64,
}

impl Late {
    fn random(dice: &mut Dice) -> Self {
        let before = Counts::random(dice);
        let mut after = before.clone();
        let place = (
            usize::try_from(dice.below(2)).unwrap(),
            usize::try_from(dice.below(4)).unwrap(),
        );
        let count = dice.below(4) + 1;
        after.groups[place.0][place.1] += count;
        after.municipalities[usize::try_from(dice.below(2)).unwrap()] += count;
        Late {
            before,
            after,
            place,
            count,
        }
    }
}

/// Checks that two versions of a count leave open by how much they differ.
fn assert_untold(known: &mut Known, place: &str, late: i64) {
    let (then, now) = (
        known.count(format!("told month 0 {place}")),
        known.count(format!("now month 0 {place}")),
    );
    let (low, high) = known.interval(&[(now, 1.0), (then, -1.0)]);
    assert!(
        high - low > 3.0 - 1e-6,
        "{place}: {low} to {high}, {late} came late"
    );
}

#[test]
fn a_late_report_of_few_people_is_not_told_by_the_page_before_it_and_after_it() {
    let (mut dice, mut attacked) = (Dice(362_436_069_362_436_069), 0);
    for _ in 0..80 {
        let Late {
            before,
            after,
            place: (area, group),
            count: late,
        } = Late::random(&mut dice);
        let mut known = Known::default();
        let first = std::slice::from_ref(&before);
        read(&mut known, first, &page(first, Vec::new()), "told");
        let second = std::slice::from_ref(&after);
        read(
            &mut known,
            second,
            &page(second, changes(&before, &after)),
            "now",
        );
        for place in [
            format!("area {area} {group}"),
            format!("area {area} 4"),
            "area 2 4".to_owned(),
        ] {
            assert_untold(&mut known, &place, late);
            attacked += 1;
        }
    }
    assert_eq!(attacked, 240);
}

#[test]
fn a_late_report_of_few_people_is_not_told_by_the_line_over_the_months_of_the_next_page() {
    let (mut dice, mut attacked) = (Dice(521_288_629_521_288_629), 0);
    for _ in 0..80 {
        let Late {
            before,
            after,
            place: (area, _),
            count: late,
        } = Late::random(&mut dice);
        let mut known = Known::default();
        let first = std::slice::from_ref(&before);
        read(&mut known, first, &page(first, Vec::new()), "told");
        let second = [after.clone(), Counts::random(&mut dice)];
        let changed = changes(&before, &after);
        read(&mut known, &second, &page(&second, changed), "now");
        let areas = [0, 1].map(|at| format!("now month 0 area {at} 4"));
        known.sum(&areas, "now month 0 area 2 4", 0);
        for place in [format!("area {area} 4"), "area 2 4".to_owned()] {
            assert_untold(&mut known, &place, late);
            attacked += 1;
        }
    }
    assert_eq!(attacked, 160);
}
