#pragma once

#include <sqlite3.h>

#include "tj-connection.h"
#include "tj-statement.h"

G_BEGIN_DECLS

struct _TjConnection
{
  sqlite3 *db;
  GHashTable *statements; /* SQL → TjStatement */
};

struct _TjStatement
{
  TjConnection *connection;
  sqlite3_stmt *stmt;
  gboolean is_cached;
  gboolean is_busy;
};

gboolean tj_connection_take_error (TjConnection *self, int code, GError **error);

G_END_DECLS
