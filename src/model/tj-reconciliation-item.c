/* A finding of a month, and what was decided on it. */

#include "config.h"

#include "tj-reconciliation-item.h"

#include "tj-entity-private.h"

#define Self TjReconciliationItem
#define PREFIX tj_reconciliation_item
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, reconciliation_id, "reconciliation-id", NULL)                                     \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (TEXT, given_name, "given-name", NULL)                                                     \
  FIELD (TEXT, family_name, "family-name", NULL)                                                   \
  FIELD (CODE, protection, "protection", &tj_protections)                                          \
  FIELD (CODE, kind, "kind", &tj_finding_kinds)                                                    \
  FIELD (TEXT, evidence, "evidence", NULL)                                                         \
  FIELD (TEXT, organiser, "organiser", NULL)                                                       \
  FIELD (TEXT, school, "school", NULL)                                                             \
  FIELD (TEXT, programme, "programme", NULL)                                                       \
  FIELD (TEXT, invoice_number, "invoice-number", NULL)                                             \
  FIELD (NUMBER, amount_ore, "amount-ore", NULL)                                                   \
  FIELD (CODE, proposal, "proposal", &tj_decisions)                                                \
  FIELD (OPTIONAL_CODE, decision, "decision", &tj_decisions)                                       \
  FIELD (DATE, decided_on, "decided-on", NULL)                                                     \
  FIELD (OPTIONAL_CODE, reason, "reason", &tj_deregistrations)                                     \
  FIELD (DATE, ike_from, "ike-from", NULL)                                                         \
  FIELD (DATE, follow_up_on, "follow-up-on", NULL)                                                 \
  FIELD (DATE, done_on, "done-on", NULL)

struct _TjReconciliationItem
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjReconciliationItem, tj_reconciliation_item, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_reconciliation_item_class_init (TjReconciliationItemClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_reconciliation_item_init (TjReconciliationItem *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_reconciliation_item_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjReconciliationItem *
tj_reconciliation_item_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_RECONCILIATION_ITEM, "personal-number", personal_number, NULL);
}
