/* What some of a demo's people have beside contacts: a measure with an activity, a plan in two
 * versions, a report from a school. Who has what follows from the place in the demo, so that the
 * dice of the rest fall as they did. */

#include "config.h"

#include "tj-demo-story.h"

#include "tj-measure-repository.h"
#include "tj-plan-repository.h"
#include "tj-school-report-repository.h"

/* A measure needs time before it. */
#define LEAST_DAYS 14

/* The catalogue's activities that the demo uses: their places in every preset. */
#define N_ACTIVITIES 2

static const char *const schools[] = { "Västra gymnasiet", "Exempelgymnasiet", "Södra skolan" };

static const struct
{
  TjMeasureContent content;
  const char *goal, *how;
} measures[] = {
  { TJ_MEASURE_CONTENT_GUIDANCE, "Välja utbildning till nästa termin", "Samtal varannan vecka" },
  { TJ_MEASURE_CONTENT_PRACTICE, "Prova på ett yrke", "Tre dagar i veckan, med handledare" },
  { TJ_MEASURE_CONTENT_REGULAR_TALKS, "Komma igång med fasta tider", "Träff varje tisdag" },
};

static gboolean
add_activity (TjChange *change, TjMeasure *measure, guint kind, GError **error)
{
  g_autoptr (TjActivity) activity
      = g_object_new (TJ_TYPE_ACTIVITY, "youth-id", tj_measure_get_youth_id (measure), "measure-id",
                      tj_entity_get_id (measure), "catalogue-id", (gint64)(kind % N_ACTIVITIES + 1),
                      "started-on", tj_measure_get_started_on (measure), "stopped-on",
                      tj_measure_get_ended_on (measure), "responsible", TJ_RESPONSIBLE_MUNICIPALITY,
                      "goal", measures[kind].goal, "how", measures[kind].how, NULL);

  return tj_activities_insert (change, activity, error) != 0;
}

/* `ended_on` is TJ_DATE_NONE for one that goes on. */
static gboolean
add_measure (TjChange *change,
             gint64 youth_id,
             guint kind,
             TjDate started_on,
             TjDate ended_on,
             GError **error)
{
  const gboolean has_ended = ended_on != TJ_DATE_NONE;
  g_autoptr (TjMeasure) measure = g_object_new (
      TJ_TYPE_MEASURE, "youth-id", youth_id, "content", measures[kind].content, "decided-on",
      started_on - 1, "started-on", started_on, "ended-on", ended_on, "reason",
      has_ended ? "completed" : "", "after", has_ended ? TJ_AFTER_MEASURE_UNKNOWN : -1, NULL);

  return tj_measures_insert (change, measure, error) != 0
         && add_activity (change, measure, kind, error);
}

static gboolean
add_plan (TjChange *change, gint64 youth_id, guint kind, TjDate written_on, GError **error)
{
  g_autoptr (TjPlan) plan
      = g_object_new (TJ_TYPE_PLAN, "youth-id", youth_id, "written-on", written_on, "goal",
                      measures[kind].goal, "youth-part", "Komma till de tider vi har bokat",
                      "municipality-part", "Boka tider och hålla kontakt med arbetsplatsen",
                      "starts-on", written_on, "follow-up", "Var tredje vecka", NULL);

  if (tj_plans_insert (change, plan, error) == 0)
    return FALSE;
  g_object_set (plan, "youth-part", "Komma till de tider vi har bokat och höra av sig vid hinder",
                "written-on", written_on + 4, NULL);
  return tj_plans_insert (change, plan, error) != 0;
}

static gboolean
add_report (TjChange *change, gint64 youth_id, guint nth, TjDate received_on, GError **error)
{
  const TjReportState state
      = nth % 4 == 0 ? TJ_REPORT_STATE_SCHOOL_CONTACTED : TJ_REPORT_STATE_RECEIVED;
  g_autofree char *diary = g_strdup_printf ("KS 2026/%u", 100 + nth);
  g_autoptr (TjSchoolReport) report = g_object_new (
      TJ_TYPE_SCHOOL_REPORT, "youth-id", youth_id, "received-on", received_on, "category",
      (int)(nth % TJ_N_REPORT_CATEGORIES), "diary-number", diary, "school",
      schools[nth % G_N_ELEMENTS (schools)], "organiser", "Exempelkommun", "state", state, NULL);

  if (tj_school_reports_insert (change, report, error) == 0)
    return FALSE;
  for (int step = TJ_REPORT_STATE_RECEIVED; step <= (int)state; step++)
    {
      g_autoptr (TjSchoolReportStep) done = g_object_new (
          TJ_TYPE_SCHOOL_REPORT_STEP, "youth-id", youth_id, "report-id", tj_entity_get_id (report),
          "date", received_on + (TjDate)step, "state", step, NULL);

      if (tj_school_report_steps_insert (change, done, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * tj_demo_story_add: gives the `nth` person of a demo, whose registration is open, what people of
 * that place have; most have nothing.
 */
gboolean
tj_demo_story_add (TjChange *change,
                   gint64 youth_id,
                   guint nth,
                   TjDate registered_on,
                   TjDate today,
                   GError **error)
{
  const guint kind = nth % G_N_ELEMENTS (measures);
  const TjDate middle = registered_on + (today - registered_on) / 2;

  if (today - registered_on < LEAST_DAYS)
    return TRUE;
  switch (nth % 10)
    {
    case 3:
      return add_measure (change, youth_id, kind, middle, TJ_DATE_NONE, error)
             && add_plan (change, youth_id, kind, middle, error);
    case 5:
      return add_measure (change, youth_id, kind, registered_on + 5, middle, error);
    case 8:
      return add_report (change, youth_id, nth, today - 3 - nth % 7, error);
    default:
      return TRUE;
    }
}
