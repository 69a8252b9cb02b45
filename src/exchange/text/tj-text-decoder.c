/* From the bytes of a file to UTF-8 text without byte order mark and NULs. Lists come from Excel,
 * from old exports and from mail, so the encoding is guessed from the bytes alone: a mark, the
 * rhythm of zero bytes, validity as UTF-8, and at last eight bits. Not for text of unknown
 * language: CP437 and Mac Roman are read as CP1252. */

#include "config.h"

#include "tj-text-decoder.h"

#include "tj-foreign-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT 0xFFFD

/* As much as the guesses look at. */
#define SAMPLE_BYTES 65536

static const char *const names[TJ_N_ENCODINGS] = {
  "UTF-8", "UTF-16LE", "UTF-16BE", "CP1252", "ISO-8859-1",
};

/* CP1252 between 0x80 and 0x9F; zero where it has no character. */
static const guint16 cp1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* Text under construction, in a buffer that was made large enough beforehand. */
typedef struct
{
  char *start;
  char *end;
} Writer;

static void
writer_init (Writer *writer, gsize capacity)
{
  writer->start = writer->end = g_malloc (capacity + 1);
}

static void
writer_put (Writer *writer, gunichar character)
{
  writer->end += g_unichar_to_utf8 (character, writer->end);
}

static GBytes *
writer_finish (Writer *writer)
{
  gsize length = writer->end - writer->start;

  return g_bytes_new_take (g_realloc (writer->start, MAX (length, 1)), length);
}

static gboolean
begins_with (const guint8 *data, gsize size, const char *signature, gsize length)
{
  return size >= length && memcmp (data, signature, length) == 0;
}

/* Control characters that no list holds, as a share of what is looked at. */
static gboolean
refuse_binary (const guint8 *data, gsize size, GError **error)
{
  gsize sample = MIN (size, SAMPLE_BYTES);
  gsize n_controls = 0, n_nuls = 0;

  for (gsize i = 0; i < sample; i++)
    {
      n_nuls += data[i] == 0;
      n_controls += data[i] < 0x20 && data[i] != 0 && strchr ("\t\n\v\f\r\x1a", data[i]) == NULL;
    }
  if (n_controls <= 1 + sample / 100 && n_nuls <= 1 + sample / 10)
    return TRUE;

  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_ENCODING,
                       _ ("The file is not text. Ask the sender for a CSV file."));
  return FALSE;
}

/* UTF-16 without a mark: text of our part of the world has a zero in every second byte. */
static gboolean
guess_utf16 (const guint8 *data, gsize size, TjEncoding *encoding)
{
  gsize sample = MIN (size, SAMPLE_BYTES) & ~(gsize)1;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < sample; i++)
    zeros[i & 1] += data[i] == 0;
  *encoding = zeros[1] > zeros[0] ? TJ_ENCODING_UTF16LE : TJ_ENCODING_UTF16BE;
  return sample >= 4 && MAX (zeros[0], zeros[1]) * 5 >= sample * 2
         && MIN (zeros[0], zeros[1]) * 20 <= sample;
}

static gunichar
read_unit (const guint8 *data, TjEncoding encoding)
{
  return encoding == TJ_ENCODING_UTF16LE ? data[0] | data[1] << 8 : data[0] << 8 | data[1];
}

static GBytes *
decode_utf16 (const guint8 *data, gsize size, TjTextInfo *info)
{
  Writer writer;

  writer_init (&writer, size / 2 * 3 + 3);
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar unit = read_unit (data + i, info->encoding);
      gunichar next = i + 3 < size ? read_unit (data + i + 2, info->encoding) : 0;

      if (unit == 0)
        info->n_nuls++;
      else if (unit < 0xD800 || unit > 0xDFFF)
        writer_put (&writer, unit);
      else if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF)
        {
          writer_put (&writer, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
          i += 2;
        }
      else
        {
          writer_put (&writer, REPLACEMENT);
          info->n_damaged++;
        }
    }
  info->n_damaged += size & 1;
  return writer_finish (&writer);
}

/* Eight bits: ISO-8859-1 has only controls between 0x80 and 0x9F, CP1252 has characters there.
 * Where neither byte occurs the two say the same; where CP1252 has no character it is not CP1252. */
static TjEncoding
guess_eight_bits (const guint8 *data, gsize size)
{
  TjEncoding encoding = TJ_ENCODING_ISO_8859_1;

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] < 0x80 || data[i] > 0x9F)
        continue;
      if (cp1252[data[i] - 0x80] == 0)
        return TJ_ENCODING_ISO_8859_1;
      encoding = TJ_ENCODING_CP1252;
    }
  return encoding;
}

static GBytes *
decode_eight_bits (const guint8 *data, gsize size, TjTextInfo *info)
{
  Writer writer;
  gsize capacity = size;

  info->encoding = guess_eight_bits (data, size);
  for (gsize i = 0; i < size; i++)
    capacity += data[i] >= 0xA0 ? 1 : data[i] >= 0x80 ? 2 : 0;

  writer_init (&writer, capacity);
  for (gsize i = 0; i < size; i++)
    if (data[i] < 0x80)
      *writer.end++ = data[i];
    else if (info->encoding == TJ_ENCODING_CP1252 && data[i] <= 0x9F)
      writer_put (&writer, cp1252[data[i] - 0x80]);
    else
      writer_put (&writer, data[i]);
  return writer_finish (&writer);
}

/* How UTF-8 is it? Counts sequences of several bytes that are valid, and places that are not. */
static void
weigh_utf8 (const char *text, gsize length, gsize *n_valid, gsize *n_invalid)
{
  const char *end = text + length;

  *n_valid = *n_invalid = 0;
  while (text < end)
    {
      const char *stop;

      g_utf8_validate_len (text, end - text, &stop);
      for (; text < stop; text++)
        *n_valid += ((guchar)*text & 0xC0) == 0xC0;
      if (text < end)
        {
          (*n_invalid)++;
          text++;
        }
    }
}

static GBytes *
repair_utf8 (const char *text, gsize length)
{
  char *valid = g_utf8_make_valid (text, length);

  return g_bytes_new_take (valid, strlen (valid));
}

/* Text of eight-bit units without NULs: UTF-8, also when a few places are damaged, or not. */
static GBytes *
decode_units (GBytes *bytes, TjTextInfo *info)
{
  gsize size, n_valid;
  const char *text = g_bytes_get_data (bytes, &size);

  info->encoding = TJ_ENCODING_UTF8;
  if (g_utf8_validate_len (text, size, NULL))
    return g_bytes_ref (bytes);

  weigh_utf8 (text, size, &n_valid, &info->n_damaged);
  if (info->has_mark || n_valid > 4 * info->n_damaged)
    return repair_utf8 (text, size);

  info->n_damaged = 0;
  return decode_eight_bits ((const guint8 *)text, size, info);
}

static GBytes *
without_nuls (GBytes *bytes, TjTextInfo *info)
{
  gsize size, n = 0;
  const char *text = g_bytes_get_data (bytes, &size);
  char *kept;

  if (memchr (text, 0, size) == NULL)
    return g_bytes_ref (bytes);

  kept = g_malloc (size);
  for (gsize i = 0; i < size; i++)
    if (text[i] != 0)
      kept[n++] = text[i];
  info->n_nuls = size - n;
  return g_bytes_new_take (kept, n);
}

/* The length of the mark that `data` begins with, or 0. */
static gsize
find_mark (const guint8 *data, gsize size, TjEncoding *encoding)
{
  static const struct
  {
    const char *mark;
    gsize length;
    TjEncoding encoding;
  } marks[] = {
    { "\xEF\xBB\xBF", 3, TJ_ENCODING_UTF8 },
    { "\xFF\xFE", 2, TJ_ENCODING_UTF16LE },
    { "\xFE\xFF", 2, TJ_ENCODING_UTF16BE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (begins_with (data, size, marks[i].mark, marks[i].length))
      {
        *encoding = marks[i].encoding;
        return marks[i].length;
      }
  return 0;
}

/**
 * tj_text_decode:
 * @bytes: the whole file
 * @info: (out): the encoding found and what was mended
 *
 * Turns a file into valid UTF-8 without byte order mark and without NULs. Shares the memory of
 * @bytes when there is nothing to change.
 *
 * Returns: (transfer full): the text; NULL with EMPTY, FORMAT (a workbook or a PDF) or ENCODING
 */
GBytes *
tj_text_decode (GBytes *bytes, TjTextInfo *info, GError **error)
{
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) clean = NULL;
  TjTextInfo found = { 0 };
  gsize size, mark;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean is_utf16;

  mark = find_mark (data, size, &found.encoding);
  if (size == mark)
    {
      g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_EMPTY,
                           _ ("The file is empty."));
      return NULL;
    }
  if (!tj_refuse_foreign_file (data, size, error))
    return NULL;

  found.has_mark = mark > 0;
  is_utf16 = found.has_mark ? found.encoding != TJ_ENCODING_UTF8
                            : guess_utf16 (data, size, &found.encoding);
  if (!is_utf16 && !refuse_binary (data, size, error))
    return NULL;

  *info = found;
  if (is_utf16)
    return decode_utf16 (data + mark, size - mark, info);
  body = g_bytes_new_from_bytes (bytes, mark, size - mark);
  clean = without_nuls (body, info);
  return decode_units (clean, info);
}

/**
 * tj_encoding_name:
 *
 * Returns: the registered name of @encoding, for people and for machines
 */
const char *
tj_encoding_name (TjEncoding encoding)
{
  g_return_val_if_fail (encoding < TJ_N_ENCODINGS, NULL);
  return names[encoding];
}
