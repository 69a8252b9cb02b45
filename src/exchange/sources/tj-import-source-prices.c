/* What a year costs, programme by programme: the national price list, or one agreed with an
 * organiser (16 kap. 50–51 §§ skollagen). Nothing personal. A price that the register has for the
 * same programme, orientation, organiser, beginning and first day is brought up to date; one that
 * the list does not have stays, as a list may be of one organiser only. */

#include "config.h"

#include "tj-amount.h"
#include "tj-import-job.h"
#include "tj-import-terms.h"
#include "tj-price-repository.h"
#include "tj-price.h"
#include "tj-programme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIELD_PROGRAMME,
  FIELD_ORIENTATION,
  FIELD_ORGANISER,
  FIELD_YEAR,
  FIELD_VALID_FROM,
  FIELD_VALID_TO,
  FIELD_BEGUN,
  FIELD_PRICE,
  FIELD_ORIGIN,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  [FIELD_PROGRAMME] = { "programme", N_ ("Programme"),
                        "Program|Programkod|Studieväg|Utbildning|Programnamn|Nationellt program|"
                        "Programme|Program code",
                        TJ_CELL_TEXT, TRUE, TRUE },
  [FIELD_ORIENTATION] = { "orientation", N_ ("Orientation"),
                          "Inriktning|Studievägskod|Inriktning/studieväg|Orientation|Study path",
                          TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_ORGANISER] = { "organiser", N_ ("Organiser"),
                        "Huvudman|Skolhuvudman|Leverantör|Avtalspart|Organiser|Organizer|Supplier",
                        TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_YEAR] = { "year", N_ ("Year"), "År|Prisår|Kalenderår|Avser år|Year|Price year",
                   TJ_CELL_TEXT, FALSE, TRUE },
  [FIELD_VALID_FROM] = { "valid-from", N_ ("Holds from"),
                         "Gäller från|Giltig från|Giltigt från|Från|Fr.o.m.|Från och med|"
                         "Valid from|Holds from|From",
                         TJ_CELL_DATE, FALSE, TRUE },
  [FIELD_VALID_TO] = { "valid-to", N_ ("Holds to"),
                       "Gäller till|Giltig till|Giltigt till|Till|T.o.m.|Till och med|Valid to|"
                       "Holds to|To",
                       TJ_CELL_DATE, FALSE, TRUE },
  [FIELD_BEGUN] = { "begun", N_ ("Begun"),
                    "Påbörjad|Påbörjat|Påbörjade|Påbörjad före/efter 1 juli 2025|Studiestart|"
                    "Elever som börjat|Började|Läroplan|Begun|Started|Study start",
                    TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PRICE] = { "price", N_ ("Price of a year"),
                    "Pris|Pris per år|Årspris|Pris kr|Kr per elev och år|Pris per elev och år|"
                    "Belopp|Belopp per år|Ersättning|Ersättning per år|Kronor|Price|"
                    "Price per year|Amount|Yearly price",
                    TJ_CELL_TEXT, TRUE, TRUE },
  [FIELD_ORIGIN] = { "origin", N_ ("Where it stands"),
                     "Källa|Föreskrift|Avtal|Prislista|Beslut|Origin|Source|Agreement",
                     TJ_CELL_TEXT, FALSE, FALSE },
};

/* A price of the register, and whether the list has it. */
typedef struct
{
  TjPriceLine *price;
  gboolean is_taken;
} Known;

typedef struct
{
  GHashTable *known; /* key → Known */
} State;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_object_unref (known->price);
  g_free (known);
}

/* What the price is for. Two rows that say the same of that are about one price. */
static char *
dup_key (TjPriceLine *price)
{
  g_autofree char *text
      = g_strdup_printf ("%s\n%s\n%s\n%u\n%u\n%u", tj_price_line_get_programme (price),
                         tj_price_line_get_orientation (price), tj_price_line_get_organiser (price),
                         tj_price_line_get_valid_from (price), tj_price_line_get_begun_from (price),
                         tj_price_line_get_begun_to (price));

  return g_utf8_casefold (text, -1);
}

static Known *
keep (State *state, TjPriceLine *price)
{
  Known *known = g_new0 (Known, 1);

  known->price = g_object_ref (price);
  g_hash_table_replace (state->known, dup_key (price), known);
  return known;
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);
  g_autoptr (GPtrArray) prices = tj_prices_list (tj_import_job_get_store (job), error);

  state->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  for (guint i = 0; prices != NULL && i < prices->len; i++)
    keep (state, prices->pdata[i]);
  return prices != NULL;
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->known, g_hash_table_unref);
}

/* Without a day or a year no price can be told from last year's. */
static gboolean
check_columns (const int *columns, const char **missing)
{
  *missing = N_ ("Year");
  return columns[FIELD_YEAR] >= 0 || columns[FIELD_VALID_FROM] >= 0;
}

static TjDate
date_of (const TjImportValue *value)
{
  return value->text[0] != '\0' ? value->date : TJ_DATE_NONE;
}

static TjImportReason
read_period (const TjImportRow *row, TjPriceLine *price)
{
  const TjImportValue *values = row->values;
  TjDate from = TJ_DATE_NONE, to = TJ_DATE_NONE, day;

  if (values[FIELD_YEAR].text[0] != '\0'
      && !tj_term_read_year (values[FIELD_YEAR].text, &from, &to))
    return TJ_REASON_PRICE_PERIOD;
  day = date_of (&values[FIELD_VALID_FROM]);
  from = day != TJ_DATE_NONE ? day : from;
  day = date_of (&values[FIELD_VALID_TO]);
  to = day != TJ_DATE_NONE ? day : to;
  if (from == TJ_DATE_NONE)
    return TJ_REASON_PRICE_PERIOD;
  tj_price_line_set_valid_from (price, from);
  tj_price_line_set_valid_to (price, to);
  return to != TJ_DATE_NONE && to < from ? TJ_REASON_ENDS_BEFORE_START : TJ_REASON_NONE;
}

/* The code may say it as well; both must say the same. */
static TjImportReason
read_programme (const TjImportRow *row, TjPriceLine *price)
{
  g_autofree char *code = tj_programme_read (row->values[FIELD_PROGRAMME].text);
  g_autofree char *base = tj_programme_base (code);
  gboolean has_suffix = strlen (base) != strlen (code);
  TjBegun begun = TJ_BEGUN_ANY;

  if (!tj_term_read_begun (row->values[FIELD_BEGUN].text, &begun))
    return TJ_REASON_BEGUN;
  if (has_suffix)
    {
      if (begun == TJ_BEGUN_BEFORE)
        return TJ_REASON_BEGUN;
      begun = TJ_BEGUN_SINCE;
    }
  tj_price_line_set_programme (price, has_suffix ? base : code);
  if (begun == TJ_BEGUN_BEFORE)
    tj_price_line_set_begun_to (price, TJ_PROGRAMMES_RENEWED - 1);
  else if (begun == TJ_BEGUN_SINCE)
    tj_price_line_set_begun_from (price, TJ_PROGRAMMES_RENEWED);
  return TJ_REASON_NONE;
}

/* What hinders the row and in which field; TJ_REASON_NONE when `price` is filled. */
static TjRowProblem
read_price (const TjImportRow *row, TjPriceLine *price)
{
  TjRowProblem problem = { .reason = read_programme (row, price), .field = FIELD_BEGUN };
  gint64 ore;

  if (problem.reason != TJ_REASON_NONE)
    return problem;
  problem = (TjRowProblem){ .reason = read_period (row, price), .field = FIELD_YEAR };
  if (problem.reason != TJ_REASON_NONE)
    return problem;
  if (!tj_term_read_amount (row->values[FIELD_PRICE].text, &ore) || ore <= 0)
    return (TjRowProblem){ .reason = TJ_REASON_AMOUNT, .field = FIELD_PRICE };
  tj_price_line_set_year_ore (price, ore);
  tj_price_line_set_orientation (price, row->values[FIELD_ORIENTATION].text);
  tj_price_line_set_organiser (price, row->values[FIELD_ORGANISER].text);
  tj_price_line_set_origin (price, row->values[FIELD_ORIGIN].text);
  return problem;
}

static void
tell_differences (TjImportJob *job, const TjImportRow *row, TjPriceLine *old, TjPriceLine *fresh)
{
  g_autofree char *before = tj_amount_format (tj_price_line_get_year_ore (old));
  g_autofree char *after = tj_amount_format (tj_price_line_get_year_ore (fresh));
  TjDate old_to = tj_price_line_get_valid_to (old), to = tj_price_line_get_valid_to (fresh);
  char old_date[TJ_DATE_BUFFER], date[TJ_DATE_BUFFER];

  if (!g_str_equal (before, after))
    tj_import_job_differ (job, row, _ (fields[FIELD_PRICE].label), before, after);
  if (old_to != to)
    tj_import_job_differ (job, row, _ (fields[FIELD_VALID_TO].label),
                          old_to != TJ_DATE_NONE ? tj_date_write (old_to, old_date) : "",
                          to != TJ_DATE_NONE ? tj_date_write (to, date) : "");
  if (!g_str_equal (tj_price_line_get_origin (old), tj_price_line_get_origin (fresh)))
    tj_import_job_differ (job, row, _ (fields[FIELD_ORIGIN].label), tj_price_line_get_origin (old),
                          tj_price_line_get_origin (fresh));
}

/* How names are capitalised, and what the list has no column for, stays as it was. */
static void
keep_unsaid (TjImportJob *job, TjPriceLine *old, TjPriceLine *fresh)
{
  tj_entity_set_id (fresh, tj_entity_get_id (old));
  tj_price_line_set_programme (fresh, tj_price_line_get_programme (old));
  tj_price_line_set_orientation (fresh, tj_price_line_get_orientation (old));
  tj_price_line_set_organiser (fresh, tj_price_line_get_organiser (old));
  if (!tj_import_job_has_column (job, FIELD_ORIGIN))
    tj_price_line_set_origin (fresh, tj_price_line_get_origin (old));
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  State *state = tj_import_job_get_state (job);
  g_autoptr (TjPriceLine) price = tj_price_line_new ();
  TjRowProblem problem = read_price (row, price);
  g_autofree char *key = NULL;
  Known *known;

  if (problem.reason != TJ_REASON_NONE)
    {
      tj_import_job_reject (job, row, problem.field, problem.reason, outcome);
      return TRUE;
    }
  key = dup_key (price);
  known = g_hash_table_lookup (state->known, key);
  if (known == NULL)
    {
      keep (state, price)->is_taken = TRUE;
      outcome->result = TJ_IMPORT_NEW;
      return tj_prices_insert (tj_import_job_get_change (job), price, error) != 0;
    }
  keep_unsaid (job, known->price, price);
  if (known->is_taken && !tj_entity_equal (known->price, price))
    tj_import_job_reject (job, row, FIELD_PRICE, TJ_REASON_PRICE_TWICE, outcome);
  if (known->is_taken || tj_entity_equal (known->price, price))
    {
      known->is_taken = TRUE;
      return TRUE;
    }
  tell_differences (job, row, known->price, price);
  outcome->result = TJ_IMPORT_CHANGED;
  keep (state, price)->is_taken = TRUE;
  return tj_prices_update (tj_import_job_get_change (job), price, error);
}

const TjImportSource tj_import_source_prices = {
  .id = "prices",
  .label = N_ ("Prices"),
  .action = "import-prices",
  .fields = fields,
  .n_fields = N_FIELDS,
  .subject = "programme|orientation|organiser|begun|year",
  .check_columns = check_columns,
  .has_repeats = TRUE,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
};
