#pragma once

#include "tj-connection.h"
#include "tj-date.h"

G_BEGIN_DECLS

/* A prepared statement of a connection's cache. Freeing it gives it back. Parameters count from 1
 * and columns from 0, as in SQLite. Bound text and bytes are borrowed until the statement is
 * freed; read ones until the next step. */
typedef struct _TjStatement TjStatement;

typedef enum
{
  TJ_STATEMENT_FAILED,
  TJ_STATEMENT_ROW,
  TJ_STATEMENT_END,
} TjStatementStep;

TjStatement *tj_statement_new (TjConnection *connection, const char *sql, GError **error);
void tj_statement_free (TjStatement *self);

void tj_statement_bind_number (TjStatement *self, int parameter, gint64 value);
void tj_statement_bind_reference (TjStatement *self, int parameter, gint64 id);
void tj_statement_bind_text (TjStatement *self, int parameter, const char *text);
void tj_statement_bind_date (TjStatement *self, int parameter, TjDate date);
void tj_statement_bind_bytes (TjStatement *self, int parameter, gconstpointer bytes, gsize n);

TjStatementStep tj_statement_step (TjStatement *self, GError **error);
gboolean tj_statement_run (TjStatement *self, GError **error);
void tj_statement_reset (TjStatement *self);

gint64 tj_statement_get_number (TjStatement *self, int column);
const char *tj_statement_get_text (TjStatement *self, int column);
TjDate tj_statement_get_date (TjStatement *self, int column);
const guint8 *tj_statement_get_bytes (TjStatement *self, int column, gsize *n);
gboolean tj_statement_is_null (TjStatement *self, int column);

int tj_statement_count_parameters (TjStatement *self);
int tj_statement_count_columns (TjStatement *self);
const char *tj_statement_get_column_name (TjStatement *self, int column);
int tj_statement_find_column (TjStatement *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjStatement, tj_statement_free)

G_END_DECLS
