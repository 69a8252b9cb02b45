#pragma once

#include "tj-context.h"
#include "tj-personal-number.h"
#include "tj-youth.h"

G_BEGIN_DECLS

gboolean tj_youth_service_check_number (TjContext *context,
                                        gint64 youth_id,
                                        const char *text,
                                        TjPersonalNumber *number,
                                        GError **error);
gboolean tj_youth_service_check (TjContext *context, TjYouth *youth, GError **error);
gboolean tj_youth_service_change (TjContext *context, TjYouth *youth, GError **error);
gboolean
tj_youth_service_unlock (TjContext *context, gint64 youth_id, const char *reason, GError **error);

G_END_DECLS
