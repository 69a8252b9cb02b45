/* Search as one types, on a handful of people whose order is known, and against a plain scan of
 * many made-up names. */

#include "config.h"

#include "tj-search-index.h"
#include "tj-search-text.h"

#include <string.h>

typedef struct
{
  const char *given, *family, *number, *phone;
} Person;

/* In the order of the Swedish alphabet, so ids are ranks. The numbers are official test numbers. */
static const Person people[] = {
  { "Malin", "Aronsson", "200602012387", "070-123 45 67" },     /* 1 */
  { "Anna-Karin", "Berg", "201001012382", "+46 73 111 22 33" }, /* 2 */
  { "Åsa", "Berg", "201001012390", "" },                        /* 3 */
  { "Erik", "Bergström", "201001022399", "" },                  /* 4 */
  { "Lina", "Li", "201001022381", "" },                         /* 5 */
  { "René", "Lind", "200803142389", "" },                       /* 6 */
  { "Zoë", "O'Brien", "20080314TF01", "" },                     /* 7 */
  { "Asa", "Olsson", "", "" },                                  /* 8 */
  { "Øyvind", "Zetterström", "", "" },                          /* 9 */
  { "Måns", "Åberg", "", "" },                                  /* 10 */
  { "Mans", "Ärlig", "", "" },                                  /* 11 */
  { "Åke", "Öberg", "", "" },                                   /* 12 */
};

static TjSearchIndex *
make_index (void)
{
  TjSearchIndex *index = tj_search_index_new ();

  for (gsize i = G_N_ELEMENTS (people); i > 0; i--)
    tj_search_index_add (index, (gint64)i, people[i - 1].given, people[i - 1].family,
                         people[i - 1].number, people[i - 1].phone);
  return index;
}

static char *
found (TjSearchIndex *index, const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gint64 ids[50];
  guint n_matches, n = tj_search_index_find (index, text, ids, G_N_ELEMENTS (ids), &n_matches);

  g_assert_cmpuint (n, ==, MIN (n_matches, G_N_ELEMENTS (ids)));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (joined, "%s%d", i > 0 ? " " : "", (int)ids[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

typedef struct
{
  const char *text, *ids;
} FindRow;

static void
check (const FindRow *rows, gsize n)
{
  g_autoptr (TjSearchIndex) index = make_index ();

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *ids = found (index, rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static void
test_names (void)
{
  static const FindRow rows[] = {
    { "erik", "4" },     { "ERIK", "4" },       { "er", "4" },       { "rik", "" },
    { "berg", "2 3 4" }, { "berg a", "2 3" },   { "a berg", "2 3" }, { "anna berg", "2" },
    { "karin", "2" },    { "anna-karin", "2" }, { "annakarin", "" }, { "  Erik   Bergs ", "4" },
    { "obrien", "7" },   { "o'b", "7 12" },     { "rene", "6" },     { "René", "6" },
    { "zoe", "7" },      { "erik berg x", "" }, { "li", "5 6" },     { "lin", "5 6" },
    { "", "" },          { " - ", "" },         { "%", "" },         { "{", "" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_swedish_letters_rank_first (void)
{
  static const FindRow rows[] = {
    { "asa", "8 3" },
    { "åsa", "3 8" },
    { "A\xcc\x8a"
      "sa",
      "3 8" },
    { "mans", "11 10" },
    { "måns", "10 11" },
    { "oberg", "12" },
    { "öberg", "12" },
    { "aberg", "10" },
    { "zetterstrom", "9" },
    { "oyvind", "9" },
    { "øyv", "9" },
    { "arlig", "11" },
    { "bergstrom", "4" },
    { "åke öberg", "12" },
    { "ake oberg", "12" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_numbers (void)
{
  static const FindRow rows[] = {
    { "20100101", "2 3" },           { "201001012382", "2" },  { "20100101-2382", "2" },
    { "100101-2382", "2" },          { "1001012382", "2" },    { "100102", "4 5" },
    { "100102-23", "4 5" },          { "2382", "2" },          { "200803", "6 7" },
    { "20080314-TF01", "7" },        { "080314t", "7" },       { "201001012383", "" },
    { "0701234567", "1" },           { "070-123 45 67", "1" }, { "070 123", "1" },
    { "+46701234567", "1" },         { "073-111 22 33", "2" }, { "0046 73", "2" },
    { "berg 2010", "2 3 4" },        { "2010 erik", "4" },     { "2010 lina", "5" },
    { "999999999999999999999", "" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_answers_are_capped_and_counted (void)
{
  g_autoptr (TjSearchIndex) index = make_index ();
  gint64 ids[2] = { 0 };
  guint n_matches;

  g_assert_cmpuint (tj_search_index_find (index, "berg", ids, 2, &n_matches), ==, 2);
  g_assert_cmpuint (n_matches, ==, 3);
  g_assert_cmpint (ids[0], ==, 2);
  g_assert_cmpint (ids[1], ==, 3);
}

static void
test_removed_people_are_not_found (void)
{
  g_autoptr (TjSearchIndex) index = make_index ();
  g_autofree char *before = NULL, *after = NULL, *renamed = NULL;

  g_assert_true (tj_search_index_remove (index, 4));
  g_assert_false (tj_search_index_remove (index, 4));
  after = found (index, "berg");
  g_assert_cmpstr (after, ==, "2 3");

  tj_search_index_add (index, 4, "Erik", "Aaberg", "201001022399", "");
  renamed = found (index, "erik");
  g_assert_cmpstr (renamed, ==, "4");
}

static void
test_an_empty_index_finds_nothing (void)
{
  g_autoptr (TjSearchIndex) index = tj_search_index_new ();
  g_autofree char *ids = found (index, "a");

  g_assert_cmpstr (ids, ==, "");
}

/* Many names of few letters, so that prefixes, second choices and ties abound. */

typedef struct
{
  char *name;
  char *folded;
} Made;

static char *
make_word (GRand *rand)
{
  static const char *const letters[] = { "a", "å", "ä", "o", "ö", "n", "é" };
  GString *word = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 1, 5); i > 0; i--)
    g_string_append (word, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (word, FALSE);
}

static char
loose (char letter)
{
  return letter == TJ_SEARCH_AA || letter == TJ_SEARCH_AE ? 'a'
         : letter == TJ_SEARCH_OE                         ? 'o'
                                                          : letter;
}

/* å and ä stand in for a but not for each other. */
static gboolean
letters_agree (char typed, char letter)
{
  return typed == letter
         || (loose (typed) == loose (letter)
             && (strchr ("ao", typed) != NULL || strchr ("ao", letter) != NULL));
}

static gboolean
some_word_begins (const char *folded, const char *prefix, gboolean strict)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    {
      gsize n = 0;

      while (prefix[n] != '\0'
             && (strict ? prefix[n] == words[i][n] : letters_agree (prefix[n], words[i][n])))
        n++;
      if (prefix[n] == '\0')
        return TRUE;
    }
  return FALSE;
}

static void
check_query (TjSearchIndex *index, const Made *made, gsize n_made, const char *query)
{
  g_autofree char *prefix = tj_search_text_fold (query);
  g_autofree gint64 *ids = g_new (gint64, n_made);
  guint n = tj_search_index_find (index, query, ids, (guint)n_made, NULL), n_expected = 0;
  gboolean was_strict = TRUE;

  for (gsize i = 0; i < n_made; i++)
    n_expected += made[i].name != NULL && some_word_begins (made[i].folded, prefix, FALSE);
  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    {
      const Made *person = &made[ids[i] - 1];
      gboolean strict = some_word_begins (person->folded, prefix, TRUE);

      g_assert_true (some_word_begins (person->folded, prefix, FALSE));
      g_assert_true (was_strict || !strict);
      was_strict = strict;
    }
}

static void
test_many_agree_with_a_plain_scan (void)
{
  g_autoptr (TjSearchIndex) index = tj_search_index_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Made made[2000] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autofree char *given = make_word (rand), *family = make_word (rand);

      made[i].name = g_strdup_printf ("%s %s", family, given);
      made[i].folded = tj_search_text_fold (made[i].name);
      tj_search_index_add (index, (gint64)i + 1, given, family, "", "");
      if (i % 7 == 0 || (i > 1900 && i % 3 == 0)) /* searches between, so that some are inserted */
        {
          g_autofree char *query = make_word (rand);

          check_query (index, made, i + 1, query);
        }
      if (i % 50 == 49)
        {
          g_assert_true (tj_search_index_remove (index, (gint64)i - 20));
          g_clear_pointer (&made[i - 21].name, g_free);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_free (made[i].name);
      g_free (made[i].folded);
    }
}

static void
test_bad_utf8_does_no_harm (void)
{
  g_autoptr (TjSearchIndex) index = make_index ();
  g_autofree char *ids = found (index, "erik \xff\xfe");

  g_assert_cmpstr (ids, ==, "4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/search-index/names-match-by-their-beginnings", test_names);
  g_test_add_func ("/core/search-index/swedish-letters-rank-first",
                   test_swedish_letters_rank_first);
  g_test_add_func ("/core/search-index/numbers-match-as-they-are-written", test_numbers);
  g_test_add_func ("/core/search-index/answers-are-capped-and-counted",
                   test_answers_are_capped_and_counted);
  g_test_add_func ("/core/search-index/removed-people-are-not-found",
                   test_removed_people_are_not_found);
  g_test_add_func ("/core/search-index/an-empty-index-finds-nothing",
                   test_an_empty_index_finds_nothing);
  g_test_add_func ("/core/search-index/many-agree-with-a-plain-scan",
                   test_many_agree_with_a_plain_scan);
  g_test_add_func ("/core/search-index/bad-utf8-does-no-harm", test_bad_utf8_does_no_harm);
  return g_test_run ();
}
