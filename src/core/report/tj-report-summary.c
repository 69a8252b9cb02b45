/* What the tables say, in plain sentences, for who reads no further. It reads the tables as they
 * are printed and nothing else: a hidden figure gives no sentence, no comparison and no rank, and
 * two registers that differ in nothing but hidden cells give the same words.
 *
 * Each paragraph has a subject; a paragraph about which nothing can be said is left out. */

#include "config.h"

#include "tj-report-summary.h"

#include "tj-report.h"

#include <glib/gi18n-lib.h>

/* The tables as they are read, and the paragraph being written. */
typedef struct
{
  const GPtrArray *tables;
  GString *words;
} Summary;

static const TjFigureTable *
find_table (const Summary *self, const char *id)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (tj_figure_table_get_id (self->tables->pdata[i]), id))
      return self->tables->pdata[i];
  return NULL;
}

/* Whether the figure can be told, and what it is. */
static gboolean
tell (const TjFigure *figure, TjFigureKind kind, int *value)
{
  if (figure == NULL || figure->hidden || figure->kind != kind)
    return FALSE;
  *value = figure->value;
  return TRUE;
}

static const TjFigure *
find (const Summary *self, const char *table, const char *row, const char *column)
{
  const TjFigureTable *found = find_table (self, table);

  return found != NULL ? tj_figure_table_find (found, row, column) : NULL;
}

static gboolean
count (const Summary *self, const char *table, const char *row, const char *column, int *value)
{
  return tell (find (self, table, row, column), TJ_FIGURE_COUNT, value);
}

/* Adds a sentence to the paragraph; takes it. */
static void
say (Summary *self, char *sentence)
{
  if (self->words->len > 0)
    g_string_append_c (self->words, ' ');
  g_string_append (self->words, sentence);
  g_free (sentence);
}

/* Whole percent, where only nobody is 0 and only all are 100. */
static int
round_share (int part, int whole)
{
  int percent = (200 * part + whole) / (2 * whole);

  if (part > 0 && percent == 0)
    return 1;
  return part < whole && percent == 100 ? 99 : percent;
}

static void
say_sexes (Summary *self)
{
  int women, men;

  if (count (self, "numbers", "end", "women", &women) && count (self, "numbers", "end", "men", &men)
      && women + men > 0)
    say (self, g_strdup_printf (_ ("Of them %d were women and %d were men."), women, men));
}

/* How the end of the half-year stands to its start. */
static void
say_change (Summary *self, int start, int end)
{
  int change = ABS (end - start);

  if (end > start)
    say (self, g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "That is %d more than when the half-year began.",
                                "That is %d more than when the half-year began.", (gulong)change),
                   change));
  else if (end < start)
    say (self, g_strdup_printf (
                   g_dngettext (GETTEXT_PACKAGE, "That is %d fewer than when the half-year began.",
                                "That is %d fewer than when the half-year began.", (gulong)change),
                   change));
  else
    say (self, g_strdup (_ ("That is as many as when the half-year began.")));
}

/* A table with a half-year a row, the earliest first: the figure @back half-years before the last. */
static gboolean
look_back (const Summary *self,
           const char *table,
           const char *column,
           guint back,
           TjFigureKind kind,
           int *value,
           const char **label)
{
  const TjFigureTable *found = find_table (self, table);
  guint n = found != NULL ? tj_figure_table_n_rows (found) : 0;
  const TjFigureLine *row;

  if (n <= back)
    return FALSE;
  row = tj_figure_table_row (found, n - 1 - back);
  *label = row->label;
  return tell (tj_figure_table_find (found, row->id, column), kind, value);
}

/* How the end of the half-year stands to that of the same half of the year before. */
static void
say_year_before (Summary *self, int end)
{
  const char *label;
  g_autofree char *half = NULL;
  int before;

  if (!look_back (self, "comparison-numbers", "end", 2, TJ_FIGURE_COUNT, &before, &label))
    return;
  half = tj_report_dup_within (label);
  if (end > before)
    say (self,
         g_strdup_printf (
             g_dngettext (GETTEXT_PACKAGE, "At the end of the %2$s they were %1$d fewer.",
                          "At the end of the %2$s they were %1$d fewer.", (gulong)(end - before)),
             end - before, half));
  else if (end < before)
    say (self,
         g_strdup_printf (
             g_dngettext (GETTEXT_PACKAGE, "At the end of the %2$s they were %1$d more.",
                          "At the end of the %2$s they were %1$d more.", (gulong)(before - end)),
             before - end, half));
  else
    say (self, g_strdup_printf (_ ("At the end of the %s they were as many."), half));
}

static void
say_flow (Summary *self)
{
  int added, ended;

  if (count (self, "numbers", "new", "total", &added))
    say (self,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d youth was new during the half-year.",
                                       "%d youths were new during the half-year.", (gulong)added),
                          added));
  if (count (self, "numbers", "deregistered", "total", &ended))
    say (self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d youth was deregistered.",
                                             "%d youths were deregistered.", (gulong)ended),
                                ended));
}

static void
write_numbers (Summary *self)
{
  int start, end;

  if (count (self, "numbers", "end", "total", &end))
    {
      say (self,
           g_strdup_printf (
               g_dngettext (GETTEXT_PACKAGE,
                            "At the end of the half-year the municipality was responsible for %d "
                            "youth.",
                            "At the end of the half-year the municipality was responsible for %d "
                            "youths.",
                            (gulong)end),
               end));
      say_sexes (self);
      if (count (self, "numbers", "start", "total", &start))
        say_change (self, start, end);
      say_year_before (self, end);
    }
  say_flow (self);
}

/* A part and its whole, both told and the whole not empty. */
static gboolean
share (const Summary *self, const char *table, const char *row, int *part, int *whole)
{
  return count (self, table, row, "total", part) && count (self, table, "total", "total", whole)
         && *whole > 0;
}

/* How the share reached stands to that of the half-year before, as both are told: in whole
 * percent. */
static void
say_reached_before (Summary *self, int now)
{
  const char *label;
  g_autofree char *half = NULL;
  int tenths, before;

  if (!look_back (self, "comparison-shares", "reached", 1, TJ_FIGURE_SHARE, &tenths, &label))
    return;
  half = tj_report_dup_within (label);
  before = round_share (tenths, 1000);
  if (now > before)
    say (self, g_strdup_printf (_ ("That is a larger share than in the %s, when it was %d "
                                   "percent."),
                                half, before));
  else if (now < before)
    say (self, g_strdup_printf (_ ("That is a smaller share than in the %s, when it was %d "
                                   "percent."),
                                half, before));
  else
    say (self, g_strdup_printf (_ ("That is the same share as in the %s."), half));
}

static void
write_contact (Summary *self)
{
  int reached, whole, known, not_sought;

  if (share (self, "contact", "reached", &reached, &whole))
    {
      int percent = round_share (reached, whole);

      say (self, g_strdup_printf (_ ("The municipality reached %d of the %d youths who were in the "
                                     "register during the half-year, %d percent."),
                                  reached, whole, percent));
      say_reached_before (self, percent);
    }
  if (count (self, "contact", "known", "total", &known) && known > 0)
    say (self,
         g_strdup_printf (
             g_dngettext (GETTEXT_PACKAGE, "Of %d more it is known in another way what they do.",
                          "Of %d more it is known in another way what they do.", (gulong)known),
             known));
  if (count (self, "contact", "not-sought", "total", &not_sought))
    say (self,
         not_sought == 0
             ? g_strdup (_ ("Everyone has been sought or is known of."))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%d youth has neither been sought nor is known of.",
                                             "%d youths have neither been sought nor are known of.",
                                             (gulong)not_sought),
                                not_sought));
}

/* The row that most stand in. Only a column that is told whole, without a tie, has one. */
static const TjFigureLine *
find_most_common (const Summary *self, const char *id, int *most)
{
  const TjFigureTable *table = find_table (self, id);
  const TjFigureLine *found = NULL;

  *most = 0;
  for (guint row = 0; table != NULL && row < tj_figure_table_n_rows (table); row++)
    {
      const TjFigureLine *line = tj_figure_table_row (table, row);
      int value;

      if (line->is_total)
        continue;
      if (!tell (tj_figure_table_find (table, line->id, "total"), TJ_FIGURE_COUNT, &value))
        return NULL;
      if (value >= *most)
        found = value > *most ? line : NULL;
      *most = MAX (*most, value);
    }
  return found;
}

static void
say_most_common (Summary *self, const char *table, const char *sentence)
{
  int most;
  const TjFigureLine *line = find_most_common (self, table, &most);
  g_autofree char *number = NULL;
  g_auto (GStrv) parts = NULL;

  if (line == NULL)
    return;
  number = g_strdup_printf ("%d", most);
  parts = g_strsplit (sentence, "{}", 3);
  if (g_strv_length (parts) == 3)
    say (self, g_strconcat (parts[0], line->label, parts[1], number, parts[2], NULL));
}

static void
write_occupation (Summary *self)
{
  /* Translators: the first {} is an occupation, the second how many have it. */
  say_most_common (self, "occupation",
                   _ ("What most of them did when last heard of: {} ({} youths)."));
}

static void
write_measures (Summary *self)
{
  int part, whole;

  if (share (self, "measures", "in-measure", &part, &whole))
    say (self,
         g_strdup_printf (
             g_dngettext (GETTEXT_PACKAGE, "%d youth took part in a measure, %d percent of all.",
                          "%d youths took part in a measure, %d percent of all.", (gulong)part),
             part, round_share (part, whole)));
}

static void
write_results (Summary *self)
{
  int part, whole;

  if (share (self, "back-in-education", "back", &part, &whole))
    say (self, g_strdup_printf (_ ("Of the %d who were deregistered %d had gone back to an "
                                   "upper-secondary education, %d percent."),
                                whole, part, round_share (part, whole)));
  /* Translators: the first {} is a reason, the second how many were deregistered for it. */
  say_most_common (self, "deregistration-reasons",
                   _ ("The most common reason for deregistration was: {} ({} youths)."));
}

static void
say_median (Summary *self)
{
  int days;

  if (!tell (find (self, "time-median", "attempt", "total"), TJ_FIGURE_DAYS, &days))
    return;
  say (self,
       days == 0
           ? g_strdup (_ ("At least half of those who were sought were so on the day they were "
                          "registered."))
           : g_strdup_printf (
               g_dngettext (GETTEXT_PACKAGE,
                            "At least half of those who were sought were so within %d day.",
                            "At least half of those who were sought were so within %d "
                            "days.",
                            (gulong)days),
               days));
}

static void
write_time (Summary *self)
{
  int part, whole;

  if (share (self, "time-to-attempt", "in-time", &part, &whole))
    say (self, g_strdup_printf (_ ("%d of %d new youths were sought within the time that the "
                                   "municipality’s own routine sets, %d percent."),
                                part, whole, round_share (part, whole)));
  say_median (self);
  if (share (self, "time-to-contact", "in-time", &part, &whole))
    say (self, g_strdup_printf (_ ("%d of %d answered within the routine’s time, %d percent."),
                                part, whole, round_share (part, whole)));
}

static void
write_preventive (Summary *self)
{
  int reported;

  if (!count (self, "school-reports", "total", "total", &reported))
    return;
  if (reported == 0)
    say (self, g_strdup (_ ("No youths were reported by schools.")));
  else
    say (self,
         g_strdup_printf (
             g_dngettext (GETTEXT_PACKAGE, "Schools reported %d youth to the municipality.",
                          "Schools reported %d youths to the municipality.", (gulong)reported),
             reported));
}

/**
 * tj_report_summary_new:
 * @tables: (element-type TjFigureTable): the report's, after disclosure control
 *
 * Returns: (transfer full) (element-type utf8): the summary, a paragraph an element
 */
GPtrArray *
tj_report_summary_new (const GPtrArray *tables)
{
  static void (*const subjects[]) (Summary *)
      = { write_numbers, write_contact,    write_occupation, write_measures,
          write_results, write_preventive, write_time };
  Summary self = { tables, g_string_new (NULL) };
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      subjects[i](&self);
      if (self.words->len > 0)
        g_ptr_array_add (paragraphs, g_strdup (self.words->str));
      g_string_truncate (self.words, 0);
    }
  g_string_free (self.words, TRUE);
  return paragraphs;
}

static void
clear_key_figure (gpointer data)
{
  TjReportKeyFigure *key = data;

  g_free (key->label);
  g_free (key->value);
}

static void
add_key (GArray *keys, const TjFigure *figure, const char *label)
{
  TjReportKeyFigure key;

  if (figure == NULL)
    return;
  key.label = g_strdup (label);
  key.value = tj_figure_format (figure);
  g_array_append_val (keys, key);
}

/**
 * tj_report_summary_new_key_figures:
 * @tables: (element-type TjFigureTable): the report's, after disclosure control
 *
 * Returns: (transfer full): at most four #TjReportKeyFigure, ".." for a hidden one
 */
GArray *
tj_report_summary_new_key_figures (const GPtrArray *tables)
{
  Summary self = { tables, NULL };
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (TjReportKeyFigure));

  g_array_set_clear_func (keys, clear_key_figure);
  add_key (keys, find (&self, "numbers", "end", "total"), _ ("youths at the end of the half-year"));
  add_key (keys, find (&self, "contact", "reached", "share"), _ ("were reached during it"));
  add_key (keys, find (&self, "measures", "in-measure", "share"), _ ("took part in a measure"));
  add_key (keys, find (&self, "time-to-attempt", "in-time", "share"),
           _ ("of the new were sought in time"));
  return keys;
}
