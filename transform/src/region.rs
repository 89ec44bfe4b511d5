//! A region: its organisations, their duties to report, funding and languages, as the region file says it.
//!
//! Reading the file and wording its faults is done by the command; here are the types and their checks.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::programme::Labels;

/// The region file (`kooste.toml`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionFile {
    /// The region itself.
    pub region: Region,
    /// Money.
    #[serde(default)]
    pub funding: Funding,
    /// Duty to report.
    #[serde(default)]
    pub reporting: Reporting,
    /// Privacy.
    #[serde(default)]
    pub privacy: Privacy,
    /// Limits of files, where the defaults do not do.
    #[serde(default)]
    pub limits: Limits,
    /// Organisations that report.
    #[serde(default, rename = "organisation")]
    pub organisations: Vec<Organisation>,
    /// Help for single files.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
}

/// Section `[region]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Code, e.g. `uusimaa`.
    pub code: String,
    /// Names.
    pub name: Labels,
    /// Names of the project.
    pub project: Labels,
    /// Built-in programme, or a folder.
    pub programme: String,
    /// Languages of the reports.
    pub languages: Vec<String>,
    /// First month owed, `YYYY-MM`.
    pub first_month: String,
    /// Last month owed, `YYYY-MM`.
    pub last_month: String,
}

/// Section `[funding]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// State grant in whole euros.
    pub state_grant_eur: Option<u64>,
    /// Share of the costs that the grant pays, 0 to 1, as written.
    pub grant_share: Option<f64>,
}

/// Section `[reporting]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reporting {
    /// Day of the following month on which a report is due.
    pub due_day: u32,
    /// Forms owed; empty: all of the programme.
    pub forms: Vec<String>,
    /// Share of quarantined rows beyond which nothing of a report loads (READING.md R38).
    pub max_reject_share: f64,
}

impl Default for Reporting {
    fn default() -> Self {
        Reporting {
            due_day: 10,
            forms: Vec::new(),
            max_reject_share: 0.5,
        }
    }
}

/// Section `[privacy]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Privacy {
    /// Counts of people below this are hidden in what is published.
    pub min_count: u32,
    /// Whether originals with personal identity codes are archived.
    pub archive_personal_data: bool,
}

impl Default for Privacy {
    fn default() -> Self {
        Privacy {
            min_count: 5,
            archive_personal_data: false,
        }
    }
}

/// Section `[limits]`: limits of files (READING.md R37).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: Option<u64>,
    /// Bytes of a workbook once unpacked.
    pub unpacked_bytes: Option<u64>,
    /// Cells of a file.
    pub cells: Option<usize>,
    /// Columns of a sheet.
    pub columns: Option<u32>,
}

/// How often a form is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every month.
    Month,
    /// The last month of each quarter.
    Quarter,
    /// June and December.
    HalfYear,
}

/// How often, for all forms or form by form.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Every {
    /// One frequency for all forms.
    All(Frequency),
    /// Frequencies of single forms; the others are monthly.
    PerForm(BTreeMap<String, Frequency>),
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// A municipality.
    Municipality,
    /// A joint authority of municipalities.
    JointAuthority,
    /// A non-governmental organisation.
    Ngo,
    /// A parish.
    Parish,
    /// A university.
    University,
    /// A company.
    Company,
    /// The project's coordinator.
    Coordinator,
}

/// One `[[organisation]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Code, e.g. `inkoo`.
    pub code: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Code of its municipality, three digits.
    pub municipality: Option<String>,
    /// Names.
    pub name: Labels,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Forms it owes; none: those of `[reporting]`.
    pub forms: Option<Vec<String>>,
    /// How often; none: monthly.
    pub every: Option<Every>,
    /// First month owed.
    pub from: Option<String>,
    /// Last month owed.
    pub until: Option<String>,
    /// Organisation whose joint report covers this one too.
    pub reports_with: Option<String>,
}

/// How a new report of the same month relates to what is there (READING.md R33).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It takes the place of the earlier one.
    #[default]
    Replace,
    /// Its figures are year-to-date.
    Cumulative,
    /// Its rows are added, with their signs.
    Correction,
}

/// What a dash means in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dash {
    /// Zero.
    Zero,
    /// Not reported, as everywhere else.
    NotReported,
}

/// One `[[source]]`: help for files that match.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Pattern of the path relative to the workspace.
    #[serde(rename = "match")]
    pub pattern: String,
    /// Organisation whose report it is.
    pub organisation: Option<String>,
    /// Form.
    pub form: Option<String>,
    /// The only sheet to read.
    pub sheet: Option<String>,
    /// Row of the header, from 1.
    pub header_row: Option<u32>,
    /// Label → field.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// What a dash means.
    pub dash: Option<Dash>,
    /// Relation to earlier reports.
    #[serde(default)]
    pub mode: Mode,
}
