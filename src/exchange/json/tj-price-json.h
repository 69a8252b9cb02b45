#pragma once

#include "tj-price-line.h"

G_BEGIN_DECLS

GPtrArray *tj_price_json_read (GBytes *json, GError **error);

G_END_DECLS
