/* What is said about rows and cells: what is wrong, and what to do about it. The sentences name
 * neither a person nor a cell's text. */

#include "config.h"

#include "tj-import-reason.h"

#include <glib/gi18n-lib.h>

static const char *const messages[TJ_N_REASONS] = {
  [TJ_REASON_NONE] = "",

  [TJ_REASON_NUMBER_MISSING] = N_ ("The personal number is missing. Ask the sender for it."),
  [TJ_REASON_NUMBER_MALFORMED]
  = N_ ("This is not a personal number. It should be twelve digits: YYYYMMDD-NNNN."),
  [TJ_REASON_NUMBER_CHECKSUM]
  = N_ ("The personal number's check digit is wrong. Look for a mistyped digit."),
  [TJ_REASON_NUMBER_EXPONENT]
  = N_ ("Excel has shortened the personal number, as in 7,09E+11, and its last digits are lost. "
        "Format the column as text and export the list again."),
  [TJ_REASON_NUMBER_ZEROS_LOST]
  = N_ ("Digits of the personal number are missing. If a spreadsheet has cut the leading zeros, "
        "format the column as text and export the list again."),
  [TJ_REASON_NAME_MISSING] = N_ ("The given name or the family name is missing."),
  [TJ_REASON_DATE] = N_ ("This is not a date. Write it as 2026-11-18."),
  [TJ_REASON_DATE_YEAR]
  = N_ ("The year is not one that can be right. Write the date with four digits for the year, "
        "as 2026-11-18."),
  [TJ_REASON_DATE_MONTH_FIRST]
  = N_ ("The month seems to stand before the day. Write the date as 2026-11-18."),
  [TJ_REASON_PHONE] = N_ ("This is not a phone number. Only one number fits in a cell."),
  [TJ_REASON_PHONE_EXPONENT]
  = N_ ("Excel has shortened the phone number, and its last digits are lost. "
        "Format the column as text and export the list again."),
  [TJ_REASON_EMAIL] = N_ ("This is not an e-mail address."),
  [TJ_REASON_LINE_BREAK]
  = N_ ("The cell goes over several lines. Is a quotation mark missing on this row?"),
  [TJ_REASON_UNREADABLE] = N_ ("The cell has damaged characters. Export the list again as UTF-8."),
  [TJ_REASON_CELL_ERROR]
  = N_ ("The spreadsheet shows an error in this cell, such as #N/A or ####. Mend it there and "
        "export the list again."),
  [TJ_REASON_TOO_MANY_CELLS]
  = N_ ("The row has more cells than the headings. Is a delimiter part of a cell?"),
  [TJ_REASON_DUPLICATE]
  = N_ ("The person stands on an earlier row with other details. Keep the row that is right."),
  [TJ_REASON_OTHER_NAME]
  = N_ ("The register has another name for this personal number. Find out whose number it is."),
  [TJ_REASON_UNKNOWN_YOUTH]
  = N_ ("No youth in the register has this personal number. Register the youth first."),
  [TJ_REASON_NOTHING_IN_ROW] = N_ ("The row has neither a phone number nor an e-mail address."),
  [TJ_REASON_SAME_DAY]
  = N_ ("The youth was deregistered today after a registration from the same day. "
        "Open that registration again by hand."),

  [TJ_REASON_CELL_MISSING]
  = N_ ("The cell is empty, and the row says nothing without it. Ask the sender for it."),
  [TJ_REASON_AMOUNT] = N_ ("This is not an amount. Write it in kronor, as 12392,00."),
  [TJ_REASON_MONTH] = N_ ("This is not a month. Write it as 2026-11."),
  [TJ_REASON_CATEGORY] = N_ ("What is the report about: absence, a break, a change of education?"),
  [TJ_REASON_ADMISSION]
  = N_ ("It is not said how the admission ended: admitted, no place, declined or no choice."),
  [TJ_REASON_CERTIFICATE] = N_ ("Which certificate is it: a degree or a study certificate?"),
  [TJ_REASON_PRICE_PERIOD] = N_ ("It is not said when the price holds. Write the year as 2026, or "
                                 "the first and the last day."),
  [TJ_REASON_BEGUN] = N_ ("For whom does the price hold: those who began before 1 July 2025, or "
                          "from then on? Write före or efter, or nothing for all."),
  [TJ_REASON_PRICE_TWICE]
  = N_ ("The same price stands on an earlier row with another amount. Keep the row that is right."),

  [TJ_REASON_ZEROS_RESTORED]
  = N_ ("The personal number had lost its leading zeros, as in Excel. They were put back."),
  [TJ_REASON_NUMBER_ODD_DATE]
  = N_ ("The personal number's check digit is right, but its date is not in the calendar."),
  [TJ_REASON_NUMBER_TEMPORARY]
  = N_ ("The number is temporary. It is never reported; replace it when the real one is known."),
  [TJ_REASON_NAME_GUESSED]
  = N_ ("Several names stand in one cell. Look over where the family name begins."),
  [TJ_REASON_DATE_SERIAL]
  = N_ ("Dates are numbers, as Excel keeps them. They were read as dates from this row on."),
  [TJ_REASON_DATE_FUTURE] = N_ ("The registration date has not come yet."),
  [TJ_REASON_DATE_ABSENT]
  = N_ ("There is no registration date. Today's date is used for new registrations."),
  [TJ_REASON_REOPENED] = N_ ("The youth was deregistered here after the list's date. "
                             "The new registration counts from today."),
  [TJ_REASON_POSTAL_CODE] = N_ ("The postal code is not five digits. It was kept as it is."),
  [TJ_REASON_PHONE_ZERO_RESTORED]
  = N_ ("The phone number had lost its leading zero, as in Excel. It was put back."),
  [TJ_REASON_TURNED_TWENTY]
  = N_ ("The youth has turned 20, so the municipality's responsibility has ended."),
  [TJ_REASON_TOO_YOUNG] = N_ ("The youth is under 15. Is the personal number right?"),
  [TJ_REASON_NO_ADDRESS] = N_ ("There is no complete address, so no letter can be sent."),
  [TJ_REASON_PROTECTED]
  = N_ ("The youth is marked as protected. No address was taken from the row."),
  [TJ_REASON_PROTECTED_KEPT]
  = N_ ("The youth is protected in the register. The marking is kept, and no address "
        "was taken from the row."),
  [TJ_REASON_PROTECTION_UNCLEAR]
  = N_ ("The marking in this cell is not known. To be safe it was read as protected."),
  [TJ_REASON_FEW_CELLS]
  = N_ ("The row has fewer cells than the headings. The missing ones were read as empty."),
  [TJ_REASON_REPEATED_HEADING]
  = N_ ("Several columns mean the same thing. Only one of them is read."),
  [TJ_REASON_ROWS_ABOVE]
  = N_ ("The headings were found on this row. The rows above it were left out."),
  [TJ_REASON_HIDDEN_ROWS]
  = N_ ("Some rows are hidden in the workbook, as by a filter. They were read too."),
  [TJ_REASON_NULS] = N_ ("The file had empty characters (NUL). They were taken out."),
  [TJ_REASON_DAMAGED_TEXT]
  = N_ ("The file has characters that could not be read. Export the list again as UTF-8."),
  [TJ_REASON_MOVED_OUT]
  = N_ ("The youth has moved from the municipality. Deregistration is proposed."),
  [TJ_REASON_MOVED_AWAY]
  = N_ ("A registered youth is no longer in the population register's list. Deregistration is "
        "proposed; a protected person may be missing from it and stay here."),
  [TJ_REASON_OUTSIDE_AGES]
  = N_ ("Some people are younger or older than the responsibility concerns. They were not kept."),
  [TJ_REASON_MANY_GONE]
  = N_ ("More than a third of what the list before had is missing. Is this the whole list?"),
  [TJ_REASON_LEVEL_UNKNOWN]
  = N_ ("The level of the studies is not known. They were read as upper-secondary."),
  [TJ_REASON_STUDY_STOPPED]
  = N_ ("The studies in adult education have ended. A follow-up is set for today."),
  [TJ_REASON_STUDY_ABSENT]
  = N_ ("A youth who studied in adult education is no longer in the report. A follow-up is set "
        "for today."),
  [TJ_REASON_STILL_ENROLLED]
  = N_ ("The youth attends a school by the list of enrolments. Nobody was registered."),
  [TJ_REASON_ENDS_BEFORE_START] = N_ ("The end lies before the start. Look over the dates."),
  [TJ_REASON_DIARY_MISSING] = N_ ("The report has no diary number. Give it one when it is filed."),
  [TJ_REASON_DELICATE] = N_ (
      "The message seems to tell of health, crime or coercive measures, which the register may not "
      "hold. Look it over and shorten it."),
  [TJ_REASON_NOT_REGISTERED] = N_ ("The youth is not registered. A registration is proposed."),
};

/**
 * tj_import_reason_message:
 *
 * Returns: (transfer none): one or two translated sentences, without personal data
 */
const char *
tj_import_reason_message (TjImportReason reason)
{
  g_return_val_if_fail (reason < TJ_N_REASONS, "");
  return reason == TJ_REASON_NONE ? "" : _ (messages[reason]);
}
