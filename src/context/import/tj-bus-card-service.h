#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* Somebody who studies at upper-secondary level in adult education. */
typedef struct
{
  char *personal_number;
  char *name;
  char *courses; /* joined by ", " */
  TjDate starts_on;
  TjDate ends_on; /* TJ_DATE_NONE when the report does not say */
} TjBusCard;

void tj_bus_card_free (TjBusCard *card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjBusCard, tj_bus_card_free)

GPtrArray *tj_bus_card_service_list (TjContext *context, guint *n_protected, GError **error);
gboolean tj_bus_card_service_save (TjContext *context,
                                   const char *path,
                                   guint *n_cards,
                                   guint *n_protected,
                                   GError **error);

G_END_DECLS
