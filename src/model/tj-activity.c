/* An activity within a measure: one thing that is done, by whom and to what end. */

#include "config.h"

#include "tj-activity.h"

#include "tj-entity-private.h"

#define Self TjActivity
#define PREFIX tj_activity
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (NUMBER, measure_id, "measure-id", NULL)                                                   \
  FIELD (NUMBER, catalogue_id, "catalogue-id", NULL)                                               \
  FIELD (DATE, started_on, "started-on", NULL)                                                     \
  FIELD (DATE, stopped_on, "stopped-on", NULL)                                                     \
  FIELD (TEXT, goal, "goal", NULL)                                                                 \
  FIELD (TEXT, how, "how", NULL)                                                                   \
  FIELD (CODE, responsible, "responsible", &tj_responsibles)                                       \
  FIELD (TEXT, result, "result", NULL)

struct _TjActivity
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjActivity, tj_activity, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_activity_class_init (TjActivityClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_activity_init (TjActivity *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_activity_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjActivity *
tj_activity_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_ACTIVITY, "youth-id", youth_id, NULL);
}
