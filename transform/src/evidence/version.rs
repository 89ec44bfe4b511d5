//! The version that a file's name tells (READING.md R32): `v2`, `korjattu`, `KORJ`, `rättad`, `(2)`.

/// Words that say that a file corrects an earlier one.
const CORRECTED: [&str; 9] = [
    "korjattu",
    "korjaus",
    "korj",
    "rättad",
    "rättat",
    "rattad",
    "korrigerad",
    "corrected",
    "päivitetty",
];

/// Words before a version's number.
const VERSION: [&str; 4] = ["v", "ver", "versio", "version"];

/// The version said by a file name without its folders: the number where one is told, 2 for a word of correction
/// without one, 0 where nothing is said.
#[must_use]
pub fn version_in_name(file_name: &str) -> u32 {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    let words = words(stem);
    let mut version = 0;
    for (at, word) in words.iter().enumerate() {
        let number = || words.get(at + 1).and_then(Word::number);
        if word.is_one_of(&VERSION) {
            version = version.max(number().unwrap_or(0));
        } else if word.is_one_of(&CORRECTED) {
            version = version.max(2);
        } else if word.in_brackets && word.text.len() == 1 {
            // `(10)` is rather a month.
            version = version.max(word.number().unwrap_or(0));
        }
    }
    version
}

/// A run of letters or of digits.
struct Word {
    text: String,
    in_brackets: bool,
}

impl Word {
    fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&&*self.text)
    }

    /// The number of a version: one or two digits.
    fn number(&self) -> Option<u32> {
        if self.text.len() > 2 {
            return None;
        }
        self.text.parse().ok()
    }
}

fn words(stem: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut previous = ' ';
    let mut in_brackets = false;
    for letter in stem.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            let goes_on =
                previous.is_alphanumeric() && previous.is_ascii_digit() == letter.is_ascii_digit();
            match words.last_mut() {
                Some(word) if goes_on => word.text.push(letter),
                _ => words.push(Word {
                    text: letter.to_string(),
                    in_brackets,
                }),
            }
        } else {
            in_brackets = letter == '(' || (in_brackets && letter != ')');
        }
        previous = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_names_r32() {
        for (name, version) in [
            ("espoo_2018-10.xlsx", 0),
            ("espoo_2018-10_v2.xlsx", 2),
            ("Espoo lokakuu (2).xlsx", 2),
            ("espoo_2018-10_KORJ.csv", 2),
            ("espoo korjattu v3.xlsx", 3),
            ("ingå_rättad.xls", 2),
            ("espoo toiminta (10).xlsx", 0),
            ("IV-ryhmä 2.xlsx", 0),
            ("perhevapaa2.csv", 0),
        ] {
            assert_eq!(version_in_name(name), version, "{name}");
        }
    }
}
