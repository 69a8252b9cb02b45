/* The programmes of upper-secondary school by the names that price lists and invoices spell out
 * (WORK.md § 6). Codes are what the rest of the program speaks. */

#include "config.h"

#include "tj-programme.h"

#include <string.h>

/* The part that tells a name from all others, in lower case; how it is joined to "programmet" and
 * whether a hyphen stands before "och" differ from list to list. */
static const struct
{
  const char *part;
  const char *code;
} names[] = {
  { "barn- och fritid", "BF" },
  { "bygg- och anläggning", "BA" },
  { "el- och energi", "EE" },
  { "ekonomi", "EK" },
  { "estetisk", "ES" },
  { "flygteknik", "FI" },
  { "fordons- och transport", "FT" },
  { "frisör- och stylist", "FR" },
  { "försäljnings- och service", "FS" },
  { "handels- och administration", "HA" },
  { "hantverk", "HV" },
  { "hotell- och turism", "HT" },
  { "humanistisk", "HU" },
  { "industritekn", "IN" },
  { "international baccalaureate", "IB" },
  { "naturvetenskap", "NA" },
  { "naturbruk", "NB" },
  { "restaurang- och livsmedel", "RL" },
  { "samhällsvetenskap", "SA" },
  { "teknikprogram", "TE" },
  { "vvs- och fastighet", "VF" },
  { "vård- och omsorg", "VO" },
  { "individuellt alternativ", "IMA" },
  { "programinriktat val", "IMV" },
  { "språkintroduktion", "IMS" },
  { "yrkesintroduktion", "IMY" },
};

/* A code in brackets says more than the name before it. */
static char *
dup_bracketed (const char *text)
{
  const char *open = strrchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *code = close != NULL ? g_strndup (open + 1, (gsize)(close - open - 1)) : NULL;
  gsize length = code != NULL ? strlen (g_strstrip (code)) : 0;

  if (length < 2 || length > 5)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (code[i]))
      return NULL;
  return g_steal_pointer (&code);
}

/**
 * tj_programme_read:
 * @text: a programme as a list has it: "ba25", "El- och energiprogrammet", "Teknik (TE)"
 *
 * Returns: (transfer full): its code in capitals, with the suffix of 2025 if the text has it; what
 *   is no programme that the law names is the text itself
 */
char *
tj_programme_read (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *bracketed = dup_bracketed (text);
  g_autofree char *plain = g_strstrip (g_strdup (text));

  if (bracketed != NULL)
    return g_ascii_strup (bracketed, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (folded, names[i].part) != NULL)
      return g_strdup (names[i].code);
  return strlen (plain) <= 5 ? g_ascii_strup (plain, -1) : g_steal_pointer (&plain);
}
