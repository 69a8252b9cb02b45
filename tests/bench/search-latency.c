/* How long each keystroke of a search takes: names and numbers of the people in a list are typed
 * letter by letter, and the slowest hundredth of the keystrokes is printed, in milliseconds.
 * Use: search-latency ROWS.csv */

#include "config.h"

#include "tj-search-index.h"

#include <stdio.h>
#include <string.h>

#define TYPED_PEOPLE 400
#define LONGEST_RESULT 5000

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static void
type_text (TjSearchIndex *index, const char *text, GArray *times)
{
  static gint64 ids[LONGEST_RESULT];

  for (const char *end = text; *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, g_utf8_next_char (end) - text);
      guint n_matches;
      gint64 start = g_get_monotonic_time (), taken;

      tj_search_index_find (index, typed, ids, LONGEST_RESULT, &n_matches);
      taken = g_get_monotonic_time () - start;
      g_array_append_val (times, taken);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (TjSearchIndex) index = tj_search_index_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_people = 0;

  if (argc != 2 || !g_file_get_contents (argv[1], &contents, NULL, NULL))
    return 2;
  lines = g_strsplit (contents, "\r\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", 4);
      g_auto (GStrv) number = g_strsplit (cells[0], "-", 2);
      g_autofree char *digits = g_strconcat (number[0], number[1], NULL);

      tj_search_index_add (index, ++n_people, cells[2], cells[1], digits, "");
    }
  tj_search_index_prepare (index);
  for (guint i = 0; i < TYPED_PEOPLE; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[1 + i * 7919 % n_people], ";", 4);
      g_autofree char *name = g_strdup_printf ("%s %s", cells[2], cells[1]);

      type_text (index, name, times);
      type_text (index, cells[0], times);
    }
  g_array_sort (times, compare_times);
  printf ("%.4f\n", g_array_index (times, gint64, times->len * 99 / 100) / 1e3);
  return 0;
}
