/* Those who have turned 20: on a list of Today, previewed and deregistered together, in one step that
 * undo takes back; and their letter. */

#include "config.h"

#include "tj-agenda-groups.h"
#include "tj-letter-list.h"
#include "tj-letter-service.h"
#include "tj-registration-service.h"
#include "tj-twenty.h"
#include "tj-undo-service.h"
#include "tj-window.h"
#include "tj-twenty-service.h"
#include "ui-fixture.h"

#define PEOPLE 120

static UiFixture fixture;

static guint
count_turned (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  g_autoptr (TjAgendaGroups) groups = tj_agenda_groups_load (people, NULL);

  return tj_agenda_group_count (tj_agenda_groups_find (groups, "turned"));
}

static void
test_soon (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  g_autoptr (TjAgendaGroups) groups = tj_agenda_groups_load (people, NULL);
  g_autoptr (GPtrArray) all = tj_twenty_service_list (fixture.context, 30, NULL);
  const TjAgendaGroup *turned = tj_agenda_groups_find (groups, "turned");
  const TjAgendaGroup *soon = tj_agenda_groups_find (groups, "twenty");
  guint i;

  g_assert_cmpuint (all->len, >, 0);
  for (i = 0; i < all->len; i++)
    {
      const TjTurningTwenty *twenty = g_ptr_array_index (all, i);

      g_assert_true (tj_agenda_group_has (twenty->has_turned ? turned : soon, twenty->youth_id));
    }
  g_assert_cmpuint (all->len, ==, tj_agenda_group_count (turned) + tj_agenda_group_count (soon));
}

static void
test_deregister (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  guint before = count_turned ();
  GtkWidget *twenty = g_object_ref (tj_twenty_new (fixture.context));
  g_autoptr (TjUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before, >, 0);
  gtk_window_set_transient_for (GTK_WINDOW (twenty), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (twenty));
  ui_settle (UI_DRAWN_MS);
  g_assert_true (ui_says (twenty, "Deregistered on"));
  gtk_widget_activate_action (twenty, "twenty.save", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_finalize_object (twenty);
  g_assert_cmpuint (count_turned (), ==, 0);

  step = tj_undo_service_undo (fixture.context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_turned (), ==, before);
  ui_close_window (window);
}

static void
test_nobody (void)
{
  GtkWidget *twenty;
  g_autoptr (GPtrArray) all = tj_twenty_service_list (fixture.context, 0, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TjUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < all->len; i++)
    g_array_append_val (ids, ((TjTurningTwenty *)g_ptr_array_index (all, i))->youth_id);
  tj_twenty_service_deregister (fixture.context, (const gint64 *)ids->data, ids->len, &error);
  g_assert_no_error (error);

  twenty = g_object_ref (tj_twenty_new (fixture.context));
  g_assert_true (ui_says (twenty, "Nobody Has Turned 20"));
  gtk_window_destroy (GTK_WINDOW (twenty));
  g_assert_finalize_object (twenty);
  step = tj_undo_service_undo (fixture.context, &error);
  g_assert_no_error (error);
}

static void
test_letter (void)
{
  g_autoptr (GPtrArray) soon = tj_twenty_service_list (fixture.context, 30, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TjLetterList) list = tj_letter_list_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < soon->len; i++)
    g_array_append_val (ids, ((TjTurningTwenty *)g_ptr_array_index (soon, i))->youth_id);
  tj_letter_list_load_for (list, fixture.context, "twenty", ids, &error);
  g_assert_no_error (error);
  chosen = tj_letter_list_dup_chosen (list);
  g_assert_cmpuint (chosen->len, >, 0);
  for (i = 0; i < chosen->len; i++)
    g_ptr_array_add (drafts, tj_letter_item_get_draft (g_ptr_array_index (chosen, i)));
  pdf = tj_letter_service_compose (fixture.context, drafts, "preview-letter", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/twenty/those-who-turn-20-are-on-a-list-of-today", test_soon);
  g_test_add_func ("/ui/twenty/all-are-deregistered-in-one-step", test_deregister);
  g_test_add_func ("/ui/twenty/nobody-to-deregister-is-said", test_nobody);
  g_test_add_func ("/ui/twenty/a-letter-is-set-for-each", test_letter);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
