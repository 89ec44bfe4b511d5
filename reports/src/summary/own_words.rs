//! Section 8: what reporters wrote, by municipality and in the language they wrote it in.

use std::collections::BTreeMap;

use super::page::{Block, Quote, QuoteGroup, Section};
use super::scene::Scene;
use crate::figures::Answer;

/// Longest text shown, in characters; the rest stays in the warehouse and the page says so.
const LONGEST: usize = 900;

/// Words that tell Finnish and Swedish apart; each is common in one and unknown in the other.
const TELLING: [(&str, &[&str]); 2] = [
    (
        "fi",
        &[
            "ja", "on", "ei", "että", "oli", "joka", "myös", "kanssa", "sekä", "mutta", "ovat",
            "jo",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "är", "inte", "har", "med", "för", "som", "det", "av", "till", "ett",
        ],
    ),
];

pub(super) fn section(scene: &Scene) -> Section {
    let groups = groups(scene);
    let mut lead = Vec::new();
    let mut blocks = Vec::new();
    let coverage = scene.figures.rates.iter().find(|rate| {
        rate.month == scene.figures.month && rate.form.as_deref() == Some("narrative")
    });
    if let Some(rate) = coverage {
        let coverage = scene.reporters(rate.actual, rate.expected);
        lead.push(scene.filled("covers", &[("coverage", coverage)]));
    }
    if groups.is_empty() {
        blocks.push(Block::Note(scene.say("own-words-none")));
    } else {
        blocks.push(Block::Quotes(groups));
    }
    Section {
        id: "own-words",
        number: 8,
        title: scene.say("own-words"),
        lead,
        blocks,
    }
}

/// Answers under the names of their places, in alphabetical order; questions in the order of the programme.
fn groups(scene: &Scene) -> Vec<QuoteGroup> {
    let mut by_place: BTreeMap<String, Vec<&Answer>> = BTreeMap::new();
    for answer in &scene.figures.answers {
        by_place
            .entry(heading(scene, answer))
            .or_default()
            .push(answer);
    }
    let questions = scene.figures.names.list("question");
    let rank = |answer: &Answer| {
        questions
            .iter()
            .position(|code| code.code == answer.question)
            .unwrap_or(questions.len())
    };
    let mut groups: Vec<QuoteGroup> = by_place
        .into_iter()
        .map(|(heading, mut answers)| {
            answers.sort_by_key(|answer| rank(answer));
            QuoteGroup {
                heading,
                quotes: answers
                    .into_iter()
                    .map(|answer| quote(scene, answer))
                    .collect(),
            }
        })
        .collect();
    groups.sort_by(|left, right| scene.words.order.compare(&left.heading, &right.heading));
    groups
}

/// The municipalities it is about; the organisation where it names none or is not a municipality's own.
fn heading(scene: &Scene, answer: &Answer) -> String {
    let (names, language) = (&scene.figures.names, scene.words.language);
    let places: Vec<&str> = answer
        .municipalities
        .iter()
        .map(|code| names.municipality(code, language))
        .collect();
    let organisation = names.organisation(&answer.organisation, language);
    let own = names
        .organisations
        .iter()
        .any(|entry| entry.code == answer.organisation && entry.kind == "municipality");
    if places.is_empty() {
        organisation.to_owned()
    } else if own {
        places.join(", ")
    } else {
        format!("{organisation}: {}", places.join(", "))
    }
}

fn quote(scene: &Scene, answer: &Answer) -> Quote {
    let (shown, left) = shortened(&answer.answer);
    Quote {
        question: scene
            .figures
            .names
            .code("question", &answer.question, scene.words.language)
            .to_owned(),
        paragraphs: shown
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        language: language_of(&answer.answer),
        rest: (left > 0).then(|| scene.counted("own-words-rest", left)),
    }
}

/// The text up to the last whole word that fits, and the count of characters left out.
fn shortened(text: &str) -> (String, u64) {
    let all = text.chars().count();
    if all <= LONGEST {
        return (text.to_owned(), 0);
    }
    let head: String = text.chars().take(LONGEST).collect();
    let cut = head
        .rfind(char::is_whitespace)
        .map_or(head.as_str(), |at| &head[..at])
        .trim_end();
    let left = all - cut.chars().count();
    (format!("{cut} …"), u64::try_from(left).unwrap_or_default())
}

/// The language of a text, if its small words tell it beyond doubt.
fn language_of(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let [finnish, swedish] =
        TELLING.map(|(_, telling)| words.iter().filter(|word| telling.contains(word)).count());
    if finnish > 2 * swedish {
        Some("fi")
    } else if swedish > 2 * finnish {
        Some("sv")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{language_of, shortened};

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(
            language_of("Perhekeskus avattiin ja palaute oli hyvä."),
            Some("fi")
        );
        assert_eq!(
            language_of("Familjecentret öppnade och responsen är god."),
            Some("sv")
        );
        assert_eq!(language_of("Workshop 3.10."), None);
    }

    #[test]
    fn a_long_text_ends_with_a_whole_word_and_says_what_is_left() {
        let text = "sana ".repeat(300);
        let (shown, left) = shortened(text.trim_end());
        assert!(shown.ends_with("sana …"), "{shown}");
        assert_eq!(left, 1499 - 899);
        assert_eq!(shortened("lyhyt"), ("lyhyt".to_owned(), 0));
    }
}
