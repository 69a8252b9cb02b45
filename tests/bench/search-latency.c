/* How long each keystroke of a search takes among so many made-up people: names and numbers are typed
 * letter by letter, every other name with a slip in each word, and the slowest hundredth of the
 * keystrokes is printed, in milliseconds. The names are as many and as unlike as in a register of
 * that size: common Swedish ones, composed ones, and a long tail from elsewhere.
 * Use: search-latency PEOPLE */

#include "config.h"

#include "tj-search-index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TYPED_PEOPLE 400

static const char *const common[]
    = { "Andersson", "Johansson", "Karlsson",   "Nilsson",    "Eriksson", "Larsson", "Olsson",
        "Persson",   "Svensson",  "Gustafsson", "Pettersson", "Jonsson",  "Jansson", "Hansson" };
static const char *const heads[]
    = { "Lind", "Berg", "Sand",  "Ström", "Hall", "Ny",   "Ek",   "Alm", "Björk", "Dal",
        "Fors", "Gran", "Hed",   "Holm",  "Häll", "Kull", "Lund", "Mal", "Norr",  "Rosen",
        "Sjö",  "Stål", "Söder", "Väst",  "Wall", "Åker", "Äng",  "Öst" };
static const char *const tails[]
    = { "berg", "blad", "blom", "dahl",  "ell",   "feldt", "gren", "holm", "kvist",
        "lund", "man",  "mark", "qvist", "stedt", "ström", "vall", "vik",  "ström" };
static const char *const syllables[]
    = { "ab", "al", "am", "ba", "be", "bo", "da", "di", "do", "el", "fa", "fi", "ga",
        "ha", "hu", "ib", "ja", "ka", "ki", "la", "le", "li", "ma", "me", "mo", "na",
        "no", "ou", "ra", "re", "ri", "sa", "se", "sh", "so", "ta", "ti", "to", "ul",
        "va", "vi", "ya", "za", "ze", "zo", "ö",  "ä",  "å",  "kr", "st", "ch", "sz" };

#define PICK(rand, list) list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

static char *
spell_out (GRand *rand, int n)
{
  GString *name = g_string_new (NULL);

  for (; n > 0; n--)
    g_string_append (name, PICK (rand, syllables));
  return g_string_free (name, FALSE);
}

static char *
make_family_name (GRand *rand)
{
  int kind = g_rand_int_range (rand, 0, 10);

  if (kind < 3)
    return g_strdup (PICK (rand, common));
  if (kind < 6)
    return g_strconcat (PICK (rand, heads), PICK (rand, tails), NULL);
  return spell_out (rand, g_rand_int_range (rand, 2, 5));
}

static char *
make_given_name (GRand *rand)
{
  return g_rand_int_range (rand, 0, 4) == 0 ? spell_out (rand, 4) : spell_out (rand, 2);
}

typedef struct
{
  char *given, *family, *number, *phone;
} Person;

static void
make_person (GRand *rand, Person *person)
{
  person->given = make_given_name (rand);
  person->family = make_family_name (rand);
  person->number = g_strdup_printf ("20%02d%02d%02d%04d", g_rand_int_range (rand, 6, 11),
                                    g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29),
                                    g_rand_int_range (rand, 0, 10000));
  person->phone = g_strdup_printf ("070-%07d", g_rand_int_range (rand, 0, 10000000));
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* What the list does at each keystroke: everybody who matches, in order. */
static void
type_text (TjSearchIndex *index, const char *text, gint64 *ids, guint n_people, GArray *times)
{
  for (const char *end = text; *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize)(g_utf8_next_char (end) - text));
      gint64 start = g_get_monotonic_time (), taken;

      tj_search_index_find (index, typed, ids, n_people, NULL);
      taken = g_get_monotonic_time () - start;
      g_array_append_val (times, taken);
    }
}

/* A letter dropped, or two in the wrong order, in the middle of the name. */
static char *
misspell (GRand *rand, const char *name)
{
  char *slip = g_strdup (name);
  gsize n = strlen (slip), at = n / 2;

  if (n < 5 || (slip[at] & 0x80) != 0 || (slip[at + 1] & 0x80) != 0)
    return slip;
  if (g_rand_boolean (rand))
    memmove (slip + at, slip + at + 1, n - at);
  else
    {
      char letter = slip[at];

      slip[at] = slip[at + 1];
      slip[at + 1] = letter;
    }
  return slip;
}

static void
type_person (TjSearchIndex *index,
             GRand *rand,
             const Person *person,
             gint64 *ids,
             guint n_people,
             GArray *times)
{
  g_autofree char *given = misspell (rand, person->given);
  g_autofree char *family = misspell (rand, person->family);
  g_autofree char *name = g_strdup_printf ("%s %s", person->given, person->family);
  g_autofree char *slip = g_strdup_printf ("%s %s", family, given);

  type_text (index, name, ids, n_people, times);
  type_text (index, slip, ids, n_people, times);
  type_text (index, person->number, ids, n_people, times);
  type_text (index, person->phone, ids, n_people, times);
}

int
main (int argc, char **argv)
{
  const guint n_people = argc == 2 ? (guint)atoi (argv[1]) : 0;
  g_autoptr (TjSearchIndex) index = tj_search_index_new ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  g_autofree gint64 *ids = g_new (gint64, n_people + 1);
  g_autofree Person *typed = g_new0 (Person, TYPED_PEOPLE);

  if (n_people == 0)
    return 2;
  for (guint i = 0; i < n_people; i++)
    {
      Person person;
      g_autofree char *school = NULL;

      make_person (rand, &person);
      school = g_strdup_printf ("%sskolan", PICK (rand, heads));
      tj_search_index_add (index, i + 1, person.given, person.family, person.number, person.phone,
                           school);
      typed[i % TYPED_PEOPLE] = person; /* what is written over is let be: it is a short run */
    }
  tj_search_index_prepare (index);
  for (guint i = 0; i < MIN (TYPED_PEOPLE, n_people); i++)
    type_person (index, rand, &typed[i], ids, n_people, times);
  g_array_sort (times, compare_times);
  printf ("%.4f\n", (double)g_array_index (times, gint64, times->len * 99 / 100) / 1e3);
  return 0;
}
