/* What a coordinator writes, in the parts that it is printed in. */

#include "config.h"

#include "tj-report-text.h"

/* The parts as letters and texts: P paragraph, H heading, - point. */
static char *
describe (const char *text)
{
  g_autoptr (GArray) blocks = tj_report_text_parse (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const TjReportBlock *block = &g_array_index (blocks, TjReportBlock, i);

      g_string_append_printf (out, "%s%c %s", i > 0 ? "|" : "", "PH-"[block->kind], block -> text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_parts (const char *text, const char *parts)
{
  g_autofree char *described = describe (text);

  g_assert_cmpstr (described, ==, parts);
}

static void
test_an_empty_line_ends_a_paragraph (void)
{
  assert_parts ("Fler nås nu.\nDet är bra.\n\n\nOch fortare.",
                "P Fler nås nu.\nDet är bra.|P Och fortare.");
}

static void
test_a_short_line_alone_is_a_heading (void)
{
  assert_parts ("Fler nås\n\nDet är bra.", "H Fler nås|P Det är bra.");
  assert_parts ("Det är bra.\n\nDet är bra.", "P Det är bra.|P Det är bra.");
  assert_parts ("Två saker:\n\nDet är bra.", "P Två saker:|P Det är bra.");
}

static void
test_the_last_line_heads_nothing (void)
{
  assert_parts ("Det är bra.\n\nMvh Karin", "P Det är bra.|P Mvh Karin");
}

static void
test_a_long_line_is_no_heading (void)
{
  g_autofree char *line = g_strnfill (71, 'a');
  g_autofree char *text = g_strconcat (line, "\n\nDet är bra.", NULL);
  g_autofree char *parts = g_strconcat ("P ", line, "|P Det är bra.", NULL);

  assert_parts (text, parts);
}

static void
test_a_dash_makes_a_point (void)
{
  assert_parts ("Det här återstår:\n- hembesök\n* vuxenutbildning\n\n• praktik\n\nSlut.",
                "P Det här återstår:|- hembesök|- vuxenutbildning|- praktik|P Slut.");
  assert_parts ("-5 grader är kallt.", "P -5 grader är kallt.");
}

static void
test_space_alone_is_nothing (void)
{
  assert_parts ("", "");
  assert_parts (" \r\n\t\n\n", "");
}

static void
test_what_is_no_text_does_not_get_through (void)
{
  assert_parts ("Ett\x01två.\r\nTre\xff.", "P Ett två.\nTre\uFFFD.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-text/an-empty-line-ends-a-paragraph",
                   test_an_empty_line_ends_a_paragraph);
  g_test_add_func ("/report-text/a-short-line-alone-is-a-heading",
                   test_a_short_line_alone_is_a_heading);
  g_test_add_func ("/report-text/the-last-line-heads-nothing", test_the_last_line_heads_nothing);
  g_test_add_func ("/report-text/a-long-line-is-no-heading", test_a_long_line_is_no_heading);
  g_test_add_func ("/report-text/a-dash-makes-a-point", test_a_dash_makes_a_point);
  g_test_add_func ("/report-text/space-alone-is-nothing", test_space_alone_is_nothing);
  g_test_add_func ("/report-text/what-is-no-text-does-not-get-through",
                   test_what_is_no_text_does_not_get_through);
  return g_test_run ();
}
