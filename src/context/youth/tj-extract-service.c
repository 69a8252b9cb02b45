/* What a person gets who asks what the register holds about them (dataskyddsförordningen art. 15): all
 * of it, the copies of letters and the log of who read it too, as JSON with stable keys. The PDF is
 * set from the same tree. */

#include "config.h"

#include "tj-extract-service.h"

#include <glib/gi18n-lib.h>

#include "tj-admission.h"
#include "tj-adult-study.h"
#include "tj-certificate.h"
#include "tj-contact-repository.h"
#include "tj-enrolment.h"
#include "tj-entity-json.h"
#include "tj-delivery-repository.h"
#include "tj-fact-repository.h"
#include "tj-follow-up-repository.h"
#include "tj-invoice-line.h"
#include "tj-knowledge-repository.h"
#include "tj-letter-repository.h"
#include "tj-log-service.h"
#include "tj-merge.h"
#include "tj-plan-repository.h"
#include "tj-proposal-repository.h"
#include "tj-registration-repository.h"
#include "tj-resident.h"
#include "tj-story-json.h"
#include "tj-youth-repository.h"

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

/* What art. 15.1 wants said beside the data. */
static void
add_information (JsonBuilder *builder)
{
  const char *lines[] = {
    N_ ("Purpose: the municipality's responsibility for young people outside upper-secondary "
        "school (skollagen 2010:800, 29 kap. 9 §) and statistics on it."),
    N_ ("Legal ground: a task in the public interest; förordning (2006:39)."),
    N_ ("Recipients: SCB on behalf of Skolverket, each half-year (förordning 2006:39, 9 §)."),
    N_ ("Kept no longer than needed, and at the latest until 31 December of the year you turn 21 "
        "(förordning 2006:39, 7 §)."),
    N_ ("You may ask for correction and complain to Integritetsskyddsmyndigheten. The right to "
        "object in article 21.1 does not apply (förordning 2006:39, 2 b §)."),
  };

  begin_list (builder, "information");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    json_builder_add_string_value (builder, _ (lines[i]));
  json_builder_end_array (builder);
}

static gboolean
add_person (JsonBuilder *builder, TjContext *context, TjYouth *youth, GError **error)
{
  g_auto (GStrv) numbers = tj_youths_list_earlier_numbers (tj_context_get_store (context),
                                                           tj_entity_get_id (youth), error);

  if (numbers == NULL)
    return FALSE;
  tj_entity_json_add (builder, youth);
  begin_list (builder, "earlier_numbers");
  for (char **number = numbers; *number != NULL; number++)
    json_builder_add_string_value (builder, *number);
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
add_letters (JsonBuilder *builder, TjContext *context, gint64 youth_id, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) letters = tj_letters_list (store, youth_id, error);

  if (letters == NULL)
    return FALSE;
  begin_list (builder, "letters");
  for (guint i = 0; i < letters->len; i++)
    {
      g_autoptr (GBytes) pdf
          = tj_letters_dup_pdf (store, tj_entity_get_id (letters->pdata[i]), NULL);
      g_autofree char *base64
          = pdf != NULL ? g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf))
                        : g_strdup ("");

      json_builder_begin_object (builder);
      tj_entity_json_add (builder, letters->pdata[i]);
      add_text (builder, "pdf_base64", base64);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

/* A row of a file for SCB, as it was sent: the columns that had anything in them. */
static void
add_delivery_row (const TjDelivery *delivery, const TjDeliveryRow *row, gpointer user_data)
{
  JsonBuilder *builder = user_data;
  g_auto (GStrv) names = g_strsplit (delivery->columns, TJ_DELIVERY_SEPARATOR, -1);
  g_auto (GStrv) cells = g_strsplit (row->cells, TJ_DELIVERY_SEPARATOR, -1);
  char date[TJ_DATE_BUFFER];

  json_builder_begin_object (builder);
  add_text (builder, "half", delivery->half);
  add_text (builder, "delivered_on",
            delivery->delivered_on != TJ_DATE_NONE ? tj_date_write (delivery->delivered_on, date)
                                                   : "");
  add_text (builder, "layout", delivery->layout);
  begin_list (builder, "cells");
  for (guint i = 0; names[i] != NULL && cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      {
        json_builder_begin_object (builder);
        add_text (builder, "column", names[i]);
        add_text (builder, "value", cells[i]);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
add_deliveries (JsonBuilder *builder, TjContext *context, gint64 youth_id, GError **error)
{
  begin_list (builder, "scb_deliveries");
  if (!tj_deliveries_foreach_row_of_youth (tj_context_get_store (context), youth_id,
                                           add_delivery_row, builder, error))
    return FALSE;
  json_builder_end_array (builder);
  return TRUE;
}

static gboolean
add_log_row (const TjAuditEntry *entry, gpointer builder)
{
  json_builder_begin_object (builder);
  add_text (builder, "at", entry->at);
  add_text (builder, "actor", entry->actor);
  add_text (builder, "action", entry->action);
  add_text (builder, "details", entry->details);
  json_builder_end_object (builder);
  return TRUE;
}

/* The ids of rows that became one with this. */
static gboolean
take_merged (const TjAuditEntry *entry, gpointer ids)
{
  gint64 id;

  if (!g_str_has_prefix (entry->details, TJ_AUDIT_MERGED))
    return TRUE;
  id = g_ascii_strtoll (entry->details + strlen (TJ_AUDIT_MERGED), NULL, 10);
  g_array_append_val (ids, id);
  return TRUE;
}

static GPtrArray *
list_residence (TjStore *store, gint64 youth_id, GError **error)
{
  return tj_facts_list_of_youth (store, TJ_TYPE_RESIDENT, youth_id, error);
}

static GPtrArray *
list_enrolments (TjStore *store, gint64 youth_id, GError **error)
{
  return tj_facts_list_of_youth (store, TJ_TYPE_ENROLMENT, youth_id, error);
}

static GPtrArray *
list_invoice_lines (TjStore *store, gint64 youth_id, GError **error)
{
  return tj_facts_list_of_youth (store, TJ_TYPE_INVOICE_LINE, youth_id, error);
}

static GPtrArray *
list_certificates (TjStore *store, gint64 youth_id, GError **error)
{
  return tj_facts_list_of_youth (store, TJ_TYPE_CERTIFICATE, youth_id, error);
}

static GPtrArray *
list_adult_studies (TjStore *store, gint64 youth_id, GError **error)
{
  return tj_facts_list_of_youth (store, TJ_TYPE_ADULT_STUDY, youth_id, error);
}

static GPtrArray *
list_admissions (TjStore *store, gint64 youth_id, GError **error)
{
  return tj_facts_list_of_youth (store, TJ_TYPE_ADMISSION, youth_id, error);
}

/* The part on school and IKE: what lists say, under the number of today and the earlier ones. */
static gboolean
add_lists (JsonBuilder *builder, TjContext *context, gint64 youth_id, GError **error)
{
  static const struct
  {
    const char *key;
    TjStoryListFunc list;
  } lists[] = {
    { "residence", list_residence },         { "enrolments", list_enrolments },
    { "invoice_lines", list_invoice_lines }, { "certificates", list_certificates },
    { "adult_studies", list_adult_studies }, { "admissions", list_admissions },
    { "proposals", tj_proposals_list },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!tj_story_json_add (builder, lists[i].key, context, youth_id, lists[i].list, error))
      return FALSE;
  return TRUE;
}

/* A row that is there again, as after undo, is somebody of its own. */
static gboolean
is_gone (TjContext *context, gint64 id)
{
  g_autoptr (TjYouth) youth = tj_youths_load (tj_context_get_store (context), id, NULL);

  return youth == NULL;
}

static gboolean
add_log (JsonBuilder *builder, TjContext *context, gint64 youth_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, youth_id);
  begin_list (builder, "log");
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      TjLogFilter all = { .youth_id = id };
      TjLogFilter merges = { .youth_id = id, .action = "merge-into" };

      if (id != youth_id && !is_gone (context, id))
        continue;
      if (!tj_log_service_foreach (context, &merges, take_merged, ids, error)
          || !tj_log_service_foreach (context, &all, add_log_row, builder, error))
        return FALSE;
    }
  json_builder_end_array (builder);
  return TRUE;
}

/**
 * tj_extract_service_build: all that the register holds about a person, protected or not, as it is
 * for the person alone. The log gets a row before it is read. Returns a new tree, an object; NULL
 * with `error` set.
 */
JsonNode *
tj_extract_service_build (TjContext *context, gint64 youth_id, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (TjYouth) youth = tj_youths_load (store, youth_id, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char today[TJ_DATE_BUFFER];

  if (youth == NULL || !tj_audit_log (store, "extract", youth_id, NULL, error))
    return NULL;
  json_builder_begin_object (builder);
  add_text (builder, "extracted_on", tj_date_write (tj_context_get_today (context), today));
  add_information (builder);
  if (!add_person (builder, context, youth, error)
      || !tj_story_json_add (builder, "registrations", context, youth_id, tj_registrations_list,
                             error)
      || !tj_story_json_add (builder, "contacts", context, youth_id, tj_contacts_list, error)
      || !tj_story_json_add (builder, "knowledge", context, youth_id, tj_knowledge_list, error)
      || !tj_story_json_add_measures (builder, context, youth_id, error)
      || !tj_story_json_add (builder, "plans", context, youth_id, tj_plans_list, error)
      || !tj_story_json_add (builder, "follow_ups", context, youth_id, tj_follow_ups_list, error)
      || !tj_story_json_add_school_reports (builder, context, youth_id, error)
      || !add_lists (builder, context, youth_id, error)
      || !add_deliveries (builder, context, youth_id, error)
      || !add_letters (builder, context, youth_id, error)
      || !add_log (builder, context, youth_id, error))
    return NULL;
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * tj_extract_service_save: writes the extract as JSON to a file that only its owner can read. It
 * is written beside it first and then takes its place.
 */
gboolean
tj_extract_service_save (TjContext *context, gint64 youth_id, const char *path, GError **error)
{
  g_autoptr (JsonNode) root = tj_extract_service_build (context, youth_id, error);
  g_autofree char *json = root != NULL ? json_to_string (root, TRUE) : NULL;

  return json != NULL
         && g_file_set_contents_full (path, json, -1,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                      0600, error);
}
