//! The page as one self-contained HTML file that needs no script.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};

use super::view::PageView;
use crate::error::ReportError;
use crate::summary::page::Page;
use crate::words::Words;

const TEMPLATE: &str = include_str!("../../templates/summary.html");
/// Patterns that stand beside colours in charts and maps.
pub(super) const PATTERNS: &str = include_str!("../../assets/patterns.svg");
const STYLE: &str = include_str!("../../assets/summary.css");

/// The page as HTML.
///
/// # Errors
///
/// [`ReportError::Template`] if the template asks for something that the page does not have.
pub fn page(page: &Page, words: &Words) -> Result<String, ReportError> {
    let mut environment = Environment::new();
    // Whatever stands in a report is text: nothing of it becomes markup.
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_template("summary.html", TEMPLATE)?;
    let heading = format!("{} · {}", page.title, page.subtitle);
    let rendered = environment.get_template("summary.html")?.render(context! {
        page => Value::from(Serde(PageView::of(page, words))),
        patterns => Value::from_safe_string(PATTERNS.trim_end().to_owned()),
        style => Value::from_safe_string(STYLE.to_owned()),
        running_head => Value::from_safe_string(css_string(&heading)),
    })?;
    Ok(rendered)
}

/// A text as a string of CSS: everything but letters, digits and spaces is written by its number.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == ' ' {
            string.push(letter);
        } else {
            string.push_str(&format!("\\{:06x}", u32::from(letter)));
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::css_string;

    #[test]
    fn nothing_ends_a_string_of_css() {
        assert_eq!(
            css_string("Lape\"}</style>"),
            "\"Lape\\000022\\00007d\\00003c\\00002fstyle\\00003e\""
        );
    }
}
