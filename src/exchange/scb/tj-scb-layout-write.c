/* Layouts back into JSON, when a code was filled in or a template read: what tj_scb_layout_read()
 * takes, and a person can edit. */

#include "config.h"

#include "tj-scb-layout-private.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *key, gint64 number)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, number);
}

static void
add_flag (JsonBuilder *builder, const char *key, gboolean flag)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_text_part (JsonBuilder *builder, const TjScbLayout *layout)
{
  const char delimiter[] = { layout->delimiter, '\0' };

  json_builder_set_member_name (builder, "text");
  json_builder_begin_object (builder);
  add_text (builder, "delimiter", delimiter);
  add_text (builder, "encoding", layout->encoding);
  add_flag (builder, "header", layout->has_header);
  add_flag (builder, "quotes", layout->has_quotes);
  json_builder_end_object (builder);
}

static void
add_settings (JsonBuilder *builder, const TjScbLayout *layout)
{
  char half[TJ_HALF_YEAR_BUFFER], date[TJ_DATE_BUFFER];

  add_number (builder, "format", TJ_SCB_LAYOUT_FORMAT);
  add_text (builder, "name", layout->name);
  add_text (builder, "title", layout->title);
  add_text (builder, "note", layout->note);
  add_text (builder, "valid_from", tj_half_year_write (layout->valid_from, half));
  add_text (builder, "row", tj_scb_row_words ()[layout->row]);
  add_text (builder, "sheet", layout->sheet);
  add_text (builder, "dates", layout->date_format);
  add_text (builder, "numbers", layout->number_format);
  add_flag (builder, "with_outreach", layout->with_outreach);
  json_builder_set_member_name (builder, "checks");
  json_builder_begin_object (builder);
  add_text (builder, "earliest", tj_date_write (layout->earliest, date));
  add_number (builder, "youngest_months", layout->youngest_months);
  add_number (builder, "oldest_years", layout->oldest_years);
  json_builder_end_object (builder);
  add_text_part (builder, layout);
}

static void
add_columns (JsonBuilder *builder, const TjScbLayout *layout)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "name", column->name);
      if (column->has_field)
        add_text (builder, "field", tj_scb_field_word (column->field));
      add_text (builder, "format", column->format);
      add_text (builder, "list", column->list);
      add_text (builder, "constant", column->constant);
      add_text (builder, "note", column->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_list (JsonBuilder *builder, const TjScbCodeList *list)
{
  json_builder_begin_object (builder);
  add_text (builder, "name", list->name);
  if (!g_str_equal (list->of, list->name))
    add_text (builder, "of", list->of);
  if (list->codes->len > 0)
    {
      json_builder_set_member_name (builder, "codes");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < list->codes->len; i++)
    {
      const TjScbCode *code = list->codes->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "word", code->word);
      add_text (builder, "label", code->label);
      add_text (builder, "code", code->code);
      json_builder_end_object (builder);
    }
  if (list->codes->len > 0)
    json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_lists (JsonBuilder *builder, const TjScbLayout *layout)
{
  if (layout->lists->len == 0)
    return;
  json_builder_set_member_name (builder, "lists");
  json_builder_begin_array (builder);
  for (guint i = 0; i < layout->lists->len; i++)
    add_list (builder, layout->lists->pdata[i]);
  json_builder_end_array (builder);
}

/**
 * tj_scb_layout_dup_json:
 *
 * Returns: (transfer full): the layout in format 1, as tj_scb_layout_read() takes it
 */
char *
tj_scb_layout_dup_json (const TjScbLayout *layout)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_settings (builder, layout);
  add_lists (builder, layout);
  add_columns (builder, layout);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
