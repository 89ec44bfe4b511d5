//! Tells what a text names: the programme's codes and forms, the region's organisations, municipalities, months, and
//! the words for sums and for "nothing was done". Nothing is corrected here: a text names something as a whole, or not.

use std::collections::HashMap;
use std::sync::Arc;

use kooste_ingest::vocabulary::{FieldKind, FieldWords, FormWords, Lexicon, Term, Vocabulary};

use super::{Form, Programme};
use crate::calendar::Month;
use crate::reference::Reference;
use crate::region::RegionFile;
use crate::values::code::CodeIndex;
use crate::values::municipality::MunicipalityIndex;
use crate::values::organisation::OrganisationIndex;
use crate::values::{fold, inflection, month, words};

/// Texts longer than this (bytes) name nothing.
const LONGEST: usize = 160;

/// The words of a programme in a region.
#[derive(Debug)]
pub struct ProgrammeLexicon {
    /// Forms by folded name.
    forms: HashMap<String, usize>,
    /// The code lists with their names.
    lists: Vec<(String, CodeIndex)>,
    /// Folded labels of the fields that take a code of a list, in the order of the lists.
    heads: Vec<Vec<String>>,
    municipalities: Arc<MunicipalityIndex>,
    organisations: OrganisationIndex,
    /// The month whose municipalities count.
    month: Month,
    /// Codes of the municipalities that an organisation stands for.
    own: Vec<String>,
    /// Folded names of the region, which may stand beside a word for a sum.
    region: Vec<String>,
}

impl ProgrammeLexicon {
    /// Prepares the words of a programme in a region.
    #[must_use]
    pub fn new(programme: &Programme, region: &RegionFile, reference: &Reference) -> Self {
        let own: Vec<String> = region
            .organisations
            .iter()
            .filter_map(|organisation| organisation.municipality.clone())
            .collect();
        let index =
            MunicipalityIndex::new(Arc::new(reference.clone()), own.iter().map(String::as_str));
        let municipalities = Arc::new(index);
        let lists = programme.lists.iter();
        ProgrammeLexicon {
            forms: form_names(&programme.forms),
            heads: programme
                .lists
                .iter()
                .map(|list| heads(programme, &list.name))
                .collect(),
            lists: lists
                .map(|list| (list.name.clone(), CodeIndex::new(list)))
                .collect(),
            organisations: OrganisationIndex::new(region, Arc::clone(&municipalities)),
            municipalities,
            // Names of any time are known; which of several bearers is meant depends on the time of the region.
            month: Month::parse(&region.region.last_month).unwrap_or(Month::LATEST),
            own,
            region: [
                &region.region.name.fi,
                &region.region.name.sv,
                &region.region.name.en,
            ]
            .map(|name| fold::words(name))
            .to_vec(),
        }
    }

    /// The code list of this name, ready for look-ups.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&CodeIndex> {
        let found = self.lists.iter().find(|(list, _)| list == name);
        found.map(|(_, index)| index)
    }

    /// The municipalities.
    #[must_use]
    pub fn municipalities(&self) -> &MunicipalityIndex {
        &self.municipalities
    }

    /// The organisations of the region.
    #[must_use]
    pub fn organisations(&self) -> &OrganisationIndex {
        &self.organisations
    }

    fn form(&self, key: &str) -> Option<usize> {
        self.forms.get(key).copied()
    }

    /// Everything but sums and nil, which may stand beside it. `folded` are the words of `text`.
    fn names(&self, text: &str, folded: &str) -> Vec<Term> {
        let mut terms = Vec::new();
        if let Some(said) = month::said(text).or_else(|| first_of_month(text)) {
            terms.push(Term::Month {
                year: said.year,
                month: said.month,
            });
        }
        // Numbers and dates name nothing else; tables are full of them.
        if !text.contains(char::is_alphabetic) {
            terms.extend(self.own_code(text));
            return terms;
        }
        let key = folded.replace(' ', "");
        let date = self.month.first_day();
        if let Some(code) = self.municipalities.recognise(text, date) {
            terms.push(Term::Municipality(code.to_string()));
        }
        let organisation = self.organisations.recognise(text, self.month);
        if let Some(code) = organisation.and_then(|at| self.organisations.code(at)) {
            terms.push(Term::Organisation(code.to_string()));
        }
        terms.extend(self.form(&key).map(Term::Form));
        if !is_telling(text) {
            return terms;
        }
        let stems = inflection::stems(folded);
        let numbered = is_numbered(text);
        for ((list, index), heads) in self.lists.iter().zip(&self.heads) {
            let named = index.of_folded(&key, &stems);
            if let Some(code) = named.or_else(|| index.headed(folded, heads, numbered)) {
                terms.push(Term::Code {
                    list: list.clone(),
                    code: code.to_string(),
                });
            }
        }
        // `II` is a code and not the municipality Ii.
        let is_code = |term: &Term| matches!(term, Term::Code { .. });
        if text.trim_matches(|sign: char| !sign.is_alphanumeric()) == "II"
            && terms.iter().any(is_code)
        {
            terms.retain(|term| !matches!(term, Term::Municipality(_) | Term::Organisation(_)));
        }
        terms
    }

    /// The code of a municipality of the region, with all three digits: other numbers name nothing.
    fn own_code(&self, digits: &str) -> Option<Term> {
        let own = digits.len() == 3 && self.own.iter().any(|code| code == digits);
        own.then(|| Term::Municipality(digits.to_owned()))
    }
}

impl Lexicon for ProgrammeLexicon {
    fn recognise(&self, text: &str) -> Vec<Term> {
        let text = fold::trim(text);
        if text.is_empty() || text.len() > LONGEST {
            return Vec::new();
        }
        let folded = fold::words(text);
        let mut terms = self.names(text, &folded);
        if let Some(rest) = words::beside_nil(&folded) {
            let beside = self.names(&rest, &rest);
            if rest.is_empty() || !beside.is_empty() {
                terms.push(Term::Nil);
                terms.extend(beside);
            }
        } else if let Some(rest) = words::beside_total(&folded)
            && (rest.is_empty()
                || self.region.contains(&rest)
                || is_year(&rest)
                || !self.names(&rest, &rest).is_empty())
        {
            terms.push(Term::Total);
        }
        terms
    }

    fn nearly(&self, list: &str, text: &str) -> Option<Term> {
        let (_, index) = self.lists.iter().find(|(name, _)| name == list)?;
        index.nearly(text).map(|code| Term::Code {
            list: list.to_owned(),
            code: code.to_string(),
        })
    }
}

/// The folded labels and synonyms of the fields that take one code of a list.
fn heads(programme: &Programme, list: &str) -> Vec<String> {
    let fields = programme.forms.iter().flat_map(|form| &form.fields);
    let takes = |kind: &FieldKind| matches!(kind, FieldKind::Code(own) if own == list);
    let mut heads: Vec<String> = fields
        .filter(|field| takes(&field.kind))
        .flat_map(|field| {
            let labels = [&field.labels.fi, &field.labels.sv, &field.labels.en];
            labels.into_iter().chain(&field.synonyms)
        })
        .map(|label| fold::words(label))
        .collect();
    heads.sort_unstable();
    heads.dedup();
    heads
}

/// Tells whether a text begins with a number of its own: `2. Perhekeskus`, `2) Perhekeskus`.
fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['.', ')'])
}

/// One letter says too little, except for a Roman numeral as it is written.
fn is_telling(text: &str) -> bool {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .count()
        > 1
        || text == "I"
}

/// Tells whether a text is a year: `2018 yht.` is the sum of a year.
fn is_year(text: &str) -> bool {
    let year = text.parse().ok().filter(|_| text.len() == 4);
    year.is_some_and(|year: i32| (2000..2100).contains(&year))
}

/// The first day of a month stands for the month, as headers of workbooks hold it.
fn first_of_month(text: &str) -> Option<month::SaidMonth> {
    let day: chrono::NaiveDate = text.parse().ok()?;
    (chrono::Datelike::day(&day) == 1).then(|| month::SaidMonth {
        year: Some(chrono::Datelike::year(&day)),
        month: chrono::Datelike::month(&day),
    })
}

fn form_names(forms: &[Form]) -> HashMap<String, usize> {
    let mut names: HashMap<String, Option<usize>> = HashMap::new();
    for (at, form) in forms.iter().enumerate() {
        for name in all_names(form) {
            names
                .entry(fold::key(&name))
                .and_modify(|known| {
                    if *known != Some(at) {
                        *known = None;
                    }
                })
                .or_insert(Some(at));
        }
    }
    let single = names.into_iter();
    single.filter_map(|(name, at)| Some((name, at?))).collect()
}

/// Code, labels and synonyms of a form.
fn all_names(form: &Form) -> Vec<String> {
    let labels = [&form.labels.fi, &form.labels.sv, &form.labels.en];
    std::iter::once(form.code.to_string())
        .chain(labels.into_iter().cloned())
        .chain(form.synonyms.iter().cloned())
        .filter(|name| !name.is_empty())
        .collect()
}

impl Programme {
    /// The words that reading uses, for a region.
    #[must_use]
    pub fn vocabulary(&self, region: &RegionFile, reference: &Reference) -> Vocabulary {
        self.vocabulary_with(Arc::new(ProgrammeLexicon::new(self, region, reference)))
    }

    /// The words that reading uses, with a lexicon that is there already.
    #[must_use]
    pub fn vocabulary_with(&self, lexicon: Arc<ProgrammeLexicon>) -> Vocabulary {
        let forms = self.forms.iter().map(form_words).collect();
        Vocabulary::new(forms, lexicon)
    }
}

fn form_words(form: &Form) -> FormWords {
    let fields = form.fields.iter().map(|field| {
        let labels = [&field.labels.fi, &field.labels.sv, &field.labels.en];
        FieldWords {
            code: Arc::clone(&field.code),
            kind: field.kind.clone(),
            required: field.required,
            labels: labels
                .into_iter()
                .filter(|label| !label.is_empty())
                .cloned()
                .collect(),
            synonyms: field.synonyms.clone(),
            sum_of: field.sum_of.clone(),
        }
    });
    FormWords {
        code: Arc::clone(&form.code),
        names: all_names(form),
        fields: fields.collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::data::Folder;
    use crate::reference::tests::shipped;
    use crate::testkit::region;

    fn lexicon() -> ProgrammeLexicon {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pipelines/programmes/lape");
        let programme = Programme::load(&Folder::new(folder)).unwrap();
        ProgrammeLexicon::new(&programme, &region(), &shipped())
    }

    fn code(list: &str, code: &str) -> Term {
        Term::Code {
            list: list.into(),
            code: code.into(),
        }
    }

    #[test]
    fn whole_texts_name_something() {
        let lexicon = lexicon();
        let espoo = [
            Term::Municipality("049".into()),
            Term::Organisation("espoo".into()),
        ];
        assert_eq!(lexicon.recognise("Espoo"), espoo);
        assert_eq!(lexicon.recognise("i Esbo"), espoo);
        assert_eq!(lexicon.recognise("049"), [Term::Municipality("049".into())]);
        assert_eq!(
            lexicon.recognise("lokakuu 2018"),
            [Term::Month {
                year: Some(2018),
                month: 10
            }]
        );
        assert_eq!(
            lexicon.recognise("2018-10-01"),
            [Term::Month {
                year: Some(2018),
                month: 10
            }]
        );
        assert_eq!(lexicon.recognise("Toimenpiteet"), [Term::Form(0)]);
        assert_eq!(lexicon.recognise("II")[0], code("development_area", "II"));
        assert_eq!(lexicon.recognise("Ii")[0], Term::Municipality("139".into()));
        assert!(
            lexicon
                .recognise("Toiminnassa olevat perhekeskukset")
                .contains(&code("indicator", "FAMILY_CENTRES_OPERATING"))
        );
        assert!(
            lexicon
                .recognise("Palkat ja palkkiot")
                .contains(&code("cost_category", "salaries"))
        );
    }

    #[test]
    fn headings_name_a_code_with_label_number_and_words_r13() {
        let lexicon = lexicon();
        for text in [
            "Kehittämiskokonaisuus III: Varhaiskasvatus, koulu ja oppilaitos",
            "Kokonaisuus III: Varhaiskasvatus, koulu",
            "Helhet III: Småbarnspedagogik, skola",
            "Kehittämiskokonaisuus III - Varhaiskasvatus, koulu ja oppilaitos",
            "3. Varhaiskasvatus ja koulu",
            "3) Koulu",
            "III: Koulu",
        ] {
            let area = code("development_area", "III");
            assert!(lexicon.recognise(text).contains(&area), "{text}");
        }
        for text in [
            "3 koulua",
            "3. Perhekeskus",
            "Kokonaisuus III: muut",
            "12. Koulu",
        ] {
            assert_eq!(lexicon.recognise(text), [], "{text}");
        }
    }

    #[test]
    fn sums_and_nothing_done_are_named_with_what_stands_beside() {
        let lexicon = lexicon();
        assert_eq!(lexicon.recognise("Yhteensä"), [Term::Total]);
        assert_eq!(lexicon.recognise("YHT."), [Term::Total]);
        assert_eq!(lexicon.recognise("2018 yht."), [Term::Total]);
        assert!(lexicon.recognise("Espoo yhteensä").contains(&Term::Total));
        assert_eq!(lexicon.recognise("Koemaa yhteensä"), [Term::Total]);
        assert!(
            lexicon
                .recognise("Totalt oktober 2018")
                .contains(&Term::Total)
        );
        assert_eq!(lexicon.recognise("Ei toimintaa"), [Term::Nil]);
        assert_eq!(lexicon.recognise("Toimintaa ei ollut juurikaan"), []);
        assert_eq!(
            lexicon.recognise("Nollaraportti – kustannukset"),
            [Term::Nil, Term::Form(2)]
        );
        assert!(
            lexicon
                .recognise("Ei toimintaa lokakuussa")
                .contains(&Term::Nil)
        );
    }

    #[test]
    fn numbers_single_letters_and_sentences_name_nothing() {
        let lexicon = lexicon();
        for text in [
            "",
            "5",
            "12",
            "109",
            "2018",
            "s",
            "r",
            "i",
            "12,5",
            "Perhekahvila Espoossa",
            "Yhteensä kävi paljon väkeä",
            "Ei toimintaa vaan suunnittelua",
        ] {
            assert_eq!(lexicon.recognise(text), [], "{text}");
        }
    }
}
