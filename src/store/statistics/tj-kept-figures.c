/* Keeps figures of half-years whose people are about to be purged. Those handed in are of half-years
 * that still have everybody, so they take the place of any kept before. */

#include "config.h"

#include "tj-kept-figures.h"

#include "tj-change-private.h"
#include "tj-statement.h"
#include "tj-store-private.h"

/**
 * tj_kept_figures_write:
 * @figures: (element-type TjKeptFigure): what tj_statistics_list_kept() gives
 *
 * Keeps the figures, all or none. It cannot be undone, as what comes after it cannot.
 *
 * Returns: whether they are kept; else a #TjStoreError
 */
gboolean
tj_kept_figures_write (TjStore *store, const GArray *figures, GError **error)
{
  g_autoptr (TjChange) change = NULL;
  g_autoptr (TjStatement) insert = NULL;

  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  change = tj_change_begin_unrecorded (store, "keep-figures", "", error);
  if (change == NULL)
    return FALSE;
  insert = tj_statement_new (store->connection,
                             "INSERT OR REPLACE INTO half_year_figure (half, name, value)"
                             " VALUES (?, ?, ?)",
                             error);
  for (guint i = 0; insert != NULL && i < figures->len; i++)
    {
      const TjKeptFigure *figure = &g_array_index (figures, TjKeptFigure, i);

      tj_statement_bind_text (insert, 1, figure->half);
      tj_statement_bind_text (insert, 2, figure->name);
      tj_statement_bind_number (insert, 3, figure->value);
      if (!tj_statement_run (insert, error))
        return FALSE;
    }
  return insert != NULL && tj_change_commit (change, error);
}
