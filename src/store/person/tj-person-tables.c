/* Which tables hold something about a person: those with a column youth_id, and those that know the
 * person by number only. Read from the schema itself, so that no table that is added later can be
 * forgotten by a purge or a merge. */

#include "config.h"

#include "tj-person-tables.h"

#include "tj-statement.h"

/* The log outlives the person (ids only), undo is dropped or written by its own rules, and the
 * agenda is derived and follows its youth. */
static const char *const exceptions[] = { "audit", "undo_change", "agenda", NULL };

/**
 * tj_tables_list:
 *
 * Returns: (transfer full): all tables of the register, in the order they were made; NULL with a
 *   #TjStoreError
 */
GStrv
tj_tables_list (TjConnection *connection, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (TjStatement) select = tj_statement_new (
      connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid", error);
  TjStatementStep step;

  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    g_strv_builder_add (names, tj_statement_get_text (select, 0));
  return step == TJ_STATEMENT_END ? g_strv_builder_end (names) : NULL;
}

static gboolean
has_column (TjConnection *connection,
            const char *table,
            const char *column,
            gboolean *has,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (%s)", table);
  g_autoptr (TjStatement) info = tj_statement_new (connection, sql, error);
  TjStatementStep step;

  *has = FALSE;
  if (info == NULL)
    return FALSE;
  while ((step = tj_statement_step (info, error)) == TJ_STATEMENT_ROW)
    *has = *has || g_str_equal (tj_statement_get_text (info, 1), column);
  return step == TJ_STATEMENT_END;
}

/**
 * tj_person_tables_list:
 *
 * Returns: (transfer full): the tables whose rows belong to a youth by their youth_id, apart from
 *   the log, undo and the agenda; NULL with a #TjStoreError
 */
GStrv
tj_person_tables_list (TjConnection *connection, GError **error)
{
  g_auto (GStrv) all = tj_tables_list (connection, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (char **name = all; name != NULL && *name != NULL; name++)
    {
      gboolean has;

      if (!has_column (connection, *name, "youth_id", &has, error))
        return NULL;
      if (has && !g_strv_contains (exceptions, *name))
        g_strv_builder_add (names, *name);
    }
  return all != NULL ? g_strv_builder_end (names) : NULL;
}

/**
 * tj_number_tables_list:
 *
 * Returns: (transfer full): the tables whose rows belong to a person by personal_number, whether or
 *   not there is a youth with it; NULL with a #TjStoreError
 */
GStrv
tj_number_tables_list (TjConnection *connection, GError **error)
{
  g_auto (GStrv) all = tj_tables_list (connection, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (char **name = all; name != NULL && *name != NULL; name++)
    {
      gboolean by_number, by_youth;

      if (!has_column (connection, *name, "personal_number", &by_number, error)
          || !has_column (connection, *name, "youth_id", &by_youth, error))
        return NULL;
      if (by_number && !by_youth && !g_str_equal (*name, "youth"))
        g_strv_builder_add (names, *name);
    }
  return all != NULL ? g_strv_builder_end (names) : NULL;
}
