#pragma once

#include <poppler.h>

#include "pdf-objects.h"

G_BEGIN_DECLS

/* A finished sheet as two other programs read it. */
typedef struct
{
  PdfObjects *objects;
  PopplerDocument *document;
  GHashTable *fonts; /* by name: glyphs as text */
} SheetReader;

/* Poppler's own cleanup functions came after the version in Debian 12. */
typedef PopplerPage SheetPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetPage, g_object_unref)

SheetReader *sheet_reader_new (GBytes *pdf);
void sheet_reader_free (SheetReader *self);

guint sheet_reader_get_n_pages (SheetReader *self);
SheetPage *sheet_reader_get_page (SheetReader *self, guint page);
char *sheet_reader_get_page_text (SheetReader *self, guint page);
char *sheet_reader_get_text (SheetReader *self);
gboolean sheet_reader_mentions (SheetReader *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetReader, sheet_reader_free)

G_END_DECLS
