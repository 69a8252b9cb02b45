/* Takes the import screen from step to step and waits for the worker thread at each. */

#include "config.h"

#include "import-driver.h"

#include "tj-import-page.h"
#include "tj-review-line.h"
#include "tj-window.h"
#include "tj-youth-repository.h"

char *
import_fixture_path (const char *name)
{
  return g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), name, NULL);
}

/* A file in the folder of the register, which goes with it. */
char *
import_write_file (UiFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_steal_pointer (&path);
}

/* A list of the register's own people: some as they are, some moved, one under another name. */
typedef struct
{
  GString *text;
  guint n;
  guint n_protected;
} Listing;

static gboolean
add_person (TjYouth *youth, gpointer user_data)
{
  Listing *listing = user_data;
  gboolean is_protected = tj_youth_is_protected (youth);

  if (is_protected && listing->n_protected++ > 0)
    return TRUE;
  listing->n++;
  g_string_append_printf (
      listing->text, "%s;%s;%s;%s;%s;%s;%s\n", tj_youth_get_personal_number (youth),
      listing->n == 5 ? "Annan" : tj_youth_get_family_name (youth),
      listing->n == 5 ? "Person" : tj_youth_get_given_name (youth),
      !is_protected && listing->n % 3 == 0 ? "Nya gatan 7" : tj_youth_get_street (youth),
      tj_youth_get_postal_code (youth), tj_youth_get_locality (youth), is_protected ? "Ja" : "");
  return listing->n < 24;
}

/* Beside them some that the register does not know, and some rows that nobody can take. */
char *
import_write_mixed_list (UiFixture *fixture)
{
  static const char *const others = "20070103-2385;Ek;Ester;Storgatan 1;543 30;Tibro;\n"
                                    "20090325-2393;Lind;Liam;Storgatan 2;543 30;Tibro;\n"
                                    "20100129-2380;Berg;Elsa;;;;Ja\n"
                                    "20090325-2394;Lind;Liam;Storgatan 2;543 30;Tibro;\n"
                                    "7,09E+11;Holm;Kim;Storgatan 3;543 30;Tibro;\n"
                                    ";Holm;Kim;Storgatan 3;543 30;Tibro;\n"
                                    "20090115-2391;=Formel;Nils;Storgatan 4;5433;Tibro;\n";
  Listing listing
      = { g_string_new ("Åtgärdas\nPnr;Efternamn;Förnamn;Adress;Postnr;Ort;Skyddad\n"), 0, 0 };
  g_autoptr (GError) error = NULL;
  char *path;

  tj_youths_foreach (tj_context_get_store (fixture->context), add_person, &listing, &error);
  g_assert_no_error (error);
  g_string_append (listing.text, others);
  path = import_write_file (fixture, "list.csv", listing.text->str);
  g_string_free (listing.text, TRUE);
  return path;
}

static TjImportPage *
find_page (GtkWidget *window)
{
  TjImportPage *page = ui_find (window, TJ_TYPE_IMPORT_PAGE, NULL);

  g_assert_nonnull (page);
  return page;
}

/* While a thread works the bar shows its progress. */
static gboolean
is_idle (gpointer window)
{
  GtkStack *bar = ui_find (find_page (window), GTK_TYPE_STACK, "bar_state");

  return g_strcmp0 (gtk_stack_get_visible_child_name (bar), "choices") == 0;
}

/* Until no thread works on the list any more. */
void
import_wait (GtkWidget *window)
{
  g_assert_true (ui_wait_for (is_idle, window));
}

static void
wait_until_idle (GtkWidget *window)
{
  import_wait (window);
  ui_settle (UI_DRAWN_MS);
}

/* As a drop does. */
void
import_open (GtkWidget *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tj_window_show_screen (TJ_WINDOW (window), "import");
  tj_import_page_open (find_page (window), file);
  wait_until_idle (window);
}

void
import_do (GtkWidget *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (find_page (window)), action, NULL);
  wait_until_idle (window);
}

static gboolean
is_free (gpointer page)
{
  return !tj_context_is_working (tj_page_get_context (page))
         && gtk_widget_is_sensitive (GTK_WIDGET (page));
}

/* Until the page may be used again. */
void
import_wait_free (GtkWidget *window)
{
  g_assert_true (ui_wait_for (is_free, find_page (window)));
  ui_settle (UI_DRAWN_MS);
}

void
import_undo (GtkWidget *window, gint64 run_id)
{
  gtk_widget_activate_action (GTK_WIDGET (find_page (window)), "import.undo", "x", run_id);
  import_wait_free (window);
}

const char *
import_get_step (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (ui_find (find_page (window), GTK_TYPE_STACK, "state"));
}

/* A kind of outcome by its untranslated title, as tests run in English. */
void
import_choose_kind (GtkWidget *window, const char *title)
{
  GtkListBox *kinds = ui_find (find_page (window), GTK_TYPE_LIST_BOX, "kinds");
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (kinds, i)) != NULL; i++)
    if (ui_says (GTK_WIDGET (row), title))
      {
        gtk_list_box_select_row (kinds, row);
        ui_settle (UI_DRAWN_MS);
        return;
      }
  g_assert_not_reached ();
}

GListModel *
import_get_lines (GtkWidget *window)
{
  GtkWidget *review = ui_find (find_page (window), GTK_TYPE_LIST_BOX, "kinds");
  GtkColumnView *view
      = ui_find (gtk_widget_get_ancestor (review, GTK_TYPE_BOX), GTK_TYPE_COLUMN_VIEW, "view");

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

/* All that a line of the review can say. */
char *
import_dup_line (GtkWidget *window, guint position)
{
  g_autoptr (TjReviewLine) line = g_list_model_get_item (import_get_lines (window), position);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (line);
  for (guint i = 0; i < TJ_N_REVIEW_COLUMNS; i++)
    {
      g_autofree char *cell = tj_review_line_dup_text (line, (TjReviewColumn)i);

      g_string_append_printf (text, "%s|", cell);
    }
  return g_string_free (text, FALSE);
}

static void
see_kinds (GtkWidget *window, ImportSeeFunc see)
{
  GtkListBox *kinds = ui_find (find_page (window), GTK_TYPE_LIST_BOX, "kinds");
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (kinds, i)) != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("import-3-review-%d", i);

      gtk_list_box_select_row (kinds, row);
      see (window, name);
    }
}

/* The second list no longer has most of those on the first. */
static void
see_proposals (UiFixture *fixture, GtkWidget *window, ImportSeeFunc see)
{
  g_autofree char *list = import_write_file (
      fixture, "short.csv", "Åtgärdas\nPnr;Efternamn;Förnamn;Skyddad\n20070103-2385;Ek;Ester;\n");

  import_open (window, list);
  import_do (window, "import.try");
  import_do (window, "import.apply");
  see (window, "import-6-done");
  import_do (window, "import.proposals");
  see (window, "import-6-proposals");
  import_do (window, "import.close");
  see (window, "import-7-runs");
}

void
import_show_states (UiFixture *fixture, GtkWidget *window, ImportSeeFunc see)
{
  g_autofree char *list = import_write_mixed_list (fixture);
  g_autofree char *unknown
      = import_write_file (fixture, "unknown.csv", "Artikel;Antal\nPenna;3\nBok;4\n");
  g_autofree char *empty = import_write_file (fixture, "empty.csv", "");

  tj_window_show_screen (TJ_WINDOW (window), "import");
  see (window, "import-1-start");
  import_open (window, empty);
  see (window, "import-1-trouble");
  import_open (window, unknown);
  see (window, "import-2-unknown");
  import_open (window, list);
  see (window, "import-2-columns");
  import_do (window, "import.try");
  see_kinds (window, see);
  import_do (window, "import.apply");
  see (window, "import-4-done");
  import_do (window, "import.close");
  see (window, "import-5-runs");
  see_proposals (fixture, window, see);
}
