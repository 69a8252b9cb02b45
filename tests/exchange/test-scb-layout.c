/* Layouts of SCB's file: read strictly, written and read back, made of a template, and used: rows,
 * codes that are missing, text in the layout's encoding and a spreadsheet that our own reading takes
 * in again. */

#include "config.h"

#include "tj-scb-file.h"
#include "tj-scb-template.h"

#include "tj-import-table.h"

#include <string.h>

#define TOP                                                                                        \
  "{\"format\":1,\"name\":\"x\",\"valid_from\":\"2026H2\",\"row\":\"contact-and-measure\","
#define LISTS                                                                                      \
  "\"lists\":[{\"name\":\"occupation\",\"codes\":[{\"word\":\"work\",\"label\":\"Arbete\","        \
  "\"code\":\"1\"},{\"word\":\"none\",\"label\":\"Inget\",\"code\":\"\"}]}],"
#define NUMBER "{\"name\":\"pnr\",\"field\":\"personal-number\"}"

static TjScbLayout *
read_layout (const char *json)
{
  g_autoptr (GError) error = NULL;
  TjScbLayout *layout = tj_scb_layout_read (json, -1, &error);

  g_assert_no_error (error);
  return layout;
}

static TjScbLayout *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  TjScbLayout *layout = tj_scb_layout_load_shipped (&error);

  g_assert_no_error (error);
  return layout;
}

static void
test_the_shipped_one_has_every_word_and_no_code (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();

  g_assert_cmpstr (layout->name, ==, "scb-2026");
  g_assert_cmpuint (layout->earliest, ==, tj_date_new (2015, 1, 1));
  for (int i = TJ_SCB_PERSONAL_NUMBER; i < TJ_SCB_MUNICIPALITY; i++)
    if (i != TJ_SCB_MEASURE_DECIDED_ON)
      g_assert_true (tj_scb_layout_has_field (layout, (TjScbField)i));
  for (guint i = 0; i < layout->lists->len; i++)
    {
      const TjScbCodeList *list = layout->lists->pdata[i];
      const TjCodeList *words = tj_scb_list_words (list->of);

      for (int k = 0; words != NULL && k < tj_code_count (words); k++)
        g_assert_nonnull (tj_scb_code_list_find (list, tj_code_word (words, k)));
      for (guint k = 0; k < list->codes->len; k++)
        g_assert_cmpstr (((TjScbCode *)list->codes->pdata[k])->code, ==, "");
    }
}

static void
test_what_is_written_reads_back (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbLayout) again = NULL;
  g_autofree char *json = NULL, *json_again = NULL;

  tj_scb_code_set (tj_scb_code_list_find (tj_scb_layout_find_list (layout, "occupation"), "work"),
                   "07");
  json = tj_scb_layout_dup_json (layout);
  again = read_layout (json);
  json_again = tj_scb_layout_dup_json (again);
  g_assert_cmpstr (json, ==, json_again);
  g_assert_cmpstr (
      tj_scb_code_list_find (tj_scb_layout_find_list (again, "occupation"), "work")->code, ==,
      "07");
}

static void
test_a_copy_is_its_own (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbLayout) copy = tj_scb_layout_copy (layout);
  g_autofree char *json = tj_scb_layout_dup_json (layout);
  g_autofree char *same = tj_scb_layout_dup_json (copy);

  g_assert_cmpstr (json, ==, same);
  tj_scb_code_set (tj_scb_code_list_find (tj_scb_layout_find_list (copy, "occupation"), "work"),
                   "9");
  g_assert_cmpstr (
      tj_scb_code_list_find (tj_scb_layout_find_list (layout, "occupation"), "work")->code, ==, "");
}

static void
test_mistakes_are_named_with_their_place (void)
{
  static const struct
  {
    const char *json;
    const char *part; /* of the message */
  } cases[] = {
    { "", "top level" },
    { "[]", "no JSON object" },
    { "{}", "“format” is missing" },
    { "{\"format\":2,\"name\":\"x\"}", "format 1" },
    { TOP "\"columns\":[]}", "“columns” must have 1 to" },
    { TOP "\"columns\":[{\"name\":\"a\"}]}", "no column has the field “personal-number”" },
    { TOP "\"column\":[" NUMBER "]}", "“column” is not known here" },
    { TOP "\"columns\":[" NUMBER "," NUMBER "]}", "column 2: “pnr” stands there twice" },
    { TOP "\"columns\":[" NUMBER ",{\"name\":\"a\",\"field\":\"name\"}]}",
      "column 2: there is no field “name”" },
    { TOP "\"columns\":[" NUMBER ",{\"name\":\"a\",\"field\":\"contact-occupation\"}]}",
      "column 2: the field needs a code list “occupation”" },
    { TOP LISTS "\"columns\":[" NUMBER ",{\"name\":\"a\",\"field\":\"background\",\"list\":"
                "\"occupation\"}]}",
      "needs a code list “occupation” of its own words" },
    { TOP "\"columns\":[" NUMBER ",{\"name\":\"a\",\"field\":\"registered-on\",\"format\":\"Y\"}]}",
      "column 2: a date is written as" },
    { TOP "\"columns\":[{\"name\":\"a\",\"field\":\"personal-number\",\"format\":\"14\"}]}",
      "column 1: a number is written with" },
    { TOP "\"columns\":[" NUMBER ",{\"name\":\"a\",\"field\":\"half-year\",\"constant\":\"1\"}]}",
      "not both" },
    { TOP "\"columns\":[" NUMBER ",{\"name\":7}]}", "column 2: “name” is of the wrong kind" },
    { TOP "\"lists\":[{\"name\":\"colours\"}],\"columns\":[" NUMBER "]}",
      "code list 1: the program has no words called “colours”" },
    { TOP "\"lists\":[{\"name\":\"occupation\",\"codes\":[{\"word\":\"sleep\",\"label\":\"x\","
          "\"code\":\"\"}]}],\"columns\":[" NUMBER "]}",
      "code list 1, code 1: “word” must be one of unknown" },
    { TOP "\"text\":{\"delimiter\":\"ab\",\"encoding\":\"utf-8\"},\"columns\":[" NUMBER "]}",
      "“delimiter” must be" },
    { TOP "\"text\":{\"delimiter\":\";\",\"encoding\":\"ebcdic\"},\"columns\":[" NUMBER "]}",
      "“encoding” must be one of" },
    { TOP "\"checks\":{\"earliest\":\"2015\"},\"columns\":[" NUMBER "]}", "“earliest” must be a" },
    { TOP "\"dates\":\"YYYYMM\",\"columns\":[" NUMBER "]}", "a date is written as" },
    { "{\"format\":1,\"name\":\"x\",\"valid_from\":\"2026\",\"row\":\"contact\",\"columns\":"
      "[" NUMBER "]}",
      "“valid_from” must be a half-year" },
    { "{\"format\":1,\"name\":\"x\",\"valid_from\":\"2026H1\",\"row\":\"line\",\"columns\":[" NUMBER
      "]}",
      "“row” must be one of registration" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tj_scb_layout_read (cases[i].json, -1, &error));
      g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT);
      if (strstr (error->message, cases[i].part) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].part);
    }
}

static void
test_dates_and_numbers_take_their_form (void)
{
  char buffer[TJ_SCB_CELL_BUFFER];
  TjDate date = tj_date_new (2026, 3, 9);

  g_assert_cmpstr (tj_scb_date_write (date, "YYYYMMDD", buffer), ==, "20260309");
  g_assert_cmpstr (tj_scb_date_write (date, "YYYY-MM-DD", buffer), ==, "2026-03-09");
  g_assert_cmpstr (tj_scb_date_write (date, "YYMMDD", buffer), ==, "260309");
  g_assert_cmpstr (tj_scb_date_write (date, "DD.MM.YYYY", buffer), ==, "09.03.2026");
  g_assert_cmpstr (tj_scb_date_write (date, TJ_SCB_SPREADSHEET_DATE, buffer), ==, "2026-03-09");
  g_assert_cmpstr (tj_scb_date_write (TJ_DATE_NONE, "YYYYMMDD", buffer), ==, "");
  g_assert_cmpstr (tj_scb_number_write ("200805012382", "12", buffer), ==, "200805012382");
  g_assert_cmpstr (tj_scb_number_write ("200805012382", "13", buffer), ==, "20080501-2382");
  g_assert_cmpstr (tj_scb_number_write ("200805012382", "10", buffer), ==, "0805012382");
  g_assert_cmpstr (tj_scb_number_write ("200805012382", "11", buffer), ==, "080501-2382");
  g_assert_false (tj_scb_date_format_holds ("YYYYMM"));
  g_assert_false (tj_scb_date_format_holds ("YYYYMMDDhh"));
  g_assert_false (tj_scb_date_format_holds ("YYYYYMMDD"));
}

/* Two youths: one with two contacts and a measure, one with nothing; and one with a temporary
 * number. */
static TjScbContact contacts[] = { { .id = 1, .occupation = TJ_OCCUPATION_WORK },
                                   { .id = 2, .occupation = TJ_OCCUPATION_NONE },
                                   { .id = 3, .occupation = TJ_OCCUPATION_WORK } };
static TjScbMeasure measures[] = { { .id = 1, .reason = "own-word", .after = -1, .before = -1 } };

static TjScbRecord records[] = {
  { .personal_number = "200805012382",
    .latest_education = "EE; \"Östra\"",
    .contacts = contacts,
    .n_contacts = 3,
    .measures = measures,
    .n_measures = 1,
    .reason = -1,
    .background = TJ_BACKGROUND_BREAK },
  { .personal_number = "200805012390", .latest_education = "", .reason = -1 },
  { .personal_number = "20000101T220", .number_kind = TJ_NUMBER_TEMPORARY, .latest_education = "" },
};

static void
date_records (void)
{
  contacts[0].date = tj_date_new (2026, 9, 1);
  contacts[1].date = TJ_DATE_NONE; /* an attempt */
  contacts[2].date = tj_date_new (2026, 10, 1);
  measures[0].started_on = tj_date_new (2026, 9, 15);
  measures[0].ended_on = tj_date_new (2026, 11, 1);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    records[i].registered_on = tj_date_new (2026, 8, 10);
}

static TjScbRows *
make_rows (const TjScbLayout *layout)
{
  date_records ();
  return tj_scb_rows_new (layout, (TjHalfYear){ 2026, 2 }, "1472", records, G_N_ELEMENTS (records));
}

static void
check_cell (const TjScbRows *rows, guint row, const char *name, const char *expected)
{
  const TjScbLayout *layout = tj_scb_rows_get_layout (rows);
  char buffer[TJ_SCB_CELL_BUFFER];

  for (guint i = 0; i < layout->columns->len; i++)
    if (g_str_equal (((TjScbColumn *)layout->columns->pdata[i])->name, name))
      {
        g_assert_cmpstr (tj_scb_rows_get_cell (rows, row, i, buffer), ==, expected);
        return;
      }
  g_assert_not_reached ();
}

static void
test_the_row_rule_decides_which_rows_there_are (void)
{
  static const guint counts[] = { 2, 3, 2, 3 };

  for (guint rule = 0; rule < TJ_SCB_N_ROWS; rule++)
    {
      g_autoptr (TjScbLayout) layout = load_shipped ();
      g_autoptr (TjScbRows) rows = NULL;

      layout->row = (TjScbRowRule)rule;
      rows = make_rows (layout);
      g_assert_cmpuint (tj_scb_rows_count (rows), ==, counts[rule]);
      check_cell (rows, 0, "personnummer", "200805012382");
      check_cell (rows, counts[rule] - 1, "personnummer", "200805012390");
      check_cell (rows, counts[rule] - 1, "datumkontakt", "");
      check_cell (rows, 0, "datumkontakt",
                  rule == TJ_SCB_ROW_CONTACT || rule == TJ_SCB_ROW_EVENT ? "20260901" : "20261001");
      check_cell (rows, 0, "datumatgstart", "20260915");
      if (rule == TJ_SCB_ROW_EVENT || rule == TJ_SCB_ROW_CONTACT)
        check_cell (rows, 1, "datumatgstart", rule == TJ_SCB_ROW_EVENT ? "" : "20260915");
    }
}

static void
test_codes_in_use_are_asked_for_until_they_are_given (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbRows) rows = make_rows (layout);
  g_autoptr (GPtrArray) missing = tj_scb_rows_list_missing_codes (rows);
  g_autoptr (GPtrArray) fewer = NULL;
  gboolean has_own = FALSE, has_never = FALSE;
  TjScbCodeList *own = tj_scb_layout_find_list (layout, "measure-end");

  for (guint i = 0; i < missing->len; i++)
    {
      const TjScbMissingCode *code = missing->pdata[i];

      has_own |= g_str_equal (code->word, "own-word");
      has_never |= g_str_equal (code->word, "never");
    }
  g_assert_true (has_own);
  g_assert_false (has_never);
  check_cell (rows, 0, "utbild-sen", "Avbrott från nationellt program");

  tj_scb_code_set (tj_scb_code_list_add (own, "own-word", "Eget"), "42");
  tj_scb_rows_free (g_steal_pointer (&rows));
  rows = make_rows (layout);
  fewer = tj_scb_rows_list_missing_codes (rows);
  g_assert_cmpuint (fewer->len, ==, missing->len - 1);
  check_cell (rows, 0, "skalatgslut", "42");
}

static void
test_text_has_the_layouts_delimiter_and_encoding (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbRows) rows = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize n;

  layout->delimiter = '|';
  rows = make_rows (layout);
  bytes = tj_scb_file_write_text (rows, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &n);
  g_assert_true (g_str_has_prefix (text, "personnummer|datumreg|utbild-sen|"));
  /* CP1252 has Ö as one byte; a quote within a cell is doubled. */
  g_assert_nonnull (g_strstr_len (text, (gssize)n, "|Avbrott fr\xE5n nationellt program|"));
  g_assert_nonnull (g_strstr_len (text, (gssize)n, "|\"EE; \"\"\xD6stra\"\"\"|"));
  g_assert_cmpmem (text + n - 2, 2, "\r\n", 2);
}

static void
test_a_letter_that_does_not_fit_is_told_with_its_place (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  const char *education = records[1].latest_education;

  records[1].latest_education = "Liceum ł";
  rows = make_rows (layout);
  g_assert_null (tj_scb_file_write_text (rows, &error));
  records[1].latest_education = education;
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "Row 4, column stvkod-sen"));
  g_assert_null (strstr (error->message, "Liceum"));
}

static void
test_the_spreadsheet_reads_back_as_it_was (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbRows) rows = make_rows (layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tj_scb_file_write_workbook (rows, FALSE, &error);
  g_autoptr (TjImportTable) table = NULL;

  g_assert_no_error (error);
  table = tj_import_table_read (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tj_import_table_get_sheet (table), ==, "KAA");
  g_assert_cmpuint (tj_import_table_get_n_rows (table), ==, 4);
  for (guint row = 0; row < 3; row++)
    for (guint i = 0; i < layout->columns->len; i++)
      {
        char buffer[TJ_SCB_CELL_BUFFER];
        const char *expected = tj_scb_rows_get_cell (rows, row, i, buffer);
        TjCell cell = tj_import_table_get_cell (table, row + 1, i);

        g_assert_cmpmem (cell.text, cell.length, expected, strlen (expected));
      }
}

static void
test_a_draft_says_so (void)
{
  g_autoptr (TjScbLayout) layout = load_shipped ();
  g_autoptr (TjScbRows) rows = make_rows (layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tj_scb_file_write_workbook (rows, TRUE, &error);
  g_autoptr (TjImportTable) table = tj_import_table_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tj_import_table_get_sheet (table), ==, "DRAFT, not for SCB");
}

static void
test_a_template_gives_columns_in_its_order (void)
{
  const char *header = "Mall för inrapportering;;\r\n"
                       "Datum_kontakt;Personnummer;Skolkod;Sysselsättning efter åtgärd;PERSNR\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (header, strlen (header));
  g_autoptr (TjScbLayout) former = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TjScbTemplate) template
      = tj_scb_template_read (bytes, "2027", (TjHalfYear){ 2027, 1 }, former, &error);
  TjScbColumn **columns;
  g_autofree char *json = NULL;
  g_autoptr (TjScbLayout) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (template->header_row, ==, 2);
  g_assert_cmpuint (template->layout->columns->len, ==, 5);
  columns = (TjScbColumn **)template->layout->columns->pdata;
  g_assert_cmpint (columns[0]->field, ==, TJ_SCB_CONTACT_ON);
  g_assert_cmpint (columns[1]->field, ==, TJ_SCB_PERSONAL_NUMBER);
  g_assert_false (columns[2]->has_field);
  g_assert_cmpint (columns[3]->field, ==, TJ_SCB_OCCUPATION_AFTER);
  /* The number is there already. */
  g_assert_false (columns[4]->has_field);
  g_assert_cmpuint (template->unknown->len, ==, 2);
  g_assert_cmpstr (template->unknown->pdata[0], ==, "Skolkod");
  g_assert_cmpstr (template->unknown->pdata[1], ==, "PERSNR");

  tj_scb_column_set_constant (columns[2], "17");
  json = tj_scb_layout_dup_json (template->layout);
  again = read_layout (json);
  g_assert_cmpstr (((TjScbColumn *)again->columns->pdata[2])->constant, ==, "17");
}

static void
test_a_template_keeps_the_codes_there_were (void)
{
  const char *header = "personnummer;syskontakt\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (header, strlen (header));
  g_autoptr (TjScbLayout) former = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TjScbTemplate) template = NULL;

  tj_scb_code_set (tj_scb_code_list_find (tj_scb_layout_find_list (former, "occupation"), "work"),
                   "3");
  template = tj_scb_template_read (bytes, "2027", (TjHalfYear){ 2027, 1 }, former, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      tj_scb_code_list_find (tj_scb_layout_find_list (template->layout, "occupation"), "work")
          ->code,
      ==, "3");
  g_assert_cmpuint (template->unknown->len, ==, 0);
}

static void
test_a_file_without_numbers_is_no_template (void)
{
  const char *texts[] = { "a;b\r\n1;2\r\n", "datumreg;syskontakt\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (TjScbLayout) former = load_shipped ();
      g_autoptr (GError) error = NULL;

      g_assert_null (tj_scb_template_read (bytes, "x", (TjHalfYear){ 2027, 1 }, former, &error));
      g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_HEADER);
    }
}

#define ADD(name, func) g_test_add_func ("/exchange/scb-layout/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-shipped-one-has-every-word-and-no-code",
       test_the_shipped_one_has_every_word_and_no_code);
  ADD ("what-is-written-reads-back", test_what_is_written_reads_back);
  ADD ("a-copy-is-its-own", test_a_copy_is_its_own);
  ADD ("mistakes-are-named-with-their-place", test_mistakes_are_named_with_their_place);
  ADD ("dates-and-numbers-take-their-form", test_dates_and_numbers_take_their_form);
  ADD ("the-row-rule-decides-which-rows-there-are", test_the_row_rule_decides_which_rows_there_are);
  ADD ("codes-in-use-are-asked-for-until-they-are-given",
       test_codes_in_use_are_asked_for_until_they_are_given);
  ADD ("text-has-the-layouts-delimiter-and-encoding",
       test_text_has_the_layouts_delimiter_and_encoding);
  ADD ("a-letter-that-does-not-fit-is-told-with-its-place",
       test_a_letter_that_does_not_fit_is_told_with_its_place);
  ADD ("the-spreadsheet-reads-back-as-it-was", test_the_spreadsheet_reads_back_as_it_was);
  ADD ("a-draft-says-so", test_a_draft_says_so);
  ADD ("a-template-gives-columns-in-its-order", test_a_template_gives_columns_in_its_order);
  ADD ("a-template-keeps-the-codes-there-were", test_a_template_keeps_the_codes_there_were);
  ADD ("a-file-without-numbers-is-no-template", test_a_file_without_numbers_is_no_template);
  return g_test_run ();
}
