/* Every case of the specification and every official test number, and what LAW.md adds to them:
 * the checksum rejects, an odd date only warns. No case of the specification is invalid for its
 * date alone, so `valid` is followed in all of them (serial 000 and a space are what is wrong in
 * those with a right checksum). The official numbers are all valid, odd dates or not. */

#include "config.h"

#include "tj-personal-number.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonObject *fixture;
static TjDate today;

static JsonArray *
cases (const char *name)
{
  return json_object_get_array_member (fixture, name);
}

static const char *
text_of (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) && !json_object_get_null_member (object, name)
             ? json_object_get_string_member (object, name)
             : NULL;
}

static void
assert_parses (JsonObject *object, const char *form, TjNumberKind kind)
{
  const char *text = text_of (object, form);
  gboolean has_century = strncmp (form, "short", 5) != 0;
  TjPersonalNumber number;
  TjNumberProblem problem = tj_personal_number_parse (text, today, &number);

  g_test_message ("%s", text);
  g_assert_cmpint (problem == TJ_NUMBER_OK, ==, json_object_get_boolean_member (object, "valid"));
  if (problem != TJ_NUMBER_OK)
    return;

  g_assert_cmpint (number.kind, ==, kind);
  g_assert_false (number.odd_date);
  if (has_century) /* ten digits without a plus are never a hundred years old */
    g_assert_cmpstr (number.text, ==, text_of (object, "long_format"));
  if (kind != TJ_NUMBER_TEMPORARY)
    g_assert_cmpint (number.sex, ==,
                     json_object_get_boolean_member (object, "isMale") ? TJ_SEX_MAN : TJ_SEX_WOMAN);
}

static void
assert_all_forms (const char *name)
{
  static const char *const forms[]
      = { "long_format", "short_format", "separated_format", "separated_long" };
  JsonArray *array = cases (name);

  g_assert_cmpuint (json_array_get_length (array), >, 5);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *type = text_of (object, "type");
      TjNumberKind kind = g_str_equal (type, "con")       ? TJ_NUMBER_COORDINATION
                          : g_str_equal (type, "interim") ? TJ_NUMBER_TEMPORARY
                                                          : TJ_NUMBER_PERSONAL;

      for (gsize f = 0; f < G_N_ELEMENTS (forms); f++)
        assert_parses (object, forms[f], kind);
    }
}

static void
test_specification_cases (void)
{
  assert_all_forms ("spec_cases");
}

static void
test_interim_cases (void)
{
  assert_all_forms ("interim_cases");
}

static void
test_organisation_numbers_are_refused (void)
{
  JsonArray *array = cases ("organisationsnummer_cases");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *prefixed = g_strconcat ("16", text_of (object, "short_format"), NULL);
      TjPersonalNumber number;

      g_assert_cmpint (tj_personal_number_parse (text_of (object, "short_format"), today, &number),
                       ==, TJ_NUMBER_MALFORMED);
      g_assert_cmpint (
          tj_personal_number_parse (text_of (object, "separated_format"), today, &number), ==,
          TJ_NUMBER_MALFORMED);
      g_assert_cmpint (tj_personal_number_parse (prefixed, today, &number), ==,
                       TJ_NUMBER_MALFORMED);
    }
}

/* Reads all numbers of one official list and gives back how many have an odd date. */
static guint
check_official (const char *name, guint n_expected, TjNumberKind kind)
{
  JsonArray *array = cases (name);
  guint n_odd = 0;

  g_assert_cmpuint (json_array_get_length (array), ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *text = text_of (object, "pnr12"), *birth = text_of (object, "birth"),
                 *sex = text_of (object, "sex");
      char buffer[TJ_DATE_BUFFER];
      TjPersonalNumber number;

      g_assert_cmpint (tj_personal_number_parse (text, today, &number), ==, TJ_NUMBER_OK);
      g_assert_cmpstr (number.text, ==, text);
      g_assert_cmpint (number.kind, ==, kind);
      g_assert_cmpint (number.odd_date, ==, birth == NULL);
      g_assert_cmpuint (number.birth, !=, TJ_DATE_NONE);
      if (birth != NULL)
        g_assert_cmpstr (tj_date_write (number.birth, buffer), ==, birth);
      if (sex != NULL)
        g_assert_cmpint (number.sex, ==, sex[0] == 'M' ? TJ_SEX_MAN : TJ_SEX_WOMAN);
      n_odd += number.odd_date ? 1 : 0;
    }
  return n_odd;
}

static void
test_official_numbers (void)
{
  g_assert_cmpuint (
      check_official ("skatteverket_testpersonnummer_2004_2012", 6574, TJ_NUMBER_PERSONAL), ==, 0);
  g_assert_cmpuint (
      check_official ("skatteverket_testpersonnummer_sample_other_years", 232, TJ_NUMBER_PERSONAL),
      ==, 0);
  g_assert_cmpuint (
      check_official ("skatteverket_testsamordningsnummer_all", 2264, TJ_NUMBER_COORDINATION), ==,
      194);
}

static void
test_every_wrong_check_digit_is_refused (void)
{
  JsonArray *array = cases ("skatteverket_testpersonnummer_2004_2012");

  for (guint i = 0; i < json_array_get_length (array); i += 50)
    {
      g_autofree char *text
          = g_strdup (text_of (json_array_get_object_element (array, i), "pnr12"));
      char right = text[11];

      for (text[11] = '0'; text[11] <= '9'; text[11]++)
        {
          TjPersonalNumber number;

          g_assert_cmpint (tj_personal_number_parse (text, today, &number), ==,
                           text[11] == right ? TJ_NUMBER_OK : TJ_NUMBER_BAD_CHECKSUM);
        }
    }
}

static void
test_odd_dates_take_the_nearest_day (void)
{
  static const struct
  {
    const char *text, *birth;
  } rows[] = {
    /* official coordination numbers, and temporary ones, which have no checksum */
    { "191500722390", "1915-01-12" },  { "191711602399", "1917-11-01" },
    { "192004912388", "1920-04-30" },  { "20090230-TF01", "2009-02-28" },
    { "20081305-T123", "2008-12-05" }, { "20080000-TF02", "2008-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char buffer[TJ_DATE_BUFFER];
      TjPersonalNumber number;

      g_assert_cmpint (tj_personal_number_parse (rows[i].text, today, &number), ==, TJ_NUMBER_OK);
      g_assert_true (number.odd_date);
      g_assert_cmpstr (tj_date_write (number.birth, buffer), ==, rows[i].birth);
    }
}

static void
test_a_birth_after_today_is_odd (void)
{
  TjPersonalNumber number;

  g_assert_cmpint (tj_personal_number_parse ("20261231-TF01", today, &number), ==, TJ_NUMBER_OK);
  g_assert_true (number.odd_date);
  g_assert_cmpint (tj_personal_number_parse ("20261231-TF01", TJ_DATE_NONE, &number), ==,
                   TJ_NUMBER_OK);
  g_assert_false (number.odd_date);
}

static void
test_ten_digits_take_their_century_from_today (void)
{
  static const struct
  {
    const char *text, *today, *canonical;
  } rows[] = {
    { "100101-2382", "2026-01-15", "201001012382" },
    { "1001012382", "2026-01-15", "201001012382" },
    { "100101+2382", "2026-01-15", "191001012382" },
    { "100101-2382", "2009-12-31", "191001012382" },
    { "100101-2382", "2110-01-01", NULL },
    { "100101+2382", "2110-01-01", "201001012382" },
    { "090527+1474", "2008-12-31", "180905271474" },
    { "090527+1474", "2009-01-01", "190905271474" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TjPersonalNumber number;
      TjNumberProblem problem
          = tj_personal_number_parse (rows[i].text, tj_date_parse (rows[i].today), &number);

      g_assert_cmpint (problem == TJ_NUMBER_OK, ==, rows[i].canonical != NULL);
      if (problem == TJ_NUMBER_OK)
        g_assert_cmpstr (number.text, ==, rows[i].canonical);
    }
  g_assert_cmpint (tj_personal_number_parse ("1001012382", TJ_DATE_NONE, &(TjPersonalNumber){ 0 }),
                   ==, TJ_NUMBER_MALFORMED);
}

static void
test_temporary_numbers (void)
{
  static const char *const good[] = { "20080314-TF01", "20080314TF01",    "080314-TF99",
                                      "20080314-t123", " 20080314-T123 ", "080314T123" };
  static const char *const bad[]
      = { "20080314-TF1",  "20080314-TF001", "20080314-A123", "20080314-FT01",
          "20080314-TTTT", "20080314-12T4",  "20084414-TF01" };
  TjPersonalNumber number;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_cmpint (tj_personal_number_parse (good[i], today, &number), ==, TJ_NUMBER_OK);
      g_assert_cmpint (number.kind, ==, TJ_NUMBER_TEMPORARY);
      g_assert_cmpint (number.sex, ==, TJ_SEX_UNKNOWN);
      g_assert_true (g_str_has_prefix (number.text, "20080314T"));
      g_assert_cmpuint (strlen (number.text), ==, 12);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (tj_personal_number_parse (bad[i], today, &number), ==, TJ_NUMBER_MALFORMED);
}

static void
test_what_is_no_number_is_refused (void)
{
  static const char *const texts[] = {
    "2010",
    "20100101",
    "7,09E+11",
    "2010010123822",
    "20100101--2382",
    "2010-01-012382",
    "20100101 2382",
    "100101 2382",
    "201001012382x",
    "160101012382",
    "210101012382",
    "2010010-12382",
    "\xc3\xa5"
    "00101-2382",
    "201001O12382",
  };
  TjPersonalNumber number;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (tj_personal_number_parse (texts[i], today, &number), ==, TJ_NUMBER_MALFORMED);
  g_assert_cmpint (tj_personal_number_parse (NULL, today, &number), ==, TJ_NUMBER_EMPTY);
  g_assert_cmpint (tj_personal_number_parse ("  ", today, &number), ==, TJ_NUMBER_EMPTY);
}

static void
test_a_dash_from_a_word_processor_is_a_hyphen (void)
{
  TjPersonalNumber number;

  g_assert_cmpint (tj_personal_number_parse ("20100101\xe2\x80\x93"
                                             "2382",
                                             today, &number),
                   ==, TJ_NUMBER_OK);
  g_assert_cmpstr (number.text, ==, "201001012382");
}

static void
test_messages_hold_no_number (void)
{
  g_assert_cmpstr (tj_number_problem_message (TJ_NUMBER_OK), ==, "");
  for (int problem = TJ_NUMBER_EMPTY; problem <= TJ_NUMBER_BAD_CHECKSUM; problem++)
    {
      const char *message = tj_number_problem_message ((TjNumberProblem)problem);

      g_assert_cmpuint (strlen (message), >, 10);
      g_assert_null (strpbrk (message, "0123456789"));
    }
}

static void
test_numbers_are_shown_whole_or_masked (void)
{
  g_autofree char *whole = tj_personal_number_format ("201001012382");
  g_autofree char *masked = tj_personal_number_mask ("201001012382");

  g_assert_cmpstr (whole, ==, "20100101-2382");
  g_assert_cmpstr (masked, ==, "20100101-****");
}

int
main (int argc, char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *path
      = g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), "personnummer-testdata.json", NULL);
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  fixture = json_node_get_object (json_parser_get_root (parser));
  today = tj_date_new (2026, 1, 15);

  g_test_add_func ("/core/personal-number/specification-cases", test_specification_cases);
  g_test_add_func ("/core/personal-number/interim-numbers-are-temporary", test_interim_cases);
  g_test_add_func ("/core/personal-number/organisation-numbers-are-refused",
                   test_organisation_numbers_are_refused);
  g_test_add_func ("/core/personal-number/every-official-number-is-valid", test_official_numbers);
  g_test_add_func ("/core/personal-number/every-wrong-check-digit-is-refused",
                   test_every_wrong_check_digit_is_refused);
  g_test_add_func ("/core/personal-number/odd-dates-take-the-nearest-day",
                   test_odd_dates_take_the_nearest_day);
  g_test_add_func ("/core/personal-number/a-birth-after-today-is-odd",
                   test_a_birth_after_today_is_odd);
  g_test_add_func ("/core/personal-number/ten-digits-take-their-century-from-today",
                   test_ten_digits_take_their_century_from_today);
  g_test_add_func ("/core/personal-number/temporary-numbers", test_temporary_numbers);
  g_test_add_func ("/core/personal-number/what-is-no-number-is-refused",
                   test_what_is_no_number_is_refused);
  g_test_add_func ("/core/personal-number/a-dash-from-a-word-processor-is-a-hyphen",
                   test_a_dash_from_a_word_processor_is_a_hyphen);
  g_test_add_func ("/core/personal-number/messages-hold-no-number", test_messages_hold_no_number);
  g_test_add_func ("/core/personal-number/numbers-are-shown-whole-or-masked",
                   test_numbers_are_shown_whole_or_masked);
  return g_test_run ();
}
