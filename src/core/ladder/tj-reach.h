#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tj_phone_is_plausible (const char *phone);
gboolean tj_email_is_plausible (const char *email);

G_END_DECLS
