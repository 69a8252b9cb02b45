/* A price list as JSON: where it stands, when it holds, and what a year of each programme costs. */

#include "config.h"

#include "tj-price-json.h"

#include "tj-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define ORE_OF_A_KRONA 100

static TjDate
get_date (JsonObject *object, const char *member)
{
  return tj_date_parse (json_object_get_string_member_with_default (object, member, ""));
}

static void
read_price (JsonArray *prices, guint index, JsonNode *node, gpointer user_data)
{
  GPtrArray *lines = user_data;
  JsonObject *price = json_node_get_object (node);
  TjPriceLine *line = tj_price_line_new ();

  tj_price_line_set_programme (line,
                               json_object_get_string_member_with_default (price, "programme", ""));
  tj_price_line_set_orientation (
      line, json_object_get_string_member_with_default (price, "orientation", ""));
  tj_price_line_set_organiser (line,
                               json_object_get_string_member_with_default (price, "organiser", ""));
  tj_price_line_set_begun_from (line, get_date (price, "begun_from"));
  tj_price_line_set_begun_to (line, get_date (price, "begun_to"));
  tj_price_line_set_year_ore (line, json_object_get_int_member_with_default (price, "kronor", 0)
                                        * ORE_OF_A_KRONA);
  g_ptr_array_add (lines, line);
}

static void
set_validity (gpointer data, gpointer user_data)
{
  TjPriceLine *line = data;
  JsonObject *list = user_data;

  tj_price_line_set_valid_from (line, get_date (list, "valid_from"));
  tj_price_line_set_valid_to (line, get_date (list, "valid_to"));
  tj_price_line_set_origin (line, json_object_get_string_member_with_default (list, "origin", ""));
}

/**
 * tj_price_json_read:
 * @json: the list; a year's price is in whole kronor, dates are ISO
 *
 * Returns: (transfer container) (element-type TjPriceLine): its lines, or NULL with
 *   %TJ_EXCHANGE_ERROR_FORMAT
 */
GPtrArray *
tj_price_json_read (GBytes *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  JsonNode *root;
  JsonObject *list;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (json, NULL),
                                   (gssize)g_bytes_get_size (json), error))
    return NULL;
  root = json_parser_get_root (parser);
  list = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (list == NULL || !json_object_has_member (list, "prices"))
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT,
                           _ ("This is no price list: there are no prices in it."));
      return NULL;
    }
  json_array_foreach_element (json_object_get_array_member (list, "prices"), read_price, lines);
  g_ptr_array_foreach (lines, set_validity, list);
  return g_steal_pointer (&lines);
}
