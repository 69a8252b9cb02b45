#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* What the lists that came in have left to do. */
typedef struct
{
  TjDate last_ist_on; /* TJ_DATE_NONE before the first */
  guint new_youths;   /* by the latest list of IST */
  guint gone_youths;
  guint open_proposals;
} TjIntake;

gboolean tj_intake_service_load (TjContext *context, TjIntake *intake, GError **error);

G_END_DECLS
