/* Letter templates: what they may say, and what is refused with its line. */

#include "config.h"

#include "tj-letter-template.h"

#define HEADER                                                                                     \
  "kind: brev1\ntitle: Brev 1\nlanguage: sv\nversion: 3\ndate: Datum\nreference: Referens\n"       \
  "months: januari februari mars april maj juni juli augusti september oktober november "          \
  "december\n\n"

static TjLetterTemplate *
parse (const char *body)
{
  g_autofree char *text = g_strconcat (HEADER, body, NULL);
  g_autoptr (GError) error = NULL;
  TjLetterTemplate *letter = tj_letter_template_parse (text, &error);

  g_assert_no_error (error);
  return letter;
}

/* The blocks of @body with @given_name and a phone, one "kind text" a line. */
static char *
fill (const char *body, const char *given_name)
{
  static const char kinds[] = "HSPILN";
  g_autoptr (TjLetterTemplate) letter = parse (body);
  TjLetterFields fields = { { NULL } };
  g_autoptr (GArray) blocks = NULL;
  GString *out = g_string_new (NULL);

  fields.values[TJ_LETTER_FIELD_GIVEN_NAME] = given_name;
  fields.values[TJ_LETTER_FIELD_PHONE] = "0504-180 00";
  blocks = tj_letter_template_fill (letter, &fields);
  for (guint i = 0; i < blocks->len; i++)
    {
      const TjLetterBlock *block = &g_array_index (blocks, TjLetterBlock, i);

      g_string_append_printf (out, "%c%s %s|", kinds[block->kind], block->personal ? "!" : "",
                              block->text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_filled (const char *body, const char *given_name, const char *expected)
{
  g_autofree char *filled = fill (body, given_name);

  g_assert_cmpstr (filled, ==, expected);
}

static void
assert_refused (const char *text, guint line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strdup_printf ("Line %u of the template:", line);

  g_assert_null (tj_letter_template_parse (text, &error));
  g_assert_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_TEMPLATE);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
}

static void
test_the_header_is_read (void)
{
  g_autoptr (TjLetterTemplate) letter = parse ("Hej");
  g_autofree char *date = tj_letter_template_format_date (letter, tj_date_new (2026, 3, 9));

  g_assert_cmpstr (tj_letter_template_get_kind (letter), ==, "brev1");
  g_assert_cmpstr (tj_letter_template_get_title (letter), ==, "Brev 1");
  g_assert_cmpstr (tj_letter_template_get_language (letter), ==, "sv");
  g_assert_cmpint (tj_letter_template_get_version (letter), ==, 3);
  g_assert_cmpstr (tj_letter_template_get_label (letter, TJ_LETTER_FIELD_DATE), ==, "Datum");
  g_assert_cmpstr (date, ==, "9 mars 2026");
}

static void
test_lines_become_blocks (void)
{
  assert_filled ("# Ett\n\nTvå\ntre\n## Fyra\n- fem\n- sex\n| sju\n| åtta\n> nio", "",
                 "H Ett|P Två tre|S Fyra|I fem|I sex|L sju\nåtta|N nio|");
}

static void
test_a_backslash_breaks_a_line (void)
{
  assert_filled ("Hälsningar\\\nKarin\\\nTibro", "", "P Hälsningar\nKarin\nTibro|");
}

static void
test_fields_are_filled_in (void)
{
  assert_filled ("Hej {{given_name}}! Ring {{phone}}.\n\nStå", "Alva",
                 "P! Hej Alva! Ring 0504-180 00.|P Stå|");
}

static void
test_a_section_depends_on_its_field (void)
{
  assert_filled ("Hej{{#given_name}} {{given_name}}{{/given_name}}!", "Alva", "P! Hej Alva!|");
  assert_filled ("Hej{{#given_name}} {{given_name}}{{/given_name}}!", "", "P! Hej!|");
  assert_filled ("{{^email}}Ring{{/email}}{{#email}}Mejla{{/email}}", "", "P Ring|");
}

static void
test_a_section_may_span_blocks (void)
{
  static const char body[] = "{{#given_name}}\nHej {{given_name}}!\n\n- Ett\n{{/given_name}}\n"
                             "{{^given_name}}\nHej!\n{{/given_name}}\nSlut";

  assert_filled (body, "Alva", "P! Hej Alva!|I! Ett|P Slut|");
  assert_filled (body, "", "P! Hej!|P Slut|");
}

static void
test_an_empty_block_is_left_out (void)
{
  assert_filled ("| {{email}}\n| {{phone}}\n| {{web}}\n\n{{email}}\n\nSlut", "",
                 "L 0504-180 00|P Slut|");
}

static void
test_a_value_cannot_break_its_line (void)
{
  assert_filled ("Hej {{given_name}}!", "Al\nva\t", "P! Hej Al va !|");
}

static void
test_a_value_is_no_template (void)
{
  assert_filled ("{{given_name}}", "- {{phone}}", "P! - {{phone}}|");
}

static void
test_mistakes_are_refused_with_their_line (void)
{
  assert_refused (HEADER "Hej {{personal_number}}", 9);
  assert_refused (HEADER "Ett\n\nHej {{given_name", 11);
  assert_refused (HEADER "{{#phone}}Ring", 9);
  assert_refused (HEADER "Ring{{/phone}}", 9);
  assert_refused (HEADER "{{#phone}}{{#email}}a{{/phone}}{{/email}}", 9);
  assert_refused (HEADER "{{#phone}}\nRing\n", 12);
  assert_refused (HEADER, 10);
  assert_refused ("kind: brev1\nauthor: Karin\n\nHej", 2);
  assert_refused ("kind: brev1\n\nHej", 2);
}

static void
test_the_programs_own_letters_are_whole (void)
{
  g_auto (GStrv) kinds = tj_letter_template_list_kinds ();

  g_assert_true (g_strv_contains ((const char *const *)kinds, "brev1"));
  g_assert_true (g_strv_contains ((const char *const *)kinds, "brev2"));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TjLetterTemplate) letter = tj_letter_template_load (kinds[i], "sv", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tj_letter_template_get_kind (letter), ==, kinds[i]);
      g_assert_null (strstr (tj_letter_template_get_text (letter), "personal_number"));
    }
}

static void
test_an_unknown_kind_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_letter_template_load ("brev99", "sv", &error));
  g_assert_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_TEMPLATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/template/the-header-is-read", test_the_header_is_read);
  g_test_add_func ("/paper/template/lines-become-blocks", test_lines_become_blocks);
  g_test_add_func ("/paper/template/a-backslash-breaks-a-line", test_a_backslash_breaks_a_line);
  g_test_add_func ("/paper/template/fields-are-filled-in", test_fields_are_filled_in);
  g_test_add_func ("/paper/template/a-section-depends-on-its-field",
                   test_a_section_depends_on_its_field);
  g_test_add_func ("/paper/template/a-section-may-span-blocks", test_a_section_may_span_blocks);
  g_test_add_func ("/paper/template/an-empty-block-is-left-out", test_an_empty_block_is_left_out);
  g_test_add_func ("/paper/template/a-value-cannot-break-its-line",
                   test_a_value_cannot_break_its_line);
  g_test_add_func ("/paper/template/a-value-is-no-template", test_a_value_is_no_template);
  g_test_add_func ("/paper/template/mistakes-are-refused-with-their-line",
                   test_mistakes_are_refused_with_their_line);
  g_test_add_func ("/paper/template/the-programs-own-letters-are-whole",
                   test_the_programs_own_letters_are_whole);
  g_test_add_func ("/paper/template/an-unknown-kind-is-refused", test_an_unknown_kind_is_refused);
  return g_test_run ();
}
