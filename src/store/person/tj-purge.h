#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

/* How many rows of a table. */
typedef struct
{
  char *table;
  guint rows;
} TjPurgeCount;

/* That a purge was done, without names. */
typedef struct
{
  gint64 id;
  TjDate date;
  char *actor;
  guint year;
  guint youths;
  guint rows;     /* of all tables */
  GArray *counts; /* TjPurgeCount, the tables that lost any */
} TjPurgeProtocol;

void tj_purge_protocol_free (TjPurgeProtocol *protocol);

GArray *tj_purge_find (TjStore *store, guint year, GError **error);
TjPurgeProtocol *tj_purge_run (TjStore *store,
                               guint year,
                               TjDate today,
                               const gint64 *youth_ids,
                               gsize n_youths,
                               GError **error);
TjPurgeProtocol *tj_purge_preview (TjStore *store,
                                   guint year,
                                   const gint64 *youth_ids,
                                   gsize n_youths,
                                   GError **error);
GPtrArray *tj_purge_list_protocols (TjStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjPurgeProtocol, tj_purge_protocol_free)

G_END_DECLS
