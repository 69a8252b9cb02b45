/* A course in adult education, as its monthly report last said. */

#include "config.h"

#include "tj-adult-study.h"

#include "tj-entity-private.h"

#define Self TjAdultStudy
#define PREFIX tj_adult_study
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (TEXT, given_name, "given-name", NULL)                                                     \
  FIELD (TEXT, family_name, "family-name", NULL)                                                   \
  FIELD (TEXT, course, "course", NULL)                                                             \
  FIELD (CODE, level, "level", &tj_study_levels)                                                   \
  FIELD (DATE, starts_on, "starts-on", NULL)                                                       \
  FIELD (DATE, ends_on, "ends-on", NULL)                                                           \
  FIELD (CODE, state, "state", &tj_study_states)                                                   \
  FIELD (CODE, protection, "protection", &tj_protections)

struct _TjAdultStudy
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjAdultStudy, tj_adult_study, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_adult_study_class_init (TjAdultStudyClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_adult_study_init (TjAdultStudy *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_adult_study_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjAdultStudy *
tj_adult_study_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_ADULT_STUDY, "personal-number", personal_number, NULL);
}
