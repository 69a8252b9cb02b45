/* Brings a month's items in line with what the lists give now: new findings come in, those that the
 * lists no longer give go out, and what the meeting has decided stays as it was decided. */

#include "config.h"

#include "tj-reconciliation-update.h"

#include "tj-finding.h"
#include "tj-reconciliation-repository.h"

static const char *
school_of (const TjFinding *finding, const TjIkePupil *pupil)
{
  if (finding->line >= 0)
    return pupil->lines[finding->line].school;
  return finding->enrolment >= 0 ? pupil->enrolments[finding->enrolment].school : "";
}

static const char *
organiser_of (const TjFinding *finding, const TjIkePupil *pupil)
{
  if (finding->line >= 0)
    return pupil->lines[finding->line].organiser;
  return finding->enrolment >= 0 ? pupil->enrolments[finding->enrolment].organiser : "";
}

static const char *
programme_of (const TjFinding *finding, const TjIkePupil *pupil)
{
  if (finding->line >= 0)
    return pupil->lines[finding->line].programme;
  return finding->enrolment >= 0 ? pupil->enrolments[finding->enrolment].programme : "";
}

/* What the lists say; what the meeting says is left alone. */
static void
fill (TjReconciliationItem *item, TjReconciliationInput *input, const TjFinding *finding)
{
  const TjIkeRules *rules = tj_reconciliation_input_get_rules (input);
  TjPupilName name = tj_reconciliation_input_get_name (input, finding->pupil);
  guint n;
  const TjIkePupil *pupils = tj_reconciliation_input_get_pupils (input, &n);
  const TjIkePupil *pupil = &pupils[finding->pupil];
  g_autofree char *evidence = tj_finding_describe (finding, pupils, rules);

  tj_reconciliation_item_set_given_name (item, name.given_name);
  tj_reconciliation_item_set_family_name (item, name.family_name);
  tj_reconciliation_item_set_protection (item, name.protection);
  tj_reconciliation_item_set_kind (item, finding->kind);
  tj_reconciliation_item_set_evidence (item, evidence);
  tj_reconciliation_item_set_school (item, school_of (finding, pupil));
  tj_reconciliation_item_set_organiser (item, organiser_of (finding, pupil));
  tj_reconciliation_item_set_programme (item, programme_of (finding, pupil));
  tj_reconciliation_item_set_invoice_number (
      item, tj_reconciliation_input_get_invoice_number (input, finding->pupil, finding->line));
  tj_reconciliation_item_set_amount_ore (item, finding->amount_ore);
  tj_reconciliation_item_set_proposal (item, finding->proposal);
}

/* One kind of finding about one pupil and one school's invoice is one item. */
static char *
dup_key (TjReconciliationItem *item)
{
  return g_strdup_printf ("%d\t%s\t%s\t%s", tj_reconciliation_item_get_kind (item),
                          tj_reconciliation_item_get_personal_number (item),
                          tj_reconciliation_item_get_school (item),
                          tj_reconciliation_item_get_invoice_number (item));
}

static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (known, dup_key (items->pdata[i]), items->pdata[i]);
  return known;
}

/* A month being brought up to date. */
typedef struct
{
  TjChange *change;
  GHashTable *known; /* key → TjReconciliationItem that no finding has met yet */
  gboolean is_changed;
} Update;

static gboolean
write_finding (Update *update, TjReconciliationItem *fresh, GError **error)
{
  g_autofree char *key = dup_key (fresh);
  TjReconciliationItem *old = g_hash_table_lookup (update->known, key);

  if (old == NULL)
    {
      update->is_changed = TRUE;
      return tj_reconciliation_items_insert (update->change, fresh, error) != 0;
    }
  g_hash_table_remove (update->known, key);
  tj_entity_set_id (fresh, tj_entity_get_id (old));
  if (tj_reconciliation_item_get_decision (old) >= 0 || tj_entity_equal (old, fresh))
    return TRUE;
  update->is_changed = TRUE;
  return tj_reconciliation_items_update (update->change, fresh, error);
}

static gboolean
remove_rest (Update *update, GError **error)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, update->known);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      if (tj_reconciliation_item_get_decision (item) >= 0)
        continue;
      update->is_changed = TRUE;
      if (!tj_reconciliation_items_delete (update->change, tj_entity_get_id (item), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tj_reconciliation_update: writes a month's findings within `change`, and says whether anything
 * was written. Returns FALSE with `error` set.
 */
gboolean
tj_reconciliation_update (TjContext *context,
                          TjChange *change,
                          TjReconciliation *month,
                          TjReconciliationInput *input,
                          const GArray *findings,
                          gboolean *is_changed,
                          GError **error)
{
  gint64 id = tj_entity_get_id (month);
  g_autoptr (GPtrArray) items
      = tj_reconciliation_items_list (tj_context_get_store (context), id, error);
  g_autoptr (GHashTable) known = items != NULL ? index_items (items) : NULL;
  Update update = { .change = change, .known = known };
  guint n;
  const TjIkePupil *pupils = tj_reconciliation_input_get_pupils (input, &n);

  for (guint i = 0; known != NULL && i < findings->len; i++)
    {
      const TjFinding *finding = &g_array_index (findings, TjFinding, i);
      g_autoptr (TjReconciliationItem) fresh
          = tj_reconciliation_item_new (pupils[finding->pupil].personal_number);

      tj_reconciliation_item_set_reconciliation_id (fresh, id);
      fill (fresh, input, finding);
      if (!write_finding (&update, fresh, error))
        return FALSE;
    }
  if (known == NULL || !remove_rest (&update, error))
    return FALSE;
  *is_changed = update.is_changed;
  return TRUE;
}

/**
 * tj_reconciliation_drop_asked: takes out of `findings` what an earlier month found as well and has
 * not carried out: it is carried over, and is not asked twice. What costs money is another month's
 * money, and stays.
 */
void
tj_reconciliation_drop_asked (TjReconciliationInput *input, GArray *findings)
{
  TjReconciliationMemory *memory = tj_reconciliation_input_get_memory (input);
  guint n, n_kept = 0;
  const TjIkePupil *pupils = tj_reconciliation_input_get_pupils (input, &n);

  for (guint i = 0; i < findings->len; i++)
    {
      const TjFinding finding = g_array_index (findings, TjFinding, i);
      const TjIkePupil *pupil = &pupils[finding.pupil];

      if (finding.amount_ore == 0
          && tj_reconciliation_memory_is_open (memory, finding.kind, pupil->personal_number,
                                               school_of (&finding, pupil)))
        continue;
      g_array_index (findings, TjFinding, n_kept++) = finding;
    }
  g_array_set_size (findings, n_kept);
}
