/* Reads the XML of a workbook's parts as a stream of events. The format forbids document types, and
 * with them go entities of the file's own and everything that would be fetched: a part that has one
 * is refused. Nothing of libxml2 passes this file. */

#include "config.h"

#include "tj-xlsx-xml.h"

#include "tj-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* A part that is being parsed: where it comes from and whom it is told. */
typedef struct
{
  TjXlsxReadFunc read;
  gpointer source;
  const TjXlsxHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  GError *error;
} Reading;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* libxml2 has five pointers for an attribute: name, prefix, namespace, value and its end. */
enum
{
  ATTRIBUTE_NAME = 0,
  ATTRIBUTE_PREFIX = 1,
  ATTRIBUTE_VALUE = 3,
  ATTRIBUTE_END = 4,
  ATTRIBUTE_SIZE = 5,
};

static void
stop_unless (Reading *self, gboolean is_good)
{
  if (!is_good)
    xmlStopParser (self->parser);
}

static void
on_start (void *user_data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Reading *self = user_data;
  TjXlsxAttributes list = { attributes, n_attributes };

  if (self->error == NULL)
    stop_unless (self, self->handler->start (self->data, (const char *)name, &list, &self->error));
}

static void
on_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *self = user_data;

  if (self->error == NULL)
    stop_unless (self, self->handler->end (self->data, (const char *)name, &self->error));
}

static void
on_text (void *user_data, const xmlChar *text, int length)
{
  Reading *self = user_data;

  if (self->error == NULL && self->handler->text != NULL)
    self->handler->text (self->data, (const char *)text, length);
}

static void
on_document_type (void *user_data, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
  Reading *self = user_data;

  if (self->error == NULL)
    g_set_error_literal (&self->error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT,
                         _ ("The workbook holds definitions that no workbook may hold. It was not "
                            "read. Ask the sender for a CSV file."));
  xmlStopParser (self->parser);
}

static int
on_read (void *user_data, char *buffer, int size)
{
  Reading *self = user_data;

  return self->error == NULL ? (int)self->read (self->source, buffer, size, &self->error) : -1;
}

static xmlParserCtxt *
new_parser (Reading *reading)
{
  static gsize is_ready;
  xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_document_type,
  };
  xmlParserCtxt *parser;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
  parser = xmlCreateIOParserCtxt (&events, reading, on_read, NULL, reading, XML_CHAR_ENCODING_NONE);
  if (parser == NULL)
    return NULL;
  /* Without NOENT an ampersand in an attribute comes as "&#38;". Entities of the file's own cannot be
   * meant by it: what would declare them is refused. */
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  return parser;
}

/**
 * tj_xlsx_xml_parse:
 * @func: gives the bytes of @source
 * @handler: told of what is read, with @data
 *
 * Parses a whole part.
 *
 * Returns: FALSE with what @func or @handler set, or FORMAT when it is no XML or has a document type
 */
gboolean
tj_xlsx_xml_parse (TjXlsxReadFunc func,
                   gpointer source,
                   const TjXlsxHandler *handler,
                   gpointer data,
                   GError **error)
{
  Reading reading = { .read = func, .source = source, .handler = handler, .data = data };
  g_autoptr (xmlParserCtxt) parser = new_parser (&reading);
  gboolean is_good;

  reading.parser = parser;
  is_good = parser != NULL && xmlParseDocument (parser) == 0 && parser->wellFormed;
  if (parser != NULL)
    g_clear_pointer (&parser->myDoc, xmlFreeDoc);
  if (reading.error == NULL)
    return is_good || tj_xlsx_refuse_damaged (error);
  g_propagate_error (error, reading.error);
  return FALSE;
}

static gssize
read_part (gpointer source, char *buffer, gsize size, GError **error)
{
  return tj_xlsx_part_read (source, buffer, size, error);
}

/**
 * tj_xlsx_xml_parse_part:
 * @name: of a part of @archive
 *
 * As tj_xlsx_xml_parse(), from an archive.
 *
 * Returns: FALSE as tj_xlsx_part_open(), tj_xlsx_part_read() and tj_xlsx_xml_parse()
 */
gboolean
tj_xlsx_xml_parse_part (TjXlsxArchive *archive,
                        const char *name,
                        const TjXlsxHandler *handler,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (TjXlsxPart) part = tj_xlsx_part_open (archive, name, cancellable, error);

  return part != NULL && tj_xlsx_xml_parse (read_part, part, handler, data, error);
}

/**
 * tj_xlsx_attribute:
 * @name: without prefix
 * @length: (out): of the value in bytes
 *
 * Returns: (transfer none) (nullable): the value, not NUL-terminated; NULL when it is not there
 */
const char *
tj_xlsx_attribute (const TjXlsxAttributes *attributes, const char *name, gsize *length)
{
  const xmlChar **attribute = attributes->list;

  for (int i = 0; i < attributes->n; i++, attribute += ATTRIBUTE_SIZE)
    if (strcmp ((const char *)attribute[ATTRIBUTE_NAME], name) == 0)
      {
        *length = attribute[ATTRIBUTE_END] - attribute[ATTRIBUTE_VALUE];
        return (const char *)attribute[ATTRIBUTE_VALUE];
      }
  return NULL;
}

/**
 * tj_xlsx_attribute_dup:
 *
 * Returns: (transfer full) (nullable): the value of an attribute
 */
char *
tj_xlsx_attribute_dup (const TjXlsxAttributes *attributes, const char *name)
{
  gsize length;
  const char *value = tj_xlsx_attribute (attributes, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

/**
 * tj_xlsx_attribute_get:
 * @value: (out): not NUL-terminated
 *
 * Looks at one of the attributes, for who wants several of them.
 *
 * Returns: its name when that is a single letter without a prefix, otherwise NUL
 */
char
tj_xlsx_attribute_get (const TjXlsxAttributes *attributes, int i, const char **value, gsize *length)
{
  const xmlChar **attribute = attributes->list + (gsize)i * ATTRIBUTE_SIZE;
  const char *name = (const char *)attribute[ATTRIBUTE_NAME];

  *value = (const char *)attribute[ATTRIBUTE_VALUE];
  *length = attribute[ATTRIBUTE_END] - attribute[ATTRIBUTE_VALUE];
  return attribute[ATTRIBUTE_PREFIX] == NULL && name[0] != '\0' && name[1] == '\0' ? name[0] : '\0';
}

/**
 * tj_xlsx_digits_read:
 * @number: (out): untouched when there is none
 *
 * Returns: whether the text is a whole number that fits
 */
gboolean
tj_xlsx_digits_read (const char *text, gsize length, guint *number)
{
  guint found = 0;

  if (length == 0 || length > 9)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      found = found * 10 + (text[i] - '0');
    }
  *number = found;
  return TRUE;
}

/**
 * tj_xlsx_attribute_number:
 * @number: (out): untouched when there is none
 *
 * Returns: whether the attribute is there and is a whole number that fits
 */
gboolean
tj_xlsx_attribute_number (const TjXlsxAttributes *attributes, const char *name, guint *number)
{
  gsize length;
  const char *value = tj_xlsx_attribute (attributes, name, &length);

  return value != NULL && tj_xlsx_digits_read (value, length, number);
}

/**
 * tj_xlsx_attribute_is_true:
 *
 * Returns: whether the attribute says yes, as "1", "true" or "on"
 */
gboolean
tj_xlsx_attribute_is_true (const TjXlsxAttributes *attributes, const char *name)
{
  g_autofree char *value = tj_xlsx_attribute_dup (attributes, name);

  return value != NULL
         && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0);
}
