/* One line of an organiser's invoice: what is asked for one pupil and one month. */

#include "config.h"

#include "tj-invoice-line.h"

#include "tj-entity-private.h"

#define Self TjInvoiceLine
#define PREFIX tj_invoice_line
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, personal_number, "personal-number", NULL)                                           \
  FIELD (TEXT, given_name, "given-name", NULL)                                                     \
  FIELD (TEXT, family_name, "family-name", NULL)                                                   \
  FIELD (DATE, month, "month", NULL)                                                               \
  FIELD (TEXT, invoice_number, "invoice-number", NULL)                                             \
  FIELD (TEXT, organiser, "organiser", NULL)                                                       \
  FIELD (TEXT, school, "school", NULL)                                                             \
  FIELD (TEXT, programme, "programme", NULL)                                                       \
  FIELD (TEXT, orientation, "orientation", NULL)                                                   \
  FIELD (NUMBER, amount_ore, "amount-ore", NULL)

struct _TjInvoiceLine
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjInvoiceLine, tj_invoice_line, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_invoice_line_class_init (TjInvoiceLineClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_invoice_line_init (TjInvoiceLine *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_invoice_line_new:
 * @personal_number: twelve letters
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjInvoiceLine *
tj_invoice_line_new (const char *personal_number)
{
  return g_object_new (TJ_TYPE_INVOICE_LINE, "personal-number", personal_number, NULL);
}
