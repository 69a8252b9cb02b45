/* Reads the agenda: who has something due, the lists of youths and their counts. Nothing here
 * loads an event: states and statuses of the day come from the packed ladders. */

#include "config.h"

#include "tj-agenda.h"

#include <glib/gi18n-lib.h>

#include "tj-planner.h"
#include "tj-postal.h"
#include "tj-statement.h"
#include "tj-store-private.h"

struct _TjAgendaList
{
  gatomicrefcount n_refs;
  GArray *rows;
  GStringChunk *text;
};

static gboolean
fail_unreadable (GError **error)
{
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The register is damaged"));
  return FALSE;
}

/* A packed ladder was planned by the store's own routine: anything else is damage. */
static gboolean
read_ladder (TjStore *store, TjStatement *row, int column, TjLadder *ladder, GError **error)
{
  gsize n;
  const guint8 *bytes = tj_statement_get_bytes (row, column, &n);

  return tj_planner_read_ladder (store, bytes, n, ladder) || fail_unreadable (error);
}

static int
read_code (TjStatement *row, int column, const TjCodeList *codes)
{
  int code = 0;

  tj_code_parse (codes, tj_statement_get_text (row, column), &code);
  return code;
}

static gboolean
has_something_due (const TjLadder *ladder, TjDate today)
{
  for (guint i = 0; i < ladder->n_rungs; i++)
    {
      TjStepState state = tj_ladder_state (ladder, i, today);

      if (state == TJ_STEP_DUE || state == TJ_STEP_OVERDUE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_address (TjStatement *row, int column)
{
  TjPostalAddress address = {
    .name = "-",
    .care_of = tj_statement_get_text (row, column),
    .street = tj_statement_get_text (row, column + 1),
    .extra = tj_statement_get_text (row, column + 2),
    .postal_code = tj_statement_get_text (row, column + 3),
    .locality = tj_statement_get_text (row, column + 4),
  };

  return tj_postal_is_complete (&address);
}

static void
read_entry (TjStatement *row, TjAgendaEntry *entry)
{
  entry->youth_id = tj_statement_get_number (row, 0);
  entry->personal_number = tj_statement_get_text (row, 2);
  entry->given_name = tj_statement_get_text (row, 3);
  entry->family_name = tj_statement_get_text (row, 4);
  entry->birth = tj_statement_get_date (row, 5);
  entry->protection = (TjProtection)read_code (row, 6, &tj_protections);
  entry->has_details = tj_statement_get_number (row, 7) != 0;
  entry->has_address = has_address (row, 8);
}

/**
 * tj_agenda_due:
 * @today: the day
 * @func: (scope call): called for each youth, those who have waited longest first; FALSE ends it
 *
 * Goes through the youths for whom some step is due or overdue. A store without a routine has
 * planned nothing and finds nobody.
 *
 * Returns: whether the agenda could be read
 */
gboolean
tj_agenda_due (TjStore *store, TjDate today, TjAgendaFunc func, gpointer user_data, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;
  TjAgendaEntry entry;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT y.id, a.ladder, y.personal_number, y.given_name,"
                             " y.family_name, y.birth, y.protection,"
                             " y.phone <> '' OR y.email <> '', y.care_of, y.street, y.extra,"
                             " y.postal_code, y.locality"
                             " FROM agenda a JOIN youth y ON y.id = a.youth_id"
                             " WHERE a.wakes_on <= ? ORDER BY a.wakes_on",
                             error);
  if (select == NULL)
    return FALSE;

  tj_statement_bind_number (select, 1, today);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      if (!read_ladder (store, select, 1, &entry.ladder, error))
        return FALSE;
      if (!has_something_due (&entry.ladder, today))
        continue;
      read_entry (select, &entry);
      if (!func (&entry, user_data))
        return TRUE;
    }
  return step == TJ_STATEMENT_END;
}

/* The status and, when there is one, the next step. An open registration that is not planned yet
 * is one to act on. */
static gboolean
read_state (TjStore *store,
            TjStatement *row,
            int is_open,
            int ladder_column,
            TjDate today,
            TjAgendaRow *out,
            GError **error)
{
  TjLadder ladder;
  int next;

  out->status = tj_statement_get_number (row, is_open) != 0 ? TJ_STATUS_TO_ACT : TJ_STATUS_CLOSED;
  out->next_state = TJ_STEP_LATER;
  if (out->status == TJ_STATUS_CLOSED || tj_statement_is_null (row, ladder_column)
      || store->routine == NULL)
    return TRUE;

  if (!read_ladder (store, row, ladder_column, &ladder, error))
    return FALSE;
  out->status = (gint8)tj_status_of (&ladder, today);
  out->occupation = (gint8)ladder.occupation;
  out->rests_until = ladder.rests_until;
  next = tj_ladder_next (&ladder, today);
  if (next >= 0)
    {
      out->next_step = tj_ladder_step (&ladder, (guint)next);
      out->next_due = ladder.rungs[next].due;
      out->next_state = (gint8)tj_ladder_state (&ladder, (guint)next, today);
    }
  else if (tj_ladder_is_resting (&ladder, today))
    out->next_due = ladder.rests_until;
  return TRUE;
}

static const char *
keep_text (TjAgendaList *list, TjStatement *row, int column)
{
  return g_string_chunk_insert (list->text, tj_statement_get_text (row, column));
}

/* A protected person's place in the list must not tell the name: they stand last, by row. */
static const char *
keep_sort_key (TjAgendaList *list, TjStatement *row, const TjAgendaRow *out)
{
  g_autofree char *last = NULL;

  if (out->protection == TJ_PROTECTION_NONE)
    return keep_text (list, row, 10);
  last = g_strdup_printf ("\xff%020" G_GINT64_FORMAT, out->youth_id);
  return g_string_chunk_insert (list->text, last);
}

static void
read_row (TjAgendaList *list, TjStatement *row, TjAgendaRow *out)
{
  out->youth_id = tj_statement_get_number (row, 0);
  out->registered_on = (TjDate)tj_statement_get_number (row, 3);
  out->contact_on = (TjDate)tj_statement_get_number (row, 4);
  out->contact_channel = (gint8)tj_statement_get_number (row, 5);
  out->contact_outcome = (gint8)tj_statement_get_number (row, 6);
  out->personal_number = keep_text (list, row, 7);
  out->given_name = keep_text (list, row, 8);
  out->family_name = keep_text (list, row, 9);
  out->birth = tj_statement_get_date (row, 11);
  out->protection = (gint8)read_code (row, 12, &tj_protections);
  out->sort_key = keep_sort_key (list, row, out);
  out->has_details = tj_statement_get_number (row, 13) != 0;
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const TjAgendaRow *)a)->sort_key, ((const TjAgendaRow *)b)->sort_key);
}

static gboolean
fill_list (TjAgendaList *list, TjStore *store, int status, TjDate today, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (store->connection,
                          "SELECT y.id, a.is_open, a.ladder, a.registered_on, a.contact_on,"
                          " a.contact_channel, a.contact_outcome, y.personal_number,"
                          " y.given_name, y.family_name, y.sort_key, y.birth, y.protection,"
                          " y.phone <> '' OR y.email <> ''"
                          " FROM agenda a JOIN youth y ON y.id = a.youth_id",
                          error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjAgendaRow row = { 0 };

      if (!read_state (store, select, 1, 2, today, &row, error))
        return FALSE;
      if (status >= 0 && row.status != status)
        continue;
      read_row (list, select, &row);
      g_array_append_val (list->rows, row);
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_agenda_list:
 * @status: a #TjStatus, or -1 for all, closed ones too
 * @today: the day
 *
 * Returns: (transfer full): the youths in the Swedish order of their names, or NULL with a
 *   #TjStoreError. Steps in it belong to the store's routine.
 */
TjAgendaList *
tj_agenda_list (TjStore *store, int status, TjDate today, GError **error)
{
  g_autoptr (TjAgendaList) list = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  list = g_new0 (TjAgendaList, 1);
  g_atomic_ref_count_init (&list->n_refs);
  list->rows = g_array_new (FALSE, FALSE, sizeof (TjAgendaRow));
  list->text = g_string_chunk_new (16 * 1024);
  if (!fill_list (list, store, status, today, error))
    return NULL;
  g_array_sort (list->rows, compare_rows);
  return g_steal_pointer (&list);
}

/**
 * tj_agenda_list_get_length:
 *
 * Returns: how many rows it has
 */
gsize
tj_agenda_list_get_length (TjAgendaList *list)
{
  g_return_val_if_fail (list != NULL, 0);

  return list->rows->len;
}

/**
 * tj_agenda_list_get_row:
 *
 * Returns: (transfer none): the row, alive as long as @list
 */
const TjAgendaRow *
tj_agenda_list_get_row (TjAgendaList *list, gsize position)
{
  g_return_val_if_fail (list != NULL && position < list->rows->len, NULL);

  return &g_array_index (list->rows, TjAgendaRow, position);
}

/**
 * tj_agenda_list_ref:
 *
 * Returns: (transfer full): @list
 */
TjAgendaList *
tj_agenda_list_ref (TjAgendaList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  g_atomic_ref_count_inc (&list->n_refs);
  return list;
}

/**
 * tj_agenda_list_unref:
 *
 * Lets go of @list.
 */
void
tj_agenda_list_unref (TjAgendaList *list)
{
  g_return_if_fail (list != NULL);

  if (!g_atomic_ref_count_dec (&list->n_refs))
    return;
  g_array_unref (list->rows);
  g_string_chunk_free (list->text);
  g_free (list);
}

/**
 * tj_agenda_counts:
 * @today: the day
 * @counts: (out): how many youths have each status
 *
 * Returns: whether the agenda could be read; @counts is untouched else
 */
gboolean
tj_agenda_counts (TjStore *store, TjDate today, guint counts[TJ_N_STATUSES], GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  guint n[TJ_N_STATUSES] = { 0 };
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && counts != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection, "SELECT is_open, ladder FROM agenda", error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjAgendaRow row = { 0 };

      if (!read_state (store, select, 0, 1, today, &row, error))
        return FALSE;
      n[row.status]++;
    }
  if (step != TJ_STATEMENT_END)
    return FALSE;
  for (guint i = 0; i < TJ_N_STATUSES; i++)
    counts[i] = n[i];
  return TRUE;
}

/**
 * tj_agenda_load:
 * @ladder: (out): the ladder as planned
 *
 * Reads the ladder of one youth's open registration.
 *
 * Returns: whether there is one; else %TJ_STORE_ERROR_NOT_FOUND or another #TjStoreError
 */
gboolean
tj_agenda_load (TjStore *store, gint64 youth_id, TjLadder *ladder, GError **error)
{
  g_autoptr (TjStatement) select = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store) && ladder != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT ladder FROM agenda WHERE youth_id = ? AND ladder IS NOT NULL",
                             error);
  if (select == NULL)
    return FALSE;

  tj_statement_bind_number (select, 1, youth_id);
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      return read_ladder (store, select, 0, ladder, error);
    case TJ_STATEMENT_END:
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                           _ ("It is not in the register"));
      return FALSE;
    default:
      return FALSE;
    }
}
