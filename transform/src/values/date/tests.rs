//! Dates as people write them, each with the days it must become.

use chrono::NaiveDate;
use kooste_ingest::grid::CellValue;
use proptest::prelude::*;

use super::*;
use crate::calendar::Month;
use crate::values::Parsed;

fn rule(month: &str) -> DateRule {
    DateRule {
        month: Month::parse(month),
        bounds: DateBounds::NearMonth,
        style: DateStyle::default(),
    }
}

fn read(text: &str, month: &str) -> Parsed<Span> {
    date(CellValue::Text(text), &rule(month))
}

/// `start`, `start/end` or `start/end*sessions`.
fn shown(parsed: &Parsed<Span>) -> String {
    let Some(span) = parsed.value else {
        let finding = &parsed.findings[0];
        return format!("{} {}", finding.code, finding.reason);
    };
    let end = span.end.map(|end| format!("/{end}")).unwrap_or_default();
    let sessions = span
        .sessions
        .map(|count| format!("*{count}"))
        .unwrap_or_default();
    format!("{}{end}{sessions}", span.start)
}

#[test]
fn single_days_are_read_however_they_are_written_r21() {
    for text in [
        "5.10.2018",
        "5.10.2018.",
        "5.10.18.",
        "05.10.2018",
        " 5.10.2018 ",
        "2018-10-05",
        "2018/10/05",
        "20181005",
        "5.10.18",
        "05.10.18",
        "5.10.",
        "5. 10. 2018",
        "pe 5.10.2018",
        "pe. 5.10.",
        "Perjantai 5.10.2018",
        "fre 5.10.2018",
        "5.10.2018 klo 13",
        "5.10.2018 klo 9-11",
        "5.10.2018 klo 9.00–11.00",
        "5.10.2018 kl. 9–11",
        "klo 13.30 5.10.2018",
        "5.10.2018 13:30",
        "5.10.2018 9.00-11.00",
        "2018-10-05T13:30:00",
        "2018-10-05 13:30:00",
        "5. lokakuuta 2018",
        "5 oktober 2018",
        "den 5 oktober 2018",
        "pe 5.10",
        "5.10 klo 17",
        "5.10. lähtien",
        "5:e oktober",
        "Oct 5, 2018",
        "43378",
    ] {
        assert_eq!(shown(&read(text, "2018-10")), "2018-10-05", "{text}");
    }
    assert_eq!(shown(&read("13/10/2018", "2018-10")), "2018-10-13");
    assert_eq!(shown(&read("10/13/2018", "2018-10")), "2018-10-13");
    assert_eq!(shown(&read("10/10/2018", "2018-10")), "2018-10-10");
}

#[test]
fn hours_parts_of_the_day_and_weeks_beside_a_day_fall_away_r21() {
    for text in [
        "9-11 5.10.2018",
        "17-19 5.10.",
        "5.10.2018 17-19",
        "5.10. 9-11",
        "5.10. 17–19",
        "5.10.2018\n17-19",
        "pe 5.10. 9-11",
        "5.10. ilta",
        "5.10. (vko 40)",
        "vko 40, pe 5.10.",
        "5.10. kväll",
    ] {
        assert_eq!(shown(&read(text, "2018-10")), "2018-10-05", "{text}");
    }
    // Hours or days: nothing tells.
    assert_eq!(
        shown(&read("4-6 15.10.", "2018-10")),
        "type-error not-a-date"
    );
    assert_eq!(shown(&read("9-11", "2018-10")), "type-error not-a-date");
}

#[test]
fn a_year_may_stand_behind_a_space_or_dash_r21() {
    for text in [
        "13/10 2018",
        "13/10-18",
        "13/10 -18",
        "13.10 -18",
        "13.10.-18",
        "13.10. -18",
    ] {
        assert_eq!(shown(&read(text, "2018-10")), "2018-10-13", "{text}");
    }
    assert_eq!(
        shown(&read("13.10.-18.10.", "2018-10")),
        "2018-10-13/2018-10-18"
    );
    assert_eq!(
        shown(&read("13/10-18/10", "2018-10")),
        "2018-10-13/2018-10-18"
    );
}

#[test]
fn a_day_without_year_of_a_field_of_any_year_lies_in_the_year_of_the_period_r21() {
    let free = |text: &str, month: &str| {
        let free = DateRule {
            bounds: DateBounds::Century,
            ..rule(month)
        };
        shown(&date(CellValue::Text(text), &free))
    };
    assert_eq!(free("15.1.", "2018-10"), "2018-01-15");
    assert_eq!(free("1.3.", "2018-12"), "2018-03-01");
    assert_eq!(free("31.12.", "2018-10"), "2018-12-31");
    assert_eq!(free("15.11.", "2019-01"), "2018-11-15");
}

#[test]
fn a_range_without_its_start_is_no_day_r21() {
    for text in ["-5.10.2018", "– 5.10."] {
        assert_eq!(
            shown(&read(text, "2018-10")),
            "type-error not-a-date",
            "{text}"
        );
    }
}

#[test]
fn two_numbers_without_a_year_may_be_a_month_with_its_year_r21() {
    assert_eq!(
        shown(&read("10/18", "2018-10")),
        "date-ambiguous day-month-order"
    );
    assert_eq!(shown(&read("18/10", "2018-10")), "2018-10-18");
}

#[test]
fn what_stands_beside_a_day_is_noticed_r21() {
    for text in ["5.10.2018*", "5.10. (siirretty)", "5.10. ¹⁾"] {
        let parsed = read(text, "2018-10");
        assert_eq!(shown(&parsed), "2018-10-05", "{text}");
        assert_eq!(parsed.findings[0].code.name(), "value-corrected");
    }
    assert_eq!(
        shown(&read("5.10.2018 peruttu", "2018-10")),
        "type-error not-a-date"
    );
}

#[test]
fn ranges_give_start_and_end() {
    for (text, month, wanted) in [
        ("3.–4.10.2018", "2018-10", "2018-10-03/2018-10-04"),
        ("3.-4.10.", "2018-10", "2018-10-03/2018-10-04"),
        ("3-4.10.2018", "2018-10", "2018-10-03/2018-10-04"),
        ("3. - 4.10.2018", "2018-10", "2018-10-03/2018-10-04"),
        ("pe–la 5.–6.10.2018", "2018-10", "2018-10-05/2018-10-06"),
        ("3.10.–4.11.2018", "2018-10", "2018-10-03/2018-11-04"),
        ("3.10.2018–4.11.2018", "2018-10", "2018-10-03/2018-11-04"),
        ("24.-27.12.", "2018-12", "2018-12-24/2018-12-27"),
        ("28.12.–3.1.", "2018-12", "2018-12-28/2019-01-03"),
        ("28.12.–3.1.", "2019-01", "2018-12-28/2019-01-03"),
        ("28.12.–3.1.2019", "2018-12", "2018-12-28/2019-01-03"),
        ("28.12.2018–3.1.", "2018-12", "2018-12-28/2019-01-03"),
    ] {
        assert_eq!(shown(&read(text, month)), wanted, "{text}");
    }
    assert_eq!(
        shown(&read("6.–4.10.2018", "2018-10")),
        "type-error end-before-start"
    );
}

#[test]
fn lists_give_first_last_and_how_many() {
    for (text, month, wanted) in [
        ("5.1., 6.1.", "2018-01", "2018-01-05/2018-01-06*2"),
        ("5.1. ja 6.1.2018", "2018-01", "2018-01-05/2018-01-06*2"),
        (
            "5., 12. ja 19.10.2018",
            "2018-10",
            "2018-10-05/2018-10-19*3",
        ),
        (
            "5.10.2018; 12.10.2018",
            "2018-10",
            "2018-10-05/2018-10-12*2",
        ),
        ("5.1.\n6.1.", "2018-01", "2018-01-05/2018-01-06*2"),
        ("5.+6.10.", "2018-10", "2018-10-05/2018-10-06*2"),
        ("1.–2.10., 8.–9.10.", "2018-10", "2018-10-01/2018-10-09"),
    ] {
        assert_eq!(shown(&read(text, month)), wanted, "{text}");
    }
}

#[test]
fn a_day_without_a_year_lies_near_the_period() {
    assert_eq!(shown(&read("28.12.", "2019-01")), "2018-12-28");
    assert_eq!(shown(&read("8.1.", "2018-12")), "2019-01-08");
    let nowhere = DateRule {
        month: None,
        ..rule("2018-10")
    };
    assert_eq!(
        shown(&date(CellValue::Text("5.10."), &nowhere)),
        "type-error year-missing"
    );
}

#[test]
fn the_order_around_slashes_is_shown_by_the_column_or_not_guessed() {
    let parsed = read("5/10/2018", "2018-10");
    assert_eq!(shown(&parsed), "date-ambiguous day-month-order");
    assert_eq!(parsed.findings[0].expected, "2018-10-05 / 2018-05-10");
    let with = |others: &[&str]| {
        let cells = others.iter().map(|text| CellValue::Text(text));
        let style = DateStyle::of_column(cells, Month::parse("2018-10"));
        shown(&date(
            CellValue::Text("5/10/2018"),
            &DateRule {
                style,
                ..rule("2018-10")
            },
        ))
    };
    assert_eq!(with(&["13/10/2018"]), "2018-10-05");
    assert_eq!(with(&["3/10", "15/10, 22/10"]), "2018-10-05");
    assert_eq!(with(&["3/10", "10/15"]), "date-ambiguous day-month-order");
    assert_eq!(with(&["10/13/2018"]), "2018-05-10");
    assert_eq!(
        with(&["13/10/2018", "10/13/2018"]),
        "date-ambiguous day-month-order"
    );
    assert_eq!(
        with(&["2018/10/13", "5.10.2018"]),
        "date-ambiguous day-month-order"
    );
}

#[test]
fn a_number_like_a_day_and_month_needs_the_column() {
    let number = |number, others: &[CellValue<'_>], month: &str| {
        let style = DateStyle::of_column(others.iter().copied(), Month::parse(month));
        shown(&date(
            CellValue::Number(number),
            &DateRule {
                style,
                ..rule(month)
            },
        ))
    };
    assert_eq!(
        number(16.12, &[], "2018-12"),
        "date-ambiguous day-month-number"
    );
    assert_eq!(
        number(16.12, &[CellValue::Text("5.12.")], "2018-12"),
        "2018-12-16"
    );
    assert_eq!(
        number(16.1, &[CellValue::Text("5.10.")], "2018-10"),
        "2018-10-16"
    );
    assert_eq!(
        number(16.1, &[CellValue::Text("5.3.")], "2018-03"),
        "date-ambiguous day-month-number"
    );
    let all: Vec<_> = [3.12, 5.12, 16.12].map(CellValue::Number).to_vec();
    assert_eq!(number(16.12, &all, "2018-12"), "2018-12-16");
    assert_eq!(
        shown(&read("16.12", "2018-12")),
        "date-ambiguous day-month-number"
    );
}

#[test]
fn what_is_no_day_is_refused() {
    for (text, wanted) in [
        ("31.11.2018", "type-error impossible-date"),
        ("30.2.", "type-error impossible-date"),
        ("5.13.2018", "type-error impossible-date"),
        ("lokakuu", "type-error not-a-date"),
        ("lokakuu 2018", "type-error not-a-date"),
        ("2018", "type-error not-a-date"),
        ("syksyllä", "type-error not-a-date"),
        ("5.", "type-error not-a-date"),
        ("5.10.2016", "type-error far-from-month"),
        ("5.10.1918", "type-error year-out-of-range"),
        ("5.10.2018 Espoo", "type-error not-a-date"),
    ] {
        assert_eq!(shown(&read(text, "2018-10")), wanted, "{text}");
    }
    let free = DateRule {
        bounds: DateBounds::Century,
        ..rule("2018-10")
    };
    assert_eq!(
        shown(&date(CellValue::Text("5.10.2016"), &free)),
        "2016-10-05"
    );
}

#[test]
fn serials_of_workbooks_are_days() {
    let cell = |cell| shown(&date(cell, &rule("2018-10")));
    assert_eq!(cell(CellValue::Date(43_378.0)), "2018-10-05");
    assert_eq!(cell(CellValue::Date(43_378.562_5)), "2018-10-05");
    assert_eq!(cell(CellValue::Number(43_378.0)), "2018-10-05");
    assert_eq!(cell(CellValue::Number(41_916.0)), "2018-10-05");
    assert_eq!(cell(CellValue::Number(20_181_005.0)), "2018-10-05");
    assert_eq!(cell(CellValue::Date(0.5)), "type-error not-a-date");
    assert_eq!(
        cell(CellValue::Number(2018.0)),
        "type-error year-out-of-range"
    );
}

proptest! {
    #[test]
    fn every_day_survives_writing_and_reading(days in 0_u64..36_524, form in 0_usize..4) {
        let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(days);
        let text = match form {
            0 => day.format("%Y-%m-%d"),
            1 => day.format("%-d.%-m.%Y"),
            2 => day.format("%d.%m.%Y"),
            _ => day.format("%-d.%-m.%y"),
        };
        let free = DateRule { bounds: DateBounds::Century, ..rule("2018-10") };
        prop_assert_eq!(date(CellValue::Text(&text.to_string()), &free), Parsed::exact(Span::day(day)));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[0-9./, jaklo–-]{0,24}|\\PC*") {
        let _ = read(&text, "2018-10");
        let _ = DateStyle::of_column([CellValue::Text(&text)], None);
    }
}
