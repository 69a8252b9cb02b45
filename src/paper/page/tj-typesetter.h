#pragma once

#include <glib.h>

#include "tj-pdf-font.h"
#include "tj-pdf-ops.h"

G_BEGIN_DECLS

/* How text looks. `size` and `leading` (from line to line) are in points. Styles are constants:
 * the typesetter keeps them by pointer. */
typedef struct
{
  const char *family;
  gboolean bold;
  double size;
  double leading;
  TjColour colour;
} TjTextStyle;

/* Text in lines, ready for a page. `ops` draws it inside a text object whose origin is the
 * block's upper left corner. `width` is that of the widest line, in points. */
typedef struct
{
  GString *ops;
  double width;
  double height;
  guint n_lines;
} TjSetText;

/* Turns text into glyphs on lines, by Pango, for one document. */
typedef struct _TjTypesetter TjTypesetter;

TjTypesetter *tj_typesetter_new (TjPdfFile *file);
void tj_typesetter_free (TjTypesetter *self);

const TjSetText *
tj_typesetter_set (TjTypesetter *self, const TjTextStyle *style, double width, const char *text);
const TjSetText *tj_typesetter_set_once (TjTypesetter *self,
                                         const TjTextStyle *style,
                                         double width,
                                         const char *text);
gsize tj_typesetter_fit (TjTypesetter *self,
                         const TjTextStyle *style,
                         double width,
                         const char *text,
                         guint n_lines);
gboolean tj_typesetter_write_fonts (TjTypesetter *self, GString *resources, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjTypesetter, tj_typesetter_free)

G_END_DECLS
