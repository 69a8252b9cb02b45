/* Folds names and numbers for searching: case, accents and punctuation do not count, but å, ä and ö
 * are letters of their own. Folded text is made to be compared byte by byte. */

#include "config.h"

#include "tj-search-text.h"

#include <string.h>

typedef struct
{
  gunichar from;
  const char *to;
} Folding;

/* Letters without a decomposition, as Swedes write them when they lack them. */
static const Folding foldings[] = {
  { 0xe5, "{" }, { 0xe4, "|" },  { 0xf6, "}" },  { 0xe6, "|" },  { 0xf8, "}" },  { 0xdf, "ss" },
  { 0xf0, "d" }, { 0xfe, "th" }, { 0x111, "d" }, { 0x142, "l" }, { 0x131, "i" }, { 0x153, "oe" },
};

static gboolean
append_special (GString *folded, gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foldings); i++)
    if (foldings[i].from == c)
      {
        g_string_append (folded, foldings[i].to);
        return TRUE;
      }
  return FALSE;
}

static void
append_separator (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

static void
append_letter (GString *folded, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  c = g_unichar_tolower (c);
  if (append_special (folded, c))
    return;

  n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    if (!g_unichar_ismark (parts[i]))
      g_string_append_unichar (folded, parts[i]);
}

static void
append_folded (GString *folded, gunichar c)
{
  if (c < 0x80 && g_ascii_isalnum ((char)c))
    g_string_append_c (folded, g_ascii_tolower ((char)c));
  else if (c == '\'' || c == 0x2019 || g_unichar_ismark (c))
    return; /* O'Brien is one word */
  else if (c >= 0x80 && g_unichar_isalnum (c))
    append_letter (folded, c);
  else
    append_separator (folded);
}

/**
 * tj_search_text_fold:
 * @text: a name or what someone types; invalid UTF-8 ends it
 *
 * Returns: (transfer full): words of lower-case letters without accents, one space between them;
 *   å, ä and ö as %TJ_SEARCH_AA, %TJ_SEARCH_AE and %TJ_SEARCH_OE
 */
char *
tj_search_text_fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  g_autofree char *composed = NULL;

  /* Some files write å as a and a ring. */
  for (const char *c = text; *c != '\0' && composed == NULL; c++)
    if ((guchar)*c >= 0xcc)
      composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  for (const char *c = composed != NULL ? composed : text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char_validated (c, -1);

      if (letter >= (gunichar)-2)
        break;
      append_folded (folded, letter);
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/**
 * tj_search_text_is_number:
 *
 * Returns: whether @text is, or begins, a personal number or a phone number: digits, with the signs
 *   people write between them and the letters of temporary numbers after them
 */
gboolean
tj_search_text_is_number (const char *text)
{
  const char *rest = text + strspn (text, " +(");

  if (!g_ascii_isdigit (*rest))
    return FALSE;
  rest += strspn (rest, "0123456789 +-/()");
  if (*rest == '\0')
    return TRUE;

  /* A temporary number; a letter after a space begins a name. */
  if (rest[-1] == ' ' || strchr ("TRSUWXJKLMN", g_ascii_toupper (*rest)) == NULL)
    return FALSE;
  rest += g_ascii_strncasecmp (rest, "TF", 2) == 0 ? 2 : 1;
  return rest[strspn (rest, "0123456789 ")] == '\0';
}

/**
 * tj_search_text_number:
 *
 * Returns: (transfer full): the digits and letters of a personal or phone number in lower case,
 *   +46 as 0
 */
char *
tj_search_text_number (const char *text)
{
  GString *number = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (number, g_ascii_tolower (*c));

  if (text[strspn (text, " (")] == '+' && g_str_has_prefix (number->str, "46"))
    g_string_overwrite (g_string_erase (number, 0, 1), 0, "0");
  else if (g_str_has_prefix (number->str, "0046"))
    g_string_erase (number, 1, 3);
  return g_string_free (number, FALSE);
}
