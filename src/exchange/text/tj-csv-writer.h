#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table on its way into a file. */
typedef struct _TjCsvWriter TjCsvWriter;

TjCsvWriter *tj_csv_writer_new (void);
void tj_csv_writer_add (TjCsvWriter *self, const char *text, gssize length);
void tj_csv_writer_end_row (TjCsvWriter *self);
GBytes *tj_csv_writer_free_to_bytes (TjCsvWriter *self);

G_END_DECLS
