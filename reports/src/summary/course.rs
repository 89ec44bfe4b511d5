//! Text alternatives of charts, generated from their data.

use rust_decimal::Decimal;

use super::page::Series;
use super::scene::Scene;

impl Scene<'_> {
    /// How series go over the months: first, last and highest value of each.
    pub(super) fn course(&self, title: &str, series: &[Series], decimals: u32) -> String {
        let mut sentences = vec![format!("{title}.")];
        for series in series {
            let values: Vec<Decimal> = series.values.iter().flatten().copied().collect();
            let (Some(first), Some(last)) = (values.first(), values.last()) else {
                continue;
            };
            let highest = values.iter().max().unwrap_or(last);
            let number = |value: &Decimal| self.words.number(*value, decimals);
            sentences.push(self.filled(
                "chart-course",
                &[
                    ("name", series.name.clone()),
                    ("first", number(first)),
                    ("last", number(last)),
                    ("highest", number(highest)),
                ],
            ));
        }
        sentences.push(self.say("chart-data-below"));
        sentences.join(" ")
    }

    /// Which of ranked values stand first and last.
    pub(super) fn ranking(
        &self,
        title: &str,
        ranked: &[(&str, Option<Decimal>)],
        decimals: u32,
    ) -> String {
        let known: Vec<(&str, Decimal)> = ranked
            .iter()
            .filter_map(|(name, value)| Some((*name, (*value)?)))
            .collect();
        let mut sentences = vec![format!("{title}.")];
        if let (Some(first), Some(last)) = (known.first(), known.last()) {
            let number = |value: Decimal| self.words.number(value, decimals);
            sentences.push(self.filled(
                "chart-ranking",
                &[
                    ("first", first.0.to_owned()),
                    ("first-value", number(first.1)),
                    ("last", last.0.to_owned()),
                    ("last-value", number(last.1)),
                ],
            ));
        }
        sentences.push(self.say("chart-data-below"));
        sentences.join(" ")
    }
}
