//! Months with random counts of people, as figures of the small region.

use rust_decimal::Decimal;

use crate::figures::{AreaMonth, Figures, IndicatorMonth, KeyFigure, Revision};
use crate::testkit::{month, october};

/// Numbers without end, from a seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, below: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % below).unwrap()
    }

    /// Often nothing, often small.
    pub(super) fn count(&mut self) -> i64 {
        match self.below(10) {
            0..3 => 0,
            3..6 => self.below(4) + 1,
            _ => self.below(40) + 5,
        }
    }
}

/// The counts of people of a month.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    pub(super) groups: [[i64; 4]; 2],
    pub(super) untold: [i64; 2],
    pub(super) municipalities: [i64; 2],
    pub(super) trained: i64,
}

impl Counts {
    pub(super) fn random(dice: &mut Dice) -> Self {
        let groups = [[(); 4]; 2].map(|area| area.map(|()| dice.count()));
        let untold = [(); 2].map(|()| if dice.below(2) == 0 { 0 } else { dice.count() });
        let mut counts = Counts {
            groups,
            untold,
            municipalities: [0; 2],
            trained: dice.count(),
        };
        let region = counts.region();
        let first = dice.below(u64::try_from(region).unwrap() + 1);
        let more = if dice.below(2) == 0 { 0 } else { dice.count() };
        counts.municipalities = [first, region - first + more];
        counts
    }

    pub(super) fn area(&self, area: usize) -> i64 {
        self.groups[area].iter().sum::<i64>() + self.untold[area]
    }

    pub(super) fn region(&self) -> i64 {
        self.area(0) + self.area(1)
    }
}

/// Three months up to the last one.
pub(super) fn figures(months: &[Counts], told_before: Vec<Revision>) -> Figures {
    let mut figures = october();
    let at = |number: usize| month(2018, u32::try_from(number).unwrap() + 8);
    let now = months.len() - 1;
    figures.month = at(now);
    figures.trend = (0..months.len()).map(at).collect();
    figures.names.region.first_month = at(0);
    figures.areas.clear();
    figures
        .indicators
        .retain(|entry| entry.indicator != "TRAINED_LP");
    for (number, counts) in months.iter().enumerate() {
        for (place, area) in ["I", "II"].iter().enumerate() {
            figures.areas.push(AreaMonth {
                month: at(number),
                area: (*area).into(),
                groups: counts.groups[place].map(|count| Some(count.into())),
                participants: Some(counts.area(place).into()),
                ..october().areas[0].clone()
            });
        }
        let before = number
            .checked_sub(1)
            .map(|before| Decimal::from(months[before].trained));
        figures.indicators.push(IndicatorMonth {
            month: at(number),
            value: Some(counts.trained.into()),
            previous: before,
            comparable_value: before.map(|_| counts.trained.into()),
            comparable_previous: before,
            ..october().indicators[2].clone()
        });
    }
    let placed = |number: usize| {
        let mut places = october().municipalities;
        for (place, count) in places.iter_mut().zip(months[number].municipalities) {
            place.month = at(number);
            place.participants = Some(count.into());
        }
        places
    };
    (figures.municipalities, figures.municipalities_before) = (0..=now)
        .flat_map(placed)
        .partition(|entry| entry.month == at(now));
    figures.key_figures = (0..months.len())
        .map(|number| {
            let value = Some(Decimal::from(months[number].region()));
            let before = number.checked_sub(1);
            let before = before.map(|before| Decimal::from(months[before].region()));
            KeyFigure {
                month: at(number),
                value,
                previous: before,
                comparable_value: before.and(value),
                comparable_previous: before,
                ..october().key_figures[1].clone()
            }
        })
        .collect();
    figures.told_before = told_before;
    figures
}
