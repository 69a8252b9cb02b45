/* What differs between two texts, as it would be marked: in brackets. */

#include "config.h"

#include "tj-text-diff.h"

#include <string.h>

static char *
mark (const char *text, GArray *spans)
{
  GString *marked = g_string_new (text);

  for (guint i = spans->len; i > 0; i--)
    {
      const TjTextSpan *span = &g_array_index (spans, TjTextSpan, i - 1);

      g_string_insert_c (marked, (gssize)span->end, ']');
      g_string_insert_c (marked, (gssize)span->start, '[');
    }
  return g_string_free (marked, FALSE);
}

static void
test_words_that_differ_are_marked (void)
{
  static const struct
  {
    const char *a, *b, *marked_a, *marked_b;
  } rows[] = {
    { "", "", "", "" },
    { "samma text", "samma  text\n", "samma text", "samma  text\n" },
    { "praktik på AME", "praktik på Ålgården", "praktik på [AME]", "praktik på [Ålgården]" },
    { "en två tre", "en tre", "en [två] tre", "en tre" },
    { "en", "noll en två tre", "en", "[noll] en [två tre]" },
    { "", "nytt mål", "", "[nytt mål]" },
    { "allt annat", "något nytt", "[allt annat]", "[något nytt]" },
    { "åå åå", "åå", "åå [åå]", "åå" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) only_a = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));
      g_autoptr (GArray) only_b = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));
      g_autofree char *marked_a = NULL;
      g_autofree char *marked_b = NULL;

      tj_text_diff (rows[i].a, rows[i].b, only_a, only_b);
      marked_a = mark (rows[i].a, only_a);
      marked_b = mark (rows[i].b, only_b);
      g_assert_cmpstr (marked_a, ==, rows[i].marked_a);
      g_assert_cmpstr (marked_b, ==, rows[i].marked_b);
    }
}

static void
test_a_text_too_long_to_compare_differs_as_a_whole (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GArray) only_a = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));
  g_autoptr (GArray) only_b = g_array_new (FALSE, FALSE, sizeof (TjTextSpan));

  for (guint i = 0; i < 3000; i++)
    g_string_append (a, "ord ");
  tj_text_diff (a->str, a->str, only_a, only_b);
  g_assert_cmpuint (only_a->len, ==, 1);
  g_assert_cmpuint (g_array_index (only_a, TjTextSpan, 0).end, ==, a->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-diff/words-that-differ-are-marked",
                   test_words_that_differ_are_marked);
  g_test_add_func ("/core/text-diff/a-text-too-long-to-compare-differs-as-a-whole",
                   test_a_text_too_long_to_compare_differs_as_a_whole);
  return g_test_run ();
}
