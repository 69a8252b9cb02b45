/* The reconciliation of a month: its meeting, and how the month stood when it was closed. */

#include "config.h"

#include "tj-reconciliation.h"

#include "tj-entity-private.h"

#define Self TjReconciliation
#define PREFIX tj_reconciliation
#define FIELDS(FIELD)                                                                              \
  FIELD (DATE, month, "month", NULL)                                                               \
  FIELD (DATE, meeting_on, "meeting-on", NULL)                                                     \
  FIELD (TEXT, participants, "participants", NULL)                                                 \
  FIELD (DATE, made_on, "made-on", NULL)                                                           \
  FIELD (DATE, closed_on, "closed-on", NULL)                                                       \
  FIELD (TEXT, figures, "figures", NULL)

struct _TjReconciliation
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjReconciliation, tj_reconciliation, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_reconciliation_class_init (TjReconciliationClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_reconciliation_init (TjReconciliation *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_reconciliation_new:
 * @month: its first day
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjReconciliation *
tj_reconciliation_new (TjDate month)
{
  return g_object_new (TJ_TYPE_RECONCILIATION, "month", month, NULL);
}
