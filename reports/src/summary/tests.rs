//! The whole page of a small region.

use super::compose;
use super::page::{Block, Cell, Page};
use crate::figures::Outlines;
use crate::language::Language;
use crate::render::html;
use crate::testkit::october;
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
        "Lokakuussa\u{a0}2018 saatiin 2 raporttia 3:sta, niistä yksi määräajassa.",
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
        assert!(!html.contains("<script"), "{language:?}");
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
    for language in LANGUAGES {
        let words = Words::of(language);
        let page = compose(&figures, &words, &[language]);
        assert_eq!(page.sections.len(), 9);
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
