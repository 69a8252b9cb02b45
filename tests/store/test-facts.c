/* What lists say of people by number: written in bulk or row by row, undone, found under earlier
 * numbers, and gone with a purge. */

#include "config.h"

#include "register.h"

#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-import-repository.h"
#include "tj-merge.h"
#include "tj-proposal-repository.h"
#include "tj-purge.h"
#include "tj-resident.h"
#include "tj-undo.h"

#define MANY 700

static TjChange *
begin (Register *self)
{
  g_autoptr (GError) error = NULL;
  TjChange *change = tj_change_begin (self->store, "test", &error);

  g_assert_no_error (error);
  return change;
}

static void
add_resident (TjChange *change, const char *number, const char *name)
{
  g_autoptr (TjResident) resident = tj_resident_new (number);

  tj_resident_set_family_name (resident, name);
  tj_resident_set_moved_in (resident, day ("2026-10-02"));
  assert_works (tj_facts_insert (change, resident, error_));
}

static void
add_enrolment (TjChange *change, const char *number, const char *school)
{
  g_autoptr (TjEnrolment) enrolment = tj_enrolment_new (number);

  tj_enrolment_set_school (enrolment, school);
  tj_enrolment_set_reduced (enrolment, TJ_ANSWER_NO);
  assert_works (tj_facts_insert (change, enrolment, error_));
}

static gboolean
count_fact (gpointer fact, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpint (tj_entity_get_id (fact), ==, ++(*n));
  return TRUE;
}

/* The rows have consecutive ids from 1. */
static guint
count (Register *self, GType type)
{
  guint n = 0;

  assert_works (tj_facts_foreach (self->store, type, count_fact, &n, error_));
  return n;
}

static void
fill (Register *self, guint n)
{
  g_autoptr (TjChange) change = begin (self);

  for (guint i = 0; i < n; i++)
    add_resident (change, test_number (i), CANARY);
  for (guint i = 0; i < n; i++)
    add_enrolment (change, test_number (i), "Skolan");
  assert_works (tj_change_commit (change, error_));
}

static void
many_are_as_each (Register *self)
{
  fill (self, MANY);
  g_assert_cmpuint (count (self, TJ_TYPE_RESIDENT), ==, MANY);
  g_assert_cmpuint (count (self, TJ_TYPE_ENROLMENT), ==, MANY);
  for (guint i = 0; i < MANY; i += 100)
    {
      g_autoptr (GPtrArray) found
          = tj_facts_list (self->store, TJ_TYPE_RESIDENT, test_number (i), NULL);

      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (tj_resident_get_family_name (found->pdata[0]), ==, CANARY);
      g_assert_cmpuint (tj_resident_get_moved_in (found->pdata[0]), ==, day ("2026-10-02"));
    }
}

static void
many_are_undone_and_redone (Register *self)
{
  fill (self, MANY);
  assert_works (tj_undo (self->store, error_));
  g_assert_cmpuint (count (self, TJ_TYPE_RESIDENT), ==, 0);
  assert_works (tj_redo (self->store, error_));
  g_assert_cmpuint (count (self, TJ_TYPE_RESIDENT), ==, MANY);
  g_assert_cmpuint (count (self, TJ_TYPE_ENROLMENT), ==, MANY);
}

static void
a_change_is_undone_to_what_it_was (Register *self)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  fill (self, 2);
  before = tj_facts_list (self->store, TJ_TYPE_RESIDENT, test_number (1), NULL);
  {
    g_autoptr (TjChange) change = begin (self);

    tj_resident_set_street (before->pdata[0], "Lillgatan 2");
    assert_works (tj_facts_update (change, before->pdata[0], error_));
    assert_works (tj_change_commit (change, error_));
  }
  {
    g_autoptr (TjChange) change = begin (self);

    assert_works (tj_facts_delete (change, before->pdata[0], error_));
    assert_works (tj_change_commit (change, error_));
  }
  assert_works (tj_undo (self->store, error_));
  assert_works (tj_undo (self->store, error_));
  after = tj_facts_list (self->store, TJ_TYPE_RESIDENT, test_number (1), NULL);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (tj_resident_get_street (after->pdata[0]), ==, "");
}

static void
earlier_numbers_lead_to_the_youth (Register *self)
{
  gint64 kept = add_youth (self->store, 0), other = add_youth (self->store, 1);
  g_autoptr (GPtrArray) found = NULL;

  fill (self, 3);
  {
    g_autoptr (TjChange) change = begin (self);

    assert_works (tj_youths_merge (change, kept, other, error_));
    assert_works (tj_change_commit (change, error_));
  }
  found = tj_facts_list_of_youth (self->store, TJ_TYPE_ENROLMENT, kept, NULL);
  g_assert_cmpuint (found->len, ==, 2);
}

static void
add_proposal (Register *self, gint64 youth_id)
{
  g_autoptr (TjChange) change = begin (self);
  g_autoptr (TjProposal) proposal = tj_proposal_new (youth_id);

  tj_proposal_set_date (proposal, day ("2026-11-03"));
  tj_proposal_set_proposed_on (proposal, day ("2026-11-03"));
  tj_proposal_set_reason (proposal, TJ_DEREGISTRATION_MOVED);
  assert_works (tj_proposals_insert (change, proposal, error_));
  assert_works (tj_change_commit (change, error_));
}

static void
a_merge_takes_proposals_along (Register *self)
{
  gint64 kept = add_youth (self->store, 0), other = add_youth (self->store, 1);
  g_autoptr (GPtrArray) proposals = NULL;

  add_proposal (self, other);
  {
    g_autoptr (TjChange) change = begin (self);

    assert_works (tj_youths_merge (change, kept, other, error_));
    assert_works (tj_change_commit (change, error_));
  }
  proposals = tj_proposals_list (self->store, kept, NULL);
  g_assert_cmpuint (proposals->len, ==, 1);
  g_assert_cmpint (tj_proposal_get_reason (proposals->pdata[0]), ==, TJ_DEREGISTRATION_MOVED);
}

static guint
year_of (guint i)
{
  g_autofree char *year = g_strndup (test_number (i), 4);

  return (guint)g_ascii_strtoull (year, NULL, 10);
}

static guint
count_number (Register *self, GType type, const char *number)
{
  g_autoptr (GPtrArray) found = tj_facts_list (self->store, type, number, NULL);

  return found->len;
}

static void
a_purge_takes_the_youth_s_rows_and_those_of_age (Register *self)
{
  gint64 gone = add_youth (self->store, 0);
  gint64 stays = add_youth (self->store, 1);
  g_autoptr (TjPurgeProtocol) protocol = NULL;

  fill (self, 2);
  {
    g_autoptr (TjChange) change = begin (self);

    /* Nobody of the register, but old enough. */
    add_resident (change, "200401012380", CANARY);
    assert_works (tj_change_commit (change, error_));
  }
  add_proposal (self, gone);
  add_proposal (self, stays);
  protocol = tj_purge_run (self->store, MIN (year_of (0), year_of (1)) + 20, day ("2026-12-01"),
                           &gone, 1, NULL);
  g_assert_nonnull (protocol);
  g_assert_cmpuint (count_number (self, TJ_TYPE_RESIDENT, test_number (0)), ==, 0);
  g_assert_cmpuint (count_number (self, TJ_TYPE_ENROLMENT, test_number (0)), ==, 0);
  g_assert_cmpuint (count_number (self, TJ_TYPE_RESIDENT, "200401012380"), ==, 0);
  g_assert_cmpuint (count_number (self, TJ_TYPE_RESIDENT, test_number (1)), ==, 1);
  g_assert_cmpuint (count_number (self, TJ_TYPE_ENROLMENT, test_number (1)), ==, 1);
  {
    g_autoptr (GPtrArray) left = tj_proposals_list_by_state (self->store, TJ_PROPOSAL_OPEN, NULL);

    g_assert_cmpuint (left->len, ==, 1);
    g_assert_cmpint (tj_proposal_get_youth_id (left->pdata[0]), ==, stays);
  }
}

static gboolean
collect_row (guint row, const char *result, gint64 youth_id, gpointer user_data)
{
  g_string_append_printf (user_data, "%u:%" G_GINT64_FORMAT " ", row, youth_id);
  return TRUE;
}

static void
a_purge_leaves_the_others_of_an_import_s_line (Register *self)
{
  gint64 ids[3];
  TjImportRun run = { .date = day ("2026-11-03"), .source = "ist" };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (TjPurgeProtocol) protocol = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 3; i++)
    ids[i] = add_youth (self->store, i);
  {
    g_autoptr (TjChange) change = begin (self);

    assert_works (tj_imports_insert (change, &run, error_));
    for (guint i = 0; i < 3; i++)
      assert_works (tj_imports_add_row (change, run.id, i + 2, "new", ids[i], error_));
    assert_works (tj_change_commit (change, error_));
  }
  protocol = tj_purge_run (self->store, 2020, day ("2026-12-01"), ids, 1, NULL);
  g_assert_nonnull (protocol);
  assert_works (tj_imports_foreach_row (self->store, run.id, collect_row, rows, error_));
  expected = g_strdup_printf ("3:%" G_GINT64_FORMAT " 4:%" G_GINT64_FORMAT " ", ids[1], ids[2]);
  g_assert_cmpstr (rows->str, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  register_add_test ("/store/facts/many-are-as-each", many_are_as_each);
  register_add_test ("/store/facts/many-are-undone-and-redone", many_are_undone_and_redone);
  register_add_test ("/store/facts/a-change-is-undone-to-what-it-was",
                     a_change_is_undone_to_what_it_was);
  register_add_test ("/store/facts/earlier-numbers-lead-to-the-youth",
                     earlier_numbers_lead_to_the_youth);
  register_add_test ("/store/facts/a-merge-takes-proposals-along", a_merge_takes_proposals_along);
  register_add_test ("/store/facts/a-purge-takes-the-youth-s-rows-and-those-of-age",
                     a_purge_takes_the_youth_s_rows_and_those_of_age);
  register_add_test ("/store/facts/a-purge-leaves-the-others-of-an-import-s-line",
                     a_purge_leaves_the_others_of_an_import_s_line);
  return g_test_run ();
}
