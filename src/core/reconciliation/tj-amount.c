/* Amounts of money as people read them. */

#include "config.h"

#include "tj-amount.h"

#include <string.h>

#define ORE_OF_A_KRONA 100
#define GROUP 3

/**
 * tj_amount_format:
 * @ore: an amount in öre
 *
 * Returns: (transfer full): kronor in groups of three digits that no line break parts, with öre
 *   only when there are any: "12 392", "−8 500,50"
 */
char *
tj_amount_format (gint64 ore)
{
  guint64 all = ore < 0 ? 0 - (guint64)ore : (guint64)ore;
  guint rest = (guint)(all % ORE_OF_A_KRONA);
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, all / ORE_OF_A_KRONA);
  gsize length = strlen (digits);
  GString *text = g_string_new (ore < 0 ? "−" : "");

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % GROUP == 0)
        g_string_append (text, "\u00a0");
      g_string_append_c (text, digits[i]);
    }
  if (rest != 0)
    g_string_append_printf (text, ",%02u", rest);
  return g_string_free (text, FALSE);
}
