/* Keeps the agenda: for each youth the ladder of the latest registration, planned by src/core and
 * packed, with the first day on which anything can be due. One person, those of a change and the
 * whole country go the same way: people and their events are read side by side in the order of
 * ids, so that planning everybody is one pass over each table. */

#include "config.h"

#include "tj-planner.h"

#include <string.h>

#include "tj-row-image.h"
#include "tj-statement.h"

/* To be raised when src/core plans otherwise than before, so that registers are planned anew. */
#define PLAN_VERSION 3

/* After any day that a register tells of, and still of three bytes when packed. */
#define NO_DAY_YET ((TjDate)0xffffff)

static const char insert_sql[]
    = "INSERT INTO agenda (youth_id, registered_on, is_open, wakes_on, contact_on,"
      " contact_channel, contact_outcome, ladder) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

typedef struct
{
  TjStatement *statement;
  gint64 youth_id; /* of the current row; the greatest number at the end */
} Cursor;

typedef struct
{
  TjDate date;
  int channel;
  int outcome;
} LatestContact;

typedef struct
{
  TjStore *store;
  Cursor people, contacts, knowledge, follow_ups, measures;
  GArray *contact_facts, *knowledge_facts, *follow_up_facts, *measure_facts;
  GStringChunk *letter_kinds;
  LatestContact latest;
} Planner;

static void
planner_clear (Planner *planner)
{
  Cursor *cursors[] = { &planner->people, &planner->contacts, &planner->knowledge,
                        &planner->follow_ups, &planner->measures };

  for (gsize i = 0; i < G_N_ELEMENTS (cursors); i++)
    g_clear_pointer (&cursors[i]->statement, tj_statement_free);
  g_array_unref (planner->contact_facts);
  g_array_unref (planner->knowledge_facts);
  g_array_unref (planner->follow_up_facts);
  g_array_unref (planner->measure_facts);
  g_string_chunk_free (planner->letter_kinds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planner, planner_clear)

static gboolean
cursor_next (Cursor *cursor, GError **error)
{
  TjStatementStep step = tj_statement_step (cursor->statement, error);

  cursor->youth_id
      = step == TJ_STATEMENT_ROW ? tj_statement_get_number (cursor->statement, 0) : G_MAXINT64;
  return step != TJ_STATEMENT_FAILED;
}

static gboolean
cursor_open (Cursor *cursor,
             TjStore *store,
             const char *sql,
             gint64 first_id,
             gint64 last_id,
             GError **error)
{
  cursor->statement = tj_statement_new (store->connection, sql, error);
  if (cursor->statement == NULL)
    return FALSE;
  tj_statement_bind_number (cursor->statement, 1, first_id);
  tj_statement_bind_number (cursor->statement, 2, last_id);
  return cursor_next (cursor, error);
}

static gboolean
planner_open (Planner *planner, TjStore *store, gint64 first_id, gint64 last_id, GError **error)
{
  planner->store = store;
  planner->contact_facts = g_array_new (FALSE, FALSE, sizeof (TjLadderContact));
  planner->knowledge_facts = g_array_new (FALSE, FALSE, sizeof (TjLadderKnowledge));
  planner->follow_up_facts = g_array_new (FALSE, FALSE, sizeof (TjLadderFollowUp));
  planner->measure_facts = g_array_new (FALSE, FALSE, sizeof (TjLadderMeasure));
  planner->letter_kinds = g_string_chunk_new (256);
  return cursor_open (&planner->people, store,
                      "SELECT y.id, y.birth, y.phone <> '' OR y.email <> '',"
                      " y.protection <> 'none', r.registered_on, r.background,"
                      " r.deregistered_on IS NULL"
                      " FROM youth y JOIN registration r ON r.youth_id = y.id"
                      " WHERE y.id BETWEEN ? AND ? ORDER BY y.id",
                      first_id, last_id, error)
         && cursor_open (&planner->contacts, store,
                         "SELECT youth_id, date, channel, outcome, occupation, letter_kind"
                         " FROM contact WHERE youth_id BETWEEN ? AND ?"
                         " ORDER BY youth_id, date",
                         first_id, last_id, error)
         && cursor_open (&planner->knowledge, store,
                         "SELECT youth_id, date, source, occupation, valid_until"
                         " FROM knowledge WHERE youth_id BETWEEN ? AND ?"
                         " ORDER BY youth_id, date",
                         first_id, last_id, error)
         && cursor_open (&planner->follow_ups, store,
                         "SELECT youth_id, due, done_on"
                         " FROM follow_up WHERE youth_id BETWEEN ? AND ?"
                         " ORDER BY youth_id, due",
                         first_id, last_id, error)
         && cursor_open (&planner->measures, store,
                         "SELECT youth_id, started_on, ended_on, decision"
                         " FROM measure WHERE youth_id BETWEEN ? AND ?"
                         " ORDER BY youth_id, started_on",
                         first_id, last_id, error);
}

/* A word this program does not know counts as the list's first, which always is the plainest. */
static int
read_code (TjStatement *row, int column, const TjCodeList *codes)
{
  int code = 0;

  tj_code_parse (codes, tj_statement_get_text (row, column), &code);
  return code;
}

/* Of several registrations the open one, else the latest. */
static gboolean
read_person (Planner *planner, TjLadderFacts *facts, gboolean *is_open, GError **error)
{
  gint64 youth_id = planner->people.youth_id;

  *facts = (TjLadderFacts){ 0 };
  *is_open = FALSE;
  do
    {
      TjStatement *row = planner->people.statement;
      TjDate registered_on = tj_statement_get_date (row, 4);
      gboolean row_is_open = tj_statement_get_number (row, 6) != 0;

      if (row_is_open > *is_open
          || (row_is_open == *is_open && registered_on >= facts->registered_on))
        {
          *is_open = row_is_open;
          facts->birth = tj_statement_get_date (row, 1);
          facts->has_details = tj_statement_get_number (row, 2) != 0;
          facts->is_protected = tj_statement_get_number (row, 3) != 0;
          facts->registered_on = registered_on;
          facts->background = (TjBackground)read_code (row, 5, &tj_backgrounds);
        }
      if (!cursor_next (&planner->people, error))
        return FALSE;
    }
  while (planner->people.youth_id == youth_id);
  return TRUE;
}

static void
add_contact (Planner *planner, TjStatement *row, TjDate since)
{
  TjLadderContact contact = {
    .date = tj_statement_get_date (row, 1),
    .channel = (TjChannel)read_code (row, 2, &tj_channels),
    .outcome = (TjOutcome)read_code (row, 3, &tj_outcomes),
    .occupation = (TjOccupation)read_code (row, 4, &tj_occupations),
    .letter_kind
    = g_string_chunk_insert_const (planner->letter_kinds, tj_statement_get_text (row, 5)),
  };

  planner->latest = (LatestContact){ contact.date, (int)contact.channel, (int)contact.outcome };
  if (contact.date >= since)
    g_array_append_val (planner->contact_facts, contact);
}

static void
add_knowledge (Planner *planner, TjStatement *row, TjDate since)
{
  TjLadderKnowledge knowledge = {
    .date = tj_statement_get_date (row, 1),
    .source = (TjSource)read_code (row, 2, &tj_sources),
    .occupation = (TjOccupation)read_code (row, 3, &tj_occupations),
    .valid_until = tj_statement_get_date (row, 4),
  };

  if (knowledge.date >= since)
    g_array_append_val (planner->knowledge_facts, knowledge);
}

static void
add_follow_up (Planner *planner, TjStatement *row, TjDate since)
{
  TjLadderFollowUp follow_up = {
    .due = tj_statement_get_date (row, 1),
    .done_on = tj_statement_get_date (row, 2),
  };

  if (follow_up.due >= since)
    g_array_append_val (planner->follow_up_facts, follow_up);
}

/* A decision to go on seeking is no measure. One that is decided and has no day yet lies ahead of
 * every day: planned. */
static void
add_measure (Planner *planner, TjStatement *row, TjDate since)
{
  TjLadderMeasure measure = {
    .start = tj_statement_get_date (row, 1),
    .end = tj_statement_get_date (row, 2),
  };

  if (read_code (row, 3, &tj_measure_types) != TJ_MEASURE_TYPE_MEASURE)
    return;
  if (measure.start == TJ_DATE_NONE)
    measure.start = NO_DAY_YET;
  if (measure.end == TJ_DATE_NONE || measure.end >= since)
    g_array_append_val (planner->measure_facts, measure);
}

/* What happened before the registration belonged to an earlier one. */
static gboolean
read_events (Planner *planner,
             Cursor *cursor,
             gint64 youth_id,
             TjDate since,
             void (*add) (Planner *, TjStatement *, TjDate),
             GError **error)
{
  while (cursor->youth_id <= youth_id)
    {
      if (cursor->youth_id == youth_id)
        add (planner, cursor->statement, since);
      if (!cursor_next (cursor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_facts (Planner *planner, gint64 youth_id, TjLadderFacts *facts, GError **error)
{
  g_array_set_size (planner->contact_facts, 0);
  g_array_set_size (planner->knowledge_facts, 0);
  g_array_set_size (planner->follow_up_facts, 0);
  g_array_set_size (planner->measure_facts, 0);
  planner->latest = (LatestContact){ TJ_DATE_NONE, -1, -1 };

  if (!read_events (planner, &planner->contacts, youth_id, facts->registered_on, add_contact, error)
      || !read_events (planner, &planner->knowledge, youth_id, facts->registered_on, add_knowledge,
                       error)
      || !read_events (planner, &planner->follow_ups, youth_id, facts->registered_on, add_follow_up,
                       error)
      || !read_events (planner, &planner->measures, youth_id, facts->registered_on, add_measure,
                       error))
    return FALSE;

  facts->contacts = (const TjLadderContact *)planner->contact_facts->data;
  facts->n_contacts = planner->contact_facts->len;
  facts->knowledge = (const TjLadderKnowledge *)planner->knowledge_facts->data;
  facts->n_knowledge = planner->knowledge_facts->len;
  facts->follow_ups = (const TjLadderFollowUp *)planner->follow_up_facts->data;
  facts->n_follow_ups = planner->follow_up_facts->len;
  facts->measures = (const TjLadderMeasure *)planner->measure_facts->data;
  facts->n_measures = planner->measure_facts->len;
  return TRUE;
}

/* A packed ladder mostly ends in zeros: they are left out, and the length is put before. */
static gsize
shorten (const TjLadder *ladder, guint8 bytes[2 + TJ_LADDER_PACKED_MAX])
{
  gsize n = tj_ladder_pack (ladder, bytes + 2, TJ_LADDER_PACKED_MAX);

  bytes[0] = (guint8)(n & 0xff);
  bytes[1] = (guint8)(n >> 8);
  while (n > 0 && bytes[1 + n] == 0)
    n--;
  return 2 + n;
}

/**
 * tj_planner_read_ladder:
 * @bytes: (nullable): what the agenda keeps
 * @ladder: (out): the ladder
 *
 * Returns: whether @bytes are a ladder that was planned by the store's routine
 */
gboolean
tj_planner_read_ladder (TjStore *store, const guint8 *bytes, gsize n, TjLadder *ladder)
{
  guint8 packed[TJ_LADDER_PACKED_MAX] = { 0 };
  gsize n_packed;

  if (store->routine == NULL || bytes == NULL || n < 2 || n - 2 > sizeof packed)
    return FALSE;
  n_packed = (gsize)(bytes[0] | bytes[1] << 8);
  if (n_packed < n - 2 || n_packed > sizeof packed)
    return FALSE;
  memcpy (packed, bytes + 2, n - 2);
  return tj_ladder_unpack (ladder, store->routine, packed, n_packed);
}

static void
pack_row (GByteArray *row,
          TjStore *store,
          gint64 youth_id,
          const TjLadderFacts *facts,
          gboolean is_open,
          const LatestContact *latest)
{
  guint8 bytes[2 + TJ_LADDER_PACKED_MAX];
  gsize n = 0;
  TjDate wakes_on = TJ_DATE_NONE;
  TjLadder ladder;

  /* Nobody without a day of birth has a number that reads, so this one came in by no form. */
  if (is_open && store->routine != NULL && facts->birth != TJ_DATE_NONE)
    {
      tj_ladder_plan (&ladder, store->routine, facts);
      n = shorten (&ladder, bytes);
      wakes_on = tj_ladder_wakes_on (&ladder);
    }
  tj_row_image_begin (row);
  tj_row_image_add_number (row, youth_id);
  tj_row_image_add_number (row, facts->registered_on);
  tj_row_image_add_number (row, is_open);
  tj_row_image_add_reference (row, wakes_on);
  tj_row_image_add_number (row, latest->date);
  tj_row_image_add_number (row, latest->channel);
  tj_row_image_add_number (row, latest->outcome);
  tj_row_image_add_bytes (row, n > 0 ? bytes : NULL, n);
}

static gboolean
clear_rows (TjStore *store, gint64 first_id, gint64 last_id, GError **error)
{
  g_autoptr (TjStatement) delete = tj_statement_new (
      store->connection, "DELETE FROM agenda WHERE youth_id BETWEEN ? AND ?", error);

  if (delete == NULL)
    return FALSE;
  tj_statement_bind_number (delete, 1, first_id);
  tj_statement_bind_number (delete, 2, last_id);
  return tj_statement_run (delete, error);
}

/**
 * tj_planner_plan_youths:
 * @first_id: the first youth
 * @last_id: the last youth
 *
 * Plans the youths with these ids anew, in the transaction that is open.
 *
 * Returns: whether their agenda is written
 */
gboolean
tj_planner_plan_youths (TjStore *store, gint64 first_id, gint64 last_id, GError **error)
{
  g_auto (Planner) planner = { 0 };
  g_autoptr (GByteArray) row = g_byte_array_new ();

  if (!planner_open (&planner, store, first_id, last_id, error)
      || !clear_rows (store, first_id, last_id, error))
    return FALSE;

  while (planner.people.youth_id != G_MAXINT64)
    {
      gint64 youth_id = planner.people.youth_id;
      TjLadderFacts facts;
      gboolean is_open;

      if (!read_person (&planner, &facts, &is_open, error)
          || !read_facts (&planner, youth_id, &facts, error))
        return FALSE;
      pack_row (row, store, youth_id, &facts, is_open, &planner.latest);
      if (!tj_row_image_run (row, store->connection, insert_sql, error))
        return FALSE;
    }
  return TRUE;
}

/* A youth who has just come; the facts have no lists, so that they can be copied. */
typedef struct
{
  TjStore *store;
  gint64 youth_id;
  TjLadderFacts facts;
} NewYouth;

static void
pack_new (gconstpointer data, GByteArray *row)
{
  LatestContact none = { TJ_DATE_NONE, -1, -1 };
  NewYouth youth;

  memcpy (&youth, data, sizeof youth);
  pack_row (row, youth.store, youth.youth_id, &youth.facts, TRUE, &none);
}

/**
 * tj_planner_plan_new:
 * @facts: all there is to know of a youth who has just come: no events
 * @writer: (nullable): who plans and writes, or NULL to have it done at once
 *
 * Plans a youth without reading anything, for imports.
 *
 * Returns: whether the agenda is written or handed over
 */
gboolean
tj_planner_plan_new (TjStore *store,
                     gint64 youth_id,
                     const TjLadderFacts *facts,
                     TjWriter *writer,
                     GError **error)
{
  NewYouth youth = { store, youth_id, *facts };
  g_autoptr (GByteArray) row = NULL;

  g_assert (facts->n_contacts == 0 && facts->n_knowledge == 0 && facts->n_follow_ups == 0
            && facts->n_measures == 0);

  if (writer != NULL)
    {
      tj_writer_insert_made (writer, insert_sql, pack_new, &youth, sizeof youth);
      return TRUE;
    }
  row = g_byte_array_new ();
  pack_new (&youth, row);
  return tj_row_image_run (row, store->connection, insert_sql, error);
}

static void
describe_step (GString *text, const TjRoutineStep *step)
{
  g_string_append_printf (text, "%s|%d|%d.%d|%d|%d.%d|%u|%u|%d|%d|%d|%d|%s\n", step->id,
                          step->anchor, step->offset.months, step->offset.days, step->has_from,
                          step->from.months, step->from.days, step->window_months, step->channels,
                          step->recipient, step->conditions, step->needs_details,
                          step->at_once_without_details, step->letter != NULL ? step->letter : "");
}

/* Everything of a routine that a plan depends on, as one word. */
static char *
fingerprint (const TjRoutine *routine)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%d|%s|%u\n", PLAN_VERSION, routine->id, routine->reliable_sources);
  for (guint i = 0; i < TJ_N_OCCUPATIONS; i++)
    g_string_append_printf (text, "%d.%d|", routine->follow_up[i].months,
                            routine->follow_up[i].days);
  for (guint i = 0; i < routine->tracks->len; i++)
    {
      const TjRoutineTrack *track = routine->tracks->pdata[i];

      g_string_append_printf (text, "\n%s|%u|%d\n", track->id, track->backgrounds, track->repeat);
      for (guint s = 0; s < track->steps->len; s++)
        describe_step (text, track->steps->pdata[s]);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}

static gboolean
is_planned_by (TjStore *store, const char *routine, gboolean *is_same, GError **error)
{
  g_autoptr (TjStatement) select
      = tj_statement_new (store->connection, "SELECT fingerprint FROM agenda_routine", error);
  TjStatementStep step;

  if (select == NULL)
    return FALSE;
  step = tj_statement_step (select, error);
  *is_same = step == TJ_STATEMENT_ROW && g_str_equal (tj_statement_get_text (select, 0), routine);
  return step != TJ_STATEMENT_FAILED;
}

static gboolean
remember_routine (TjStore *store, const char *routine, GError **error)
{
  g_autoptr (TjStatement) insert = tj_statement_new (
      store->connection, "INSERT OR REPLACE INTO agenda_routine (id, fingerprint) VALUES (1, ?)",
      error);

  if (insert == NULL)
    return FALSE;
  tj_statement_bind_text (insert, 1, routine);
  return tj_statement_run (insert, error);
}

/**
 * tj_planner_plan_all_if_new:
 *
 * Plans everybody by the store's routine, unless the agenda was planned by the same.
 *
 * Returns: whether the agenda is up to date
 */
gboolean
tj_planner_plan_all_if_new (TjStore *store, GError **error)
{
  g_autofree char *routine = fingerprint (store->routine);
  gboolean is_same, is_planned;

  if (!is_planned_by (store, routine, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;

  if (!tj_store_begin (store, error))
    return FALSE;
  is_planned = tj_planner_plan_youths (store, 1, G_MAXINT64 - 1, error)
               && remember_routine (store, routine, error);
  if (!tj_store_finish (store, is_planned, is_planned ? error : NULL) || !is_planned)
    return FALSE;
  tj_store_emit_changed (store, 0);
  return TRUE;
}

/**
 * tj_planner_forget_routine:
 *
 * Says that the agenda is not up to date, so that the next routine plans everybody.
 *
 * Returns: whether it is written
 */
gboolean
tj_planner_forget_routine (TjStore *store, GError **error)
{
  return tj_connection_exec (store->connection, "DELETE FROM agenda_routine", error);
}
