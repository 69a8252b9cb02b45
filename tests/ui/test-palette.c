/* The palette: commands and people by typing, protected persons by case number alone. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-case-number.h"
#include "tj-palette.h"
#include "ui-fixture.h"

#define PEOPLE 120

static UiFixture fixture;

typedef struct
{
  char *action;
  char *target;
} Chosen;

static void
on_chosen (TjPalette *palette, const char *action, const char *target, Chosen *chosen)
{
  chosen->action = g_strdup (action);
  chosen->target = g_strdup (target);
}

static GtkWidget *
open_palette (TjPeople *people)
{
  GtkWidget *palette = g_object_ref (tj_palette_new (people));

  tj_palette_add (TJ_PALETTE (palette), "Go to Today", "win.show-screen", "today");
  tj_palette_add (TJ_PALETTE (palette), "Lock", "app.lock", NULL);
  gtk_window_present (GTK_WINDOW (palette));
  ui_settle (UI_DRAWN_MS);
  return palette;
}

static void
type_text (GtkWidget *palette, const char *text)
{
  gtk_editable_set_text (ui_find (palette, GTK_TYPE_SEARCH_ENTRY, "search"), text);
  ui_settle (UI_DRAWN_MS);
}

static const TjAgendaRow *
find_row (TjPeople *people, gboolean is_protected)
{
  TjAgendaList *rows = tj_people_load (people, NULL);
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    if ((tj_agenda_list_get_row (rows, i)->protection != TJ_PROTECTION_NONE) == is_protected)
      return tj_agenda_list_get_row (rows, i);
  g_assert_not_reached ();
}

static guint
count_rows (GtkWidget *palette)
{
  GtkListBox *rows = ui_find (palette, GTK_TYPE_LIST_BOX, "rows");
  guint n = 0;

  while (gtk_list_box_get_row_at_index (rows, (int)n) != NULL)
    n++;
  return n;
}

static void
test_command (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  GtkWidget *palette = open_palette (people);
  Chosen chosen = { 0 };

  g_signal_connect (palette, "chosen", G_CALLBACK (on_chosen), &chosen);
  g_assert_cmpuint (count_rows (palette), ==, 2);
  type_text (palette, "tod");
  g_signal_emit_by_name (ui_find (palette, GTK_TYPE_SEARCH_ENTRY, "search"), "activate");
  ui_settle (UI_DRAWN_MS);
  g_assert_cmpstr (chosen.action, ==, "win.show-screen");
  g_assert_cmpstr (chosen.target, ==, "today");
  g_assert_finalize_object (palette);
  g_free (chosen.action);
  g_free (chosen.target);
}

static void
test_person (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  const TjAgendaRow *row = find_row (people, FALSE);
  g_autofree char *text = g_strdup_printf ("%s %s", row->family_name, row->given_name);
  g_autofree char *screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT, row->youth_id);
  GtkWidget *palette = open_palette (people);
  Chosen chosen = { 0 };

  g_signal_connect (palette, "chosen", G_CALLBACK (on_chosen), &chosen);
  type_text (palette, text);
  g_assert_true (ui_says (palette, row->family_name));
  g_signal_emit_by_name (ui_find (palette, GTK_TYPE_SEARCH_ENTRY, "search"), "activate");
  ui_settle (UI_DRAWN_MS);
  g_assert_cmpstr (chosen.action, ==, "win.show-screen");
  g_assert_cmpstr (chosen.target, ==, screen);
  g_assert_finalize_object (palette);
  g_free (chosen.action);
  g_free (chosen.target);
}

static void
test_protected (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  const TjAgendaRow *row = find_row (people, TRUE);
  g_autofree char *number = tj_case_number_format (row->youth_id);
  GtkWidget *palette = open_palette (people);

  type_text (palette, row->personal_number);
  g_assert_false (ui_says (palette, number));
  type_text (palette, row->family_name);
  g_assert_false (ui_says (palette, number));
  type_text (palette, number);
  g_assert_true (ui_says (palette, number));
  g_assert_false (ui_says (palette, row->family_name));
  g_assert_cmpuint (count_rows (palette), ==, 1);
  ui_close_window (palette);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/palette/a-command-is-chosen-by-typing", test_command);
  g_test_add_func ("/ui/palette/a-person-is-found-and-opened", test_person);
  g_test_add_func ("/ui/palette/a-protected-person-is-found-by-case-number-alone", test_protected);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
