#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_note_check_find (const char *note);

G_END_DECLS
