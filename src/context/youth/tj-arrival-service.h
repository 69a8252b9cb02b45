#pragma once

#include "tj-context.h"
#include "tj-registration.h"
#include "tj-youth.h"

G_BEGIN_DECLS

TjYouth *tj_arrival_service_dup_listed (TjContext *context, const char *text);
gboolean tj_arrival_service_check (TjContext *context,
                                   TjYouth *youth,
                                   TjRegistration *registration,
                                   const char **field,
                                   GError **error);
gint64 tj_arrival_service_register (TjContext *context,
                                    TjYouth *youth,
                                    TjRegistration *registration,
                                    GError **error);

G_END_DECLS
