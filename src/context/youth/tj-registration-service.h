#pragma once

#include "tj-context.h"
#include "tj-registration.h"
#include "tj-youth.h"

G_BEGIN_DECLS

gboolean
tj_registration_service_check_day (TjContext *context, TjYouth *youth, TjDate date, GError **error);
gboolean
tj_registration_service_check (TjContext *context, TjRegistration *registration, GError **error);
gboolean
tj_registration_service_register (TjContext *context, TjRegistration *registration, GError **error);
gboolean tj_registration_service_check_change (TjContext *context,
                                               TjRegistration *registration,
                                               GError **error);
gboolean
tj_registration_service_change (TjContext *context, TjRegistration *registration, GError **error);
gboolean tj_registration_service_check_deregister (TjContext *context,
                                                   gint64 youth_id,
                                                   TjDate date,
                                                   TjDeregistration reason,
                                                   gboolean end_measures,
                                                   GError **error);
gboolean tj_registration_service_deregister (TjContext *context,
                                             gint64 youth_id,
                                             TjDate date,
                                             TjDeregistration reason,
                                             gboolean end_measures,
                                             GError **error);

G_END_DECLS
