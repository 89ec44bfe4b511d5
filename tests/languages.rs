//! The three languages say the same things, and nothing is said in vain.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_bundle::FluentResource;
use kooste::cli::Cli;
use kooste::language::Language;
use kooste::messages::{self, LOCALES};
use kooste_ingest::issue::Code;

use crate::kit::{root, sources};

/// Keys and attributes of a file with the variables they use.
fn variables(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let head = line
            .split_once(" =")
            .map(|(head, _)| head)
            .unwrap_or_default();
        if line.starts_with(|first: char| first.is_ascii_lowercase()) && !head.is_empty() {
            head.clone_into(&mut message);
            current = message.clone();
        } else if line.starts_with("    .") && !head.is_empty() {
            current = format!("{message}{}", head.trim());
        }
        let names = line.split('$').skip(1).map(|rest| {
            let end = rest
                .find(|letter: char| !letter.is_ascii_alphanumeric())
                .unwrap_or(rest.len());
            rest[..end].to_owned()
        });
        if !current.is_empty() {
            found.entry(current.clone()).or_default().extend(names);
        }
    }
    found
}

fn all_variables(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let folder = LOCALES.get_dir(language.code()).unwrap();
    folder
        .files()
        .flat_map(|file| variables(file.contents_utf8().unwrap()))
        .collect()
}

#[test]
fn every_text_file_is_whole() {
    for language in Language::ALL {
        for file in LOCALES.get_dir(language.code()).unwrap().files() {
            let source = file.contents_utf8().unwrap().to_owned();
            let parsed = FluentResource::try_new(source);
            assert!(
                parsed.is_ok(),
                "{}: {:?}",
                file.path().display(),
                parsed.err().unwrap().1
            );
        }
    }
}

#[test]
fn all_languages_have_the_same_keys_with_the_same_variables() {
    let finnish = all_variables(Language::Fi);
    for language in [Language::Sv, Language::En] {
        let other = all_variables(language);
        for (key, names) in &finnish {
            assert_eq!(other.get(key), Some(names), "{key} in {}", language.code());
        }
        let extra: Vec<_> = other
            .keys()
            .filter(|key| !finnish.contains_key(*key))
            .collect();
        assert!(extra.is_empty(), "only in {}: {extra:?}", language.code());
    }
}

#[test]
fn no_key_stands_twice() {
    for language in Language::ALL {
        let keys = messages::keys(language);
        let once: BTreeSet<_> = keys.iter().collect();
        assert_eq!(keys.len(), once.len(), "{}", language.code());
    }
}

/// The source of the command, all files together.
fn command_source() -> String {
    let files = sources("pipelines/src", ".rs");
    files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// Keys made of names: of `--help`, of issues, of the parts of an inspection, of states and causes.
fn made_of_names(key: &str) -> bool {
    [
        "help-",
        "issue-",
        "inspect-",
        "plan-state-",
        "diff-cause-",
        "doctor-",
    ]
    .iter()
    .any(|start| key.starts_with(start))
}

#[test]
fn no_key_is_unused() {
    let source = command_source();
    for key in messages::keys(Language::Fi) {
        let used = made_of_names(key) || source.contains(&format!("\"{key}\""));
        assert!(used, "nobody says {key}");
    }
}

#[test]
fn no_key_is_missing() {
    let known: BTreeSet<&str> = messages::keys(Language::Fi).into_iter().collect();
    let families: BTreeSet<&str> = known
        .iter()
        .filter_map(|key| key.split('-').next())
        .collect();
    let source = command_source();
    for literal in source.split('"').skip(1).step_by(2) {
        let family = literal.split('-').next().unwrap_or_default();
        let plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        let looks_like_a_key =
            literal.contains('-') && !literal.ends_with('-') && literal.chars().all(plain);
        if looks_like_a_key && families.contains(family) {
            assert!(known.contains(literal), "there is no text {literal}");
        }
    }
}

#[test]
fn every_flag_and_command_has_its_help_and_no_help_is_left_over() {
    let mut wanted: BTreeSet<String> = ["help-kooste", "help-kooste-after"]
        .map(str::to_owned)
        .into();
    let root = <Cli as clap::CommandFactory>::command();
    let argument_key = |command: &str, id: &str| format!("help-{command}-{}", id.replace('_', "-"));
    wanted.extend(
        root.get_arguments()
            .map(|argument| argument_key("global", argument.get_id().as_str())),
    );
    for command in root.get_subcommands() {
        let name = command.get_name();
        wanted.insert(format!("help-{name}"));
        wanted.extend(
            command
                .get_arguments()
                .map(|argument| argument_key(name, argument.get_id().as_str())),
        );
    }
    let there: BTreeSet<String> = messages::keys(Language::Fi)
        .into_iter()
        .filter(|key| key.starts_with("help-"))
        .filter(|key| !key.starts_with("help-heading-") && !key.starts_with("help-value-"))
        .map(str::to_owned)
        .collect();
    assert_eq!(there, wanted);
}

#[test]
fn every_issue_code_has_title_cause_and_cure_and_no_other_code_has_words() {
    let codes: BTreeSet<&str> = Code::ALL.into_iter().map(Code::name).collect();
    let there = all_variables(Language::Fi);
    for code in &codes {
        for part in ["", ".title", ".cause", ".cure"] {
            let key = format!("issue-{code}{part}");
            assert!(there.contains_key(&key), "{key} is missing");
        }
    }
    let parts = ["blank", "no-field", "expected", "suggestion", "quote"];
    for key in messages::keys(Language::Fi) {
        let Some(name) = key.strip_prefix("issue-") else {
            continue;
        };
        let code = name.split("--").next().unwrap_or_default();
        assert!(
            codes.contains(code) || parts.contains(&code),
            "{key} belongs to no code"
        );
    }
}

/// Sources of the crates that notice things.
fn noticing_source() -> String {
    ["ingest/src", "transform/src"]
        .into_iter()
        .flat_map(|folder| sources(folder, ".rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The literal after each occurrence of `start`, if one follows at once.
fn literals_after<'a>(source: &'a str, start: &str) -> Vec<&'a str> {
    source
        .split(start)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect()
}

#[test]
fn every_finer_reason_has_words() {
    let source = noticing_source();
    let worded: BTreeSet<&str> = messages::keys(Language::Fi)
        .into_iter()
        .filter_map(|key| Some(key.split_once("--")?.1))
        .collect();
    let mut missing = BTreeSet::new();
    for start in [".reason(", "format_error(", "too_large(", "reason: "] {
        missing.extend(literals_after(&source, start));
    }
    for code in ["Code::"] {
        for rest in source.split(&format!("Finding::new({code}")).skip(1) {
            missing.extend(
                rest.split_once(", \"")
                    .filter(|(name, _)| name.len() < 30)
                    .and_then(|(_, rest)| rest.split('"').next()),
            );
        }
    }
    missing.remove("");
    missing.retain(|reason| !worded.contains(reason) && !reason.contains(' '));
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_worded_reason_is_given_somewhere() {
    let source = noticing_source();
    for key in messages::keys(Language::Fi) {
        if let Some((_, reason)) = key.split_once("--") {
            assert!(
                source.contains(&format!("\"{reason}\"")),
                "nobody gives the reason of {key}"
            );
        }
    }
}

#[test]
fn the_contract_and_the_codes_agree() {
    let names: Vec<&str> = Code::ALL.into_iter().map(Code::name).collect();
    assert_eq!(names.len(), 49);
    assert!(root().join("docs/issues/fi.md").is_file());
}
