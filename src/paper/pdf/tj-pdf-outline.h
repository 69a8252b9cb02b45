#pragma once

#include "tj-pdf-file.h"

G_BEGIN_DECLS

#define TJ_OUTLINE_LEVELS 3

/* The bookmarks of a document, in at most three levels. */
typedef struct _TjPdfOutline TjPdfOutline;

TjPdfOutline *tj_pdf_outline_new (TjPdfFile *file);
void tj_pdf_outline_free (TjPdfOutline *self);

void tj_pdf_outline_add (TjPdfOutline *self,
                         const char *title,
                         guint level,
                         guint page_object,
                         double top);
guint tj_pdf_outline_finish (TjPdfOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjPdfOutline, tj_pdf_outline_free)

G_END_DECLS
