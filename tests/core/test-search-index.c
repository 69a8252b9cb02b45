/* Search as one types, on a handful of people whose order is known, and against a plain scan of
 * many made-up names. */

#include "config.h"

#include "tj-search-index.h"
#include "tj-search-text.h"

#include <string.h>

typedef struct
{
  const char *given, *family, *number, *phone, *school;
} Person;

/* In the order of the Swedish alphabet, so ids are ranks. The numbers are official test numbers. */
static const Person people[] = {
  { "Malin", "Aronsson", "200602012387", "070-123 45 67", "Åkerskolan" }, /* 1 */
  { "Anna-Karin", "Berg", "201001012382", "+46 73 111 22 33", "" },       /* 2 */
  { "Åsa", "Berg", "201001012390", "", "" },                              /* 3 */
  { "Erik", "Bergström", "201001022399", "", "Bergaskolan, EE" },         /* 4 */
  { "Lina", "Li", "201001022381", "", "Bergaskolan" },                    /* 5 */
  { "René", "Lind", "200803142389", "", "" },                             /* 6 */
  { "Zoë", "O'Brien", "20080314TF01", "", "" },                           /* 7 */
  { "Asa", "Olsson", "", "", NULL },                                      /* 8 */
  { "Øyvind", "Zetterström", "", "", "" },                                /* 9 */
  { "Måns", "Åberg", "", "", "" },                                        /* 10 */
  { "Mans", "Ärlig", "", "", "" },                                        /* 11 */
  { "Åke", "Öberg", "", "", "" },                                         /* 12 */
};

static TjSearchIndex *
make_index (void)
{
  TjSearchIndex *index = tj_search_index_new ();

  for (gsize i = G_N_ELEMENTS (people); i > 0; i--)
    tj_search_index_add (index, (gint64)i, people[i - 1].given, people[i - 1].family,
                         people[i - 1].number, people[i - 1].phone, people[i - 1].school);
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
    { "erik", "4" },       { "ERIK", "4" },       { "er", "4" },
    { "rik", "" },         { "berg", "2 3 4 5" }, { "berg a", "2 3" },
    { "a berg", "2 3" },   { "anna berg", "2" },  { "karin", "2" },
    { "anna-karin", "2" }, { "annakarin", "" },   { "  Erik   Bergs ", "4" },
    { "obrien", "7" },     { "o'b", "7 12" },     { "rene", "6" },
    { "René", "6" },       { "zoe", "7" },        { "erik berg x", "" },
    { "li", "5 6" },       { "lin", "5 6" },      { "", "" },
    { " - ", "" },         { "%", "" },           { "{", "" },
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
    { "berg 2010", "2 3 4 5" },      { "2010 erik", "4" },     { "2010 lina", "5" },
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
  g_assert_cmpuint (n_matches, ==, 4);
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
  g_assert_cmpstr (after, ==, "2 3 5");

  tj_search_index_add (index, 4, "Erik", "Aaberg", "201001022399", "", "");
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

static void
test_slips_are_forgiven (void)
{
  static const FindRow rows[] = {
    { "bergstrm", "4" },   /* a letter dropped */
    { "berrgstrom", "4" }, /* doubled */
    { "begrstrom", "4" },  /* neighbours */
    { "bergsyrom", "4" },  /* another letter */
    { "zeterstrom", "9" },  { "setterstrom", "9" }, { "olson", "8" },       { "ollson", "8" },
    { "oyvnid zett", "9" }, { "zettrestorm", "9" }, /* two slips in a long word */
    { "arnosson", "1" },    { "arosnon", "" },      /* two in a short one */
    { "eirk", "4" },        { "berg eirk", "4" },   { "rik", "" },          { "li", "5 6" },
    { "annna", "2" },       { "anan", "2" },        { "malin arons", "1" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_as_written_comes_before_slips (void)
{
  static const struct
  {
    const char *given, *family;
  } names[] = {
    { "Bo", "Nilsson" },  { "Bo", "Nilson" },   { "Bo", "Nielsson" },
    { "Bo", "Karlsson" }, { "Bo", "Carlsson" }, { "Bo", "Barlsson" },
    { "Per", "Ek" },      { "Pär", "Ek" },      { "Bo", "Nilssonhage" },
  };
  g_autoptr (TjSearchIndex) index = tj_search_index_new ();
  g_autofree char *nilsson = NULL, *nilson = NULL, *karlsson = NULL, *varlsson = NULL, *per = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    tj_search_index_add (index, (gint64)i + 1, names[i].given, names[i].family, "", "", "");
  nilsson = found (index, "nilsson");
  g_assert_cmpstr (nilsson, ==, "1 9 3 2");
  nilson = found (index, "nilson");
  g_assert_cmpstr (nilson, ==, "2 1");
  /* What sounds alike, but not any letter, while somebody has the name as it was typed. */
  karlsson = found (index, "karlsson");
  g_assert_cmpstr (karlsson, ==, "4 5");
  varlsson = found (index, "varlss");
  g_assert_cmpstr (varlsson, ==, "6 5 4");
  per = found (index, "per");
  g_assert_cmpstr (per, ==, "7 8");
}

static void
test_schools_come_after_names (void)
{
  static const FindRow rows[] = {
    { "berg", "2 3 4 5" },   { "bergask", "4 5" },
    { "bergaskoln", "4 5" }, { "lina bergaskolan", "5" },
    { "akerskolan", "1" },   { "åk", "12 1" },
    { "ee", "4" },
  };

  check (rows, G_N_ELEMENTS (rows));
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

/* Of the letters that the made-up names have only a and e sound alike. */
static guint
cost_of (char typed, char letter, guint other)
{
  if (loose (typed) == loose (letter))
    return 0;
  return strchr ("ae", loose (typed)) != NULL && strchr ("ae", loose (letter)) != NULL ? 1 : other;
}

/* The distance by its definition, one matrix a word; `other` is what an exchanged letter costs. */
static guint
count_slips (const char *typed, const char *word, guint other)
{
  const gsize n = strlen (typed), m = strlen (word);
  guint d[16][16];

  g_assert_cmpuint (MAX (n, m), <, 16);
  for (gsize i = 0; i <= n; i++)
    for (gsize j = 0; j <= m; j++)
      {
        d[i][j] = (guint)(i + j);
        if (i == 0 || j == 0)
          continue;
        d[i][j] = MIN (d[i - 1][j], d[i][j - 1]) + 1;
        d[i][j] = MIN (d[i][j], d[i - 1][j - 1] + cost_of (typed[i - 1], word[j - 1], other));
        if (i > 1 && j > 1 && cost_of (typed[i - 1], word[j - 2], 1) == 0
            && cost_of (typed[i - 2], word[j - 1], 1) == 0)
          d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
      }
  return d[n][m];
}

static gboolean
is_near (const char *typed, const char *word, gboolean is_found)
{
  if (strlen (typed) < 3)
    return FALSE;
  if (is_found || strlen (typed) == 3)
    return cost_of (typed[0], word[0], 2) <= 1 && count_slips (typed, word, 2) <= 1;
  for (gsize n = strlen (word); n > 0; n--)
    {
      g_autofree char *beginning = g_strndup (word, n);

      if (count_slips (typed, beginning, 1) <= 1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
some_word_is_near (const char *folded, const char *typed, gboolean is_found)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    if (is_near (typed, words[i], is_found))
      return TRUE;
  return FALSE;
}

enum
{
  STRICT,
  LOOSE,
  NEAR,
  NOT_AT_ALL,
};

static int
rate (const Made *person, const char *typed, gboolean is_found)
{
  if (some_word_begins (person->folded, typed, TRUE))
    return STRICT;
  if (some_word_begins (person->folded, typed, FALSE))
    return LOOSE;
  return some_word_is_near (person->folded, typed, is_found) ? NEAR : NOT_AT_ALL;
}

/* A name that only those who are gone had still counts as somebody's. */
static void
check_query (TjSearchIndex *index, const Made *made, gsize n_made, const char *query)
{
  g_autofree char *typed = tj_search_text_fold (query);
  g_autofree gint64 *ids = g_new (gint64, n_made);
  guint n = tj_search_index_find (index, query, ids, (guint)n_made, NULL), n_expected = 0;
  gboolean is_found = FALSE;
  int before = STRICT;

  for (gsize i = 0; i < n_made; i++)
    is_found = is_found || some_word_begins (made[i].folded, typed, FALSE);
  for (gsize i = 0; i < n_made; i++)
    n_expected += made[i].name != NULL && rate (&made[i], typed, is_found) != NOT_AT_ALL;
  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    {
      int rating = rate (&made[ids[i] - 1], typed, is_found);

      g_assert_cmpint (rating, >=, before);
      g_assert_cmpint (rating, !=, NOT_AT_ALL);
      before = rating;
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
      tj_search_index_add (index, (gint64)i + 1, given, family, "", "", "");
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
  g_test_add_func ("/core/search-index/slips-of-spelling-are-forgiven", test_slips_are_forgiven);
  g_test_add_func ("/core/search-index/as-written-comes-before-slips",
                   test_as_written_comes_before_slips);
  g_test_add_func ("/core/search-index/schools-come-after-names", test_schools_come_after_names);
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
