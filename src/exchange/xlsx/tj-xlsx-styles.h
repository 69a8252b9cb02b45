#pragma once

#include "tj-xlsx-number.h"
#include "tj-xlsx-xml.h"

G_BEGIN_DECLS

/* What the styles of a workbook make of a number. */
typedef struct _TjXlsxStyles TjXlsxStyles;

/* Reads the part that holds them; its data are the styles. */
extern const TjXlsxHandler tj_xlsx_styles_handler;

TjXlsxStyles *tj_xlsx_styles_new (void);
void tj_xlsx_styles_free (TjXlsxStyles *self);
TjXlsxNumberKind tj_xlsx_styles_get_kind (const TjXlsxStyles *self, guint style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjXlsxStyles, tj_xlsx_styles_free)

G_END_DECLS
