#pragma once

#include <hb.h>

#include "tj-pdf-file.h"

G_BEGIN_DECLS

/* One font of a document: the glyphs used of it, and what text each of them stands for. */
typedef struct _TjPdfFont TjPdfFont;

TjPdfFont *tj_pdf_font_new (hb_face_t *face, guint index, guint object);
void tj_pdf_font_free (TjPdfFont *self);

guint tj_pdf_font_get_index (const TjPdfFont *self);
guint tj_pdf_font_get_object (const TjPdfFont *self);
gboolean tj_pdf_font_use (TjPdfFont *self, guint glyph, const char *text, gssize length);
double tj_pdf_font_get_advance (TjPdfFont *self, guint glyph);
guint tj_pdf_font_get_glyph (const TjPdfFont *self, gunichar c);
gboolean tj_pdf_font_write (TjPdfFont *self, TjPdfFile *file, GError **error);

G_END_DECLS
