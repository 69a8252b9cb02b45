/* Postal addresses as lines for an envelope's window, and postal codes. A line that is too long is
 * the paper's matter, not ours; that a code exists is not known here either. */

#include "config.h"

#include "tj-postal.h"

#include <string.h>

/* White space of any kind becomes one space between words, none at the ends. */
static char *
squeeze (const char *text)
{
  GString *line = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  return g_string_free (line, FALSE);
}

static gboolean
starts_with_word (const char *text, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_str_has_prefix (folded, word);
}

static void
add_line (GStrvBuilder *lines, const char *prefix, const char *text)
{
  g_autofree char *line = NULL;

  if (text[0] == '\0')
    return;
  line = g_strconcat (prefix, text, NULL);
  g_strv_builder_add (lines, line);
}

/* The flat stands after the street on its line, anything else on a line of its own before it. */
static void
add_street (GStrvBuilder *lines, const char *street, const char *extra)
{
  g_autofree char *joined = NULL;
  gboolean is_flat = starts_with_word (extra, "lgh") || starts_with_word (extra, "l\xc3\xa4genhet");

  if (is_flat && street[0] != '\0')
    {
      joined = g_strconcat (street, " ", extra, NULL);
      add_line (lines, "", joined);
      return;
    }
  add_line (lines, "", extra);
  add_line (lines, "", street);
}

/* A code that is not five digits stands as it is written: it may be a foreign one. */
static char *
make_last_line (const char *postal_code, const char *locality)
{
  g_autofree char *code = tj_postal_code_format (postal_code);
  g_autofree char *upper = g_utf8_strup (locality, -1);
  g_autofree char *line = g_strconcat (code, " ", upper, NULL);

  return squeeze (line);
}

/**
 * tj_postal_lines:
 *
 * The lines for the window: name, c/o, street with flat, and last "NNN NN ORT" with the locality
 * in capitals. There is never an empty line; white space is made single.
 *
 * Returns: (transfer full): the lines, none for an empty address
 */
GStrv
tj_postal_lines (const TjPostalAddress *address)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *name = squeeze (address->name);
  g_autofree char *care_of = squeeze (address->care_of);
  g_autofree char *street = squeeze (address->street);
  g_autofree char *extra = squeeze (address->extra);
  g_autofree char *last = make_last_line (address->postal_code, address->locality);

  add_line (lines, "", name);
  add_line (lines, starts_with_word (care_of, "c/o") ? "" : "c/o ", care_of);
  add_street (lines, street, extra);
  add_line (lines, "", last);
  return g_strv_builder_end (lines);
}

/**
 * tj_postal_is_complete:
 *
 * Returns: whether a letter to @address can arrive: a name, a street or box, a Swedish postal code
 *   and a locality
 */
gboolean
tj_postal_is_complete (const TjPostalAddress *address)
{
  g_autofree char *name = squeeze (address->name);
  g_autofree char *street = squeeze (address->street);
  g_autofree char *extra = squeeze (address->extra);
  g_autofree char *locality = squeeze (address->locality);
  g_autofree char *code = tj_postal_code_normalize (address->postal_code);

  return name[0] != '\0' && (street[0] != '\0' || extra[0] != '\0') && locality[0] != '\0'
         && code != NULL;
}

/**
 * tj_postal_code_normalize:
 * @text: (nullable): a code as people and files write it: 54330, 543 30, SE-543 30
 *
 * Returns: (transfer full) (nullable): the five digits, or NULL when @text is no Swedish code
 */
char *
tj_postal_code_normalize (const char *text)
{
  g_autofree char *plain = squeeze (text != NULL ? text : "");
  const char *rest = plain;
  char digits[6] = "";
  int n = 0;

  if (g_ascii_strncasecmp (rest, "SE", 2) == 0)
    rest += 2;
  else if (g_ascii_toupper (rest[0]) == 'S')
    rest += 1;
  if (rest != plain)
    rest += strspn (rest, "- ");

  for (; *rest != '\0'; rest++)
    {
      if (*rest == ' ' && n == 3)
        continue;
      if (!g_ascii_isdigit (*rest) || n == 5)
        return NULL;
      digits[n++] = *rest;
    }
  return n == 5 && digits[0] != '0' ? g_strdup (digits) : NULL;
}

/**
 * tj_postal_code_format:
 *
 * Returns: (transfer full): @code as "NNN NN", or a copy when it is no Swedish code
 */
char *
tj_postal_code_format (const char *code)
{
  g_autofree char *digits = tj_postal_code_normalize (code);

  if (digits == NULL)
    return g_strdup (code != NULL ? code : "");
  return g_strdup_printf ("%.3s %s", digits, digits + 3);
}
