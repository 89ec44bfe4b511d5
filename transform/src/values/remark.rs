//! What stands beside a value and is none of it: the mark of a footnote, a remark in brackets.

/// A text without the mark of a footnote at its end: `12*`, `12¹⁾`, `12 1)`; none if it bears no mark.
#[must_use]
pub fn without_footnote(text: &str) -> Option<&str> {
    let is_mark = |sign: char| {
        matches!(
            sign,
            '*' | '†' | '‡' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁰' | '⁽' | '⁾'
        )
    };
    let bare = text.trim_end_matches(is_mark);
    let bare = if bare.len() < text.len() {
        bare
    } else {
        let (before, mark) = text.rsplit_once(char::is_whitespace)?;
        let number = mark.strip_suffix(')')?;
        let is_number =
            matches!(number.len(), 1 | 2) && number.bytes().all(|sign| sign.is_ascii_digit());
        if !is_number || before.contains('(') {
            return None;
        }
        before
    };
    let bare = bare.trim_end();
    (!bare.is_empty()).then_some(bare)
}

/// A text without the mark of a footnote or a remark in brackets at its end: `5.10.2018 (siirretty)`; none if it has neither.
#[must_use]
pub fn without_remark(text: &str) -> Option<&str> {
    without_footnote(text).or_else(|| {
        let (before, remark) = text.strip_suffix(')')?.rsplit_once('(')?;
        let is_worded = !remark.contains(|sign: char| sign.is_ascii_digit());
        let before = before.trim_end();
        (is_worded && !before.is_empty()).then_some(before)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_footnotes_and_remarks_in_brackets_fall_away() {
        for text in ["12*", "12 *", "12¹⁾", "12 1)", "12**", "12²"] {
            assert_eq!(without_footnote(text), Some("12"), "{text}");
        }
        for text in ["12", "*", "12 (2)", "121)", "12)", "12 123)", "12 (arvio)"] {
            assert_eq!(without_footnote(text), None, "{text}");
        }
        assert_eq!(without_remark("5.10. (siirretty)"), Some("5.10."));
        assert_eq!(without_remark("5.10. (klo 12)"), None);
    }
}
