/* What the tests of letters share: letters set by the program and read back by Poppler, in
 * millimetres from the page's upper left corner. */

#include "config.h"

#include "letter-fixture.h"

#include "tj-pdf-ops.h"

#include <string.h>

/* LAW.md, "Letter geometry": where the address is, and what is to be free of anything else. */
#define SURE_LEFT 109.0
#define SURE_RIGHT 195.0
#define SURE_TOP 44.0
#define SURE_BOTTOM 65.5
#define WINDOW_LEFT 90.0
#define WINDOW_RIGHT 214.0
#define WINDOW_TOP 30.0
#define WINDOW_BOTTOM 79.0

static const char *const sender[][2] = {
  { "municipality", "Tibro kommun" },
  { "unit", "Ungdomsteamet" },
  { "contact_name", "Karin Holm" },
  { "contact_title", "samordnare" },
  { "phone", "0504-180 00" },
  { "email", "ungdomsteamet@tibro.example" },
  { "visiting_address", "Centrumgatan 17, Tibro" },
  { "postal_address", "543 80 Tibro" },
  { "web", "www.tibro.example" },
};

/* @kind is the kind of letter; NULL stands for brev1. */
void
letter_fixture_set_up (LetterFixture *fixture, gconstpointer kind)
{
  g_autoptr (GError) error = NULL;

  memset (fixture, 0, sizeof *fixture);
  fixture->letterhead = tj_letterhead_new ();
  for (guint i = 0; i < G_N_ELEMENTS (sender); i++)
    g_assert_true (tj_letterhead_set (fixture->letterhead, sender[i][0], sender[i][1]));
  fixture->letter = tj_letter_template_load (kind != NULL ? kind : "brev1", "sv", &error);
  g_assert_no_error (error);
}

void
letter_fixture_tear_down (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer kind)
{
  g_clear_object (&fixture->document);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_clear_pointer (&fixture->pdf, tj_letter_pdf_free);
  tj_letter_template_unref (fixture->letter);
  tj_letterhead_free (fixture->letterhead);
}

/* The batch begins with the first letter, so that a test can change the letterhead before. */
void
letter_fixture_add (LetterFixture *fixture, const TjLetterContent *content)
{
  g_autoptr (GError) error = NULL;

  if (fixture->pdf == NULL)
    fixture->pdf = tj_letter_pdf_new (fixture->letterhead, FIXTURE_CREATED);
  tj_letter_pdf_add (fixture->pdf, content, &error);
  g_assert_no_error (error);
}

void
letter_fixture_add_person (LetterFixture *fixture,
                           const char *given_name,
                           const char *family_name,
                           const char *care_of,
                           const char *street,
                           const char *extra)
{
  g_autofree char *name = g_strdup_printf ("%s %s", given_name, family_name);
  const TjLetterContent content = {
    .letter = fixture->letter,
    .recipient = { name, care_of, street, extra, "54330", "Tibro" },
    .given_name = given_name,
    .reference = "KAA-2026-0001",
    .date = FIXTURE_DATE,
  };

  letter_fixture_add (fixture, &content);
}

void
letter_fixture_add_protected (LetterFixture *fixture, const char *personal_number)
{
  const TjLetterContent content = {
    .letter = fixture->letter,
    .recipient = { "Hemlig Hemlund", "Hemlin", "Hemvägen 1", "", "11122", "Hemort" },
    .given_name = "Hemlig",
    .reference = "KAA-2026-0002",
    .date = FIXTURE_DATE,
    .is_protected = TRUE,
    .personal_number = personal_number,
  };

  letter_fixture_add (fixture, &content);
}

void
letter_fixture_finish (LetterFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->bytes = tj_letter_pdf_finish (fixture->pdf, &error);
  g_assert_no_error (error);
  fixture->document = poppler_document_new_from_bytes (fixture->bytes, NULL, &error);
  g_assert_no_error (error);
}

/* @page counts from 0 here, as in Poppler. */
char *
letter_fixture_get_text (LetterFixture *fixture, guint page)
{
  g_autoptr (LetterPage) poppler_page = poppler_document_get_page (fixture->document, (int)page);

  return poppler_page_get_text (poppler_page);
}

static gboolean
overlaps (const PopplerRectangle *area, double x1, double y1, double x2, double y2)
{
  return area->x2 > TJ_MM (x1) && area->x1 < TJ_MM (x2) && area->y2 > TJ_MM (y1)
         && area->y1 < TJ_MM (y2);
}

/* The characters whose areas touch a rectangle, in reading order; the spaces that end lines are
 * not seen and not counted. */
char *
letter_fixture_get_text_in (LetterFixture *fixture,
                            guint page,
                            double x1,
                            double y1,
                            double x2,
                            double y2)
{
  g_autoptr (LetterPage) poppler_page = poppler_document_get_page (fixture->document, (int)page);
  g_autofree char *text = poppler_page_get_text (poppler_page);
  g_autofree PopplerRectangle *areas = NULL;
  GString *found = g_string_new (NULL);
  const char *p = text;
  guint n = 0;

  g_assert_true (poppler_page_get_text_layout (poppler_page, &areas, &n));
  g_assert_cmpuint (n, ==, (guint)g_utf8_strlen (text, -1));
  for (guint i = 0; i < n; i++, p = g_utf8_next_char (p))
    if (*p != ' ' && *p != '\n' && overlaps (&areas[i], x1, y1, x2, y2))
      g_string_append_unichar (found, g_utf8_get_char (p));
  return g_string_free (found, FALSE);
}

/* Whatever stands where the window may come stands where it surely is. */
void
letter_fixture_assert_window (LetterFixture *fixture, guint page)
{
  g_autofree char *inside
      = letter_fixture_get_text_in (fixture, page, SURE_LEFT, SURE_TOP, SURE_RIGHT, SURE_BOTTOM);
  g_autofree char *around = letter_fixture_get_text_in (fixture, page, WINDOW_LEFT, WINDOW_TOP,
                                                        WINDOW_RIGHT, WINDOW_BOTTOM);
  const double edges[][4] = { { WINDOW_LEFT, WINDOW_TOP, SURE_LEFT, WINDOW_BOTTOM },
                              { SURE_RIGHT, WINDOW_TOP, WINDOW_RIGHT, WINDOW_BOTTOM },
                              { WINDOW_LEFT, WINDOW_TOP, WINDOW_RIGHT, SURE_TOP },
                              { WINDOW_LEFT, SURE_BOTTOM, WINDOW_RIGHT, WINDOW_BOTTOM } };

  g_assert_cmpstr (inside, !=, "");
  g_assert_cmpstr (inside, ==, around);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autofree char *strays = letter_fixture_get_text_in (fixture, page, edges[i][0], edges[i][1],
                                                            edges[i][2], edges[i][3]);

      g_assert_cmpstr (strays, ==, "");
    }
}
