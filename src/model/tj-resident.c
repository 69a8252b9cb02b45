/* Somebody of the ages that the responsibility concerns, as the population register last said. Most are
 * at school and never become youths of the register; they are kept to know whom nobody sees. */

#include "config.h"

#include "tj-resident.h"

#include "tj-entity-private.h"

#define Self TjResident
#define PREFIX tj_resident
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (TEXT, given_name, "given-name", NULL)                                                     \
  FIELD (TEXT, family_name, "family-name", NULL)                                                   \
  FIELD (TEXT, care_of, "care-of", NULL)                                                           \
  FIELD (TEXT, street, "street", NULL)                                                             \
  FIELD (TEXT, extra, "extra", NULL)                                                               \
  FIELD (TEXT, postal_code, "postal-code", NULL)                                                   \
  FIELD (TEXT, locality, "locality", NULL)                                                         \
  FIELD (TEXT, municipality, "municipality", NULL)                                                 \
  FIELD (DATE, moved_in, "moved-in", NULL)                                                         \
  FIELD (DATE, moved_out, "moved-out", NULL)                                                       \
  FIELD (CODE, protection, "protection", &tj_protections)

struct _TjResident
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjResident, tj_resident, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_resident_class_init (TjResidentClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_resident_init (TjResident *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_resident_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjResident *
tj_resident_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_RESIDENT, "personal-number", personal_number, NULL);
}
