/* What a cell means: the text cleaned of what exports leave in it, then read as the kind that its
 * column holds. Numbers and dates have files of their own. Nothing here knows which source the
 * cell comes from, and no cell's text ever gets into a message. */

#include "config.h"

#include "tj-import-value.h"

#include "tj-postal.h"
#include "tj-reach.h"

#include <string.h>

/* Room beyond a cell's own length: its end, and a zero put back in front. */
#define SLACK 8

/* No way to say nothing is longer, in bytes. */
#define LONGEST_NOTHING 6

/**
 * tj_text_room_reserve:
 * @size: bytes of all cells of a row together
 *
 * Empties @room and makes it large enough for a row; texts of the row before are gone.
 */
void
tj_text_room_reserve (TjTextRoom *room, gsize size)
{
  if (size > room->size)
    {
      room->size = size * 2;
      g_free (room->start);
      room->start = g_malloc (room->size);
    }
  room->end = room->start;
}

/**
 * tj_text_room_clear:
 *
 * Frees what @room holds.
 */
void
tj_text_room_clear (TjTextRoom *room)
{
  g_free (room->start);
  *room = (TjTextRoom){ 0 };
}

/**
 * tj_text_room_size_for:
 * @length: the bytes of a cell
 *
 * Returns: the bytes that the cell may take of a room
 */
gsize
tj_text_room_size_for (gsize length)
{
  /* Composing never lengthens text by more than three times (Unicode Annex 15). */
  return length * 3 + SLACK;
}

/* The bytes of a blank at `p`, or 0: spaces and controls, the no-break spaces of web pages, and
 * the signs without width that copying brings along. */
static gsize
blank_length (const char *p, const char *end)
{
  static const char *const wide[] = { "\u202F", "\u2007", "\u200B", "\uFEFF" };
  guchar first = *p;

  if (first <= 0x20 || first == 0x7F)
    return 1;
  if (first == 0xC2 && end - p >= 2)
    return (guchar)p[1] == 0xA0 || (guchar)p[1] == 0xAD ? 2 : 0;
  if ((first != 0xE2 && first != 0xEF) || end - p < 3)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (memcmp (p, wide[i], 3) == 0)
      return 3;
  return 0;
}

/* Copies the cell with its blanks made single and none at its ends. `is_plain` tells that there is
 * nothing in it that letters of Western Europe do not need. */
static char *
copy_clean (const TjCell *cell, TjTextRoom *room, gboolean *is_plain)
{
  const char *p = cell->text, *end = p + cell->length;
  char *start = room->end, *to = start;
  gboolean pending = FALSE;

  *is_plain = TRUE;
  while (p < end)
    {
      gsize blank = blank_length (p, end);

      if (blank > 0)
        {
          pending = to > start;
          p += blank;
          continue;
        }
      if (pending)
        *to++ = ' ';
      pending = FALSE;
      *is_plain &= (guchar)*p <= 0xC3;
      *to++ = *p++;
    }
  *to = '\0';
  room->end = to + 1;
  return start;
}

/* Files that passed a Mac have å as a and a ring: letters that look alike must be alike. */
static char *
compose (char *text, TjTextRoom *room)
{
  g_autofree char *composed = NULL;
  gsize length;

  if (strpbrk (text, "\xCC\xCD") == NULL)
    return text;
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (composed == NULL)
    return text;
  length = strlen (composed);
  if (length + SLACK > room->size - (text - room->start))
    return text;
  memcpy (text, composed, length + 1);
  room->end = text + length + 1;
  return text;
}

/* ="0701011234" and '0701011234 keep Excel from counting with a number; the fence is not text. */
static char *
without_fence (char *text)
{
  gsize length = strlen (text);

  if (length >= 3 && text[0] == '=' && text[1] == '"' && text[length - 1] == '"')
    {
      text[length - 1] = '\0';
      return text + 2;
    }
  return text[0] == '\'' ? text + 1 : text;
}

/* What people write when there is nothing to write. */
static gboolean
says_nothing (const char *text, gsize length)
{
  static const char *const words[] = { "-", "--", "–", "saknas", "okänd", "okänt", "null", "n/a" };

  if (length > LONGEST_NOTHING)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* What spreadsheets show in place of a value, in English and Swedish, and a column of signs where it is
 * too narrow for one. */
static gboolean
is_spreadsheet_error (const char *text)
{
  static const char *const errors[]
      = { "#N/A",       "#REF!",    "#VALUE!",      "#DIV/0!",       "#NAME?", "#NULL!",
          "#NUM!",      "#SAKNAS!", "#REFERENS!",   "#VÄRDEFEL!",    "#NAMN?", "#SKÄRNING!",
          "#OGILTIGT!", "#SPILL!",  "#DIVISION/0!", "#EXTERNT FEL!", "#CALC!" };

  if (text[0] != '#')
    return FALSE;
  if (text[strspn (text, "#")] == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_ascii_strcasecmp (text, errors[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Particles that belong to the family name after them. */
static gboolean
is_particle (const char *word, gsize length)
{
  static const char *const particles[]
      = { "von", "af",  "av",  "de",  "la",  "van", "der", "den", "di", "da",
          "dos", "del", "bin", "ibn", "ben", "al",  "el",  "abu", "zu", "le" };

  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    if (strlen (particles[i]) == length && g_ascii_strncasecmp (word, particles[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Where the family name begins in "Förnamn Efternamn": the last word and the particles before. */
static char *
find_family_name (char *text)
{
  char *family = strrchr (text, ' ');

  while (family != NULL)
    {
      char *before = g_strrstr_len (text, family - text, " ");

      if (before == NULL || !is_particle (before + 1, family - before - 1))
        return family;
      family = before;
    }
  return NULL;
}

static void
split_at_comma (TjImportValue *value, char *text, char *comma)
{
  *comma = '\0';
  value->family = g_strchomp (text);
  value->text = g_strchug (comma + 1);
}

/* A name in one cell. A comma tells the order; without one two words leave no doubt and more
 * of them are a guess. A single word is left as a given name without a family name. */
static void
read_names (TjImportValue *value, char *text, gboolean family_first)
{
  char *comma = strchr (text, ',');
  char *first = strchr (text, ' ');
  char *family;

  if (comma != NULL)
    split_at_comma (value, text, comma);
  else if (first != NULL)
    {
      gboolean is_guess = first != strrchr (text, ' ');

      family = family_first ? first : find_family_name (text);
      family = family != NULL ? family : first;
      *family = '\0';
      value->text = family_first ? family + 1 : text;
      value->family = family_first ? text : family + 1;
      value->warning = is_guess ? TJ_REASON_NAME_GUESSED : TJ_REASON_NONE;
    }
}

/* Digits with an exponent, as Excel shows what is too long for its column. */
static gboolean
has_exponent (const char *text)
{
  gsize n = strspn (text, "0123456789.,");

  return n > 0 && (text[n] == 'E' || text[n] == 'e') && (text[n + 1] == '+' || text[n + 1] == '-')
         && g_ascii_isdigit (text[n + 2]);
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text) != 0;
  return n;
}

/* Phone numbers stay as written. A Swedish mobile number of nine digits from 7 has lost its zero
 * in a spreadsheet, as a number does. */
static void
read_phone (TjImportValue *value, char *text, TjTextRoom *room)
{
  guint n_digits = count_digits (text);

  if (has_exponent (text))
    value->error = TJ_REASON_PHONE_EXPONENT;
  else if (!tj_phone_is_plausible (text))
    value->error = TJ_REASON_PHONE;
  else if (n_digits == 9 && text[0] == '7')
    {
      memmove (text + 1, text, strlen (text) + 1);
      text[0] = '0';
      room->end++;
      value->warning = TJ_REASON_PHONE_ZERO_RESTORED;
    }
}

static void
read_email (TjImportValue *value, const char *text)
{
  if (!tj_email_is_plausible (text))
    value->error = TJ_REASON_EMAIL;
}

/* As nearly all lists have it: "543 30". */
static gboolean
is_usual_code (const char *text)
{
  return text[0] >= '1' && text[0] <= '9' && strspn (text, "0123456789") == 3 && text[3] == ' '
         && strspn (text + 4, "0123456789") == 2 && text[6] == '\0';
}

/* Five digits where the code is Swedish; any other is kept as it is, with a word of warning. */
static void
read_postal_code (TjImportValue *value, char *text)
{
  g_autofree char *code = NULL;

  if (is_usual_code (text))
    {
      memmove (text + 3, text + 4, 3);
      return;
    }
  code = tj_postal_code_normalize (text);
  if (code == NULL || strlen (code) > strlen (text))
    value->warning = TJ_REASON_POSTAL_CODE;
  else
    strcpy (text, code);
}

static gboolean
contains_any (const char *folded, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (folded, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* A marking that is not understood protects: the mistake in the other direction cannot be undone. */
static void
read_protection (TjImportValue *value, const char *text)
{
  static const char *const none[] = { "nej", "n", "no", "0", "false", "falskt", "none", NULL };
  static const char *const population[] = { "folkbok", "kvarskriv", "population", NULL };
  static const char *const marked[] = { "sekretess", "skydd", "marked", "protected", NULL };
  static const char *const yes[] = { "ja", "j", "yes", "y", "x", "1", "true", "sant", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  value->code = TJ_PROTECTION_MARKED;
  if (text[0] == '\0' || g_strv_contains (none, folded))
    value->code = TJ_PROTECTION_NONE;
  else if (contains_any (folded, population))
    value->code = TJ_PROTECTION_POPULATION;
  else if (!contains_any (folded, marked) && !g_strv_contains (yes, folded))
    value->warning = TJ_REASON_PROTECTION_UNCLEAR;
}

/* The labels of WORK.md § 4 and our own words; what is none of them is unknown. */
static void
read_background (TjImportValue *value, const char *text)
{
  static const struct
  {
    const char *part;
    TjBackground background;
  } parts[] = {
    { "introduktion", TJ_BACKGROUND_INTRODUCTION },
    { "introduction", TJ_BACKGROUND_INTRODUCTION },
    { "studiebevis", TJ_BACKGROUND_STUDIEBEVIS },
    { "gymnasieintyg", TJ_BACKGROUND_STUDIEBEVIS },
    { "aldrig", TJ_BACKGROUND_NEVER },
    { "never", TJ_BACKGROUND_NEVER },
    { "ej p", TJ_BACKGROUND_NEVER }, /* påbörjat: å and ö are not folded */
    { "avbr", TJ_BACKGROUND_BREAK },
    { "break", TJ_BACKGROUND_BREAK },
    { "dropped", TJ_BACKGROUND_BREAK },
  };
  g_autofree char *folded = g_ascii_strdown (text, -1);

  value->code = TJ_BACKGROUND_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i].part) != NULL)
      {
        value->code = parts[i].background;
        return;
      }
}

static void
read_kind (TjImportValue *value, TjCellKind kind, char *text, TjDate today, TjTextRoom *room)
{
  switch (kind)
    {
    case TJ_CELL_NUMBER:
      tj_import_number_read (value, today);
      break;
    case TJ_CELL_DATE:
      tj_import_date_read (value);
      break;
    case TJ_CELL_NAMES:
    case TJ_CELL_NAMES_FAMILY_FIRST:
      read_names (value, text, kind == TJ_CELL_NAMES_FAMILY_FIRST);
      break;
    case TJ_CELL_PHONE:
      read_phone (value, text, room);
      break;
    case TJ_CELL_EMAIL:
      read_email (value, text);
      break;
    case TJ_CELL_POSTAL_CODE:
      read_postal_code (value, text);
      break;
    case TJ_CELL_PROTECTION:
      read_protection (value, text);
      break;
    case TJ_CELL_BACKGROUND:
      read_background (value, text);
      break;
    case TJ_CELL_TEXT:
    case TJ_CELL_NAME:
    default:
      break;
    }
}

/* A line break in a name or a number is the trace of a missing quotation mark, with rows inside. */
static gboolean
has_strange_break (TjCellKind kind, const TjCell *cell)
{
  if (kind != TJ_CELL_NUMBER && kind != TJ_CELL_DATE && kind != TJ_CELL_NAME
      && kind != TJ_CELL_NAMES && kind != TJ_CELL_NAMES_FAMILY_FIRST)
    return FALSE;
  return memchr (cell->text, '\n', cell->length) != NULL;
}

/**
 * tj_import_value_read:
 * @value: (out): what the cell means
 * @today: decides the century of ten-digit numbers
 * @room: takes the texts; they live until it is reserved again
 *
 * Cleans the text of @cell and reads it as @kind. An empty cell is no error here.
 */
void
tj_import_value_read (TjImportValue *value,
                      TjCellKind kind,
                      const TjCell *cell,
                      TjDate today,
                      TjTextRoom *room)
{
  gboolean is_plain;
  char *text;

  memset (value, 0, sizeof *value);
  value->text = value->family = "";
  if (cell->length == 0)
    return;

  text = copy_clean (cell, room, &is_plain);
  if (!is_plain)
    text = compose (text, room);
  text = without_fence (text);
  if (text[0] == '\0'
      || (kind != TJ_CELL_PROTECTION && says_nothing (text, (gsize)(room->end - text - 1))))
    return;
  value->text = text;
  if (kind == TJ_CELL_PROTECTION)
    value->code = TJ_PROTECTION_MARKED;
  if (has_strange_break (kind, cell))
    value->error = TJ_REASON_LINE_BREAK;
  else if (!is_plain && strstr (text, "\uFFFD") != NULL)
    value->error = TJ_REASON_UNREADABLE;
  else if (is_spreadsheet_error (text))
    value->error = TJ_REASON_CELL_ERROR;
  else
    read_kind (value, kind, text, today, room);
}
