/* The three outreach routines that come with the program, day by day (WORK.md § 2). The strings
 * are the rungs in order; see ladder-scenario.h. */

#include "config.h"

#include "ladder-scenario.h"
#include "tj-routine-json.h"

/* Nobody here turns 18 or 20 in the time looked at, unless the row says so. */
#define ADULT "2007-12-01"
#define MINOR "2009-12-01"

typedef struct
{
  const char *name;
  const char *birth;
  const char *registered_on;
  const char *events;
  const char *from;
  ScenarioDays days[16];
} Row;

/* Rungs: sms, phone or e-mail; brev 1; brev 2; home visit; concern report. */
static const Row tibro[] = {
  { "no answer",
    ADULT,
    "2026-01-10",
    "",
    "2026-01-10",
    { { "2026-01-16", "d...-" },
      { "2026-01-17", "dd..-" },
      { "2026-01-23", "Od..-" },
      { "2026-01-24", "Odd.-" },
      { "2026-02-10", "OOd.-" },
      { "2026-03-09", "OOO.-" },
      { "2026-03-10", "OOOd-" },
      { "2026-04-30", "OOOO-" },
      { 0 } } },
  { "all steps in time",
    ADULT,
    "2026-01-10",
    "sms 2026-01-12 no-answer; letter 2026-01-20 sent brev1; letter 2026-02-06 sent brev2; "
    "home-visit 2026-03-10 no-answer",
    "2026-01-12",
    { { "2026-01-16", "xxxx-" }, { "2026-12-31", "xxxx-" }, { 0 } } },
  { "one attempt",
    ADULT,
    "2026-01-10",
    "sms 2026-01-12 no-answer",
    "2026-01-12",
    { { "2026-01-16", "x...-" },
      { "2026-01-23", "xd..-" },
      { "2026-01-24", "xdd.-" },
      { "2026-02-10", "xOd.-" },
      { "2026-03-09", "xOO.-" },
      { "2026-03-10", "xOOd-" },
      { "2026-03-31", "xOOO-" },
      { 0 } } },
  { "month ends",
    ADULT,
    "2026-01-31",
    "",
    "2026-02-14",
    { { "2026-02-14", "Odd.-" },
      { "2026-02-28", "OOd.-" },
      { "2026-03-30", "OOO.-" },
      { "2026-03-31", "OOOd-" },
      { "2026-04-01", "OOOO-" },
      { 0 } } },
  { "no contact details: brev 1 at once",
    ADULT,
    "2026-01-10",
    "no-details",
    "2026-01-10",
    { { "2026-01-10", "-d..-" },
      { "2026-01-23", "-O..-" },
      { "2026-02-10", "-Od.-" },
      { "2026-03-09", "-OO.-" },
      { "2026-03-10", "-OOd-" },
      { "2026-03-11", "-OOO-" },
      { 0 } } },
  { "brev 1 at once, then brev 2 in its time",
    ADULT,
    "2026-01-10",
    "no-details; letter 2026-01-10 sent brev1",
    "2026-01-10",
    { { "2026-01-23", "-x..-" },
      { "2026-02-10", "-xd.-" },
      { "2026-03-09", "-xO.-" },
      { "2026-03-10", "-xOd-" },
      { 0 } } },
  { "a late brev 1 does not call brev 2 the same day",
    ADULT,
    "2026-01-10",
    "letter 2026-02-02 sent brev1",
    "2026-02-02",
    { { "2026-02-02", "-x..-" }, { "2026-02-10", "-xd.-" }, { "2026-03-09", "-xO.-" }, { 0 } } },
  { "answered: rests three months, then starts over",
    ADULT,
    "2026-01-10",
    "phone 2026-01-12 answered work",
    "2026-01-12",
    { { "2026-04-12", "x----" },
      { "2026-04-18", "d...-" },
      { "2026-04-19", "dd..-" },
      { "2026-04-25", "Od..-" },
      { "2026-04-26", "Odd.-" },
      { "2026-05-12", "OOd.-" },
      { "2026-06-11", "OOO.-" },
      { "2026-06-12", "OOOd-" },
      { "2026-06-13", "OOOO-" },
      { 0 } } },
  { "declined rests too",
    ADULT,
    "2026-01-10",
    "phone 2026-01-12 declined",
    "2026-01-12",
    { { "2026-04-12", "x----" }, { "2026-04-18", "d...-" }, { 0 } } },
  { "answered with an agreed follow-up",
    ADULT,
    "2026-01-10",
    "phone 2026-01-12 answered work; follow-up 2026-02-20",
    "2026-01-12",
    { { "2026-02-20", "x----" }, { "2026-02-26", "d...-" }, { "2026-02-27", "dd..-" }, { 0 } } },
  { "the school knows",
    ADULT,
    "2026-01-10",
    "sms 2026-01-12 no-answer; knows 2026-01-26 school other-studies 2026-06-12",
    "2026-01-26",
    { { "2026-06-12", "x----" }, { "2026-06-18", "d...-" }, { "2026-06-19", "dd..-" }, { 0 } } },
  { "hearsay ends nothing",
    ADULT,
    "2026-01-10",
    "knows 2026-01-11 other work",
    "2026-01-11",
    { { "2026-01-16", "d...-" }, { "2026-01-17", "dd..-" }, { 0 } } },
  { "a concern report is made when it is needed",
    ADULT,
    "2026-01-10",
    "concern-report 2026-01-15 sent",
    "2026-01-15",
    { { "2026-01-16", "d...x" }, { "2026-01-17", "dd..x" }, { 0 } } },
  { "twenty ends all steps",
    "2006-02-01",
    "2026-01-10",
    "sms 2026-01-12 no-answer",
    "2026-01-24",
    { { "2026-01-24", "xdd--" }, { "2026-01-31", "xOd--" }, { "2026-12-31", "x----" }, { 0 } } },
};

/* Rungs: phone, sms or Facebook; postcard; second postcard; home visit; report (under 18). */
static const Row lidkoping[] = {
  { "no answer",
    ADULT,
    "2026-01-10",
    "",
    "2026-01-10",
    { { "2026-01-16", "d...-" },
      { "2026-01-17", "dd..-" },
      { "2026-02-10", "Od..-" },
      { "2026-03-09", "OO..-" },
      { "2026-03-10", "OOdd-" },
      { "2026-04-10", "OOOd-" },
      { "2026-04-11", "OOOO-" },
      { 0 } } },
  { "deadlines count from what was sent",
    ADULT,
    "2026-01-10",
    "social-media 2026-01-12 no-answer; postcard 2026-01-20 sent postcard",
    "2026-01-20",
    { { "2026-02-19", "xx..-" },
      { "2026-02-20", "xxdd-" },
      { "2026-03-20", "xxOd-" },
      { "2026-03-21", "xxOO-" },
      { 0 } } },
  { "the second postcard is not the first again",
    ADULT,
    "2026-01-10",
    "phone 2026-01-12 no-answer; postcard 2026-01-20 sent postcard; "
    "postcard 2026-02-20 sent postcard",
    "2026-02-20",
    { { "2026-02-20", "xxx.-" }, { "2026-03-20", "xxxd-" }, { "2026-03-21", "xxxO-" }, { 0 } } },
  { "after the home visit it starts over",
    ADULT,
    "2026-01-10",
    "phone 2026-01-12 no-answer; postcard 2026-01-20 sent; postcard 2026-02-20 sent; "
    "home-visit 2026-03-12 no-answer",
    "2026-03-12",
    { { "2026-03-18", "d...-" },
      { "2026-03-19", "dd..-" },
      { "2026-04-12", "Od..-" },
      { "2026-04-13", "OO..-" },
      { 0 } } },
  { "under 18 social services are told first",
    MINOR,
    "2026-01-10",
    "phone 2026-01-12 no-answer; postcard 2026-01-20 sent; postcard 2026-02-20 sent; "
    "home-visit 2026-03-12 no-answer",
    "2026-03-12",
    { { "2026-03-12", "xxxx." }, { "2026-03-19", "xxxxd" }, { "2026-03-20", "xxxxO" }, { 0 } } },
  { "under 18 and told, it starts over",
    MINOR,
    "2026-01-10",
    "phone 2026-01-12 no-answer; postcard 2026-01-20 sent; postcard 2026-02-20 sent; "
    "home-visit 2026-03-12 no-answer; concern-report 2026-03-16 sent",
    "2026-03-16",
    { { "2026-03-22", "d...." }, { "2026-03-23", "dd..." }, { 0 } } },
  { "turning 18 ends the report",
    "2008-03-15",
    "2026-01-10",
    "phone 2026-01-12 no-answer; postcard 2026-01-20 sent; postcard 2026-02-20 sent",
    "2026-03-20",
    { { "2026-03-20", "xxxd-" }, { "2026-03-21", "xxxO-" }, { 0 } } },
  { "without occupation a talk within a week",
    ADULT,
    "2026-01-10",
    "phone 2026-01-12 answered none",
    "2026-01-12",
    { { "2026-01-19", "x----" }, { "2026-01-25", "d...-" }, { 0 } } },
};

/* Rungs: letter at graduation; postcard after three months. */
static const Row lidkoping_studiebevis[] = {
  { "no answer",
    ADULT,
    "2026-06-12",
    "background studiebevis",
    "2026-06-12",
    { { "2026-06-19", "d." },
      { "2026-09-18", "O." },
      { "2026-09-19", "Od" },
      { "2026-09-20", "OO" },
      { 0 } } },
  { "the postcard follows the letter",
    ADULT,
    "2026-06-12",
    "background studiebevis; letter 2026-06-15 sent studiebevis",
    "2026-06-15",
    { { "2026-09-14", "x." }, { "2026-09-15", "xd" }, { "2026-09-16", "xO" }, { 0 } } },
  { "another letter is not this one",
    ADULT,
    "2026-06-12",
    "background studiebevis; letter 2026-06-15 sent brev1",
    "2026-06-15",
    { { "2026-06-19", "d." }, { 0 } } },
};

/* One rung: the letter of the round. */
static const Row nordmaling[] = {
  { "waits for the round, which lasts its month",
    ADULT,
    "2026-04-10",
    "",
    "2026-04-10",
    { { "2026-08-31", "." }, { "2026-09-30", "d" }, { "2026-11-30", "O" }, { 0 } } },
  { "registered within a round",
    ADULT,
    "2026-01-15",
    "",
    "2026-01-15",
    { { "2026-01-31", "d" }, { "2026-02-28", "O" }, { 0 } } },
  { "each round once",
    ADULT,
    "2026-08-20",
    "letter 2026-09-08 sent brev1",
    "2026-09-08",
    { { "2026-10-31", "." }, { "2026-11-30", "d" }, { "2026-12-31", "O" }, { 0 } } },
  { "a letter too late is this month's round",
    ADULT,
    "2026-08-20",
    "letter 2026-11-04 sent brev1",
    "2026-11-04",
    { { "2026-12-31", "." }, { "2027-01-31", "d" }, { "2027-02-28", "O" }, { 0 } } },
  { "the year around",
    ADULT,
    "2026-08-20",
    "letter 2026-09-08 sent brev1; letter 2026-11-04 sent brev1; letter 2027-01-11 sent brev1; "
    "letter 2027-03-02 sent brev1",
    "2027-03-02",
    { { "2027-08-31", "." }, { "2027-09-30", "d" }, { 0 } } },
  { "who declined is asked in the next round",
    ADULT,
    "2026-08-20",
    "phone 2026-09-10 declined none",
    "2026-09-10",
    { { "2026-10-10", "-" }, { "2026-10-31", "." }, { "2026-11-30", "d" }, { 0 } } },
};

static void
check_rows (const char *preset, const Row *rows, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRoutine) routine = tj_routine_preset_new (preset, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (Scenario) scenario
          = scenario_new (rows[i].birth, rows[i].registered_on, rows[i].events);

      g_test_message ("%s: %s", preset, rows[i].name);
      scenario_assert_days (routine, scenario, rows[i].from, rows[i].days);
    }
}

static void
test_tibro (void)
{
  check_rows ("tibro", tibro, G_N_ELEMENTS (tibro));
}

static void
test_lidkoping (void)
{
  check_rows ("lidkoping", lidkoping, G_N_ELEMENTS (lidkoping));
}

static void
test_lidkoping_studiebevis (void)
{
  check_rows ("lidkoping", lidkoping_studiebevis, G_N_ELEMENTS (lidkoping_studiebevis));
}

static void
test_nordmaling (void)
{
  check_rows ("nordmaling", nordmaling, G_N_ELEMENTS (nordmaling));
}

static void
test_step_ids_stay (void)
{
  static const char *const ids[]
      = { "first-contact", "brev1", "brev2", "home-visit", "concern-report" };
  g_autoptr (TjRoutine) routine = tj_routine_preset_new ("tibro", NULL);
  const TjRoutineTrack *track = tj_routine_find_track (routine, TJ_BACKGROUND_UNKNOWN);

  g_assert_cmpuint (track->steps->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < track->steps->len; i++)
    g_assert_cmpstr (tj_routine_track_step (track, i)->id, ==, ids[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ladder/presets/tibro-day-by-day", test_tibro);
  g_test_add_func ("/core/ladder/presets/lidkoping-day-by-day", test_lidkoping);
  g_test_add_func ("/core/ladder/presets/lidkoping-studiebevis-day-by-day",
                   test_lidkoping_studiebevis);
  g_test_add_func ("/core/ladder/presets/nordmaling-day-by-day", test_nordmaling);
  g_test_add_func ("/core/ladder/presets/step-ids-stay", test_step_ids_stay);
  return g_test_run ();
}
