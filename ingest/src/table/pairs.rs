//! Labels with values outside tables: `Kunta: Espoo` in one cell, or label and value in neighbouring cells.

use super::KeyValue;
use super::matcher::Matcher;
use crate::columns::normalise;
use crate::grid::{CellValue, Grid, Row};
use crate::vocabulary::{FieldKind, Term};

/// Keys that name no field's label but mean one: normalised key, field. An empty field only marks the pair.
const OTHER_KEYS: &[(&str, &str)] = &[
    ("raportoiva organisaatio", "organisation"),
    ("raportoiva taho", "organisation"),
    ("organisaation nimi", "organisation"),
    ("raportoiva kunta", "organisation"),
    ("raportoiva kaupunki", "organisation"),
    ("rapporterande kommun", "organisation"),
    ("reporting municipality", "organisation"),
    ("kunnan nimi", "municipality"),
    ("kunta kaupunki", "municipality"),
    ("kaupunki kunta", "municipality"),
    ("kunta tai kaupunki", "municipality"),
    ("kommun stad", "municipality"),
    ("ilmoittaja", "organisation"),
    ("lähettäjä", "organisation"),
    ("rapportör", "organisation"),
    ("uppgiftslämnare", "organisation"),
    ("rapporterande organisation", "organisation"),
    ("reporter", "organisation"),
    ("ajalta", "period"),
    ("raportin kuukausi", "period"),
    ("raportointijakso", "period"),
    ("jakso", "period"),
    ("rapporteringsmånad", "period"),
    ("reporting period", "period"),
    ("reporting month", "period"),
    ("lomake", "form"),
    ("raportti", "form"),
    ("blankett", "form"),
    ("rapport", "form"),
    ("vuosi", "year"),
    ("år", "year"),
    ("year", "year"),
    ("yhteyshenkilö", ""),
    ("kontaktperson", ""),
    ("laatija", ""),
    ("päiväys", ""),
];

/// Keys that ask for others than the one that reports: who gets the report or approves it, who took part, where
/// somebody lives.
const ASIDE_KEYS: &[&str] = &[
    "vastaanottaja",
    "saaja",
    "mottagare",
    "recipient",
    "hyväksyjä",
    "godkännare",
    "hallinnoija",
    "hankkeen hallinnoija",
    "hankehallinnoija",
    "tiedoksi",
    "jakelu",
    "kopio",
    "lähetä",
    "palauta",
    "palautetaan",
    "palautusosoite",
    "osoite",
    "adress",
    "postitoimipaikka",
    "postort",
    "sähköposti",
    "sähköpostiosoite",
    "e post",
    "email",
    "puhelin",
    "kotikunta",
    "hemkommun",
    "naapurikunnat",
    "osallistuvat kunnat",
    "deltagande kommuner",
    "rahoittaja",
    "yhteistyössä",
    "mukana",
];

/// Letters that a key has at most.
const LONGEST_KEY: usize = 60;

/// The pairs of a row outside tables. A key with a colon is one whatever it says; without colon it must name
/// a field.
pub(super) fn pairs(matcher: &Matcher<'_>, grid: &Grid, row: Row<'_>) -> Vec<KeyValue> {
    let cells: Vec<(u32, CellValue<'_>)> = row.filled().collect();
    let mut pairs = Vec::new();
    let mut at = 0;
    while let Some((column, value)) = cells.get(at).copied() {
        at += 1;
        let CellValue::Text(text) = value else {
            continue;
        };
        if let Some((key, inner)) = split(matcher, text) {
            pairs.push(pair(matcher, key, (row.number(), column), inner.to_owned()));
            continue;
        }
        let key = text.trim().trim_end_matches(':').trim_end();
        let colon = text.trim_end().ends_with(':');
        if !(colon || means_field(matcher, key)) || key.chars().count() > LONGEST_KEY {
            continue;
        }
        match cells.get(at).copied() {
            Some((next, value)) if beside(grid, row.number(), column, next, colon) => {
                let also_key =
                    matches!(value, CellValue::Text(other) if means_field(matcher, other.trim()));
                if !also_key {
                    let value = value_text(value);
                    pairs.push(pair(matcher, key, (row.number(), next), value));
                    at += 1;
                    continue;
                }
            }
            _ => {}
        }
        let below = grid.get(row.number() + 1, column);
        let free = !matches!(below, CellValue::Text(other) if means_field(matcher, other.trim()) || other.contains(':'));
        if !below.is_blank() && free && cells.len() > 1 && !colon {
            let place = (row.number() + 1, column);
            pairs.push(pair(matcher, key, place, value_text(below)));
        }
    }
    pairs
}

/// Tells whether a pair says all that its value can say: it names a field, or a person. What it may tell about
/// the report else (`Raportti: lokakuu 2018`) is read like a title.
pub(super) fn is_settled(pair: &KeyValue) -> bool {
    match other_key(&pair.key) {
        Some("") => true,
        _ => pair.names.iter().any(|name| name != "form"),
    }
}

/// The value of a pair, a date as ISO.
fn value_text(value: CellValue<'_>) -> String {
    value.text().trim().to_owned()
}

/// `Kunta: Espoo` in one cell; without colon only with a spaced dash or an equals sign after a known key.
fn split<'a>(matcher: &Matcher<'_>, text: &'a str) -> Option<(&'a str, &'a str)> {
    let (key, value, sure) = match text.split_once(':') {
        Some((key, value)) => (key, value, true),
        None => {
            let (key, value) = text
                .split_once(" – ")
                .or_else(|| text.split_once(" - "))
                .or_else(|| text.split_once('='))?;
            (key, value, false)
        }
    };
    let (key, value) = (key.trim(), value.trim());
    let worded = key.chars().any(char::is_alphabetic) && key.chars().count() <= LONGEST_KEY;
    let known = means_field(matcher, key);
    (worded && !value.is_empty() && (sure || (known && !means_field(matcher, value))))
        .then_some((key, value))
}

/// Tells whether the next filled cell stands beside the key: in the next column, or right after a merged key;
/// a key with a colon may have a gap.
fn beside(grid: &Grid, row: u32, column: u32, next: u32, colon: bool) -> bool {
    let end = grid
        .merged()
        .iter()
        .find(|region| region.first_row == row && region.first_column == column)
        .map_or(column, |region| region.last_column);
    next == end + 1 || (colon && next <= end + 4)
}

fn means_field(matcher: &Matcher<'_>, key: &str) -> bool {
    other_key(key).is_some() || matcher.is_label(key)
}

fn other_key(key: &str) -> Option<&'static str> {
    let key = normalise(key);
    let mut others = OTHER_KEYS.iter();
    let other = others.find(|(other, _)| *other == key);
    // `Toimenpideraportti: Vihti 10/2018` is read like `Raportti: …`.
    let is_report = || {
        let ends = |end: &&str| key.ends_with(*end) && !key.contains(' ');
        ["raportti", "rapport"].iter().any(ends)
    };
    match other {
        Some((_, field)) => Some(field),
        None if ASIDE_KEYS.contains(&&*key) => Some(""),
        None => is_report().then_some("form"),
    }
}

fn pair(matcher: &Matcher<'_>, key: &str, cell: (u32, u32), value: String) -> KeyValue {
    KeyValue {
        key: key.to_owned(),
        names: names(matcher, key, &value),
        cell,
        value,
    }
}

/// Tells whether a text is an organisation or a municipality, or each of several in it is: `Inkoon kunta, Siuntion kunta`.
fn is_body(matcher: &Matcher<'_>, value: &str) -> bool {
    let is_one = |text: &str| {
        let terms = matcher.terms(text.trim());
        let mut bodies = terms.iter();
        bodies.any(|term| matches!(term, Term::Organisation(_) | Term::Municipality(_)))
    };
    let words = |part| {
        [" ja ", " och ", " and "]
            .iter()
            .fold(vec![part], split_each)
    };
    let mut parts = value.split([',', ';', '/', '&', '+', '\n']).flat_map(words);
    is_one(value) || parts.all(is_one)
}

fn split_each<'t>(parts: Vec<&'t str>, word: &&str) -> Vec<&'t str> {
    parts.iter().flat_map(|part| part.split(*word)).collect()
}

/// Codes of the fields that a key names, over all forms, each once. A person is no organisation: where the key
/// may mean either, the value must be one.
fn names(matcher: &Matcher<'_>, key: &str, value: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    if let Some(other) = other_key(key) {
        if !other.is_empty() && (other != "organisation" || is_body(matcher, value)) {
            names.push(other.to_owned());
        }
        return names;
    }
    for candidate in matcher
        .named(key)
        .iter()
        .filter(|candidate| candidate.is_named())
    {
        let field = &matcher.vocabulary.forms[candidate.form].fields[candidate.field];
        let text = matches!(field.kind, FieldKind::Text | FieldKind::TextList);
        let code = field.code.to_string();
        if !text && !names.contains(&code) {
            names.push(code);
        }
    }
    names
}
