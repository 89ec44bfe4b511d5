//! The look that a region gives its summary: logo, colours and the template of the page, all without building anything.

use std::fmt;

/// Contrast that text needs to its ground (WCAG 2.2, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;
/// Grounds of the light page.
pub const LIGHT: [Color; 2] = [Color([0xfb, 0xfa, 0xf7]), Color([0xff, 0xff, 0xff])];
/// Grounds of the dark page.
pub const DARK: [Color; 3] = [
    Color([0x12, 0x17, 0x1d]),
    Color([0x1a, 0x21, 0x29]),
    Color([0x22, 0x2c, 0x37]),
];

/// What a region changes of the look; nothing by default.
#[derive(Debug, Clone, Default)]
pub struct Branding {
    /// Colour of links, of the lines above key figures and of the logo's ground.
    pub accent: Option<Color>,
    /// The same on a dark page.
    pub accent_dark: Option<Color>,
    /// Logo beside the title.
    pub logo: Option<Logo>,
    /// Template of the page instead of ours (`reports/templates/summary.html`).
    pub template: Option<String>,
    /// Template of the page on paper instead of ours (`reports/templates/summary.typ`).
    pub paper_template: Option<String>,
}

/// Name of a region's own template of the page.
pub const TEMPLATE: &str = "summary.html";
/// Name of a region's own template of the page on paper.
pub const PAPER_TEMPLATE: &str = "summary.typ";

/// A picture that stands in the page itself.
#[derive(Debug, Clone)]
pub struct Logo {
    /// `image/svg+xml` or `image/png`.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// What it shows, for those who do not see it.
    pub text: String,
}

impl Logo {
    /// The media type of a picture, told by its content; none for what no page can show.
    #[must_use]
    pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some("image/png");
        }
        let text = std::str::from_utf8(bytes)
            .ok()?
            .trim_start_matches('\u{feff}');
        (text.trim_start().starts_with('<') && text.contains("<svg")).then_some("image/svg+xml")
    }
}

/// A colour: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Color {
    /// A colour as written, `#17507f`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let is_plain = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        is_plain.then_some(Color([part(0)?, part(2)?, part(4)?]))
    }

    /// The contrast to another colour, from 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Color) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The least contrast to any of these grounds.
    #[must_use]
    pub fn contrast_on(self, grounds: &[Color]) -> f64 {
        let contrasts = grounds.iter().map(|ground| self.contrast(*ground));
        contrasts.fold(f64::INFINITY, f64::min)
    }

    /// The nearest shade towards black or white that text can have on these grounds.
    #[must_use]
    pub fn readable_on(self, grounds: &[Color]) -> Color {
        let is_light = grounds.iter().all(|ground| ground.luminance() > 0.5);
        let end = if is_light { 0 } else { 255 };
        (0..=100)
            .map(|step| Color(self.0.map(|part| towards(part, end, step))))
            .find(|shade| shade.contrast_on(grounds) >= LEAST_CONTRAST)
            .unwrap_or(Color([end; 3]))
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// A part of a colour so many hundredths of the way to another.
fn towards(part: u8, end: u8, hundredths: u16) -> u8 {
    let mixed = (u16::from(part) * (100 - hundredths) + u16::from(end) * hundredths) / 100;
    u8::try_from(mixed).unwrap_or(end)
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, DARK, LIGHT, Logo};

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let (black, white) = (Color([0; 3]), Color([255; 3]));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        // The grey that the guidelines name as the lightest on white.
        assert!(Color::parse("#767676").unwrap().contrast(white) >= 4.5);
        assert!(Color::parse("#777777").unwrap().contrast(white) < 4.5);
    }

    #[test]
    fn a_shade_that_can_be_read_is_found() {
        let yellow = Color::parse("#ffcc00").unwrap();
        assert!(yellow.contrast_on(&LIGHT) < 4.5);
        assert!(yellow.readable_on(&LIGHT).contrast_on(&LIGHT) >= 4.5);
        assert_eq!(yellow.readable_on(&DARK), yellow);
    }

    #[test]
    fn colours_and_pictures_are_told_by_their_content() {
        assert_eq!(Color::parse("#17507F").unwrap().to_string(), "#17507f");
        for wrong in ["17507f", "#17507", "#1750zz", "red", "#17507f;}"] {
            assert_eq!(Color::parse(wrong), None, "{wrong}");
        }
        assert_eq!(
            Logo::media_type(b"<?xml version=\"1.0\"?><svg/>"),
            Some("image/svg+xml")
        );
        assert_eq!(Logo::media_type(b"\x89PNG\r\n\x1a\n..."), Some("image/png"));
        assert_eq!(Logo::media_type(b"GIF89a"), None);
    }
}
