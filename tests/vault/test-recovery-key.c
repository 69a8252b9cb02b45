/* The recovery key on paper and back, with every slip that its checksum promises to find. */

#include "config.h"

#include "tj-recovery-key.h"

#include <string.h>

#include "tj-vault-error.h"

#define CHARS (TJ_RECOVERY_KEY_GROUPS * (TJ_RECOVERY_KEY_GROUP_CHARS + 1) - 1)

static const char ALPHABET[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static TjSecret *
parse (const char *text, GError **error)
{
  g_autoptr (TjSecret) secret = tj_secret_new_from_string (text);

  return tj_recovery_key_parse (secret, error);
}

static void
assert_typo (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TYPO);
}

static char *
print_random (TjSecret **key)
{
  g_autoptr (TjSecret) text = NULL;

  *key = tj_secret_new_random (TJ_RECOVERY_KEY_BYTES);
  text = tj_recovery_key_format (*key);
  return g_strdup (tj_secret_get_text (text));
}

static void
test_what_is_printed_is_read_back (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (TjSecret) key = NULL;
      g_autofree char *text = print_random (&key);
      g_autoptr (GError) error = NULL;
      g_autoptr (TjSecret) back = parse (text, &error);

      g_assert_no_error (error);
      g_assert_true (tj_secret_equal (key, back));
    }
}

/* The text is on paper in people's safes: it must never change. */
static void
test_the_printed_form_is_fixed (void)
{
  guint8 bytes[TJ_RECOVERY_KEY_BYTES];
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) text = NULL;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = i * 13;
  key = tj_secret_new_from_bytes (bytes, sizeof bytes);
  text = tj_recovery_key_format (key);
  g_assert_cmpstr (tj_secret_get_text (text), ==,
                   "006H0-M9SMM-85759-PT3NA-GA7SG-SADPJ-RF8D6-VTQQ0");
}

static void
test_typing_habits_do_not_matter (void)
{
  g_autoptr (TjSecret) zeros = tj_secret_new (TJ_RECOVERY_KEY_BYTES);
  g_autoptr (TjSecret) text = tj_recovery_key_format (zeros);
  g_autofree char *lower = g_ascii_strdown (tj_secret_get_text (text), -1);
  g_autofree char *loose = NULL;
  g_auto (GStrv) groups = NULL;
  g_autoptr (TjSecret) back = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (lower, "0", 'o');
  groups = g_strsplit (lower, "-", -1);
  loose = g_strjoin ("  \n", "\t", groups[0], groups[1], groups[2], groups[3], groups[4], groups[5],
                     groups[6], groups[7], "", NULL);
  back = parse (loose, &error);
  g_assert_no_error (error);
  g_assert_true (tj_secret_equal (zeros, back));
}

static void
test_i_and_l_read_as_one (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *text = NULL;

  do
    {
      g_free (text);
      g_clear_pointer (&key, tj_secret_unref);
      text = print_random (&key);
    }
  while (strchr (text, '1') == NULL);
  for (const char *letter = "IlLi"; *letter != '\0'; letter++)
    {
      g_autofree char *typed = g_strdelimit (g_strdup (text), "1", *letter);
      g_autoptr (TjSecret) back = parse (typed, NULL);

      g_assert_nonnull (back);
      g_assert_true (tj_secret_equal (key, back));
    }
}

static void
test_every_wrong_character_is_found (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *text = print_random (&key);

  for (guint i = 0; i < CHARS; i++)
    for (const char *c = ALPHABET; *c != '\0' && text[i] != '-'; c++)
      {
        g_autofree char *typed = g_strdup (text);

        typed[i] = *c;
        if (*c != text[i])
          assert_typo (typed);
      }
}

static void
test_every_swap_in_a_group_is_found (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *text = print_random (&key);

  for (guint i = 0; i < CHARS; i++)
    for (guint j = i + 1; j < CHARS && text[j] != '-' && text[i] != '-'; j++)
      {
        g_autofree char *typed = g_strdup (text);

        typed[i] = text[j];
        typed[j] = text[i];
        if (text[i] != text[j])
          assert_typo (typed);
      }
}

static void
test_every_swap_of_groups_is_found (void)
{
  g_autoptr (TjSecret) zeros = tj_secret_new (TJ_RECOVERY_KEY_BYTES);
  g_autoptr (TjSecret) text = tj_recovery_key_format (zeros);

  for (guint i = 0; i < TJ_RECOVERY_KEY_GROUPS; i++)
    for (guint j = i + 1; j < TJ_RECOVERY_KEY_GROUPS; j++)
      {
        g_auto (GStrv) groups = g_strsplit (tj_secret_get_text (text), "-", -1);
        g_autofree char *typed = NULL;
        char *first = groups[i];

        groups[i] = groups[j];
        groups[j] = first;
        typed = g_strjoinv ("-", groups);
        assert_typo (typed);
      }
}

static void
test_too_short_and_too_long_are_refused (void)
{
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *text = print_random (&key);
  g_autofree char *longer = g_strconcat (text, "7", NULL);

  assert_typo (longer);
  for (guint n = 0; n < CHARS; n++)
    {
      g_autofree char *cut = g_strndup (text, n);

      assert_typo (cut);
    }
  assert_typo ("åäö");
}

static void
test_the_message_names_the_group (void)
{
  g_autoptr (TjSecret) zeros = tj_secret_new (TJ_RECOVERY_KEY_BYTES);
  g_autoptr (TjSecret) text = tj_recovery_key_format (zeros);
  g_autofree char *typed = g_strdup (tj_secret_get_text (text));
  g_autoptr (GError) error = NULL;

  typed[2 * (TJ_RECOVERY_KEY_GROUP_CHARS + 1)] = 'Z';
  g_assert_null (parse (typed, &error));
  g_assert_nonnull (strstr (error->message, "3"));
}

static void
test_groups_are_checked_one_by_one (void)
{
  g_autoptr (TjSecret) key = tj_secret_new_random (TJ_RECOVERY_KEY_BYTES);
  g_autoptr (TjSecret) text = tj_recovery_key_format (key);
  g_auto (GStrv) groups = g_strsplit (tj_secret_get_text (text), "-", -1);

  for (guint i = 0; i < TJ_RECOVERY_KEY_GROUPS; i++)
    {
      g_autofree char *lower = g_ascii_strdown (groups[i], -1);

      g_assert_true (tj_recovery_key_check_group (i, lower));
      g_assert_true (tj_recovery_key_group_matches (text, i, lower));
      g_assert_false (tj_recovery_key_check_group ((i + 1) % TJ_RECOVERY_KEY_GROUPS, lower));
      lower[4] = '\0';
      g_assert_false (tj_recovery_key_check_group (i, lower));
      g_assert_false (tj_recovery_key_group_matches (text, i, lower));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/recovery-key/what-is-printed-is-read-back",
                   test_what_is_printed_is_read_back);
  g_test_add_func ("/vault/recovery-key/the-printed-form-is-fixed", test_the_printed_form_is_fixed);
  g_test_add_func ("/vault/recovery-key/typing-habits-do-not-matter",
                   test_typing_habits_do_not_matter);
  g_test_add_func ("/vault/recovery-key/i-and-l-read-as-one", test_i_and_l_read_as_one);
  g_test_add_func ("/vault/recovery-key/every-wrong-character-is-found",
                   test_every_wrong_character_is_found);
  g_test_add_func ("/vault/recovery-key/every-swap-in-a-group-is-found",
                   test_every_swap_in_a_group_is_found);
  g_test_add_func ("/vault/recovery-key/every-swap-of-groups-is-found",
                   test_every_swap_of_groups_is_found);
  g_test_add_func ("/vault/recovery-key/too-short-and-too-long-are-refused",
                   test_too_short_and_too_long_are_refused);
  g_test_add_func ("/vault/recovery-key/the-message-names-the-group",
                   test_the_message_names_the_group);
  g_test_add_func ("/vault/recovery-key/groups-are-checked-one-by-one",
                   test_groups_are_checked_one_by_one);
  return g_test_run ();
}
