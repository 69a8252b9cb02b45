/* A step in the handling of a school report. */

#include "config.h"

#include "tj-school-report-step.h"

#include "tj-entity-private.h"

#define Self TjSchoolReportStep
#define PREFIX tj_school_report_step
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (NUMBER, report_id, "report-id", NULL)                                                     \
  FIELD (DATE, date, "date", NULL)                                                                 \
  FIELD (CODE, state, "state", &tj_report_states)                                                  \
  FIELD (TEXT, note, "note", NULL)

struct _TjSchoolReportStep
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjSchoolReportStep, tj_school_report_step, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_school_report_step_class_init (TjSchoolReportStepClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_school_report_step_init (TjSchoolReportStep *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_school_report_step_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjSchoolReportStep *
tj_school_report_step_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_SCHOOL_REPORT_STEP, "youth-id", youth_id, NULL);
}
