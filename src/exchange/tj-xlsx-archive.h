#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts of a workbook file, which is a ZIP archive. */
typedef struct _TjXlsxArchive TjXlsxArchive;

/* Takes a piece of a part. Return FALSE to stop, with @error set. */
typedef gboolean (*TjXlsxPieceFunc) (gpointer data, const char *piece, gsize size, GError **error);

gboolean tj_xlsx_is_archive (const guint8 *data, gsize size);
gboolean tj_xlsx_refuse_damaged (GError **error);

TjXlsxArchive *tj_xlsx_archive_new (GBytes *bytes, GError **error);
void tj_xlsx_archive_free (TjXlsxArchive *self);
gboolean tj_xlsx_archive_has (TjXlsxArchive *self, const char *name);
gboolean tj_xlsx_archive_read (TjXlsxArchive *self,
                               const char *name,
                               TjXlsxPieceFunc func,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxArchive, tj_xlsx_archive_free)

G_END_DECLS
