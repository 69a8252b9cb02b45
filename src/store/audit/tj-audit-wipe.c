/* What the log says about people who are purged is wiped: the reason somebody gave for an unlocking
 * may tell of them. The row stays with its mac, and the chain is followed over it by a seal, made
 * with the audit's key while the row still verified. So a wiping by anybody else shows. */

#include "config.h"

#include <sodium.h>
#include <string.h>

#include "tj-audit-private.h"
#include "tj-merge.h"
#include "tj-store-private.h"

#define PURPOSE "wiped"

/* A row to wipe, with its seal. */
typedef struct
{
  gint64 number;
  guint8 seal[TJ_AUDIT_HEAD_BYTES];
} Wiping;

/* Says that the row had this mac, whatever its details were. */
static void
seal_row (TjStore *store,
          const guint8 before[TJ_AUDIT_HEAD_BYTES],
          const TjAuditEntry *entry,
          const guint8 mac[TJ_AUDIT_HEAD_BYTES],
          guint8 seal[TJ_AUDIT_HEAD_BYTES])
{
  char text[2 * TJ_AUDIT_HEAD_BYTES + 1];
  TjAuditEntry wiped = *entry;

  wiped.details = sodium_bin2hex (text, sizeof text, mac, TJ_AUDIT_HEAD_BYTES);
  tj_audit_authenticate (store, PURPOSE, before, &wiped, seal);
}

/* Whether a row whose mac does not fit was wiped by a purge, and by nothing else. */
gboolean
tj_audit_is_wiped (TjStore *store,
                   const guint8 before[TJ_AUDIT_HEAD_BYTES],
                   const TjAuditEntry *entry,
                   const guint8 mac[TJ_AUDIT_HEAD_BYTES])
{
  g_autoptr (TjStatement) select = NULL;
  guint8 expected[TJ_AUDIT_HEAD_BYTES], seal[TJ_AUDIT_HEAD_BYTES];

  if (*entry->details != '\0')
    return FALSE;
  select
      = tj_statement_new (store->connection, "SELECT seal FROM audit_wiped WHERE number = ?", NULL);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, entry->number);
  if (tj_statement_step (select, NULL) != TJ_STATEMENT_ROW || !tj_audit_read_mac (select, 0, seal))
    return FALSE;
  seal_row (store, before, entry, mac, expected);
  return sodium_memcmp (expected, seal, sizeof seal) == 0;
}

static gpointer
key_of (gint64 youth_id)
{
  return GSIZE_TO_POINTER ((gsize)youth_id);
}

/* Adds those who were merged into one of the ids; `grew` says whether anybody was. */
static gboolean
add_merged (TjStore *store, GHashTable *ids, gboolean *grew, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (
      store->connection, "SELECT youth_id, details FROM audit WHERE action = 'merge-into'", error);
  TjStatementStep step;

  *grew = FALSE;
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      const char *details = tj_statement_get_text (select, 1);

      if (g_str_has_prefix (details, TJ_AUDIT_MERGED)
          && g_hash_table_contains (ids, key_of (tj_statement_get_number (select, 0))))
        *grew |= g_hash_table_add (
            ids, key_of (g_ascii_strtoll (details + strlen (TJ_AUDIT_MERGED), NULL, 10)));
    }
  return step == TJ_STATEMENT_END;
}

static GHashTable *
collect_ids (TjStore *store, const gint64 *youth_ids, gsize n_youths, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  gboolean grew = TRUE;

  for (gsize i = 0; i < n_youths; i++)
    g_hash_table_add (ids, key_of (youth_ids[i]));
  while (grew)
    if (!add_merged (store, ids, &grew, error))
      return NULL;
  return g_steal_pointer (&ids);
}

/* A row that has been altered gets no seal that holds, so that it goes on to show. */
static void
add_wiping (TjStore *store,
            GArray *wipings,
            const guint8 before[TJ_AUDIT_HEAD_BYTES],
            const TjAuditEntry *entry,
            const guint8 mac[TJ_AUDIT_HEAD_BYTES])
{
  Wiping wiping = { .number = entry->number };
  guint8 expected[TJ_AUDIT_HEAD_BYTES];

  tj_audit_authenticate (store, NULL, before, entry, expected);
  if (sodium_memcmp (expected, mac, sizeof expected) == 0)
    seal_row (store, before, entry, mac, wiping.seal);
  g_array_append_val (wipings, wiping);
}

static GArray *
collect_wipings (TjStore *store, GHashTable *ids, GError **error)
{
  g_autoptr (GArray) wipings = g_array_new (FALSE, FALSE, sizeof (Wiping));
  g_autoptr (TjStatement) select = tj_statement_new (
      store->connection, "SELECT " TJ_AUDIT_COLUMNS ", mac FROM audit ORDER BY number", error);
  guint8 before[TJ_AUDIT_HEAD_BYTES] = { 0 }, mac[TJ_AUDIT_HEAD_BYTES] = { 0 };
  TjStatementStep step;
  TjAuditEntry entry;

  if (select == NULL)
    return NULL;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      tj_audit_read_entry (select, &entry);
      tj_audit_read_mac (select, TJ_AUDIT_MAC_COLUMN, mac);
      if (*entry.details != '\0' && g_hash_table_contains (ids, key_of (entry.youth_id)))
        add_wiping (store, wipings, before, &entry, mac);
      memcpy (before, mac, sizeof before);
    }
  return step == TJ_STATEMENT_END ? g_steal_pointer (&wipings) : NULL;
}

static gboolean
wipe_row (TjStore *store, const Wiping *wiping, GError **error)
{
  g_autoptr (TjStatement) insert = tj_statement_new (
      store->connection, "INSERT INTO audit_wiped (number, seal) VALUES (?, ?)", error);
  g_autoptr (TjStatement) update = NULL;

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_number (insert, 1, wiping->number);
  tj_statement_bind_bytes (insert, 2, wiping->seal, sizeof wiping->seal);
  if (!tj_statement_run (insert, error))
    return FALSE;
  update = tj_statement_new (store->connection, "UPDATE audit SET details = '' WHERE number = ?",
                             error);
  if (update == NULL)
    return FALSE;
  tj_statement_bind_number (update, 1, wiping->number);
  return tj_statement_run (update, error);
}

/* Wipes the details of all rows about these youths and about whom they were merged with, within the
 * transaction that is open. */
gboolean
tj_audit_wipe (TjStore *store, const gint64 *youth_ids, gsize n_youths, GError **error)
{
  g_autoptr (GHashTable) ids = collect_ids (store, youth_ids, n_youths, error);
  g_autoptr (GArray) wipings = NULL;

  if (ids == NULL || (wipings = collect_wipings (store, ids, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < wipings->len; i++)
    if (!wipe_row (store, &g_array_index (wipings, Wiping, i), error))
      return FALSE;
  return TRUE;
}
