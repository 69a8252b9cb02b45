/* Reads the parts of a workbook out of its ZIP archive, piece by piece and never to disk. Archives
 * come from outside: the number of parts, what they inflate to and how far are limited, whatever
 * the archive says of itself. Part names are compared without case, as the format has it. */

#include "config.h"

#include "tj-xlsx-archive.h"

#include "tj-exchange-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A workbook has a few dozen parts, a heavy one some hundred. */
#define MAX_PARTS 4096

/* What all parts read may inflate to. The largest list allowed comes to about 700 MB. */
#define MAX_INFLATED ((gsize)2 * 1024 * 1024 * 1024)

/* How many times the archive's own size is believed, once it is worth a thought. A sheet of rows
 * that are all alike comes to about 60. */
#define MAX_RATIO 200
#define FREE_BYTES ((gsize)16 * 1024 * 1024)

struct _TjXlsxArchive
{
  GBytes *bytes;
  GHashTable *parts;
  gsize inflated;
};

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

struct _TjXlsxPart
{
  TjXlsxArchive *owner; /* borrowed */
  Archive *archive;
  GCancellable *cancellable;
};

/**
 * tj_xlsx_is_archive:
 *
 * Returns: whether the bytes begin as a ZIP archive does
 */
gboolean
tj_xlsx_is_archive (const guint8 *data, gsize size)
{
  return size >= 4 && memcmp (data, "PK\003\004", 4) == 0;
}

/**
 * tj_xlsx_refuse_damaged:
 *
 * Sets @error to say that the workbook is damaged.
 *
 * Returns: FALSE
 */
gboolean
tj_xlsx_refuse_damaged (GError **error)
{
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT,
                       _ ("The workbook is damaged or not complete. Open it in a spreadsheet, save "
                          "it anew as an Excel workbook (.xlsx) and import that."));
  return FALSE;
}

static gboolean
refuse (GError **error, TjExchangeError code, const char *message)
{
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_password (GError **error)
{
  return refuse (error, TJ_EXCHANGE_ERROR_FORMAT,
                 _ ("The workbook is protected with a password. Open it in Excel, save it without "
                    "a password and import that."));
}

static gboolean
refuse_bomb (GError **error)
{
  return refuse (error, TJ_EXCHANGE_ERROR_TOO_LARGE,
                 _ ("The workbook unpacks to more than a list can be. It was not read. "
                    "Ask the sender for a CSV file."));
}

/* Parts are named with strokes, whatever the producer's system has, and without one in front. */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  g_strdelimit (folded, "\\", '/');
  return g_strdup (folded + strspn (folded, "/"));
}

static char *
dup_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return fold_name (name != NULL ? name : "");
}

static Archive *
open_archive (TjXlsxArchive *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (self->bytes, &size);

  archive_read_support_format_zip (archive);
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  archive_read_set_options (archive, "zip:ignorecrc32");
#endif
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      tj_xlsx_refuse_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

/* The next entry that can be read; FALSE at the end, or with `error` set. */
static gboolean
next_entry (Archive *archive, struct archive_entry **entry, GError **error)
{
  int result = archive_read_next_header (archive, entry);

  if (result == ARCHIVE_EOF)
    return FALSE;
  return result >= ARCHIVE_WARN || tj_xlsx_refuse_damaged (error);
}

static gboolean
list_parts (TjXlsxArchive *self, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  g_autoptr (GError) problem = NULL;
  struct archive_entry *entry;
  guint n = 0;

  if (archive == NULL)
    return FALSE;
  while (next_entry (archive, &entry, &problem))
    {
      if (archive_entry_is_encrypted (entry))
        return refuse_password (error);
      if (++n > MAX_PARTS)
        return refuse_bomb (error);
      g_hash_table_add (self->parts, dup_entry_name (entry));
    }
  return (problem == NULL && n > 0) || tj_xlsx_refuse_damaged (error);
}

/**
 * tj_xlsx_archive_new:
 * @bytes: the whole file
 *
 * Opens an archive and lists its parts.
 *
 * Returns: (transfer full): the archive; NULL with FORMAT when it is damaged or protected with a
 *   password, TOO_LARGE when it has too many parts
 */
TjXlsxArchive *
tj_xlsx_archive_new (GBytes *bytes, GError **error)
{
  g_autoptr (TjXlsxArchive) self = g_new0 (TjXlsxArchive, 1);

  self->bytes = g_bytes_ref (bytes);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_xlsx_archive_free:
 *
 * Frees @self.
 */
void
tj_xlsx_archive_free (TjXlsxArchive *self)
{
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * tj_xlsx_archive_has:
 * @name: of a part, as "xl/workbook.xml"
 *
 * Returns: whether the archive has the part
 */
gboolean
tj_xlsx_archive_has (TjXlsxArchive *self, const char *name)
{
  g_autofree char *folded = fold_name (name);

  return g_hash_table_contains (self->parts, folded);
}

static gboolean
count_inflated (TjXlsxArchive *self, gsize size, GError **error)
{
  gsize packed = g_bytes_get_size (self->bytes);

  self->inflated += size;
  if (self->inflated > MAX_INFLATED
      || (self->inflated > FREE_BYTES && self->inflated / MAX_RATIO > packed))
    return refuse_bomb (error);
  return TRUE;
}

/**
 * tj_xlsx_part_open:
 * @archive: must outlive the part
 * @name: of a part that the archive has; the first of several by the same name is read
 * @cancellable: (nullable): stops the reading
 *
 * Finds a part, to be read from its beginning.
 *
 * Returns: (transfer full): the part, or NULL with FORMAT when it is not there
 */
TjXlsxPart *
tj_xlsx_part_open (TjXlsxArchive *archive,
                   const char *name,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TjXlsxPart) self = g_new0 (TjXlsxPart, 1);
  g_autofree char *wanted = fold_name (name);
  struct archive_entry *entry;

  self->owner = archive;
  self->archive = open_archive (archive, error);
  g_set_object (&self->cancellable, cancellable);
  if (self->archive == NULL)
    return NULL;
  while (next_entry (self->archive, &entry, NULL))
    {
      g_autofree char *found = dup_entry_name (entry);

      if (strcmp (found, wanted) == 0)
        return g_steal_pointer (&self);
    }
  tj_xlsx_refuse_damaged (error);
  return NULL;
}

/**
 * tj_xlsx_part_free:
 *
 * Frees @self.
 */
void
tj_xlsx_part_free (TjXlsxPart *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * tj_xlsx_part_read:
 * @buffer: room for @size bytes
 *
 * Inflates the next piece.
 *
 * Returns: its bytes, 0 at the end; -1 with FORMAT when the archive is damaged, TOO_LARGE when it
 *   inflates beyond belief, or CANCELLED of #GIOErrorEnum
 */
gssize
tj_xlsx_part_read (TjXlsxPart *self, char *buffer, gsize size, GError **error)
{
  la_ssize_t n;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;
  n = archive_read_data (self->archive, buffer, size);
  if (n < 0)
    tj_xlsx_refuse_damaged (error);
  return n >= 0 && count_inflated (self->owner, n, error) ? n : -1;
}
