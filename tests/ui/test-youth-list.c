/* The lazy list of youths, over a real register: what a search finds, what it announces, and that
 * a protected person's place and name tell nothing. */

#include "config.h"

#include "tj-youth-columns.h"
#include "tj-youth-list.h"
#include "ui-fixture.h"

#define PEOPLE 120

/* What one items-changed said. */
typedef struct
{
  guint n_signals;
  guint n_removed;
  guint n_added;
} Announced;

static UiFixture fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Announced *said)
{
  said->n_signals++;
  said->n_removed += removed;
  said->n_added += added;
}

static TjYouthList *
new_list (TjPeople *people)
{
  g_autoptr (GError) error = NULL;
  TjYouthList *list = tj_youth_list_new (people);

  tj_youth_list_reload (list, &error);
  g_assert_no_error (error);
  return list;
}

static guint
length (TjYouthList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static const TjAgendaRow *
row_at (TjYouthList *list, guint position)
{
  g_autoptr (TjYouthItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return tj_youth_item_get_row (item);
}

/* A row of the wanted kind, with names of its own for the search. */
static const TjAgendaRow *
find_row (TjAgendaList *rows, gboolean is_protected)
{
  gsize i;

  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    if ((tj_agenda_list_get_row (rows, i)->protection != TJ_PROTECTION_NONE) == is_protected)
      return tj_agenda_list_get_row (rows, i);

  g_assert_not_reached ();
}

static void
test_all (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);

  g_assert_cmpuint (length (list), ==, PEOPLE);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), PEOPLE));
  g_assert_finalize_object (list);
}

static void
test_find_name (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  const TjAgendaRow *wanted = find_row (tj_people_load (people, NULL), FALSE);
  g_autofree char *begun = g_utf8_substring (wanted->family_name, 0, 3);
  g_autofree char *text = g_strdup_printf ("%s  %s", wanted->given_name, begun);
  guint i;

  tj_youth_list_set_search (list, text);
  g_assert_cmpuint (length (list), >, 0);
  g_assert_cmpuint (length (list), <, PEOPLE);
  g_assert_cmpuint (tj_youth_list_find (list, wanted->youth_id), !=, G_MAXUINT);
  for (i = 0; i < length (list); i++)
    g_assert_true (g_str_has_prefix (row_at (list, i)->family_name, begun));
  g_assert_finalize_object (list);
}

static void
test_find_number (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  const TjAgendaRow *wanted = find_row (tj_people_load (people, NULL), FALSE);
  g_autofree char *text
      = g_strdup_printf ("%.6s-%s", wanted->personal_number + 2, wanted->personal_number + 8);

  tj_youth_list_set_search (list, text);
  g_assert_cmpuint (length (list), ==, 1);
  g_assert_cmpint (row_at (list, 0)->youth_id, ==, wanted->youth_id);
  g_assert_finalize_object (list);
}

static void
test_protected (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  const TjAgendaRow *hidden = find_row (tj_people_load (people, NULL), TRUE);
  g_autoptr (TjYouthItem) last = g_list_model_get_item (G_LIST_MODEL (list), PEOPLE - 1);
  g_autofree char *shown = tj_youth_row_dup_name (tj_youth_item_get_row (last));

  g_assert_cmpint (tj_youth_item_get_row (last)->protection, !=, TJ_PROTECTION_NONE);
  g_assert_null (strstr (shown, tj_youth_item_get_row (last)->family_name));

  tj_youth_list_set_search (list, hidden->family_name);
  g_assert_cmpuint (tj_youth_list_find (list, hidden->youth_id), ==, G_MAXUINT);
  tj_youth_list_set_search (list, hidden->personal_number);
  g_assert_cmpuint (tj_youth_list_find (list, hidden->youth_id), ==, 0);
  g_assert_finalize_object (list);
}

static void
test_announcements (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  Announced said = { 0 };
  guint narrow;

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &said);
  tj_youth_list_set_search (list, "a");
  narrow = length (list);
  g_assert_cmpuint (said.n_signals, ==, 1);
  g_assert_cmpuint (PEOPLE - said.n_removed + said.n_added, ==, narrow);

  said = (Announced){ 0 };
  tj_youth_list_set_search (list, "A ");
  g_assert_cmpuint (said.n_signals, ==, 0);
  g_assert_finalize_object (list);
}

static const TjYouthColumn *
column (const char *id)
{
  return tj_youth_column_find (id);
}

/* In every order, both ways, and what is shown of them. */
static void
test_protected_last (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  gsize i;
  guint j, way;

  for (i = 0; i < tj_n_youth_columns; i++)
    for (way = 0; way < 2; way++)
      {
        gboolean hidden = FALSE;

        tj_youth_list_set_order (list, tj_youth_columns[i].compare, way == 1);
        for (j = 0; j < length (list); j++)
          {
            if (row_at (list, j)->protection != TJ_PROTECTION_NONE)
              hidden = TRUE;
            else
              g_assert_false (hidden);
          }
        g_assert_true (hidden);
      }
  g_assert_finalize_object (list);
}

static void
test_order (void)
{
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  guint i;

  tj_youth_list_set_order (list, column ("age")->compare, FALSE);
  for (i = 1; row_at (list, i)->protection == TJ_PROTECTION_NONE; i++)
    g_assert_cmpuint (row_at (list, i - 1)->birth, >=, row_at (list, i)->birth);

  tj_youth_list_set_order (list, NULL, TRUE);
  for (i = 1; row_at (list, i)->protection == TJ_PROTECTION_NONE; i++)
    g_assert_cmpstr (row_at (list, i - 1)->sort_key, >=, row_at (list, i)->sort_key);
  g_assert_finalize_object (list);
}

/* What tells who somebody is, and not what is to be done. */
static void
test_protected_columns (void)
{
  static const char *const about_the_person[]
      = { "age",       "birth-year", "number", "occupation", "background",
          "education", "phone",      "email",  "locality" };
  g_autoptr (TjPeople) people = tj_people_new (fixture.context);
  TjYouthList *list = new_list (people);
  g_autoptr (TjYouthItem) last = g_list_model_get_item (G_LIST_MODEL (list), PEOPLE - 1);
  g_autoptr (TjYouthItem) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (about_the_person); i++)
    {
      g_autofree char *hidden = column (about_the_person[i])->dup_text (last);
      g_autofree char *shown = column (about_the_person[i])->dup_text (first);

      g_assert_null (hidden);
      g_assert_nonnull (shown);
    }
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  int result;

  gtk_test_init (&argc, &argv);
  ui_fixture_start (&fixture, PEOPLE);
  g_test_add_func ("/ui/youth-list/holds-every-row", test_all);
  g_test_add_func ("/ui/youth-list/is-searched-by-the-beginning-of-names", test_find_name);
  g_test_add_func ("/ui/youth-list/is-searched-by-number", test_find_number);
  g_test_add_func ("/ui/youth-list/a-protected-person-is-found-by-number-alone", test_protected);
  g_test_add_func ("/ui/youth-list/announces-no-more-than-what-differs", test_announcements);
  g_test_add_func ("/ui/youth-list/a-protected-person-stands-last-in-every-order",
                   test_protected_last);
  g_test_add_func ("/ui/youth-list/is-ordered-by-a-column-both-ways", test_order);
  g_test_add_func ("/ui/youth-list/no-column-tells-who-a-protected-person-is",
                   test_protected_columns);
  result = g_test_run ();
  ui_fixture_stop (&fixture);
  return result;
}
