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

/* Gives the next bytes: how many, 0 at the end, -1 with @error set. */
typedef gssize (*TjXlsxReadFunc) (gpointer source, char *buffer, gsize size, GError **error);

gboolean tj_xlsx_xml_parse (TjXlsxReadFunc func,
                            gpointer source,
                            const TjXlsxHandler *handler,
                            gpointer data,
                            GError **error);
gboolean tj_xlsx_xml_parse_part (TjXlsxArchive *archive,
                                 const char *name,
                                 const TjXlsxHandler *handler,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

const char *tj_xlsx_attribute (const TjXlsxAttributes *attributes, const char *name, gsize *length);
char tj_xlsx_attribute_get (const TjXlsxAttributes *attributes,
                            int i,
                            const char **value,
                            gsize *length);
gboolean tj_xlsx_digits_read (const char *text, gsize length, guint *number);
char *tj_xlsx_attribute_dup (const TjXlsxAttributes *attributes, const char *name);
gboolean
tj_xlsx_attribute_number (const TjXlsxAttributes *attributes, const char *name, guint *number);
gboolean tj_xlsx_attribute_is_true (const TjXlsxAttributes *attributes, const char *name);

G_END_DECLS
