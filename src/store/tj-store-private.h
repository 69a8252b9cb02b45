#pragma once

#include "tj-connection.h"
#include "tj-lock.h"
#include "tj-store.h"

G_BEGIN_DECLS

struct _TjStore
{
  GObject parent_instance;

  char *path;
  guint8 *keys; /* locked: the store's key, then the audit's; NULL once closed */
  TjLock *lock;
  TjConnection *connection;
  const TjRoutine *routine; /* borrowed */
  TjChange *change;         /* the one that is open, if any */
};

/* Beginning and ending a transaction that is not a change to anybody's data. */
gboolean tj_store_begin (TjStore *self, GError **error);
gboolean tj_store_finish (TjStore *self, gboolean keep, GError **error);
gboolean tj_store_check_open (TjStore *self, GError **error);
void tj_store_emit_changed (TjStore *self, gint64 youth_id);
char *tj_store_get_instant (void);

G_END_DECLS
