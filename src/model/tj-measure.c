/* A measure for a youth (blocks 3 and 4 of the documentation; förordning 2006:39 § 4 (3)). */

#include "config.h"

#include "tj-measure.h"

#include "tj-entity-private.h"

#define Self TjMeasure
#define PREFIX tj_measure
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (CODE, decision, "decision", &tj_measure_types)                                            \
  FIELD (CODE, content, "content", &tj_measure_contents)                                           \
  FIELD (DATE, decided_on, "decided-on", NULL)                                                     \
  FIELD (DATE, started_on, "started-on", NULL)                                                     \
  FIELD (DATE, ended_on, "ended-on", NULL)                                                         \
  FIELD (TEXT, reason, "reason", NULL)                                                             \
  FIELD (OPTIONAL_CODE, after, "after", &tj_after_measures)

struct _TjMeasure
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjMeasure, tj_measure, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_measure_class_init (TjMeasureClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_measure_init (TjMeasure *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_measure_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjMeasure *
tj_measure_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_MEASURE, "youth-id", youth_id, NULL);
}

/**
 * tj_measure_is_open:
 *
 * Returns: whether it has not ended by @today; one that is planned is open
 */
gboolean
tj_measure_is_open (TjMeasure *self, TjDate today)
{
  TjDate ended_on = tj_measure_get_ended_on (self);

  return ended_on == TJ_DATE_NONE || ended_on > today;
}
