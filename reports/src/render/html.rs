//! The page as one self-contained HTML file that needs no script; where scripts may run, tables can be sorted.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use sha2::{Digest as _, Sha256};

use super::chart::Size;
use super::view::PageView;
use crate::branding::{Branding, Color, Logo, TEMPLATE as TEMPLATE_NAME};
use crate::error::ReportError;
use crate::summary::page::Page;
use crate::words::Words;

const TEMPLATE: &str = include_str!("../../templates/summary.html");
/// Patterns that stand beside colours in charts and maps.
pub(super) const PATTERNS: &str = include_str!("../../assets/patterns.svg");
/// Sorts tables; the page allows this script by its hash, and no other.
const SCRIPT: &str = include_str!("../../assets/sort.js");
const STYLE: &str = include_str!("../../assets/summary.css");

/// The page as HTML in our own look.
///
/// # Errors
///
/// [`ReportError::Template`] if the template asks for something that the page does not have.
pub fn page(page: &Page, words: &Words) -> Result<String, ReportError> {
    branded(page, words, &Branding::default())
}

/// The page as HTML in the look of a region.
///
/// # Errors
///
/// [`ReportError::OwnTemplate`] if the region's template is at fault or asks for something that the page does not have.
pub fn branded(page: &Page, words: &Words, branding: &Branding) -> Result<String, ReportError> {
    rendered(page, words, branding).map_err(|fault| match &branding.template {
        Some(_) => ReportError::OwnTemplate {
            name: TEMPLATE_NAME,
            line: fault.line().unwrap_or(0),
            cause: (fault.detail()).map_or_else(|| fault.kind().to_string(), str::to_owned),
        },
        None => fault.into(),
    })
}

fn rendered(page: &Page, words: &Words, branding: &Branding) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    // Whatever stands in a report is text: nothing of it becomes markup.
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let template = branding.template.as_deref().unwrap_or(TEMPLATE);
    environment.add_template(TEMPLATE_NAME, template)?;
    let heading = format!("{} · {}", page.title, page.subtitle);
    environment.get_template(TEMPLATE_NAME)?.render(context! {
        page => Value::from(Serde(PageView::of(page, Size::Wide, words))),
        patterns => Value::from_safe_string(PATTERNS.trim_end().to_owned()),
        style => Value::from_safe_string(format!("{STYLE}{}", colors(branding))),
        logo => branding.logo.as_ref().map(picture),
        logo_text => branding.logo.as_ref().map(|logo| logo.text.as_str()),
        script => Value::from_safe_string(SCRIPT.to_owned()),
        script_hash => BASE64_STANDARD.encode(Sha256::digest(SCRIPT)),
        running_head => Value::from_safe_string(css_string(&heading)),
    })
}

/// The colours of a region as a style after ours.
fn colors(branding: &Branding) -> String {
    let rule = |color: Color| format!(":root {{ --accent: {color}; --brand: {color}; }}");
    let mut style = String::new();
    if let Some(color) = branding.accent {
        style.push_str(&format!(
            "@media (prefers-color-scheme: light) {{ {} }}\n",
            rule(color)
        ));
        style.push_str(&format!("@media print {{ {} }}\n", rule(color)));
    }
    if let Some(color) = branding.accent_dark {
        style.push_str(&format!(
            "@media screen and (prefers-color-scheme: dark) {{ {} }}\n",
            rule(color)
        ));
    }
    style
}

/// A picture as an address that holds it.
fn picture(logo: &Logo) -> String {
    format!(
        "data:{};base64,{}",
        logo.media_type,
        BASE64_STANDARD.encode(&logo.bytes)
    )
}

/// A text as a string of CSS: everything but letters and digits is written by its number; a space after a number would be
/// part of it.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
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
    use super::{branded, css_string, page};
    use crate::branding::{Branding, Color, Logo};
    use crate::language::Language;
    use crate::summary::compose;
    use crate::testkit::october;
    use crate::words::Words;

    #[test]
    fn a_page_allows_its_own_script_and_nothing_from_elsewhere() {
        let words = Words::of(Language::Finnish);
        let html = page(&compose(&october(), &words, &[Language::Finnish]), &words).unwrap();
        // openssl dgst -sha256 -binary reports/assets/sort.js | base64
        let allowed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-CKgOXEq8UQn13QP2okC0B18Jw+KGYKQY3HZ/XpTY9/8='\">";
        assert!(html.contains(allowed));
        let (_, script) = html.split_once("<script>").unwrap();
        let (script, _) = script.split_once("</script>").unwrap();
        assert_eq!(script, super::SCRIPT);
        for elsewhere in ["src=\"http", "@import", "url(http", "<link"] {
            assert!(!html.contains(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn nothing_ends_a_string_of_css() {
        assert_eq!(
            css_string("Lape\"}</style>"),
            "\"Lape\\000022\\00007d\\00003c\\00002fstyle\\00003e\""
        );
        assert_eq!(css_string("yö on"), "\"y\\0000f6\\000020on\"");
    }

    #[test]
    fn a_region_gives_its_page_colours_a_logo_and_a_template() {
        let words = Words::of(Language::Finnish);
        let page = compose(&october(), &words, &[Language::Finnish]);
        let logo = Logo {
            media_type: "image/png",
            bytes: b"PNG".into(),
            text: "Oma \"Häme\"".into(),
        };
        let mut branding = Branding {
            accent: Color::parse("#7a1f4b"),
            accent_dark: Color::parse("#f2a7c8"),
            logo: Some(logo),
            ..Branding::default()
        };
        let html = branded(&page, &words, &branding).unwrap();
        assert!(html.contains(":root { --accent: #7a1f4b; --brand: #7a1f4b; }"));
        assert!(html.contains("(prefers-color-scheme: dark) { :root { --accent: #f2a7c8;"));
        assert!(html.contains("src=\"data:image/png;base64,UE5H\" alt=\"Oma &quot;Häme&quot;\""));
        branding.template = Some(
            "<p>{{ page.subtitle }}</p>{% for part in page.sections %}{{ part.id }} {% endfor %}"
                .into(),
        );
        let own = branded(&page, &words, &branding).unwrap();
        assert!(
            own.starts_with("<p>Koemaa: kooste ohjausryhmälle")
                && own.contains("in-short reporters"),
            "{own}"
        );
        branding.template = Some("<p>\n{{ page.nothing }}".into());
        let fault = branded(&page, &words, &branding).unwrap_err().to_string();
        assert_eq!(fault, "`summary.html`, line 2: undefined value");
    }
}
