//! What a name mentions among other words: organisation, month and form in the name of a file, folder or sheet, or in
//! a title. The lexicon knows whole texts; here its terms are looked for word by word, the longest first.

use kooste_ingest::vocabulary::{Lexicon, Term};

use super::heard::{Name, hear, named_by};
use super::organisations::Organisations;
use super::period::{Month, PartialMonth};
use super::standing::Wording;
use crate::values::fold::composed;
use crate::values::month_names::{follows_day, month_named};
use crate::values::stated_month::{names_longer_time, names_several};

/// Most words that one term takes: `Lapsen oikeuksia ja tietoperusteisuutta …` is not looked for here.
const LONGEST_TERM: usize = 6;
/// Words looked at; a title longer than this is prose.
const MOST_WORDS: usize = 40;

/// What a name or title mentions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// The organisation, if there is exactly one (or one joint report).
    pub organisation: Option<usize>,
    /// The organisations behind it: of a joint report those that are named.
    pub members: Vec<usize>,
    /// Several of equal standing: `Hangon kaupunki ja MLL`.
    pub several: Vec<usize>,
    /// Whether it names a body that the region does not know by its place: `Vihdin seurakunta`.
    pub other: bool,
    /// The month, if there is exactly one.
    pub month: Option<PartialMonth>,
    /// Whether it names more than one month: `Q3 2018`, `tammi-lokakuu`.
    pub several_months: bool,
    /// Years that stand alone.
    pub years: Vec<i32>,
    /// Forms.
    pub forms: Vec<usize>,
    /// Whether it says that nothing was done.
    pub nil: bool,
}

impl Mentions {
    /// Tells whether any organisation is named, known or not.
    pub(super) fn names_any(&self) -> bool {
        self.organisation.is_some() || !self.several.is_empty() || self.other
    }
}

/// Finds what `text` mentions.
#[must_use]
pub fn mentions(text: &str, lexicon: &dyn Lexicon, organisations: &Organisations) -> Mentions {
    // Names of files come with letters and their marks apart from some systems.
    let text = &*composed(text);
    let words = words(text);
    let mut found = Found::default();
    let mut at = 0;
    while at < words.len() {
        let named = found.named.len();
        let taken = if is_numbered(text, &words[at..]) || is_day(text, &words, at) {
            found.has_unread = true;
            2
        } else {
            found.take_at(text, &words[at..], lexicon, organisations)
        };
        found.has_unread |= taken == 0;
        let end = at + taken.max(1);
        for name in &mut found.named[named..] {
            name.words = at..end;
        }
        at = end;
    }
    let mut mentions = found.into_mentions(text, &words, lexicon, organisations);
    mentions.several_months |=
        names_several(text) || mentions.month.is_none() && names_longer_time(text);
    mentions
}

/// A run of letters or a run of digits, as byte offsets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) digits: bool,
}

/// The words of a name or title.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (start, letter) in text
        .char_indices()
        .filter(|(_, letter)| letter.is_alphanumeric())
    {
        let end = start + letter.len_utf8();
        let digits = letter.is_ascii_digit();
        match words.last_mut() {
            Some(word) if word.end == start && word.digits == digits => word.end = end,
            _ => words.push(Word { start, end, digits }),
        }
    }
    words.truncate(MOST_WORDS);
    if text.contains('@') || text.contains("://") || text.contains("www.") {
        words.retain(|word| !is_of_address(text, word));
    }
    words
}

/// Tells whether a word is a part of an e-mail or web address.
fn is_of_address(text: &str, word: &Word) -> bool {
    let before = &text[..word.start];
    let behind = &text[word.end..];
    let is_end = |letter: char| letter.is_whitespace();
    let start = before.rfind(is_end).map_or(0, |at| at + 1);
    let end = behind.find(is_end).map_or(text.len(), |at| word.end + at);
    text.get(start..end).is_some_and(|whole| {
        whole.contains('@') || whole.contains("://") || whole.starts_with("www.")
    })
}

#[derive(Default)]
struct Found {
    named: Vec<Name>,
    /// Whether any word means nothing here.
    has_unread: bool,
    months: Vec<PartialMonth>,
    years: Vec<i32>,
    forms: Vec<usize>,
    nil: bool,
}

impl Found {
    /// Takes the longest term that starts with the first of `words`; returns how many words it has.
    fn take_at(
        &mut self,
        text: &str,
        words: &[Word],
        lexicon: &dyn Lexicon,
        organisations: &Organisations,
    ) -> usize {
        for count in (1..=words.len().min(LONGEST_TERM)).rev() {
            let part = &words[..count];
            let phrase = &text[part[0].start..part[count - 1].end];
            if count > 1 && ends_in_ordinal(text, part[count - 1]) {
                continue;
            }
            if let Some(taken) = self.take_numbers(text, part) {
                if taken {
                    return count;
                }
                continue;
            }
            if phrase.chars().count() < 2 {
                continue;
            }
            let spaced = phrase.replace(['_', '-', '+'], " ");
            let mut terms = lexicon.recognise(phrase);
            if terms.is_empty() && spaced != phrase {
                terms = lexicon.recognise(&spaced);
            }
            if self.take_terms(&terms, organisations) {
                return count;
            }
        }
        0
    }

    /// Numbers alone: a month with its year, a year, or a date (which tells when something was written, not the
    /// month it is about). None when there are letters or a range of dates, which the lexicon knows.
    fn take_numbers(&mut self, text: &str, words: &[Word]) -> Option<bool> {
        if words.len() > 3 || words.iter().any(|word| !word.digits) {
            return None;
        }
        let number = |at: usize| &text[words[at].start..words[at].end];
        let joined = words
            .windows(2)
            .all(|pair| is_date_separator(&text[pair[0].end..pair[1].start]));
        let month = match words.len() {
            3 => return Some(joined && (number(0).len() == 4 || number(2).len() == 4)),
            2 if joined => month_with_year(number(0), number(1)),
            1 if number(0).len() == 6 => month_with_year(&number(0)[..4], &number(0)[4..]),
            _ => None,
        };
        if let Some(month) = month {
            self.months.push(month.into());
            return Some(true);
        }
        let year = (words.len() == 1).then(|| year(number(0))).flatten();
        self.years.extend(year);
        Some(year.is_some())
    }

    fn take_terms(&mut self, terms: &[Term], organisations: &Organisations) -> bool {
        let mut taken = false;
        let organisation = named_by(terms, organisations);
        if let Some(organisation) = organisation {
            self.named.push(Name {
                organisation,
                words: 0..0,
            });
            return true;
        }
        for term in terms {
            match term {
                Term::Month { year, month } => {
                    self.months.push(PartialMonth {
                        year: *year,
                        month: Some(*month),
                    });
                    return true;
                }
                Term::Form(form) => {
                    self.forms.push(*form);
                    taken = true;
                }
                Term::Nil => {
                    self.nil = true;
                    taken = true;
                }
                _ => {}
            }
        }
        taken
    }

    fn into_mentions(
        mut self,
        text: &str,
        words: &[Word],
        lexicon: &dyn Lexicon,
        organisations: &Organisations,
    ) -> Mentions {
        self.forms.sort_unstable();
        self.forms.dedup();
        let month = only_month(&self.months, &self.years);
        if month.is_none() {
            self.years
                .extend(self.months.iter().filter_map(|month| month.year));
        }
        let mut mentions = Mentions {
            several_months: month.is_none() && !self.months.is_empty(),
            month,
            ..Mentions::default()
        };
        if !self.named.is_empty() {
            let says_more = self.has_unread || !self.forms.is_empty() || self.named.len() > 1;
            let wording = Wording::new(text, words.iter().map(|word| word.start..word.end));
            let heard = hear(self.named, says_more, &wording, (lexicon, organisations));
            mentions.organisation = heard.organisation;
            mentions.members = heard.members;
            mentions.several = heard.several;
            mentions.other = heard.other;
        }
        mentions.years = self.years;
        mentions.forms = self.forms;
        mentions.nil = self.nil;
        mentions
    }
}

/// Tells whether words begin with what a number belongs to that is no month: `Q4/2018`, `v2 2018-10`, `vko 41`.
fn is_numbered(text: &str, words: &[Word]) -> bool {
    const NUMBERED: [&str; 14] = [
        "q",
        "h",
        "w",
        "v",
        "ver",
        "versio",
        "version",
        "kvartaali",
        "kvartal",
        "neljännes",
        "vko",
        "viikko",
        "vecka",
        "week",
    ];
    let [name, number, ..] = words else {
        return false;
    };
    let adjacent = name.end == number.start;
    let name = text[name.start..name.end].to_lowercase();
    number.digits
        && number.end - number.start <= 2
        && (adjacent || name.len() > 1 || name == "q")
        && NUMBERED.contains(&name.as_str())
}

/// Tells whether a number of two digits behind a word is no year: `marraskuun 10. päivään`, `lokakuu (10/2018)`.
fn ends_in_ordinal(text: &str, word: Word) -> bool {
    let behind = &text[word.end..];
    word.digits
        && word.end - word.start <= 2
        && (behind.starts_with('/')
            || behind.strip_prefix('.').is_some_and(|rest| {
                rest.starts_with(|sign: char| sign.is_whitespace() || sign.is_ascii_digit())
            }))
}

/// Tells whether a day stands before its month, which dates something else: `10 november`, `5. lokakuuta`. A number before a
/// name of the month in Finnish, `10 lokakuu`, orders files.
fn is_day(text: &str, words: &[Word], at: usize) -> bool {
    let [day, month, ..] = &words[at..] else {
        return false;
    };
    let name = text[month.start..month.end].to_lowercase();
    let number: u32 = text[day.start..day.end].parse().unwrap_or_default();
    let named = month_named(&name).filter(|_| day.digits && (1..=31).contains(&number));
    let is_range = at > 0 && text[words[at - 1].end..day.start].contains(['-', '–']);
    named.is_some_and(|named| named != number)
        && follows_day(&name)
        && matches!(text[day.end..month.start].trim(), "" | ".")
        && day.end < month.start
        && !is_range
}

fn is_date_separator(between: &str) -> bool {
    matches!(between, "-" | "." | "/" | "_" | " " | "–" | ". " | " / ")
}

fn year(digits: &str) -> Option<i32> {
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (2000..=2099).contains(&year).then_some(year)
}

/// `10` and `2018` in either order.
fn month_with_year(one: &str, two: &str) -> Option<Month> {
    let month = |digits: &str| digits.parse().ok().filter(|_| digits.len() <= 2);
    match (year(one), year(two)) {
        (Some(year), None) => Month::new(year, month(two)?),
        (None, Some(year)) => Month::new(year, month(one)?),
        _ => None,
    }
}

/// The one month that is named, with the only year that stands beside it.
fn only_month(months: &[PartialMonth], years: &[i32]) -> Option<PartialMonth> {
    let first = *months.first()?;
    if !months.iter().all(|month| month.agrees_with(first)) {
        return None;
    }
    let mut month = months
        .iter()
        .copied()
        .find(|month| month.year.is_some())
        .unwrap_or(first);
    if let (None, [year]) = (month.year, years) {
        month.year = Some(*year);
    }
    Some(month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{WordList, region};

    fn mentioned(text: &str) -> (Option<String>, Option<String>) {
        let organisations = Organisations::new(&region());
        let found = mentions(text, &WordList, &organisations);
        let organisation = found
            .organisation
            .map(|at| organisations.code(at).to_string());
        let month = found.month.map(|month| match month.whole() {
            Some(month) => month.to_string(),
            None => format!("{:02}", month.month.unwrap()),
        });
        (organisation, month)
    }

    #[test]
    fn file_names_tell_organisation_and_month_r2() {
        for (name, organisation, month) in [
            ("espoo_2018-10", Some("espoo"), Some("2018-10")),
            ("Espoo lokakuu 2018", Some("espoo"), Some("2018-10")),
            ("ESPOO_10_2018", Some("espoo"), Some("2018-10")),
            ("201810 espoo toiminta", Some("espoo"), Some("2018-10")),
            ("lokakuu_espoo_v2", Some("espoo"), Some("10")),
            ("2018 lokakuu", None, Some("2018-10")),
            ("11 espoo lokakuu 2018", Some("espoo"), Some("2018-10")),
            ("x11 lokakuu 2018", None, Some("2018-10")),
            ("Inkoo ja Siuntio 10-2018", Some("inkoo"), Some("2018-10")),
            ("espoo vantaa 2018", None, None),
            ("HUS Espoo", Some("hus"), None),
        ] {
            let expected = (organisation.map(str::to_owned), month.map(str::to_owned));
            assert_eq!(mentioned(name), expected, "{name}");
        }
    }

    #[test]
    fn a_date_in_a_name_tells_no_month() {
        assert_eq!(mentioned("espoo 2018-11-05").1, None);
        assert_eq!(mentioned("espoo_5.11.2018").1, None);
        assert_eq!(mentioned("espoo 20181105").1, None);
    }

    #[test]
    fn quarters_weeks_and_versions_are_no_months_r23() {
        for name in [
            "espoo Q4 2018",
            "Q 4/2018",
            "espoo h1-2018",
            "vko 10/2018",
            "kvartaali 4/2018",
        ] {
            assert_eq!(mentioned(name).1, None, "{name}");
        }
        assert_eq!(mentioned("espoo v2 2018-10").1.as_deref(), Some("2018-10"));
        assert_eq!(mentioned("raportti10-2018").1.as_deref(), Some("2018-10"));
    }

    #[test]
    fn days_and_ordinals_beside_a_month_are_no_years_r2() {
        assert_eq!(mentioned("Inlämnas senast 10 november 2018").1, None);
        assert_eq!(
            mentioned("palautus lokakuu 10. päivään").1.as_deref(),
            Some("10")
        );
        let organisations = Organisations::new(&region());
        let several = |text: &str| mentions(text, &WordList, &organisations).several_months;
        assert!(several("espoo Q3 2018"));
        assert!(!several("espoo 2018-10"));
    }

    #[test]
    fn a_number_is_no_municipality_in_a_name() {
        assert_eq!(mentioned("raportti 49").0, None);
    }
}
