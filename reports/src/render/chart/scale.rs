//! Round numbers along an axis, and places of values on it.

use rust_decimal::Decimal;

/// An axis from zero to a round number.
pub(super) struct Scale {
    step: Decimal,
    top: Decimal,
}

impl Scale {
    /// An axis that holds `highest` in at most five steps of 1, 2 or 5 times a power of ten; `whole` allows no
    /// steps below 1.
    pub(super) fn up_to(highest: Decimal, whole: bool) -> Self {
        let mut power = if whole {
            Decimal::ONE
        } else {
            Decimal::new(1, 2)
        };
        let steps = Decimal::from(5);
        loop {
            for factor in [1, 2, 5] {
                let step = power * Decimal::from(factor);
                if step * steps >= highest {
                    let top = ((highest / step).ceil()).max(Decimal::ONE) * step;
                    return Scale { step, top };
                }
            }
            power *= Decimal::TEN;
        }
    }

    /// The highest number of the axis.
    pub(super) fn top(&self) -> Decimal {
        self.top
    }

    /// The numbers to write along it, zero first.
    pub(super) fn ticks(&self) -> Vec<Decimal> {
        let mut ticks = vec![Decimal::ZERO];
        let mut next = self.step;
        while next <= self.top {
            ticks.push(next);
            next += self.step;
        }
        ticks
    }

    /// How far along an axis of this length a value lies.
    pub(super) fn along(&self, value: Decimal, length: Decimal) -> Decimal {
        value.max(Decimal::ZERO) * length / self.top
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Scale;

    #[test]
    fn axes_end_with_a_round_number() {
        let top = |highest: i64| Scale::up_to(Decimal::from(highest), true).top();
        assert_eq!(top(0), Decimal::from(1));
        assert_eq!(top(7), Decimal::from(8));
        assert_eq!(top(63), Decimal::from(80));
        assert_eq!(top(100), Decimal::from(100));
        assert_eq!(top(1_750_000), Decimal::from(2_000_000));
    }
}
