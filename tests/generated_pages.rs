//! Pages made from one source are up to date (`KOOSTE_UPDATE=1` writes them anew).

use std::fmt::Write as _;

use kooste::help;
use kooste::issue_pages;
use kooste::language::Language;
use kooste::messages::Messages;

use crate::kit::committed;

#[test]
fn the_pages_of_the_issue_codes_are_up_to_date() {
    for language in Language::ALL {
        let page = issue_pages::page(language);
        committed(&format!("docs/issues/{}.md", language.code()), &page);
    }
}

#[test]
fn the_command_reference_is_what_help_says() {
    for language in Language::ALL {
        // As wide as in a file, whatever terminal the test runs on.
        let mut command = help::command(Messages::of(language)).term_width(100);
        command.build();
        let mut page = format!("# kooste\n\n```text\n{}```\n", command.render_help());
        for part in command.get_subcommands_mut() {
            let name = part.get_name().to_owned();
            let _ = write!(
                page,
                "\n## kooste {name}\n\n```text\n{}```\n",
                part.render_help()
            );
        }
        committed(&format!("docs/commands/{}.md", language.code()), &page);
    }
}
