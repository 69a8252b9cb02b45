#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, in bytes: from `start` up to and without `end`. */
typedef struct
{
  gsize start;
  gsize end;
} TjTextSpan;

void tj_text_diff (const char *a, const char *b, GArray *only_a, GArray *only_b);

G_END_DECLS
