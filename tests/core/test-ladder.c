/* The ladder's mechanics on a routine made here: matching of attempts, rests, pauses, repetition,
 * status and the packed form. */

#include "config.h"

#include "ladder-scenario.h"

#include <string.h>

#define BIRTH "2008-05-01"
#define START "2026-01-10"

static TjRoutine *routine;

static void
add_step (TjRoutineTrack *track,
          const char *id,
          const char *within,
          guint channels,
          const char *letter)
{
  TjRoutineStep *step = tj_routine_track_add_step (track, id);

  step->label = g_strdup (id);
  g_assert_true (tj_period_parse (within, &step->offset));
  step->channels = channels;
  step->letter = g_strdup (letter);
}

/* Phone or sms within a week, then letters `a` and `b`. */
static TjRoutine *
make_routine (void)
{
  TjRoutine *made = tj_routine_new ("test", "Test");
  TjRoutineTrack *track = tj_routine_add_track (made, "all");

  add_step (track, "call", "P1W", 1u << TJ_CHANNEL_PHONE | 1u << TJ_CHANNEL_SMS, NULL);
  add_step (track, "a", "P2W", 1u << TJ_CHANNEL_LETTER, "a");
  add_step (track, "b", "P1M", 1u << TJ_CHANNEL_LETTER, "b");
  return made;
}

typedef struct
{
  const char *events;
  const char *today;
  const char *states;
} StateRow;

static void
check_states (const StateRow *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (Scenario) scenario = scenario_new (BIRTH, START, rows[i].events);
      ScenarioDays days[] = { { rows[i].today, rows[i].states }, { 0 } };

      g_test_message ("%s", rows[i].events);
      scenario_assert_days (routine, scenario, rows[i].today, days);
    }
}

static void
test_attempts_fulfil_the_first_rung_they_can (void)
{
  static const StateRow rows[] = {
    { "phone 2026-01-12 no-answer", "2026-01-12", "x.." },
    { "phone 2026-01-12 no-answer; sms 2026-01-13 sent", "2026-01-13", "x.." },
    { "letter 2026-01-12 sent", "2026-01-12", "-x." },
    { "letter 2026-01-12 sent; letter 2026-01-13 sent", "2026-01-13", "-xx" },
    { "letter 2026-01-12 sent b", "2026-01-12", "--x" },
    { "letter 2026-01-12 sent b; letter 2026-01-13 sent", "2026-01-13", "-xx" },
    { "letter 2026-01-12 sent other-letter", "2026-01-12", "d.." },
    { "phone 2026-01-12 sent a", "2026-01-12", "d.." },
    { "letter 2026-01-12 returned a", "2026-01-12", "-x." },
    { "phone 2026-01-12 wrong-details", "2026-01-12", "x.." },
    { "email 2026-01-12 no-answer", "2026-01-12", "d.." },
    { "phone 2026-01-09 no-answer", "2026-01-12", "d.." },
    { "phone 2026-01-10 no-answer", "2026-01-12", "x.." },
  };

  check_states (rows, G_N_ELEMENTS (rows));
}

typedef struct
{
  const char *events;
  const char *rests_until;
  const char *start;
  TjOccupation occupation;
} RestRow;

static void
test_rests_last_as_agreed_or_known (void)
{
  static const RestRow rows[] = {
    { "phone 2026-01-12 no-answer", "", START, TJ_OCCUPATION_UNKNOWN },
    { "phone 2026-01-12 answered work", "2026-04-12", "2026-04-12", TJ_OCCUPATION_WORK },
    { "phone 2026-01-12 declined", "2026-04-12", "2026-04-12", TJ_OCCUPATION_UNKNOWN },
    { "phone 2026-01-09 answered work", "", START, TJ_OCCUPATION_UNKNOWN },
    /* what is known */
    { "knows 2026-01-12 school work 2026-06-10", "2026-06-10", "2026-06-10", TJ_OCCUPATION_WORK },
    { "knows 2026-01-12 school work", "2026-04-12", "2026-04-12", TJ_OCCUPATION_WORK },
    { "knows 2026-01-12 school unknown", "", START, TJ_OCCUPATION_UNKNOWN },
    { "knows 2026-01-12 other work", "", START, TJ_OCCUPATION_UNKNOWN },
    { "knows 2026-01-12 school work 2026-01-02", "2026-01-12", "2026-01-12", TJ_OCCUPATION_WORK },
    { "knows 2025-12-01 school work", "", START, TJ_OCCUPATION_UNKNOWN },
    { "knows 2025-12-01 school work 2026-03-01", "2026-03-01", "2026-03-01", TJ_OCCUPATION_WORK },
    /* the latest counts */
    { "phone 2026-01-12 answered work; phone 2026-02-12 answered abroad", "2026-05-12",
      "2026-05-12", TJ_OCCUPATION_ABROAD },
    { "knows 2026-01-12 school work 2026-06-10; phone 2026-02-12 answered abroad", "2026-05-12",
      "2026-05-12", TJ_OCCUPATION_ABROAD },
    { "knows 2026-01-12 school work 2026-06-10; phone 2026-02-12 answered", "2026-06-10",
      "2026-06-10", TJ_OCCUPATION_WORK },
    { "knows 2026-01-12 school work 2026-02-10; phone 2026-02-12 answered", "2026-05-12",
      "2026-05-12", TJ_OCCUPATION_UNKNOWN },
    /* an open follow-up goes before both */
    { "phone 2026-01-12 answered work; follow-up 2026-02-01", "2026-02-01", "2026-02-01",
      TJ_OCCUPATION_WORK },
    { "phone 2026-01-12 answered work; follow-up 2026-08-15", "2026-08-15", "2026-08-15",
      TJ_OCCUPATION_WORK },
    { "knows 2026-01-12 school work 2026-06-10; follow-up 2026-02-01", "2026-02-01", "2026-02-01",
      TJ_OCCUPATION_WORK },
    { "phone 2026-01-12 answered work; follow-up 2026-02-01; follow-up 2026-09-01", "2026-02-01",
      "2026-02-01", TJ_OCCUPATION_WORK },
    { "phone 2026-01-12 answered work; follow-up 2026-01-11", "2026-04-12", "2026-04-12",
      TJ_OCCUPATION_WORK },
    { "phone 2026-01-12 answered work; follow-up 2026-01-12", "2026-04-12", "2026-04-12",
      TJ_OCCUPATION_WORK },
    /* done ones hold no longer */
    { "phone 2026-01-12 answered work; follow-up 2026-02-01 2026-01-20", "2026-04-12", "2026-04-12",
      TJ_OCCUPATION_WORK },
    { "phone 2026-01-12 answered work; follow-up 2026-08-15 2026-08-20", "2026-08-15", "2026-08-15",
      TJ_OCCUPATION_WORK },
    /* a pause without an answer */
    { "phone 2026-01-12 no-answer; follow-up 2026-02-01", "2026-02-01", "2026-02-01",
      TJ_OCCUPATION_UNKNOWN },
    { "follow-up 2026-02-01 2026-01-20", "", START, TJ_OCCUPATION_UNKNOWN },
    { "follow-up 2026-01-05", "", START, TJ_OCCUPATION_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Scenario) scenario = scenario_new (BIRTH, START, rows[i].events);
      char buffer[TJ_DATE_BUFFER];
      TjLadder ladder;

      g_test_message ("%s", rows[i].events);
      tj_ladder_plan (&ladder, routine, &scenario->facts);
      g_assert_cmpstr (tj_date_write (ladder.rests_until, buffer), ==, rows[i].rests_until);
      g_assert_cmpstr (tj_date_write (ladder.start, buffer), ==, rows[i].start);
      g_assert_cmpint (ladder.occupation, ==, rows[i].occupation);
    }
}

static void
test_a_passed_follow_up_starts_the_ladder_again (void)
{
  static const ScenarioDays days[] = {
    { "2026-02-01", "x--" }, /* what was done before the pause */
    { "2026-02-07", "d.." },
    { "2026-02-08", "dd." },
    { "2026-02-14", "Od." },
    { "2026-02-15", "Odd" },
    { "2026-03-01", "OOd" },
    { "2026-04-01", "OOO" },
    { 0 },
  };
  g_autoptr (Scenario) scenario
      = scenario_new (BIRTH, START, "phone 2026-01-12 no-answer; follow-up 2026-02-01");

  scenario_assert_days (routine, scenario, "2026-01-12", days);
}

static void
test_attempts_after_the_rest_count (void)
{
  static const StateRow rows[] = {
    { "phone 2026-01-12 answered work; follow-up 2026-02-01; phone 2026-01-20 no-answer; "
      "letter 2026-02-01 sent a; phone 2026-02-03 no-answer",
      "2026-02-03", "xx." },
    { "phone 2026-01-12 answered work; phone 2026-03-01 no-answer", "2026-04-13", "d.." },
    { "phone 2026-01-12 answered work; phone 2026-04-20 answered work; phone 2026-07-21 no-answer",
      "2026-07-21", "x.." },
  };

  check_states (rows, G_N_ELEMENTS (rows));
}

static void
test_reasons_are_told_while_it_rests (void)
{
  g_autoptr (Scenario) answered = scenario_new (BIRTH, START, "phone 2026-01-12 answered work");
  g_autoptr (Scenario) paused = scenario_new (BIRTH, START, "follow-up 2026-02-01");
  TjDate today = tj_date_parse ("2026-01-20");
  TjLadder ladder;

  tj_ladder_plan (&ladder, routine, &answered->facts);
  g_assert_true (tj_ladder_is_resting (&ladder, today));
  g_assert_cmpint (tj_ladder_state (&ladder, 0, today), ==, TJ_STEP_DONE);
  g_assert_cmpint (tj_ladder_skip (&ladder, 1, today), ==, TJ_SKIP_ANSWERED);
  g_assert_cmpuint (tj_ladder_rung (&ladder, 0, today)->done_on, ==, tj_date_parse ("2026-01-12"));
  g_assert_cmpint (tj_ladder_next (&ladder, today), ==, -1);
  g_assert_cmpuint (tj_ladder_wakes_on (&ladder), ==, tj_date_parse ("2026-04-12"));

  tj_ladder_plan (&ladder, routine, &paused->facts);
  g_assert_cmpint (tj_ladder_skip (&ladder, 0, today), ==, TJ_SKIP_PAUSED);
}

static void
test_wakes_with_the_first_thing_to_do (void)
{
  static const struct
  {
    const char *events, *wakes_on;
  } rows[] = {
    { "", START },
    { "phone 2026-01-12 no-answer", "2026-01-17" },
    { "phone 2026-01-12 no-answer; letter 2026-01-20 sent a", "2026-01-24" },
    { "phone 2026-01-12 no-answer; letter 2026-01-20 sent a; letter 2026-02-02 sent b", "" },
    { "phone 2026-01-12 answered work", "2026-04-12" },
    { "phone 2026-01-12 answered work; phone 2026-04-14 no-answer", "2026-04-19" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Scenario) scenario = scenario_new (BIRTH, START, rows[i].events);
      char buffer[TJ_DATE_BUFFER];
      TjLadder ladder;

      tj_ladder_plan (&ladder, routine, &scenario->facts);
      g_assert_cmpstr (tj_date_write (tj_ladder_wakes_on (&ladder), buffer), ==, rows[i].wakes_on);
    }
}

static void
test_status_follows_what_is_known (void)
{
  static const struct
  {
    const char *events, *today;
    TjStatus status;
  } rows[] = {
    { "", "2026-01-10", TJ_STATUS_TO_ACT },
    { "phone 2026-01-12 no-answer", "2026-01-12", TJ_STATUS_TO_ACT },
    { "phone 2026-01-12 answered work", "2026-01-12", TJ_STATUS_WATCHED },
    { "phone 2026-01-12 answered work", "2026-04-12", TJ_STATUS_WATCHED },
    { "phone 2026-01-12 answered work", "2026-04-13", TJ_STATUS_TO_ACT },
    { "phone 2026-01-12 answered other-actor", "2026-01-12", TJ_STATUS_WATCHED },
    { "phone 2026-01-12 answered other-studies", "2026-01-12", TJ_STATUS_OTHER_STUDIES },
    { "knows 2026-01-12 register studies-abroad", "2026-01-12", TJ_STATUS_OTHER_STUDIES },
    { "phone 2026-01-12 answered none", "2026-01-12", TJ_STATUS_TO_ACT },
    { "phone 2026-01-12 declined", "2026-01-12", TJ_STATUS_TO_ACT },
    { "follow-up 2026-02-01", "2026-01-12", TJ_STATUS_TO_ACT },
    { "measure 2026-02-01 2026-03-01", "2026-01-31", TJ_STATUS_PLANNED },
    { "measure 2026-02-01 2026-03-01", "2026-02-01", TJ_STATUS_ONGOING },
    { "measure 2026-02-01 2026-03-01", "2026-03-01", TJ_STATUS_ONGOING },
    { "measure 2026-02-01 2026-03-01", "2026-03-02", TJ_STATUS_TO_ACT },
    { "measure 2026-02-01", "2027-03-02", TJ_STATUS_ONGOING },
    /* One under way and one to come, in either order; the talk within it ends nothing. */
    { "measure 2026-01-10 2026-02-10; measure 2026-03-01", "2026-01-20", TJ_STATUS_ONGOING },
    { "measure 2026-03-01; measure 2026-01-10 2026-02-10", "2026-02-10", TJ_STATUS_ONGOING },
    { "measure 2026-01-10 2026-02-10; measure 2026-03-01", "2026-02-11", TJ_STATUS_PLANNED },
    { "measure 2026-01-10 2026-02-10; measure 2026-03-01", "2026-03-01", TJ_STATUS_ONGOING },
    { "measure 2026-01-10 2026-02-10; measure 2026-01-15 2026-01-15", "2026-01-16",
      TJ_STATUS_ONGOING },
    { "measure 2026-01-10 2026-01-12; measure 2026-03-01 2026-03-02", "2026-03-03",
      TJ_STATUS_TO_ACT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Scenario) scenario = scenario_new (BIRTH, START, rows[i].events);
      guint8 bytes[TJ_LADDER_PACKED_MAX];
      TjLadder ladder, unpacked;

      g_test_message ("%s on %s", rows[i].events, rows[i].today);
      tj_ladder_plan (&ladder, routine, &scenario->facts);
      g_assert_true (tj_ladder_unpack (&unpacked, routine, bytes,
                                       tj_ladder_pack (&ladder, bytes, sizeof bytes)));
      g_assert_cmpint (tj_status_of (&unpacked, tj_date_parse (rows[i].today)), ==, rows[i].status);
      g_assert_cmpint (tj_status_of (&ladder, tj_date_parse (rows[i].today)), ==, rows[i].status);
    }
}

static void
test_no_registration_is_closed (void)
{
  TjLadder ladder = { 0 }, unpacked;
  guint8 bytes[TJ_LADDER_PACKED_MAX];
  gsize n = tj_ladder_pack (&ladder, bytes, sizeof bytes);

  g_assert_cmpint (tj_status_of (&ladder, tj_date_parse (START)), ==, TJ_STATUS_CLOSED);
  g_assert_cmpint (tj_ladder_next (&ladder, tj_date_parse (START)), ==, -1);
  g_assert_true (tj_ladder_unpack (&unpacked, routine, bytes, n));
  g_assert_cmpint (tj_status_of (&unpacked, tj_date_parse (START)), ==, TJ_STATUS_CLOSED);
}

static void
test_tracks_go_by_background (void)
{
  g_autoptr (TjRoutine) two = make_routine ();
  TjRoutineTrack *other = tj_routine_add_track (two, "rest");

  add_step (other, "call", "P1W", 1u << TJ_CHANNEL_PHONE, NULL);
  ((TjRoutineTrack *)g_ptr_array_index (two->tracks, 0))->backgrounds
      = 1u << TJ_BACKGROUND_STUDIEBEVIS;

  for (int i = 0; i < TJ_N_BACKGROUNDS; i++)
    g_assert_cmpstr (tj_routine_find_track (two, (TjBackground)i)->id, ==,
                     i == TJ_BACKGROUND_STUDIEBEVIS ? "all" : "rest");
  other->backgrounds = 0; /* nobody falls through */
  g_assert_cmpstr (tj_routine_find_track (two, TJ_BACKGROUND_NEVER)->id, ==, "rest");
}

static void
test_an_unfit_pack_is_refused (void)
{
  g_autoptr (Scenario) scenario = scenario_new (BIRTH, START, "phone 2026-01-12 answered work");
  g_autoptr (TjRoutine) longer = make_routine ();
  guint8 bytes[TJ_LADDER_PACKED_MAX];
  TjLadder ladder, unpacked;
  gsize n;

  tj_ladder_plan (&ladder, routine, &scenario->facts);
  n = tj_ladder_pack (&ladder, bytes, sizeof bytes);
  g_assert_cmpuint (tj_ladder_pack (&ladder, bytes, n - 1), ==, 0);
  g_assert_true (tj_ladder_unpack (&unpacked, routine, bytes, n));
  for (gsize cut = 0; cut < n; cut++)
    g_assert_false (tj_ladder_unpack (&unpacked, routine, bytes, cut));
  g_assert_false (tj_ladder_unpack (&unpacked, routine, NULL, 0));

  add_step (g_ptr_array_index (longer->tracks, 0), "c", "P2M", 1u, NULL);
  g_assert_false (tj_ladder_unpack (&unpacked, longer, bytes, n));

  bytes[0]++;
  g_assert_false (tj_ladder_unpack (&unpacked, routine, bytes, n));
  bytes[0]--;
  bytes[1] = 7; /* no such track */
  g_assert_false (tj_ladder_unpack (&unpacked, routine, bytes, n));
}

static void
test_skips_have_words_and_labels (void)
{
  g_assert_cmpstr (tj_skip_word (TJ_SKIP_NO_DETAILS), ==, "no-details");
  g_assert_cmpstr (tj_skip_label (TJ_SKIP_NONE), ==, "");
  for (int i = TJ_SKIP_NONE + 1; i < TJ_N_SKIPS; i++)
    g_assert_cmpuint (strlen (tj_skip_label ((TjSkip)i)), >, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  routine = make_routine ();
  g_test_add_func ("/core/ladder/attempts-fulfil-the-first-rung-they-can",
                   test_attempts_fulfil_the_first_rung_they_can);
  g_test_add_func ("/core/ladder/rests-last-as-agreed-or-known",
                   test_rests_last_as_agreed_or_known);
  g_test_add_func ("/core/ladder/a-passed-follow-up-starts-it-again",
                   test_a_passed_follow_up_starts_the_ladder_again);
  g_test_add_func ("/core/ladder/attempts-after-the-rest-count",
                   test_attempts_after_the_rest_count);
  g_test_add_func ("/core/ladder/reasons-are-told-while-it-rests",
                   test_reasons_are_told_while_it_rests);
  g_test_add_func ("/core/ladder/wakes-with-the-first-thing-to-do",
                   test_wakes_with_the_first_thing_to_do);
  g_test_add_func ("/core/ladder/status-follows-what-is-known", test_status_follows_what_is_known);
  g_test_add_func ("/core/ladder/no-registration-is-closed", test_no_registration_is_closed);
  g_test_add_func ("/core/ladder/tracks-go-by-background", test_tracks_go_by_background);
  g_test_add_func ("/core/ladder/an-unfit-pack-is-refused", test_an_unfit_pack_is_refused);
  g_test_add_func ("/core/ladder/skips-have-words-and-labels", test_skips_have_words_and_labels);
  result = g_test_run ();
  tj_routine_free (routine);
  return result;
}
