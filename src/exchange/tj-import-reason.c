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
  [TJ_REASON_NULS] = N_ ("The file had empty characters (NUL). They were taken out."),
  [TJ_REASON_DAMAGED_TEXT]
  = N_ ("The file has characters that could not be read. Export the list again as UTF-8."),
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
