/* A line of a price list, as the municipality keeps it. */

#include "config.h"

#include "tj-price-line.h"

#include "tj-entity-private.h"

#define Self TjPriceLine
#define PREFIX tj_price_line
#define FIELDS(FIELD)                                                                              \
  FIELD (TEXT, programme, "programme", NULL)                                                       \
  FIELD (TEXT, orientation, "orientation", NULL)                                                   \
  FIELD (TEXT, organiser, "organiser", NULL)                                                       \
  FIELD (DATE, valid_from, "valid-from", NULL)                                                     \
  FIELD (DATE, valid_to, "valid-to", NULL)                                                         \
  FIELD (DATE, begun_from, "begun-from", NULL)                                                     \
  FIELD (DATE, begun_to, "begun-to", NULL)                                                         \
  FIELD (NUMBER, year_ore, "year-ore", NULL)                                                       \
  FIELD (TEXT, origin, "origin", NULL)

struct _TjPriceLine
{
  TjEntity parent_instance;
  FIELDS (TJ_FIELD_MEMBER)
};

G_DEFINE_TYPE (TjPriceLine, tj_price_line, TJ_TYPE_ENTITY)
TJ_DEFINE_FIELDS

static void
tj_price_line_class_init (TjPriceLineClass *klass)
{
  tj_entity_class_install_fields (TJ_ENTITY_CLASS (klass), fields, N_FIELDS);
}

static void
tj_price_line_init (TjPriceLine *self)
{
  tj_entity_init_fields (TJ_ENTITY (self));
}

/**
 * tj_price_line_new:
 *
 * Returns: (transfer full): one that is not yet in the register
 */
TjPriceLine *
tj_price_line_new (void)
{
  return g_object_new (TJ_TYPE_PRICE_LINE, NULL);
}
