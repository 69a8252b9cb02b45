/* Layouts as JSON, format 1 (docs/SCB.md): read strictly, because what is misread would be sent to
 * SCB for a half-year. */

#include "config.h"

#include "tj-scb-layout-private.h"

#include "tj-json-reading.h"
#include "tj-scb-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_COLUMNS 500
#define MOST_CODES 500
#define SHIPPED "/se/tjugo/Tjugo/layouts/scb-2026.json"

static const char *const row_words[]
    = { "registration", "contact", "measure", "contact-and-measure", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (row_words) == TJ_SCB_N_ROWS + 1);

/**
 * tj_scb_row_words:
 *
 * Returns: (transfer none): the words of #TjScbRowRule, in its order
 */
const char *const *
tj_scb_row_words (void)
{
  return row_words;
}

static void
replace (char **place, const char *text)
{
  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* `note` may say anything, or nothing. */
static char *
dup_note (JsonObject *object)
{
  return g_strdup (json_object_get_string_member_with_default (object, "note", NULL));
}

static void
read_text_part (TjJsonReading *reading, TjScbLayout *layout, JsonObject *object)
{
  static const char *const keys[] = { "delimiter", "encoding", "header", "quotes", NULL };
  JsonNode *node = tj_json_reading_take_member (reading, object, "text", JSON_TYPE_OBJECT, FALSE);
  JsonObject *text = node != NULL ? json_node_get_object (node) : NULL;
  const char *delimiter;

  if (text == NULL)
    return;
  tj_json_reading_check_keys (reading, text, keys);
  delimiter = tj_json_reading_take_text (reading, text, "delimiter", TRUE);
  if (delimiter != NULL && (delimiter[1] != '\0' || strchr (";,|\t", delimiter[0]) == NULL))
    tj_json_reading_refuse (reading, _ ("“delimiter” must be ; , | or \\t"));
  else if (delimiter != NULL)
    layout->delimiter = delimiter[0];
  replace (&layout->encoding, tj_json_reading_take_text (reading, text, "encoding", TRUE));
  if (!tj_scb_encoding_holds (layout->encoding))
    tj_json_reading_refuse (reading, _ ("“encoding” must be one of %s"),
                            "utf-8, utf-8-bom, windows-1252, iso-8859-1, iso-8859-15");
  layout->has_header = !json_object_has_member (text, "header")
                       || tj_json_reading_take_flag (reading, text, "header");
  layout->has_quotes = !json_object_has_member (text, "quotes")
                       || tj_json_reading_take_flag (reading, text, "quotes");
}

static int
take_count (TjJsonReading *reading, JsonObject *object, const char *key, int usual)
{
  JsonNode *node = tj_json_reading_take_member (reading, object, key, G_TYPE_INT64, FALSE);
  gint64 value = node != NULL ? json_node_get_int (node) : usual;

  if (value < 0 || value > 1200)
    tj_json_reading_refuse (reading, _ ("“%s” is not plausible"), key);
  return (int)value;
}

static void
read_checks (TjJsonReading *reading, TjScbLayout *layout, JsonObject *object)
{
  static const char *const keys[] = { "earliest", "youngest_months", "oldest_years", NULL };
  JsonNode *node = tj_json_reading_take_member (reading, object, "checks", JSON_TYPE_OBJECT, FALSE);
  JsonObject *checks = node != NULL ? json_node_get_object (node) : NULL;
  const char *earliest;

  if (checks == NULL)
    return;
  tj_json_reading_check_keys (reading, checks, keys);
  earliest = tj_json_reading_take_text (reading, checks, "earliest", FALSE);
  if (earliest != NULL && (layout->earliest = tj_date_parse (earliest)) == TJ_DATE_NONE)
    tj_json_reading_refuse (reading, _ ("“%s” must be a date as 2015-01-01"), "earliest");
  layout->youngest_months
      = take_count (reading, checks, "youngest_months", layout->youngest_months);
  layout->oldest_years = take_count (reading, checks, "oldest_years", layout->oldest_years);
}

static void
read_code (TjJsonReading *reading, TjScbCodeList *list, JsonObject *object)
{
  static const char *const keys[] = { "word", "label", "code", NULL };
  const TjCodeList *words = tj_scb_list_words (list->of);
  const char *word = tj_json_reading_take_text (reading, object, "word", TRUE);
  const char *label = tj_json_reading_take_text (reading, object, "label", TRUE);
  JsonNode *code = tj_json_reading_take_member (reading, object, "code", G_TYPE_STRING, TRUE);
  int value;

  tj_json_reading_check_keys (reading, object, keys);
  if (reading->error != NULL)
    return;
  if (words != NULL && !tj_code_parse (words, word, &value))
    {
      g_autofree char *choice = tj_code_join_words (words);

      tj_json_reading_refuse (reading, _ ("“%s” must be one of %s"), "word", choice);
      return;
    }
  if (tj_scb_code_list_find (list, word) != NULL)
    tj_json_reading_refuse (reading, _ ("“%s” stands there twice"), word);
  tj_scb_code_set (tj_scb_code_list_add (list, word, label), json_node_get_string (code));
}

static void
read_list (TjJsonReading *reading, TjScbLayout *layout, JsonObject *object, guint number)
{
  static const char *const keys[] = { "name", "of", "codes", NULL };
  const char *name, *of;
  TjScbCodeList *list;
  JsonArray *codes;

  tj_json_reading_enter (reading, g_strdup_printf (_ ("code list %u"), number));
  tj_json_reading_check_keys (reading, object, keys);
  name = tj_json_reading_take_text (reading, object, "name", TRUE);
  of = tj_json_reading_take_text (reading, object, "of", FALSE);
  of = of != NULL ? of : name;
  if (reading->error == NULL && !tj_scb_list_is_known (of))
    tj_json_reading_refuse (reading, _ ("the program has no words called “%s”"), of);
  if (reading->error == NULL && tj_scb_layout_find_list (layout, name) != NULL)
    tj_json_reading_refuse (reading, _ ("“%s” stands there twice"), name);
  if (reading->error != NULL)
    return;
  list = tj_scb_layout_add_list (layout, name, of);
  codes = json_object_has_member (object, "codes")
              ? tj_json_reading_take_objects (reading, object, "codes", MOST_CODES)
              : NULL;
  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    {
      tj_json_reading_enter (reading, g_strdup_printf (_ ("code list %u, code %u"), number, i + 1));
      read_code (reading, list, json_array_get_object_element (codes, i));
    }
}

static void
check_format (TjJsonReading *reading, const char *format, TjScbKind kind)
{
  if (kind == TJ_SCB_KIND_DATE ? !tj_scb_date_format_holds (format)
                               : !tj_scb_number_format_holds (format))
    tj_json_reading_refuse (reading,
                            kind == TJ_SCB_KIND_DATE
                                ? _ ("a date is written as YYYYMMDD, YYYY-MM-DD or the like, or "
                                     "“spreadsheet-date”")
                                : _ ("a number is written with 10, 11, 12 or 13 letters"));
}

/* A field of words needs a list of its words. */
static void
read_field (TjJsonReading *reading, TjScbLayout *layout, TjScbColumn *column, JsonObject *object)
{
  const char *word = tj_json_reading_take_text (reading, object, "field", FALSE);
  const char *format = tj_json_reading_take_text (reading, object, "format", FALSE);
  const char *name = tj_json_reading_take_text (reading, object, "list", FALSE);
  TjScbCodeList *list;
  TjScbKind kind;

  if (reading->error != NULL || word == NULL)
    return;
  if (!tj_scb_field_parse (word, &column->field))
    {
      tj_json_reading_refuse (reading, _ ("there is no field “%s”"), word);
      return;
    }
  column->has_field = TRUE;
  kind = tj_scb_field_kind (column->field);
  if (format != NULL && kind != TJ_SCB_KIND_DATE && kind != TJ_SCB_KIND_NUMBER)
    tj_json_reading_refuse (reading, _ ("only a date or a personal number has a “format”"));
  else if (format != NULL)
    check_format (reading, format, kind);
  replace (&column->format, format);
  if (kind != TJ_SCB_KIND_CODE)
    return;
  name = name != NULL ? name : tj_scb_field_list (column->field);
  list = tj_scb_layout_find_list (layout, name);
  if (list == NULL || !g_str_equal (list->of, tj_scb_field_list (column->field)))
    tj_json_reading_refuse (reading, _ ("the field needs a code list “%s” of its own words"), name);
  replace (&column->list, name);
}

static gboolean
has_column (const TjScbLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (g_str_equal (((TjScbColumn *)layout->columns->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

static void
read_column (TjJsonReading *reading, TjScbLayout *layout, JsonObject *object, guint number)
{
  static const char *const keys[] = { "name", "field", "format", "list", "constant", NULL };
  const char *name;
  TjScbColumn *column;

  tj_json_reading_enter (reading, g_strdup_printf (_ ("column %u"), number));
  tj_json_reading_check_keys (reading, object, keys);
  name = tj_json_reading_take_text (reading, object, "name", TRUE);
  if (reading->error == NULL && has_column (layout, name))
    tj_json_reading_refuse (reading, _ ("“%s” stands there twice"), name);
  if (reading->error != NULL)
    return;
  column = tj_scb_layout_add_column (layout, name);
  column->note = dup_note (object);
  replace (&column->constant, tj_json_reading_take_text (reading, object, "constant", FALSE));
  read_field (reading, layout, column, object);
  if (column->has_field && column->constant != NULL)
    tj_json_reading_refuse (reading, _ ("a column has a field or a constant, not both"));
}

static void
read_settings (TjJsonReading *reading, TjScbLayout *layout, JsonObject *object)
{
  const char *valid_from = tj_json_reading_take_text (reading, object, "valid_from", TRUE);
  const char *row = tj_json_reading_take_text (reading, object, "row", TRUE);
  int rule = 0;

  replace (&layout->title, tj_json_reading_take_text (reading, object, "title", FALSE));
  replace (&layout->sheet, tj_json_reading_take_text (reading, object, "sheet", FALSE));
  replace (&layout->date_format, tj_json_reading_take_text (reading, object, "dates", FALSE));
  replace (&layout->number_format, tj_json_reading_take_text (reading, object, "numbers", FALSE));
  layout->note = dup_note (object);
  layout->with_outreach = tj_json_reading_take_flag (reading, object, "with_outreach");
  if (reading->error != NULL)
    return;
  if (!tj_half_year_parse (valid_from, &layout->valid_from))
    tj_json_reading_refuse (reading, _ ("“%s” must be a half-year as 2026H1"), "valid_from");
  while (row_words[rule] != NULL && !g_str_equal (row_words[rule], row))
    rule++;
  if (row_words[rule] == NULL)
    {
      g_autofree char *choice = g_strjoinv (", ", (char **)row_words);

      tj_json_reading_refuse (reading, _ ("“%s” must be one of %s"), "row", choice);
    }
  layout->row = (TjScbRowRule)rule;
  check_format (reading, layout->date_format, TJ_SCB_KIND_DATE);
  check_format (reading, layout->number_format, TJ_SCB_KIND_NUMBER);
}

static TjScbLayout *
read_layout (TjJsonReading *reading, JsonObject *object)
{
  static const char *const keys[]
      = { "format",  "name",          "title",  "valid_from", "row",   "sheet",   "dates",
          "numbers", "with_outreach", "checks", "text",       "lists", "columns", NULL };
  JsonNode *format = tj_json_reading_take_member (reading, object, "format", G_TYPE_INT64, TRUE);
  const char *name = tj_json_reading_take_text (reading, object, "name", TRUE);
  g_autoptr (TjScbLayout) layout = tj_scb_layout_new (name != NULL ? name : "");
  JsonArray *array;

  if (format != NULL && json_node_get_int (format) != TJ_SCB_LAYOUT_FORMAT)
    tj_json_reading_refuse (reading, _ ("this program reads format %d only"), TJ_SCB_LAYOUT_FORMAT);
  tj_json_reading_check_keys (reading, object, keys);
  read_settings (reading, layout, object);
  read_checks (reading, layout, object);
  read_text_part (reading, layout, object);
  array = json_object_has_member (object, "lists")
              ? tj_json_reading_take_objects (reading, object, "lists", MOST_CODES)
              : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    read_list (reading, layout, json_array_get_object_element (array, i), i + 1);
  array = tj_json_reading_take_objects (reading, object, "columns", MOST_COLUMNS);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    read_column (reading, layout, json_array_get_object_element (array, i), i + 1);
  tj_json_reading_enter (reading, g_strdup (_ ("columns")));
  if (reading->error == NULL && !tj_scb_layout_has_field (layout, TJ_SCB_PERSONAL_NUMBER))
    tj_json_reading_refuse (reading, _ ("no column has the field “%s”"), "personal-number");
  return g_steal_pointer (&layout);
}

/**
 * tj_scb_layout_read:
 * @json: a layout in format 1
 * @length: bytes of @json, −1 when NUL ends it
 *
 * Returns: (transfer full): the layout, or NULL with %TJ_EXCHANGE_ERROR_FORMAT and a message that
 *   names the place
 */
TjScbLayout *
tj_scb_layout_read (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (TjScbLayout) layout = NULL;
  TjJsonReading reading;
  JsonObject *root;

  g_return_val_if_fail (json != NULL, NULL);

  root = tj_json_reading_begin (&reading, _ ("SCB layout"), parser, json, length);
  if (root != NULL)
    layout = read_layout (&reading, root);
  return tj_json_reading_end (&reading, error) ? g_steal_pointer (&layout) : NULL;
}

/**
 * tj_scb_layout_load_shipped:
 *
 * Returns: (transfer full): the layout that the program carries, without codes
 */
TjScbLayout *
tj_scb_layout_load_shipped (GError **error)
{
  g_autoptr (GBytes) json = g_resources_lookup_data (SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return json != NULL ? tj_scb_layout_read (g_bytes_get_data (json, NULL),
                                            (gssize)g_bytes_get_size (json), error)
                      : NULL;
}
