/* Rows of a filled-in spreadsheet that say two things: the same finding twice, or two findings about
 * one person that put them where the other takes them from. Neither row is taken then. */

#include "config.h"

#include "tj-reconciliation-conflicts.h"

#include <glib/gi18n-lib.h>

struct _TjReconciliationConflicts
{
  GHashTable *seen;   /* key → TjReconciliationRead */
  GHashTable *people; /* number → TjReconciliationRead, the first about the person */
};

/**
 * tj_reconciliation_conflicts_new: returns a new object that has seen no row.
 */
TjReconciliationConflicts *
tj_reconciliation_conflicts_new (void)
{
  TjReconciliationConflicts *self = g_new0 (TjReconciliationConflicts, 1);

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * tj_reconciliation_conflicts_free: frees what tj_reconciliation_conflicts_new() made.
 */
void
tj_reconciliation_conflicts_free (TjReconciliationConflicts *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->people);
  g_free (self);
}

/**
 * tj_reconciliation_read_refuse: says why a row cannot be taken; what was said first stays.
 */
void
tj_reconciliation_read_refuse (TjReconciliationRead *read, const char *problem)
{
  if (read->problem == NULL)
    read->problem = g_strdup (problem);
}

static gboolean
is_same_decision (const TjReconciliationDecision *one, const TjReconciliationDecision *other)
{
  return one->decision == other->decision && one->reason == other->reason
         && one->ike_from == other->ike_from && one->follow_up_on == other->follow_up_on;
}

static void
check_once (TjReconciliationConflicts *self, const char *key, TjReconciliationRead *read)
{
  TjReconciliationRead *earlier = g_hash_table_lookup (self->seen, key);

  if (earlier == NULL)
    {
      g_hash_table_insert (self->seen, g_strdup (key), read);
      return;
    }
  if (!is_same_decision (&earlier->decision, &read->decision))
    tj_reconciliation_read_refuse (earlier,
                                   _ ("The same finding stands twice, with different decisions."));
  tj_reconciliation_read_refuse (read,
                                 _ ("The same finding stands twice, with different decisions."));
}

/* Whether one would put the person where the other takes them from. */
static gboolean
contradict (const TjReconciliationDecision *one, const TjReconciliationDecision *other)
{
  gboolean leaves = one->decision == TJ_DECISION_LEAVE_KAA;
  gboolean other_leaves = other->decision == TJ_DECISION_LEAVE_KAA;

  if (leaves && other_leaves)
    return one->reason != other->reason;
  return (leaves
          && (other->decision == TJ_DECISION_STAYS || other->decision == TJ_DECISION_REGISTER))
         || (other_leaves
             && (one->decision == TJ_DECISION_STAYS || one->decision == TJ_DECISION_REGISTER));
}

/* Two findings may speak of one person. */
static void
check_person (TjReconciliationConflicts *self, TjReconciliationRead *read)
{
  const char *number = tj_reconciliation_item_get_personal_number (read->item);
  TjReconciliationRead *earlier = g_hash_table_lookup (self->people, number);

  if (earlier == NULL)
    {
      g_hash_table_insert (self->people, (gpointer)number, read);
      return;
    }
  if (!contradict (&earlier->decision, &read->decision))
    return;
  tj_reconciliation_read_refuse (earlier,
                                 _ ("Two rows about the same person contradict each other."));
  tj_reconciliation_read_refuse (read, _ ("Two rows about the same person contradict each other."));
}

/**
 * tj_reconciliation_conflicts_take: holds a row that could be read, about the finding `key`, against
 * those before it, and refuses both when they contradict each other. The rows live as long as
 * `self`.
 */
void
tj_reconciliation_conflicts_take (TjReconciliationConflicts *self,
                                  const char *key,
                                  TjReconciliationRead *read)
{
  check_once (self, key, read);
  check_person (self, read);
}
