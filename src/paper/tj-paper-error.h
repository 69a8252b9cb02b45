#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TJ_PAPER_ERROR (tj_paper_error_quark ())

/* What setting or writing paper can end in. */
typedef enum
{
  TJ_PAPER_ERROR_TEMPLATE, /* a template names an unknown field or is unbalanced */
  TJ_PAPER_ERROR_RENDER,   /* cairo or qpdf refused */
  TJ_PAPER_ERROR_IO,       /* the file system refused */
} TjPaperError;

GQuark tj_paper_error_quark (void);

G_END_DECLS
