/* The audit log: who did what to whom and when, in field names and never in values. Each row's
 * mac covers the row and the mac before it, under a subkey that is not in the database, so that
 * a row that was edited, removed or moved shows. Rows cut off at the end show against the head,
 * which the caller keeps outside the database (DESIGN § 10). */

#include "config.h"

#include "tj-audit.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "tj-audit-private.h"
#include "tj-statement.h"
#include "tj-store-private.h"

/* Before the first row. */
static const guint8 origin[TJ_AUDIT_HEAD_BYTES];

static const guint8 *
get_audit_key (TjStore *store)
{
  return store->keys + TJ_STORE_KEY_BYTES;
}

static void
add_number (crypto_generichash_state *state, gint64 number)
{
  gint64 little_endian = GINT64_TO_LE (number);

  crypto_generichash_update (state, (const guint8 *)&little_endian, sizeof little_endian);
}

/* With its length before it, so that no two rows read alike. */
static void
add_text (crypto_generichash_state *state, const char *text)
{
  gsize n = strlen (text);

  add_number (state, (gint64)n);
  crypto_generichash_update (state, (const guint8 *)text, n);
}

/* The mac of a row; with @purpose, of something else that is said of it. */
void
tj_audit_authenticate (TjStore *store,
                       const char *purpose,
                       const guint8 before[TJ_AUDIT_HEAD_BYTES],
                       const TjAuditEntry *entry,
                       guint8 mac[TJ_AUDIT_HEAD_BYTES])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, get_audit_key (store), TJ_STORE_KEY_BYTES, TJ_AUDIT_HEAD_BYTES);
  if (purpose != NULL)
    add_text (&state, purpose);
  crypto_generichash_update (&state, before, TJ_AUDIT_HEAD_BYTES);
  add_number (&state, entry->number);
  add_text (&state, entry->at);
  add_text (&state, entry->actor);
  add_text (&state, entry->action);
  add_number (&state, entry->youth_id);
  add_text (&state, entry->details);
  crypto_generichash_final (&state, mac, TJ_AUDIT_HEAD_BYTES);
  sodium_memzero (&state, sizeof state);
}

static gboolean
fail_broken (GError **error)
{
  g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_DAMAGED,
                       _ ("The log has been altered"));
  return FALSE;
}

/* Reads a mac; FALSE when it is none. */
gboolean
tj_audit_read_mac (TjStatement *row, int column, guint8 mac[TJ_AUDIT_HEAD_BYTES])
{
  gsize n;
  const guint8 *bytes = tj_statement_get_bytes (row, column, &n);

  if (n != TJ_AUDIT_HEAD_BYTES)
    return FALSE;
  memcpy (mac, bytes, n);
  return TRUE;
}

static gboolean
read_last (TjStore *store, gint64 *number, guint8 mac[TJ_AUDIT_HEAD_BYTES], GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      store->connection, "SELECT number, mac FROM audit ORDER BY number DESC LIMIT 1", error);

  *number = 0;
  memcpy (mac, origin, TJ_AUDIT_HEAD_BYTES);
  if (select == NULL)
    return FALSE;
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      *number = tj_statement_get_number (select, 0);
      return tj_audit_read_mac (select, 1, mac) || fail_broken (error);
    case TJ_STATEMENT_END:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
insert (TjStore *store,
        const TjAuditEntry *entry,
        const guint8 mac[TJ_AUDIT_HEAD_BYTES],
        GError **error)
{
  g_autoptr (TjStatement) statement = tj_statement_new (
      store->connection,
      "INSERT INTO audit (" TJ_AUDIT_COLUMNS ", mac) VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  tj_statement_bind_number (statement, 1, entry->number);
  tj_statement_bind_text (statement, 2, entry->at);
  tj_statement_bind_text (statement, 3, entry->actor);
  tj_statement_bind_text (statement, 4, entry->action);
  tj_statement_bind_number (statement, 5, entry->youth_id);
  tj_statement_bind_text (statement, 6, entry->details);
  tj_statement_bind_bytes (statement, 7, mac, TJ_AUDIT_HEAD_BYTES);
  return tj_statement_run (statement, error);
}

/**
 * tj_audit_append:
 *
 * Adds a row within the transaction that is open.
 *
 * Returns: whether it is added
 */
gboolean
tj_audit_append (TjStore *store,
                 const char *action,
                 gint64 youth_id,
                 const char *details,
                 GError **error)
{
  g_autofree char *at = tj_store_get_instant ();
  g_autofree char *actor = g_utf8_make_valid (g_get_user_name (), -1);
  guint8 before[TJ_AUDIT_HEAD_BYTES], mac[TJ_AUDIT_HEAD_BYTES];
  TjAuditEntry entry = { 0, at, actor, action, youth_id, details };

  if (!read_last (store, &entry.number, before, error))
    return FALSE;
  entry.number++;
  tj_audit_authenticate (store, NULL, before, &entry, mac);
  return insert (store, &entry, mac, error);
}

/**
 * tj_audit_log:
 * @action: what was done that changed nothing: "read", "search", "print", "export", "unlock"
 * @youth_id: whose data, 0 for none or many
 * @details: (nullable): field names or counts; never what identifies somebody
 *
 * Logs an access (dataskyddslagen 2018:218; GDPR art. 5.1 f, 32). Inside an open change the row
 * belongs to it, else it is durable at once.
 *
 * Returns: whether it is logged
 */
gboolean
tj_audit_log (TjStore *store,
              const char *action,
              gint64 youth_id,
              const char *details,
              GError **error)
{
  gboolean is_added;

  g_return_val_if_fail (TJ_IS_STORE (store) && action != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  if (details == NULL)
    details = "";
  if (store->change != NULL)
    return tj_audit_append (store, action, youth_id, details, error);

  if (!tj_store_begin (store, error))
    return FALSE;
  is_added = tj_audit_append (store, action, youth_id, details, error);
  return tj_store_finish (store, is_added, is_added ? error : NULL) && is_added;
}

/**
 * tj_audit_head:
 * @head: (out): the mac of the last row; zeros before the first
 * @count: (out): how many rows there are
 *
 * Reads what tj_audit_verify() compares with later.
 *
 * Returns: whether it could be read
 */
gboolean
tj_audit_head (TjStore *store, guint8 head[TJ_AUDIT_HEAD_BYTES], guint64 *count, GError **error)
{
  guint8 mac[TJ_AUDIT_HEAD_BYTES];
  gint64 number;

  g_return_val_if_fail (TJ_IS_STORE (store) && head != NULL && count != NULL, FALSE);

  if (!tj_store_check_open (store, error) || !read_last (store, &number, mac, error))
    return FALSE;
  memcpy (head, mac, sizeof mac);
  *count = (guint64)number;
  return TRUE;
}

/* The row's strings are borrowed until the next step. */
void
tj_audit_read_entry (TjStatement *row, TjAuditEntry *entry)
{
  *entry = (TjAuditEntry){
    .number = tj_statement_get_number (row, 0),
    .at = tj_statement_get_text (row, 1),
    .actor = tj_statement_get_text (row, 2),
    .action = tj_statement_get_text (row, 3),
    .youth_id = tj_statement_get_number (row, 4),
    .details = tj_statement_get_text (row, 5),
  };
}

/* Moves @mac over one row; FALSE when the row is not what the chain says. */
static gboolean
follow (TjStore *store, TjStatement *row, gint64 number, guint8 mac[TJ_AUDIT_HEAD_BYTES])
{
  guint8 expected[TJ_AUDIT_HEAD_BYTES], before[TJ_AUDIT_HEAD_BYTES];
  TjAuditEntry entry;

  tj_audit_read_entry (row, &entry);
  tj_audit_authenticate (store, NULL, mac, &entry, expected);
  memcpy (before, mac, sizeof before);
  return entry.number == number && tj_audit_read_mac (row, TJ_AUDIT_MAC_COLUMN, mac)
         && (sodium_memcmp (expected, mac, sizeof expected) == 0
             || tj_audit_is_wiped (store, before, &entry, mac));
}

/**
 * tj_audit_verify:
 * @head: (nullable): an earlier head, or NULL to look at the chain alone
 * @count: how many rows there were at that head
 *
 * Walks the whole log. Rows after @count are as welcome as none: a head is kept a little later
 * than the row it names.
 *
 * Returns: whether nothing was edited, removed, moved or cut off; else %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_audit_verify (TjStore *store,
                 const guint8 head[TJ_AUDIT_HEAD_BYTES],
                 guint64 count,
                 GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  guint8 mac[TJ_AUDIT_HEAD_BYTES] = { 0 };
  gboolean has_head = head == NULL || count == 0;
  TjStatementStep step;
  gint64 number = 0;

  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT " TJ_AUDIT_COLUMNS ", mac FROM audit ORDER BY number", error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      if (!follow (store, select, ++number, mac))
        return fail_broken (error);
      if (!has_head && (guint64)number == count)
        has_head = sodium_memcmp (mac, head, sizeof mac) == 0;
    }
  return step == TJ_STATEMENT_END && (has_head || fail_broken (error));
}

/**
 * tj_audit_check_head:
 * @head: an earlier head
 * @count: how many rows there were at that head
 *
 * Looks up the one row that the head names, which is quick; tj_audit_verify() walks them all.
 *
 * Returns: whether the log still holds the head; else %TJ_STORE_ERROR_DAMAGED
 */
gboolean
tj_audit_check_head (TjStore *store,
                     const guint8 head[TJ_AUDIT_HEAD_BYTES],
                     guint64 count,
                     GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  guint8 mac[TJ_AUDIT_HEAD_BYTES];

  g_return_val_if_fail (TJ_IS_STORE (store) && head != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection, "SELECT mac FROM audit WHERE number = ?", error);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, (gint64)count);
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      return (tj_audit_read_mac (select, 0, mac) && sodium_memcmp (mac, head, sizeof mac) == 0)
             || fail_broken (error);
    case TJ_STATEMENT_END:
      return fail_broken (error);
    default:
      return FALSE;
    }
}

/**
 * tj_audit_load:
 * @number: the place of a row, 1 for the first
 * @func: (scope call): called for the row; what it returns does not matter
 *
 * Returns: whether there is such a row; else %TJ_STORE_ERROR_NOT_FOUND
 */
gboolean
tj_audit_load (TjStore *store, gint64 number, TjAuditFunc func, gpointer user_data, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjAuditEntry entry;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT " TJ_AUDIT_COLUMNS " FROM audit WHERE number = ?", error);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, number);
  switch (tj_statement_step (select, error))
    {
    case TJ_STATEMENT_ROW:
      tj_audit_read_entry (select, &entry);
      func (&entry, user_data);
      return TRUE;
    case TJ_STATEMENT_END:
      g_set_error_literal (error, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND,
                           _ ("The log has no such row"));
      return FALSE;
    default:
      return FALSE;
    }
}

/**
 * tj_audit_foreach:
 * @func: (scope call): called for each row, latest first; FALSE ends the walk
 *
 * Returns: whether the log could be read
 */
gboolean
tj_audit_foreach (TjStore *store, TjAuditFunc func, gpointer user_data, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;
  TjAuditEntry entry;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT " TJ_AUDIT_COLUMNS " FROM audit ORDER BY number DESC", error);
  if (select == NULL)
    return FALSE;

  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      tj_audit_read_entry (select, &entry);
      if (!func (&entry, user_data))
        return TRUE;
    }
  return step == TJ_STATEMENT_END;
}
