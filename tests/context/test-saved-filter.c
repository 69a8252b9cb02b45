/* Saved filters: whom they choose, and how the register keeps them. */

#include "config.h"

#include "context-fixture.h"
#include "tj-context-error.h"
#include "tj-saved-filter.h"
#include "tj-undo-service.h"

/* Seventeen, on the list to act on, called by nobody yet. */
static TjAgendaRow
some_row (void)
{
  TjDate today = context_fixture_today ();

  return (TjAgendaRow){ .youth_id = 1,
                        .birth = tj_date_add_months (today, -17 * 12 - 3),
                        .registered_on = today - 20,
                        .status = TJ_STATUS_TO_ACT,
                        .next_due = today + 5,
                        .occupation = TJ_OCCUPATION_WORK };
}

static gboolean
matches (const TjSavedFilter *filter, const TjAgendaRow *row)
{
  return tj_saved_filter_matches (filter, row, TJ_BACKGROUND_BREAK, context_fixture_today ());
}

static void
test_open (void)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  TjAgendaRow row = some_row ();

  g_assert_true (matches (filter, &row));
  row.status = TJ_STATUS_CLOSED;
  g_assert_false (matches (filter, &row));
  filter->status = TJ_STATUS_CLOSED;
  g_assert_true (matches (filter, &row));
}

static void
test_person (void)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  TjAgendaRow row = some_row ();

  filter->min_age = 17;
  filter->max_age = 17;
  g_assert_true (matches (filter, &row));
  filter->is_minor = TRUE;
  filter->background = TJ_BACKGROUND_BREAK;
  filter->occupation = TJ_OCCUPATION_WORK;
  filter->lacks_details = TRUE;
  g_assert_true (matches (filter, &row));
  row.has_details = TRUE;
  g_assert_false (matches (filter, &row));

  filter->lacks_details = FALSE;
  filter->min_age = filter->max_age = 18;
  g_assert_false (matches (filter, &row));
}

static void
test_work (void)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  TjAgendaRow row = some_row ();

  filter->lacks_contact = TRUE;
  filter->since = context_fixture_today () - 20;
  filter->within = 7;
  g_assert_true (matches (filter, &row));
  filter->within = 4;
  g_assert_false (matches (filter, &row));
  filter->within = 7;
  filter->since++;
  g_assert_false (matches (filter, &row));
  filter->since = TJ_DATE_NONE;
  filter->is_overdue = TRUE;
  g_assert_false (matches (filter, &row));
}

static void
test_protected (void)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  TjAgendaRow row = some_row ();

  row.protection = TJ_PROTECTION_MARKED;
  filter->status = TJ_STATUS_TO_ACT;
  g_assert_true (matches (filter, &row));
  filter->min_age = 1;
  g_assert_true (tj_saved_filter_is_about_person (filter));
  g_assert_false (matches (filter, &row));
}

static void
save (ContextFixture *fixture, TjSavedFilter *filter, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_free (filter->name);
  filter->name = g_strdup (name);
  tj_saved_filters_save (fixture->context, filter, &error);
  g_assert_no_error (error);
}

static guint
count (ContextFixture *fixture)
{
  g_autoptr (GPtrArray) filters = tj_saved_filters_load (fixture->context, NULL);

  return filters->len;
}

static void
test_kept (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  g_autoptr (TjSavedFilter) kept = NULL;

  filter->status = TJ_STATUS_WATCHED;
  filter->background = TJ_BACKGROUND_STUDIEBEVIS;
  filter->min_age = 16;
  filter->since = context_fixture_today ();
  filter->is_overdue = TRUE;
  save (fixture, filter, "Sena");
  g_assert_cmpint (filter->id, ==, 1);

  kept = tj_saved_filters_find (fixture->context, 1, NULL);
  g_assert_cmpstr (kept->name, ==, "Sena");
  g_assert_cmpint (kept->status, ==, TJ_STATUS_WATCHED);
  g_assert_cmpint (kept->background, ==, TJ_BACKGROUND_STUDIEBEVIS);
  g_assert_cmpint (kept->occupation, ==, -1);
  g_assert_cmpuint (kept->min_age, ==, 16);
  g_assert_cmpuint (kept->since, ==, context_fixture_today ());
  g_assert_true (kept->is_overdue);
  g_assert_false (kept->is_minor);

  save (fixture, kept, "Försenade");
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_undone (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (TjSavedFilter) filter = tj_saved_filter_new ();
  g_autoptr (TjUndoStep) step = NULL;

  save (fixture, filter, "Alla");
  g_assert_true (tj_saved_filters_remove (fixture->context, filter->id, NULL));
  g_assert_cmpuint (count (fixture), ==, 0);
  step = tj_undo_service_undo (fixture->context, NULL);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_names (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (TjSavedFilter) first = tj_saved_filter_new ();
  g_autoptr (TjSavedFilter) second = tj_saved_filter_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_saved_filters_save (fixture->context, first, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
  g_clear_error (&error);

  save (fixture, first, "Alla");
  g_free (second->name);
  second->name = g_strdup ("Alla");
  g_assert_false (tj_saved_filters_save (fixture->context, second, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/saved-filter/chooses-all-who-are-registered", test_open);
  g_test_add_func ("/context/saved-filter/chooses-by-the-person", test_person);
  g_test_add_func ("/context/saved-filter/chooses-by-the-work", test_work);
  g_test_add_func ("/context/saved-filter/never-tells-of-a-protected-person", test_protected);
  g_test_add ("/context/saved-filter/is-kept-and-renamed", ContextFixture, NULL,
              context_fixture_set_up, test_kept, context_fixture_tear_down);
  g_test_add ("/context/saved-filter/comes-back-by-undo", ContextFixture, NULL,
              context_fixture_set_up, test_undone, context_fixture_tear_down);
  g_test_add ("/context/saved-filter/needs-a-name-of-its-own", ContextFixture, NULL,
              context_fixture_set_up, test_names, context_fixture_tear_down);
  return g_test_run ();
}
