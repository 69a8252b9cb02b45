#pragma once

#include "tj-import-job.h"

G_BEGIN_DECLS

gboolean tj_import_follow_up_add (TjImportJob *job,
                                  gint64 youth_id,
                                  TjDate due,
                                  const char *reason,
                                  gboolean *is_new,
                                  GError **error);

G_END_DECLS
