# Texts of what people receive, in English. Numbers arrive as numbers and are written by the program.

## Months

month-1 = January
    .in = in January
    .of = January
    .from = January
    .about = for January
month-2 = February
    .in = in February
    .of = February
    .from = February
    .about = for February
month-3 = March
    .in = in March
    .of = March
    .from = March
    .about = for March
month-4 = April
    .in = in April
    .of = April
    .from = April
    .about = for April
month-5 = May
    .in = in May
    .of = May
    .from = May
    .about = for May
month-6 = June
    .in = in June
    .of = June
    .from = June
    .about = for June
month-7 = July
    .in = in July
    .of = July
    .from = July
    .about = for July
month-8 = August
    .in = in August
    .of = August
    .from = August
    .about = for August
month-9 = September
    .in = in September
    .of = September
    .from = September
    .about = for September
month-10 = October
    .in = in October
    .of = October
    .from = October
    .about = for October
month-11 = November
    .in = in November
    .of = November
    .from = November
    .about = for November
month-12 = December
    .in = in December
    .of = December
    .from = December
    .about = for December

## The page

subtitle = { $region }: summary for the steering group, { $month }
skip = Skip to the content
contents = Contents
languages = Languages
footer = Compiled by Kooste from what the reporters sent. The last section explains the figures.
fact-coverage = Coverage
fact-run = Compiled
fact-run-text = run { $run }, { $time } UTC
table-more =
    { $count ->
        [one] … and one more row in the Excel file.
       *[other] … and { $count } more rows in the Excel file.
    }
figure-id = id
figure-ids = Show the ids of the figures in tables
figure-follow = Every figure has an id. The command “kooste trace ID” shows the files and cells that it comes from.
figure-ids-sheet = Ids of figures
figure-ids-section = Section
figure-ids-table = Table
figure-ids-row = Row
figure-ids-column = Column
chart-data = Data of the chart as a table
chart-data-all = Data of the charts as tables
pdf-unknown-signs = □: a sign that the font of this file does not have. The web page shows it.
chart-data-below = The data are also given as a table.
chart-course = { $name }: at first { $first }, at last { $last }, at most { $highest }.
chart-ranking = Most: { $first } ({ $first-value }), least: { $last } ({ $last-value }).
courses-sheet = Monthly series
courses-note = The numbers of the small lines. Empty cell: the figure of the month is not known or not shown.
column-course = { $count } months
course-told =
    { $first }–{ $last }: lowest { $least } ({ $least-month }), highest { $most } ({ $most-month }), last { $latest } ({ $latest-month }){ $gaps ->
        [0] {""}
        [one] ; one month without a figure
       *[other] ; { $gaps } months without a figure
    }
course-empty = { $first }–{ $last }: no figure to show

## Coverage, changes and signs

coverage =
    { $count ->
        [one] one of { $whole } reporters
       *[other] { $count } of { $whole } reporters
    }
coverage-between = { $least } to { $most } of { $whole } reporters
coverage-approximate =
    { $count ->
        [one] one approximate value
       *[other] { $count } approximate values
    }
coverage-nil =
    { $count ->
        [one] one nil report
       *[other] { $count } nil reports
    }
coverage-none = no report was expected
coverage-column = Coverage
covers = The figures cover { $coverage }.
reports-of =
    { $count ->
        [one] one of { $whole } reports
       *[other] { $count } of { $whole } reports
    }
change-like-for-like =
    { $count ->
        [one] { $change } with the same reporter
       *[other] { $change } with the same { $count } reporters
    }
change-like-for-like-percent =
    { $count ->
        [one] { $change } ({ $percent }) with the same reporter
       *[other] { $change } ({ $percent }) with the same { $count } reporters
    }
change-raw = { $change } overall
change-rate = { $change } percentage points since the month before
change-note = The change since the month before is counted over the reporters that gave the figure in both months.
change-told =
    { $count ->
        [one] { $name }: { $percent } ({ $from } → { $to }, the same reporter).
       *[other] { $name }: { $percent } ({ $from } → { $to }, the same { $count } reporters).
    }
legend-small = 1–{ $count }: a count of people too small to show.
legend-hidden = ••: hidden, because a small count could be computed from it.
legend-at-least = ≥: at least; the increase since the figure last shown is too small to show.
legend-missing = …: not known.
cell-at-least = at least
cell-small = , small count not shown
cell-hidden = hidden
cell-missing = not known

## 1 In short

in-short = In short
in-short-changes = The month’s largest changes
in-short-changes-note = Change since the month before in per cent, over the reporters that gave the figure in both months.
key-figures = Key figures
key-figure = Key figure
key-figure-value = Value
key-figure-raw = Change overall
figure-activities = Activities
figure-sessions = Sessions
figure-participants = Participants
figure-hours = Hours
figure-costs_eur = Costs
figure-fte_months = Person-months
sentence-reports =
    { $count ->
        [0] { $month }, none of { $whole } reports came.
        [one] { $month }, one of { $whole } reports came, { $timely ->
            [0] but not on time
           *[other] and it was on time
        }.
       *[other] { $month }, { $count } of { $whole } reports came, { $timely ->
            [0] none on time
            [one] one of them on time
           *[other] { $timely } of them on time
        }.
    }
sentence-silent =
    { $count ->
        [one] One reporter sent nothing that can be used: { $names }.
       *[other] { $count } reporters sent nothing that can be used: { $names }.
    }
sentence-activities =
    { $count ->
        [0] There were no activities.
        [one] There was one activity.
       *[other] There were { $count } activities.
    } { $planned } were planned, { $cancelled } were cancelled.
sentence-activities-participants =
    { $count ->
        [0] There were no activities.
        [one] There was one activity with { $participants ->
            [one] one participant
           *[other] { $participants } participants
        }.
       *[other] There were { $count } activities with { $participants ->
            [one] one participant
           *[other] { $participants } participants
        }.
    } { $planned } were planned, { $cancelled } were cancelled.
sentence-municipalities =
    { $count ->
        [0] No activity was recorded in any municipality.
        [one] There was activity in one of { $whole } municipalities.
       *[other] There was activity in { $count } of { $whole } municipalities.
    }
sentence-money = Costs came to { $amount }, since the start of the project to { $cumulative }.
sentence-money-grant = Costs came to { $amount }, since the start of the project to { $cumulative }; { $percent } of the state grant is used.

## 2 Who reported

reporters = Who reported
reporters-lead =
    The reporting rate was { $rate }, on time { $on-time }. { $missing ->
        [0] No report is missing
        [one] One report is missing
       *[other] { $missing } reports are missing
    }, { $rejected ->
        [0] none was rejected
        [one] one was rejected
       *[other] { $rejected } were rejected
    } and { $nil ->
        [0] none is a nil report
        [one] one is a nil report
       *[other] { $nil } are nil reports
    }.
organisation = Organisation
form = Form
month = Month
expected = Expected
received = Received
on-time = On time
reporting-rate = Reporting rate
reporting-rate-on-time = On-time rate
nil-reports = Nil reports
rejected-reports = Rejected
all-forms = All forms
board-caption = Reports by form, { $month }
board-note = Remarks: the report is in use, but something in it needs correcting. Dash (–): no report was expected.
by-form-caption = Reporting rate by form
by-form-note = The reporting rate is the share of usable reports among those expected; a nil report is a report received.
trend-rates = Reporting rate over 12 months
state-timely = on time
state-timely-issues = on time, remarks
state-late = late
state-late-issues = late, remarks
state-nil = nil report
state-rejected = rejected
state-missing = missing
state-none = not expected

## 3 Development areas

areas = Development areas
area = Development area
area-short = Area { $area }
region-total = Whole region
areas-caption = Activities by development area
areas-note = An activity of several municipalities is counted once. Planned and cancelled ones are not among the activities. Sessions and hours are sums of what was given.
participants-caption = Participants by group
participants-note = The same person may take part several times. The groups may add up to less than all participants, because groups are not always told apart.
participants-given =
    { $count ->
        [one] { $whole ->
            [one] The number of participants is given for the only activity.
           *[other] The number of participants is given for one of { $whole } activities.
        }
       *[other] The number of participants is given for { $count } of { $whole } activities.
    }
column-activities = Activities
column-sessions = Sessions
column-hours = Hours
column-planned = Planned
column-cancelled = Cancelled
column-approximate = Approximate values
column-children = Children and young people
column-parents = Parents
column-professionals = Professionals
column-others = Others
column-participants = Participants in all
trend-activities = Activities over 12 months
types-title = Activities by type
activity-type = Type

## 4 Municipalities

municipalities = Municipalities side by side
municipalities-lead = An activity of several municipalities is counted in each of them; therefore the municipalities do not add up to the region.
municipalities-none = The region has no municipalities that report.
municipalities-caption = Activity by municipality, { $month }
municipalities-chart = Activities per thousand inhabitants under 18
municipalities-note = Under 18: Statistics Finland, population at the end of the nearest year. Coverage tells whether the municipality’s own report of activities came; other organisations may have reported activity there.
map-title = Map: { $figure }
map-description = { $title }. The values of all municipalities are in the table of this section.
map-note = Boundaries of the years { $first }–{ $last }.
map-elsewhere = the map is on the web page, the figures are in the table below.
map-absent = Not on the map, because these boundaries do not have them: { $names }.
map-zero = 0: nothing was done
map-hidden = ••: hidden
map-nodata = …: not known
municipality = Municipality
municipality-outside = { $name } (outside the region)
municipality-reported = report received
municipality-silent = report missing
municipality-not-expected = not expected
column-shared = Of them shared
column-inhabitants = Under 18
column-per-1000 = Activities / 1,000 children

## 5 Family centres, methods and trainings

family-centres = Family centres, methods and trainings
family-centres-lead = Stocks tell how things stand in the month and are not summed over months. Flows are summed from the region’s first month of reporting.
indicators-none = No indicators have come.
indicator = Indicator
indicator-average = { $name }, mean
stocks-caption = How things stand { $month }
flows-caption = The month and the sum { $month }
column-now = Now
column-month = Month
column-change = Change
column-since = Sum since { $month }
column-count = count
trend-stocks = Family centres over 12 months
trend-trained = People trained in methods, summed up

## 6 Pilots

pilots = Pilots
pilots-none = No pilots have been reported.
pilots-as-last-told = A pilot that was not reported this month stands as in the last report about it.
pilots-by-stage = Pilots by stage
pilots-now = Pilots
pilots-entered = New in the stage
pilots-entered-note = New in the stage: pilots that in the month’s report are new or in another stage than in the report before.
pilots-all = Pilots in all
pilots-moved = Changed stage: { $names }.
pilots-established = Permanent practice: { $names }.
pilots-spreading = Spreads: { $names }.
pilots-listed = The pilots
pilot = Pilot
pilot-stage = Stage
pilot-where = Where (from → to)
pilot-participants = Participants
pilot-outcome = Outcome
pilot-told = Reported

## 7 Money

money = Money
money-none = No reports of costs have come.
money-month = Costs of the month
money-cumulative = Costs since the start
money-grant-used = State grant used
money-own-used = Own share
money-forecast = Forecast for the whole project
money-budget = Budget
below-one-percent = less than 1%
money-since = since { $month }
money-of-grant = { $percent } of the grant ({ $whole })
money-of-own = { $percent } of the own share ({ $whole })
money-forecast-note = A forecast, not an outcome: at the recent pace ({ $pace } a month) to the end of { $month }.
money-forecast-over = The budget of { $budget } would be exceeded by { $difference }.
money-forecast-under = Of the budget of { $budget }, { $difference } would be left.
money-forecast-even = The budget of { $budget } would just suffice.
money-caption = Costs by category, { $month }
money-total = Total
money-course = Costs summed up, and forecast
money-note = The parts of the grant and of the reporters are computed from the costs at the project’s grant share. Costs in missing reports are not included.
cost-category = Cost category
column-amount = Costs
column-grant = Grant
column-own = Own share
column-amount-cumulative = Sum
column-grant-cumulative = Grant, sum
column-own-cumulative = Own share, sum
column-fte = Person-months
column-fte-cumulative = Person-months, sum

## 8 In their own words

own-words = In their own words
own-words-covers = Answered: { $coverage }.
own-words-place = Place
own-words-question = Question
own-words-answer = Answer
own-words-none = There are no narrative reports for the month.
own-words-rest =
    { $count ->
        [one] … and one more character
       *[other] … and { $count } more characters
    }
own-words-elsewhere = on the web page and in the Excel file.

## 9 What changed since the last report

revisions = What changed since the last report
revisions-none = The figures of earlier months are the same as in the last report.
revisions-first = This is the first summary for which reports have come.
revisions-lead =
    { $count ->
        [one] One figure of an earlier month is not what the last report told.
       *[other] { $count } figures of earlier months are not what the last report told.
    }
revisions-caption = Changed figures
revisions-figure = Figure
revisions-before = Before
revisions-after = Now
revisions-cause = Why
revisions-cause-text = { $cause }, run { $run }
revisions-correction = correction
revisions-resubmission = new version
revisions-late-report = late report
revisions-rule-change = rule or decision changed
revisions-closed = { $cause } after closing
revisions-note = A single report may change many figures: those of the region, the development area and the municipality, and their sums.
revisions-closed-note = The report of a closed month stays as it is; the change is told here.
revisions-people =
    { $count ->
        [one] One number of participants of an area or municipality changed and is not listed: a small count of people could be computed from two versions of it.
       *[other] { $count } numbers of participants of areas and municipalities changed and are not listed: small counts of people could be computed from two versions of them.
    }
revised-activities = activities
revised-activities_planned = planned activities
revised-activities_cancelled = cancelled activities
revised-activities_shared = shared activities
revised-sessions = sessions
revised-hours = hours
revised-amount_eur = costs
revised-grant_eur = grant as stated
revised-fte_months = person-months
revised-amount_cumulative_eur = costs, summed up
revised-grant_cumulative_eur = grant as stated, summed up
revised-fte_months_cumulative = person-months, summed up
revised-cumulative = sum
revised-pilots = pilots
revised-expected_reports = expected reports
revised-actual_reports = received reports
revised-actual_reports_on_time = received on time
revised-nil_reports = nil reports
revised-rejected_reports = rejected reports
revised-unexpected_reports = reports that were not expected

## 10 About the figures

about = About the figures
about-definitions = Definitions
definition-activity = Activity
    .text = Something done or going on: a meeting, training, event or other. Planned and cancelled ones are not counted.
definition-participants = Participants
    .text = The sum of participations given; the same person may be there several times.
definition-coverage = Coverage
    .text = How many of the reporters that owed the form are behind the figure.
definition-like-for-like = Change with the same reporters
    .text = Only those that gave the figure both this month and the month before are compared. The change overall also depends on who reported.
definition-reporting-rate = Reporting rate
    .text = Usable reports, nil reports included, in per cent of those expected. The on-time rate counts those that came on time.
definition-stock-flow = Stock and flow
    .text = A stock is the number at the end of the month, a flow is summed over months.
definition-shared = Shared activity
    .text = An activity of several municipalities is counted in each municipality, and once in the figures of the region.
definition-money = Costs
    .text = Costs as reported, corrections included, to the cent; rounded to euros on the page.
definition-forecast = Forecast
    .text = The sum so far and, for each month left, the mean of the last three months that have costs.
about-missing = Reports that are not included
about-missing-none = All reports expected are included.
about-missing-caption = Reports that are not in the figures
column-missing = Missing
column-rejected = Rejected
about-values = Approximate values and privacy
quality-none = The values of the month are exact.
quality-approximate =
    { $count ->
        [one] One value is approximate (“about 5”).
       *[other] { $count } values are approximate (“about 5”).
    }
quality-lower_bound =
    { $count ->
        [one] One value is a lower bound (“over 20”); the figures hold the bound.
       *[other] { $count } values are lower bounds (“over 20”); the figures hold the bound.
    }
quality-upper_bound =
    { $count ->
        [one] One value is an upper bound (“under 10”); the figures hold the bound.
       *[other] { $count } values are upper bounds (“under 10”); the figures hold the bound.
    }
quality-range =
    { $count ->
        [one] One value is a range (“5–10”); the figures hold its middle.
       *[other] { $count } values are ranges (“5–10”); the figures hold their middle.
    }
quality-vague =
    { $count ->
        [one] One value is given in words (“several”) and is not in the figures.
       *[other] { $count } values are given in words (“several”) and are not in the figures.
    }
about-quarantined =
    { $count ->
        [one] One row of a report is set aside because of an error and is not in the figures.
       *[other] { $count } rows of reports are set aside because of errors and are not in the figures.
    }
about-suppression = Counts below { $count } people are not shown: 1–{ $highest } stands in their place. Other cells are hidden (••) so that no small count can be computed from the sums of a table. Zero is zero.
about-sources = Sources
about-source-reports = Figures: the reports that the reporters sent.
about-source-statistics = Municipalities and population: Statistics Finland, CC BY 4.0.
about-source-boundaries = Boundaries of municipalities: { $source }.
about-run = Run { $run }, ended { $time } UTC, Kooste { $version }, settings { $config }, programme { $programme }.

## Feedback and chase list

severity-error = to correct
severity-warning = to check
severity-notice = for information
feedback-title = { $name }: feedback on the report, { $month }
feedback-to-correct = To correct
feedback-none = Everything is in order. Thank you!
feedback-none-so-far = The reports that have come are in order.
feedback-nothing = The report has not come yet.
feedback-missing = Still missing: { $forms }.
feedback-unread =
    { $count ->
        [one] We received the file { $files }, but it cannot be read. The reason is below; send it again.
       *[other] We received the files { $files }, but they cannot be read. The reasons are below; send them again.
    }
feedback-summary =
    { $errors ->
        [0] There are no errors
        [one] One place is to be corrected
       *[other] { $errors } places are to be corrected
    }, { $warnings ->
        [0] nothing to check
        [one] one to be checked
       *[other] { $warnings } to be checked
    }{ $notices ->
        [0] .
        [one] {" "}and one is for information.
       *[other] {" "}and { $notices } are for information.
    }
feedback-structure = Correct these first: they keep the file, sheet or column from being read, and the rest can be judged only afterwards.
feedback-left-out =
    { $count ->
        [one] One other remark is left out.
       *[other] { $count } other remarks are left out.
    }
feedback-list = Places to correct
feedback-place = Place
feedback-severity = Kind
feedback-found = The cell holds
feedback-message = What and how
feedback-workbook = The workbook attached has the same places coloured and explained; its first sheet lists them with links.
feedback-workbook-some = The first sheet of the workbook attached lists the same places; in the files of which it shows a copy they are coloured and explained as well.
feedback-workbook-list = The workbook attached lists the same places.
feedback-send = Correct your own file and send it again.
feedback-send-nothing = Nothing has to be sent again.
feedback-places = { $named } … ({ $count } cells)
feedback-reports = Reports
feedback-reports-caption = What has come, { $month }
feedback-state = State
feedback-due = Due
feedback-received = Received
feedback-loaded = Rows in use
feedback-quarantined = Rows set aside
feedback-footer = Feedback compiled by Kooste. Personal identity codes and contact data are masked.
chase-title = { $region }: reports missing and to be corrected, { $month }
chase-as-of = As of
chase-overview = Who owes what
chase-lead =
    { $count ->
        [0] Nobody owes a report or a correction.
        [one] One reporter owes a report or a correction.
       *[other] { $count } reporters owe a report or a correction.
    }
chase-list = Reporters by weight
chase-weight = Weight
chase-days = Days overdue
chase-late = Came late (days)
chase-errors = To correct
chase-warnings = To check
chase-note = Weight: the reporter’s share of the region’s activities in the last twelve months. Those who owe a report or a correction stand first.
chase-letters = Messages to send
chase-nothing = No messages.
chase-subject = Reporting, { $month }
chase-greeting = Hello,
chase-missing =
    { $count ->
        [one] We have not received the report for { $month } yet: { $forms }.
       *[other] We have not received these reports for { $month } yet: { $forms }.
    } If there was no activity, write “no activity” in the report.
chase-correct =
    { $count ->
        [one] The report has one place to correct:
       *[other] The report has { $count } places to correct:
    }
chase-check =
    { $count ->
        [one] The report has one place that we ask you to check:
       *[other] The report has { $count } places that we ask you to check:
    }
chase-correct-or-check = The report has { $count } places to correct or to check:
chase-unreadable =
    { $count ->
        [one] No report could be read from the file that you sent:
       *[other] No report could be read from the files that you sent:
    }
chase-more =
    { $count ->
        [one] … and one more; all are in the workbook attached.
       *[other] … and { $count } more; all are in the workbook attached.
    }
chase-thanks = Thank you in advance!
chase-strays = Files no report came of
chase-strays-lead = No report came of these files, and they stand with nobody: either the sender or the month is not known, or the reports of the sender have come.
chase-strays-list = Unreadable files
chase-file = File
chase-footer = Compiled by Kooste for the region’s own use.

## Template

template-organisation = Reporter
template-month = Reporting period
hint-required = Required.
hint-optional = May stay blank.
hint-date = A date, for instance 5.10.2018.
hint-code = Choose from the list.
hint-codes = Choose from the list; separate several by a semicolon.
hint-count = A whole number. If it is an estimate, write for instance “ca 20”.
hint-decimal = A number, if need be with decimals: 1.5.
hint-money = In euros, with cents: 1234.50.
hint-municipality = Name of the municipality; separate several by a comma.
hint-texts = Separate several by a comma.
hint-text = Free text. Write no personal identity codes or contact data.
