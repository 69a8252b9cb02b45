/* Histories written as words, and figures asked for as table.row.column=value. */

#include "config.h"

#include "statistics-history.h"

#include <stdlib.h>
#include <string.h>

#include "tj-personal-number.h"

static guint8
code (const TjCodeList *list, const char *word)
{
  int value = TJ_STATISTICS_NO_CODE;

  if (word == NULL || strcmp (word, "-") == 0)
    return TJ_STATISTICS_NO_CODE;
  g_assert_true (tj_code_parse (list, word, &value));
  return (guint8)value;
}

static TjDate
date (const char *word)
{
  if (word == NULL || strcmp (word, "-") == 0)
    return TJ_DATE_NONE;
  g_assert_cmpuint (tj_date_parse (word), !=, TJ_DATE_NONE);
  return tj_date_parse (word);
}

static void
add_part (TjStatisticsInput *input, gint64 id, GStrv words)
{
  const TjStatisticsRow head = { .date = date (words[1]) };
  const guint n = g_strv_length (words);
  const char *more[6];

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    more[i] = i + 2 < n ? words[i + 2] : NULL;
  if (strcmp (words[0], "registered") == 0)
    {
      TjStatisticsRegistration row
          = { head, date (more[0]), more[1] != NULL ? code (&tj_backgrounds, more[1]) : 0,
              code (&tj_deregistrations, more[2]) };
      tj_statistics_input_add (input, TJ_STATISTICS_REGISTRATIONS, id, &row);
    }
  else if (strcmp (words[0], "contact") == 0)
    {
      TjStatisticsContact row = { head, code (&tj_channels, more[0]), code (&tj_outcomes, more[1]),
                                  more[2] != NULL ? code (&tj_occupations, more[2]) : 0 };
      tj_statistics_input_add (input, TJ_STATISTICS_CONTACTS, id, &row);
    }
  else if (strcmp (words[0], "known") == 0)
    {
      TjStatisticsKnowledge row
          = { head, code (&tj_sources, more[0]), code (&tj_occupations, more[1]) };
      tj_statistics_input_add (input, TJ_STATISTICS_KNOWLEDGE, id, &row);
    }
  else if (strcmp (words[0], "measure") == 0 || strcmp (words[0], "outreach") == 0)
    {
      TjStatisticsMeasure row
          = { .row = head,
              .to = date (more[0]),
              .type = words[0][0] == 'm' ? TJ_MEASURE_TYPE_MEASURE : TJ_MEASURE_TYPE_OUTREACH,
              .content = more[1] != NULL ? code (&tj_measure_contents, more[1]) : 0,
              .reason = more[2] != NULL && strcmp (more[2], "-") != 0
                            ? tj_statistics_input_intern (input, more[2])
                            : TJ_STATISTICS_NO_WORD,
              .after = code (&tj_after_measures, more[3]) };
      tj_statistics_input_add (input, TJ_STATISTICS_MEASURES, id, &row);
    }
  else
    {
      TjStatisticsReport row = { head, code (&tj_report_categories, more[0]) };

      g_assert_cmpstr (words[0], ==, "report");
      tj_statistics_input_add (input, TJ_STATISTICS_REPORTS, id, &row);
    }
}

static void
add_person (TjStatisticsInput *input, gint64 id, GStrv words)
{
  const int sex = strcmp (words[0], "woman") == 0 ? TJ_SEX_WOMAN
                  : strcmp (words[0], "man") == 0 ? TJ_SEX_MAN
                                                  : TJ_SEX_UNKNOWN;

  tj_statistics_input_add_youth (input, id, sex, words[1] != NULL ? atoi (words[1]) : 0);
}

TjStatisticsInput *
statistics_history_new (const char *const *lines)
{
  TjStatisticsInput *input = tj_statistics_input_new ();

  /* Ids with gaps, as after a merge or a purge. */
  for (gint64 i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " ;", -1);

      add_person (input, 7 + i * 3, words);
    }
  for (gint64 i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "; ", -1);

      for (guint p = 1; parts[p] != NULL; p++)
        {
          g_auto (GStrv) words = g_strsplit (parts[p], " ", -1);

          add_part (input, 7 + i * 3, words);
        }
    }
  tj_statistics_input_seal (input);
  return input;
}

/* Sought within a week, a visit within two months. */
TjRoutine *
statistics_history_routine (void)
{
  TjRoutine *routine = tj_routine_new ("test", "Test");
  TjRoutineTrack *track = tj_routine_add_track (routine, "all");
  TjRoutineStep *step = tj_routine_track_add_step (track, "first");

  step->offset.days = 7;
  step->channels = 1u << TJ_CHANNEL_PHONE;
  step = tj_routine_track_add_step (track, "visit");
  step->offset.months = 2;
  step->channels = 1u << TJ_CHANNEL_HOME_VISIT;
  step = tj_routine_track_add_step (track, "concern");
  step->offset.months = 9;
  step->conditions = TJ_CONDITION_MANUAL;
  return routine;
}

TjStatisticsOptions
statistics_history_options (const TjRoutine *routine)
{
  return (TjStatisticsOptions){
    .period = { tj_date_new (2026, 7, 1), tj_date_new (2026, 12, 31) },
    .today = tj_date_new (2027, 1, 15),
    .n_earlier = 8,
    .routine = routine,
  };
}

/* `expected` has table.row=value or table.row.column=value, apart by spaces; without a column the
 * total, or the only one. ".." is hidden, "-" empty, "?" a row that is not there. */
void
statistics_history_assert (TjStatistics *statistics, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
      g_auto (GStrv) path = g_strsplit (sides[0], ".", 3);
      TjFigureTable *table = tj_statistics_table (statistics, path[0]);
      const TjFigure *figure;
      g_autofree char *text = NULL;

      g_assert_nonnull (table);
      figure = tj_figure_table_find (table, path[1], path[2] != NULL ? path[2] : "total");
      if (figure == NULL)
        text = g_strdup ("?");
      else if (figure->hidden)
        text = g_strdup ("..");
      else if (figure->kind == TJ_FIGURE_EMPTY)
        text = g_strdup ("-");
      else
        text = g_strdup_printf ("%d", figure->value);
      if (strcmp (text, sides[1]) != 0)
        g_error ("%s is %s, not %s", sides[0], text, sides[1]);
    }
}
