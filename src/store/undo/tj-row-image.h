#pragma once

#include "tj-statement.h"

G_BEGIN_DECLS

GBytes *tj_row_image_take (TjStatement *row);
gboolean tj_row_image_bind (const guint8 *image, gsize n, TjStatement *statement, GError **error);
gboolean tj_row_image_bind_from (const guint8 *image,
                                 gsize n,
                                 TjStatement *statement,
                                 int first,
                                 int *next,
                                 GError **error);
gboolean tj_row_image_run (const GByteArray *image,
                           TjConnection *connection,
                           const char *sql,
                           GError **error);

/* A row that is made up rather than read: begin, then one value after the other. */
void tj_row_image_begin (GByteArray *image);
void tj_row_image_add_null (GByteArray *image);
void tj_row_image_add_number (GByteArray *image, gint64 value);
void tj_row_image_add_reference (GByteArray *image, gint64 id);
void tj_row_image_add_text (GByteArray *image, const char *text);
void tj_row_image_add_date (GByteArray *image, TjDate date);
void tj_row_image_add_bytes (GByteArray *image, gconstpointer bytes, gsize n);

G_END_DECLS
