#pragma once

#include "tj-context.h"
#include "tj-registration.h"

G_BEGIN_DECLS

TjRegistration *tj_open_registration_load (TjContext *context, gint64 youth_id, GError **error);

G_END_DECLS
