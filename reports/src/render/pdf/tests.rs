//! Pages of the small region on paper, with hostile text in them.

use chrono::NaiveDate;
use typst::layout::{Frame, FrameItem};

use super::world::PageWorld;
use super::{KEPT_PAGES, Typesetter, document, forget_old_pages};
use crate::branding::{Branding, Color, Logo};
use crate::figures::Figures;
use crate::language::Language;
use crate::summary::compose;
use crate::summary::page::Page;
use crate::testkit::{HOSTILE, nothing, october};
use crate::words::Words;

const LANGUAGES: [Language; 3] = [Language::Finnish, Language::Swedish, Language::English];

/// Everything that a typesetter that runs what it reads would stumble on.
const MARKUP: &str = "#panic(\"x\") #import \"@preview/a:1.0.0\": * #read(\"/etc/passwd\") $x^2$ *a* _b_ `c` @d <e> \\ ] =1+1 = f - g / h: i // j /* k https://x.fi ~ -- ' \"";

fn made_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 11, 12).unwrap()
}

fn composed(figures: &Figures, language: Language) -> (Page, Words) {
    let words = Words::of(language);
    (compose(figures, &words, &LANGUAGES), words)
}

fn typesetter() -> Typesetter {
    Typesetter::new(&Branding::default())
}

fn set(typesetter: &Typesetter, page: &Page, words: &Words) -> Vec<u8> {
    let sheet = typesetter.sheet(page, words, made_on()).unwrap();
    typesetter.set(&sheet).unwrap()
}

fn printed(figures: &Figures, language: Language) -> Vec<u8> {
    let (page, words) = composed(figures, language);
    set(&typesetter(), &page, &words)
}

/// The texts on paper, in the order in which they are set; no letter is one that the font does not have.
fn texts(figures: &Figures, language: Language) -> String {
    let (page, words) = composed(figures, language);
    let typesetter = typesetter();
    let sheet = typesetter.sheet(&page, &words, made_on()).unwrap();
    let document = document(&PageWorld::new(&typesetter.0, &sheet.data).unwrap()).unwrap();
    let mut found = String::new();
    for page in document.pages() {
        collect(&page.frame, &mut found);
    }
    found
}

fn collect(frame: &Frame, found: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, found),
            FrameItem::Text(text) => {
                found.push_str(&text.text);
                assert!(
                    text.glyphs.iter().all(|glyph| glyph.id != 0),
                    "{}",
                    text.text
                );
            }
            _ => {}
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let mut parts = bytes.windows(text.len());
    parts.any(|part| part == text.as_bytes())
}

#[test]
fn a_page_is_tagged_and_says_that_it_is_accessible() {
    for language in LANGUAGES {
        let bytes = printed(&october(), language);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        for mark in [
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
            "<dc:language>",
            "2018-11-12T00:00:00",
            "Koemaa",
        ] {
            assert!(holds(&bytes, mark), "{mark} {language:?}");
        }
    }
}

#[test]
fn the_same_page_gives_the_same_bytes_whatever_was_set_before() {
    let first = printed(&october(), Language::Finnish);
    let mut other = october();
    other.answers.clear();
    printed(&other, Language::Finnish);
    assert!(printed(&october(), Language::Finnish) == first);
    for _ in 0..=KEPT_PAGES {
        forget_old_pages();
    }
    assert!(printed(&october(), Language::Finnish) == first);
}

#[test]
fn each_language_has_all_its_letters() {
    let typesetter = typesetter();
    for source in [
        include_str!("../../../locales/fi.ftl"),
        include_str!("../../../locales/sv.ftl"),
        include_str!("../../../locales/en.ftl"),
        "äöåÄÖÅšžŠŽéèüßőøÆ ”’»«–—…≥±−×•▲▼= \u{a0}\u{202f}€½ 0123456789 Ŋŋčđŧǯ □",
    ] {
        let missing = |letter: &char| {
            !letter.is_control() && *letter != '\u{ad}' && !typesetter.0.has(*letter)
        };
        assert_eq!(source.chars().filter(missing).collect::<String>(), "");
    }
    for (language, text) in LANGUAGES.into_iter().zip(["lokakuu", "oktober", "October"]) {
        assert!(texts(&october(), language).contains(text));
    }
}

#[test]
fn what_reporters_write_is_never_markup() {
    let mut figures = october();
    figures.answers[0].answer = format!("{MARKUP} {HOSTILE}");
    figures.names.region.project.fi = MARKUP.to_owned();
    figures.names.organisations[0].name.fi = MARKUP.to_owned();
    printed(&figures, Language::Finnish);
    // Where a line ends, a space is none of the texts that are set.
    let plain = |text: &str| text.replace([' ', '\u{ad}', '\u{200b}', '-'], "");
    let set = plain(&texts(&figures, Language::Finnish));
    assert!(set.matches(&plain(MARKUP)).count() >= 2, "{set}");
    assert!(set.contains(&plain(HOSTILE)), "{set}");
}

#[test]
fn letters_without_a_shape_and_words_without_end_are_borne() {
    let mut figures = october();
    let words = Words::of(Language::Finnish);
    let told = words.say("pdf-unknown-signs");
    assert!(!texts(&figures, Language::Finnish).contains(&told));
    figures.answers[0].answer = format!(
        "Hyvä 👍 \u{e000}\u{202e}käännös مركز {}",
        "pitkä".repeat(400)
    );
    figures.names.organisations[1].name.fi = "Hyvinvointikuntayhtymä".repeat(12);
    figures.names.municipalities.get_mut("049").unwrap().fi = "Pitkänimi".repeat(20);
    printed(&figures, Language::Finnish);
    let set = texts(&figures, Language::Finnish);
    assert!(set.contains("Hyvä □ □käännös □□□□"), "{set}");
    assert!(
        set.contains(&told.replace(' ', "")) || set.contains("□: merkki"),
        "{set}"
    );
}

#[test]
fn a_row_without_end_goes_on_over_the_page() {
    let mut figures = october();
    figures.names.organisations[1].name.fi = "Perhe ja yhdistys ".repeat(2000);
    let set = texts(&figures, Language::Finnish);
    assert!(set.matches("yhdistys").count() >= 2000);
    printed(&figures, Language::Finnish);
}

#[test]
fn a_month_without_anything_is_still_a_page() {
    let figures = nothing();
    for language in LANGUAGES {
        printed(&figures, language);
    }
}

#[test]
fn a_region_gives_its_pages_a_colour_and_a_logo_or_the_words_for_it() {
    let (page, words) = composed(&october(), Language::Finnish);
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><circle cx=\"4\" cy=\"4\" r=\"4\"/></svg>";
    let with_logo = |bytes: &[u8], media_type| {
        let branding = Branding {
            accent: Color::parse("#7a1f4b"),
            logo: Some(Logo {
                media_type,
                bytes: bytes.to_vec(),
                text: "Oma \"Häme\"".into(),
            }),
            ..Branding::default()
        };
        set(&Typesetter::new(&branding), &page, &words)
    };
    let drawn = with_logo(drawing.as_bytes(), "image/svg+xml");
    let told = with_logo(b"\x89PNG\r\n\x1a\n and nothing more", "image/png");
    assert!(drawn != told);
    assert!(told != printed(&october(), Language::Finnish));
}

#[test]
fn a_region_gives_its_pages_a_template_and_a_faulty_one_is_told_with_its_line() {
    let (page, words) = composed(&october(), Language::Finnish);
    let with_template = |template: &str| {
        let branding = Branding {
            paper_template: Some(template.to_owned()),
            ..Branding::default()
        };
        let typesetter = Typesetter::new(&branding);
        let sheet = typesetter.sheet(&page, &words, made_on()).unwrap();
        typesetter.set(&sheet)
    };
    let own = "#let shown = json(\"/page.json\")\n#set document(title: shown.title)\n#set text(font: \"Inter\", lang: \"fi\")\n#title[#shown.subtitle]\n";
    assert!(with_template(own).unwrap().starts_with(b"%PDF-1.7"));
    for (fault, told) in [
        (
            "#nothing",
            "`summary.typ`, line 5: unknown variable: nothing",
        ),
        ("= A\n#let (", "`summary.typ`, line 6: unclosed delimiter"),
        (
            "#read(\"/etc/passwd\")",
            "`summary.typ`, line 5: failed to load file (access denied)",
        ),
        (
            "#square(fill: pattern)",
            "`summary.typ`, line 5: unknown variable: pattern",
        ),
    ] {
        let fault = with_template(&format!("{own}{fault}")).unwrap_err();
        assert_eq!(fault.to_string(), told);
    }
}
