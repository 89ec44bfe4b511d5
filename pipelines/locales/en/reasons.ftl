# Finer reasons of the issues: issue-<code>--<reason>. What is lacking (cure) is taken from the code's message.

issue-format-error--empty = The file is empty.
    .cure = Check that the right file was saved and send it again.
issue-format-error--html = The file is a web page, not a table.
    .cure = Open it in a spreadsheet program and save it as xlsx.
issue-format-error--pdf = The file is a PDF, not a table.
    .cure = Send the spreadsheet that the PDF was made of.
issue-format-error--image = The file is a picture, not a table.
    .cure = Send the spreadsheet that the picture shows.
issue-format-error--zip = The file is a packed folder: { $found }.
    .cure = Unpack it and send the spreadsheets in it.
issue-format-error--archive = The file is a packed folder.
    .cure = Unpack it and send the spreadsheets in it.
issue-format-error--docx = The file is a Word document, not a table.
    .cure = Move the data into the template or save them as xlsx.
issue-format-error--pptx = The file is a slide show, not a table.
    .cure = Move the data into the template or save them as xlsx.
issue-format-error--odt = The file is a text document, not a table.
    .cure = Move the data into the template or save them as ods or xlsx.
issue-format-error--opendocument = The file is an OpenDocument document ({ $found }), not a table.
issue-format-error--xml = The file is XML text, not a table.
issue-format-error--rtf = The file is RTF text, not a table.
    .cure = Move the data into the template or save them as xlsx.
issue-format-error--old-excel = The file is in an old Excel format and is not a single worksheet.
issue-format-error--compound = The file is an old Office document, not a table.
issue-format-error--binary = The file is neither text nor any known table format.
issue-format-error--corrupt = The file is damaged: { $found }.
    .cure = Open the file in the spreadsheet program, save it under a new name and send it again.
issue-format-error--no-sheets = The workbook has no sheets.
issue-format-error--panic = The file could not be read; the fault is in this program or in the file.
    .cure = Save the file again in the spreadsheet program, and report the fault if that does not help.
issue-format-error--no-permission = The file or folder cannot be read: this computer gives no permission.
    .cure = Give yourself the right to read it, or copy it into the folder of arrived reports anew.
issue-format-error--changing = The file was changed while it was being read.
    .cure = Close the program that writes it and run again.
issue-format-error--unreadable = The file or folder cannot be read: the disk or the network gives an error.
    .cure = Copy it into the folder of arrived reports anew; if that does not help, ask for it again.

issue-file-encrypted--password = The file is protected by a password.

issue-file-too-large--size = The file has { $found } bytes, more than allowed.
issue-file-too-large--unpacked = The file unpacks to { $found } bytes, more than allowed.
issue-file-too-large--cells = The file has more cells than allowed ({ $found }).
issue-file-too-large--rows = The file has more rows than allowed ({ $found }).
issue-file-too-large--columns = The file has more columns than allowed ({ $found }).
issue-file-too-large--nesting = The file is nested more deeply than allowed ({ $found }).
issue-file-too-large--text = The file holds more text than can be read ({ $found } bytes).

issue-encoding-error--utf-16 = The text looks like UTF-16 but holds characters that do not exist.
issue-encoding-error--unknown = The text holds bytes that belong to no known encoding.

issue-type-error--not-a-number = { $field }: { $found } is no number.
    .cure = Write nothing but a number into the cell.
issue-type-error--range = { $field }: { $found } is a range, but the field takes one number.
    .cure = Write one number.
issue-type-error--unit = { $field }: the value { $found } has the wrong unit.
    .cure = Write the number in the unit of the field.
issue-type-error--truth-value = { $field }: the cell holds the truth value { $found }.
issue-type-error--too-large = { $field }: the number { $found } is too large.
    .cure = Check the number.
issue-type-error--date-for-number = { $field }: the cell holds the date { $found } where a number belongs.
    .cure = Set the format of the cell to number and write the value again.
issue-type-error--shifted = The row has { $found } fields but the header { $expected }: the values stand in the wrong columns, so the row was not loaded.
    .cure = Put text that holds the separator in quotation marks, or send an Excel file.
issue-type-error--not-a-date = { $field }: { $found } is no date.
    .cure = Write the date like this: 5.10.2018.
issue-type-error--year-missing = { $field }: { $found } lacks the year, and nothing else tells it.
    .cure = Write the year, too.
issue-type-error--impossible-date = { $field }: there is no day { $found }.
    .cure = Check day and month.
issue-type-error--end-before-start = { $field }: the period { $found } ends before it begins.
    .cure = Check the first and the last day.
issue-type-error--year-out-of-range = { $field }: the year of { $found } is impossible.
    .cure = Check the year.
issue-type-error--far-from-month = { $field }: { $found } is more than a year from the report's month.
    .cure = Check the year.
issue-type-error--other_month = { $field }: { $found } is more than a year from the report's month.
    .cure = Check the year.
issue-type-error--not-a-month = { $field }: { $found } is no month.
    .cure = Write the month like this: 10/2018.
issue-type-error--quarter = { $field }: { $found } is a quarter, not a month.
    .cure = Report each month by itself.
issue-type-error--several-months = { $field }: { $found } covers more than one month.
    .cure = Report each month by itself.

issue-constraint-error--above-maximum = { $field }: { $found } is too large.
    .cure = Check the number.
issue-constraint-error--below-minimum = { $field }: { $found } is too small.
    .cure = Check the number.
issue-constraint-error--negative = { $field }: { $found } is negative.
    .cure = Check the number; a count is zero or more.
issue-constraint-error--fraction = { $field }: { $found } is no whole number; the nearest would be { $expected }.
    .cure = Check the number; persons and times are counted whole.

issue-value-corrected--epoch-1904 = { $field }: the day number { $found } was counted from 1904: { $suggestion }.
issue-value-corrected--merged-municipality = { $field }: { $found } is a former municipality; its successor { $suggestion } was taken.
issue-value-corrected--misspelt = { $field }: { $found } is an obvious typing error and was read as { $suggestion }.
issue-value-corrected--converted = { $field }: { $found } was converted into the unit of the field: { $suggestion }.
issue-value-corrected--negative = { $field }: { $found } was read as the negative amount { $suggestion }.
issue-value-corrected--rounded = { $field }: { $found } was rounded: { $suggestion }.
issue-value-corrected--ditto = { $field }: { $found } was taken for the value above: { $suggestion }.

issue-value-derived--sum = { $field } was missing; it was added up from its parts: { $suggestion }.
issue-value-derived--period = The report's month was derived from the dates of the rows: { $suggestion }.

issue-date-ambiguous--day-month-order = { $field }: in the date { $found } it is not clear which number is the month.
issue-date-ambiguous--day-month-number = { $field }: { $found } may be a day and month or just a number.

issue-row-constraint--sum = { $field } is { $found }, but its parts add up to { $expected }.
issue-row-constraint--example = The row was not loaded: { $found } marks it as an example.
    .cure = Delete the example, or remove the mark if the row is a record of your own.
issue-row-constraint--plan = The row was not loaded: { $found } says that it holds no result but a plan, a comparison or a figure of another time.
    .cure = Delete the row from the report, or remove the mark if the row is the result of the report's month.
issue-row-constraint--breakdown = The row was not loaded: { $found } breaks down the row above it, which includes its number already.
    .cure = Delete the breakdown, or remove the dash or word before it if the row above does not include the number.
issue-row-constraint--struck = The row was not loaded: it is struck through.
    .cure = Delete the row, or take the line away if it holds.
issue-row-constraint--struck_cell = { $found } is struck through and was read as it stands.
    .cure = Delete the value, or take the line away if it holds.
issue-row-constraint--sent_in_parts = Two files of the same report came without a row in common, and only one of them stands: { $found } took the place of { $expected }.
    .cure = If both are parts of the report, put their rows into one file.
issue-row-constraint--plan_named = The name of the file or sheet says that the figures are a plan or a forecast, but they were read as results.
    .cure = Take the plan out of the report, or rename the file or sheet if the figures are results.
issue-row-constraint--minutes = { $field }: { $found } was read as hours.
    .cure = Check the unit: if the number is minutes, write it in hours or add “min”.
issue-duplicate-row--other_value = The same is told with another value in row { $raw }; both were counted.
    .cure = Delete the row that does not hold, or say in a column what tells the two apart.
issue-duplicate-row--other_values = The table tells values of this report differently from row { $raw } and others; all were counted.
    .cure = Delete the table or sheet that does not belong to the report, such as a plan or an earlier version.

issue-sheet-hidden-with-data--example = The sheet was not loaded: its name says that it holds an example or a draft, and another sheet holds the report.
    .cure = Delete the sheet, or rename it if its data belong to the report.
issue-sheet-hidden-with-data--plan = The sheet was not loaded: its name says that it holds a plan or figures of another time, and another sheet holds the report.
    .cure = Delete the sheet, or rename it if its data belong to the report.
issue-sheet-hidden-with-data--sum = The sheet was not loaded: its name says that it adds up other sheets, each of which is of a month.
    .cure = Delete the sheet, or name it after its month if its data are of one.

issue-period-conflict--sources = The report's month is contradictory: { $found } and { $expected }.
issue-period-conflict--other_month = { $field }: { $found } is not in the report's month { $expected }; the row was counted in the report's month.
    .cure = Check the date, or move the row to the report of its month.

issue-organisation-conflict--sources = The report's organisation is contradictory: { $found } and { $expected }.
issue-organisation-conflict--sent_apart = Organisations with a joint report sent one each, and only the later one stands: { $found } took the place of { $expected }.
    .cure = Put both into one file, or take reports_with out of kooste.toml.

issue-required-value--empty_report = The report holds no rows of data and does not say that there was no activity.
    .cure = Fill in the report, or write “Ei toimintaa” (no activity) into it.
issue-required-value--no_values = The rows of the report hold no values.
    .cure = Fill in the numbers, or write “Ei toimintaa” (no activity) into the report.

issue-report-identical--copy = The file { $found } is the same as { $expected }, so the copy was not loaded.

issue-personal-data--path = The name of the file or folder held a personal identity code; it was replaced by [henkilötunnus].
    .cure = Rename the file without the personal identity code.
issue-personal-data--sheet_name = The name of the sheet held a personal identity code; it was replaced by [henkilötunnus].
    .cure = Rename the sheet without the personal identity code.
issue-personal-data--comment = The comment of the cell holds a personal identity code; comments are not read, and the original file is not archived.
    .cure = Delete the comment and send the file again.
issue-personal-data--outside_cells = The file holds a personal identity code outside its cells: in a comment, a text box or the properties of the file. It was not read, and the original file is not archived.
    .cure = Remove the code from comments, text boxes and the properties of the file.

issue-extra-label--unlabelled = The column holds values but has no label; the values are kept as extra data.

issue-municipality-unknown--code-and-name = { $field }: the code and the name in { $found } belong to different municipalities.
    .cure = Check which of them is right.
issue-municipality-unknown--several = { $field }: the cell names several municipalities ({ $found }), but the field takes one.
    .cure = Write each municipality on a row of its own.

issue-code-unknown--code-and-label = { $field }: the code and the label in { $found } mean different things.
issue-code-unknown--several = { $field }: the cell names several values ({ $found }), but the field takes one.
    .cure = Choose one.

issue-form-not-found--no_table = No report was found in the file.

issue-format-error--doc = The file is an old Word document, not a table.
    .cure = Move the data into the template or save them as xlsx.
issue-organisation-unknown--several = The cell names several organisations: { $found }.
issue-value-corrected--first-of-several = { $field }: of { $found } the first was taken, { $suggestion }.
issue-value-corrected--remainder = { $field }: in { $found } was read { $suggestion }; the rest is kept as extra data.
issue-organisation-unknown--heading = The organisation in the heading { $found } is unknown; the rows below it were not loaded.
issue-period-not-found--heading = The heading { $found } is no month; the rows below it were not loaded.
issue-period-not-found--several = { $found } names more than one month, so nothing tells which month the report is about.
    .cure = Report each month by itself.
issue-period-not-found--sheet = The name of the sheet tells no month while those beside it do, so nothing tells which month it is about.
    .cure = Name the sheet after its month, or write the month above the table.
issue-municipality-unknown--heading = The heading { $found } is no known municipality; the rows below it were loaded without one.
issue-code-unknown--heading = { $field }: the heading { $found } is not in the list; the rows below it did not take the heading above it.
    .cure = Write the value into the heading as in the template's list, or into a column of its own.
issue-layout-changed--sheet = The table stands on the sheet { $found }; in { $suggestion } it stood on { $expected }.
issue-layout-changed--header-row = The header stands in row { $found }; in { $suggestion } it stood in row { $expected }.
issue-layout-changed--labels = The labels of the columns are other than in { $suggestion }: new are { $found }, gone are { $expected }.
issue-layout-changed--order = The columns stand in another order than in { $suggestion }: { $found }.

issue-format-error--link = This is a link to another place; links are not followed.
    .cure = Copy the file itself into the folder of arrived reports.
issue-cumulative-base-missing--report = The running totals cannot be split into months: the report of { $expected } is not there. The report was not loaded.
    .cure = Ask for the report of { $expected }; the month is computed as soon as it comes.
issue-cumulative-base-missing--figure = { $field }: the month's share of the running total { $found } cannot be computed, because the report of { $expected } has no figure for it.
    .cure = Ask for the missing figure of { $expected }.
issue-cumulative-base-missing--several = { $field }: the month's share of the running total { $found } cannot be computed, because this report or that of { $expected } has several rows of the same kind.
    .cure = Ask for one row of each kind.
issue-cumulative-base-missing--average = { $field }: the running average { $found } does not tell the average of the month.
    .cure = Ask for the figure of the month itself.
issue-cumulative-base-missing--rows = Rows of this form cannot be subtracted from each other, so running totals do not tell the month { $expected }. The report was not loaded.
    .cure = Ask for the rows of the month alone, or take mode = "cumulative" out of kooste.toml.
issue-constraint-error--decreased = { $field }: the running total { $found } is smaller than the month before, { $expected }.
    .cure = Check both months; send the one that is wrong again.
issue-cumulative-suspected--growing = The figures have only grown from month to month since { $found }, as running totals of the year do. They were loaded as they are.
issue-cumulative-suspected--title = The figures look like running totals of the year: { $found }. They were loaded as they are.
issue-row-constraint--decreased = { $field }: the running total { $found } is smaller than the month before, { $expected }; the month was loaded as a negative correction.
    .cure = Check both months; send the one that is wrong again.
