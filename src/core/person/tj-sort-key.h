#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_sort_key_for_name (const char *family_name, const char *given_name);

G_END_DECLS
