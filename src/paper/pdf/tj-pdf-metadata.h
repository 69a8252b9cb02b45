#pragma once

#include "tj-pdf-file.h"

G_BEGIN_DECLS

/* What a document says about itself. `created` is in seconds of UTC since 1970. No field may
 * hold personal data: file managers and mail programs show them. */
typedef struct
{
  const char *title;
  const char *language;
  gint64 created;
} TjPaperInfo;

guint tj_pdf_metadata_write_info (TjPdfFile *file, const TjPaperInfo *info);
guint tj_pdf_metadata_write_xmp (TjPdfFile *file, const TjPaperInfo *info);
guint tj_pdf_metadata_write_output_intent (TjPdfFile *file, GError **error);

G_END_DECLS
