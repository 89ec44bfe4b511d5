//! What the tests of this crate share: a small region and a small list of words.

use kooste_ingest::vocabulary::{Lexicon, Term};

use crate::region::RegionFile;

/// Six organisations of a made-up region; Inkoo and Siuntio report jointly.
pub(crate) const REGION: &str = r#"
[region]
code = "koe"
name = { fi = "Koemaa" }
project = { fi = "Koe" }
programme = "lape"
languages = ["fi", "sv"]
first_month = "2017-02"
last_month = "2018-12"
[reporting]
due_day = 10
[[organisation]]
code = "espoo"
kind = "municipality"
municipality = "049"
name = { fi = "Espoon kaupunki", sv = "Esbo stad" }
aliases = ["Espoo", "Esbo"]
[[organisation]]
code = "vantaa"
kind = "municipality"
municipality = "092"
name = { fi = "Vantaan kaupunki", sv = "Vanda stad" }
aliases = ["Vantaa", "Vanda"]
[[organisation]]
code = "inkoo"
kind = "municipality"
municipality = "149"
name = { fi = "Inkoon kunta", sv = "Ingå kommun" }
aliases = ["Inkoo", "Ingå"]
[[organisation]]
code = "siuntio"
kind = "municipality"
municipality = "755"
name = { fi = "Siuntion kunta", sv = "Sjundeå kommun" }
aliases = ["Siuntio", "Sjundeå"]
reports_with = "inkoo"
[[organisation]]
code = "hus"
kind = "joint_authority"
name = { fi = "HUS" }
forms = ["activities", "indicators", "narrative"]
every = { narrative = "quarter" }
[[organisation]]
code = "nicehearts"
kind = "ngo"
name = { fi = "Nicehearts ry" }
aliases = ["Nicehearts"]
"#;

/// The region of the tests.
pub(crate) fn region() -> RegionFile {
    toml::from_str(REGION).unwrap()
}

/// Knows a few whole words, enough to test how names are taken apart.
pub(crate) struct WordList;

impl Lexicon for WordList {
    fn recognise(&self, text: &str) -> Vec<Term> {
        let organisation = |code: &str| vec![Term::Organisation(code.to_owned())];
        match text.to_lowercase().as_str() {
            "espoo" | "espoon" | "espoon kaupunki" | "49" => organisation("espoo"),
            "vantaa" => organisation("vantaa"),
            "inkoo" => organisation("inkoo"),
            "siuntio" => organisation("siuntio"),
            "hus" => organisation("hus"),
            "lokakuu" => vec![Term::Month {
                year: None,
                month: 10,
            }],
            "lokakuu 2018" => vec![Term::Month {
                year: Some(2018),
                month: 10,
            }],
            _ => Vec::new(),
        }
    }
}
