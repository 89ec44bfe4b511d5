//! Heading rows between the records (READING.md R13): a month, a municipality, a development area alone on a row
//! applies to the rows below it.

use kooste_ingest::issue::Code;
use kooste_ingest::table::{RowKind, TableRow};
use kooste_ingest::vocabulary::{FieldKind, Term};

use super::reader::Making;
use super::record::{Record, Slot};
use crate::evidence::{Evidence, Month, Organisations};
use crate::facts::MissingReason;
use crate::programme::Form;

/// What a heading says.
#[derive(Debug, Clone, PartialEq)]
enum Heading<'g> {
    /// The month of the rows.
    Month(Month),
    /// The organisation of the rows.
    Organisation(usize),
    /// The value of a field, by index.
    Field(usize, Slot<'g>),
}

impl Heading<'_> {
    fn is_of_same_kind(&self, other: &Heading<'_>) -> bool {
        match (self, other) {
            (Heading::Field(one, _), Heading::Field(two, _)) => one == two,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What a heading that nobody understands leaves open for the rows below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Open {
    /// Whose they are.
    Organisation,
    /// For which month.
    Month,
    /// Where it took place.
    Municipality,
    /// What a field of codes holds, by its index.
    Field(usize),
}

impl Open {
    /// The issue of such a heading.
    pub(crate) fn code(self) -> Code {
        match self {
            Open::Organisation => Code::OrganisationUnknown,
            Open::Month => Code::PeriodNotFound,
            Open::Municipality => Code::MunicipalityUnknown,
            Open::Field(_) => Code::CodeUnknown,
        }
    }

    /// What a heading tells, as far as a heading that is not understood could have told it.
    fn by(heading: &Heading<'_>, form: &Form) -> Option<Self> {
        match heading {
            Heading::Organisation(_) => Some(Open::Organisation),
            Heading::Month(_) => Some(Open::Month),
            Heading::Field(field, _) if Some(*field) == municipality_field(form) => {
                Some(Open::Municipality)
            }
            Heading::Field(field, _) => Some(Open::Field(*field)),
        }
    }
}

/// Where a text stands that nobody understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Above {
    /// Above records.
    Records,
    /// Above another heading.
    Heading,
}

/// The headings in force, outermost first.
#[derive(Debug, Default)]
pub(crate) struct Sections<'g> {
    headings: Vec<Heading<'g>>,
    /// What the headings of the table tell, each once.
    told: Vec<Open>,
    /// The columns in which they stand.
    columns: Vec<u32>,
    /// Whether a heading stands above all records, so that no title heads any.
    from_start: bool,
    /// What the last heading left open, and how many headings stand around it.
    open: Option<(Open, usize)>,
}

impl<'g> Sections<'g> {
    /// The sections of a table with these rows.
    pub(crate) fn of_table(rows: &[TableRow], making: Making<'g>) -> Self {
        let mut told = Vec::new();
        let mut columns = Vec::new();
        for row in rows {
            let RowKind::Section(terms) = &row.kind else {
                continue;
            };
            let heading = understand(terms, making);
            let open = heading.and_then(|heading| Open::by(&heading, making.form));
            told.extend(open.filter(|open| !told.contains(open)));
            let first = making.grid.row(row.number).filled().next();
            columns.extend(
                first
                    .map(|(column, _)| column)
                    .filter(|at| !columns.contains(at)),
            );
        }
        let first = rows.iter().find(|row| {
            matches!(
                row.kind,
                RowKind::Section(_) | RowKind::Data | RowKind::TotalCandidate
            )
        });
        Sections {
            told,
            columns,
            from_start: first.is_some_and(|row| matches!(row.kind, RowKind::Section(_))),
            ..Sections::default()
        }
    }

    /// Tells whether a text alone on a row could be one of these headings, not understood.
    pub(crate) fn expect_more(&self) -> bool {
        !self.told.is_empty()
    }

    /// Tells whether a text alone in a column could be one of these headings: those that only tell codes stand in columns
    /// of theirs, and a text elsewhere is a record of which little is known.
    pub(crate) fn expect_in(&self, column: u32) -> bool {
        let is_code = |open: &Open| matches!(open, Open::Field(_));
        self.expect_more() && (self.columns.contains(&column) || !self.told.iter().all(is_code))
    }

    /// Tells whether a title may head the first records.
    pub(crate) fn lack_first(&self) -> bool {
        !self.from_start
    }

    /// Tells whether headings tell months and records stand above the first of them.
    pub(crate) fn lack_first_month(&self) -> bool {
        self.lack_first() && self.told.contains(&Open::Month)
    }

    /// Tells whether a text says what headings of the table say.
    pub(crate) fn expect(&self, terms: &[Term], making: Making<'_>) -> bool {
        self.expect_more()
            && understand(terms, making)
                .and_then(|heading| Open::by(&heading, making.form))
                .filter(|open| !matches!(open, Open::Field(_)))
                .is_some_and(|open| self.told.contains(&open))
    }

    /// Enters a heading: it ends an earlier one of its kind, and those inside that one.
    pub(crate) fn enter(&mut self, terms: &[Term], making: Making<'g>) {
        let Some(heading) = understand(terms, making) else {
            return;
        };
        if self.is_other_of_innermost(terms, &heading) {
            return self.end_values();
        }
        if let Some(at) = self
            .headings
            .iter()
            .position(|known| known.is_of_same_kind(&heading))
        {
            self.headings.truncate(at);
        }
        let closes = |(open, around): (Open, usize)| {
            Open::by(&heading, making.form) == Some(open) || self.headings.len() < around
        };
        if self.open.is_some_and(closes) {
            self.open = None;
        }
        self.headings.push(heading);
    }

    /// Tells whether a heading says `Muu` where the headings around it give another field: it means other than these, and
    /// what is told so no longer holds.
    fn is_other_of_innermost(&self, terms: &[Term], heading: &Heading<'_>) -> bool {
        let is_other = |term: &Term| matches!(term, Term::Code { code, .. } if code == "other");
        terms.iter().any(is_other)
            && match (self.headings.last(), heading) {
                (Some(Heading::Field(around, _)), Heading::Field(field, _)) => around != field,
                _ => false,
            }
    }

    /// Enters a text alone on a row that nobody understands: it ends the innermost heading, or, where another heading
    /// follows, all that give values; where the table has headings for organisations, months or municipalities, it may be
    /// another of these, so that the rows below must not take what the last one said. Returns what is open then.
    pub(crate) fn enter_unknown(&mut self, text: &str, above: Above, form: &Form) -> Option<Open> {
        let innermost = self
            .headings
            .last()
            .and_then(|heading| Open::by(heading, form));
        let meant = match innermost {
            Some(Open::Month) | None => self.outermost_told(text),
            Some(Open::Field(_)) if above == Above::Heading => self.outermost_told(text),
            other => other,
        };
        let Some(open) = meant else {
            self.end_values();
            return None;
        };
        if let Open::Field(_) = open {
            self.headings.pop();
            return meant;
        }
        self.end_values();
        let is_meant = |heading: &Heading<'_>| Open::by(heading, form) == Some(open);
        if let Some(at) = self.headings.iter().position(is_meant) {
            self.headings.truncate(at);
        }
        self.open = Some((open, self.headings.len()));
        Some(open)
    }

    /// What a heading that stands around others could have told.
    fn outermost_told(&self, text: &str) -> Option<Open> {
        if self.told.contains(&Open::Month) && names_time(text) {
            return Some(Open::Month);
        }
        let others = [Open::Organisation, Open::Municipality];
        others.into_iter().find(|open| self.told.contains(open))
    }

    /// Why rows below a heading that is not understood cannot load: nobody knows whose they are, or for which month.
    pub(crate) fn blocked(&self) -> Option<Code> {
        let (open, _) = self.open?;
        matches!(open, Open::Organisation | Open::Month).then(|| open.code())
    }

    /// Ends the innermost headings that give values: a text alone on a row that nobody understands may head a block of
    /// its own, whose rows must not take them.
    pub(crate) fn end_values(&mut self) {
        let is_value = |heading: &Heading<'_>| matches!(heading, Heading::Field(..));
        while self.headings.last().is_some_and(is_value) {
            self.headings.pop();
        }
    }

    /// The month of the headings in force.
    pub(crate) fn month(&self) -> Option<Month> {
        self.headings.iter().find_map(|heading| match heading {
            Heading::Month(month) => Some(*month),
            _ => None,
        })
    }

    /// The organisation of the headings in force.
    pub(crate) fn organisation(&self) -> Option<usize> {
        self.headings.iter().find_map(|heading| match heading {
            Heading::Organisation(organisation) => Some(*organisation),
            _ => None,
        })
    }

    /// Gives the record what the headings say where its own cells are blank.
    pub(crate) fn apply(&self, form: &Form, record: &mut Record<'g>) {
        if let (Some((Open::Municipality, _)), Some(field)) = (self.open, municipality_field(form))
            && record.slots[field] == Slot::BLANK
        {
            record.slots[field] = Slot::Missing(MissingReason::Unknown);
        }
        for heading in &self.headings {
            if let Heading::Field(field, value) = heading
                && record.slots[*field] == Slot::BLANK
            {
                record.slots[*field] = *value;
            }
        }
    }
}

/// Words of a time that is no month: `Syksy 2018`, `Q4`, `Loppuvuosi`.
fn names_time(text: &str) -> bool {
    const TIMES: [&str; 12] = [
        "kevät",
        "kesä",
        "syksy",
        "talvi",
        "vuosi",
        "vuode",
        "neljänne",
        "kvarta",
        "vår",
        "höst",
        "halvår",
        "kausi",
    ];
    let lower = text.to_lowercase();
    text.contains(|c: char| c.is_ascii_digit()) || TIMES.iter().any(|time| lower.contains(time))
}

/// The heading row of a table that names another municipality than this one, both by code.
pub(crate) fn other_place(rows: &[TableRow], own: &str) -> Option<u32> {
    let names_other = |row: &&TableRow| match &row.kind {
        RowKind::Section(terms) => terms
            .iter()
            .any(|term| matches!(term, Term::Municipality(code) if code.as_str() != own)),
        _ => false,
    };
    rows.iter().find(names_other).map(|row| row.number)
}

/// Tells whether the heading rows of a table give a field: the first heading above the first record does.
pub(crate) fn give(rows: &[TableRow], form: &Form, field: usize) -> bool {
    let before = rows.iter().take_while(|row| row.kind != RowKind::Data);
    before
        .filter_map(|row| match &row.kind {
            RowKind::Section(terms) => Some(terms),
            _ => None,
        })
        .flatten()
        .any(|term| coded(term, form).is_some_and(|(at, _)| at == field))
}

/// The months that the headings of a table name, each with the year that the table says apart from it.
pub(crate) fn months<'a>(
    headings: impl Iterator<Item = (&'a [Term], Option<i32>)>,
    evidence: &Evidence,
) -> Vec<Month> {
    headings
        .filter_map(|(terms, year)| month(terms, year, evidence))
        .collect()
}

/// The month that a heading names, its year told elsewhere if need be: by `told` or around the table.
pub(crate) fn month(terms: &[Term], told: Option<i32>, evidence: &Evidence) -> Option<Month> {
    terms.iter().find_map(|term| match term {
        Term::Month { year, month } => {
            let year = year.or(told).or_else(|| evidence.year_across(*month));
            Month::new(year?, *month)
        }
        _ => None,
    })
}

fn understand<'g>(terms: &[Term], making: Making<'g>) -> Option<Heading<'g>> {
    let Making {
        form,
        evidence,
        year,
        texts,
        ..
    } = making;
    let organisations = &making.context.organisations;
    let field = |(field, code): (usize, &str)| {
        let kind = &form.fields[field].kind;
        Heading::Field(field, Slot::of_code(texts.alloc_str(code), kind, texts))
    };
    // An organisation that is named as no place says whose the rows are.
    let is_place = |term: &Term| matches!(term, Term::Municipality(_));
    let mut places = terms
        .iter()
        .filter(|_| terms.iter().any(is_place))
        .filter_map(|term| located(term, form, organisations));
    let place = places.next().map(field);
    let named = || {
        terms.iter().find_map(|term| match term {
            Term::Organisation(code) => organisations.find(code).map(Heading::Organisation),
            Term::Municipality(code) => organisations
                .of_municipality(code)
                .map(Heading::Organisation),
            _ => None,
        })
    };
    let code = || {
        let mut codes = terms.iter().filter_map(|term| coded(term, form));
        codes.next().map(field)
    };
    place
        .or_else(|| month(terms, year, evidence).map(Heading::Month))
        .or_else(code)
        .or_else(named)
}

/// A municipality as value of the form's field for it: where the work took place, not whose report it is.
fn located<'t>(
    term: &'t Term,
    form: &Form,
    organisations: &'t Organisations,
) -> Option<(usize, &'t str)> {
    let code = match term {
        Term::Municipality(code) => code.as_str(),
        Term::Organisation(code) => {
            let organisation = organisations.find(code)?;
            let is_municipality = organisations.is_municipality(organisation);
            let mut own = organisations.municipality(organisation).into_iter();
            &**own.find(|_| is_municipality)?
        }
        _ => return None,
    };
    Some((municipality_field(form)?, code))
}

/// A code as value of the form's first field that takes codes of its list.
fn coded<'t>(term: &'t Term, form: &Form) -> Option<(usize, &'t str)> {
    let Term::Code { list, code } = term else {
        return None;
    };
    let takes = |kind: &FieldKind| matches!(kind, FieldKind::Code(of) | FieldKind::CodeList(of) if of == list);
    let field = form.fields.iter().position(|field| takes(&field.kind))?;
    Some((field, code))
}

/// Sets the municipality of a record.
pub(crate) fn set_municipality<'g>(form: &Form, record: &mut Record<'g>, code: &'g str) {
    if let Some(field) = municipality_field(form) {
        record.slots[field] = Slot::of_code(code, &form.fields[field].kind, record.texts);
    }
}

/// The field that says which municipalities a record is about: the first of its kind.
pub(crate) fn municipality_field(form: &Form) -> Option<usize> {
    form.fields.iter().position(|field| {
        matches!(
            field.kind,
            FieldKind::Municipality | FieldKind::MunicipalityList
        )
    })
}
