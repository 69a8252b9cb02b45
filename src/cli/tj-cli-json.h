#pragma once

#include <json-glib/json-glib.h>

#include "tj-codes.h"
#include "tj-date.h"

G_BEGIN_DECLS

void tj_json_add_string (JsonBuilder *builder, const char *key, const char *value);
void tj_json_add_int (JsonBuilder *builder, const char *key, gint64 value);
void tj_json_add_boolean (JsonBuilder *builder, const char *key, gboolean value);
void tj_json_add_date (JsonBuilder *builder, const char *key, TjDate date);
void tj_json_add_code (JsonBuilder *builder, const char *key, const TjCodeList *list, int value);
void tj_json_begin_list (JsonBuilder *builder, const char *key);

G_END_DECLS
