/* What somebody left school with: a degree that ends the responsibility, or something less. */

#include "config.h"

#include "tj-certificate.h"

#include "tj-entity-private.h"

#define Self TjCertificate
#define PREFIX tj_certificate
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (CODE, kind, "kind", &tj_certificate_kinds)                                                \
  FIELD (TEXT, school, "school", NULL)                                                             \
  FIELD (TEXT, programme, "programme", NULL)                                                       \
  FIELD (DATE, issued_on, "issued-on", NULL)

struct _TjCertificate
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjCertificate, tj_certificate, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_certificate_class_init (TjCertificateClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_certificate_init (TjCertificate *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_certificate_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjCertificate *
tj_certificate_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_CERTIFICATE, "personal-number", personal_number, NULL);
}
