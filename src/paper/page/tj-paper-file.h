#pragma once

#include "tj-paper-error.h"

G_BEGIN_DECLS

gboolean tj_paper_save (GBytes *pdf, const char *path, GError **error);

G_END_DECLS
