/* What a coordinator writes, as the parts it is printed in. There is no markup to learn: an empty
 * line ends a paragraph, a short line alone that does not end as a sentence does is a heading, and
 * a line that begins with a dash is a point of a list. Everything else is printed as written. */

#include "config.h"

#include "tj-report-text.h"

#include <string.h>

#define LONGEST_HEADING 70

static void
clear_block (gpointer data)
{
  TjReportBlock *block = data;

  g_free (block->text);
}

static gboolean
ends_as_a_sentence (GString *text)
{
  static const char *const endings[] = { ".", "!", "?", ":", ";", ",", "…", "”", "\"", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text->str, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
may_be_heading (GString *text)
{
  return strchr (text->str, '\n') == NULL && g_utf8_strlen (text->str, -1) <= LONGEST_HEADING
         && !ends_as_a_sentence (text);
}

static void
add_block (GArray *blocks, TjReportBlockKind kind, const char *text)
{
  TjReportBlock block = { kind, g_strdup (text) };

  g_array_append_val (blocks, block);
}

/* Ends the paragraph that is being gathered. */
static void
end_paragraph (GArray *blocks, GString *paragraph)
{
  if (paragraph->len > 0)
    add_block (blocks, may_be_heading (paragraph) ? TJ_REPORT_HEADING : TJ_REPORT_PARAGRAPH,
               paragraph->str);
  g_string_truncate (paragraph, 0);
}

/* The text of a point, or NULL. */
static const char *
skip_dash (const char *line)
{
  static const char *const dashes[] = { "- ", "* ", "• ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (line, dashes[i]))
      return line + strlen (dashes[i]);
  return NULL;
}

/* Characters that are no text would damage what they are printed in. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append_c (clean, '\n');
      else if (c != '\r')
        g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

/* Only what something follows is a heading: of the last line, it would be one of nothing. */
static void
demote_last (GArray *blocks)
{
  TjReportBlock *last
      = blocks->len > 0 ? &g_array_index (blocks, TjReportBlock, blocks->len - 1) : NULL;

  if (last != NULL && last->kind == TJ_REPORT_HEADING)
    last->kind = TJ_REPORT_PARAGRAPH;
}

/**
 * tj_report_text_parse:
 * @text: what was written, in any encoding of line ends
 *
 * Returns: (transfer full): an array of #TjReportBlock, empty for a text of nothing but space
 */
GArray *
tj_report_text_parse (const char *text)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (TjReportBlock));
  g_autofree char *clean = dup_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  g_array_set_clear_func (blocks, clear_block);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      const char *point = skip_dash (line);

      if (line[0] == '\0' || point != NULL)
        end_paragraph (blocks, paragraph);
      if (point != NULL)
        add_block (blocks, TJ_REPORT_POINT, point);
      else if (line[0] != '\0')
        g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? "\n" : "", line);
    }
  end_paragraph (blocks, paragraph);
  demote_last (blocks);
  return blocks;
}
