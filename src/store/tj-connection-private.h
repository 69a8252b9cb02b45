#pragma once

#include <sqlite3.h>

#include "tj-connection.h"
#include "tj-statement.h"

G_BEGIN_DECLS

struct _TjConnection
{
  sqlite3 *db;
  GHashTable *statements; /* SQL → TjStatement */
  GHashTable *by_address; /* where the SQL was last seen → TjStatement: a hint */
};

#define TJ_STATEMENT_DATES 16

struct _TjStatement
{
  TjConnection *connection;
  sqlite3_stmt *stmt;
  gboolean is_cached;
  gboolean is_busy;
  char dates[TJ_STATEMENT_DATES][TJ_DATE_BUFFER]; /* what bound dates point at, by parameter */
};

gboolean tj_connection_take_error (TjConnection *self, int code, GError **error);

G_END_DECLS
