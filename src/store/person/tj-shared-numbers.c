/* Numbers that one row of the register has and another had: the surest sign that both are of one
 * person, as when a coordination number came in again after it was replaced. */

#include "config.h"

#include "tj-shared-numbers.h"

#include "tj-statement.h"
#include "tj-store-private.h"

/**
 * tj_shared_numbers_foreach:
 * @func: (scope call): called for each pair
 *
 * Goes through the pairs of youths of whom one has a number that the other had.
 *
 * Returns: whether the register could be read
 */
gboolean
tj_shared_numbers_foreach (TjStore *store,
                           TjSharedNumberFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT DISTINCT n.youth_id, y.id FROM youth_number n"
                             " JOIN youth y ON y.personal_number = n.personal_number"
                             " WHERE y.id <> n.youth_id ORDER BY n.youth_id, y.id",
                             error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    func (tj_statement_get_number (select, 0), tj_statement_get_number (select, 1), user_data);
  return step == TJ_STATEMENT_END;
}
