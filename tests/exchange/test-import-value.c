/* Cells are understood in every form that lists have, and what spreadsheets did to them is named. */

#include "config.h"

#include "tj-import-value.h"

#include <string.h>

static TjTextRoom room;

static TjImportValue
read_cell (TjCellKind kind, const char *text)
{
  TjImportValue value;
  TjCell cell = { .text = text, .length = strlen (text) };

  tj_text_room_reserve (&room, tj_text_room_size_for (cell.length));
  tj_import_value_read (&value, kind, &cell, tj_date_new (2026, 11, 18), &room);
  return value;
}

static void
assert_number (const char *text, const char *expected, TjImportReason warning)
{
  TjImportValue value = read_cell (TJ_CELL_NUMBER, text);

  g_assert_cmpint (value.error, ==, TJ_REASON_NONE);
  g_assert_cmpint (value.warning, ==, warning);
  g_assert_cmpstr (value.number.text, ==, expected);
}

static void
assert_bad (TjCellKind kind, const char *text, TjImportReason error)
{
  g_assert_cmpint (read_cell (kind, text).error, ==, error);
}

static void
test_number_forms (void)
{
  assert_number ("200701032385", "200701032385", TJ_REASON_NONE);
  assert_number ("20070103-2385", "200701032385", TJ_REASON_NONE);
  assert_number (" 20070103 2385 ", "200701032385", TJ_REASON_NONE);
  assert_number ("070103-2385", "200701032385", TJ_REASON_NONE);
  assert_number ("0701032385", "200701032385", TJ_REASON_NONE);
  assert_number ("070103\u20132385", "200701032385", TJ_REASON_NONE);
  assert_number ("\u00A020070103-2385\u00A0", "200701032385", TJ_REASON_NONE);
  assert_number ("=\"0701032385\"", "200701032385", TJ_REASON_NONE);
  assert_number ("'0701032385", "200701032385", TJ_REASON_NONE);
  assert_number ("200701032385,00", "200701032385", TJ_REASON_NONE);
  assert_number ("200701032385.0", "200701032385", TJ_REASON_NONE);
  assert_number ("20070279-2383", "200702792383", TJ_REASON_NONE);
  assert_number ("20000101-T220", "20000101T220", TJ_REASON_NUMBER_TEMPORARY);
  assert_number ("090527+1474", "190905271474", TJ_REASON_NONE);
}

static void
test_number_zeros (void)
{
  assert_number ("701032385", "200701032385", TJ_REASON_ZEROS_RESTORED);
  assert_number ("70103-2385", "200701032385", TJ_REASON_ZEROS_RESTORED);
  assert_bad (TJ_CELL_NUMBER, "701032386", TJ_REASON_NUMBER_ZEROS_LOST);
  assert_bad (TJ_CELL_NUMBER, "20070103", TJ_REASON_NUMBER_ZEROS_LOST);
}

static void
test_number_exponent (void)
{
  assert_bad (TJ_CELL_NUMBER, "7,01E+08", TJ_REASON_NUMBER_EXPONENT);
  assert_bad (TJ_CELL_NUMBER, "2,00701E+11", TJ_REASON_NUMBER_EXPONENT);
  assert_bad (TJ_CELL_NUMBER, "2.00701e11", TJ_REASON_NUMBER_EXPONENT);
  assert_bad (TJ_CELL_NUMBER, "7,09E+11", TJ_REASON_NUMBER_EXPONENT);
  assert_bad (TJ_CELL_NUMBER, "200701000000", TJ_REASON_NUMBER_EXPONENT);
  assert_bad (TJ_CELL_NUMBER, "709000000000", TJ_REASON_NUMBER_EXPONENT);
  assert_bad (TJ_CELL_NUMBER, "701000000", TJ_REASON_NUMBER_EXPONENT);
}

static void
test_number_bad (void)
{
  assert_bad (TJ_CELL_NUMBER, "20070103-2386", TJ_REASON_NUMBER_CHECKSUM);
  assert_bad (TJ_CELL_NUMBER, "Totalt: 82", TJ_REASON_NUMBER_MALFORMED);
  assert_bad (TJ_CELL_NUMBER, "2007010323855555555555555555555555", TJ_REASON_NUMBER_MALFORMED);
  assert_bad (TJ_CELL_NUMBER, "20070103-2385\nx", TJ_REASON_LINE_BREAK);
  assert_bad (TJ_CELL_NUMBER, "2007\uFFFD", TJ_REASON_UNREADABLE);
  g_assert_cmpstr (read_cell (TJ_CELL_NUMBER, "").text, ==, "");
}

static void
assert_date (const char *text, const char *expected, TjImportReason warning)
{
  TjImportValue value = read_cell (TJ_CELL_DATE, text);
  char buffer[TJ_DATE_BUFFER];

  g_assert_cmpint (value.error, ==, TJ_REASON_NONE);
  g_assert_cmpint (value.warning, ==, warning);
  g_assert_cmpstr (tj_date_write (value.date, buffer), ==, expected);
}

static void
test_date_forms (void)
{
  assert_date ("2026-11-18", "2026-11-18", TJ_REASON_NONE);
  assert_date ("2026-11-18 00:00", "2026-11-18", TJ_REASON_NONE);
  assert_date ("2026-11-18T23:59:59Z", "2026-11-18", TJ_REASON_NONE);
  assert_date ("18.11.2026", "2026-11-18", TJ_REASON_NONE);
  assert_date ("1.9.2026", "2026-09-01", TJ_REASON_NONE);
  assert_date ("18/11/2026 08:15", "2026-11-18", TJ_REASON_NONE);
  assert_date ("18-11-2026", "2026-11-18", TJ_REASON_NONE);
  assert_date ("2026/11/18", "2026-11-18", TJ_REASON_NONE);
  assert_date ("20261118", "2026-11-18", TJ_REASON_NONE);
}

static void
test_date_serials (void)
{
  assert_date ("46344", "2026-11-18", TJ_REASON_DATE_SERIAL);
  assert_date ("46344,5", "2026-11-18", TJ_REASON_DATE_SERIAL);
  assert_date ("46344.999", "2026-11-18", TJ_REASON_DATE_SERIAL);
  assert_date ("36526", "2000-01-01", TJ_REASON_DATE_SERIAL);
}

static void
test_date_bad (void)
{
  assert_bad (TJ_CELL_DATE, "2026-02-30", TJ_REASON_DATE);
  assert_bad (TJ_CELL_DATE, "i höstas", TJ_REASON_DATE);
  assert_bad (TJ_CELL_DATE, "2026-11", TJ_REASON_DATE);
  assert_bad (TJ_CELL_DATE, "1.2.3.2026", TJ_REASON_DATE);
  assert_bad (TJ_CELL_DATE, "18.11.26", TJ_REASON_DATE_YEAR);
  assert_bad (TJ_CELL_DATE, "1026-11-18", TJ_REASON_DATE_YEAR);
  assert_bad (TJ_CELL_DATE, "11/18/2026", TJ_REASON_DATE_MONTH_FIRST);
}

static void
assert_names (TjCellKind kind, const char *text, const char *given, const char *family)
{
  TjImportValue value = read_cell (kind, text);

  g_assert_cmpint (value.error, ==, TJ_REASON_NONE);
  g_assert_cmpstr (value.text, ==, given);
  g_assert_cmpstr (value.family, ==, family);
}

static void
test_names (void)
{
  assert_names (TJ_CELL_NAMES, "Ester Nilsson", "Ester", "Nilsson");
  assert_names (TJ_CELL_NAMES, "Nilsson, Ester Maria", "Ester Maria", "Nilsson");
  assert_names (TJ_CELL_NAMES, "  Lind-Öhman ,Elsa ", "Elsa", "Lind-Öhman");
  assert_names (TJ_CELL_NAMES, "Anna von Essen", "Anna", "von Essen");
  assert_names (TJ_CELL_NAMES, "Sara Maria de la Cruz", "Sara Maria", "de la Cruz");
  assert_names (TJ_CELL_NAMES_FAMILY_FIRST, "Nilsson Ester", "Ester", "Nilsson");
  assert_names (TJ_CELL_NAMES_FAMILY_FIRST, "Nilsson, Ester", "Ester", "Nilsson");
  assert_names (TJ_CELL_NAMES, "Ester", "Ester", "");
  g_assert_cmpint (read_cell (TJ_CELL_NAMES, "Ester Nilsson").warning, ==, TJ_REASON_NONE);
  g_assert_cmpint (read_cell (TJ_CELL_NAMES, "Ali Hassan Omar").warning, ==,
                   TJ_REASON_NAME_GUESSED);
}

static void
test_text (void)
{
  g_assert_cmpstr (read_cell (TJ_CELL_TEXT, " Stor\u00A0\tgatan\r\n 1\u200B ").text, ==,
                   "Stor gatan 1");
  g_assert_cmpstr (read_cell (TJ_CELL_TEXT, "A\u030Akes va\u0308g").text, ==, "Åkes väg");
  g_assert_cmpstr (read_cell (TJ_CELL_TEXT, "-").text, ==, "");
  g_assert_cmpstr (read_cell (TJ_CELL_TEXT, "Saknas").text, ==, "");
}

static void
test_spreadsheet_errors (void)
{
  assert_bad (TJ_CELL_NAME, "#N/A", TJ_REASON_CELL_ERROR);
  assert_bad (TJ_CELL_TEXT, "#VÄRDEFEL!", TJ_REASON_CELL_ERROR);
  assert_bad (TJ_CELL_DATE, "########", TJ_REASON_CELL_ERROR);
  assert_bad (TJ_CELL_NUMBER, "#referens!", TJ_REASON_CELL_ERROR);
  g_assert_cmpint (read_cell (TJ_CELL_PROTECTION, "#N/A").code, ==, TJ_PROTECTION_MARKED);
  g_assert_cmpstr (read_cell (TJ_CELL_TEXT, "#1 Storgatan").text, ==, "#1 Storgatan");
  g_assert_cmpint (read_cell (TJ_CELL_TEXT, "#1 Storgatan").error, ==, TJ_REASON_NONE);
}

static void
test_details (void)
{
  TjImportValue mended = read_cell (TJ_CELL_PHONE, "732547464");

  g_assert_cmpstr (mended.text, ==, "0732547464");
  g_assert_cmpint (mended.warning, ==, TJ_REASON_PHONE_ZERO_RESTORED);
  g_assert_cmpstr (read_cell (TJ_CELL_PHONE, "+46 73-254 74 64").text, ==, "+46 73-254 74 64");
  assert_bad (TJ_CELL_PHONE, "7,33E+08", TJ_REASON_PHONE_EXPONENT);
  assert_bad (TJ_CELL_PHONE, "ring mamma", TJ_REASON_PHONE);
  g_assert_cmpstr (read_cell (TJ_CELL_EMAIL, "a.b@example.org").text, ==, "a.b@example.org");
  assert_bad (TJ_CELL_EMAIL, "a@b", TJ_REASON_EMAIL);
  assert_bad (TJ_CELL_EMAIL, "a@b.se; c@d.se", TJ_REASON_EMAIL);
}

static void
test_postal_code (void)
{
  g_assert_cmpstr (read_cell (TJ_CELL_POSTAL_CODE, "543 31").text, ==, "54331");
  g_assert_cmpstr (read_cell (TJ_CELL_POSTAL_CODE, "SE-543\u00A031").text, ==, "54331");
  g_assert_cmpstr (read_cell (TJ_CELL_POSTAL_CODE, "5433").text, ==, "5433");
  g_assert_cmpint (read_cell (TJ_CELL_POSTAL_CODE, "5433").warning, ==, TJ_REASON_POSTAL_CODE);
}

static void
assert_code (TjCellKind kind, const char *text, int expected)
{
  g_assert_cmpint (read_cell (kind, text).code, ==, expected);
}

static void
test_protection (void)
{
  assert_code (TJ_CELL_PROTECTION, "", TJ_PROTECTION_NONE);
  assert_code (TJ_CELL_PROTECTION, "Nej", TJ_PROTECTION_NONE);
  assert_code (TJ_CELL_PROTECTION, "JA", TJ_PROTECTION_MARKED);
  assert_code (TJ_CELL_PROTECTION, "Sekretessmarkering", TJ_PROTECTION_MARKED);
  assert_code (TJ_CELL_PROTECTION, "Skyddad folkbokföring", TJ_PROTECTION_POPULATION);
  assert_code (TJ_CELL_PROTECTION, "?", TJ_PROTECTION_MARKED);
  assert_code (TJ_CELL_PROTECTION, "J\uFFFD", TJ_PROTECTION_MARKED);
  g_assert_cmpint (read_cell (TJ_CELL_PROTECTION, "?").warning, ==, TJ_REASON_PROTECTION_UNCLEAR);
}

static void
test_background (void)
{
  assert_code (TJ_CELL_BACKGROUND, "Avbrott från nationellt program", TJ_BACKGROUND_BREAK);
  assert_code (TJ_CELL_BACKGROUND, "STUDIEBEVIS", TJ_BACKGROUND_STUDIEBEVIS);
  assert_code (TJ_CELL_BACKGROUND, "Aldrig studerat i gymnasieskolan", TJ_BACKGROUND_NEVER);
  assert_code (TJ_CELL_BACKGROUND, "Introduktionsprogram", TJ_BACKGROUND_INTRODUCTION);
  assert_code (TJ_CELL_BACKGROUND, "Uppgift saknas", TJ_BACKGROUND_UNKNOWN);
  assert_code (TJ_CELL_BACKGROUND, "", TJ_BACKGROUND_UNKNOWN);
}

static void
test_messages (void)
{
  for (guint i = 1; i < TJ_N_REASONS; i++)
    {
      const char *message = tj_import_reason_message (i);

      g_assert_nonnull (message);
      g_assert_true (g_str_has_suffix (message, ".") || g_str_has_suffix (message, "?"));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/value/numbers-in-all-forms", test_number_forms);
  g_test_add_func ("/exchange/value/lost-zeros-are-put-back-when-the-number-fits",
                   test_number_zeros);
  g_test_add_func ("/exchange/value/a-shortened-number-is-named", test_number_exponent);
  g_test_add_func ("/exchange/value/bad-numbers-are-told-apart", test_number_bad);
  g_test_add_func ("/exchange/value/dates-in-all-forms", test_date_forms);
  g_test_add_func ("/exchange/value/day-numbers-of-excel-are-dates", test_date_serials);
  g_test_add_func ("/exchange/value/bad-dates-are-told-apart", test_date_bad);
  g_test_add_func ("/exchange/value/names-in-one-cell-are-parted", test_names);
  g_test_add_func ("/exchange/value/text-is-cleaned", test_text);
  g_test_add_func ("/exchange/value/errors-of-spreadsheets-are-no-text", test_spreadsheet_errors);
  g_test_add_func ("/exchange/value/phone-and-email", test_details);
  g_test_add_func ("/exchange/value/postal-codes-warn-but-never-block", test_postal_code);
  g_test_add_func ("/exchange/value/an-unclear-marking-protects", test_protection);
  g_test_add_func ("/exchange/value/backgrounds-by-the-labels-in-use", test_background);
  g_test_add_func ("/exchange/value/every-reason-says-something", test_messages);
  result = g_test_run ();
  tj_text_room_clear (&room);
  return result;
}
