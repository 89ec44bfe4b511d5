//! Section 8: what reporters wrote, by municipality and in the language they wrote it in.

use std::collections::BTreeMap;

use super::page::{Block, CUT, Quote, QuoteGroup, Rest, Section};
use super::scene::Scene;
use crate::figures::Answer;

/// How much of a text is shown at once, in characters: the most with which the section stays within its room.
const LENGTHS: [usize; 6] = [900, 600, 420, 300, 220, 160];
/// Characters that the section may take, so that the summary stays short on paper.
const ROOM: usize = 7000;

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
        lead.push(scene.filled("own-words-covers", &[("coverage", coverage)]));
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
    let longest = longest(scene.figures.answers.iter());
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
                    .map(|answer| quote(scene, answer, longest))
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

fn quote(scene: &Scene, answer: &Answer, longest: usize) -> Quote {
    let (shown, rest) = divided(&answer.answer, longest);
    let left = rest.trim().chars().count();
    Quote {
        question: scene
            .figures
            .names
            .code("question", &answer.question, scene.words.language)
            .to_owned(),
        paragraphs: paragraphs(&shown),
        language: language_of(&answer.answer),
        rest: (left > 0).then(|| Rest {
            told: scene.counted("own-words-rest", u64::try_from(left).unwrap_or_default()),
            joint: joint(rest).to_owned(),
            paragraphs: paragraphs(rest),
        }),
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What joins the rest of a text to its beginning.
fn joint(rest: &str) -> &'static str {
    let gap = &rest[..rest.len() - rest.trim_start().len()];
    match gap {
        "" => "",
        gap if gap.contains('\n') => "\n",
        _ => " ",
    }
}

/// The length to which each text is shown.
fn longest<'a>(answers: impl Iterator<Item = &'a Answer> + Clone) -> usize {
    let lengths = answers.map(|answer| answer.answer.chars().count());
    let taken = |longest: usize| {
        lengths
            .clone()
            .map(|length| length.min(longest))
            .sum::<usize>()
    };
    LENGTHS
        .into_iter()
        .find(|longest| taken(*longest) <= ROOM)
        .unwrap_or(LENGTHS[LENGTHS.len() - 1])
}

/// The text up to the last whole word that fits, and what follows it.
fn divided(text: &str, longest: usize) -> (String, &str) {
    let Some((end, _)) = text.char_indices().nth(longest) else {
        return (text.to_owned(), "");
    };
    let at = text[..end]
        .rfind(char::is_whitespace)
        .filter(|at| *at > 0)
        .unwrap_or(end);
    (format!("{}{CUT}", text[..at].trim_end()), &text[at..])
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
    use super::{divided, language_of, longest};
    use crate::figures::Answer;

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
    fn a_long_text_ends_with_a_whole_word_and_nothing_of_it_is_lost() {
        let text = "sana ".repeat(30);
        let (shown, rest) = divided(text.trim_end(), 22);
        assert_eq!(shown, "sana sana sana sana …");
        assert_eq!(rest.split_whitespace().count(), 26);
        assert_eq!(divided("lyhyt", 22), ("lyhyt".to_owned(), ""));
    }

    #[test]
    fn many_long_answers_are_shown_shorter_than_few() {
        let answers = |count: usize| {
            let answer = Answer {
                organisation: "espoo".into(),
                question: "highlights".into(),
                municipalities: Vec::new(),
                answer: "sana ".repeat(160),
            };
            vec![answer; count]
        };
        assert_eq!(longest(answers(3).iter()), 900);
        assert_eq!(longest(answers(20).iter()), 300);
        assert_eq!(longest(answers(500).iter()), 160);
    }
}
