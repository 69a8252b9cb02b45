#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The objects of a PDF as another program, qpdf, reads them. */
typedef struct
{
  JsonParser *parser;
  JsonObject *objects;
} PdfObjects;

PdfObjects *pdf_objects_load (GBytes *pdf);
void pdf_objects_free (PdfObjects *self);

JsonObject *pdf_objects_get_trailer (PdfObjects *self);
JsonObject *pdf_objects_get_catalog (PdfObjects *self);
JsonNode *pdf_objects_resolve (PdfObjects *self, JsonNode *node);
JsonObject *pdf_objects_get_dict (PdfObjects *self, JsonObject *dict, const char *key);
JsonArray *pdf_objects_get_array (PdfObjects *self, JsonObject *dict, const char *key);
const char *pdf_objects_get_text (PdfObjects *self, JsonObject *dict, const char *key);
GBytes *pdf_objects_get_stream (PdfObjects *self, JsonNode *reference);
GPtrArray *pdf_objects_list_pages (PdfObjects *self);
GPtrArray *pdf_objects_list_of_type (PdfObjects *self, const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfObjects, pdf_objects_free)

G_END_DECLS
