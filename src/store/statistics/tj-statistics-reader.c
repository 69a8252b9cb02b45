/* Reads everybody's history for statistics: one plain scan of each table in the order it lies on
 * disk, no query per youth and no index. What a scan gives is put in the order of youths and days
 * by TjStatisticsInput. No name and no note is read, and of the number only the year of birth and
 * the sex. */

#include "config.h"

#include "tj-statistics-reader.h"

#include <string.h>

#include "tj-personal-number.h"
#include "tj-statement.h"
#include "tj-store-private.h"

#define NUMBER_LENGTH 12
#define SEX_DIGIT 10 /* the last but one of the serial: odd for men (folkbokföringslagen 18 §) */

/* The codes of a column that have come by, by their length and ends, so that each word is looked up
 * once. */
#define N_REMEMBERED 64
#define LONGEST_WORD 32

typedef struct
{
  const TjCodeList *list;
  struct
  {
    char word[LONGEST_WORD];
    guint8 code;
  } remembered[N_REMEMBERED];
} CodeReader;

typedef struct
{
  TjStatisticsInput *input;
  TjStatement *row;
  CodeReader codes[3]; /* of the table at hand, in the order of its columns */
} Reader;

/* A word that this program does not know counts as `missing`. */
static guint8
read_code (Reader *reader, guint codes, int column, guint8 missing)
{
  CodeReader *self = &reader->codes[codes];
  const char *word = tj_statement_get_text (reader->row, column);
  const gsize length = strlen (word);
  guint place;
  int code = missing;

  if (length == 0)
    return missing;
  place = (guint)(length + (guchar)word[0] * 5u + (guchar)word[length - 1] * 3u) % N_REMEMBERED;
  if (strcmp (self->remembered[place].word, word) == 0)
    return self->remembered[place].code;
  if (!tj_code_parse (self->list, word, &code) || length >= LONGEST_WORD)
    return (guint8)code;
  memcpy (self->remembered[place].word, word, length + 1);
  self->remembered[place].code = (guint8)code;
  return (guint8)code;
}

static int
read_year (const char *text)
{
  int year = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      year = year * 10 + (text[i] - '0');
    }
  return year;
}

static int
read_sex (const char *number, const char *kind)
{
  if (strcmp (kind, tj_number_kind_to_string (TJ_NUMBER_TEMPORARY)) == 0
      || strlen (number) != NUMBER_LENGTH || !g_ascii_isdigit (number[SEX_DIGIT]))
    return TJ_SEX_UNKNOWN;
  return (number[SEX_DIGIT] - '0') % 2 == 1 ? TJ_SEX_MAN : TJ_SEX_WOMAN;
}

static void
take_youth (Reader *reader)
{
  const char *number = tj_statement_get_text (reader->row, 1);
  const int sex = read_sex (number, tj_statement_get_text (reader->row, 2));
  const int birth_year = read_year (number);

  tj_statistics_input_add_youth (reader->input, tj_statement_get_number (reader->row, 0), sex,
                                 birth_year);
}

static void
take (Reader *reader, TjStatisticsRowKind kind, gpointer row)
{
  ((TjStatisticsRow *)row)->date = tj_statement_get_date (reader->row, 1);
  tj_statistics_input_add (reader->input, kind, tj_statement_get_number (reader->row, 0), row);
}

static void
take_registration (Reader *reader)
{
  TjStatisticsRegistration row = { .to = tj_statement_get_date (reader->row, 2),
                                   .background = read_code (reader, 0, 3, TJ_BACKGROUND_UNKNOWN),
                                   .reason = read_code (reader, 1, 4, TJ_STATISTICS_NO_CODE) };

  take (reader, TJ_STATISTICS_REGISTRATIONS, &row);
}

static void
take_contact (Reader *reader)
{
  TjStatisticsContact row = { .channel = read_code (reader, 0, 2, TJ_CHANNEL_OTHER),
                              .outcome = read_code (reader, 1, 3, TJ_OUTCOME_NO_ANSWER),
                              .occupation = read_code (reader, 2, 4, TJ_OCCUPATION_UNKNOWN) };

  take (reader, TJ_STATISTICS_CONTACTS, &row);
}

static void
take_knowledge (Reader *reader)
{
  TjStatisticsKnowledge row = { .source = read_code (reader, 0, 2, TJ_SOURCE_OTHER),
                                .occupation = read_code (reader, 1, 3, TJ_OCCUPATION_UNKNOWN) };

  take (reader, TJ_STATISTICS_KNOWLEDGE, &row);
}

static void
take_measure (Reader *reader)
{
  TjStatisticsMeasure row = { .to = tj_statement_get_date (reader->row, 2),
                              .type = read_code (reader, 0, 3, TJ_MEASURE_TYPE_MEASURE),
                              .content = read_code (reader, 1, 4, TJ_MEASURE_CONTENT_OTHER),
                              .after = read_code (reader, 2, 5, TJ_STATISTICS_NO_CODE),
                              .reason = tj_statistics_input_intern (
                                  reader->input, tj_statement_get_text (reader->row, 6)) };

  take (reader, TJ_STATISTICS_MEASURES, &row);
}

static void
take_report (Reader *reader)
{
  TjStatisticsReport row = { .category = read_code (reader, 0, 2, TJ_REPORT_PROLONGED) };

  take (reader, TJ_STATISTICS_REPORTS, &row);
}

/* Whoever turned 21 in the year of a purge, or before, is gone: they left for their age in the year
 * before it at the latest. */
static void
take_purge (Reader *reader)
{
  const int year = (int)tj_statement_get_number (reader->row, 0);

  if (year > 0)
    tj_statistics_input_set_complete_from (reader->input, tj_date_new (year, 1, 1));
}

static void
take_kept (Reader *reader)
{
  tj_statistics_input_keep (reader->input, tj_statement_get_text (reader->row, 0),
                            tj_statement_get_text (reader->row, 1),
                            (guint)tj_statement_get_number (reader->row, 2));
}

static const struct
{
  const char *sql;
  void (*take) (Reader *reader);
  const TjCodeList *codes[3];
} scans[] = {
  { "SELECT id, personal_number, number_kind FROM youth ORDER BY id", take_youth, { NULL } },
  { "SELECT youth_id, registered_on, deregistered_on, background, reason FROM registration",
    take_registration,
    { &tj_backgrounds, &tj_deregistrations } },
  { "SELECT youth_id, date, channel, outcome, occupation FROM contact",
    take_contact,
    { &tj_channels, &tj_outcomes, &tj_occupations } },
  { "SELECT youth_id, date, source, occupation FROM knowledge",
    take_knowledge,
    { &tj_sources, &tj_occupations } },
  { "SELECT youth_id, started_on, ended_on, decision, content, after, reason FROM measure",
    take_measure,
    { &tj_measure_types, &tj_measure_contents, &tj_after_measures } },
  { "SELECT youth_id, received_on, category FROM school_report",
    take_report,
    { &tj_report_categories } },
  { "SELECT MAX (year) FROM purge WHERE youths > 0", take_purge, { NULL } },
  { "SELECT half, name, value FROM half_year_figure", take_kept, { NULL } },
};

static gboolean
scan (Reader *reader, TjStore *store, guint which, GError **error)
{
  g_autoptr (TjStatement) select = tj_statement_new (store->connection, scans[which].sql, error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  memset (reader->codes, 0, sizeof reader->codes);
  for (guint i = 0; i < G_N_ELEMENTS (reader->codes); i++)
    reader->codes[i].list = scans[which].codes[i];
  reader->row = select;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    scans[which].take (reader);
  return step == TJ_STATEMENT_END;
}

/**
 * tj_statistics_read:
 *
 * Reads the histories of everybody in the register.
 *
 * Returns: (transfer full): sealed input for statistics; NULL with a #TjStoreError
 */
TjStatisticsInput *
tj_statistics_read (TjStore *store, GError **error)
{
  g_autoptr (TjStatisticsInput) input = tj_statistics_input_new ();
  Reader reader = { .input = input };

  g_return_val_if_fail (TJ_IS_STORE (store), NULL);

  if (!tj_store_check_open (store, error))
    return NULL;
  for (guint which = 0; which < G_N_ELEMENTS (scans); which++)
    if (!scan (&reader, store, which, error))
      return NULL;
  tj_statistics_input_seal (input);
  return g_steal_pointer (&input);
}

/**
 * tj_statistics_count_residents:
 * @first_year: of birth
 * @last_year: of birth
 * @n_residents: (out): how many
 *
 * Counts those of the population register, as it was last read in, who were born in these years and
 * live here on @day.
 *
 * Returns: whether it could be read; else a #TjStoreError
 */
gboolean
tj_statistics_count_residents (TjStore *store,
                               int first_year,
                               int last_year,
                               TjDate day,
                               guint *n_residents,
                               GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store), FALSE);

  if (!tj_store_check_open (store, error))
    return FALSE;
  select = tj_statement_new (store->connection,
                             "SELECT COUNT (DISTINCT personal_number) FROM resident"
                             " WHERE CAST (substr (personal_number, 1, 4) AS INTEGER)"
                             " BETWEEN ? AND ? AND (moved_out IS NULL OR moved_out > ?)",
                             error);
  if (select == NULL)
    return FALSE;
  tj_statement_bind_number (select, 1, first_year);
  tj_statement_bind_number (select, 2, last_year);
  tj_statement_bind_date (select, 3, day);
  step = tj_statement_step (select, error);
  if (step == TJ_STATEMENT_ROW)
    *n_residents = (guint)tj_statement_get_number (select, 0);
  return step == TJ_STATEMENT_ROW;
}
