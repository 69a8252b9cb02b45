#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_register_place_dup (void);
char *tj_register_place_dup_within (const char *folder, GError **error);
gboolean tj_register_place_keep (const char *register_dir, GError **error);

G_END_DECLS
