/* Duplicates: found, compared side by side, made one with all their history, and apart again. */

#include "config.h"

#include "tj-agenda.h"
#include "tj-contact-repository.h"
#include "tj-merge-service.h"
#include "tj-merge-window.h"
#include "tj-undo-service.h"
#include "tj-youth-repository.h"
#include "ui-fixture.h"

#define PEOPLE 40

static UiFixture fixture;

/* Two who are not protected, of whom the second is given the name and the birthday of the first. */
static void
make_duplicate (gint64 *first_id, gint64 *second_id)
{
  TjStore *store = tj_context_get_store (fixture.context);
  g_autoptr (TjAgendaList) rows
      = tj_agenda_list (store, TJ_STATUS_TO_ACT, tj_context_get_today (fixture.context), NULL);
  g_autoptr (TjYouth) first = NULL;
  g_autoptr (TjYouth) second = NULL;
  g_autoptr (TjChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *slip = NULL;

  *first_id = tj_agenda_list_get_row (rows, 0)->youth_id;
  *second_id = tj_agenda_list_get_row (rows, 1)->youth_id;
  first = tj_youths_load (store, *first_id, &error);
  second = tj_youths_load (store, *second_id, &error);
  slip = g_strconcat (tj_youth_get_family_name (first), "s", NULL);
  tj_youth_set_family_name (second, slip);
  tj_youth_set_given_name (second, tj_youth_get_given_name (first));
  tj_youth_set_birth (second, tj_youth_get_birth (first));
  change = tj_change_begin (store, "change-youth", &error);
  tj_youths_update (change, second, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

static gboolean
is_proposed (gint64 first_id, gint64 second_id)
{
  g_autoptr (GArray) pairs = tj_merge_service_propose (fixture.context, NULL);
  guint i;

  for (i = 0; i < pairs->len; i++)
    {
      const TjDuplicate *pair = &g_array_index (pairs, TjDuplicate, i);

      if (pair->first_id == MIN (first_id, second_id)
          && pair->second_id == MAX (first_id, second_id))
        return TRUE;
    }
  return FALSE;
}

static guint
count_contacts (gint64 id)
{
  g_autoptr (GPtrArray) contacts
      = tj_contacts_list (tj_context_get_store (fixture.context), id, NULL);

  return contacts->len;
}

static void
undo (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjUndoStep) step = tj_undo_service_undo (fixture.context, &error);

  g_assert_no_error (error);
}

static void
test_merge (void)
{
  GtkWidget *window = ui_open_window (&fixture);
  GtkWidget *merge;
  gint64 first_id, second_id;
  guint first, second;

  make_duplicate (&first_id, &second_id);
  g_assert_true (is_proposed (first_id, second_id));
  first = count_contacts (first_id);
  second = count_contacts (second_id);

  merge = g_object_ref (tj_merge_window_new (fixture.context));
  gtk_window_set_transient_for (GTK_WINDOW (merge), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (merge));
  g_assert_true (ui_says (merge, "Born on one day, similar names"));
  tj_merge_window_compare (TJ_MERGE_WINDOW (merge), first_id, second_id);
  ui_settle (UI_DRAWN_MS);
  gtk_check_button_set_active (ui_find (merge, GTK_TYPE_CHECK_BUTTON, "keep_second"), TRUE);
  gtk_widget_activate_action (merge, "merge.merge", NULL);
  ui_settle (UI_DRAWN_MS);
  g_assert_finalize_object (merge);

  g_assert_cmpuint (count_contacts (second_id), ==, first + second);
  g_assert_cmpuint (count_contacts (first_id), ==, 0);
  g_assert_false (is_proposed (first_id, second_id));

  undo ();
  g_assert_cmpuint (count_contacts (first_id), ==, first);
  g_assert_cmpuint (count_contacts (second_id), ==, second);
  undo ();
  g_assert_false (is_proposed (first_id, second_id));
  ui_close_window (window);
}

/* A new number for the first, whose old one the second then comes in with. */
static void
test_number (void)
{
  TjStore *store = tj_context_get_store (fixture.context);
  g_autoptr (TjYouth) youth = NULL;
  g_autoptr (TjYouth) again = tj_youth_new ();
  g_autoptr (TjChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 again_id;

  youth = tj_youths_load (store, 1, &error);
  number = g_strdup (tj_youth_get_personal_number (youth));
  tj_youth_set_personal_number (youth, "200706262383");
  tj_youth_set_personal_number (again, number);
  tj_youth_set_family_name (again, "Otherwise");
  tj_youth_set_given_name (again, "Named");
  change = tj_change_begin (store, "change-youth", &error);
  tj_youths_update (change, youth, &error);
  g_assert_no_error (error);
  again_id = tj_youths_insert (change, again, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
  g_assert_true (is_proposed (1, again_id));
  undo ();
}

static void
test_nothing (void)
{
  GtkWidget *merge = g_object_ref (tj_merge_window_new (fixture.context));
  g_autoptr (GArray) pairs = tj_merge_service_propose (fixture.context, NULL);

  g_assert_cmpuint (pairs->len, ==, 0);
  g_assert_true (ui_says (merge, "No Duplicates Found"));
  gtk_window_destroy (GTK_WINDOW (merge));
  g_assert_finalize_object (merge);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/merge/two-rows-of-one-person-become-one-and-apart-again", test_merge);
  g_test_add_func ("/ui/merge/a-number-that-another-had-is-found", test_number);
  g_test_add_func ("/ui/merge/nothing-found-is-said", test_nothing);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
