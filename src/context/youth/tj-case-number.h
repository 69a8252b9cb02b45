#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tj_case_number_format (gint64 youth_id);

G_END_DECLS
