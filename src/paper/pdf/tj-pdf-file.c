/* The bytes of a PDF 1.7 file (ISO 32000-1, 7.5): objects, object streams, a cross-reference
 * stream and the trailer. Small objects are gathered, 200 at a time, in compressed object streams,
 * so that a letter costs little over a kilobyte and memory stays flat. Nothing here knows what the
 * objects mean. The file identifier is a digest of the bytes (MD5 names, it protects nothing): the
 * same letters give the same file.
 */

#include "config.h"

#include "tj-pdf-file.h"

#include "tj-pdf-ops.h"

#include <string.h>
#include <zlib.h>

#define OBJECTS_PER_STREAM 200
#define ID_SIZE 16

/* The deflater is started anew for each of thousands of small streams, so its tables are small. */
#define SMALL_MEMORY 5

/* Where an object stands: at an offset of the file, or at an index of an object stream. */
typedef struct
{
  guint8 kind;
  guint32 place;
  guint16 index;
} Entry;

enum
{
  ENTRY_FREE,
  ENTRY_PLAIN,
  ENTRY_PACKED,
};

struct _TjPdfFile
{
  GByteArray *bytes;
  GArray *entries;
  GString *packed_header;
  GString *packed;
  GString *scratch;
  guint packed_stream;
  guint n_packed;
  z_stream deflater;
};

static void
append (TjPdfFile *self, const void *data, gsize size)
{
  g_byte_array_append (self->bytes, data, (guint)size);
}

static void
append_text (TjPdfFile *self, const char *text)
{
  append (self, text, strlen (text));
}

static void
begin_object (TjPdfFile *self, guint object)
{
  Entry *entry = &g_array_index (self->entries, Entry, object);

  g_assert (entry->kind == ENTRY_FREE);
  *entry = (Entry){ ENTRY_PLAIN, self->bytes->len, 0 };
  g_string_truncate (self->scratch, 0);
  tj_ops_integer (self->scratch, object);
  g_string_append (self->scratch, " 0 obj\n");
  append (self, self->scratch->str, self->scratch->len);
}

static void
write_stream (TjPdfFile *self,
              guint object,
              const char *entries,
              const char *filter,
              const void *data,
              gsize size)
{
  begin_object (self, object);
  g_string_printf (self->scratch, "<<%s%s/Length %" G_GSIZE_FORMAT ">>\nstream\n", entries, filter,
                   size);
  append (self, self->scratch->str, self->scratch->len);
  append (self, data, size);
  append_text (self, "\nendstream\nendobj\n");
}

static void
flush_packed (TjPdfFile *self)
{
  g_autoptr (GString) whole = NULL;
  g_autofree char *entries = NULL;

  if (self->n_packed == 0)
    return;
  entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, self->n_packed,
                             self->packed_header->len);
  whole = g_string_new_len (self->packed_header->str, (gssize)self->packed_header->len);
  g_string_append_len (whole, self->packed->str, (gssize)self->packed->len);
  tj_pdf_file_put_stream (self, self->packed_stream, entries, whole->str, whole->len);
  g_string_truncate (self->packed_header, 0);
  g_string_truncate (self->packed, 0);
  self->n_packed = 0;
}

static void
append_entry (GByteArray *table, const Entry *entry)
{
  const guint8 row[] = { entry->kind,
                         (guint8)(entry->place >> 24),
                         (guint8)(entry->place >> 16),
                         (guint8)(entry->place >> 8),
                         (guint8)entry->place,
                         (guint8)(entry->index >> 8),
                         (guint8)entry->index };

  g_byte_array_append (table, row, sizeof row);
}

static GByteArray *
build_cross_reference (TjPdfFile *self, guint own_object)
{
  GByteArray *table = g_byte_array_new ();

  g_array_index (self->entries, Entry, 0) = (Entry){ ENTRY_FREE, 0, G_MAXUINT16 };
  g_array_index (self->entries, Entry, own_object) = (Entry){ ENTRY_PLAIN, self->bytes->len, 0 };
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      g_assert (i == 0 || entry->kind != ENTRY_FREE);
      append_entry (table, entry);
    }
  g_array_index (self->entries, Entry, own_object).kind = ENTRY_FREE;
  return table;
}

static void
append_file_id (TjPdfFile *self, GString *entries)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_MD5);
  const char *hex;

  g_checksum_update (digest, self->bytes->data, self->bytes->len);
  hex = g_checksum_get_string (digest);
  g_string_append_printf (entries, "/ID[<%.*s><%.*s>]", 2 * ID_SIZE, hex, 2 * ID_SIZE, hex);
}

/* Returns: (transfer full): an empty file */
TjPdfFile *
tj_pdf_file_new (void)
{
  TjPdfFile *self = g_new0 (TjPdfFile, 1);

  self->bytes = g_byte_array_sized_new (1 << 16);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (self->entries, 1);
  self->packed_header = g_string_new (NULL);
  self->packed = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  if (deflateInit2 (&self->deflater, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS, SMALL_MEMORY,
                    Z_DEFAULT_STRATEGY)
      != Z_OK)
    g_error ("zlib cannot start");
  append_text (self, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  return self;
}

/* Frees the file, finished or not. */
void
tj_pdf_file_free (TjPdfFile *self)
{
  deflateEnd (&self->deflater);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_array_unref (self->entries);
  g_string_free (self->packed_header, TRUE);
  g_string_free (self->packed, TRUE);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/**
 * tj_pdf_file_reserve:
 *
 * Returns: the number of a new object, which has to be put before the file is finished
 */
guint
tj_pdf_file_reserve (TjPdfFile *self)
{
  g_array_set_size (self->entries, self->entries->len + 1);
  return self->entries->len - 1;
}

/* Puts the object numbered @object into a compressed object stream. */
void
tj_pdf_file_put (TjPdfFile *self, guint object, const GString *value)
{
  Entry *entry;

  if (self->n_packed == 0)
    self->packed_stream = tj_pdf_file_reserve (self);
  entry = &g_array_index (self->entries, Entry, object);
  g_assert (entry->kind == ENTRY_FREE);
  *entry = (Entry){ ENTRY_PACKED, self->packed_stream, (guint16)self->n_packed };
  tj_ops_integer (self->packed_header, object);
  g_string_append_c (self->packed_header, ' ');
  tj_ops_integer (self->packed_header, (guint)self->packed->len);
  g_string_append_c (self->packed_header, ' ');
  g_string_append_len (self->packed, value->str, (gssize)value->len);
  g_string_append_c (self->packed, '\n');
  if (++self->n_packed == OBJECTS_PER_STREAM)
    flush_packed (self);
}

/* Puts an object readable without decompression: the catalog and the document's information. */
void
tj_pdf_file_put_plain (TjPdfFile *self, guint object, const GString *value)
{
  begin_object (self, object);
  append (self, value->str, value->len);
  append_text (self, "\nendobj\n");
}

/* Puts a stream, deflated; @entries are those of its dictionary besides filter and length. */
void
tj_pdf_file_put_stream (TjPdfFile *self,
                        guint object,
                        const char *entries,
                        const void *data,
                        gsize size)
{
  z_stream *deflater = &self->deflater;
  gsize bound = deflateBound (deflater, size);
  g_autofree guint8 *deflated = g_malloc (bound);
  int status;

  deflateReset (deflater);
  deflater->next_in = (Bytef *)data;
  deflater->avail_in = (uInt)size;
  deflater->next_out = deflated;
  deflater->avail_out = (uInt)bound;
  status = deflate (deflater, Z_FINISH);
  g_assert (status == Z_STREAM_END);
  write_stream (self, object, entries, "/Filter/FlateDecode", deflated,
                bound - deflater->avail_out);
}

/* Puts a stream as it is: the metadata, which other programs look for in plain. */
void
tj_pdf_file_put_plain_stream (TjPdfFile *self,
                              guint object,
                              const char *entries,
                              const void *data,
                              gsize size)
{
  write_stream (self, object, entries, "", data, size);
}

/**
 * tj_pdf_file_finish:
 * @catalog: the document catalog
 * @info: the document information
 *
 * Writes what is left and the cross-reference. Every reserved object has been put.
 *
 * Returns: (transfer full): the whole file; @self is empty afterwards and can only be freed
 */
GBytes *
tj_pdf_file_finish (TjPdfFile *self, guint catalog, guint info)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (GByteArray) table = NULL;
  gsize start;
  guint object;

  flush_packed (self);
  object = tj_pdf_file_reserve (self);
  start = self->bytes->len;
  table = build_cross_reference (self, object);
  g_string_append_printf (entries, "/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R",
                          self->entries->len, catalog, info);
  append_file_id (self, entries);
  tj_pdf_file_put_stream (self, object, entries->str, table->data, table->len);
  g_string_printf (self->scratch, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
  append (self, self->scratch->str, self->scratch->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
