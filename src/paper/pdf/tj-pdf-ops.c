/* The smallest pieces of PDF syntax: numbers, strings and colours appended to a GString. Numbers
 * are written without the locale and with three decimals, a thousandth of a point. */

#include "config.h"

#include "tj-pdf-ops.h"

#include <math.h>

#define DECIMALS 1000

static const char hex_digits[] = "0123456789ABCDEF";

/* Appends @value as a PDF number: no exponent, no trailing zeros, a full stop for the decimals. */
void
tj_ops_number (GString *ops, double value)
{
  char buffer[24];
  char *end = buffer + sizeof buffer;
  char *p = end;
  long scaled = lround (value * DECIMALS);
  unsigned long rest = (unsigned long)labs (scaled);
  unsigned long fraction = rest % DECIMALS;

  rest /= DECIMALS;
  if (fraction != 0)
    {
      gboolean significant = FALSE;

      for (int i = 0; i < 3; i++, fraction /= 10)
        {
          significant = significant || fraction % 10 != 0;
          if (significant)
            *--p = (char)('0' + fraction % 10);
        }
      *--p = '.';
    }
  do
    *--p = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (scaled < 0)
    *--p = '-';
  g_string_append_len (ops, p, end - p);
}

/* Appends @value, an object number or a count. */
void
tj_ops_integer (GString *ops, guint value)
{
  char buffer[12];
  char *end = buffer + sizeof buffer;
  char *p = end;

  do
    *--p = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  g_string_append_len (ops, p, end - p);
}

/* Appends @values and the @operation they belong to, on a line of its own. */
void
tj_ops_numbers (GString *ops, guint n, const double *values, const char *operation)
{
  for (guint i = 0; i < n; i++)
    {
      tj_ops_number (ops, values[i]);
      g_string_append_c (ops, ' ');
    }
  g_string_append (ops, operation);
  g_string_append_c (ops, '\n');
}

/* Appends @value as four hexadecimal digits. */
void
tj_ops_hex16 (GString *ops, guint value)
{
  char digits[4] = { hex_digits[(value >> 12) & 15], hex_digits[(value >> 8) & 15],
                     hex_digits[(value >> 4) & 15], hex_digits[value & 15] };

  g_string_append_len (ops, digits, sizeof digits);
}

/* Appends @length bytes of @utf8 (-1: all) as hexadecimal UTF-16BE, without delimiters. */
void
tj_ops_utf16 (GString *ops, const char *utf8, gssize length)
{
  const char *end = utf8 + (length < 0 ? (gssize)strlen (utf8) : length);

  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x10000)
        {
          tj_ops_hex16 (ops, 0xD800 + ((c - 0x10000) >> 10));
          c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
      tj_ops_hex16 (ops, c);
    }
}

/* Appends @utf8 as a text string object, for a title or an alternative text. */
void
tj_ops_text_string (GString *ops, const char *utf8)
{
  g_string_append (ops, "<FEFF");
  tj_ops_utf16 (ops, utf8, -1);
  g_string_append_c (ops, '>');
}

/* Appends the choice of @colour for text and areas. */
void
tj_ops_fill (GString *ops, TjColour colour)
{
  const double values[] = { colour.red, colour.green, colour.blue };

  tj_ops_numbers (ops, G_N_ELEMENTS (values), values, "rg");
}
