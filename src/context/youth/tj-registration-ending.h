#pragma once

#include "tj-context.h"
#include "tj-registration.h"
#include "tj-youth.h"

G_BEGIN_DECLS

/* A deregistration being checked or made, with what it has to look at. The caller fills in date and
 * reason. */
typedef struct
{
  TjContext *context;
  TjStore *store;
  gint64 youth_id;
  TjDate date;
  TjDeregistration reason;
  TjYouth *youth;
  TjRegistration *registration;
  GPtrArray *measures;
  TjDate latest_event;
} TjRegistrationEnding;

gboolean tj_registration_ending_load (TjRegistrationEnding *ending,
                                      TjContext *context,
                                      gint64 youth_id,
                                      GError **error);
gboolean
tj_registration_ending_check (TjRegistrationEnding *ending, gboolean end_measures, GError **error);
gboolean
tj_registration_ending_write (TjRegistrationEnding *ending, TjChange *change, GError **error);
void tj_registration_ending_clear (TjRegistrationEnding *ending);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TjRegistrationEnding, tj_registration_ending_clear)

G_END_DECLS
