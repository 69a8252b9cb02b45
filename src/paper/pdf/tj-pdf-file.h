#pragma once

#include "tj-paper-error.h"

G_BEGIN_DECLS

/* A PDF file being written in memory, object by object. */
typedef struct _TjPdfFile TjPdfFile;

TjPdfFile *tj_pdf_file_new (void);
void tj_pdf_file_free (TjPdfFile *self);

guint tj_pdf_file_reserve (TjPdfFile *self);
void tj_pdf_file_put (TjPdfFile *self, guint object, const GString *value);
void tj_pdf_file_put_plain (TjPdfFile *self, guint object, const GString *value);
void tj_pdf_file_put_stream (TjPdfFile *self,
                             guint object,
                             const char *entries,
                             const void *data,
                             gsize size);
void tj_pdf_file_put_plain_stream (TjPdfFile *self,
                                   guint object,
                                   const char *entries,
                                   const void *data,
                                   gsize size);
GBytes *tj_pdf_file_finish (TjPdfFile *self, guint catalog, guint info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjPdfFile, tj_pdf_file_free)

G_END_DECLS
