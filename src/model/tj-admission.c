/* How the yearly admission to upper-secondary school ended for one person. */

#include "config.h"

#include "tj-admission.h"

#include "tj-entity-private.h"

#define Self TjAdmission
#define PREFIX tj_admission
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (NUMBER, year, "year", NULL)                                                               \
  FIELD (CODE, state, "state", &tj_admission_states)                                               \
  FIELD (TEXT, school, "school", NULL)                                                             \
  FIELD (TEXT, programme, "programme", NULL)

struct _TjAdmission
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjAdmission, tj_admission, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_admission_class_init (TjAdmissionClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_admission_init (TjAdmission *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_admission_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjAdmission *
tj_admission_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_ADMISSION, "personal-number", personal_number, NULL);
}
