/* The common ground of the tests that open windows: a real register with invented people, the real
 * style and the real message loop. */

#include "config.h"

#include "ui-fixture.h"

#include "tj-demo.h"
#include "tj-lock-page.h"
#include "tj-text-cell.h"
#include "tj-window.h"

#include <glib/gstdio.h>

#define TODAY "2026-11-18"
#define EVENTS_PER_PERSON 40
#define SEED 20
#define PATIENCE_MS 60000

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A process can have one application only; it is given back when the process ends. */
static TjApplication *
get_application (void)
{
  static TjApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = tj_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return application;
}

/* With no people the folder stays without a register. */
void
ui_fixture_start (UiFixture *fixture, guint people)
{
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_string ("sju små sjömän");
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tjugo-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->context = tj_context_new (fixture->folder, tj_date_parse (TODAY));
  fixture->recovery_key = NULL;

  if (people > 0)
    {
      fixture->recovery_key = tj_context_prepare (fixture->context, passphrase, TRUE, &error);
      g_assert_no_error (error);
      tj_context_create (fixture->context, "1472", "tibro", FALSE, &error);
      g_assert_no_error (error);
      tj_demo_fill (fixture->context, people, EVENTS_PER_PERSON, SEED, &error);
      g_assert_no_error (error);
    }

  fixture->application = get_application ();
}

void
ui_fixture_stop (UiFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (tj_context_is_unlocked (fixture->context))
    tj_context_close (fixture->context, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->context);
  g_clear_pointer (&fixture->recovery_key, tj_secret_unref);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the window draw and idle work be done. */
void
ui_settle (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, on_timeout, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Runs the message loop until `is_so`; FALSE when patience is at an end. */
gboolean
ui_wait_for (gboolean (*is_so) (gpointer data), gpointer data)
{
  gboolean over = FALSE;
  guint timer = g_timeout_add (PATIENCE_MS, on_timeout, &over);

  while (!is_so (data) && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (timer);

  return !over;
}

static gboolean
is_the_one (GtkWidget *widget, GType type, const char *id)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), type)
         && (id == NULL
             || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0);
}

/* The first widget under `widget` of a type, and with an id of its Builder file unless NULL. */
gpointer
ui_find (gpointer widget, GType type, const char *id)
{
  GtkWidget *child;
  gpointer found = NULL;

  if (is_the_one (widget, type, id))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_find (child, type, id);

  return found;
}

/* A window past the lock, with a reference of the test's own. */
GtkWidget *
ui_open_window (UiFixture *fixture)
{
  GtkWidget *window
      = g_object_ref (GTK_WIDGET (tj_window_new (fixture->application, fixture->context)));

  tj_window_start (TJ_WINDOW (window), NULL, TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_emit_by_name (ui_find (window, TJ_TYPE_LOCK_PAGE, NULL), "opened");
  ui_settle (UI_DRAWN_MS);
  return window;
}

/* Nothing of it may be left. */
void
ui_close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (UI_DRAWN_MS);
  g_assert_finalize_object (window);
}

/* Whether some label or cell under `widget` holds `text`. */
gboolean
ui_says (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (strstr (tj_text_of (widget), text) != NULL)
    return TRUE;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ui_says (child, text))
      return TRUE;

  return FALSE;
}
