#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts of a workbook file, which is a ZIP archive. */
typedef struct _TjXlsxArchive TjXlsxArchive;

/* A part while it is inflated. */
typedef struct _TjXlsxPart TjXlsxPart;

gboolean tj_xlsx_is_archive (const guint8 *data, gsize size);
gboolean tj_xlsx_refuse_damaged (GError **error);

TjXlsxArchive *tj_xlsx_archive_new (GBytes *bytes, GError **error);
void tj_xlsx_archive_free (TjXlsxArchive *self);
gboolean tj_xlsx_archive_has (TjXlsxArchive *self, const char *name);
TjXlsxPart *tj_xlsx_part_open (TjXlsxArchive *archive,
                               const char *name,
                               GCancellable *cancellable,
                               GError **error);
void tj_xlsx_part_free (TjXlsxPart *self);
gssize tj_xlsx_part_read (TjXlsxPart *self, char *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxArchive, tj_xlsx_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxPart, tj_xlsx_part_free)

G_END_DECLS
