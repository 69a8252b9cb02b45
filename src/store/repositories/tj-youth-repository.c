/* Youths, found by the number they have or had. */

#include "config.h"

#include "tj-youth-repository.h"

#include <glib/gi18n-lib.h>

#include "tj-change-private.h"

/**
 * tj_youths_insert:
 * @youth: a new youth; it is told its id
 *
 * Adds a youth to the register.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_youths_insert (TjChange *change, TjYouth *youth, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_YOUTH (youth), 0);

  return tj_change_insert (change, &tj_table_youth, youth, error) ? tj_entity_get_id (youth) : 0;
}

/**
 * tj_youths_load:
 *
 * Returns: (transfer full): the youth with this id, or NULL with %TJ_STORE_ERROR_NOT_FOUND or
 *   another #TjStoreError
 */
TjYouth *
tj_youths_load (TjStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_load (&tj_table_youth, store->connection, id, error);
}

static gboolean
keep_earlier_number (TjChange *change, TjYouth *before, GError **error)
{
  g_autoptr (TjStatement) insert = tj_statement_new (
      tj_change_get_connection (change),
      "INSERT INTO youth_number (youth_id, personal_number, number_kind) VALUES (?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, tj_entity_get_id (before));
  tj_statement_bind_text (insert, 2, tj_youth_get_personal_number (before));
  tj_statement_bind_text (insert, 3,
                          tj_code_word (&tj_number_kinds, tj_youth_get_number_kind (before)));
  return tj_statement_run (insert, error)
         && tj_change_record_insert (change, "youth_number",
                                     tj_connection_get_last_id (tj_change_get_connection (change)),
                                     error);
}

/**
 * tj_youths_update:
 * @youth: a youth of the register, as it is to be
 *
 * Writes what differs. A number that is replaced is kept among the earlier ones, as a coordination
 * number is when somebody is entered in the population register (lag 2022:1697).
 *
 * Returns: whether the register has it so; %TJ_STORE_ERROR_NOT_FOUND when it is not there
 */
gboolean
tj_youths_update (TjChange *change, TjYouth *youth, GError **error)
{
  g_autoptr (TjYouth) before = NULL;

  g_return_val_if_fail (change != NULL && TJ_IS_YOUTH (youth), FALSE);

  before = tj_table_load (&tj_table_youth, tj_change_get_connection (change),
                          tj_entity_get_id (youth), error);
  if (before == NULL || !tj_change_update (change, &tj_table_youth, youth, error))
    return FALSE;
  return g_str_equal (tj_youth_get_personal_number (before), tj_youth_get_personal_number (youth))
         || keep_earlier_number (change, before, error);
}

/**
 * tj_youths_find:
 * @personal_number: twelve letters
 *
 * Returns: the id of the youth who has the number, or else had it; 0 with
 *   %TJ_STORE_ERROR_NOT_FOUND when nobody
 */
gint64
tj_youths_find (TjStore *store, const char *personal_number, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && personal_number != NULL, 0);

  if (!tj_store_check_open (store, error))
    return 0;
  select = tj_statement_new (
      store->connection,
      "SELECT id, 0 AS earlier FROM youth WHERE personal_number = ?1 UNION ALL"
      " SELECT youth_id, 1 FROM youth_number WHERE personal_number = ?1 ORDER BY earlier",
      error);
  if (select == NULL)
    return 0;

  tj_statement_bind_text (select, 1, personal_number);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW)
    return tj_statement_get_number (select, 0);
  if (step == TJ_STATEMENT_END)
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                         _ ("Nobody in the register has this number"));
  return 0;
}

/**
 * tj_youths_list_earlier_numbers:
 *
 * Returns: (transfer full): the numbers a youth has had before, oldest first; NULL with a
 *   #TjStoreError
 */
GStrv
tj_youths_list_earlier_numbers (TjStore *store, gint64 id, GError **error)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (
      store->connection, "SELECT personal_number FROM youth_number WHERE youth_id = ? ORDER BY id",
      error);
  if (select == NULL)
    return NULL;

  tj_statement_bind_number (select, 1, id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    g_strv_builder_add (numbers, tj_statement_get_text (select, 0));
  return step == TJ_STATEMENT_END ? g_strv_builder_end (numbers) : NULL;
}

/**
 * tj_youths_foreach_earlier_number:
 * @func: (scope call): called for each number that somebody has had before; FALSE ends the walk
 *
 * Goes through all numbers that were replaced, oldest first.
 *
 * Returns: whether the register could be read
 */
gboolean
tj_youths_foreach_earlier_number (TjStore *store,
                                  TjEarlierNumberFunc func,
                                  gpointer user_data,
                                  GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (
      store->connection, "SELECT personal_number, youth_id FROM youth_number ORDER BY id", error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    if (!func (tj_statement_get_text (select, 0), tj_statement_get_number (select, 1), user_data))
      return TRUE;
  return step == TJ_STATEMENT_END;
}

/**
 * tj_youths_foreach:
 * @func: (scope call): called for each youth in the order of numbers; FALSE ends the walk
 *
 * Goes through everybody, for an import to compare with.
 *
 * Returns: whether the register could be read
 */
gboolean
tj_youths_foreach (TjStore *store, TjYouthFunc func, gpointer user_data, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  sql = g_strdup_printf ("SELECT %s FROM youth ORDER BY personal_number",
                         tj_table_prepare (&tj_table_youth)->columns);
  select = tj_statement_new (store->connection, sql, error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      g_autoptr (TjYouth) youth = tj_table_read (&tj_table_youth, select, error);

      if (youth == NULL)
        return FALSE;
      if (!func (youth, user_data))
        return TRUE;
    }
  return step == TJ_STATEMENT_END;
}
