#pragma once

#include "tj-context.h"
#include "tj-price-line.h"

G_BEGIN_DECLS

gboolean tj_price_service_fill (TjContext *context, TjChange *change, GError **error);
gboolean tj_price_service_fill_once (TjContext *context, GError **error);
GPtrArray *tj_price_service_list (TjContext *context, GError **error);
gboolean tj_price_service_check (TjContext *context, TjPriceLine *price, GError **error);
gboolean tj_price_service_save (TjContext *context, TjPriceLine *price, GError **error);
gboolean tj_price_service_remove (TjContext *context, gint64 id, GError **error);

G_END_DECLS
