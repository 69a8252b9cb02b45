/* How the municipality counts interkommunal ersättning: its settings and its price lists, as the
 * rules of src/core want them. */

#include "config.h"

#include "tj-ike-rules.h"

#include "tj-price-repository.h"
#include "tj-setting-keys.h"

/* The usual day to look who is enrolled (WORK.md § 6). */
#define USUAL_READING_DAY 15
#define LAST_READING_DAY 31

/* A month's price is rounded to whole kronor. */
#define ROUNDING_ORE 100

struct _TjIkeRulesSetting
{
  TjIkeRules rules;
  GPtrArray *lines; /* TjPriceLine: the texts of the prices */
  GArray *prices;   /* TjPrice */
};

/**
 * tj_ike_rules_setting_free: frees what tj_ike_rules_setting_load() made; NULL is nothing.
 */
void
tj_ike_rules_setting_free (TjIkeRulesSetting *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->prices, g_array_unref);
  g_free (self);
}

static void
add_price (GArray *prices, TjPriceLine *line)
{
  TjPrice price = { .programme = tj_price_line_get_programme (line),
                    .orientation = tj_price_line_get_orientation (line),
                    .organiser = tj_price_line_get_organiser (line),
                    .valid_from = tj_price_line_get_valid_from (line),
                    .valid_to = tj_price_line_get_valid_to (line),
                    .begun_from = tj_price_line_get_begun_from (line),
                    .begun_to = tj_price_line_get_begun_to (line),
                    .year_ore = tj_price_line_get_year_ore (line) };

  g_array_append_val (prices, price);
}

static gboolean
load_prices (TjIkeRulesSetting *self, TjContext *context, GError **error)
{
  self->lines = tj_prices_list (tj_context_get_store (context), error);
  self->prices = g_array_new (FALSE, FALSE, sizeof (TjPrice));
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    add_price (self->prices, self->lines->pdata[i]);

  self->rules.prices = (const TjPrice *)self->prices->data;
  self->rules.n_prices = self->prices->len;
  return self->lines != NULL;
}

/* A setting that was never made is "". */
static gboolean
read_setting (TjContext *context, const char *key, char **value, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *value = tj_context_dup_setting (context, key, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (*value == NULL)
    *value = g_strdup ("");
  return TRUE;
}

static gboolean
load_settings (TjIkeRules *rules, TjContext *context, GError **error)
{
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;
  g_autofree char *summer = NULL;
  gint64 reading_day;

  if (!read_setting (context, TJ_SETTING_IKE_COUNT, &count, error)
      || !read_setting (context, TJ_SETTING_IKE_READING_DAY, &day, error)
      || !read_setting (context, TJ_SETTING_IKE_DEFERS_SUMMER, &summer, error))
    return FALSE;

  reading_day = g_ascii_strtoll (day, NULL, 10);
  rules->count = g_str_equal (count, "per-day") ? TJ_IKE_PER_DAY : TJ_IKE_READING_DATE;
  rules->reading_day
      = reading_day >= 1 && reading_day <= LAST_READING_DAY ? (int)reading_day : USUAL_READING_DAY;
  rules->defers_summer = g_str_equal (summer, "yes");
  return TRUE;
}

/**
 * tj_ike_rules_setting_load: reads how a month, given by its first day, is counted. Returns new
 * rules, or NULL with `error` set.
 */
TjIkeRulesSetting *
tj_ike_rules_setting_load (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjIkeRulesSetting) self = g_new0 (TjIkeRulesSetting, 1);

  self->rules.month = month;
  self->rules.tolerance_ore = ROUNDING_ORE;
  if (!load_settings (&self->rules, context, error) || !load_prices (self, context, error))
    return NULL;
  self->rules.since = tj_ike_reading_date (&self->rules);
  self->rules.since = tj_date_add_months (self->rules.since, -1);
  return g_steal_pointer (&self);
}

/**
 * tj_ike_rules_setting_get: the rules; owned by the setting.
 */
const TjIkeRules *
tj_ike_rules_setting_get (TjIkeRulesSetting *self)
{
  return &self->rules;
}
