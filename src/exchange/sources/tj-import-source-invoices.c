/* What organisers ask for their pupils, line by line, for the reconciliation (skollagen 16 kap.
 * 50–51 §§) and to find pupils at schools that no other list has. A new file for a month takes the
 * place of what the same invoices of that month said before; other invoices and months stay. */

#include "config.h"

#include "tj-fact-list.h"
#include "tj-fact-repository.h"
#include "tj-import-person.h"
#include "tj-import-terms.h"
#include "tj-invoice-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIELD_INVOICE_NUMBER = TJ_PERSON_N_NAME_FIELDS,
  FIELD_ORGANISER,
  FIELD_SCHOOL,
  FIELD_PROGRAMME,
  FIELD_ORIENTATION,
  FIELD_MONTH,
  FIELD_AMOUNT,
  N_FIELDS,
};

static const TjImportField fields[N_FIELDS] = {
  TJ_PERSON_NAME_FIELDS,
  [FIELD_INVOICE_NUMBER] = { "invoice-number", N_ ("Invoice number"),
                             "Fakturanummer|Fakturanr|Faktura|Faktura nr|Fakturareferens|"
                             "Invoice number|Invoice|Invoice no",
                             TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_ORGANISER]
  = { "organiser", N_ ("Organiser"), TJ_HEADINGS_ORGANISER "|Leverantör|Fakturautställare|Supplier",
      TJ_CELL_TEXT, TRUE, TRUE },
  [FIELD_SCHOOL] = { "school", N_ ("School"), TJ_HEADINGS_SCHOOL, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_PROGRAMME]
  = { "programme", N_ ("Programme"), TJ_HEADINGS_PROGRAMME, TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_ORIENTATION] = { "orientation", N_ ("Orientation"),
                          "Inriktning|Studievägskod|Inriktning/studieväg|Orientation|Study path",
                          TJ_CELL_TEXT, FALSE, FALSE },
  [FIELD_MONTH] = { "month", N_ ("Month"),
                    "Månad|Avser månad|Avser|Period|Fakturaperiod|Avser period|Month|For month",
                    TJ_CELL_TEXT, TRUE, TRUE },
  [FIELD_AMOUNT] = { "amount", N_ ("Amount"),
                     "Belopp|Belopp kr|Belopp exkl moms|Summa|Kostnad|Ersättning|Pris|Amount|Sum|"
                     "Total",
                     TJ_CELL_TEXT, TRUE, TRUE },
};

typedef struct
{
  TjFactList *lines;
  GHashTable *invoices; /* "2026-11-01 F1000 Skövde kommun" of the new file */
} State;

static gboolean
is_same (gpointer fact, gpointer other)
{
  return tj_invoice_line_get_month (fact) == tj_invoice_line_get_month (other)
         && strcmp (tj_invoice_line_get_invoice_number (fact),
                    tj_invoice_line_get_invoice_number (other))
                == 0
         && strcmp (tj_invoice_line_get_organiser (fact), tj_invoice_line_get_organiser (other))
                == 0
         && strcmp (tj_invoice_line_get_school (fact), tj_invoice_line_get_school (other)) == 0;
}

static gboolean
begin (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  state->invoices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->lines = tj_fact_list_new (job, TJ_TYPE_INVOICE_LINE, is_same, error);
  if (state->lines != NULL)
    tj_fact_list_count_repeats (state->lines);
  return state->lines != NULL;
}

static void
clear_state (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->lines, tj_fact_list_free);
  g_clear_pointer (&state->invoices, g_hash_table_unref);
}

static char *
dup_invoice_key (gpointer line)
{
  return g_strdup_printf ("%u\n%s\n%s", tj_invoice_line_get_month (line),
                          tj_invoice_line_get_invoice_number (line),
                          tj_invoice_line_get_organiser (line));
}

static TjInvoiceLine *
new_line (TjImportJob *job,
          const TjImportRow *row,
          const TjImportPerson *person,
          TjDate month,
          gint64 amount)
{
  const TjImportValue *values = row->values;
  TjInvoiceLine *line = tj_invoice_line_new (person->number->text);

  if (person->protection == TJ_PROTECTION_NONE
      && !tj_import_job_is_protected (job, person->number->text))
    {
      tj_invoice_line_set_given_name (line, person->given_name);
      tj_invoice_line_set_family_name (line, person->family_name);
    }
  tj_invoice_line_set_month (line, month);
  tj_invoice_line_set_invoice_number (line, values[FIELD_INVOICE_NUMBER].text);
  tj_invoice_line_set_organiser (line, values[FIELD_ORGANISER].text);
  tj_invoice_line_set_school (line, values[FIELD_SCHOOL].text);
  tj_invoice_line_set_programme (line, values[FIELD_PROGRAMME].text);
  tj_invoice_line_set_orientation (line, values[FIELD_ORIENTATION].text);
  tj_invoice_line_set_amount_ore (line, amount);
  return line;
}

static gboolean
apply (TjImportJob *job, const TjImportRow *row, TjImportOutcome *outcome, GError **error)
{
  State *state = tj_import_job_get_state (job);
  TjDate month = tj_term_read_month (row->values[FIELD_MONTH].text);
  TjYouth *known;
  TjImportPerson person;
  g_autoptr (TjInvoiceLine) line = NULL;
  gint64 amount;

  if (month == TJ_DATE_NONE)
    {
      tj_import_job_reject (job, row, FIELD_MONTH, TJ_REASON_MONTH, outcome);
      return TRUE;
    }
  if (!tj_term_read_amount (row->values[FIELD_AMOUNT].text, &amount))
    {
      tj_import_job_reject (job, row, FIELD_AMOUNT, TJ_REASON_AMOUNT, outcome);
      return TRUE;
    }
  tj_import_person_gather (&person, row, TJ_PERSON_N_NAME_FIELDS);
  known = tj_import_job_find_youth (job, person.number->text);
  outcome->youth_id = known != NULL ? tj_entity_get_id (known) : 0;
  line = new_line (job, row, &person, month, amount);
  g_hash_table_add (state->invoices, dup_invoice_key (line));
  return tj_fact_list_take (state->lines, row, line, outcome, error);
}

static gboolean
take_away (gpointer fact, gpointer user_data, GError **error)
{
  TjImportJob *job = user_data;
  State *state = tj_import_job_get_state (job);
  g_autofree char *key = dup_invoice_key (fact);

  return !g_hash_table_contains (state->invoices, key)
         || (tj_import_job_add_gone (job, 0, error)
             && tj_facts_delete (tj_import_job_get_change (job), fact, error));
}

static gboolean
finish (TjImportJob *job, GError **error)
{
  State *state = tj_import_job_get_state (job);

  return tj_fact_list_foreach_left (state->lines, take_away, job, error);
}

const TjImportSource tj_import_source_invoices = {
  .id = "invoices",
  .label = N_ ("Invoices"),
  .action = "import-invoices",
  .fields = fields,
  .n_fields = N_FIELDS,
  .has_repeats = TRUE,
  .has_loose_names = TRUE,
  .state_size = sizeof (State),
  .clear_state = clear_state,
  .begin = begin,
  .apply = apply,
  .finish = finish,
};
