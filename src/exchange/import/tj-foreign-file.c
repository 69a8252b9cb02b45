/* Files that are no lists as they stand but are chosen now and then: each is known by what it holds,
 * never by its name, and refused with what to do about it. */

#include "config.h"

#include "tj-foreign-file.h"

#include "tj-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a text file its first mark may stand. */
#define LOOK_BYTES 512

static gboolean
begins_with (const guint8 *data, gsize size, const char *signature, gsize length)
{
  return size >= length && memcmp (data, signature, length) == 0;
}

/* Office's container of old lists its streams by name, in UTF-16. */
static gboolean
holds_stream (const guint8 *data, gsize size, const char *name)
{
  char wide[64];
  gsize length = strlen (name) * 2;
  const guint8 *end = data + size;

  g_assert (length <= sizeof wide);
  for (gsize i = 0; i < length; i++)
    wide[i] = i % 2 == 0 ? name[i / 2] : 0;
  while ((gsize)(end - data) >= length)
    {
      data = memchr (data, wide[0], end - data - length + 1);
      if (data == NULL)
        return FALSE;
      if (memcmp (data, wide, length) == 0)
        return TRUE;
      data++;
    }
  return FALSE;
}

static const char *
describe_container (const guint8 *data, gsize size)
{
  if (holds_stream (data, size, "EncryptedPackage"))
    return _ ("The workbook is protected with a password. Open it in Excel, save it without a "
              "password and import that.");
  if (holds_stream (data, size, "Workbook") || holds_stream (data, size, "Book"))
    return _ ("This is an old Excel file (.xls). Open it in Excel, save it as an Excel workbook "
              "(.xlsx) and import that.");
  return _ ("This is an old Office file and no list. Ask the sender for a CSV file or an Excel "
            "workbook.");
}

/* Some systems export a web page or XML and call it .xls. */
static const char *
describe_markup (const guint8 *data, gsize size)
{
  static const char *const marks[] = { "<html", "<!doctype", "<table", "<?xml", "<workbook" };
  g_autofree char *start = g_strndup ((const char *)data, MIN (size, LOOK_BYTES));
  const char *text = start;

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  text += strspn (text, " \t\r\n");
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (text, marks[i], strlen (marks[i])) == 0)
      return _ ("This is a web page or XML and no list, whatever its name says. Open it in Excel, "
                "save it as an Excel workbook (.xlsx) and import that.");
  return NULL;
}

static const char *
describe (const guint8 *data, gsize size)
{
  static const char container[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

  if (begins_with (data, size, container, 8))
    return describe_container (data, size);
  /* Excel before 1995 wrote its records without a container. */
  if (begins_with (data, size, "\x09\x08\x10\x00", 4)
      || begins_with (data, size, "\x09\x08\x08\x00", 4)
      || begins_with (data, size, "\x09\x04\x06\x00", 4)
      || begins_with (data, size, "\x09\x02\x06\x00", 4)
      || begins_with (data, size, "\x09\x00\x04\x00", 4))
    return _ ("This is an old Excel file (.xls). Open it in Excel, save it as an Excel workbook "
              "(.xlsx) and import that.");
  if (begins_with (data, size, "PK\003\004", 4) || begins_with (data, size, "PK\005\006", 4))
    return _ ("This is a packed file and no text. Unpack it and choose the list in it.");
  if (begins_with (data, size, "%PDF-", 5))
    return _ ("This is a PDF, not a list. Ask the sender for a CSV file.");
  if (begins_with (data, size, "{\\rtf", 5))
    return _ ("This is a text document and no list. Ask the sender for a CSV file or an Excel "
              "workbook.");
  return describe_markup (data, size);
}

/**
 * tj_refuse_foreign_file:
 *
 * Looks whether the bytes are a file of another kind than a list as text.
 *
 * Returns: FALSE with FORMAT, saying what the file is and what to do
 */
gboolean
tj_refuse_foreign_file (const guint8 *data, gsize size, GError **error)
{
  const char *message = describe (data, size);

  if (message != NULL)
    g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT, message);
  return message == NULL;
}
