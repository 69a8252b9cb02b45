#pragma once

#include "tj-price-line.h"
#include "tj-store.h"

G_BEGIN_DECLS

gint64 tj_prices_insert (TjChange *change, TjPriceLine *price, GError **error);
gboolean tj_prices_update (TjChange *change, TjPriceLine *price, GError **error);
gboolean tj_prices_delete (TjChange *change, gint64 id, GError **error);
GPtrArray *tj_prices_list (TjStore *store, GError **error);

G_END_DECLS
