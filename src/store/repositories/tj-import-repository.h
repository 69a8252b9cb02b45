#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* A run of an import, in the same change as the rows it brought. Of a row only its number, its
 * result ("new", "changed", "rejected" …) and the youth are kept, never its cells. */
typedef struct
{
  gint64 id;
  TjDate date;
  const char *source;
  guint rows, added, changed, unchanged, gone, rejected;
} TjImportRun;

gboolean tj_imports_insert (TjChange *change, TjImportRun *run, GError **error);
gboolean tj_imports_update (TjChange *change, const TjImportRun *run, GError **error);
gboolean tj_imports_add_row (TjChange *change,
                             gint64 run_id,
                             guint row,
                             const char *result,
                             gint64 youth_id,
                             GError **error);

typedef gboolean (*TjImportFunc) (const TjImportRun *run, gpointer user_data);
gboolean tj_imports_foreach (TjStore *store, TjImportFunc func, gpointer user_data, GError **error);

typedef gboolean (*TjImportRowFunc) (guint row,
                                     const char *result,
                                     gint64 youth_id,
                                     gpointer user_data);
gboolean tj_imports_foreach_row (TjStore *store,
                                 gint64 run_id,
                                 TjImportRowFunc func,
                                 gpointer user_data,
                                 GError **error);

G_END_DECLS
