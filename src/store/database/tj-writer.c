/* A large change is made of two kinds of work, each about half: to read and judge rows, and to put
 * them into the database. This lets the second kind run beside the first. Rows come as images, in
 * batches; those of one table in a batch go in together, many a statement, table by table in the
 * order in which the tables first came, so that a row comes after the one it refers to. A connection
 * has one user at a time, so whoever else wants it settles first: statements do so by themselves
 * (tj-statement.c). The first failure is kept and ends the writing. */

#include "config.h"

#include "tj-writer.h"

#include <string.h>

#include "tj-connection-private.h"
#include "tj-row-image.h"

#define BATCH_BYTES (64 * 1024)

/* How far reading may run ahead of writing. */
#define MAX_BATCHES 16

/* How many rows go into one statement at most, and how many parameters it may have. */
#define ROWS_AT_ONCE 32
#define MOST_PARAMETERS 999

/* Before each row in a batch: the row's image, or what `make` makes it of. */
typedef struct
{
  const char *sql;
  gboolean has_references;
  TjWriterMake make;
  gsize n;
} RowHead;

/* The rows of a batch that go into one table. */
typedef struct
{
  const char *sql; /* told apart by its address */
  gboolean has_references;
  TjStatement *single; /* the thread's own, as is the next */
  TjStatement *many;
  guint n_at_once; /* rows of `many` */
  GArray *rows;    /* of Row */
} Group;

typedef struct
{
  TjWriterMake make;
  const guint8 *bytes;
  gsize n;
} Row;

struct _TjWriter
{
  TjConnection *connection;
  GThread *thread;
  GByteArray *batch; /* being filled, by the caller */
  GPtrArray *groups; /* of Group, the thread's own */
  GByteArray *made[ROWS_AT_ONCE];

  GMutex mutex;
  GCond changed;
  GQueue waiting; /* of batches */
  gboolean is_writing;
  gboolean is_ending;
  GError *failure;
};

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->rows);
  g_free (group);
}

static void
end_statements (TjWriter *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      g_clear_pointer (&group->single, tj_statement_free);
      g_clear_pointer (&group->many, tj_statement_free);
    }
}

static Group *
get_group (TjWriter *self, const RowHead *head)
{
  Group *group;

  for (guint i = 0; i < self->groups->len; i++)
    if (((Group *)self->groups->pdata[i])->sql == head->sql)
      return self->groups->pdata[i];

  group = g_new0 (Group, 1);
  group->sql = head->sql;
  group->has_references = head->has_references;
  group->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_ptr_array_add (self->groups, group);
  return group;
}

/* "INSERT INTO t (a, b) VALUES (?, ?)" with its last parentheses so many times. OR FAIL: a failure
 * ends the whole change, so SQLite need not be able to take back the one statement. */
static char *
compose_many (const char *sql, guint n_rows)
{
  const char *values = strrchr (sql, '(');
  GString *many = g_string_new ("INSERT OR FAIL");

  g_assert (g_str_has_prefix (sql, "INSERT INTO"));
  g_string_append (many, sql + strlen ("INSERT"));
  for (guint i = 1; i < n_rows; i++)
    g_string_append_printf (many, ", %s", values);
  return g_string_free (many, FALSE);
}

static gboolean
prepare_group (TjWriter *self, Group *group, GError **error)
{
  g_autofree char *many = NULL;

  if (group->many != NULL)
    return TRUE;
  group->single = tj_statement_new (self->connection, group->sql, error);
  if (group->single == NULL)
    return FALSE;
  group->n_at_once = MOST_PARAMETERS / (guint)tj_statement_count_parameters (group->single);
  group->n_at_once = MIN (group->n_at_once, ROWS_AT_ONCE);
  many = compose_many (group->sql, group->n_at_once);
  group->many = tj_statement_new (self->connection, many, error);
  return group->many != NULL;
}

static gboolean
write_rows (TjWriter *self, TjStatement *statement, const Row *rows, guint n, GError **error)
{
  int parameter = 1;

  for (guint i = 0; i < n; i++)
    {
      Row row = rows[i];

      if (row.make != NULL)
        {
          row.make (row.bytes, self->made[i]);
          row.bytes = self->made[i]->data;
          row.n = self->made[i]->len;
        }
      if (!tj_row_image_bind_from (row.bytes, row.n, statement, parameter, &parameter, error))
        return FALSE;
    }
  return tj_statement_run (statement, error);
}

static gboolean
write_group (TjWriter *self, Group *group, GError **error)
{
  const Row *rows = (const Row *)(gpointer)group->rows->data;
  guint n = group->rows->len, i = 0;

  if (!prepare_group (self, group, error))
    return FALSE;
  /* To take back one statement with references and many rows SQLite copies each page it touches:
   * that costs more than is saved. */
  for (; !group->has_references && i + group->n_at_once <= n; i += group->n_at_once)
    if (!write_rows (self, group->many, rows + i, group->n_at_once, error))
      return FALSE;
  for (; i < n; i++)
    if (!write_rows (self, group->single, rows + i, 1, error))
      return FALSE;
  return TRUE;
}

static void
sort_batch (TjWriter *self, const GByteArray *batch)
{
  for (gsize at = 0; at < batch->len;)
    {
      RowHead head;
      Row row;

      memcpy (&head, batch->data + at, sizeof head);
      at += sizeof head;
      row = (Row){ head.make, batch->data + at, head.n };
      g_array_append_val (get_group (self, &head)->rows, row);
      at += head.n;
    }
}

static gboolean
write_batch (TjWriter *self, const GByteArray *batch, GError **error)
{
  gboolean is_written = TRUE;

  sort_batch (self, batch);
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      is_written = is_written && write_group (self, group, error);
      g_array_set_size (group->rows, 0);
    }
  return is_written;
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
  end_statements (self);
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
  self->groups = g_ptr_array_new_with_free_func (group_free);
  for (guint i = 0; i < ROWS_AT_ONCE; i++)
    self->made[i] = g_byte_array_new ();
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

static void
add_row (TjWriter *self, const RowHead *head, gconstpointer bytes)
{
  g_byte_array_append (self->batch, (const guint8 *)head, sizeof *head);
  g_byte_array_append (self->batch, bytes, (guint)head->n);
  if (self->batch->len >= BATCH_BYTES)
    hand_over (self);
}

/**
 * tj_writer_insert:
 * @sql: an insert, at an address that is its own as long as the writer lives
 * @has_references: whether its table refers to others
 * @row: the image of its parameters
 *
 * Takes a row to be written soon.
 */
void
tj_writer_insert (TjWriter *self, const char *sql, gboolean has_references, const GByteArray *row)
{
  RowHead head = { sql, has_references, NULL, row->len };

  add_row (self, &head, row->data);
}

/**
 * tj_writer_insert_made:
 * @sql: as for tj_writer_insert(), into a table without references
 * @make: (scope forever): makes the row of a copy of @data
 * @n: how many bytes @data has
 *
 * Takes a row that is work to make: that is done on the writer's thread too.
 */
void
tj_writer_insert_made (TjWriter *self,
                       const char *sql,
                       TjWriterMake make,
                       gconstpointer data,
                       gsize n)
{
  RowHead head = { sql, FALSE, make, n };

  add_row (self, &head, data);
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

  g_ptr_array_unref (self->groups);
  g_byte_array_unref (self->batch);
  for (guint i = 0; i < ROWS_AT_ONCE; i++)
    g_byte_array_unref (self->made[i]);
  g_clear_error (&self->failure);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}
