/* Reads the XML of a workbook's parts as a stream of events. The format forbids document types, and
 * with them go entities of the file's own and everything that would be fetched: a part that has one
 * is refused. Nothing of libxml2 passes this file. */

#include "config.h"

#include "tj-xlsx-xml.h"

#include "tj-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* libxml2 takes lengths as int. */
#define PIECE_BYTES ((gsize)1 << 20)

struct _TjXlsxXml
{
  const TjXlsxHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  GError *error;
};

/* libxml2 has five pointers for an attribute: name, prefix, namespace, value and its end. */
enum
{
  ATTRIBUTE_NAME = 0,
  ATTRIBUTE_VALUE = 3,
  ATTRIBUTE_END = 4,
  ATTRIBUTE_SIZE = 5,
};

static void
stop_unless (TjXlsxXml *self, gboolean is_good)
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
  TjXlsxXml *self = user_data;
  TjXlsxAttributes list = { attributes, n_attributes };

  if (self->error == NULL)
    stop_unless (self, self->handler->start (self->data, (const char *)name, &list, &self->error));
}

static void
on_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  TjXlsxXml *self = user_data;

  if (self->error == NULL)
    stop_unless (self, self->handler->end (self->data, (const char *)name, &self->error));
}

static void
on_text (void *user_data, const xmlChar *text, int length)
{
  TjXlsxXml *self = user_data;

  if (self->error == NULL && self->handler->text != NULL)
    self->handler->text (self->data, (const char *)text, length);
}

static void
on_document_type (void *user_data, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
  TjXlsxXml *self = user_data;

  if (self->error == NULL)
    g_set_error_literal (&self->error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT,
                         _ ("The workbook holds definitions that no workbook may hold. It was not "
                            "read. Ask the sender for a CSV file."));
  xmlStopParser (self->parser);
}

/**
 * tj_xlsx_xml_new:
 * @handler: told of what is read, with @data
 *
 * Returns: (transfer full): a parser that waits for its first piece
 */
TjXlsxXml *
tj_xlsx_xml_new (const TjXlsxHandler *handler, gpointer data)
{
  static gsize is_ready;
  TjXlsxXml *self = g_new0 (TjXlsxXml, 1);
  xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_document_type,
  };

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
  self->handler = handler;
  self->data = data;
  self->parser = xmlCreatePushParserCtxt (&events, self, NULL, 0, NULL);
  g_assert (self->parser != NULL);
  /* Without NOENT an ampersand in an attribute comes as "&#38;". Entities of the file's own cannot be
   * meant by it: what would declare them is refused. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  return self;
}

/**
 * tj_xlsx_xml_free:
 *
 * Frees @self.
 */
void
tj_xlsx_xml_free (TjXlsxXml *self)
{
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
check (TjXlsxXml *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return self->parser->wellFormed || tj_xlsx_refuse_damaged (error);
}

/**
 * tj_xlsx_xml_feed:
 *
 * Parses the next piece of a part.
 *
 * Returns: FALSE with what the handler set, or FORMAT when it is no XML
 */
gboolean
tj_xlsx_xml_feed (TjXlsxXml *self, const char *piece, gsize size, GError **error)
{
  while (size > 0)
    {
      gsize n = MIN (size, PIECE_BYTES);

      xmlParseChunk (self->parser, piece, n, 0);
      if (!check (self, error))
        return FALSE;
      piece += n;
      size -= n;
    }
  return TRUE;
}

/**
 * tj_xlsx_xml_finish:
 *
 * Says that the part is at its end.
 *
 * Returns: FALSE as tj_xlsx_xml_feed()
 */
gboolean
tj_xlsx_xml_finish (TjXlsxXml *self, GError **error)
{
  xmlParseChunk (self->parser, NULL, 0, 1);
  return check (self, error);
}

static gboolean
feed_piece (gpointer data, const char *piece, gsize size, GError **error)
{
  return tj_xlsx_xml_feed (data, piece, size, error);
}

/**
 * tj_xlsx_xml_read_part:
 * @name: of a part of @archive
 *
 * Parses a whole part.
 *
 * Returns: FALSE as tj_xlsx_archive_read() and tj_xlsx_xml_feed()
 */
gboolean
tj_xlsx_xml_read_part (TjXlsxArchive *archive,
                       const char *name,
                       const TjXlsxHandler *handler,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TjXlsxXml) self = tj_xlsx_xml_new (handler, data);

  return tj_xlsx_archive_read (archive, name, feed_piece, self, cancellable, error)
         && tj_xlsx_xml_finish (self, error);
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
  guint found = 0;

  if (value == NULL || length == 0 || length > 9)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return FALSE;
      found = found * 10 + (value[i] - '0');
    }
  *number = found;
  return TRUE;
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
