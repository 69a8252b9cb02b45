#pragma once

#include "tj-pdf-file.h"

G_BEGIN_DECLS

/* The logical structure of a document: elements, and which content on which page is theirs. */
typedef struct _TjPdfStructure TjPdfStructure;

TjPdfStructure *tj_pdf_structure_new (TjPdfFile *file);
void tj_pdf_structure_free (TjPdfStructure *self);

guint tj_pdf_structure_get_root (const TjPdfStructure *self);
void tj_pdf_structure_open (TjPdfStructure *self, const char *type, const char *entries);
void tj_pdf_structure_close (TjPdfStructure *self);
guint tj_pdf_structure_begin_page (TjPdfStructure *self, guint page_object);
guint tj_pdf_structure_mark (TjPdfStructure *self);
guint tj_pdf_structure_mark_object (TjPdfStructure *self, guint object);
void tj_pdf_structure_end_page (TjPdfStructure *self);
void tj_pdf_structure_finish (TjPdfStructure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjPdfStructure, tj_pdf_structure_free)

G_END_DECLS
