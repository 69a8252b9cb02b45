/* A version of a youth's individual plan: the seven points of documentation (förordning
 * 2006:39 § 8). */

#include "config.h"

#include "tj-plan.h"

#include "tj-entity-private.h"

#define Self TjPlan
#define PREFIX tj_plan
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (NUMBER, version, "version", NULL)                                                         \
  FIELD (DATE, written_on, "written-on", NULL)                                                     \
  FIELD (TEXT, goal, "goal", NULL)                                                                 \
  FIELD (TEXT, youth_part, "youth-part", NULL)                                                     \
  FIELD (TEXT, municipality_part, "municipality-part", NULL)                                       \
  FIELD (TEXT, other_part, "other-part", NULL)                                                     \
  FIELD (DATE, starts_on, "starts-on", NULL)                                                       \
  FIELD (DATE, ends_on, "ends-on", NULL)                                                           \
  FIELD (TEXT, end_reason, "end-reason", NULL)                                                     \
  FIELD (TEXT, follow_up, "follow-up", NULL)

struct _TjPlan
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjPlan, tj_plan, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_plan_class_init (TjPlanClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_plan_init (TjPlan *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_plan_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjPlan *
tj_plan_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_PLAN, "youth-id", youth_id, NULL);
}
