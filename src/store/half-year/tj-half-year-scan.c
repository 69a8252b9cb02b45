/* Reads what a half-year is reported from. A table is read from its beginning to its end, because
 * that is quicker than an index once more than a few in a hundred of its rows are wanted. */

#include "config.h"

#include "tj-half-year-scan.h"

#include "tj-statement.h"
#include "tj-store-private.h"

static TjStatement *
prepare (TjStore *store, const char *sql, GError **error)
{
  return tj_store_check_open (store, error) ? tj_statement_new (store->connection, sql, error)
                                            : NULL;
}

static TjStatement *
prepare_half (TjStore *store, const char *sql, TjHalfYear half, GError **error)
{
  TjStatement *select = prepare (store, sql, error);

  if (select != NULL)
    {
      tj_statement_bind_date (select, 1, tj_half_year_first_day (half));
      tj_statement_bind_date (select, 2, tj_half_year_last_day (half));
    }
  return select;
}

/* A word of the register; @fallback for none. */
static int
read_code (TjStatement *row, int column, const TjCodeList *list, int fallback)
{
  int value = fallback;

  if (!tj_statement_is_null (row, column))
    tj_code_parse (list, tj_statement_get_text (row, column), &value);
  return value;
}

/**
 * tj_scan_registrations:
 * @func: (scope call): called for each registration there ever was
 *
 * Returns: whether the register could be read
 */
gboolean
tj_scan_registrations (TjStore *store,
                       TjScanRegistrationFunc func,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  select = prepare (store,
                    "SELECT r.id, r.youth_id, y.personal_number, y.number_kind, y.birth,"
                    " y.protection, r.registered_on, r.background, r.latest_education,"
                    " r.deregistered_on, r.reason"
                    " FROM registration r JOIN youth y ON y.id = r.youth_id",
                    error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjScanRegistration row = {
        .id = tj_statement_get_number (select, 0),
        .youth_id = tj_statement_get_number (select, 1),
        .personal_number = tj_statement_get_text (select, 2),
        .number_kind = (TjNumberKind)read_code (select, 3, &tj_number_kinds, 0),
        .birth = tj_statement_get_date (select, 4),
        .is_protected = read_code (select, 5, &tj_protections, 0) != TJ_PROTECTION_NONE,
        .registered_on = tj_statement_get_date (select, 6),
        .background = read_code (select, 7, &tj_backgrounds, TJ_BACKGROUND_UNKNOWN),
        .latest_education = tj_statement_get_text (select, 8),
        .deregistered_on = tj_statement_get_date (select, 9),
        .reason = read_code (select, 10, &tj_deregistrations, -1),
      };

      func (&row, user_data);
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_scan_contacts:
 * @func: (scope call): called for each contact and attempt of the half-year
 *
 * Returns: whether the register could be read
 */
gboolean
tj_scan_contacts (TjStore *store,
                  TjHalfYear half,
                  TjScanContactFunc func,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  select = prepare_half (store,
                         "SELECT id, youth_id, date, channel, outcome, occupation FROM contact"
                         " WHERE date BETWEEN ? AND ?",
                         half, error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjScbContact row = {
        .id = tj_statement_get_number (select, 0),
        .date = tj_statement_get_date (select, 2),
        .channel = read_code (select, 3, &tj_channels, TJ_CHANNEL_OTHER),
        .occupation = read_code (select, 5, &tj_occupations, TJ_OCCUPATION_UNKNOWN),
      };

      row.noted_on = row.date;
      func (tj_statement_get_number (select, 1),
            read_code (select, 4, &tj_outcomes, TJ_OUTCOME_NO_ANSWER), &row, user_data);
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_scan_knowledge:
 * @func: (scope call): called for all that came to be known without contact in the half-year
 *
 * Returns: whether the register could be read
 */
gboolean
tj_scan_knowledge (TjStore *store,
                   TjHalfYear half,
                   TjScanKnowledgeFunc func,
                   gpointer user_data,
                   GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  select = prepare_half (store,
                         "SELECT youth_id, date, source, occupation FROM knowledge"
                         " WHERE date BETWEEN ? AND ?",
                         half, error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjScbKnowledge row = {
        .date = tj_statement_get_date (select, 1),
        .source = read_code (select, 2, &tj_sources, TJ_SOURCE_OTHER),
        .occupation = read_code (select, 3, &tj_occupations, TJ_OCCUPATION_UNKNOWN),
      };

      func (tj_statement_get_number (select, 0), &row, user_data);
    }
  return step == TJ_STATEMENT_END;
}

/* What was last heard of the youth's occupation by the measure's first day, from any half-year. */
#define OCCUPATION_BEFORE                                                                          \
  "(SELECT occupation FROM (SELECT date, occupation FROM contact WHERE youth_id = m.youth_id"      \
  " AND date <= m.started_on AND outcome IN ('answered', 'declined')"                              \
  " UNION ALL SELECT date, occupation FROM knowledge WHERE youth_id = m.youth_id"                  \
  " AND date <= m.started_on) ORDER BY date DESC LIMIT 1)"

/**
 * tj_scan_measures:
 * @func: (scope call): called for each measure that has any day in the half-year, or none but that
 *   of its decision, by the half-year's end
 *
 * Returns: whether the register could be read
 */
gboolean
tj_scan_measures (TjStore *store,
                  TjHalfYear half,
                  TjScanMeasureFunc func,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  select = prepare_half (store,
                         "SELECT m.id, m.youth_id, m.decision, m.content, m.decided_on,"
                         " m.started_on, m.ended_on, m.reason, m.after, " OCCUPATION_BEFORE
                         " FROM measure m WHERE (m.ended_on IS NULL OR m.ended_on >= ?1)"
                         " AND coalesce (m.started_on, m.decided_on, '') <= ?2",
                         half, error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    {
      TjScbMeasure row = {
        .id = tj_statement_get_number (select, 0),
        .type = read_code (select, 2, &tj_measure_types, TJ_MEASURE_TYPE_MEASURE),
        .content = read_code (select, 3, &tj_measure_contents, TJ_MEASURE_CONTENT_OTHER),
        .decided_on = tj_statement_get_date (select, 4),
        .started_on = tj_statement_get_date (select, 5),
        .ended_on = tj_statement_get_date (select, 6),
        .reason = tj_statement_is_null (select, 7) ? "" : tj_statement_get_text (select, 7),
        .after = read_code (select, 8, &tj_after_measures, -1),
        .before = read_code (select, 9, &tj_occupations, -1),
      };

      func (tj_statement_get_number (select, 1), &row, user_data);
    }
  return step == TJ_STATEMENT_END;
}

/**
 * tj_scan_residents:
 * @func: (scope call): called for each who is on the population list
 *
 * Returns: whether the register could be read
 */
gboolean
tj_scan_residents (TjStore *store, TjScanResidentFunc func, gpointer user_data, GError **error)
{
  g_autoptr (TjStatement) select = NULL;
  TjStatementStep step;

  g_return_val_if_fail (TJ_IS_STORE (store) && func != NULL, FALSE);

  select = prepare (store, "SELECT personal_number, moved_in, moved_out FROM resident", error);
  if (select == NULL)
    return FALSE;
  while ((step = tj_statement_step (select, error)) == TJ_STATEMENT_ROW)
    func (tj_statement_get_text (select, 0), tj_statement_get_date (select, 1),
          tj_statement_get_date (select, 2), user_data);
  return step == TJ_STATEMENT_END;
}
