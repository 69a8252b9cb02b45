/* What the register tells of a youth, as JSON: the same members for a command and for the person's
 * own extract. What belongs together is nested: activities in their measure, steps in their
 * report. */

#include "config.h"

#include "tj-story-json.h"

#include "tj-activity.h"
#include "tj-catalogue.h"
#include "tj-code-book-service.h"
#include "tj-entity-json.h"
#include "tj-measure-repository.h"
#include "tj-school-report-repository.h"

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

/**
 * tj_story_json_add: adds, under `key`, an array of all that `list` finds of a youth.
 */
gboolean
tj_story_json_add (JsonBuilder *builder,
                   const char *key,
                   TjContext *context,
                   gint64 youth_id,
                   TjStoryListFunc list,
                   GError **error)
{
  g_autoptr (GPtrArray) entities = list (tj_context_get_store (context), youth_id, error);

  if (entities == NULL)
    return FALSE;
  begin_list (builder, key);
  for (guint i = 0; i < entities->len; i++)
    {
      json_builder_begin_object (builder);
      tj_entity_json_add (builder, entities->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static const char *
find_name (GPtrArray *catalogue, gint64 id)
{
  for (guint i = 0; i < catalogue->len; i++)
    if (((TjCatalogueItem *)catalogue->pdata[i])->id == id)
      return ((TjCatalogueItem *)catalogue->pdata[i])->name;
  return "";
}

static void
add_activities (JsonBuilder *builder,
                GPtrArray *activities,
                GPtrArray *catalogue,
                gint64 measure_id)
{
  begin_list (builder, "activities");
  for (guint i = 0; i < activities->len; i++)
    {
      TjActivity *activity = activities->pdata[i];

      if (tj_activity_get_measure_id (activity) != measure_id)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "activity");
      json_builder_add_string_value (
          builder, find_name (catalogue, tj_activity_get_catalogue_id (activity)));
      tj_entity_json_add (builder, activity);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* As codes have it, though this list is the municipality's. */
static void
add_reason_label (JsonBuilder *builder, TjMeasure *measure, const TjCodeBook *reasons)
{
  const char *label = tj_code_book_find_label (reasons, tj_measure_get_reason (measure));

  json_builder_set_member_name (builder, "reason_label");
  if (label != NULL)
    json_builder_add_string_value (builder, label);
  else
    json_builder_add_null_value (builder);
}

/**
 * tj_story_json_add_measures: adds a youth's measures as `measures`, each with its `activities`.
 */
gboolean
tj_story_json_add_measures (JsonBuilder *builder,
                            TjContext *context,
                            gint64 youth_id,
                            GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) measures = tj_measures_list (store, youth_id, error);
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) catalogue = NULL;
  g_autoptr (TjCodeBook) reasons = NULL;

  if (measures == NULL || (activities = tj_activities_list (store, youth_id, error)) == NULL
      || (catalogue = tj_catalogue_list (store, error)) == NULL
      || (reasons = tj_code_book_service_load (context, TJ_CODE_BOOK_MEASURE_END, error)) == NULL)
    return FALSE;
  begin_list (builder, "measures");
  for (guint i = 0; i < measures->len; i++)
    {
      json_builder_begin_object (builder);
      tj_entity_json_add (builder, measures->pdata[i]);
      add_reason_label (builder, measures->pdata[i], reasons);
      add_activities (builder, activities, catalogue, tj_entity_get_id (measures->pdata[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static void
add_steps (JsonBuilder *builder, GPtrArray *steps, gint64 report_id)
{
  begin_list (builder, "steps");
  for (guint i = 0; i < steps->len; i++)
    if (tj_school_report_step_get_report_id (steps->pdata[i]) == report_id)
      {
        json_builder_begin_object (builder);
        tj_entity_json_add (builder, steps->pdata[i]);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

/**
 * tj_story_json_add_school_reports: adds a youth's school reports as `school_reports`, each with
 * its `steps`.
 */
gboolean
tj_story_json_add_school_reports (JsonBuilder *builder,
                                  TjContext *context,
                                  gint64 youth_id,
                                  GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) reports = tj_school_reports_list (store, youth_id, error);
  g_autoptr (GPtrArray) steps = NULL;

  if (reports == NULL || (steps = tj_school_report_steps_list (store, youth_id, error)) == NULL)
    return FALSE;
  begin_list (builder, "school_reports");
  for (guint i = 0; i < reports->len; i++)
    {
      json_builder_begin_object (builder);
      tj_entity_json_add (builder, reports->pdata[i]);
      add_steps (builder, steps, tj_entity_get_id (reports->pdata[i]));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}
