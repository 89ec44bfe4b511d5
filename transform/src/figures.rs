//! What a figure is called: one number of a mart, whatever page, language or format shows it.
//!
//! Its address is `MART.COLUMN:KEY`, where the key is the values of the mart's grain (`-- grain:` of the model) in that
//! order, separated by commas; days are ISO, what does not apply is empty:
//!
//! ```text
//! monthly_summary.participants_total:uusimaa,2018-10-01,II
//! reporting_rate.actual_reports:2018-10-01,region,,
//! ```
//!
//! Its id is the first ten hexadecimal digits of the SHA-256 of the address. It is the same for as long as mart, column
//! and key are, in every run and report; in SQL it is `left(sha256('…'), 10)`. `kooste trace` takes either.

use sha2::{Digest, Sha256};

use crate::hex::hex;

/// Digits of an id.
pub const ID_DIGITS: usize = 10;

/// The address of a figure; `key` holds the values of the mart's grain as text, empty where one is NULL.
#[must_use]
pub fn address(mart: &str, column: &str, key: &[&str]) -> String {
    format!("{mart}.{column}:{}", key.join(","))
}

/// The id of a figure, e.g. `3f9a0c12de`.
#[must_use]
pub fn id(mart: &str, column: &str, key: &[&str]) -> String {
    id_of(&address(mart, column, key))
}

/// The id of the figure with this address.
#[must_use]
pub fn id_of(address: &str) -> String {
    hex(&Sha256::digest(address.as_bytes())[..ID_DIGITS / 2])
}

/// Whether a text looks like an id.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.len() == ID_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_beginning_of_the_hash_of_the_address() {
        // printf 'monthly_summary.activities:uusimaa,2018-10-01,II' | sha256sum
        assert_eq!(
            id(
                "monthly_summary",
                "activities",
                &["uusimaa", "2018-10-01", "II"]
            ),
            "6ce9a0caa1"
        );
    }

    #[test]
    fn what_does_not_apply_is_empty() {
        assert_eq!(
            address(
                "reporting_rate",
                "actual_reports",
                &["2018-10-01", "region", "", ""]
            ),
            "reporting_rate.actual_reports:2018-10-01,region,,"
        );
    }

    #[test]
    fn an_id_is_told_from_an_address() {
        assert!(is_id("3f9a0c12de"));
        assert!(!is_id("activity:12"));
    }
}
