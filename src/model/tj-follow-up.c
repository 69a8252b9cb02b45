/* An agreed day on which to hear of a youth again. */

#include "config.h"

#include "tj-follow-up.h"

#include "tj-entity-private.h"

#define Self TjFollowUp
#define PREFIX tj_follow_up
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (DATE, due, "due", NULL)                                                                   \
  FIELD (TEXT, reason, "reason", NULL)                                                             \
  FIELD (DATE, done_on, "done-on", NULL)

struct _TjFollowUp
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjFollowUp, tj_follow_up, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_follow_up_class_init (TjFollowUpClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_follow_up_init (TjFollowUp *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_follow_up_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjFollowUp *
tj_follow_up_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_FOLLOW_UP, "youth-id", youth_id, NULL);
}
