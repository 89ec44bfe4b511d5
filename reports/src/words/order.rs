//! Alphabetical order of a language: å, ä and ö stand after z in Finnish and Swedish.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use crate::language::Language;

/// Compares names as the language orders them.
pub struct Order(CollatorBorrowed<'static>);

impl Order {
    /// The order of a language.
    ///
    /// # Panics
    ///
    /// Never: the collations of the three languages are compiled in.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Order(
            Collator::try_new(language.locale().into(), CollatorOptions::default())
                .expect("the collations of the three languages are compiled in"),
        )
    }

    /// Which of two names stands first.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.compare(left, right).then_with(|| left.cmp(right))
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::language::Language;

    #[test]
    fn finnish_and_swedish_put_a_ring_and_umlauts_after_z() {
        for language in [Language::Finnish, Language::Swedish] {
            let order = Order::of(language);
            let mut names = ["Öja", "Zeta", "Ähtäri", "Åbo", "Asikkala", "espoo"];
            names.sort_by(|left, right| order.compare(left, right));
            assert_eq!(names, ["Asikkala", "espoo", "Zeta", "Åbo", "Ähtäri", "Öja"]);
        }
    }
}
