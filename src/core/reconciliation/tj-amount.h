#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_amount_format (gint64 ore);

G_END_DECLS
