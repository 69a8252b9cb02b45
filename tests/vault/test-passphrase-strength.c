/* The estimate against passphrases whose worth is known: it must rank them, and never praise what
 * every guesser tries first. */

#include "config.h"

#include "tj-passphrase-strength.h"

#include <math.h>

static double
bits (const char *passphrase)
{
  return tj_passphrase_estimate (passphrase).bits;
}

static void
test_what_everybody_uses_falls_in_a_minute (void)
{
  static const char *const common[] = {
    "",          "a",           "lösenord",    "Lösenord1",  "Sommar2024!",
    "sommar24",  "qwerty123",   "123456789",   "abcdefgh",   "aaaaaaaaaaaaaaaa",
    "p@ssw0rd",  "Kommun2025",  "vinter",      "asdfghjklö", "19870412",
    "hejhejhej", "tibro2023",   "QWERTYUIOPÅ", "Fotboll1!",  "100101",
    "kaakaakaa", "Välkommen01", "11223344",    "98765432",   "abcabcabcabc",
  };

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      TjPassphraseStrength strength = tj_passphrase_estimate (common[i]);

      g_test_message ("%s: %.1f bits", common[i], strength.bits);
      g_assert_cmpfloat (strength.seconds, <, 60);
    }
}

static void
test_four_random_words_hold_for_years (void)
{
  static const char *const good[] = {
    "korrekt häst batteri häftklammer",
    "tavelram gurka segelbåt mumla",
    "Nio bävrar spelar dragspel vid ån",
    "x7Kq9-Zp2vR4w",
    "vT#9kLq2!mZx",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      TjPassphraseStrength strength = tj_passphrase_estimate (good[i]);

      g_test_message ("%s: %.1f bits", good[i], strength.bits);
      g_assert_cmpfloat (strength.seconds, >, 100 * 365.25 * 86400);
    }
}

static void
test_it_stays_sober (void)
{
  /* Four words of a list of 7,776 are 52 bits; nobody's free choice is much better than that. */
  g_assert_cmpfloat (bits ("tavelram gurka segelbåt mumla"), <, 70);
  /* Ten random letters and digits are 60 bits at most. */
  g_assert_cmpfloat (bits ("k3x9q7w2z5"), <, 60);
}

static void
test_more_is_never_less (void)
{
  static const char *const longer[] = {
    "tavelram", "tavelramg", "tavelram gurka", "tavelram gurka 9", "tavelram gurka 9 segelbåt",
  };

  for (guint i = 1; i < G_N_ELEMENTS (longer); i++)
    g_assert_cmpfloat (bits (longer[i]), >, bits (longer[i - 1]));
}

static void
test_repeating_adds_little (void)
{
  g_assert_cmpfloat (bits ("gurkagurkagurkagurka"), <, bits ("gurka") + 6);
  g_assert_cmpfloat (bits ("gurka gurka"), <, bits ("gurka mumla"));
}

static void
test_signs_for_letters_add_little (void)
{
  g_assert_cmpfloat (bits ("h3ml1g"), <, bits ("hemlig") + 2);
}

static void
test_any_bytes_give_a_number (void)
{
  g_autofree char *endless = g_strnfill (5000, 'x');
  g_autofree char *wide = g_strdup ("");

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *before = wide;
      wide = g_strconcat (before, "å", NULL);
    }
  g_assert_true (isfinite (bits ("\xff\xfe")));
  g_assert_true (isfinite (bits ("🦫🪗🌊")));
  g_assert_true (isfinite (bits (endless)));
  g_assert_true (isfinite (bits (wide)));
}

static void
assert_text (double seconds, const char *text)
{
  const TjPassphraseStrength strength = { 0, seconds };
  g_autofree char *got = tj_passphrase_strength_to_text (&strength);

  g_assert_cmpstr (got, ==, text);
}

static void
test_time_is_told_in_words (void)
{
  assert_text (0.5, "less than a second");
  assert_text (1.9, "1 second");
  assert_text (59.9, "59 seconds");
  assert_text (60, "1 minute");
  assert_text (3 * 3600, "3 hours");
  assert_text (86400 * 12, "12 days");
  assert_text (86400 * 366, "1 year");
  assert_text (86400 * 365.25 * 999, "999 years");
  assert_text (1e30, "more than a thousand years");
}

static void
test_the_bar_goes_from_nothing_to_full (void)
{
  const TjPassphraseStrength none = { 0, 0 }, some = { 0, 86400 }, full = { 0, 1e30 };

  g_assert_cmpfloat (tj_passphrase_strength_to_fraction (&none), ==, 0);
  g_assert_cmpfloat (tj_passphrase_strength_to_fraction (&some), >, 0.3);
  g_assert_cmpfloat (tj_passphrase_strength_to_fraction (&some), <, 0.6);
  g_assert_cmpfloat (tj_passphrase_strength_to_fraction (&full), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/vault/passphrase/" name, function)
  ADD ("what-everybody-uses-falls-in-a-minute", test_what_everybody_uses_falls_in_a_minute);
  ADD ("four-random-words-hold-for-years", test_four_random_words_hold_for_years);
  ADD ("the-estimate-stays-sober", test_it_stays_sober);
  ADD ("more-is-never-less", test_more_is_never_less);
  ADD ("repeating-adds-little", test_repeating_adds_little);
  ADD ("signs-for-letters-add-little", test_signs_for_letters_add_little);
  ADD ("any-bytes-give-a-number", test_any_bytes_give_a_number);
  ADD ("time-is-told-in-words", test_time_is_told_in_words);
  ADD ("the-bar-goes-from-nothing-to-full", test_the_bar_goes_from_nothing_to_full);
#undef ADD
  return g_test_run ();
}
