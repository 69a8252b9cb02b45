/* Swedish order of names without a locale: a key of plain ASCII that strcmp orders, so that
 * database, list and paper agree on every machine. å, ä and ö come last in that order and are
 * letters of their own; ü sorts as y, æ as ä, ø as ö, ð and đ as d, and other accents do not
 * count (Svenska Akademiens ordlista). */

#include "config.h"

#include "tj-sort-key.h"

/* The three signs that follow z in ASCII. */
#define KEY_A_RING '{'
#define KEY_A_UMLAUT '|'
#define KEY_O_UMLAUT '}'

/* Between family and given name: before every letter, so that Berg comes before Bergman. */
#define KEY_SEPARATOR '\x01'

static void
append_folded (GString *key, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  switch (letter)
    {
    case 0xe5: /* å */
      g_string_append_c (key, KEY_A_RING);
      return;
    case 0xe4: /* ä */
    case 0xe6: /* æ */
      g_string_append_c (key, KEY_A_UMLAUT);
      return;
    case 0xf6:  /* ö */
    case 0xf8:  /* ø */
    case 0x153: /* œ */
      g_string_append_c (key, KEY_O_UMLAUT);
      return;
    case 0xfc: /* ü */
      g_string_append_c (key, 'y');
      return;
    case 0xf0:  /* ð */
    case 0x111: /* đ */
      g_string_append_c (key, 'd');
      return;
    case 0xfe: /* þ */
      g_string_append (key, "th");
      return;
    case 0xdf: /* ß */
      g_string_append (key, "ss");
      return;
    case 0x142: /* ł */
      g_string_append_c (key, 'l');
      return;
    default:
      break;
    }

  if (letter < 0x80)
    {
      if (g_ascii_isalnum ((char)letter))
        g_string_append_c (key, (char)letter);
      else if (letter == ' ' || letter == '-')
        g_string_append_c (key, ' ');
    }
  else if (g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) > 1)
    append_folded (key, parts[0]);
  else if (g_unichar_isalpha (letter))
    g_string_append_unichar (key, letter);
}

/* Accents written as signs of their own: rare, and the only reason to normalize. */
static gboolean
has_combining_mark (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar)*p >= 0xcc && g_unichar_ismark (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
append_name (GString *key, const char *name)
{
  g_autofree char *composed = NULL;

  if (has_combining_mark (name))
    name = composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *p = name; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
    else
      append_folded (key, g_unichar_tolower (g_utf8_get_char (p)));
}

/**
 * tj_sort_key_for_name:
 * @family_name: (nullable): UTF-8
 * @given_name: (nullable): UTF-8
 *
 * Returns: (transfer full): a key whose order by strcmp() is the Swedish order of the names
 */
char *
tj_sort_key_for_name (const char *family_name, const char *given_name)
{
  g_autoptr (GString) key = g_string_sized_new (64);

  append_name (key, family_name != NULL ? family_name : "");
  g_string_append_c (key, KEY_SEPARATOR);
  append_name (key, given_name != NULL ? given_name : "");
  return g_string_free (g_steal_pointer (&key), FALSE);
}
