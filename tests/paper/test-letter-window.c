/* The address in the envelope's window (LAW.md, "Letter geometry"), measured in finished letters. */

#include "config.h"

#include "letter-fixture.h"
#include "tj-pdf-ops.h"

#include <string.h>

/* Each of them is a person who has to get a letter. */
static const char *const addressees[][5] = {
  { "Alva", "Ek", "", "Storgatan 1", "" },
  { "Åke", "Öström", "Sjöberg", "Ängsvägen 12 B", "lgh 1102" },
  { "Łukasz", "Đorđević-Núñez", "Håkan & Märta Öberg", "Kyrkogatan 104", "Trapphus C" },
  { "Anna-Maria Elisabeth", "Wachtmeister von Rosenstjerna af Ekensteen", "Familjen Lindqvist",
    "Gamla Prästgårdsvägen 1234 B", "Lägenhet 1503, Hus 17, plan 15" },
  { "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "Mmm",
    "Stödboendet Sjövillan i Tibro, avdelning Norra, Birgitta Östensson-Hammarskjöld",
    "Västra Drottning Kristinas Slottspark och Promenadväg 1234567 C uppgång 4",
    "Fastighet Nedre Hörnebo 1:24, gårdshuset till vänster bakom den stora ladan" },
};

#define N_ADDRESSEES G_N_ELEMENTS (addressees)

static void
add_all (LetterFixture *fixture)
{
  for (guint i = 0; i < N_ADDRESSEES; i++)
    letter_fixture_add_person (fixture, addressees[i][0], addressees[i][1], addressees[i][2],
                               addressees[i][3], addressees[i][4]);
  letter_fixture_finish (fixture);
}

static char *
without_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv ("", words);
}

static void
test_every_address_lies_in_the_window (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  add_all (fixture);
  for (guint i = 0; i < N_ADDRESSEES; i++)
    letter_fixture_assert_window (fixture, i);
}

static void
assert_contains (const char *text, const char *part)
{
  g_autofree char *bare = without_spaces (part);

  g_assert_nonnull (strstr (text, bare));
}

static void
test_no_letter_of_an_address_is_lost (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  add_all (fixture);
  for (guint i = 0; i < N_ADDRESSEES; i++)
    {
      g_autofree char *window = letter_fixture_get_text_in (fixture, i, 109, 44, 195, 65.5);

      for (guint part = 0; part < 5; part++)
        assert_contains (window, addressees[i][part]);
      g_assert_true (g_str_has_suffix (window, "54330TIBRO"));
    }
}

/* The distinct heights at which characters of the window stand, and the least size. */
static guint
count_lines (LetterFixture *fixture, guint page, double *size)
{
  g_autoptr (LetterPage) poppler_page = poppler_document_get_page (fixture->document, (int)page);
  g_autofree PopplerRectangle *areas = NULL;
  g_autoptr (GHashTable) heights = g_hash_table_new (NULL, NULL);
  GList *attributes = poppler_page_get_text_attributes (poppler_page);
  guint n;

  poppler_page_get_text_layout (poppler_page, &areas, &n);
  *size = 100;
  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *run = l->data;
      const PopplerRectangle *area = &areas[run->start_index];

      if (area->x1 < TJ_MM (109) || area->y1 < TJ_MM (44) || area->y2 > TJ_MM (65.5))
        continue;
      *size = MIN (*size, run->font_size);
      for (int i = run->start_index; i <= run->end_index; i++)
        if (areas[i].x1 >= TJ_MM (109) && areas[i].y2 - areas[i].y1 > 1)
          g_hash_table_add (heights, GINT_TO_POINTER ((int)(areas[i].y1 * 4)));
    }
  poppler_page_free_text_attributes (attributes);
  return g_hash_table_size (heights);
}

static void
test_ordinary_addresses_keep_their_size (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  double size;

  add_all (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (count_lines (fixture, i, &size), <=, 4);
      g_assert_cmpfloat (size, >=, 10);
      g_assert_cmpfloat (size, <=, 11);
    }
}

static void
test_the_last_line_is_code_and_locality (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *text = NULL;

  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 0);
  g_assert_nonnull (strstr (text, "\n543 30 TIBRO\n"));
}

static void
test_an_offset_moves_the_address (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *above = NULL;
  g_autofree char *moved = NULL;

  g_assert_true (tj_letterhead_set (fixture->letterhead, "address_dx", "6.5"));
  g_assert_true (tj_letterhead_set (fixture->letterhead, "address_dy", "-4"));
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  above = letter_fixture_get_text_in (fixture, 0, 90, 30, 118, 79);
  moved = letter_fixture_get_text_in (fixture, 0, 118, 41, 196, 55);
  g_assert_cmpstr (above, ==, "");
  g_assert_cmpstr (moved, ==, "AlvaEkStorgatan154330TIBRO");
}

static void
test_a_demo_mark_stays_out_of_the_window (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->letterhead->demo = TRUE;
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 0);
  g_assert_nonnull (strstr (text, "DEMO"));
  letter_fixture_assert_window (fixture, 0);
}

static void
test_a_long_sender_stays_out_of_the_window (LetterFixture *fixture,
                                            G_GNUC_UNUSED gconstpointer data)
{
  tj_letterhead_set (
      fixture->letterhead, "municipality",
      "Kommunalförbundet för gymnasieutbildning i Västra Sjuhäradsbygden med omnejd");
  tj_letterhead_set (fixture->letterhead, "unit",
                     "Barn- och utbildningsförvaltningens enhet för kommunens aktivitetsansvar, "
                     "studie- och yrkesvägledning och ungdomsmottagning för unga vuxna");
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  letter_fixture_assert_window (fixture, 0);
}

/* Dark pixels of the page in a rectangle of millimetres. */
static guint
count_ink (LetterFixture *fixture, double x1, double y1, double x2, double y2)
{
  const double scale = 4;
  g_autoptr (LetterPage) page = poppler_document_get_page (fixture->document, 0);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int)(TJ_MM (x2 - x1) * scale), (int)(TJ_MM (y2 - y1) * scale));
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -TJ_MM (x1), -TJ_MM (y1));
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *)(cairo_image_surface_get_data (surface)
                                             + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        ink += (row[x] & 0xFF) < 0xC0;
    }
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_a_c5_letter_is_marked_at_its_middle (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  g_assert_cmpuint (count_ink (fixture, 4, 148, 11, 149), >, 20);
  g_assert_cmpuint (count_ink (fixture, 4, 20, 11, 148), ==, 0);
  g_assert_cmpuint (count_ink (fixture, 4, 149, 11, 280), ==, 0);
}

static void
test_an_e65_letter_is_marked_at_its_thirds (LetterFixture *fixture,
                                            G_GNUC_UNUSED gconstpointer data)
{
  tj_letterhead_set (fixture->letterhead, "fold", "e65");
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  g_assert_cmpuint (count_ink (fixture, 4, 98.5, 11, 99.5), >, 20);
  g_assert_cmpuint (count_ink (fixture, 4, 197.5, 11, 198.5), >, 20);
  g_assert_cmpuint (count_ink (fixture, 4, 100, 11, 197), ==, 0);
}

static void
test_nothing_but_the_address_inks_the_window (LetterFixture *fixture,
                                              G_GNUC_UNUSED gconstpointer data)
{
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  g_assert_cmpuint (count_ink (fixture, 109, 44, 195, 65.5), >, 100);
  g_assert_cmpuint (count_ink (fixture, 90, 30, 210, 44), ==, 0);
  g_assert_cmpuint (count_ink (fixture, 90, 65.5, 210, 79), ==, 0);
  g_assert_cmpuint (count_ink (fixture, 90, 30, 109, 79), ==, 0);
  g_assert_cmpuint (count_ink (fixture, 195, 30, 210, 79), ==, 0);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/paper/window/" path, LetterFixture, NULL, letter_fixture_set_up, function,         \
              letter_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-address-lies-in-the-window", test_every_address_lies_in_the_window);
  ADD ("no-letter-of-an-address-is-lost", test_no_letter_of_an_address_is_lost);
  ADD ("ordinary-addresses-keep-their-size", test_ordinary_addresses_keep_their_size);
  ADD ("the-last-line-is-code-and-locality", test_the_last_line_is_code_and_locality);
  ADD ("an-offset-moves-the-address", test_an_offset_moves_the_address);
  ADD ("a-demo-mark-stays-out-of-the-window", test_a_demo_mark_stays_out_of_the_window);
  ADD ("a-long-sender-stays-out-of-the-window", test_a_long_sender_stays_out_of_the_window);
  ADD ("a-c5-letter-is-marked-at-its-middle", test_a_c5_letter_is_marked_at_its_middle);
  ADD ("an-e65-letter-is-marked-at-its-thirds", test_an_e65_letter_is_marked_at_its_thirds);
  ADD ("nothing-but-the-address-inks-the-window", test_nothing_but_the_address_inks_the_window);
  return g_test_run ();
}
