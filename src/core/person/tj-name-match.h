#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tj_name_is_similar (const char *family_a,
                             const char *given_a,
                             const char *family_b,
                             const char *given_b);

G_END_DECLS
