/* Reads scenarios for the ladder tests and compares states day by day. Every comparison also goes
 * through the packed form, so that what the register keeps is what was planned. */

#include "config.h"

#include "ladder-scenario.h"

#include <string.h>

static TjDate
day (const char *text)
{
  TjDate date = tj_date_parse (text);

  g_assert_cmpuint (date, !=, TJ_DATE_NONE);
  return date;
}

static int
code (const TjCodeList *list, const char *word)
{
  int value = 0;

  g_assert_true (tj_code_parse (list, word, &value));
  return value;
}

static void
add_contact (Scenario *scenario, char **words)
{
  TjLadderContact contact = { .date = day (words[1]),
                              .channel = code (&tj_channels, words[0]),
                              .outcome = code (&tj_outcomes, words[2]) };
  int occupation;

  if (words[3] != NULL && tj_code_parse (&tj_occupations, words[3], &occupation))
    contact.occupation = occupation;
  else if (words[3] != NULL)
    {
      contact.letter_kind = g_strdup (words[3]);
      g_ptr_array_add (scenario->texts, (char *)contact.letter_kind);
    }
  g_array_append_val (scenario->contacts, contact);
}

static void
add_knowledge (Scenario *scenario, char **words)
{
  TjLadderKnowledge knowledge = { .date = day (words[1]),
                                  .source = code (&tj_sources, words[2]),
                                  .occupation = code (&tj_occupations, words[3]) };

  if (words[4] != NULL)
    knowledge.valid_until = day (words[4]);
  g_array_append_val (scenario->knowledge, knowledge);
}

static void
add_dates (GArray *array, char **words)
{
  TjDate dates[2] = { day (words[1]), words[2] != NULL ? day (words[2]) : TJ_DATE_NONE };

  if (g_str_equal (words[0], "follow-up"))
    g_array_append_val (array, ((TjLadderFollowUp[]){ { dates[0], dates[1] } })[0]);
  else
    g_array_append_val (array, ((TjLadderMeasure[]){ { dates[0], dates[1] } })[0]);
}

static void
add_event (Scenario *scenario, const char *event)
{
  g_auto (GStrv) words = g_strsplit (event, " ", -1);

  if (g_str_equal (words[0], "no-details"))
    scenario->facts.has_details = FALSE;
  else if (g_str_equal (words[0], "background"))
    scenario->facts.background = code (&tj_backgrounds, words[1]);
  else if (g_str_equal (words[0], "knows"))
    add_knowledge (scenario, words);
  else if (g_str_equal (words[0], "follow-up"))
    add_dates (scenario->follow_ups, words);
  else if (g_str_equal (words[0], "measure"))
    add_dates (scenario->measures, words);
  else
    add_contact (scenario, words);
}

Scenario *
scenario_new (const char *birth, const char *registered_on, const char *events)
{
  Scenario *scenario = g_new0 (Scenario, 1);
  g_auto (GStrv) parts = g_strsplit (events, "; ", -1);

  scenario->contacts = g_array_new (FALSE, FALSE, sizeof (TjLadderContact));
  scenario->knowledge = g_array_new (FALSE, FALSE, sizeof (TjLadderKnowledge));
  scenario->follow_ups = g_array_new (FALSE, FALSE, sizeof (TjLadderFollowUp));
  scenario->measures = g_array_new (FALSE, FALSE, sizeof (TjLadderMeasure));
  scenario->texts = g_ptr_array_new_with_free_func (g_free);
  scenario->facts.birth = day (birth);
  scenario->facts.registered_on = day (registered_on);
  scenario->facts.has_details = TRUE;
  for (int i = 0; parts[i] != NULL; i++)
    add_event (scenario, parts[i]);

  scenario->facts.contacts = (gpointer)scenario->contacts->data;
  scenario->facts.n_contacts = scenario->contacts->len;
  scenario->facts.knowledge = (gpointer)scenario->knowledge->data;
  scenario->facts.n_knowledge = scenario->knowledge->len;
  scenario->facts.follow_ups = (gpointer)scenario->follow_ups->data;
  scenario->facts.n_follow_ups = scenario->follow_ups->len;
  scenario->facts.measures = (gpointer)scenario->measures->data;
  scenario->facts.n_measures = scenario->measures->len;
  return scenario;
}

void
scenario_free (Scenario *scenario)
{
  g_array_unref (scenario->contacts);
  g_array_unref (scenario->knowledge);
  g_array_unref (scenario->follow_ups);
  g_array_unref (scenario->measures);
  g_ptr_array_unref (scenario->texts);
  g_free (scenario);
}

char *
scenario_states (const TjLadder *ladder, TjDate today)
{
  static const char letters[] = {
    [TJ_STEP_LATER] = '.', [TJ_STEP_DUE] = 'd',     [TJ_STEP_OVERDUE] = 'O',
    [TJ_STEP_DONE] = 'x',  [TJ_STEP_SKIPPED] = '-',
  };
  char *states = g_malloc0 (TJ_LADDER_MAX_STEPS + 1);

  for (guint i = 0; i < ladder->n_rungs; i++)
    {
      TjStepState state = tj_ladder_state (ladder, i, today);

      states[i] = letters[state];
      g_assert_cmpint (tj_ladder_days_overdue (ladder, i, today) > 0, ==, state == TJ_STEP_OVERDUE);
      g_assert_cmpint (tj_ladder_skip (ladder, i, today) != TJ_SKIP_NONE, ==,
                       state == TJ_STEP_SKIPPED);
    }
  return states;
}

static void
assert_next_and_wake (const TjLadder *ladder, const char *states, TjDate today)
{
  int next = tj_ladder_next (ladder, today);
  gsize first = strcspn (states, "dO");
  gboolean acts = states[first] != '\0';

  if (acts)
    {
      g_assert_cmpint (next, ==, (int)first);
      g_assert_cmpuint (tj_ladder_wakes_on (ladder), !=, TJ_DATE_NONE);
      g_assert_cmpuint (tj_ladder_wakes_on (ladder), <=, today);
    }
  else if (next >= 0)
    g_assert_cmpint (states[next], ==, '.');
}

void
scenario_assert_days (const TjRoutine *routine,
                      const Scenario *scenario,
                      const char *from,
                      const ScenarioDays *days)
{
  TjDate today = day (from);
  guint8 bytes[TJ_LADDER_PACKED_MAX];
  TjLadder planned, ladder;
  gsize n;

  tj_ladder_plan (&planned, routine, &scenario->facts);
  n = tj_ladder_pack (&planned, bytes, sizeof bytes);
  g_assert_cmpuint (n, >, 0);
  g_assert_true (tj_ladder_unpack (&ladder, routine, bytes, n));

  for (; days->last != NULL; days++)
    for (; today <= day (days->last); today++)
      {
        g_autofree char *states = scenario_states (&ladder, today);
        g_autofree char *same = scenario_states (&planned, today);
        char buffer[TJ_DATE_BUFFER];

        g_test_message ("%s: %s", tj_date_write (today, buffer), states);
        g_assert_cmpstr (states, ==, days->states);
        g_assert_cmpstr (same, ==, states);
        assert_next_and_wake (&ladder, states, today);
      }
}
