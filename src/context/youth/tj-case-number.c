/* The case number: the reference that letters, lists and protected persons carry in the place of
 * a personal number (dataskyddslagen 3:10). */

#include "config.h"

#include "tj-case-number.h"

/**
 * tj_case_number_format: the case number of a youth, such as "KAA-0042". Returns a new string.
 */
char *
tj_case_number_format (gint64 youth_id)
{
  return g_strdup_printf ("KAA-%04" G_GINT64_FORMAT, youth_id);
}
