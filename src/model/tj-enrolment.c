/* A pupil's time at a school and on a programme, as the schools report it. */

#include "config.h"

#include "tj-enrolment.h"

#include "tj-entity-private.h"

#define Self TjEnrolment
#define PREFIX tj_enrolment
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (TEXT, given_name, "given-name", NULL)                                                     \
  FIELD (TEXT, family_name, "family-name", NULL)                                                   \
  FIELD (TEXT, school, "school", NULL)                                                             \
  FIELD (TEXT, organiser, "organiser", NULL)                                                       \
  FIELD (CODE, organiser_kind, "organiser-kind", &tj_organiser_kinds)                              \
  FIELD (CODE, in_area, "in-area", &tj_answers)                                                    \
  FIELD (TEXT, programme, "programme", NULL)                                                       \
  FIELD (TEXT, orientation, "orientation", NULL)                                                   \
  FIELD (NUMBER, year, "year", NULL)                                                               \
  FIELD (DATE, starts_on, "starts-on", NULL)                                                       \
  FIELD (DATE, ends_on, "ends-on", NULL)                                                           \
  FIELD (OPTIONAL_CODE, end_reason, "end-reason", &tj_enrolment_ends)                              \
  FIELD (CODE, reduced, "reduced", &tj_answers)                                                    \
  FIELD (CODE, prolonged, "prolonged", &tj_answers)                                                \
  FIELD (CODE, agreement, "agreement", &tj_answers)                                                \
  FIELD (CODE, protection, "protection", &tj_protections)

struct _TjEnrolment
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjEnrolment, tj_enrolment, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_enrolment_class_init (TjEnrolmentClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_enrolment_init (TjEnrolment *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_enrolment_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjEnrolment *
tj_enrolment_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_ENROLMENT, "personal-number", personal_number, NULL);
}
