#pragma once

#include "tj-xlsx-archive.h"

G_BEGIN_DECLS

/* The attributes of an element, for the time of the call. */
typedef struct
{
  const unsigned char **list;
  int n;
} TjXlsxAttributes;

/* What is told while a part is read. Names come without their prefix. `text` may come in pieces. */
typedef struct
{
  gboolean (*start) (gpointer data,
                     const char *name,
                     const TjXlsxAttributes *attributes,
                     GError **error);
  gboolean (*end) (gpointer data, const char *name, GError **error);
  void (*text) (gpointer data, const char *text, gsize length); /* may be NULL */
} TjXlsxHandler;

typedef struct _TjXlsxXml TjXlsxXml;

TjXlsxXml *tj_xlsx_xml_new (const TjXlsxHandler *handler, gpointer data);
void tj_xlsx_xml_free (TjXlsxXml *self);
gboolean tj_xlsx_xml_feed (TjXlsxXml *self, const char *piece, gsize size, GError **error);
gboolean tj_xlsx_xml_finish (TjXlsxXml *self, GError **error);

gboolean tj_xlsx_xml_read_part (TjXlsxArchive *archive,
                                const char *name,
                                const TjXlsxHandler *handler,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

const char *tj_xlsx_attribute (const TjXlsxAttributes *attributes, const char *name, gsize *length);
char *tj_xlsx_attribute_dup (const TjXlsxAttributes *attributes, const char *name);
gboolean
tj_xlsx_attribute_number (const TjXlsxAttributes *attributes, const char *name, guint *number);
gboolean tj_xlsx_attribute_is_true (const TjXlsxAttributes *attributes, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxXml, tj_xlsx_xml_free)

G_END_DECLS
