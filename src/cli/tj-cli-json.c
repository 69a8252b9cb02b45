/* The few forms in which a value of the register becomes JSON: dates as ISO or null, codes as
 * their English word with the label beside it. */

#include "config.h"

#include "tj-cli-json.h"

/**
 * tj_json_add_string: adds `value`, or null for NULL.
 */
void
tj_json_add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

/**
 * tj_json_add_int: adds a whole number.
 */
void
tj_json_add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

/**
 * tj_json_add_boolean: adds true or false.
 */
void
tj_json_add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

/**
 * tj_json_add_date: adds an ISO date, or null for TJ_DATE_NONE.
 */
void
tj_json_add_date (JsonBuilder *builder, const char *key, TjDate date)
{
  char iso[TJ_DATE_BUFFER];

  tj_json_add_string (builder, key, date != TJ_DATE_NONE ? tj_date_write (date, iso) : NULL);
}

/**
 * tj_json_add_code: adds a code's word under `key` and its translated label under `key`_label.
 */
void
tj_json_add_code (JsonBuilder *builder, const char *key, const TjCodeList *list, int value)
{
  g_autofree char *label_key = g_strconcat (key, "_label", NULL);

  tj_json_add_string (builder, key, tj_code_word (list, value));
  tj_json_add_string (builder, label_key, tj_code_label (list, value));
}

/**
 * tj_json_begin_list: opens an array under `key`; the caller ends it.
 */
void
tj_json_begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}
