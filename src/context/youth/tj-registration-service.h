#pragma once

#include "tj-context.h"
#include "tj-registration.h"

G_BEGIN_DECLS

/* A youth with an open registration who turns 20, or has turned. */
typedef struct
{
  gint64 youth_id;
  char *personal_number;
  char *name; /* "Skyddad person" for a protected one */
  gboolean is_protected;
  TjDate turns_twenty;
  gboolean has_turned; /* on the context's day */
} TjTurningTwenty;

void tj_turning_twenty_free (TjTurningTwenty *twenty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTurningTwenty, tj_turning_twenty_free)

TjRegistration *
tj_registration_service_load_open (TjContext *context, gint64 youth_id, GError **error);
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
GPtrArray *tj_registration_service_list_twenty (TjContext *context, guint days, GError **error);
gboolean tj_registration_service_preview_twenty (TjContext *context,
                                                 gint64 youth_id,
                                                 TjDate *date,
                                                 GError **error);
gboolean tj_registration_service_deregister_twenty (TjContext *context,
                                                    const gint64 *youth_ids,
                                                    gsize n_youths,
                                                    GError **error);

G_END_DECLS
