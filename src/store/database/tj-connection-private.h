#pragma once

#include <sqlite3.h>

#include "tj-connection.h"
#include "tj-statement.h"
#include "tj-writer.h"

G_BEGIN_DECLS

struct _TjConnection
{
  sqlite3 *db;
  GHashTable *statements; /* SQL → TjStatement */
  GHashTable *by_address; /* where the SQL was last seen → TjStatement: a hint */
  TjWriter *writer;       /* who else uses the connection, on `writer_thread` */
  GThread *writer_thread;
};

struct _TjStatement
{
  TjConnection *connection;
  sqlite3_stmt *stmt;
  gboolean is_cached;
  gboolean is_busy;
};

void tj_connection_set_writer (TjConnection *self, TjWriter *writer, GThread *thread);
gboolean tj_connection_settle (TjConnection *self, GError **error);
gboolean tj_connection_take_error (TjConnection *self, int code, GError **error);

G_END_DECLS
