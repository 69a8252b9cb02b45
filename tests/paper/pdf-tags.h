#pragma once

#include "pdf-objects.h"

G_BEGIN_DECLS

char *pdf_tags_get_content (PdfObjects *objects, JsonObject *page);
void pdf_tags_assert_page_is_marked (PdfObjects *objects, JsonObject *page);
void pdf_tags_assert_page_leads_to_elements (PdfObjects *objects, JsonNode *reference);
char *pdf_tags_read_order (PdfObjects *objects);
guint pdf_tags_count (const char *text, const char *part);

G_END_DECLS
