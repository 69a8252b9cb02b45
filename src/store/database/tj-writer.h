#pragma once

#include "tj-connection.h"

G_BEGIN_DECLS

/* Writes the rows of a large change on a thread of its own. */
typedef struct _TjWriter TjWriter;

/* Makes the image of a row of `data`, which has no alignment, on the writer's thread. */
typedef void (*TjWriterMake) (gconstpointer data, GByteArray *row);

TjWriter *tj_writer_new (TjConnection *connection);
void tj_writer_free (TjWriter *self);
void
tj_writer_insert (TjWriter *self, const char *sql, gboolean has_references, const GByteArray *row);
void tj_writer_insert_made (TjWriter *self,
                            const char *sql,
                            TjWriterMake make,
                            gconstpointer data,
                            gsize n);
void tj_writer_settle (TjWriter *self);
gboolean tj_writer_check (TjWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjWriter, tj_writer_free)

G_END_DECLS
