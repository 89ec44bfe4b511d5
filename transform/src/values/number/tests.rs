//! Numbers as people write them, each with the value it must become.

use kooste_ingest::grid::CellValue;
use kooste_ingest::issue::Code;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::facts::{MissingReason, Quality};
use crate::values::Parsed;

fn persons(text: &str) -> Parsed<i32> {
    count(CellValue::Text(text), &NumberRule::count(Unit::Persons))
}

fn hours(text: &str) -> Parsed<Decimal> {
    number(CellValue::Text(text), &NumberRule::decimal(Unit::Hours))
}

fn euros(text: &str) -> Parsed<Decimal> {
    number(CellValue::Text(text), &NumberRule::money())
}

fn shown(parsed: &Parsed<Decimal>) -> String {
    parsed
        .value
        .map_or_else(|| "none".into(), |value| value.normalize().to_string())
}

fn code<T>(parsed: &Parsed<T>) -> Option<(Code, &'static str)> {
    parsed
        .findings
        .first()
        .map(|finding| (finding.code, finding.reason))
}

#[test]
fn clean_counts_are_exact() {
    for (text, value) in [
        ("15", 15),
        (" 15 ", 15),
        ("1 234", 1234),
        ("15,0", 15),
        ("15 hlö", 15),
        ("15hlö", 15),
        ("20 %", 20),
        ("3 kpl", 3),
        ("0", 0),
    ] {
        assert_eq!(persons(text), Parsed::exact(value), "{text}");
    }
    let cell = |cell| count(cell, &NumberRule::count(Unit::Persons));
    assert_eq!(cell(CellValue::Number(15.0)), Parsed::exact(15));
    assert_eq!(cell(CellValue::Percent(0.2)), Parsed::exact(20));
    assert_eq!(
        cell(CellValue::Number(2.999_999_999_999_999_6)),
        Parsed::exact(3)
    );
}

#[test]
fn approximations_keep_number_and_quality_r19() {
    for (text, value, quality) in [
        ("noin 5", 5, Quality::Approximate),
        ("n. 5", 5, Quality::Approximate),
        ("~5", 5, Quality::Approximate),
        ("ca 5", 5, Quality::Approximate),
        ("noin 15 hlö", 15, Quality::Approximate),
        ("15 (arvio)", 15, Quality::Approximate),
        ("Kymmenkunta", 10, Quality::Approximate),
        ("kymmenkunta henkilöä", 10, Quality::Approximate),
        ("viitisenkymmentä", 50, Quality::Approximate),
        ("puolisensataa", 50, Quality::Approximate),
        ("ett tjugotal", 20, Quality::Approximate),
        ("Ett tiotal personer", 10, Quality::Approximate),
        ("yli 20", 20, Quality::LowerBound),
        (">20", 20, Quality::LowerBound),
        ("20+", 20, Quality::LowerBound),
        ("20 + hlö", 20, Quality::LowerBound),
        ("vähintään 20", 20, Quality::LowerBound),
        ("över 20", 20, Quality::LowerBound),
        ("yli kahdenkymmenen", 20, Quality::LowerBound),
        ("alle 10", 10, Quality::UpperBound),
        ("<10", 10, Quality::UpperBound),
        ("enintään 10", 10, Quality::UpperBound),
        ("högst 10", 10, Quality::UpperBound),
        ("under 10", 10, Quality::UpperBound),
    ] {
        let parsed = persons(text);
        assert_eq!(
            (parsed.value, parsed.quality),
            (Some(value), Some(quality)),
            "{text}"
        );
        assert!(parsed.findings.is_empty(), "{text}");
    }
}

#[test]
fn a_range_of_counts_is_its_midpoint_rounded_up() {
    for text in ["5-10", "5–10", "5 – 10 hlö", "noin 5-10", "5...10"] {
        let parsed = persons(text);
        assert_eq!(
            (parsed.value, parsed.quality),
            (Some(8), Some(Quality::Range)),
            "{text}"
        );
        assert_eq!(
            (parsed.low, parsed.high),
            (Some(Decimal::from(5)), Some(Decimal::from(10)))
        );
    }
    assert_eq!(code(&persons("10-5")), Some((Code::TypeError, "range")));
    assert_eq!(code(&hours("5-10")), Some((Code::TypeError, "range")));
}

#[test]
fn vague_words_are_missing_with_their_quality() {
    for text in [
        "muutama",
        "Useita",
        "några",
        "flera",
        "useita kymmeniä",
        "ett antal",
        "muutamia kertoja",
    ] {
        let parsed = persons(text);
        assert_eq!(
            (parsed.value, parsed.quality),
            (None, Some(Quality::Vague)),
            "{text}"
        );
        assert!(parsed.missing.is_some());
    }
}

#[test]
fn nothing_is_kept_apart_from_zero_r20() {
    assert_eq!(persons("").missing, Some(MissingReason::NotReported));
    assert_eq!(persons("-").missing, Some(MissingReason::NotReported));
    assert_eq!(persons("..").missing, Some(MissingReason::NotApplicable));
    assert_eq!(persons("ei tietoa").missing, Some(MissingReason::Unknown));
    assert_eq!(persons("ei yhtään"), Parsed::exact(0));
    let zero = NumberRule {
        dash_is_zero: true,
        ..NumberRule::count(Unit::Persons)
    };
    assert_eq!(count(CellValue::Text("–"), &zero), Parsed::exact(0));
    assert_eq!(count(CellValue::Text(""), &zero).value, None);
}

#[test]
fn an_ambiguous_thousand_is_decided_by_the_column_or_not_at_all() {
    for text in ["1.234", "1,234", "n. 1.234", "-1,234"] {
        assert_eq!(
            code(&euros(text)),
            Some((Code::NumberAmbiguous, "")),
            "{text}"
        );
    }
    assert_eq!(code(&persons("1.234")), Some((Code::NumberAmbiguous, "")));
    let comma = NumberStyle::of_column([CellValue::Text("12,50"), CellValue::Text("3")]);
    let rule = NumberRule::money().with_style(comma);
    assert_eq!(shown(&number(CellValue::Text("1.234"), &rule)), "1234");
    assert_eq!(shown(&number(CellValue::Text("1,234"), &rule)), "1.23");
}

#[test]
fn fractions_negatives_and_values_out_of_bounds_are_refused() {
    assert_eq!(
        code(&persons("2,5")),
        Some((Code::ConstraintError, "fraction"))
    );
    assert_eq!(
        code(&persons("-3")),
        Some((Code::ConstraintError, "negative"))
    );
    assert_eq!(
        code(&persons("noin 2,5")),
        Some((Code::ConstraintError, "fraction"))
    );
    assert_eq!(
        code(&persons("99999999999")),
        Some((Code::ConstraintError, "above-maximum"))
    );
    assert_eq!(
        code(&hours("5.10.")),
        Some((Code::TypeError, "not-a-number"))
    );
    assert_eq!(
        code(&hours("-1")),
        Some((Code::ConstraintError, "negative"))
    );
    let score = NumberRule {
        min: Some(Decimal::ONE),
        max: Some(Decimal::from(5)),
        ..NumberRule::decimal(Unit::Any)
    };
    let parsed = number(CellValue::Text("5,5"), &score);
    assert_eq!(
        code(&parsed),
        Some((Code::ConstraintError, "above-maximum"))
    );
    assert_eq!(parsed.findings[0].expected, "1–5");
    assert_eq!(parsed.missing, Some(MissingReason::Error));
}

#[test]
fn units_are_understood_where_they_fit() {
    for (text, value) in [
        ("2 h", "2"),
        ("1,5h", "1.5"),
        ("1,5 tuntia", "1.5"),
        ("1 h 30 min", "1.5"),
        ("90 min", "1.5"),
        ("1:30", "1.5"),
    ] {
        assert_eq!(shown(&hours(text)), value, "{text}");
    }
    assert_eq!(
        shown(&number(
            CellValue::Date(0.0625),
            &NumberRule::decimal(Unit::Hours)
        )),
        "1.5"
    );
    assert_eq!(code(&persons("12 €")), Some((Code::TypeError, "unit")));
    let parsed = persons("15 sammakkoa");
    assert_eq!(code(&parsed), Some((Code::TypeError, "not-a-number")));
    assert_eq!(parsed.findings[0].suggestion, "15");
    for several in [
        "15 + 2",
        "12 / 15",
        "10 aikuista, 5 lasta",
        "2x15",
        "1e3",
        "12 tuhatta",
    ] {
        assert_eq!(persons(several).findings[0].suggestion, "", "{several}");
    }
    for text in [
        "abc",
        "x",
        "5.10.2018",
        "15 + 2",
        "1 2 3",
        "12 / 15",
        "1E5",
        "TRUE",
    ] {
        assert_eq!(
            code(&persons(text)).map(|found| found.0),
            Some(Code::TypeError),
            "{text}"
        );
    }
    let date = count(CellValue::Date(43_378.0), &NumberRule::count(Unit::Persons));
    assert_eq!(code(&date), Some((Code::TypeError, "date-for-number")));
}

#[test]
fn money_keeps_cents_exactly() {
    for (text, value) in [
        ("1 234,50 €", "1234.5"),
        ("€ 12", "12"),
        ("12,-", "12"),
        ("-45,10", "-45.1"),
        ("\u{2212}45,10", "-45.1"),
        ("1.234,56", "1234.56"),
        ("12 t€", "12000"),
        ("0.30000000000000004", "0.3"),
        ("EUR 12,5", "12.5"),
    ] {
        assert_eq!(shown(&euros(text)), value, "{text}");
    }
    let cell = |number_| number(CellValue::Number(number_), &NumberRule::money());
    assert_eq!(
        cell(0.1 + 0.2),
        Parsed::exact(Decimal::new(30, 2).normalize())
    );
    assert_eq!(
        cell(1_234.560_000_000_1),
        Parsed::exact(Decimal::new(123_456, 2))
    );
    let rounded = cell(12.345);
    assert_eq!(shown(&rounded), "12.35");
    assert_eq!(code(&rounded), Some((Code::ValueCorrected, "rounded")));
    assert_eq!(shown(&euros("1234,565")), "1234.57");
    assert_eq!(shown(&cell(-1.005)), "-1.01");
}

proptest! {
    #[test]
    fn every_amount_of_cents_survives_writing_and_reading(cents in -99_999_999_999_i64..99_999_999_999, comma: bool) {
        let amount = Decimal::new(cents, 2);
        let text = amount.to_string().replace('.', if comma { "," } else { "." });
        prop_assert_eq!(euros(&text).value, Some(amount));
    }

    #[test]
    fn every_amount_of_cents_survives_a_workbook_r28(cents in -99_999_999_999_i64..99_999_999_999) {
        let amount = Decimal::new(cents, 2);
        let binary: f64 = amount.to_string().parse().unwrap();
        prop_assert_eq!(number(CellValue::Number(binary), &NumberRule::money()), Parsed::exact(amount.normalize()));
    }

    #[test]
    fn grouped_thousands_read_as_the_plain_number(value in 0_i32..=100_000, space in prop::sample::select(vec![" ", "\u{a0}", "\u{202f}", "'"])) {
        let digits = value.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(space);
            }
            grouped.push(digit);
        }
        prop_assert_eq!(persons(&grouped).value, Some(value));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC*") {
        let _ = (persons(&text), hours(&text), euros(&text));
    }
}

#[test]
fn signs_of_fractions_are_decimals_r17() {
    for (text, value) in [
        ("2½", "2.5"),
        ("2 ½ h", "2.5"),
        ("½", "0.5"),
        ("1¼ t", "1.25"),
        ("¾ h", "0.75"),
    ] {
        assert_eq!(
            hours(text)
                .value
                .map(|value| value.normalize().to_string())
                .as_deref(),
            Some(value),
            "{text}"
        );
    }
    assert_eq!(
        code(&persons("2½")),
        Some((Code::ConstraintError, "fraction"))
    );
}

#[test]
fn marks_of_footnotes_are_noticed_and_no_part_of_a_number_r17() {
    for (text, value) in [
        ("12*", "12"),
        ("12¹⁾", "12"),
        ("12 1)", "12"),
        ("1 234 hlö *", "1234"),
    ] {
        let parsed = persons(text);
        assert_eq!(parsed.value.unwrap().to_string(), value, "{text}");
        assert_eq!(code(&parsed), Some((Code::ValueCorrected, "")), "{text}");
    }
    assert_eq!(persons("12 (2)").value, None);
}

#[test]
fn no_record_has_more_hours_than_a_month_r18() {
    assert_eq!(
        code(&hours("900")),
        Some((Code::ConstraintError, "above-maximum"))
    );
    assert_eq!(hours("744").value, Some(Decimal::from(744)));
}

#[test]
fn hours_as_many_as_minutes_are_read_and_said_r17() {
    for text in ["90", "45", "120"] {
        let parsed = hours(text);
        assert_eq!(parsed.value.unwrap().to_string(), text);
        assert_eq!(
            code(&parsed),
            Some((Code::RowConstraint, "minutes")),
            "{text}"
        );
    }
    for text in ["1.5", "8", "40", "90 h", "42"] {
        assert_eq!(code(&hours(text)), None, "{text}");
    }
    assert_eq!(hours("90 min").value, Some(Decimal::new(15, 1)));
}

#[test]
fn numbers_over_a_line_break_or_tab_are_two_r17() {
    for text in ["100\n200", "1\t234", "100\u{2028}200", "1\u{b}234"] {
        assert_eq!(
            code(&euros(text)),
            Some((Code::TypeError, "not-a-number")),
            "{text:?}"
        );
        assert_eq!(
            code(&persons(text)),
            Some((Code::TypeError, "not-a-number")),
            "{text:?}"
        );
    }
    assert_eq!(persons("15\nhlö"), Parsed::exact(15));
}

#[test]
fn credits_are_negative_amounts_of_money_r28() {
    for text in [
        "(12,30)",
        "12,30-",
        "(12,30 €)",
        "(€ 12,30)",
        "12,30- €",
        "12,30\u{2212}",
    ] {
        let parsed = euros(text);
        assert_eq!(shown(&parsed), "-12.3", "{text}");
        assert_eq!(
            code(&parsed),
            Some((Code::ValueCorrected, "negative")),
            "{text}"
        );
    }
    assert_eq!(shown(&euros("12,-")), "12");
    assert_eq!(shown(&euros("-12,30")), "-12.3");
    assert_eq!(euros(" -   € ").missing, Some(MissingReason::NotReported));
    let hours = hours("12-");
    assert_eq!(hours.findings[0].suggestion, "");
}
