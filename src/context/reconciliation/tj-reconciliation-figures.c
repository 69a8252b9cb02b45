/* The month in figures, kept with it as JSON for the month that comes after. */

#include "config.h"

#include "tj-reconciliation-figures.h"

#include <json-glib/json-glib.h>

static const struct
{
  const char *key;
  gsize offset;
} members[] = {
  { "listed", G_STRUCT_OFFSET (TjReconciliationFigures, listed) },
  { "enrolled", G_STRUCT_OFFSET (TjReconciliationFigures, enrolled) },
  { "invoiced", G_STRUCT_OFFSET (TjReconciliationFigures, invoiced) },
  { "invoiced_ore", G_STRUCT_OFFSET (TjReconciliationFigures, invoiced_ore) },
  { "findings", G_STRUCT_OFFSET (TjReconciliationFigures, findings) },
  { "at_stake_ore", G_STRUCT_OFFSET (TjReconciliationFigures, at_stake_ore) },
};

static void
count_pupil (TjReconciliationFigures *self, const TjIkePupil *pupil, const TjIkeRules *rules)
{
  self->listed += pupil->is_listed;
  self->invoiced += pupil->n_lines > 0;
  for (guint i = 0; i < pupil->n_lines; i++)
    self->invoiced_ore += pupil->lines[i].amount_ore;
  for (guint i = 0; i < pupil->n_enrolments; i++)
    if (tj_ike_enrolment_counts (rules, &pupil->enrolments[i]))
      {
        self->enrolled++;
        break;
      }
}

/**
 * tj_reconciliation_figures_count: how the month stands, from all that its lists say. Only what
 * might not have to be paid is at stake.
 */
TjReconciliationFigures
tj_reconciliation_figures_count (const TjIkePupil *pupils,
                                 guint n_pupils,
                                 const TjIkeRules *rules,
                                 const GArray *findings)
{
  TjReconciliationFigures self = { .findings = findings->len };

  for (guint i = 0; i < n_pupils; i++)
    count_pupil (&self, &pupils[i], rules);
  for (guint i = 0; i < findings->len; i++)
    self.at_stake_ore += MAX (0, g_array_index (findings, TjFinding, i).amount_ore);
  return self;
}

/**
 * tj_reconciliation_figures_write: the figures as JSON; a new string.
 */
char *
tj_reconciliation_figures_write (const TjReconciliationFigures *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_int_member (object, members[i].key,
                                G_STRUCT_MEMBER (gint64, self, members[i].offset));
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

/**
 * tj_reconciliation_figures_read: the figures from JSON. A figure that is not there is -1: not
 * known. Returns FALSE when it is no JSON.
 */
gboolean
tj_reconciliation_figures_read (TjReconciliationFigures *self, const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    G_STRUCT_MEMBER (gint64, self, members[i].offset)
        = json_object_get_int_member_with_default (object, members[i].key, -1);
  return TRUE;
}
