//! Reads the folder `branding` beside the region file: `branding.toml`, a logo and templates of the page, all optional.

use std::path::Path;

use kooste_reports::branding::{
    Branding, Color, DARK, LEAST_CONTRAST, LIGHT, Logo, PAPER_TEMPLATE, TEMPLATE,
};
use serde::Deserialize;

use super::region_file::failure;
use super::toml_fault::{self, Fault, Places, Step};
use crate::failure::{Failure, Phrase};
use crate::messages::Messages;

/// Name of the folder in a workspace.
pub const FOLDER: &str = kooste_transform::closing::LOOK;
const SETTINGS: &str = "branding.toml";

/// `branding.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    accent: Option<String>,
    accent_dark: Option<String>,
    logo: Option<String>,
    logo_text: Option<String>,
}

/// Reads the look of a workspace; without the folder it is ours.
///
/// # Errors
/// A file that cannot be read, an unknown key, a colour that is none or cannot be read on the page, a logo that no page can
/// show; each with its line.
pub fn read(workspace: &Path, messages: &Messages) -> Result<Branding, Failure> {
    let folder = workspace.join(FOLDER);
    let mut branding = Branding {
        template: template(&folder, TEMPLATE)?,
        paper_template: template(&folder, PAPER_TEMPLATE)?,
        ..Branding::default()
    };
    let path = folder.join(SETTINGS);
    if !path.is_file() {
        return Ok(branding);
    }
    let source = super::read_text(&path, "failure-settings-unreadable")?;
    let written = toml_fault::read::<Written>(&source)
        .map_err(|fault| failure(&path, &source, &[fault], messages))?;
    let places = Places::of(&source);
    let mut faults = Vec::new();
    let mut fault = |key: &str, message: Phrase, hint: Option<Phrase>| {
        let span = places.find(&[Step::Key(key)]);
        faults.push(Fault {
            span,
            message,
            hint,
        });
    };
    let colors: [(&str, &Option<String>, &[Color]); 2] = [
        ("accent", &written.accent, &LIGHT),
        ("accent_dark", &written.accent_dark, &DARK),
    ];
    let mut read = colors.map(|(key, text, grounds)| {
        let text = text.as_deref()?;
        let Some(color) = Color::parse(text) else {
            let message = Phrase::new("settings-color").with("value", text);
            fault(key, message, Some(Phrase::new("hint-color")));
            return None;
        };
        let contrast = color.contrast_on(grounds);
        if contrast < LEAST_CONTRAST {
            let readable = color.readable_on(grounds).to_string();
            let hint = Phrase::new("hint-contrast").with("value", readable);
            fault(key, contrast_told(text, contrast, messages), Some(hint));
        }
        Some(color)
    });
    (branding.accent, branding.accent_dark) = (read[0].take(), read[1].take());
    if let Some(name) = &written.logo {
        match logo(&folder, name, written.logo_text.as_deref()) {
            Some(logo) => branding.logo = Some(logo),
            None => fault(
                "logo",
                Phrase::new("settings-logo").with("value", name),
                None,
            ),
        }
    }
    if faults.is_empty() {
        return Ok(branding);
    }
    faults.sort_by_key(|fault| fault.span.start);
    Err(failure(&path, &source, &faults, messages))
}

fn contrast_told(color: &str, contrast: f64, messages: &Messages) -> Phrase {
    Phrase::new("settings-contrast")
        .with("value", color)
        .with("contrast", messages.decimal(&format!("{contrast:.1}")))
        .with("least", messages.decimal(&LEAST_CONTRAST.to_string()))
}

fn template(folder: &Path, name: &str) -> Result<Option<String>, Failure> {
    let path = folder.join(name);
    if !path.is_file() {
        return Ok(None);
    }
    super::read_text(&path, "failure-settings-unreadable").map(Some)
}

fn logo(folder: &Path, name: &str, text: Option<&str>) -> Option<Logo> {
    let bytes = std::fs::read(folder.join(name)).ok()?;
    let media_type = Logo::media_type(&bytes)?;
    let text = text.unwrap_or_default().to_owned();
    Some(Logo {
        media_type,
        bytes,
        text,
    })
}
