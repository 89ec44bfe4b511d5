//! What the tests of this crate share: a small region in October 2018, with hostile text among its names and answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::{
    Answer, AreaMonth, BoardEntry, CategoryMonth, Code, Coverage, Figures, FundingMonth,
    IndicatorMonth, KeyFigure, MunicipalityMonth, Name, Names, Organisation, OwedReport,
    QualityCount, Rate, Region, Remark, RunStamp, TypeCount,
};

/// Text that must stay text wherever it is shown.
pub(crate) const HOSTILE: &str = "<script>alert('x')</script> & \"<b>\" {{ 7 * 7 }}";

/// First day of a month.
pub(crate) fn month(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap()
}

/// A number as written.
pub(crate) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn name(text: &str) -> Name {
    Name {
        fi: text.to_owned(),
        sv: format!("{text} sv"),
        en: format!("{text} en"),
    }
}

fn code(code: &str, people: bool) -> Code {
    Code {
        code: code.to_owned(),
        label: name(code),
        unit: None,
        counts_people: people,
    }
}

fn names() -> Names {
    let organisation =
        |code: &str, named: &str, kind: &str, municipality: Option<&str>| Organisation {
            code: code.to_owned(),
            name: name(named),
            kind: kind.to_owned(),
            municipality: municipality.map(str::to_owned),
            stored_under: code.to_owned(),
        };
    let list = |codes: &[(&str, bool)]| {
        codes
            .iter()
            .map(|(text, people)| code(text, *people))
            .collect()
    };
    Names {
        region: Region {
            code: "koe".into(),
            name: name("Koemaa"),
            project: name("Koe"),
            first_month: month(2018, 9),
            last_month: month(2018, 12),
            grant_share: Some(number("0.8")),
            min_count: 5,
        },
        organisations: vec![
            organisation("espoo", "Espoon kaupunki", "municipality", Some("049")),
            organisation("vantaa", "Vantaan kaupunki", "municipality", Some("092")),
            organisation("ry", HOSTILE, "ngo", None),
        ],
        forms: vec![("activities".into(), name("Toimenpiteet"))],
        lists: BTreeMap::from([
            (
                "development_area".into(),
                list(&[("I", false), ("II", false)]),
            ),
            ("activity_type".into(), list(&[("meeting", false)])),
            (
                "indicator".into(),
                list(&[("FAMILY_CENTRES_OPERATING", false), ("TRAINED_LP", true)]),
            ),
            ("cost_category".into(), list(&[("salaries", false)])),
            (
                "pilot_stage".into(),
                list(&[("running", false), ("established", false)]),
            ),
            ("question".into(), list(&[("highlights", false)])),
        ]),
        municipalities: BTreeMap::from([
            ("049".into(), name("Espoo")),
            ("092".into(), name("Vantaa")),
        ]),
    }
}

fn board() -> Vec<BoardEntry> {
    [
        ("espoo", "accepted_with_issues", "timely"),
        ("vantaa", "missing", "missing"),
        ("ry", "nil", "late"),
    ]
    .map(|(organisation, state, timeliness)| BoardEntry {
        form: "activities".into(),
        organisation: organisation.into(),
        state: state.into(),
        timeliness: timeliness.into(),
        expected: true,
    })
    .into()
}

fn rates() -> Vec<Rate> {
    let rate = |month, level: &str, organisation: Option<&str>, expected, actual| Rate {
        month,
        level: level.into(),
        form: (level == "form").then(|| "activities".into()),
        organisation: organisation.map(str::to_owned),
        expected,
        actual,
        on_time: actual.min(1),
        rate: Some(Decimal::from(100 * actual / expected)),
        rate_on_time: Some(Decimal::from(100 * actual.min(1) / expected)),
        nil: 0,
        rejected: 0,
    };
    vec![
        rate(month(2018, 9), "region", None, 3, 3),
        rate(month(2018, 10), "region", None, 3, 2),
        rate(month(2018, 10), "form", None, 3, 2),
        rate(month(2018, 10), "organisation", Some("espoo"), 1, 1),
        rate(month(2018, 10), "organisation", Some("vantaa"), 1, 0),
    ]
}

const COVERAGE: Coverage = Coverage {
    expected: 3,
    received: 2,
    nil: 1,
    approximate: 2,
};

fn area(month: NaiveDate, area: &str, groups: [i64; 4]) -> AreaMonth {
    AreaMonth {
        month,
        area: area.into(),
        activities: Some(Decimal::from(2)),
        planned: Some(Decimal::ZERO),
        cancelled: Some(Decimal::ONE),
        sessions: None,
        groups: groups.map(|count| Some(Decimal::from(count))),
        participants: Some(groups.iter().map(|count| Decimal::from(*count)).sum()),
        hours: Some(number("1.5")),
        with_participants: 2,
        coverage: COVERAGE,
    }
}

fn municipality(code: &str, participants: Option<i64>, received: u64) -> MunicipalityMonth {
    MunicipalityMonth {
        month: month(2018, 10),
        municipality: code.into(),
        in_region: true,
        activities: participants.map(|_| Decimal::from(2)),
        shared: Decimal::ZERO,
        sessions: None,
        participants: participants.map(Decimal::from),
        children: None,
        per_1000_children: None,
        expected: 1,
        received,
        approximate: 0,
    }
}

fn indicator(month: NaiveDate, code: &str, time: &str, value: i64) -> IndicatorMonth {
    IndicatorMonth {
        month,
        indicator: code.into(),
        time: time.into(),
        value: Some(Decimal::from(value)),
        previous: None,
        comparable_value: Some(Decimal::from(value)),
        comparable_previous: Some(Decimal::from(value - 6)),
        reporters_comparable: 2,
        with_value: 2,
        expected: 3,
        approximate: 0,
    }
}

fn funding(month: NaiveDate, cumulative: &str) -> FundingMonth {
    FundingMonth {
        month,
        amount: Some(number("1000.00")),
        cumulative: Some(number(cumulative)),
        state_grant: Some(number("8000")),
        budget: Some(number("10000")),
        grant_used: Some(number("1600")),
        own_used: Some(number("400")),
        months_left: 2,
        pace: Some(number("1000")),
        forecast: Some(number("4000")),
    }
}

fn category() -> CategoryMonth {
    CategoryMonth {
        category: "salaries".into(),
        amount: Some(number("1000.00")),
        grant: Some(number("800.00")),
        own: Some(number("200.00")),
        fte_months: None,
        amount_cumulative: Some(number("2000.00")),
        grant_cumulative: Some(number("1600.00")),
        own_cumulative: Some(number("400.00")),
        fte_months_cumulative: None,
        expected: 3,
        received: 2,
    }
}

fn answer() -> Answer {
    Answer {
        organisation: "espoo".into(),
        question: "highlights".into(),
        municipalities: vec!["049".into()],
        answer: HOSTILE.into(),
    }
}

fn key_figure(figure: &str, value: i64, previous: i64) -> KeyFigure {
    KeyFigure {
        month: month(2018, 10),
        figure: figure.into(),
        value: Some(Decimal::from(value)),
        previous: Some(Decimal::from(previous + 10)),
        comparable_value: Some(Decimal::from(value)),
        comparable_previous: Some(Decimal::from(previous)),
        reporters_comparable: 1,
        coverage: COVERAGE,
    }
}

/// The region's October: Espoo reported, Vantaa did not, a society had nothing to tell.
pub(crate) fn october() -> Figures {
    let (september, october) = (month(2018, 9), month(2018, 10));
    Figures {
        month: october,
        trend: vec![september, october],
        names: names(),
        board: board(),
        rates: rates(),
        key_figures: vec![
            key_figure("activities", 4, 2),
            key_figure("participants", 62, 40),
        ],
        areas: vec![
            area(september, "I", [9, 9, 9, 9]),
            area(october, "I", [3, 20, 0, 9]),
            area(october, "II", [30, 0, 0, 0]),
        ],
        types: vec![TypeCount {
            month: october,
            area: "I".into(),
            activity_type: "meeting".into(),
            activities: Decimal::from(4),
        }],
        municipalities: vec![
            municipality("049", Some(62), 1),
            municipality("092", None, 0),
        ],
        municipalities_before: Vec::new(),
        indicators: vec![
            indicator(september, "FAMILY_CENTRES_OPERATING", "stock", 7),
            indicator(october, "FAMILY_CENTRES_OPERATING", "stock", 8),
            indicator(september, "TRAINED_LP", "flow", 12),
            indicator(october, "TRAINED_LP", "flow", 3),
        ],
        categories: vec![category()],
        funding: vec![funding(september, "1000.00"), funding(october, "2000.00")],
        pilots: Vec::new(),
        answers: vec![answer()],
        revisions: Vec::new(),
        told_before: Vec::new(),
        qualities: vec![QualityCount {
            quality: "approximate".into(),
            values: 2,
        }],
        rows_quarantined: 1,
        run: Some(RunStamp {
            run: 3,
            finished_on: NaiveDate::from_ymd_opt(2018, 11, 12).unwrap(),
            finished_time: "08:14".into(),
            version: "0.1.0".into(),
            config_hash: "a3f09bd2".into(),
            programme_hash: "77d01ab2".into(),
        }),
        outlines: None,
    }
}

/// A report of activities that an organisation owes.
pub(crate) fn owed(organisation: &str, state: &str, due_on: Option<NaiveDate>) -> OwedReport {
    let came = state != "missing";
    OwedReport {
        organisation: organisation.into(),
        form: "activities".into(),
        state: state.into(),
        timeliness: if came { "timely" } else { "missing" }.into(),
        expected: true,
        due_on,
        received_on: due_on.filter(|_| came),
        submission: came.then(|| "ab12".to_owned()),
        rows_loaded: 0,
        rows_quarantined: 0,
    }
}

/// A remark on cell B2 of the sheet `Raportti`.
pub(crate) fn remark(organisation: &str, code: &str, severity: &str) -> Remark {
    let text = |language: &str| format!("raportti.xlsx › Raportti!B2: {HOSTILE} {language}");
    Remark {
        code: code.into(),
        severity: severity.into(),
        organisation: organisation.into(),
        submission: "ab12".into(),
        path: "inbox/2018-11/raportti.xlsx".into(),
        sheet: Some("Raportti".into()),
        row: Some(2),
        cell: Some("B2".into()),
        found: Some("=1+1".into()),
        message: Name {
            fi: text("fi"),
            sv: text("sv"),
            en: text("en"),
        },
    }
}

/// A month of which nothing is known.
pub(crate) fn nothing() -> Figures {
    let mut figures = october();
    figures.board.clear();
    figures.rates.clear();
    figures.key_figures.clear();
    figures.areas.clear();
    figures.types.clear();
    figures.municipalities.clear();
    figures.indicators.clear();
    figures.categories.clear();
    figures.funding.clear();
    figures.answers.clear();
    figures.qualities.clear();
    figures.run = None;
    figures.trend.truncate(1);
    figures
}
