//! Charts and maps for paper: the drawings of the page with their colours and patterns written into them, because an image
//! of a PDF knows no style of the page around it.

use serde_json::Value;

use crate::render::html::PATTERNS;

const STYLE: &str = include_str!("../../../assets/paper.css");

/// The points of the lines of a legend, in the order of their styles.
const POINTS: [&str; 4] = [
    r#"<circle class="point l1" cx="14" cy="7" r="3.5"/>"#,
    r#"<rect class="point l2" x="10.5" y="3.5" width="7" height="7"/>"#,
    r#"<path class="point l3" d="M14 2.5l4.2 8H9.8z"/>"#,
    r#"<path class="point l4" d="M14 2.2l4.8 4.8-4.8 4.8L9.2 7z"/>"#,
];

/// Writes style and patterns into every drawing of the page, names the one for paper and the narrow one, and adds swatches to legends.
pub(super) fn dress(data: &mut Value) {
    match data {
        Value::Object(parts) => {
            if let Some(Value::Array(drawings)) = parts.remove("drawings") {
                for (key, drawing) in ["drawing", "narrow"].into_iter().zip(drawings) {
                    let drawing = drawing.as_str().unwrap_or_default();
                    parts.insert(key.to_owned(), dressed(drawing).into());
                }
            }
            if let Some(swatch) = swatch(parts) {
                parts.insert("swatch".to_owned(), swatch.into());
            }
            parts.values_mut().for_each(dress);
        }
        Value::Array(parts) => parts.iter_mut().for_each(dress),
        _ => {}
    }
}

/// The drawing with what it needs to stand alone.
fn dressed(drawing: &str) -> String {
    let Some((open, rest)) = drawing.split_once('>') else {
        return String::new();
    };
    let open = open.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
    format!("{open}><style>{STYLE}</style><defs>{PATTERNS}</defs>{rest}")
}

/// The sign of a series or shade in a legend.
fn swatch(entry: &serde_json::Map<String, Value>) -> Option<String> {
    let mark = if let Some(fill) = entry.get("fill").and_then(Value::as_str) {
        format!(
            "<rect class=\"place\" fill=\"url(#m-{fill})\" x=\"1\" y=\"1\" width=\"26\" height=\"12\"/>"
        )
    } else {
        let style = entry.get("style")?.as_u64()?;
        match (style, entry.get("line")?.as_bool()?) {
            (0, _) => "<path class=\"line forecast\" d=\"M1 7h26\"/>".to_owned(),
            (style, true) => {
                let point = usize::try_from(style)
                    .ok()
                    .and_then(|style| POINTS.get(style - 1));
                let point = point.copied().unwrap_or_default();
                format!("<path class=\"line l{style}\" d=\"M1 7h26\"/>{point}")
            }
            (1, false) => {
                "<rect class=\"f1\" x=\"2\" y=\"1\" width=\"24\" height=\"12\"/>".to_owned()
            }
            (style, false) => format!(
                "<rect class=\"f{style}\" x=\"2\" y=\"1\" width=\"24\" height=\"12\"/>\
                 <rect fill=\"url(#p{style})\" x=\"2\" y=\"1\" width=\"24\" height=\"12\"/>"
            ),
        }
    };
    Some(dressed(&format!("<svg viewBox=\"0 0 28 14\">{mark}</svg>")))
}
