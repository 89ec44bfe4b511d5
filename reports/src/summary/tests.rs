//! The whole page of a small region.

use super::compose;
use super::page::{Block, Cell, Page};
use crate::figures::{Outlines, Revision};
use crate::language::Language;
use crate::render::html;
use crate::suppression::People;
use crate::testkit::{month, nothing, october};
use crate::words::Words;

const LANGUAGES: [Language; 3] = [Language::Finnish, Language::Swedish, Language::English];

fn page(language: Language) -> (Page, String) {
    let words = Words::of(language);
    let page = compose(&october(), &words, &LANGUAGES);
    let html = html::page(&page, &words).unwrap();
    (page, html)
}

/// The text of a page without its markup.
fn text(html: &str) -> String {
    let (_, body) = html.split_once("<header>").unwrap();
    let body = body.split("<script>").next().unwrap();
    let mut text = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text
}

#[test]
fn the_finnish_page_counts_and_inflects() {
    let (_, html) = page(Language::Finnish);
    let text = text(&html);
    for sentence in [
        "Koemaa: kooste ohjausryhmälle, lokakuu\u{a0}2018",
        "Lokakuulta\u{a0}2018 saatiin 2 raporttia 3:sta, niistä yksi määräajassa.",
        "Yksi raportoija ei lähettänyt mitään käyttökelpoista: Vantaan kaupunki.",
        "Toimenpiteitä oli 4, ja niihin osallistui 62 henkilöä.",
        "Toimintaa oli yhdessä kunnassa 2:sta.",
        "2 raportoijaa 3:sta, 2 likimääräistä arvoa, yksi nollaraportti",
        "+22 (+55\u{a0}%) samalla raportoijalla",
        "kaikkiaan +12",
        "lokakuu\u{a0}2018",
        "joulukuun\u{a0}2018 loppuun",
        "ajo 3, 12.11.2018 8.14 UTC",
    ] {
        assert!(text.contains(sentence), "{sentence}");
    }
}

#[test]
fn no_text_is_without_words_in_any_language() {
    let keys = |source: &str| -> Vec<String> {
        source
            .lines()
            .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    };
    let finnish = keys(include_str!("../../locales/fi.ftl"));
    assert_eq!(keys(include_str!("../../locales/sv.ftl")), finnish);
    assert_eq!(keys(include_str!("../../locales/en.ftl")), finnish);
    for language in LANGUAGES {
        let (_, html) = page(language);
        for key in [
            "coverage-",
            "column-",
            "state-",
            "figure-",
            "sentence-",
            "definition-",
        ] {
            let shown = text(&html).contains(key);
            assert!(!shown, "a text is missing in {language:?}: {key}…");
        }
    }
}

#[test]
fn what_reporters_write_stays_text() {
    for language in LANGUAGES {
        let (_, html) = page(language);
        assert_eq!(html.matches("<script").count(), 1, "our own, {language:?}");
        assert!(html.contains("&lt;script&gt;"), "{language:?}");
        assert!(html.contains("{{ 7 * 7 }}"), "{language:?}");
    }
}

#[test]
fn the_same_figures_give_the_same_bytes() {
    assert_eq!(page(Language::Finnish).1, page(Language::Finnish).1);
}

#[test]
fn a_small_count_is_told_nowhere_on_the_page() {
    let (page, html) = page(Language::Finnish);
    let tables = page.sections.iter().flat_map(|section| &section.blocks);
    let participants = tables
        .filter_map(|block| match block {
            Block::Table(table) if table.caption == "Osallistujat ryhmittäin" => Some(table),
            _ => None,
        })
        .next()
        .unwrap();
    // Three children of area I are small; 9 others and the other area's children keep them from being computed.
    assert_eq!(participants.rows[0].cells[0], Cell::Small(4));
    assert_eq!(participants.rows[0].cells[3], Cell::Hidden);
    assert_eq!(participants.rows[1].cells[0], Cell::Hidden);
    assert!(html.contains("1–4: henkilömäärä on niin pieni, ettei sitä näytetä."));
    // Three more people trained: neither the month nor the sum tells them.
    assert!(!html.contains("15</td>"), "12 and 3 are not added up");
    assert!(html.contains("≥\u{a0}12"));
}

#[test]
fn headings_are_in_order_and_ids_are_unique() {
    let (_, html) = page(Language::Swedish);
    let mut level = 1;
    for part in html.split("<h").skip(1) {
        let Some(next) = part.chars().next().and_then(|digit| digit.to_digit(10)) else {
            continue;
        };
        assert!(next <= level + 1, "h{next} after h{level}");
        level = next;
    }
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn a_month_without_anything_is_still_a_page() {
    let figures = nothing();
    for language in LANGUAGES {
        let words = Words::of(language);
        let page = compose(&figures, &words, &[language]);
        assert_eq!(page.sections.len(), 10);
        html::page(&page, &words).unwrap();
    }
}

#[test]
fn the_map_shows_what_the_table_shows() {
    let mut figures = october();
    let square = |west: i64| {
        let (east, south, north) = (west + 9000, 6_680_000, 6_690_000);
        vec![
            (west, south),
            (west, north),
            (east, north),
            (east, south),
            (west, south),
        ]
    };
    figures.outlines = Some(Outlines {
        first_year: 2017,
        last_year: 2019,
        attribution: "Lantmäteriverket".into(),
        rings: [("049", 370_000), ("092", 379_000)]
            .map(|(code, west)| (code.to_owned(), vec![square(west)]))
            .into(),
    });
    let words = Words::of(Language::English);
    let html = html::page(&compose(&figures, &words, &LANGUAGES), &words).unwrap();
    assert!(html.contains("Map: Activities"), "no children are known");
    assert!(html.contains("<title>Espoo en: 2</title>"));
    assert!(
        html.contains("<title>Vantaa en: …</title>"),
        "nobody reported"
    );
    assert!(html.contains("Boundaries of municipalities: Lantmäteriverket."));
    assert_eq!(
        html.matches("class=\"map-drawing").count(),
        2,
        "screen and phone"
    );
}

fn revision(mart: &str, column: &str, key: &str, values: (i64, i64)) -> Revision {
    Revision {
        mart: mart.into(),
        column: column.into(),
        key: key.split(',').map(str::to_owned).collect(),
        month: month(2018, 9),
        before: Some(values.0.into()),
        after: Some(values.1.into()),
        cause: "late_report".into(),
        run: 4,
        after_close: false,
    }
}

#[test]
fn what_changed_since_the_last_report_is_told_with_its_cause() {
    let mut figures = october();
    let key = "koe,2018-09-01,II";
    figures.revisions = vec![
        revision("monthly_summary", "activities", key, (2, 5)),
        revision("key_figure", "value", "2018-09-01,participants", (40, 42)),
        revision("key_figure", "value", "2018-09-01,costs_eur", (900, 1000)),
        revision("monthly_summary", "participants_children", key, (8, 10)),
    ];
    figures.revisions[2].after_close = true;
    for (language, words) in [
        (
            Language::Finnish,
            [
                "Aiempien kuukausien luvuista 4 on muuttunut",
                "myöhästynyt raportti sulkemisen jälkeen, ajo 4",
                "Yksi kehittämiskokonaisuuden tai kunnan osallistujamäärä muuttui",
            ],
        ),
        (
            Language::Swedish,
            [
                "4 siffror för tidigare månader",
                "försenad rapport efter stängningen, körning 4",
                "Ett antal deltagare i en utvecklingshelhet eller kommun ändrades",
            ],
        ),
        (
            Language::English,
            [
                "4 figures of earlier months",
                "late report after closing, run 4",
                "One number of participants of an area or municipality changed",
            ],
        ),
    ] {
        let words_of = Words::of(language);
        let page = compose(&figures, &words_of, &LANGUAGES);
        let html = html::page(&page, &words_of).unwrap();
        for text in words {
            assert!(html.contains(text), "{text}");
        }
        let section = &page.sections[8];
        assert_eq!(section.id, "revisions");
        let Block::Table(table) = &section.blocks[0] else {
            panic!("a table first")
        };
        let cells: Vec<&[Cell]> = table.rows.iter().map(|row| &row.cells[1..4]).collect();
        let plain = |value: i64| Cell::Number(value.into(), 0);
        // The region first; 42 participants instead of 40 would tell that two came late.
        assert_eq!(cells[0], [plain(40), Cell::Hidden, Cell::Hidden]);
        let euros = |value: i64| Cell::Euros(value.into(), 0);
        assert_eq!(
            cells[1],
            [euros(900), euros(1000), Cell::Difference(100.into(), 0)]
        );
        assert_eq!(
            cells[2],
            [plain(2), plain(5), Cell::Difference(3.into(), 0)]
        );
        assert_eq!(table.rows.len(), 3, "participants of areas are not listed");
    }
}

#[test]
fn a_figure_that_differs_little_from_what_was_told_is_hidden_on_every_page() {
    let mut figures = october();
    let october = month(2018, 10);
    figures.told_before = vec![
        Revision {
            month: october,
            ..revision("key_figure", "value", "2018-10-01,participants", (60, 62))
        },
        Revision {
            month: october,
            ..revision(
                "monthly_summary",
                "participants_total",
                "koe,2018-10-01,I",
                (30, 32),
            )
        },
    ];
    let words = Words::of(Language::Finnish);
    let page = compose(&figures, &words, &LANGUAGES);
    let mut html = html::page(&page, &words).unwrap();
    for figure in page.traced() {
        html = html.replace(figure.id, "");
    }
    let told = text(&html);
    let at = told.find("62");
    assert_eq!(at.map(|at| &told[at.saturating_sub(40)..at + 2]), None);
}

#[test]
fn a_count_that_is_hidden_elsewhere_is_not_told_as_changed() {
    let mut figures = october();
    let steps = |values| revision("key_figure", "value", "2018-09-01,participants", values);
    // The first change was hidden; the second one is large, and tells what came before it.
    figures.told_before = vec![steps((100, 103)), steps((103, 133))];
    figures.revisions = vec![steps((103, 133))];
    let words = Words::of(Language::Finnish);
    let page = compose(&figures, &words, &LANGUAGES);
    let Block::Table(table) = &page.sections[8].blocks[0] else {
        panic!("a table first")
    };
    assert_eq!(table.rows[0].cells[1..4], [const { Cell::Hidden }; 3]);
}

#[test]
fn what_municipalities_leave_of_the_region_tells_no_small_count() {
    let shown = |counts: [(i64, i64); 2]| {
        let mut figures = october();
        for (entry, (count, shared)) in figures.municipalities.iter_mut().zip(counts) {
            entry.participants = Some(count.into());
            entry.shared = shared.into();
        }
        let people = People::of(&figures);
        ["049", "092"].map(|place| matches!(people.municipality(place), Cell::Number(..)))
    };
    // 62 in the region: 3 in no municipality; 3 in both; many in none or both.
    assert_ne!(shown([(30, 0), (29, 0)]), [true, true]);
    assert_ne!(shown([(40, 1), (25, 1)]), [true, true]);
    assert_eq!(shown([(30, 0), (12, 0)]), [true, true]);
    assert_eq!(shown([(40, 1), (52, 1)]), [true, true]);
}

#[test]
fn two_comparisons_that_share_a_month_tell_no_small_count_of_it() {
    let changes = |whole: i64| {
        let mut figures = october();
        let now = figures.key_figures.iter_mut();
        let now = now.filter(|entry| entry.figure == "participants").last();
        let now = now.unwrap();
        now.previous = Some(whole.into());
        now.comparable_previous = Some(60.into());
        now.comparable_value = now.value;
        let mut before = now.clone();
        before.month = month(2018, 9);
        before.value = Some(whole.into());
        before.comparable_value = Some(50.into());
        before.comparable_previous = Some(40.into());
        figures.key_figures.push(before);
        let words = Words::of(Language::English);
        let page = compose(&figures, &words, &LANGUAGES);
        let html = html::page(&page, &words).unwrap();
        html.contains("+2 (+3%)")
    };
    // 50 + 60 less 107 of the month between: the one reporter in both comparisons gave 3.
    assert!(!changes(107));
    assert!(changes(90));
}

#[test]
fn figures_carry_the_ids_by_which_they_are_traced() {
    let (page, html) = page(Language::Finnish);
    let traced = page.traced();
    let id = kooste_transform::figures::id(
        "monthly_summary",
        "activities",
        &["koe", "2018-10-01", "II"],
    );
    let found = traced.iter().find(|figure| figure.id == id).unwrap();
    assert_eq!((found.row, found.column), ("II II", "Toimenpiteet"));
    assert_eq!(found.cell, &Cell::Number(2.into(), 0));
    for figure in &traced {
        assert!(
            html.contains(&format!("data-figure=\"{}\"", figure.id)),
            "{figure:?}"
        );
        assert!(
            html.contains(&format!("</span>{}</", figure.id)),
            "{figure:?}"
        );
    }
}
