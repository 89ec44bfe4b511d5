-- What the figures are read against: the region, the programme, municipalities, population, calendar.

CREATE TABLE ref.region (
    region_code VARCHAR NOT NULL,
    programme_code VARCHAR NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    project_fi VARCHAR NOT NULL,
    project_sv VARCHAR NOT NULL,
    project_en VARCHAR NOT NULL,
    languages VARCHAR[] NOT NULL,
    first_month DATE NOT NULL,
    last_month DATE NOT NULL,
    due_day INTEGER NOT NULL,
    state_grant_eur DECIMAL(14, 2),
    grant_share DECIMAL(9, 6),
    min_count INTEGER NOT NULL
);
COMMENT ON TABLE ref.region IS 'The region of this warehouse; one row.';
COMMENT ON COLUMN ref.region.region_code IS 'Code of the region.';
COMMENT ON COLUMN ref.region.programme_code IS 'Code of the programme.';
COMMENT ON COLUMN ref.region.name_fi IS 'Name in Finnish.';
COMMENT ON COLUMN ref.region.name_sv IS 'Name in Swedish.';
COMMENT ON COLUMN ref.region.name_en IS 'Name in English.';
COMMENT ON COLUMN ref.region.project_fi IS 'Name of the project in Finnish.';
COMMENT ON COLUMN ref.region.project_sv IS 'Name of the project in Swedish.';
COMMENT ON COLUMN ref.region.project_en IS 'Name of the project in English.';
COMMENT ON COLUMN ref.region.languages IS 'Languages of the reports.';
COMMENT ON COLUMN ref.region.first_month IS 'First month owed.';
COMMENT ON COLUMN ref.region.last_month IS 'Last month owed.';
COMMENT ON COLUMN ref.region.due_day IS 'Day of the following month on which a report is due.';
COMMENT ON COLUMN ref.region.state_grant_eur IS 'State grant, euros.';
COMMENT ON COLUMN ref.region.grant_share IS 'Share of the costs that the grant pays, 0 to 1.';
COMMENT ON COLUMN ref.region.min_count IS 'Counts of people below this are hidden in what is published.';

CREATE TABLE ref.organisation (
    organisation_code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    municipality_code VARCHAR,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    reports_with VARCHAR,
    stored_under VARCHAR NOT NULL
);
COMMENT ON TABLE ref.organisation IS 'Organisations of the region that report.';
COMMENT ON COLUMN ref.organisation.organisation_code IS 'Code.';
COMMENT ON COLUMN ref.organisation.position IS 'Place in the region file, from 1.';
COMMENT ON COLUMN ref.organisation.kind IS 'municipality, joint_authority, ngo, parish, university, company or coordinator.';
COMMENT ON COLUMN ref.organisation.municipality_code IS 'Its municipality, three digits.';
COMMENT ON COLUMN ref.organisation.name_fi IS 'Name in Finnish.';
COMMENT ON COLUMN ref.organisation.name_sv IS 'Name in Swedish.';
COMMENT ON COLUMN ref.organisation.name_en IS 'Name in English.';
COMMENT ON COLUMN ref.organisation.reports_with IS 'Organisation with which it sends a joint report.';
COMMENT ON COLUMN ref.organisation.stored_under IS 'Organisation under which its facts are stored: itself, or the first of a joint report.';

CREATE TABLE ref.duty (
    organisation_code VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    every VARCHAR NOT NULL,
    from_month DATE NOT NULL,
    until_month DATE NOT NULL
);
COMMENT ON TABLE ref.duty IS 'What each organisation owes.';
COMMENT ON COLUMN ref.duty.organisation_code IS 'Organisation.';
COMMENT ON COLUMN ref.duty.form IS 'Form.';
COMMENT ON COLUMN ref.duty.every IS 'month, quarter or half_year.';
COMMENT ON COLUMN ref.duty.from_month IS 'First month owed.';
COMMENT ON COLUMN ref.duty.until_month IS 'Last month owed.';

CREATE TABLE ref.form (
    form VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    label_fi VARCHAR NOT NULL,
    label_sv VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL
);
COMMENT ON TABLE ref.form IS 'Forms of the programme.';
COMMENT ON COLUMN ref.form.form IS 'Code.';
COMMENT ON COLUMN ref.form.position IS 'Place in the programme, from 1.';
COMMENT ON COLUMN ref.form.label_fi IS 'Name in Finnish.';
COMMENT ON COLUMN ref.form.label_sv IS 'Name in Swedish.';
COMMENT ON COLUMN ref.form.label_en IS 'Name in English.';
COMMENT ON COLUMN ref.form.table_name IS 'Fact table in core and history.';

CREATE TABLE ref.field (
    form VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    code_list VARCHAR,
    required BOOLEAN NOT NULL,
    unit VARCHAR,
    label_fi VARCHAR NOT NULL,
    label_sv VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    column_name VARCHAR
);
COMMENT ON TABLE ref.field IS 'Fields of the forms.';
COMMENT ON COLUMN ref.field.form IS 'Form.';
COMMENT ON COLUMN ref.field.field IS 'Code of the field.';
COMMENT ON COLUMN ref.field.position IS 'Place in the form, from 1.';
COMMENT ON COLUMN ref.field.kind IS 'Kind of its values, as in the programme, e.g. count.';
COMMENT ON COLUMN ref.field.code_list IS 'Code list of its values, if they are codes.';
COMMENT ON COLUMN ref.field.required IS 'Whether a row must have it.';
COMMENT ON COLUMN ref.field.unit IS 'Unit of its values.';
COMMENT ON COLUMN ref.field.label_fi IS 'Label in Finnish.';
COMMENT ON COLUMN ref.field.label_sv IS 'Label in Swedish.';
COMMENT ON COLUMN ref.field.label_en IS 'Label in English.';
COMMENT ON COLUMN ref.field.column_name IS 'Column of the fact table; NULL if it goes elsewhere.';

CREATE TABLE ref.code (
    list VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    label_fi VARCHAR NOT NULL,
    label_sv VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    unit VARCHAR,
    time VARCHAR,
    privacy VARCHAR,
    attributes JSON NOT NULL
);
COMMENT ON TABLE ref.code IS 'Code lists of the programme.';
COMMENT ON COLUMN ref.code.list IS 'List, e.g. development_area.';
COMMENT ON COLUMN ref.code.code IS 'Code as stored in the facts.';
COMMENT ON COLUMN ref.code.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN ref.code.label_fi IS 'Label in Finnish.';
COMMENT ON COLUMN ref.code.label_sv IS 'Label in Swedish.';
COMMENT ON COLUMN ref.code.label_en IS 'Label in English.';
COMMENT ON COLUMN ref.code.unit IS 'Unit of an indicator: count, persons, families, visits or score.';
COMMENT ON COLUMN ref.code.time IS 'How an indicator adds up over months: flow, stock or average.';
COMMENT ON COLUMN ref.code.privacy IS 'persons if small counts are hidden in what is published.';
COMMENT ON COLUMN ref.code.attributes IS 'All attributes of the programme.';

CREATE TABLE ref.municipality (
    year INTEGER NOT NULL,
    municipality_code VARCHAR NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR NOT NULL,
    region_code VARCHAR,
    region_name_fi VARCHAR,
    region_name_sv VARCHAR
);
COMMENT ON TABLE ref.municipality IS 'Municipalities of Finland by year (Statistics Finland).';
COMMENT ON COLUMN ref.municipality.year IS 'Year of the classification.';
COMMENT ON COLUMN ref.municipality.municipality_code IS 'Code, three digits.';
COMMENT ON COLUMN ref.municipality.name_fi IS 'Name in Finnish.';
COMMENT ON COLUMN ref.municipality.name_sv IS 'Name in Swedish.';
COMMENT ON COLUMN ref.municipality.region_code IS 'Region (maakunta), two digits.';
COMMENT ON COLUMN ref.municipality.region_name_fi IS 'Region in Finnish.';
COMMENT ON COLUMN ref.municipality.region_name_sv IS 'Region in Swedish.';

CREATE TABLE ref.municipality_merger (
    old_code VARCHAR NOT NULL,
    new_code VARCHAR NOT NULL,
    effective_on DATE NOT NULL,
    old_name_fi VARCHAR NOT NULL,
    old_name_sv VARCHAR NOT NULL
);
COMMENT ON TABLE ref.municipality_merger IS 'Municipalities that went into another one, dated (Statistics Finland).';
COMMENT ON COLUMN ref.municipality_merger.old_code IS 'Code of the former municipality.';
COMMENT ON COLUMN ref.municipality_merger.new_code IS 'Code of its successor.';
COMMENT ON COLUMN ref.municipality_merger.effective_on IS 'First day of the new boundaries.';
COMMENT ON COLUMN ref.municipality_merger.old_name_fi IS 'Former name in Finnish.';
COMMENT ON COLUMN ref.municipality_merger.old_name_sv IS 'Former name in Swedish.';

CREATE TABLE ref.population (
    year INTEGER NOT NULL,
    municipality_code VARCHAR NOT NULL,
    population INTEGER,
    children INTEGER
);
COMMENT ON TABLE ref.population IS 'Population of the municipalities at the end of the year.';
COMMENT ON COLUMN ref.population.year IS 'Year.';
COMMENT ON COLUMN ref.population.municipality_code IS 'Municipality.';
COMMENT ON COLUMN ref.population.population IS 'All inhabitants; NULL if not known.';
COMMENT ON COLUMN ref.population.children IS 'Inhabitants under 18; NULL if not known.';

CREATE TABLE ref.calendar (
    period DATE NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    half_year INTEGER NOT NULL,
    due_on DATE NOT NULL
);
COMMENT ON TABLE ref.calendar IS 'Months of the region, from its first to its last.';
COMMENT ON COLUMN ref.calendar.period IS 'First day of the month.';
COMMENT ON COLUMN ref.calendar.year IS 'Year.';
COMMENT ON COLUMN ref.calendar.month IS 'Month, 1 to 12.';
COMMENT ON COLUMN ref.calendar.quarter IS 'Quarter, 1 to 4.';
COMMENT ON COLUMN ref.calendar.half_year IS 'Half of the year, 1 or 2.';
COMMENT ON COLUMN ref.calendar.due_on IS 'Day on which reports of the month are due.';
