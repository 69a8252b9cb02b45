/* `tjugo show`: one youth's whole story. A protected person's name and address stay hidden until
 * a reason is stated, which the log keeps. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-agenda.h"
#include "tj-audit.h"
#include "tj-cli-youth.h"
#include "tj-contact-repository.h"
#include "tj-follow-up-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-plan-repository.h"
#include "tj-registration-repository.h"
#include "tj-story-json.h"
#include "tj-youth-repository.h"

static char *reason;

static const GOptionEntry options[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why a protected person is to be shown"),
    "TEXT" },
  { NULL },
};

typedef GPtrArray *(*ListFunc) (TjStore *store, gint64 youth_id, GError **error);
typedef void (*AddFunc) (JsonBuilder *builder, gpointer entity);

static void
add_registration (JsonBuilder *builder, gpointer entity)
{
  TjRegistration *registration = entity;
  const int reason_code = tj_registration_get_reason (registration);

  tj_json_add_date (builder, "registered_on", tj_registration_get_registered_on (registration));
  tj_json_add_code (builder, "background", &tj_backgrounds,
                    tj_registration_get_background (registration));
  tj_json_add_string (builder, "latest_education",
                      tj_registration_get_latest_education (registration));
  tj_json_add_date (builder, "deregistered_on", tj_registration_get_deregistered_on (registration));
  if (reason_code >= 0)
    tj_json_add_code (builder, "reason", &tj_deregistrations, reason_code);
  else
    tj_json_add_string (builder, "reason", NULL);
}

static void
add_contact (JsonBuilder *builder, gpointer entity)
{
  TjContact *contact = entity;

  tj_json_add_date (builder, "date", tj_contact_get_date (contact));
  tj_json_add_code (builder, "channel", &tj_channels, tj_contact_get_channel (contact));
  tj_json_add_code (builder, "direction", &tj_directions, tj_contact_get_direction (contact));
  tj_json_add_code (builder, "outcome", &tj_outcomes, tj_contact_get_outcome (contact));
  tj_json_add_code (builder, "occupation", &tj_occupations, tj_contact_get_occupation (contact));
  tj_json_add_string (builder, "letter_kind", tj_contact_get_letter_kind (contact));
  tj_json_add_string (builder, "note", tj_contact_get_note (contact));
}

static void
add_knowledge (JsonBuilder *builder, gpointer entity)
{
  TjKnowledge *knowledge = entity;

  tj_json_add_date (builder, "date", tj_knowledge_get_date (knowledge));
  tj_json_add_code (builder, "source", &tj_sources, tj_knowledge_get_source (knowledge));
  tj_json_add_code (builder, "occupation", &tj_occupations,
                    tj_knowledge_get_occupation (knowledge));
  tj_json_add_date (builder, "valid_until", tj_knowledge_get_valid_until (knowledge));
}

static void
add_follow_up (JsonBuilder *builder, gpointer entity)
{
  TjFollowUp *follow_up = entity;

  tj_json_add_date (builder, "due", tj_follow_up_get_due (follow_up));
  tj_json_add_string (builder, "reason", tj_follow_up_get_reason (follow_up));
  tj_json_add_date (builder, "done_on", tj_follow_up_get_done_on (follow_up));
}

static gboolean
add_list (JsonBuilder *builder,
          TjStore *store,
          gint64 youth_id,
          const char *key,
          ListFunc list,
          AddFunc add,
          GError **error)
{
  g_autoptr (GPtrArray) rows = list (store, youth_id, error);

  if (rows == NULL)
    return FALSE;
  tj_json_begin_list (builder, key);
  for (guint i = 0; i < rows->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, g_ptr_array_index (rows, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static void
add_rung (JsonBuilder *builder, const TjLadder *ladder, guint i, TjDate today)
{
  const TjRoutineStep *step = tj_ladder_step (ladder, i);
  const TjRung *rung = tj_ladder_rung (ladder, i, today);
  const TjSkip skip = tj_ladder_skip (ladder, i, today);

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "step", step->id);
  tj_json_add_string (builder, "step_label", step->label);
  tj_json_add_code (builder, "state", &tj_step_states, tj_ladder_state (ladder, i, today));
  tj_json_add_date (builder, "due", rung->due);
  tj_json_add_date (builder, "done_on", rung->done_on);
  tj_json_add_int (builder, "days_overdue", tj_ladder_days_overdue (ladder, i, today));
  tj_json_add_string (builder, "skipped", skip != TJ_SKIP_NONE ? tj_skip_word (skip) : NULL);
  json_builder_end_object (builder);
}

static void
add_ladder (JsonBuilder *builder, const TjLadder *ladder, TjDate today)
{
  const int next = ladder->track != NULL ? tj_ladder_next (ladder, today) : -1;

  tj_json_add_date (builder, "rests_until", ladder->rests_until);
  tj_json_add_string (builder, "next_step", next >= 0 ? tj_ladder_step (ladder, next)->id : NULL);
  tj_json_begin_list (builder, "ladder");
  for (guint i = 0; ladder->track != NULL && i < ladder->n_rungs; i++)
    add_rung (builder, ladder, i, today);
  json_builder_end_array (builder);
}

static void
add_person (JsonBuilder *builder, TjYouth *youth, TjProtection shown_as)
{
  const gboolean hidden = shown_as != TJ_PROTECTION_NONE;

  tj_json_add_identity (builder, tj_entity_get_id (TJ_ENTITY (youth)),
                        tj_youth_get_personal_number (youth), shown_as);
  tj_json_add_string (builder, "given_name",
                      tj_cli_given_name (tj_youth_get_given_name (youth), shown_as));
  tj_json_add_string (builder, "family_name",
                      tj_cli_family_name (tj_youth_get_family_name (youth), shown_as));
  tj_json_add_string (builder, "care_of", hidden ? NULL : tj_youth_get_care_of (youth));
  tj_json_add_string (builder, "street", hidden ? NULL : tj_youth_get_street (youth));
  tj_json_add_string (builder, "postal_code", hidden ? NULL : tj_youth_get_postal_code (youth));
  tj_json_add_string (builder, "locality", hidden ? NULL : tj_youth_get_locality (youth));
  tj_json_add_string (builder, "phone", hidden ? NULL : tj_youth_get_phone (youth));
  tj_json_add_string (builder, "email", hidden ? NULL : tj_youth_get_email (youth));
}

/* The ladder as planned; one without a track for a youth who is not registered now. */
static gboolean
load_ladder (TjStore *store, gint64 id, TjLadder *ladder, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (tj_agenda_load (store, id, ladder, &problem)
      || g_error_matches (problem, TJ_STORE_ERROR, TJ_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
add_story (TjCli *cli, JsonBuilder *builder, gint64 id, GError **error)
{
  TjStore *store = tj_context_get_store (cli->context);
  const TjDate today = tj_context_get_today (cli->context);
  TjLadder ladder = { 0 };

  if (!load_ladder (store, id, &ladder, error))
    return FALSE;
  tj_json_add_code (builder, "status", &tj_statuses, tj_status_of (&ladder, today));
  if (!add_list (builder, store, id, "registrations", tj_registrations_list, add_registration,
                 error)
      || !add_list (builder, store, id, "contacts", tj_contacts_list, add_contact, error)
      || !add_list (builder, store, id, "knowledge", tj_knowledge_list, add_knowledge, error)
      || !add_list (builder, store, id, "follow_ups", tj_follow_ups_list, add_follow_up, error))
    return FALSE;
  if (!tj_story_json_add_measures (builder, cli->context, id, error)
      || !tj_story_json_add (builder, "plans", cli->context, id, tj_plans_list, error))
    return FALSE;
  add_ladder (builder, &ladder, today);
  return TRUE;
}

static TjExit
run (TjCli *cli, GError **error)
{
  TjStore *store = tj_context_get_store (cli->context);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjYouth) youth = NULL;
  gboolean unlocked;
  gint64 id;

  if (cli->arguments == NULL || g_strv_length (cli->arguments) != 1)
    return tj_cli_usage_error (error, _ ("Give one personal number."));
  id = tj_cli_find_youth (cli, cli->arguments[0], error);
  if (id == 0 || (youth = tj_youths_load (store, id, error)) == NULL)
    return TJ_EXIT_BAD_INPUT;
  unlocked = tj_youth_is_protected (youth) && reason != NULL && *reason != '\0';
  if (!tj_audit_log (store, unlocked ? "unlock-protected" : "read", id, reason, error))
    return TJ_EXIT_FAILED;
  json_builder_begin_object (builder);
  add_person (builder, youth, unlocked ? TJ_PROTECTION_NONE : tj_youth_get_protection (youth));
  if (!add_story (cli, builder, id, error))
    return TJ_EXIT_FAILED;
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

const TjCommand tj_command_show = {
  .name = "show",
  .usage = "PNR",
  .summary = N_ ("Show one youth"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
