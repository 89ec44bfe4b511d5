//! Formats of cells in a language.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::branding;
use crate::language::Language;
use crate::summary::page::State;
use crate::words::minus;

const INK: Color = Color::RGB(0x1C_24_30);
const SOFT: Color = Color::RGB(0x55_60_6E);
const ACCENT: branding::Color = branding::Color([0x17, 0x50, 0x7F]);

/// Formats of a language.
pub(super) struct Formats {
    language: Language,
    /// Title of a sheet.
    pub(super) title: Format,
    /// Heading within a sheet.
    pub(super) heading: Format,
    /// Text that wraps.
    pub(super) text: Format,
    /// Text that does not wrap.
    pub(super) line: Format,
    /// Small print.
    pub(super) soft: Format,
    /// Head of a table.
    pub(super) head: Format,
}

impl Formats {
    /// Those of a language; `accent` is the colour of headings, if it is not ours.
    pub(super) fn of(language: Language, accent: Option<branding::Color>) -> Self {
        let [red, green, blue] = accent.unwrap_or(ACCENT).0.map(u32::from);
        let accent = Color::RGB(red << 16 | green << 8 | blue);
        let plain = || {
            Format::new()
                .set_font_color(INK)
                .set_align(FormatAlign::Top)
        };
        Formats {
            language,
            title: plain().set_bold().set_font_size(16),
            heading: plain().set_bold().set_font_size(12).set_font_color(accent),
            text: plain().set_text_wrap(),
            line: plain(),
            soft: plain().set_font_color(SOFT),
            head: plain()
                .set_bold()
                .set_text_wrap()
                .set_font_color(Color::White)
                .set_background_color(accent)
                .set_align(FormatAlign::VerticalCenter),
        }
    }

    /// A number with so many decimals.
    pub(super) fn number(&self, decimals: u32) -> Format {
        self.right().set_num_format(with_decimals(decimals))
    }

    /// A difference, with its sign.
    pub(super) fn difference(&self, decimals: u32) -> Format {
        let number = with_decimals(decimals);
        let minus = minus(self.language);
        self.right()
            .set_num_format(format!("+{number};{minus}{number};±{number}"))
    }

    /// A lower bound.
    pub(super) fn at_least(&self) -> Format {
        self.right().set_num_format("\"≥\u{a0}\"#,##0")
    }

    /// Per cent; the value is given in hundredths.
    pub(super) fn percent(&self, decimals: u32) -> Format {
        let zeros = match decimals {
            0 => "0".to_owned(),
            decimals => format!("0.{}", "0".repeat(decimals as usize)),
        };
        self.right().set_num_format(match self.language {
            Language::English => format!("{zeros}%"),
            Language::Finnish | Language::Swedish => format!("{zeros}\u{a0}%"),
        })
    }

    /// Euros with so many decimals.
    pub(super) fn euros(&self, decimals: u32) -> Format {
        let (number, minus) = (with_decimals(decimals), minus(self.language));
        self.right().set_num_format(match self.language {
            Language::English => format!("€{number};{minus}€{number}"),
            Language::Finnish | Language::Swedish => {
                format!("{number}\u{a0}€;{minus}{number}\u{a0}€")
            }
        })
    }

    /// A sign that stands for a number.
    pub(super) fn sign(&self) -> Format {
        self.right().set_font_color(SOFT).set_italic()
    }

    /// The state of a report: its word is coloured as well.
    pub(super) fn state(&self, state: State) -> Format {
        let color = match state {
            State::Timely | State::TimelyWithIssues => Color::RGB(0x1C_6B_4D),
            State::Late | State::LateWithIssues => Color::RGB(0x8A_4B_00),
            State::Rejected | State::Missing => Color::RGB(0xA3_24_2F),
            State::Nil | State::NotExpected => SOFT,
        };
        self.line.clone().set_font_color(color)
    }

    fn right(&self) -> Format {
        self.line.clone().set_align(FormatAlign::Right)
    }
}

/// The format in a row of sums.
pub(super) fn as_total(format: Format) -> Format {
    format.set_bold().set_border_top(FormatBorder::Thin)
}

fn with_decimals(decimals: u32) -> String {
    match decimals {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals as usize)),
    }
}
