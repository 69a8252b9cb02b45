#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* An activity that the municipality offers. A retired one is kept for what refers to it, and no
 * longer offered. */
typedef struct
{
  gint64 id;
  char *name;
  gint64 position;
  gboolean is_retired;
} TjCatalogueItem;

void tj_catalogue_item_free (TjCatalogueItem *item);

gboolean tj_catalogue_insert (TjChange *change, TjCatalogueItem *item, GError **error);
gboolean tj_catalogue_update (TjChange *change, const TjCatalogueItem *item, GError **error);
GPtrArray *tj_catalogue_list (TjStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjCatalogueItem, tj_catalogue_item_free)

G_END_DECLS
