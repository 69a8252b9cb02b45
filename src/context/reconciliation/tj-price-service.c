/* The price lists: filled once with the national one, and then the municipality's own. */

#include "config.h"

#include "tj-price-service.h"

#include <glib/gi18n-lib.h>

#include "tj-price-json.h"
#include "tj-price-repository.h"

#define FIRST_LIST "/se/tjugo/Tjugo/prices/riksprislista-2026.json"

/**
 * tj_price_service_fill: gives a register without any price the national price list of 2026 (SKOLFS
 * 2026:7) to begin with, within `change`. Returns FALSE with `error` set.
 */
gboolean
tj_price_service_fill (TjContext *context, TjChange *change, GError **error)
{
  g_autoptr (GPtrArray) prices = tj_price_service_list (context, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GBytes) json = NULL;

  if (prices == NULL || prices->len > 0)
    return prices != NULL;
  json = g_resources_lookup_data (FIRST_LIST, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  lines = json != NULL ? tj_price_json_read (json, error) : NULL;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (tj_prices_insert (change, lines->pdata[i], error) == 0)
      return FALSE;
  return lines != NULL;
}

/**
 * tj_price_service_fill_once: the same as a change of its own. Returns FALSE with `error` set.
 */
gboolean
tj_price_service_fill_once (TjContext *context, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "fill-prices", error);

  return change != NULL && tj_price_service_fill (context, change, error)
         && tj_change_commit (change, error);
}

/**
 * tj_price_service_list: all prices, programme by programme. Returns a new array of TjPriceLine
 * that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_price_service_list (TjContext *context, GError **error)
{
  return tj_prices_list (tj_context_get_store (context), error);
}

static gboolean
is_backwards (TjDate from, TjDate to)
{
  return from != TJ_DATE_NONE && to != TJ_DATE_NONE && to < from;
}

/**
 * tj_price_service_check: whether a price says of what and how much, and its periods do not end
 * before they begin. Returns FALSE with `error` saying what is wrong.
 */
gboolean
tj_price_service_check (TjContext *context, TjPriceLine *price, GError **error)
{
  if (*tj_price_line_get_programme (price) == '\0')
    return tj_context_refuse (error, _ ("Give the programme, as BA or IMA."));
  if (tj_price_line_get_year_ore (price) <= 0)
    return tj_context_refuse (error, _ ("Give the price of a year in kronor, as 121900."));
  if (is_backwards (tj_price_line_get_valid_from (price), tj_price_line_get_valid_to (price))
      || is_backwards (tj_price_line_get_begun_from (price), tj_price_line_get_begun_to (price)))
    return tj_context_refuse (error, _ ("The period ends before it begins."));
  return TRUE;
}

/**
 * tj_price_service_save: checks and writes a price, a new one or one that is there. Returns FALSE
 * with `error` set.
 */
gboolean
tj_price_service_save (TjContext *context, TjPriceLine *price, GError **error)
{
  g_autoptr (TjChange) change = NULL;
  gboolean written;

  if (!tj_price_service_check (context, price, error))
    return FALSE;
  change = tj_change_begin (tj_context_get_store (context), "change-price", error);
  if (change == NULL)
    return FALSE;
  written = tj_entity_get_id (price) != 0 ? tj_prices_update (change, price, error)
                                          : tj_prices_insert (change, price, error) != 0;
  return written && tj_change_commit (change, error);
}

/**
 * tj_price_service_remove: takes a price out of the lists. Returns FALSE with `error` set.
 */
gboolean
tj_price_service_remove (TjContext *context, gint64 id, GError **error)
{
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "change-price", error);

  return change != NULL && tj_prices_delete (change, id, error) && tj_change_commit (change, error);
}
