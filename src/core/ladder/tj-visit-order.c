/* The order in which one walks from door to door: place by place, street by street, and the house
 * numbers as numbers, so that 2 comes before 10. */

#include "config.h"

#include "tj-visit-order.h"

#include "tj-sort-key.h"

#include <string.h>

/* House numbers are shorter than this; a longer run of digits is no house number. */
#define MOST_DIGITS 8

/* Where the house number begins: at the last word of digits, as streets have digits of their own
 * ("Väg 2 14"), before the flat's number if that stands there too ("Storgatan 4 lgh 1101"). */
static const char *
find_number (const char *street)
{
  const char *number = NULL;
  const char *p;

  for (p = street; *p != '\0' && g_ascii_strncasecmp (p, " lgh ", 5) != 0; p++)
    if (g_ascii_isdigit (*p) && p > street && p[-1] == ' ')
      number = p;
  return number != NULL ? number : p;
}

/**
 * tj_visit_order_key:
 * @locality: the postal locality
 * @street: street, house number and entrance, such as "Storgatan 10 B"
 *
 * Returns: (transfer full): a text that strcmp () orders as a round of visits goes
 */
char *
tj_visit_order_key (const char *locality, const char *street)
{
  const char *number = find_number (street);
  g_autofree char *name = g_strndup (street, (gsize)(number - street));
  g_autofree char *place = NULL;
  g_autofree char *entrance = NULL;
  gsize n_digits = strspn (number, "0123456789");
  guint64 value = n_digits <= MOST_DIGITS ? g_ascii_strtoull (number, NULL, 10) : 0;

  g_strstrip (name);
  place = tj_sort_key_for_name (locality, name);
  entrance = tj_sort_key_for_name (number + n_digits, "");
  return g_strdup_printf ("%s\x01%08" G_GINT64_MODIFIER "u\x01%s", place, value,
                          g_strstrip (entrance));
}
