/* The details that lists search and filter by, of everybody at once. Apart from the agenda, which is
 * read at every change, as these are needed only once somebody searches. */

#include "config.h"

#include "tj-person-details.h"

#include "tj-statement.h"
#include "tj-store-private.h"

static TjBackground
read_background (TjStatement *row, int column)
{
  int background = TJ_BACKGROUND_UNKNOWN;

  tj_code_parse (&tj_backgrounds, tj_statement_get_text (row, column), &background);
  return (TjBackground)background;
}

/**
 * tj_person_details_foreach:
 * @func: (scope call): called for each youth who is or was registered, in the order of their ids
 *
 * Reads the details of everybody.
 *
 * Returns: whether the register could be read
 */
gboolean
tj_person_details_foreach (TjStore *store,
                           TjPersonDetailsFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  /* SQLite takes the other columns from the row that has the maximum. */
  select = tj_statement_new (store->connection,
                             "SELECT r.youth_id, y.phone, r.latest_education, r.background,"
                             " max (r.registered_on)"
                             " FROM registration r JOIN youth y ON y.id = r.youth_id"
                             " GROUP BY r.youth_id ORDER BY r.youth_id",
                             error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjPersonDetails details = {
        .youth_id = tj_statement_get_number (select, 0),
        .phone = tj_statement_get_text (select, 1),
        .education = tj_statement_get_text (select, 2),
        .background = read_background (select, 3),
      };

      func (&details, user_data);
    }
  return step == TJ_STATEMENT_END;
}
