#pragma once

#include <json-glib/json-glib.h>

#include "tj-mapping.h"

G_BEGIN_DECLS

/* A saved mapping: {"name", "headings": […], "columns": {field: place among the headings}}. */

JsonObject *tj_mapping_save (const TjMapping *self, const char *name);
const char *tj_saved_mapping_get_name (JsonObject *saved);
int tj_saved_mapping_find_header (JsonObject *saved, const TjImportTable *table);
gboolean tj_mapping_restore (TjMapping *self, JsonObject *saved, GError **error);

G_END_DECLS
