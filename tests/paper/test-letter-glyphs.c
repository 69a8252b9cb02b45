/* Names come out of a letter as they went in, whatever their script, and every glyph is a real one
 * of an embedded font. */

#include "config.h"

#include "letter-fixture.h"

#include <string.h>

static void
assert_text (LetterFixture *fixture, guint page, const char *part)
{
  g_autofree char *text = letter_fixture_get_text (fixture, page);

  if (strstr (text, part) == NULL)
    g_error ("page %u lacks “%s”:\n%s", page, part, text);
}

/* Latin letters with every mark that Swedish registers hold, precomposed and combining. */
static void
test_latin_names_read_back_as_written (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const names[][2]
      = { { "Åsa", "Öberg-Näslund" }, { "André", "Łukaszewski" }, { "Đặng", "Nguyễn" },
          { "İpek", "Şahin-Ğül" },    { "Jiří", "Dvořák" },       { "Sigríður", "Þórðardóttir" },
          { "Ñusta", "Ibáñez" },      { "Zoë", "d’Aÿ-Œuvre" },    { "Ánne", "Čáhppe-Ŋuolla" },
          { "Øyvind", "Ærø" },        { "Fflur", "Office-Fjärd" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    letter_fixture_add_person (fixture, names[i][0], names[i][1], "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", names[i][0], names[i][1]);
      g_autofree char *greeting = g_strdup_printf ("Hej %s!", names[i][0]);

      assert_text (fixture, i, name);
      assert_text (fixture, i, greeting);
    }
}

static void
test_other_scripts_read_back_as_written (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const names[] = { "Ольга", "Ελένη", "محمد", "فاطمة" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    letter_fixture_add_person (fixture, names[i], names[i], "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_text (fixture, i, names[i]);
}

/* What no font has is shown as a question mark, but still read as what it is. */
static void
test_a_letter_without_a_glyph_is_marked (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  letter_fixture_add_person (fixture, "Al\xf3\xb0\x80\x80va", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  assert_text (fixture, 0, "\nAl\xf3\xb0\x80\x80");
  assert_text (fixture, 0, "va Ek\n");
}

static void
test_every_font_is_embedded (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  PopplerFontInfo *info;
  PopplerFontsIter *iter;
  guint n = 0;

  letter_fixture_add_person (fixture, "محمد", "Ольга", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  info = poppler_font_info_new (fixture->document);
  g_assert_true (poppler_font_info_scan (info, 10, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
      g_assert_cmpint (poppler_fonts_iter_get_font_type (iter), ==, POPPLER_FONT_TYPE_CID_TYPE2);
      n++;
    }
  while (poppler_fonts_iter_next (iter));
  g_assert_cmpuint (n, >=, 3);
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/paper/glyphs/" path, LetterFixture, NULL, letter_fixture_set_up, function,         \
              letter_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("latin-names-read-back-as-written", test_latin_names_read_back_as_written);
  ADD ("other-scripts-read-back-as-written", test_other_scripts_read_back_as_written);
  ADD ("a-letter-without-a-glyph-is-marked", test_a_letter_without_a_glyph_is_marked);
  ADD ("every-font-is-embedded", test_every_font_is_embedded);
  return g_test_run ();
}
