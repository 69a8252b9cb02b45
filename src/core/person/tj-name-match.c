/* Whether two names may be of one person: written the same but for a slip or two, or with family and
 * given name in each other's place. Accents and capital letters do not count. */

#include "config.h"

#include "tj-name-match.h"

#include <string.h>

#include "tj-sort-key.h"

/* Slips that are forgiven: a letter dropped, doubled, changed, or two that changed places. */
#define MOST_SLIPS 2

/* Short names differ by two letters without being slips of each other. */
#define SHORT_NAME 8

/* The number of slips between two keys, or more than MOST_SLIPS: a band of the table of edits. */
static guint
count_slips (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b);
  g_autofree guint *rows = NULL;
  guint *before, *last, *now;

  if (n_a > n_b + MOST_SLIPS || n_b > n_a + MOST_SLIPS)
    return MOST_SLIPS + 1;

  rows = g_new (guint, 3 * (n_b + 1));
  before = rows;
  last = rows + n_b + 1;
  now = rows + 2 * (n_b + 1);
  for (gsize j = 0; j <= n_b; j++)
    last[j] = (guint)j;

  for (gsize i = 1; i <= n_a; i++)
    {
      guint *oldest = before;

      now[0] = (guint)i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint change = last[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0);

          now[j] = MIN (change, MIN (last[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
      before = last;
      last = now;
      now = oldest;
    }
  return last[n_b];
}

static gboolean
is_near (const char *a, const char *b)
{
  guint slips = count_slips (a, b);

  return slips == 0 || slips == 1 || (slips <= MOST_SLIPS && strlen (a) > SHORT_NAME);
}

/**
 * tj_name_is_similar:
 *
 * Returns: whether the two may be the same name
 */
gboolean
tj_name_is_similar (const char *family_a,
                    const char *given_a,
                    const char *family_b,
                    const char *given_b)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *turned = NULL;

  g_return_val_if_fail (family_a != NULL && given_a != NULL, FALSE);
  g_return_val_if_fail (family_b != NULL && given_b != NULL, FALSE);

  a = tj_sort_key_for_name (family_a, given_a);
  b = tj_sort_key_for_name (family_b, given_b);
  turned = tj_sort_key_for_name (given_b, family_b);
  return is_near (a, b) || is_near (a, turned);
}
