#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_programme_read (const char *text);

G_END_DECLS
