/* The country's figures, for the municipality to be compared with. They are data: the program
 * carries a first list, and the register's own, once somebody has written one, takes its place. */

#include "config.h"

#include "tj-country-figures.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tj-setting-keys.h"
#include "tj-statistics.h"

#define FIRST_LIST "/se/tjugo/Tjugo/statistics/country.json"

static const char *const measures[] = { "reached", "in-measure", "of-population", NULL };

static void
figure_free (gpointer data)
{
  TjCountryFigure *figure = data;

  g_free (figure->id);
  g_free (figure->measure);
  g_free (figure->period);
  g_free (figure->source);
  g_free (figure);
}

static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* A share in tenths of a percent; -1 when it is none. */
static int
get_per_mille (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "percent");
  double percent;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) == G_TYPE_STRING)
    return -1;
  percent = json_node_get_double (node);
  return percent >= 0 && percent <= 100 ? (int)(percent * 10 + 0.5) : -1;
}

static TjCountryFigure *
read_figure (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id, *measure, *period, *source;
  TjCountryFigure *figure;

  if (object == NULL)
    return NULL;
  id = get_text (object, "id");
  measure = get_text (object, "measure");
  period = get_text (object, "period");
  source = get_text (object, "source");
  if (id == NULL || measure == NULL || period == NULL || source == NULL
      || !g_strv_contains (measures, measure) || get_per_mille (object) < 0)
    return NULL;
  figure = g_new0 (TjCountryFigure, 1);
  figure->id = g_strdup (id);
  figure->measure = g_strdup (measure);
  figure->period = g_strdup (period);
  figure->source = g_strdup (source);
  figure->per_mille = get_per_mille (object);
  return figure;
}

/**
 * tj_country_figures_parse: reads a list in the form of resources/statistics/country.json. Returns a
 * new array of TjCountryFigure that owns its elements; NULL with `error` saying which one is wrong.
 */
GPtrArray *
tj_country_figures_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (figure_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root, *list;

  if (!json_parser_load_from_data (parser, json, length, NULL))
    {
      tj_context_refuse (error, _ ("The country's figures are not JSON."));
      return NULL;
    }
  root = json_parser_get_root (parser);
  list = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
             ? json_object_get_member (json_node_get_object (root), "figures")
             : NULL;
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      tj_context_refuse (error, _ ("The country's figures have no list called figures."));
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      TjCountryFigure *figure
          = read_figure (json_array_get_element (json_node_get_array (list), i));

      if (figure == NULL)
        {
          tj_context_refuse (error, _ ("One of the country's figures is not complete: it needs id,"
                                       " measure, period, percent and source."));
          return NULL;
        }
      g_ptr_array_add (figures, figure);
    }
  return g_steal_pointer (&figures);
}

/**
 * tj_country_figures_load: the register's own list, or the one the program carries. Returns a new
 * array of TjCountryFigure that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_country_figures_load (TjContext *context, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *own = tj_context_dup_setting (context, TJ_SETTING_REPORT_COUNTRY, &problem);
  g_autoptr (GBytes) first = NULL;
  gsize length;
  const char *json;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (own != NULL && *own != '\0')
    return tj_country_figures_parse (own, -1, error);
  first = g_resources_lookup_data (FIRST_LIST, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (first == NULL)
    return NULL;
  json = g_bytes_get_data (first, &length);
  return tj_country_figures_parse (json, (gssize)length, error);
}
