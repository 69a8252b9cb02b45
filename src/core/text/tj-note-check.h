#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tj_note_check_next (const char *note, gsize *start, gsize *end);

G_END_DECLS
