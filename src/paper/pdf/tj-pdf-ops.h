#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A millimetre in points, the unit of every page here. */
#define TJ_MM(mm) ((mm)*72.0 / 25.4)

/* A colour of the page, sRGB, each part 0–1. */
typedef struct
{
  double red;
  double green;
  double blue;
} TjColour;

void tj_ops_number (GString *ops, double value);
void tj_ops_integer (GString *ops, guint value);
void tj_ops_numbers (GString *ops, guint n, const double *values, const char *operation);
void tj_ops_hex16 (GString *ops, guint value);
void tj_ops_text_string (GString *ops, const char *utf8);
void tj_ops_utf16 (GString *ops, const char *utf8, gssize length);
void tj_ops_fill (GString *ops, TjColour colour);

G_END_DECLS
