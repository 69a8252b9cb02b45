/* Undo of a run of an import that need not be the latest change: as long as nobody has worked with
 * what it brought, taking its rows back disturbs nothing that came after. Worked with: a row of the
 * run was changed by a later change, or a youth who came with the run has got rows since. */

#include "config.h"

#include "tj-import-undo.h"

#include <glib/gi18n-lib.h>

#include "tj-person-tables.h"
#include "tj-undo-private.h"

/* The rows of one table that a change wrote: from the first to the last, as far as they were
 * inserted, and those that were there before. */
typedef struct
{
  gint64 first_new, last_new; /* zero when none */
  GHashTable *others;         /* ids */
} Rows;

typedef struct
{
  TjConnection *connection;
  gint64 change_id;
  char *action;
  GHashTable *tables;    /* name → Rows */
  GHashTable *youths;    /* ids of those worked with since */
  guint n_without_youth; /* rows of nobody that were changed since */
} Run;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_hash_table_unref (rows->others);
  g_free (rows);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->tables, g_hash_table_unref);
  g_clear_pointer (&run->youths, g_hash_table_unref);
  g_clear_pointer (&run->action, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gpointer
pack_id (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize)id);
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                       _ ("This import can no longer be undone"));
  return FALSE;
}

static gboolean
find_change (Run *run, gint64 run_id, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (run->connection,
                          "SELECT c.id, c.action FROM undo_item i"
                          " JOIN undo_change c ON c.id = i.change_id"
                          " WHERE i.name = 'import_run' AND i.kind = 0 AND c.undone = 0"
                          " AND ? BETWEEN i.first_id AND i.last_id",
                          error);

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, run_id);
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      run->change_id = tj_statement_get_number (select, 0);
      run->action = g_strdup (tj_statement_get_text (select, 1));
      return TRUE;
    case TJ_STATEMENT_END:
      return fail_gone (error);
    default:
      return FALSE;
    }
}

static Rows *
ensure_rows (Run *run, const char *table)
{
  Rows *rows = g_hash_table_lookup (run->tables, table);

  if (rows == NULL)
    {
      rows = g_new0 (Rows, 1);
      rows->others = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (run->tables, g_strdup (table), rows);
    }
  return rows;
}

/* Ids are given in order within a change, so those between the first and the last are its own. */
static void
add_rows (Run *run, TjStatement *item)
{
  Rows *rows = ensure_rows (run, tj_statement_get_text (item, 1));
  gint64 first = tj_statement_get_number (item, 2), last = tj_statement_get_number (item, 3);

  if (tj_statement_get_number (item, 0) != TJ_ROW_INSERTED)
    g_hash_table_add (rows->others, pack_id (first));
  else
    {
      rows->first_new = rows->first_new == 0 ? first : MIN (rows->first_new, first);
      rows->last_new = MAX (rows->last_new, last);
    }
}

/* Of whom the row is; 0 when of nobody, or when it is gone. */
static gboolean
find_youth (Run *run, const char *table, gint64 id, gint64 *youth_id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE id = ?", table);
  g_autoptr (TjStatement) select = tj_statement_new (run->connection, sql, error);
  TjStatementStep step;
  int column;

  *youth_id = 0;
  if (select == NULL)
    return FALSE;
  column = tj_statement_find_column (select, g_str_equal (table, "youth") ? "id" : "youth_id");
  tj_statement_bind_number (select, 1, id);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW && column >= 0)
    *youth_id = tj_statement_get_number (select, column);
  return step != TJ_STATEMENT_FAILED;
}

static gboolean
note_edited (Run *run, const char *table, gint64 id, GError **error)
{
  gint64 youth_id;

  if (!find_youth (run, table, id, &youth_id, error))
    return FALSE;
  if (youth_id != 0)
    g_hash_table_add (run->youths, pack_id (youth_id));
  else
    run->n_without_youth++;
  return TRUE;
}

/* A later change of one of the run's rows: always of a single row, as new ones are others. */
static gboolean
compare_item (Run *run, TjStatement *item, GError **error)
{
  const char *table = tj_statement_get_text (item, 1);
  Rows *rows = g_hash_table_lookup (run->tables, table);
  gint64 id = tj_statement_get_number (item, 2);

  if (rows == NULL || tj_statement_get_number (item, 0) == TJ_ROW_INSERTED)
    return TRUE;
  if ((id >= rows->first_new && id <= rows->last_new)
      || g_hash_table_contains (rows->others, pack_id (id)))
    return note_edited (run, table, id, error);
  return TRUE;
}

#define ITEMS "SELECT i.kind, i.name, i.first_id, i.last_id FROM undo_item i"

static gboolean
read_items (Run *run, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (run->connection, ITEMS " WHERE i.change_id = ?", error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, run->change_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    add_rows (run, select);
  return step == TJ_STATEMENT_END;
}

static gboolean
compare_later_changes (Run *run, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (run->connection,
                          ITEMS " JOIN undo_change c ON c.id = i.change_id"
                                " WHERE i.change_id > ? AND c.undone = 0",
                          error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, run->change_id);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    if (!compare_item (run, select, error))
      return FALSE;
  return step == TJ_STATEMENT_END;
}

/* What the youths of the run have got in a table since. */
static gboolean
find_later_rows (Run *run, const Rows *youths, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT youth_id FROM %s WHERE youth_id"
                                          " BETWEEN ? AND ? AND NOT id BETWEEN ? AND ?",
                                          table);
  g_autoptr (TjStatement) select = tj_statement_new (run->connection, sql, error);
  const Rows *own = g_hash_table_lookup (run->tables, table);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, youths->first_new);
  tj_statement_bind_number (select, 2, youths->last_new);
  tj_statement_bind_number (select, 3, own != NULL ? own->first_new : 0);
  tj_statement_bind_number (select, 4, own != NULL ? own->last_new : 0);
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    g_hash_table_add (run->youths, pack_id (tj_statement_get_number (select, 0)));
  return step == TJ_STATEMENT_END;
}

/* Later imports that named somebody again have only told so in their log. */
static gboolean
find_later_work (Run *run, GError **error)
{
  const Rows *youths = g_hash_table_lookup (run->tables, "youth");
  g_auto (GStrv) tables = tj_person_tables_list (run->connection, error);

  if (tables == NULL)
    return FALSE;
  for (char **table = tables; *table != NULL; table++)
    if (youths != NULL && youths->first_new != 0 && !g_str_equal (*table, "import_row")
        && !find_later_rows (run, youths, *table, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_run (Run *run, TjStore *store, gint64 run_id, GError **error)
{
  if (!tj_store_check_open (store, error))
    return FALSE;
  run->connection = store->connection;
  run->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rows_free);
  run->youths = g_hash_table_new (NULL, NULL);
  return find_change (run, run_id, error) && read_items (run, error)
         && compare_later_changes (run, error) && find_later_work (run, error);
}

static guint
count_edited (const Run *run)
{
  return g_hash_table_size (run->youths) + run->n_without_youth;
}

/**
 * tj_import_count_edited:
 * @run_id: a run of an import
 * @n_edited: (out): how many of those it brought something about have been worked with since
 *
 * Says whether tj_import_undo() would do it: when @n_edited is 0.
 *
 * Returns: FALSE with %TJ_STORE_ERROR_NOT_FOUND when the run is undone, or too old, or was none
 */
gboolean
tj_import_count_edited (TjStore *store, gint64 run_id, guint *n_edited, GError **error)
{
  g_auto (Run) run = { 0 };

  g_return_val_if_fail (TJ_IS_STORE (store) && n_edited != NULL, FALSE);

  if (!read_run (&run, store, run_id, error))
    return FALSE;
  *n_edited = count_edited (&run);
  return TRUE;
}

/**
 * tj_import_undo:
 * @run_id: a run of an import, the latest change or not
 * @change_id: (out) (optional): which change of tj_undo_list() it was
 *
 * Takes back all that the run did, as tj_undo() does; it can be redone until something new is done.
 *
 * Returns: whether it did; %TJ_STORE_ERROR_EDITED, with how many in its words, when some of what
 *   the run brought has been worked with since, else as tj_import_count_edited()
 */
gboolean
tj_import_undo (TjStore *store, gint64 run_id, gint64 *change_id, GError **error)
{
  g_auto (Run) run = { 0 };
  guint n;

  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  if (!read_run (&run, store, run_id, error))
    return FALSE;
  n = count_edited (&run);
  if (n == 0 && change_id != NULL)
    *change_id = run.change_id;
  if (n == 0)
    return tj_undo_replay (store, run.change_id, FALSE, run.action, error);

  g_set_error (error, TJ_STORE_ERROR, TJ_STORE_ERROR_EDITED,
               ngettext ("The import cannot be undone: %u person it brought something about has "
                         "been worked with since.",
                         "The import cannot be undone: %u persons it brought something about have "
                         "been worked with since.",
                         n),
               n);
  return FALSE;
}
