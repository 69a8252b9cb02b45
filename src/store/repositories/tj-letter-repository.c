/* Letters as sent, with their copies. A copy lies beside the fields and is read only on its own. */

#include "config.h"

#include "tj-letter-repository.h"

#include <glib/gi18n-lib.h>

#include "tj-change-private.h"

/**
 * tj_letters_list:
 *
 * Returns: (transfer container) (element-type TjLetter): all of a youth, in order of date; NULL with a
 *   #TjStoreError
 */
GPtrArray *
tj_letters_list (TjStore *store, gint64 youth_id, GError **error)
{
  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  return tj_table_list (&tj_table_letter, store->connection, youth_id, error);
}

static gboolean
write_pdf (TjChange *change, gint64 id, GBytes *pdf, GError **error)
{
  g_autoptr (TjStatement) update = tj_statement_new (
      tj_change_get_connection (change), "UPDATE letter SET pdf = ? WHERE id = ?", error);
  gsize n;
  gconstpointer bytes = g_bytes_get_data (pdf, &n);

  if (update == NULL)
    return FALSE;
  tj_statement_bind_bytes (update, 1, bytes, n);
  tj_statement_bind_number (update, 2, id);
  return tj_statement_run (update, error);
}

/**
 * tj_letters_insert:
 * @letter: a new letter; it is told its id
 * @pdf: (nullable): the copy, of this letter alone, so that it can be purged with the youth
 *
 * Adds a letter to the register. That it is an attempt is for a contact to say.
 *
 * Returns: its id, or 0 with a #TjStoreError
 */
gint64
tj_letters_insert (TjChange *change, TjLetter *letter, GBytes *pdf, GError **error)
{
  g_return_val_if_fail (change != NULL && TJ_IS_LETTER (letter), 0);

  if (!tj_change_insert (change, &tj_table_letter, letter, error)
      || (pdf != NULL && !write_pdf (change, tj_entity_get_id (letter), pdf, error)))
    return 0;
  return tj_entity_get_id (letter);
}

/**
 * tj_letters_dup_pdf:
 *
 * Returns: (transfer full): the copy of a letter, or NULL with %TJ_STORE_ERROR_NOT_FOUND when
 *   there is none
 */
GBytes *
tj_letters_dup_pdf (TjStore *store, gint64 id, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;
  const guint8 *bytes;
  gsize n;

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  select = tj_statement_new (store->connection, "SELECT pdf FROM letter WHERE id = ?", error);
  if (select == NULL)
    return NULL;

  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW && (bytes = tj_statement_get_bytes (select, 0, &n)) != NULL)
    return g_bytes_new (bytes, n);
  if (step != TJ_STATEMENT_FAILED)
    g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                         _ ("There is no copy of this letter"));
  return NULL;
}
