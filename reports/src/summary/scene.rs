//! What every section needs: the figures, the words, the rule for small counts, and phrases built of them.

use chrono::Months;
use fluent_bundle::FluentValue;
use rust_decimal::Decimal;

use super::page::{Cell, Change, Course, Direction};
use crate::figures::{Code, Coverage, Figures, IndicatorMonth, RunStamp};
use crate::suppression::{People, Suppression};
use crate::words::{Words, elative_suffix};

/// What a section is made from.
pub(super) struct Scene<'a> {
    /// Figures of the month.
    pub(super) figures: &'a Figures,
    /// Words of the language.
    pub(super) words: &'a Words,
    /// What is not shown.
    pub(super) rule: Suppression,
    /// What is shown of counts of people.
    pub(super) people: &'a People,
}

/// How a change is counted and written.
pub(super) struct Compared {
    /// Value of the month.
    pub(super) value: Option<Decimal>,
    /// Value of the month before.
    pub(super) previous: Option<Decimal>,
    /// Value over those who gave it in both months.
    pub(super) comparable_value: Option<Decimal>,
    /// Their value of the month before.
    pub(super) comparable_previous: Option<Decimal>,
    /// How many they are.
    pub(super) reporters: u64,
    /// Decimals.
    pub(super) decimals: u32,
    /// Whether it counts people.
    pub(super) people: bool,
    /// Whether it is in euros.
    pub(super) money: bool,
    /// Whether a comparison would tell a month that is not shown.
    pub(super) is_closed: bool,
    /// What those give together who are in this comparison and in that of the month before, less those who are in
    /// neither: both are told, and so is the month between.
    pub(super) overlap: Option<Decimal>,
}

impl Compared {
    /// An indicator with its change.
    pub(super) fn indicator(
        scene: &Scene,
        entry: &IndicatorMonth,
        decimals: u32,
        people: bool,
    ) -> Self {
        let before = entry.month.checked_sub_months(Months::new(1));
        let is_before = |other: &&IndicatorMonth| {
            other.indicator == entry.indicator && Some(other.month) == before
        };
        let before = scene.figures.indicators.iter().find(is_before);
        let shown = scene.people;
        Compared {
            overlap: before.and_then(|before| {
                overlap(
                    before.comparable_value,
                    entry.comparable_previous,
                    before.value,
                )
            }),
            is_closed: people && !shown.is_indicator_comparable(&entry.indicator, entry.month),
            value: entry.value,
            previous: entry.previous,
            comparable_value: entry.comparable_value,
            comparable_previous: entry.comparable_previous,
            reporters: entry.reporters_comparable,
            decimals,
            people,
            money: false,
        }
    }

    /// The change over those who gave the figure in both months; none where it would tell a small count of people.
    pub(super) fn like_for_like(&self, rule: Suppression) -> Option<Decimal> {
        if self.is_closed {
            return None;
        }
        let (value, previous) = (self.comparable_value?, self.comparable_previous?);
        let told = [
            Some(value),
            Some(previous),
            self.value.map(|whole| whole - value),
            self.previous.map(|whole| whole - previous),
            self.overlap.map(|count| count.abs()),
        ];
        let tells_people =
            self.people && told.into_iter().flatten().any(|count| rule.is_small(count));
        (!tells_people).then(|| value - previous)
    }

    /// The difference of the figures as they stand.
    fn raw(&self, rule: Suppression) -> Option<Decimal> {
        let (value, previous) = (self.value?, self.previous?);
        let small = self.people && (rule.is_small(value) || rule.is_small(previous));
        (!small).then(|| value - previous)
    }
}

/// What two comparisons that share a month tell of it together: those in the one that ends with it and those in the one that
/// begins with it, less all of the month.
pub(super) fn overlap(
    ending: Option<Decimal>,
    beginning: Option<Decimal>,
    whole: Option<Decimal>,
) -> Option<Decimal> {
    Some(ending? + beginning? - whole?)
}

impl Scene<'_> {
    /// A text without arguments.
    pub(super) fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// What a figure covers: `27 raportoijaa 31:stä, 2 likimääräistä, 1 nollaraportti`.
    pub(super) fn coverage(&self, coverage: Coverage) -> String {
        let reporters = self.reporters(coverage.received, coverage.expected);
        let mut parts = vec![reporters];
        if coverage.approximate > 0 {
            parts.push(self.counted("coverage-approximate", coverage.approximate));
        }
        if coverage.nil > 0 {
            parts.push(self.counted("coverage-nil", coverage.nil));
        }
        parts.join(", ")
    }

    /// So many reporters of so many: `27 raportoijaa 31:stä`.
    pub(super) fn reporters(&self, received: u64, expected: u64) -> String {
        if expected == 0 {
            return self.say("coverage-none");
        }
        self.of("coverage", received, expected)
    }

    /// Between so many and so many reporters of so many: `3–9 raportoijaa 31:stä`.
    pub(super) fn reporters_between(&self, least: u64, most: u64, expected: u64) -> String {
        self.words.tell(
            "coverage-between",
            &[
                ("least", least.into()),
                ("most", most.into()),
                ("whole", expected.into()),
                ("ending", elative_suffix(expected).into()),
            ],
        )
    }

    /// A text with one count.
    pub(super) fn counted(&self, key: &str, count: u64) -> String {
        self.words.tell(key, &[("count", count.into())])
    }

    /// A text with a count and the whole it is part of.
    pub(super) fn of(&self, key: &str, count: u64, whole: u64) -> String {
        self.words.tell(
            key,
            &[
                ("count", count.into()),
                ("whole", whole.into()),
                ("ending", elative_suffix(whole).into()),
            ],
        )
    }

    /// A text with texts.
    pub(super) fn filled(&self, key: &str, texts: &[(&str, String)]) -> String {
        let arguments: Vec<(&str, FluentValue)> = texts
            .iter()
            .map(|(name, text)| (*name, FluentValue::from(text.as_str())))
            .collect();
        self.words.tell(key, &arguments)
    }

    /// How a figure changed, in words.
    pub(super) fn change(&self, compared: &Compared) -> Option<Change> {
        let difference = compared.like_for_like(self.rule)?;
        let signed = self.signed(difference, compared);
        let percent = percent_of(difference, compared.comparable_previous)
            .map(|percent| self.signed_percent(percent));
        let text = self.words.tell(
            if percent.is_some() {
                "change-like-for-like-percent"
            } else {
                "change-like-for-like"
            },
            &[
                ("change", signed.clone().into()),
                ("percent", percent.unwrap_or_default().into()),
                ("count", compared.reporters.into()),
            ],
        );
        let raw = compared
            .raw(self.rule)
            .filter(|raw| *raw != difference)
            .map(|raw| {
                let raw = self.signed(raw, compared);
                self.filled("change-raw", &[("change", raw)])
            });
        Some(Change {
            direction: Direction::of(difference),
            text,
            raw,
        })
    }

    fn signed(&self, difference: Decimal, compared: &Compared) -> String {
        let numbers = &self.words.numbers;
        if compared.money {
            numbers.signed_euros(difference, compared.decimals)
        } else {
            numbers.signed(difference, compared.decimals)
        }
    }

    /// A difference in per cent with its sign, with a decimal where it is below one per cent.
    pub(super) fn signed_percent(&self, percent: Decimal) -> String {
        let decimals = u32::from(percent.abs() < Decimal::ONE && !percent.is_zero());
        self.words.numbers.signed_percent(percent, decimals)
    }

    /// A share in per cent without decimals; what would be rounded to nothing is said to be below one.
    pub(super) fn share(&self, percent: Decimal) -> String {
        let is_little = percent > Decimal::ZERO && percent < Decimal::new(5, 1);
        if is_little {
            self.say("below-one-percent")
        } else {
            self.words.numbers.percent(percent, 0)
        }
    }

    /// When a run ended: `12.11.2018 8.14`.
    pub(super) fn run_time(&self, run: &RunStamp) -> String {
        let date = self.words.date(run.finished_on);
        let time = self.words.numbers.time(&run.finished_time);
        format!("{date} {time}")
    }

    /// An indicator in its month, with small counts of people hidden.
    pub(super) fn indicator(&self, code: &Code, entry: &IndicatorMonth) -> Cell {
        if code.counts_people {
            self.people.indicator(&entry.indicator, entry.month)
        } else {
            Cell::number(entry.value, decimals_of(code.unit.as_deref()))
        }
    }

    /// An indicator over the months of the trend.
    pub(super) fn indicator_course(&self, code: &Code) -> Option<Course> {
        self.course(|month| {
            let mut entries = self.figures.indicators.iter();
            let found = entries.find(|entry| entry.month == month && entry.indicator == code.code);
            found.map_or(Cell::Missing, |entry| self.indicator(code, entry))
        })
    }

    /// The notes that explain the signs in the cells of a table.
    pub(super) fn legend(&self, cells: &[Cell]) -> Vec<String> {
        let holds = |wanted: fn(&Cell) -> bool| cells.iter().any(wanted);
        let mut notes = Vec::new();
        if holds(|cell| matches!(cell, Cell::Small(_))) {
            let highest = self.rule.highest_hidden();
            notes.push(self.counted("legend-small", highest));
        }
        if holds(|cell| matches!(cell, Cell::Hidden)) {
            notes.push(self.say("legend-hidden"));
        }
        if holds(|cell| matches!(cell, Cell::AtLeast(_))) {
            notes.push(self.say("legend-at-least"));
        }
        if holds(|cell| matches!(cell, Cell::Missing)) {
            notes.push(self.say("legend-missing"));
        }
        notes
    }
}

/// A difference in per cent of what it starts from; none where that is nothing.
pub(super) fn percent_of(difference: Decimal, base: Option<Decimal>) -> Option<Decimal> {
    let base = base.filter(|base| !base.is_zero())?;
    Some(difference * Decimal::ONE_HUNDRED / base.abs())
}

/// Decimals in which values of a unit are shown.
pub(super) fn decimals_of(unit: Option<&str>) -> u32 {
    match unit {
        Some("score") => 2,
        _ => 0,
    }
}
