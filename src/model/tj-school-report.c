/* An organiser's report of a pupil to the home municipality (skollagen 15:15, 18:15). */

#include "config.h"

#include "tj-school-report.h"

#include "tj-entity-private.h"

#define Self TjSchoolReport
#define PREFIX tj_school_report
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (DATE, received_on, "received-on", NULL)                                                   \
  FIELD (CODE, category, "category", &tj_report_categories)                                        \
  FIELD (TEXT, diary_number, "diary-number", NULL)                                                 \
  FIELD (TEXT, school, "school", NULL)                                                             \
  FIELD (TEXT, organiser, "organiser", NULL)                                                       \
  FIELD (CODE, state, "state", &tj_report_states)

struct _TjSchoolReport
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjSchoolReport, tj_school_report, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_school_report_class_init (TjSchoolReportClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_school_report_init (TjSchoolReport *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_school_report_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjSchoolReport *
tj_school_report_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_SCHOOL_REPORT, "youth-id", youth_id, NULL);
}
