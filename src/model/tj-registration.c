/* A period in the register (förordning 2006:39 § 4: past and present occupation; blocks 1 and 5
 * of the documentation). */

#include "config.h"

#include "tj-registration.h"

#include "tj-entity-private.h"

#define Self TjRegistration
#define PREFIX tj_registration
#define FIELDS(FIELD)                                                                              \
  FIELD (NUMBER, youth_id, "youth-id", NULL)                                                       \
  FIELD (DATE, registered_on, "registered-on", NULL)                                               \
  FIELD (CODE, background, "background", &tj_backgrounds)                                          \
  FIELD (TEXT, latest_education, "latest-education", NULL)                                         \
  FIELD (DATE, deregistered_on, "deregistered-on", NULL)                                           \
  FIELD (OPTIONAL_CODE, reason, "reason", &tj_deregistrations)

struct _TjRegistration
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjRegistration, tj_registration, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_registration_class_init (TjRegistrationClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_registration_init (TjRegistration *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_registration_new:
 * @youth_id: whose it is
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjRegistration *
tj_registration_new (gint64 youth_id)
{
  return g_object_new (TJ_TYPE_REGISTRATION, "youth-id", youth_id, NULL);
}

/**
 * tj_registration_is_open:
 *
 * Returns: whether the youth has not been deregistered from this period
 */
gboolean
tj_registration_is_open (TjRegistration *self)
{
  return tj_registration_get_deregistered_on (self) == TJ_DATE_NONE;
}
