#pragma once

#include "tj-connection.h"

G_BEGIN_DECLS

/* Writes the rows of a large change on a thread of its own. */
typedef struct _TjWriter TjWriter;

TjWriter *tj_writer_new (TjConnection *connection);
void tj_writer_free (TjWriter *self);
void tj_writer_insert (TjWriter *self, const char *sql, const GByteArray *row);
void tj_writer_settle (TjWriter *self);
gboolean tj_writer_check (TjWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjWriter, tj_writer_free)

G_END_DECLS
