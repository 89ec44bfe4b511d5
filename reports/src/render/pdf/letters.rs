//! Letters that can be set: a sign for those that the fonts do not have, and places where endless words may break.

use serde_json::Value;

/// What stands for a letter that the fonts do not have.
pub(super) const UNKNOWN: char = '□';
/// Letters in a row after which a word is broken where nothing else breaks it.
const LONGEST_PART: usize = 24;
const BREAK: char = '\u{200b}';

/// Makes every text of the data fit to be set; tells whether the fonts have all letters.
///
/// Keys stay as they are, and so do numbers. `has` tells whether the fonts have a letter.
pub(super) fn fit(data: &mut Value, has: impl Fn(char) -> bool + Copy) -> bool {
    match data {
        Value::String(text) => {
            let (fitting, is_whole) = fitting(text, has);
            *text = fitting;
            is_whole
        }
        Value::Array(parts) => fit_all(parts.iter_mut(), has),
        Value::Object(parts) => fit_all(parts.values_mut(), has),
        _ => true,
    }
}

/// Fits each, also after one that is not whole.
fn fit_all<'a>(
    parts: impl Iterator<Item = &'a mut Value>,
    has: impl Fn(char) -> bool + Copy,
) -> bool {
    let not_whole = parts.map(|part| fit(part, has)).filter(|whole| !whole);
    not_whole.count() == 0
}

fn fitting(text: &str, has: impl Fn(char) -> bool) -> (String, bool) {
    // A drawing holds no words without end, and its marks must stay what they are.
    let is_drawing = text.starts_with("<svg");
    let mut fitting = String::with_capacity(text.len());
    let (mut is_whole, mut in_a_row) = (true, 0);
    for letter in text.chars() {
        if is_unseen(letter) {
            continue;
        }
        in_a_row = if breaks(letter) { 0 } else { in_a_row + 1 };
        if in_a_row > LONGEST_PART && !is_drawing {
            fitting.push(BREAK);
            in_a_row = 1;
        }
        let is_known = matches!(letter, '\n' | '\t' | '\u{ad}' | BREAK)
            || (has(letter) && !is_private(letter));
        is_whole &= is_known;
        fitting.push(if is_known { letter } else { UNKNOWN });
    }
    (fitting, is_whole)
}

/// Signs that only turn or join others.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
        || (letter.is_control() && !matches!(letter, '\n' | '\t'))
}

/// Letters that mean something else in every font: PDF/A asks for those that mean the same everywhere.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a line may end at a letter.
fn breaks(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '\u{ad}' | BREAK)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::fit;

    #[test]
    fn letters_without_a_shape_are_replaced_and_said() {
        let mut data = json!({ "a": ["Hyvä 👍 \u{f8ff}", 1, null], "b": "käännös" });
        assert!(!fit(&mut data, |letter| letter != '👍'));
        assert_eq!(data, json!({ "a": ["Hyvä □ □", 1, null], "b": "käännös" }));
        assert!(fit(&mut data, |_| true));
    }

    #[test]
    fn signs_that_turn_the_text_are_left_out() {
        let mut data = json!("a\u{202e}b\u{200f}c\u{0}\u{7}d\ne");
        assert!(fit(&mut data, |letter| letter.is_ascii()));
        assert_eq!(data, json!("abcd\ne"));
    }

    #[test]
    fn a_word_without_end_may_break_and_an_ordinary_one_stays() {
        let mut data = json!("x".repeat(50));
        fit(&mut data, |_| true);
        let parts = ["x".repeat(24), "x".repeat(24), "xx".to_owned()];
        assert_eq!(data, json!(parts.join("\u{200b}")));
        let mut data = json!("Perhekeskustoimintamalli hyvinvointi\u{ad}kuntayhtymälle");
        let before = data.clone();
        fit(&mut data, |_| true);
        assert_eq!(data, before);
    }
}
