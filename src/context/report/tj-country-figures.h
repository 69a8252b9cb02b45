#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

GPtrArray *tj_country_figures_parse (const char *json, gssize length, GError **error);
GPtrArray *tj_country_figures_load (TjContext *context, GError **error);

G_END_DECLS
