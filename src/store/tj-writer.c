/* A large change is made of two kinds of work, each about half: to read and judge rows, and to put
 * them into the database. This lets the second kind run beside the first. Rows come as images, in
 * batches; a connection has one user at a time, so whoever else wants it settles first: statements
 * do so by themselves (tj-statement.c). The first failure is kept and ends the writing. */

#include "config.h"

#include "tj-writer.h"

#include <string.h>

#include "tj-connection-private.h"
#include "tj-row-image.h"

#define BATCH_BYTES (64 * 1024)

/* How far reading may run ahead of writing. */
#define MAX_BATCHES 16

/* Before each row in a batch. */
typedef struct
{
  const char *sql;
  gsize n;
} RowHead;

struct _TjWriter
{
  TjConnection *connection;
  GThread *thread;
  GByteArray *batch;      /* being filled, by the caller */
  GHashTable *statements; /* SQL by address → TjStatement, the thread's own */

  GMutex mutex;
  GCond changed;
  GQueue waiting; /* of batches */
  gboolean is_writing;
  gboolean is_ending;
  GError *failure;
};

static TjStatement *
get_statement (TjWriter *self, const char *sql, GError **error)
{
  TjStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = tj_statement_new (self->connection, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, (gpointer)sql, statement);
    }
  return statement;
}

static gboolean
write_batch (TjWriter *self, const GByteArray *batch, GError **error)
{
  for (gsize at = 0; at < batch->len;)
    {
      TjStatement *insert;
      RowHead head;

      memcpy (&head, batch->data + at, sizeof head);
      at += sizeof head;
      insert = get_statement (self, head.sql, error);
      if (insert == NULL || !tj_row_image_bind (batch->data + at, head.n, insert, error)
          || !tj_statement_run (insert, error))
        return FALSE;
      at += head.n;
    }
  return TRUE;
}

/* The next batch, or NULL at the end. */
static GByteArray *
take_batch (TjWriter *self)
{
  GByteArray *batch;

  g_mutex_lock (&self->mutex);
  self->is_writing = FALSE;
  g_cond_broadcast (&self->changed);
  while (g_queue_is_empty (&self->waiting) && !self->is_ending)
    g_cond_wait (&self->changed, &self->mutex);
  batch = g_queue_pop_head (&self->waiting);
  self->is_writing = batch != NULL;
  g_mutex_unlock (&self->mutex);
  return batch;
}

static gpointer
write_on (gpointer data)
{
  TjWriter *self = data;
  GByteArray *batch;

  while ((batch = take_batch (self)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (self->failure == NULL && !write_batch (self, batch, &error))
        {
          g_mutex_lock (&self->mutex);
          self->failure = g_steal_pointer (&error);
          g_mutex_unlock (&self->mutex);
        }
      g_byte_array_unref (batch);
    }
  g_hash_table_remove_all (self->statements);
  return NULL;
}

/**
 * tj_writer_new:
 * @connection: where to write; from now on its other users wait for the writer
 *
 * Returns: (transfer full): a writer
 */
TjWriter *
tj_writer_new (TjConnection *connection)
{
  TjWriter *self = g_new0 (TjWriter, 1);

  self->connection = connection;
  self->batch = g_byte_array_sized_new (BATCH_BYTES);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tj_statement_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  self->thread = g_thread_new ("register", write_on, self);
  tj_connection_set_writer (connection, self, self->thread);
  return self;
}

/* Lets the thread have what was gathered. */
static void
hand_over (TjWriter *self)
{
  if (self->batch->len == 0)
    return;

  g_mutex_lock (&self->mutex);
  while (self->waiting.length >= MAX_BATCHES)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (&self->waiting, self->batch);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  self->batch = g_byte_array_sized_new (BATCH_BYTES);
}

/**
 * tj_writer_insert:
 * @sql: an insert, at an address that is its own as long as the writer lives
 * @row: the image of its parameters
 *
 * Takes a row to be written soon.
 */
void
tj_writer_insert (TjWriter *self, const char *sql, const GByteArray *row)
{
  RowHead head = { sql, row->len };

  g_byte_array_append (self->batch, (const guint8 *)&head, sizeof head);
  g_byte_array_append (self->batch, row->data, row->len);
  if (self->batch->len >= BATCH_BYTES)
    hand_over (self);
}

/**
 * tj_writer_settle:
 *
 * Waits until everything taken is written, or has failed to be. Nothing on the writer's thread.
 */
void
tj_writer_settle (TjWriter *self)
{
  if (g_thread_self () == self->thread)
    return;

  hand_over (self);
  g_mutex_lock (&self->mutex);
  while (self->is_writing || !g_queue_is_empty (&self->waiting))
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * tj_writer_check:
 *
 * Returns: FALSE with the #TjStoreError of the first row that could not be written
 */
gboolean
tj_writer_check (TjWriter *self, GError **error)
{
  gboolean is_good;

  g_mutex_lock (&self->mutex);
  is_good = self->failure == NULL;
  if (!is_good && error != NULL)
    *error = g_error_copy (self->failure);
  g_mutex_unlock (&self->mutex);
  return is_good;
}

/**
 * tj_writer_free:
 * @self: (transfer full): a writer
 *
 * Waits for the end and gives the connection back.
 */
void
tj_writer_free (TjWriter *self)
{
  tj_writer_settle (self);
  g_mutex_lock (&self->mutex);
  self->is_ending = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  tj_connection_set_writer (self->connection, NULL, NULL);

  g_hash_table_unref (self->statements);
  g_byte_array_unref (self->batch);
  g_clear_error (&self->failure);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}
