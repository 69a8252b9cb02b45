#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of one cell while it is gathered from its runs. */
typedef struct
{
  GString *text;
  gboolean is_too_long;
} TjXlsxText;

void tj_xlsx_text_init (TjXlsxText *self);
void tj_xlsx_text_clear (TjXlsxText *self);
void tj_xlsx_text_begin (TjXlsxText *self);
void tj_xlsx_text_add (TjXlsxText *self, const char *text, gsize length);
void tj_xlsx_text_end (TjXlsxText *self);

G_END_DECLS
