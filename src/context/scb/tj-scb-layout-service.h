#pragma once

#include "tj-context.h"
#include "tj-scb-layout.h"

G_BEGIN_DECLS

TjScbLayout *tj_scb_layout_service_load (TjContext *context, TjHalfYear half, GError **error);
GPtrArray *tj_scb_layout_service_list (TjContext *context, GError **error);
gboolean tj_scb_layout_service_save (TjContext *context, const TjScbLayout *layout, GError **error);
gboolean tj_scb_layout_service_set_code (TjContext *context,
                                         TjHalfYear half,
                                         const char *list,
                                         const char *word,
                                         const char *code,
                                         GError **error);

G_END_DECLS
