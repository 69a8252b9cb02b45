/* One line of the list of findings, as texts that cells look up. A protected person is a case
 * number, without what the lists say of school and dates. */

#include "config.h"

#include "tj-finding-item.h"

#include "tj-amount.h"

#include <glib/gi18n.h>

struct _TjFindingItem
{
  GObject parent_instance;

  TjReconciliationItem *finding;
  char *name;
  gboolean is_carried_over;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_NUMBER,
  PROP_EVIDENCE,
  PROP_AMOUNT,
  PROP_AMOUNT_ORE,
  PROP_DECISION,
  PROP_DECISION_CLASSES,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjFindingItem, tj_finding_item, G_TYPE_OBJECT)

static const char *const undecided_classes[] = { "dim-label", NULL };
static const char *const decided_classes[] = { "decided", NULL };

/* "12 392 kr". */
char *
tj_amount_text (gint64 ore)
{
  g_autofree char *amount = tj_amount_format (ore);

  return g_strdup_printf ("%s\u00a0kr", amount);
}

static gboolean
is_protected (TjFindingItem *self)
{
  return tj_reconciliation_item_get_protection (self->finding) != TJ_PROTECTION_NONE;
}

static const char *
evidence (TjFindingItem *self)
{
  return is_protected (self) ? _ ("Is shown to the one who unlocks the person")
                             : tj_reconciliation_item_get_evidence (self->finding);
}

static char *
dup_amount (TjFindingItem *self)
{
  gint64 ore = tj_reconciliation_item_get_amount_ore (self->finding);

  return ore != 0 ? tj_amount_text (ore) : g_strdup ("–");
}

/* An undecided one shows what is proposed, as a question. */
static char *
dup_decision (TjFindingItem *self)
{
  int decision = tj_reconciliation_item_get_decision (self->finding);

  if (decision >= 0)
    return g_strdup (tj_code_label (&tj_decisions, decision));
  return g_strdup_printf (
      "%s?", tj_code_label (&tj_decisions, tj_reconciliation_item_get_proposal (self->finding)));
}

static char *
dup_summary (TjFindingItem *self)
{
  g_autofree char *amount = dup_amount (self);
  g_autofree char *decision = dup_decision (self);

  return g_strdup_printf ("%s, %s, %s, %s", self->name, evidence (self), amount, decision);
}

static void
tj_finding_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TjFindingItem *self = TJ_FINDING_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_NUMBER:
      g_value_take_string (value, tj_reconciliation_item_dup_number (self->finding));
      break;
    case PROP_EVIDENCE:
      g_value_set_string (value, evidence (self));
      break;
    case PROP_AMOUNT:
      g_value_take_string (value, dup_amount (self));
      break;
    case PROP_AMOUNT_ORE:
      g_value_set_int64 (value, tj_reconciliation_item_get_amount_ore (self->finding));
      break;
    case PROP_DECISION:
      g_value_take_string (value, dup_decision (self));
      break;
    case PROP_DECISION_CLASSES:
      g_value_set_boxed (value, tj_reconciliation_item_get_decision (self->finding) >= 0
                                    ? decided_classes
                                    : undecided_classes);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_finding_item_finalize (GObject *object)
{
  TjFindingItem *self = TJ_FINDING_ITEM (object);

  g_clear_object (&self->finding);
  g_free (self->name);
  G_OBJECT_CLASS (tj_finding_item_parent_class)->finalize (object);
}

static void
install_string (guint prop_id, const char *name)
{
  properties[prop_id]
      = g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tj_finding_item_class_init (TjFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_finding_item_finalize;
  G_OBJECT_CLASS (klass)->get_property = tj_finding_item_get_property;

  install_string (PROP_NAME, "name");
  install_string (PROP_NUMBER, "number");
  install_string (PROP_EVIDENCE, "evidence");
  install_string (PROP_AMOUNT, "amount");
  properties[PROP_AMOUNT_ORE]
      = g_param_spec_int64 ("amount-ore", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_string (PROP_DECISION, "decision");
  properties[PROP_DECISION_CLASSES] = g_param_spec_boxed (
      "decision-classes", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_string (PROP_SUMMARY, "summary");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
tj_finding_item_init (TjFindingItem *self)
{
}

TjFindingItem *
tj_finding_item_new (TjContext *context, TjReconciliationItem *finding, gboolean is_carried_over)
{
  TjFindingItem *self = g_object_new (TJ_TYPE_FINDING_ITEM, NULL);

  self->finding = g_object_ref (finding);
  self->name = tj_reconciliation_item_dup_name (context, finding);
  self->is_carried_over = is_carried_over;
  return self;
}

/* The same finding read anew: who shows it follows. */
void
tj_finding_item_set_finding (TjFindingItem *self, TjReconciliationItem *finding)
{
  g_return_if_fail (TJ_IS_FINDING_ITEM (self));

  if (!g_set_object (&self->finding, finding))
    return;
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

TjReconciliationItem *
tj_finding_item_get_finding (TjFindingItem *self)
{
  g_return_val_if_fail (TJ_IS_FINDING_ITEM (self), NULL);

  return self->finding;
}

const char *
tj_finding_item_get_name (TjFindingItem *self)
{
  g_return_val_if_fail (TJ_IS_FINDING_ITEM (self), NULL);

  return self->name;
}

gboolean
tj_finding_item_is_carried_over (TjFindingItem *self)
{
  g_return_val_if_fail (TJ_IS_FINDING_ITEM (self), FALSE);

  return self->is_carried_over;
}
