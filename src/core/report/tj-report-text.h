#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a part of a written text is. */
typedef enum
{
  TJ_REPORT_PARAGRAPH,
  TJ_REPORT_HEADING,
  TJ_REPORT_POINT,
} TjReportBlockKind;

/* A part of a text; its line breaks are those that were written. */
typedef struct
{
  TjReportBlockKind kind;
  char *text;
} TjReportBlock;

GArray *tj_report_text_parse (const char *text);

G_END_DECLS
