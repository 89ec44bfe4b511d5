//! Endings that numerals take in Finnish.

/// The ending of a numeral in the elative, "of": `31:stä` (kolmestakymmenestäyhdestä), `26:sta`
/// (kahdestakymmenestäkuudesta).
///
/// The last part that is pronounced decides: ones, also from 11 to 19 (`kahdestatoista`), then tens, then
/// hundreds and thousands.
#[must_use]
pub fn elative_suffix(number: u64) -> &'static str {
    match (number % 10, number % 100) {
        (1 | 4 | 5 | 7 | 9, _) => "stä",
        (0, 0) => "sta",
        (0, _) => "stä",
        _ => "sta",
    }
}

#[cfg(test)]
mod tests {
    use super::elative_suffix;

    #[test]
    fn the_elative_follows_the_last_part_of_the_numeral() {
        let endings = [
            (0, "sta"),
            (1, "stä"),
            (2, "sta"),
            (3, "sta"),
            (4, "stä"),
            (6, "sta"),
            (8, "sta"),
            (10, "stä"),
            (12, "sta"),
            (15, "stä"),
            (20, "stä"),
            (31, "stä"),
            (33, "sta"),
            (100, "sta"),
            (110, "stä"),
            (1000, "sta"),
        ];
        for (number, ending) in endings {
            assert_eq!(elative_suffix(number), ending, "{number}");
        }
    }
}
