/* The recovery key as people see it: 160 random bits in eight groups of five characters, written
 * in Crockford's base32 (no I, L, O or U). The fifth character of each group is a checksum over
 * the other four and the group's place: a row of a Reed-Solomon code over GF(32), so that any one
 * wrong character, any two characters swapped and any two groups swapped are always found, before
 * the key is tried. */

#include "config.h"

#include "tj-recovery-key.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "tj-vault-error.h"

#define DATA_CHARS (TJ_RECOVERY_KEY_GROUP_CHARS - 1)
#define KEY_CHARS (TJ_RECOVERY_KEY_GROUPS * TJ_RECOVERY_KEY_GROUP_CHARS)
#define PRINTED_CHARS (KEY_CHARS + TJ_RECOVERY_KEY_GROUPS - 1)

G_STATIC_ASSERT (TJ_RECOVERY_KEY_BYTES * 8 == TJ_RECOVERY_KEY_GROUPS * DATA_CHARS * 5);

static const char ALPHABET[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* The value of a typed character; -1 for a separator, -2 for what is in no recovery key. */
static int
read_char (char c)
{
  const char *at;

  c = g_ascii_toupper (c);
  if (c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r')
    return -1;
  if (c == 'O')
    return 0;
  if (c == 'I' || c == 'L')
    return 1;
  at = c != '\0' ? strchr (ALPHABET, c) : NULL;
  return at != NULL ? (int)(at - ALPHABET) : -2;
}

/* Multiplies by x in GF(32) = GF(2)[x] / (x⁵ + x² + 1). */
static guint8
times_x (guint8 value)
{
  return (value & 0x10) != 0 ? ((value << 1) ^ 0x25) & 0x1f : value << 1;
}

/* x·d₀ + x²·d₁ + x³·d₂ + x⁴·d₃ + place + 8, by Horner's rule. The place makes swapped groups
 * differ, the 8 keeps a key of zeros from being right. */
static guint8
checksum (guint index, const guint8 *values)
{
  guint8 sum = 0;

  for (int i = DATA_CHARS - 1; i >= 0; i--)
    sum = times_x (sum ^ values[i]);
  return sum ^ (index + 8);
}

/* Reads characters into @values, at most @max of them. Returns how many there are, or -1 when
 * there are more or one belongs to no recovery key. */
static int
read_values (const char *text, guint8 *values, int max)
{
  int n = 0;

  for (; *text != '\0'; text++)
    {
      int value = read_char (*text);

      if (value == -1)
        continue;
      if (value == -2 || n == max)
        return -1;
      values[n++] = value;
    }
  return n;
}

/* Packs four base32 digits into 20 bits of @key, groups in turn. */
static void
pack_group (guint8 *key, guint index, const guint8 *values)
{
  for (guint bit = 0; bit < DATA_CHARS * 5; bit++)
    {
      guint at = index * DATA_CHARS * 5 + bit;

      if ((values[bit / 5] >> (4 - bit % 5)) & 1)
        key[at / 8] |= 0x80 >> (at % 8);
    }
}

static void
unpack_group (const guint8 *key, guint index, guint8 *values)
{
  for (guint bit = 0; bit < DATA_CHARS * 5; bit++)
    {
      guint at = index * DATA_CHARS * 5 + bit;
      guint8 set = (key[at / 8] >> (7 - at % 8)) & 1;

      values[bit / 5] = (values[bit / 5] << 1 | set) & 0x1f;
    }
}

static int
find_wrong_group (const guint8 *values)
{
  for (guint i = 0; i < TJ_RECOVERY_KEY_GROUPS; i++)
    {
      const guint8 *group = values + i * TJ_RECOVERY_KEY_GROUP_CHARS;

      if (group[DATA_CHARS] != checksum (i, group))
        return i;
    }
  return -1;
}

/**
 * tj_recovery_key_format:
 * @key: %TJ_RECOVERY_KEY_BYTES random bytes
 *
 * Returns: (transfer full): the text to print, eight groups joined by hyphens
 */
TjSecret *
tj_recovery_key_format (const TjSecret *key)
{
  g_autoptr (TjSecret) values = tj_secret_new (TJ_RECOVERY_KEY_GROUP_CHARS);
  TjSecret *text;
  char *out;

  g_return_val_if_fail (tj_secret_get_size (key) == TJ_RECOVERY_KEY_BYTES, NULL);

  text = tj_secret_new (PRINTED_CHARS);
  out = (char *)tj_secret_get_writable (text);
  for (guint i = 0; i < TJ_RECOVERY_KEY_GROUPS; i++)
    {
      guint8 *group = tj_secret_get_writable (values);

      unpack_group (tj_secret_get (key, NULL), i, group);
      group[DATA_CHARS] = checksum (i, group);
      for (guint c = 0; c < TJ_RECOVERY_KEY_GROUP_CHARS; c++)
        *out++ = ALPHABET[group[c]];
      if (i + 1 < TJ_RECOVERY_KEY_GROUPS)
        *out++ = '-';
    }
  return text;
}

/**
 * tj_recovery_key_parse:
 * @text: what was typed; case, spaces and hyphens do not matter, O reads as 0, I and L as 1
 * @error: %TJ_VAULT_ERROR_TYPO, naming the first wrong group when the length is right
 *
 * Returns: (transfer full): the %TJ_RECOVERY_KEY_BYTES bytes, or %NULL
 */
TjSecret *
tj_recovery_key_parse (const TjSecret *text, GError **error)
{
  g_autoptr (TjSecret) values = tj_secret_new (KEY_CHARS);
  guint8 *digits = tj_secret_get_writable (values);
  TjSecret *key;
  int wrong;

  g_return_val_if_fail (text != NULL, NULL);

  if (read_values (tj_secret_get_text (text), digits, KEY_CHARS) != KEY_CHARS)
    {
      g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TYPO,
                   _ ("A recovery key has %d groups of %d letters and digits"),
                   TJ_RECOVERY_KEY_GROUPS, TJ_RECOVERY_KEY_GROUP_CHARS);
      return NULL;
    }
  wrong = find_wrong_group (digits);
  if (wrong >= 0)
    {
      g_set_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_TYPO,
                   _ ("Group %d of the recovery key is not typed right"), wrong + 1);
      return NULL;
    }
  key = tj_secret_new (TJ_RECOVERY_KEY_BYTES);
  for (guint i = 0; i < TJ_RECOVERY_KEY_GROUPS; i++)
    pack_group (tj_secret_get_writable (key), i, digits + i * TJ_RECOVERY_KEY_GROUP_CHARS);
  return key;
}

/**
 * tj_recovery_key_check_group:
 * @index: the group's place, from 0
 * @group: what was typed for it
 *
 * Returns: whether @group is complete and its checksum holds in that place
 */
gboolean
tj_recovery_key_check_group (guint index, const char *group)
{
  guint8 values[TJ_RECOVERY_KEY_GROUP_CHARS] = { 0 };
  gboolean right;

  g_return_val_if_fail (index < TJ_RECOVERY_KEY_GROUPS && group != NULL, FALSE);

  right = read_values (group, values, G_N_ELEMENTS (values)) == TJ_RECOVERY_KEY_GROUP_CHARS
          && values[DATA_CHARS] == checksum (index, values);
  sodium_memzero (values, sizeof values);
  return right;
}

/**
 * tj_recovery_key_group_matches:
 * @text: a recovery key as printed
 * @index: a group's place, from 0
 * @typed: what was typed back for it, read as tolerantly as a whole key
 *
 * Returns: whether @typed is that group
 */
gboolean
tj_recovery_key_group_matches (const TjSecret *text, guint index, const char *typed)
{
  guint8 values[TJ_RECOVERY_KEY_GROUP_CHARS] = { 0 };
  guint start = index * (TJ_RECOVERY_KEY_GROUP_CHARS + 1);
  gboolean same;

  g_return_val_if_fail (tj_secret_get_size (text) == PRINTED_CHARS, FALSE);
  g_return_val_if_fail (index < TJ_RECOVERY_KEY_GROUPS && typed != NULL, FALSE);

  same = read_values (typed, values, G_N_ELEMENTS (values)) == TJ_RECOVERY_KEY_GROUP_CHARS;
  for (guint i = 0; i < TJ_RECOVERY_KEY_GROUP_CHARS; i++)
    same = same && ALPHABET[values[i]] == tj_secret_get_text (text)[start + i];
  sodium_memzero (values, sizeof values);
  return same;
}
