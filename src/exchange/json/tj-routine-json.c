/* Outreach routines as JSON, format 1: what a municipality edits and what the presets are written
 * in. Reading is strict, because a mistyped key would silently drop a deadline: an unknown key, a
 * word that is no code or a period that is none is refused with its place. `note` and `source` say
 * where a value comes from and are read over. */

#include "config.h"

#include "tj-routine-json.h"

#include "tj-json-reading.h"
#include "tj-ladder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT_VERSION 1

static const char *const anchor_words[] = { "registration", "previous-step", "window", NULL };
static const char *const recipient_words[] = { "youth", "guardian-if-minor", NULL };
static const char *const condition_words[] = { "minor", "manual", NULL };

static const char *
take_id (TjJsonReading *reading, JsonObject *object)
{
  const char *id = tj_json_reading_take_text (reading, object, "id", TRUE);

  if (id != NULL && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
    tj_json_reading_refuse (reading, _ ("an id has only a–z, 0–9 and hyphens"));
  return id != NULL ? id : "";
}

static gboolean
take_period (TjJsonReading *reading, JsonObject *object, const char *key, TjPeriod *period)
{
  const char *text = tj_json_reading_take_text (reading, object, key, FALSE);

  if (text == NULL)
    return FALSE;
  if (!tj_period_parse (text, period))
    tj_json_reading_refuse (reading, _ ("“%s” must be a period such as P1W or P2M"), key);
  return TRUE;
}

static int
take_word (TjJsonReading *reading, JsonObject *object, const char *key, const char *const *words)
{
  const char *text = tj_json_reading_take_text (reading, object, key, FALSE);
  g_autofree char *choice = NULL;

  for (int i = 0; text != NULL && words[i] != NULL; i++)
    if (g_str_equal (text, words[i]))
      return i;
  if (text == NULL)
    return 0;

  choice = g_strjoinv (", ", (char **)words);
  tj_json_reading_refuse (reading, _ ("“%s” must be one of %s"), key, choice);
  return 0;
}

static const char *
element_text (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return text != NULL ? text : "";
}

/* A list of code words as bits; @fallback when the key is absent. */
static guint
take_codes (TjJsonReading *reading,
            JsonObject *object,
            const char *key,
            const TjCodeList *list,
            guint fallback)
{
  JsonNode *node = tj_json_reading_take_member (reading, object, key, JSON_TYPE_ARRAY, FALSE);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint bits = 0;

  if (array == NULL)
    return fallback;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      int value = 0;

      if (!tj_code_parse (list, element_text (array, i), &value))
        {
          g_autofree char *choice = tj_code_join_words (list);

          tj_json_reading_refuse (reading, _ ("“%s” must be one of %s"), key, choice);
        }
      bits |= 1u << value;
    }
  return bits;
}

static guint
take_conditions (TjJsonReading *reading, JsonObject *object)
{
  JsonNode *node
      = tj_json_reading_take_member (reading, object, "conditions", JSON_TYPE_ARRAY, FALSE);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint conditions = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *word = element_text (array, i);

      if (g_str_equal (word, condition_words[0]))
        conditions |= TJ_CONDITION_MINOR;
      else if (g_str_equal (word, condition_words[1]))
        conditions |= TJ_CONDITION_MANUAL;
      else
        tj_json_reading_refuse (reading, _ ("“%s” must be one of %s"), "conditions",
                                "minor, manual");
    }
  return conditions;
}

static guint
take_months (TjJsonReading *reading, JsonObject *object)
{
  JsonNode *node
      = tj_json_reading_take_member (reading, object, "window_months", JSON_TYPE_ARRAY, FALSE);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  guint months = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gint64 month = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_int (element) : 0;

      if (month < 1 || month > 12)
        tj_json_reading_refuse (reading, _ ("“%s” must be months from 1 to 12"), "window_months");
      else
        months |= 1u << month;
    }
  return months;
}

static void
check_step (TjJsonReading *reading, const TjRoutineTrack *track, const TjRoutineStep *step)
{
  guint letters = (1u << TJ_CHANNEL_LETTER) | (1u << TJ_CHANNEL_POSTCARD);

  for (guint i = 0; i + 1 < track->steps->len; i++)
    if (g_str_equal (tj_routine_track_step (track, i)->id, step->id))
      tj_json_reading_refuse (reading, _ ("two steps have the same id"));
  if (step->anchor == TJ_ANCHOR_PREVIOUS_STEP && track->steps->len == 1)
    tj_json_reading_refuse (reading, _ ("the first step has no previous step"));
  if ((step->anchor == TJ_ANCHOR_WINDOW) != (step->window_months != 0))
    tj_json_reading_refuse (reading, _ ("“window_months” and the anchor “window” belong together"));
  if (step->channels == 0)
    tj_json_reading_refuse (reading, _ ("“%s” is empty"), "channels");
  if (step->letter != NULL && !(step->channels & letters))
    tj_json_reading_refuse (reading,
                            _ ("a step with a letter needs the channel letter or postcard"));
}

static void
read_step (TjJsonReading *reading, TjRoutineTrack *track, JsonObject *object)
{
  static const char *const keys[] = { "id",
                                      "label",
                                      "anchor",
                                      "from",
                                      "within",
                                      "window_months",
                                      "channels",
                                      "recipient",
                                      "conditions",
                                      "needs_details",
                                      "at_once_without_details",
                                      "responsible",
                                      "letter",
                                      NULL };
  TjRoutineStep *step = tj_routine_track_add_step (track, take_id (reading, object));

  tj_json_reading_check_keys (reading, object, keys);
  step->label = g_strdup (tj_json_reading_take_text (reading, object, "label", TRUE));
  step->anchor = (TjAnchor)take_word (reading, object, "anchor", anchor_words);
  step->has_from = take_period (reading, object, "from", &step->from);
  step->offset = step->from;
  take_period (reading, object, "within", &step->offset);
  step->window_months = take_months (reading, object);
  tj_json_reading_take_member (reading, object, "channels", JSON_TYPE_ARRAY, TRUE);
  step->channels = take_codes (reading, object, "channels", &tj_channels, 0);
  step->recipient = (TjRecipient)take_word (reading, object, "recipient", recipient_words);
  step->conditions = take_conditions (reading, object);
  step->needs_details = tj_json_reading_take_flag (reading, object, "needs_details");
  step->at_once_without_details
      = tj_json_reading_take_flag (reading, object, "at_once_without_details");
  step->responsible = g_strdup (tj_json_reading_take_text (reading, object, "responsible", FALSE));
  step->letter = g_strdup (tj_json_reading_take_text (reading, object, "letter", FALSE));
  check_step (reading, track, step);
}

static void
read_track (TjJsonReading *reading, TjRoutine *routine, JsonObject *object, guint number)
{
  static const char *const keys[] = { "id", "backgrounds", "repeat", "steps", NULL };
  TjRoutineTrack *track;
  JsonArray *steps;

  tj_json_reading_enter (reading, g_strdup_printf (_ ("track %u"), number));
  track = tj_routine_add_track (routine, take_id (reading, object));
  tj_json_reading_check_keys (reading, object, keys);
  track->backgrounds
      = take_codes (reading, object, "backgrounds", &tj_backgrounds, track->backgrounds);
  track->repeat = tj_json_reading_take_flag (reading, object, "repeat");
  steps = tj_json_reading_take_objects (reading, object, "steps", TJ_LADDER_MAX_STEPS);
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      tj_json_reading_enter (reading, g_strdup_printf (_ ("track %u, step %u"), number, i + 1));
      read_step (reading, track, json_array_get_object_element (steps, i));
    }
}

static void
read_follow_up (TjJsonReading *reading, TjRoutine *routine, JsonObject *object)
{
  JsonNode *node
      = tj_json_reading_take_member (reading, object, "follow_up", JSON_TYPE_OBJECT, FALSE);
  JsonObject *intervals = node != NULL ? json_node_get_object (node) : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  TjPeriod usual = routine->follow_up[0];

  if (intervals == NULL)
    return;

  take_period (reading, intervals, "default", &usual);
  g_ptr_array_add (keys, (char *)"default");
  for (int i = 0; i < TJ_N_OCCUPATIONS; i++)
    {
      routine->follow_up[i] = usual;
      take_period (reading, intervals, tj_code_word (&tj_occupations, i), &routine->follow_up[i]);
      g_ptr_array_add (keys, (char *)tj_code_word (&tj_occupations, i));
    }
  g_ptr_array_add (keys, NULL);
  tj_json_reading_check_keys (reading, intervals, (const char *const *)keys->pdata);
}

static TjRoutine *
read_routine (TjJsonReading *reading, JsonObject *object)
{
  static const char *const keys[]
      = { "format", "id", "label", "source", "reliable_sources", "follow_up", "tracks", NULL };
  JsonNode *format = tj_json_reading_take_member (reading, object, "format", G_TYPE_INT64, TRUE);
  TjRoutine *routine = tj_routine_new (take_id (reading, object),
                                       tj_json_reading_take_text (reading, object, "label", TRUE));
  JsonArray *tracks;

  if (format != NULL && json_node_get_int (format) != FORMAT_VERSION)
    tj_json_reading_refuse (reading, _ ("this program reads format %d only"), FORMAT_VERSION);
  tj_json_reading_check_keys (reading, object, keys);
  routine->reliable_sources
      = take_codes (reading, object, "reliable_sources", &tj_sources, routine->reliable_sources);
  read_follow_up (reading, routine, object);
  tracks = tj_json_reading_take_objects (reading, object, "tracks", 100);
  for (guint i = 0; tracks != NULL && i < json_array_get_length (tracks); i++)
    read_track (reading, routine, json_array_get_object_element (tracks, i), i + 1);
  return routine;
}

/**
 * tj_routine_json_read:
 * @json: a routine in format 1
 * @length: bytes of @json, −1 when NUL ends it
 *
 * Returns: (transfer full): the routine, or NULL with %TJ_EXCHANGE_ERROR_FORMAT and a message that
 *   names the place
 */
TjRoutine *
tj_routine_json_read (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (TjRoutine) routine = NULL;
  TjJsonReading reading;
  JsonObject *root;

  g_return_val_if_fail (json != NULL, NULL);

  root = tj_json_reading_begin (&reading, _ ("Outreach routine"), parser, json, length);
  if (root != NULL)
    routine = read_routine (&reading, root);
  if (!tj_json_reading_end (&reading, error))
    return NULL;
  return g_steal_pointer (&routine);
}

static void
write_text (JsonBuilder *builder, const char *key, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static void
write_period (JsonBuilder *builder, const char *key, TjPeriod period)
{
  g_autofree char *text = tj_period_format (period);

  write_text (builder, key, text);
}

static void
write_flag (JsonBuilder *builder, const char *key, gboolean flag)
{
  if (!flag)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, TRUE);
}

static void
write_codes (JsonBuilder *builder, const char *key, const TjCodeList *list, guint bits)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (int i = 0; i < tj_code_count (list); i++)
    if (bits & (1u << i))
      json_builder_add_string_value (builder, tj_code_word (list, i));
  json_builder_end_array (builder);
}

static void
write_window (JsonBuilder *builder, guint months)
{
  json_builder_set_member_name (builder, "window_months");
  json_builder_begin_array (builder);
  for (int month = 1; month <= 12; month++)
    if (months & (1u << month))
      json_builder_add_int_value (builder, month);
  json_builder_end_array (builder);
}

static void
write_conditions (JsonBuilder *builder, guint conditions)
{
  if (conditions == TJ_CONDITION_NONE)
    return;
  json_builder_set_member_name (builder, "conditions");
  json_builder_begin_array (builder);
  for (int i = 0; condition_words[i] != NULL; i++)
    if (conditions & (1u << i))
      json_builder_add_string_value (builder, condition_words[i]);
  json_builder_end_array (builder);
}

static void
write_step (JsonBuilder *builder, const TjRoutineStep *step)
{
  json_builder_begin_object (builder);
  write_text (builder, "id", step->id);
  write_text (builder, "label", step->label);
  write_text (builder, "anchor", anchor_words[step->anchor]);
  if (step->has_from)
    write_period (builder, "from", step->from);
  if (step->anchor == TJ_ANCHOR_WINDOW)
    write_window (builder, step->window_months);
  else if (!(step->conditions & TJ_CONDITION_MANUAL))
    write_period (builder, "within", step->offset);
  write_codes (builder, "channels", &tj_channels, step->channels);
  write_text (builder, "recipient", recipient_words[step->recipient]);
  write_conditions (builder, step->conditions);
  write_flag (builder, "needs_details", step->needs_details);
  write_flag (builder, "at_once_without_details", step->at_once_without_details);
  write_text (builder, "responsible", step->responsible);
  write_text (builder, "letter", step->letter);
  json_builder_end_object (builder);
}

static void
write_track (JsonBuilder *builder, const TjRoutineTrack *track)
{
  json_builder_begin_object (builder);
  write_text (builder, "id", track->id);
  write_codes (builder, "backgrounds", &tj_backgrounds, track->backgrounds);
  write_flag (builder, "repeat", track->repeat);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < track->steps->len; i++)
    write_step (builder, tj_routine_track_step (track, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * tj_routine_json_write:
 *
 * Returns: (transfer full): @routine as JSON that tj_routine_json_read() takes; notes and source of
 *   a file it was read from are not kept
 */
char *
tj_routine_json_write (const TjRoutine *routine)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (routine != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT_VERSION);
  write_text (builder, "id", routine->id);
  write_text (builder, "label", routine->label);
  write_codes (builder, "reliable_sources", &tj_sources, routine->reliable_sources);
  json_builder_set_member_name (builder, "follow_up");
  json_builder_begin_object (builder);
  for (int i = 0; i < TJ_N_OCCUPATIONS; i++)
    write_period (builder, tj_code_word (&tj_occupations, i), routine->follow_up[i]);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "tracks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < routine->tracks->len; i++)
    write_track (builder, g_ptr_array_index (routine->tracks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
