/* Settings of the register: municipality, letterhead, routine. They travel with the file, and
 * changing one is a change like any other. The keys' words are their users' matter. */

#include "config.h"

#include "tj-settings.h"

#include "tj-change-private.h"

static gboolean
find (TjConnection *connection, const char *key, gint64 *id, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (connection, "SELECT id FROM setting WHERE name = ?", error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_text (select, 1, key);
  step = tj_statement_step (select, error);
  *id = step == TJ_STATEMENT_ROW ? tj_statement_get_number (select, 0) : 0;
  return step != TJ_STATEMENT_FAILED;
}

/**
 * tj_settings_dup:
 * @key: a setting's name
 *
 * Returns: (transfer full) (nullable): its value; NULL when it is not set, or with a #TjStoreError
 */
char *
tj_settings_dup (TjStore *store, const char *key, GError **error)
{
  g_autoptr (TjStatement) select = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store) && key != NULL, NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection, "SELECT value FROM setting WHERE name = ?", error);
  if (select == NULL)
    return NULL;

  tj_statement_bind_text (select, 1, key);
  if (tj_statement_step (select, error) != TJ_STATEMENT_ROW)
    return NULL;
  return g_strdup (tj_statement_get_text (select, 0));
}

static gboolean
run (TjConnection *connection, const char *sql, const char *a, const char *b, GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  tj_statement_bind_text (statement, 1, a);
  tj_statement_bind_text (statement, 2, b);
  return tj_statement_run (statement, error);
}

/**
 * tj_settings_set:
 * @key: a setting's name
 * @value: its value, UTF-8
 *
 * Sets @key.
 *
 * Returns: whether it is set
 */
gboolean
tj_settings_set (TjChange *change, const char *key, const char *value, GError **error)
{
  TjConnection *connection;
  gint64 id;

  g_return_val_if_fail (change != NULL && key != NULL && value != NULL, FALSE);

  connection = tj_change_get_connection (change);
  if (!find (connection, key, &id, error))
    return FALSE;
  if (id != 0)
    return tj_change_record_row (change, TJ_ROW_UPDATED, "setting", id, error)
           && run (connection, "UPDATE setting SET value = ?2 WHERE name = ?1", key, value, error);
  return run (connection, "INSERT INTO setting (name, value) VALUES (?, ?)", key, value, error)
         && tj_change_record_insert (change, "setting", tj_connection_get_last_id (connection),
                                     error);
}
