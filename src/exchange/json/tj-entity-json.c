/* Any entity as JSON, by its table of fields: the property's name with underscores is the key. */

#include "config.h"

#include "tj-entity-json.h"

static void
add_text (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_code (JsonBuilder *builder, const char *key, const TjCodeList *codes, int code)
{
  g_autofree char *label_key = g_strconcat (key, "_label", NULL);

  add_text (builder, key, tj_code_word (codes, code));
  add_text (builder, label_key, tj_code_label (codes, code));
}

static void
add_date (JsonBuilder *builder, const char *key, TjDate date)
{
  char iso[TJ_DATE_BUFFER];

  add_text (builder, key, date != TJ_DATE_NONE ? tj_date_write (date, iso) : NULL);
}

static void
add_field (JsonBuilder *builder, gpointer entity, const TjField *field)
{
  g_autofree char *key = g_strdelimit (g_strdup (field->name), "-", '_');
  gint64 number;

  if (field->kind == TJ_FIELD_TEXT)
    {
      add_text (builder, key, tj_entity_get_text (entity, field));
      return;
    }
  number = tj_entity_get_number (entity, field);
  if (field->kind == TJ_FIELD_DATE)
    add_date (builder, key, (TjDate)number);
  else if (field->kind == TJ_FIELD_NUMBER)
    {
      json_builder_set_member_name (builder, key);
      json_builder_add_int_value (builder, number);
    }
  else
    add_code (builder, key, field->codes, (int)number);
}

/**
 * tj_entity_json_add:
 * @builder: a builder within an object
 * @entity: a #TjEntity
 *
 * Adds a member for each field: text as it is, dates as ISO or null, codes as their English word
 * or null with the label beside them under `…_label`. What only the register's rows need is left
 * out: ids of other rows, and the name's sort key.
 */
void
tj_entity_json_add (JsonBuilder *builder, gpointer entity)
{
  TjEntityClass *klass;

  g_return_if_fail (JSON_IS_BUILDER (builder) && TJ_IS_ENTITY (entity));

  klass = TJ_ENTITY_GET_CLASS (entity);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!g_str_has_suffix (klass->fields[i].name, "-id")
        && !g_str_equal (klass->fields[i].name, "sort-key"))
      add_field (builder, entity, &klass->fields[i]);
}
