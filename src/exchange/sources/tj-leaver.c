/* Somebody has left school with a certificate. A degree, or what counts as one, ends the
 * responsibility (29 kap. 9 § skollagen, conditions 4 to 6): of a registered youth that is a proposal
 * to deregister. Anything less leaves the youth within it, who is registered unless older than that,
 * at school again, or deregistered since. Certificates of earlier lists stay. */

#include "config.h"

#include "tj-leaver.h"

#include "tj-certificate.h"
#include "tj-departure.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-registration-edit.h"
#include "tj-registration-repository.h"

#include <string.h>

#define ENDS_AT 20

static gboolean
is_same (gpointer fact, gpointer other)
{
  return tj_certificate_get_kind (fact) == tj_certificate_get_kind (other);
}

/**
 * tj_leaver_begin:
 *
 * Reads the certificates of the register into the #TjLeaverState of @job.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_leaver_begin (TjImportJob *job, GError **error)
{
  TjLeaverState *state = tj_import_job_get_state (job);

  state->certificates = tj_fact_list_new (job, TJ_TYPE_CERTIFICATE, is_same, error);
  return state->certificates != NULL;
}

/**
 * tj_leaver_clear_state:
 *
 * Lets go of what a #TjLeaverState holds.
 */
void
tj_leaver_clear_state (gpointer state)
{
  g_clear_pointer (&((TjLeaverState *)state)->certificates, tj_fact_list_free);
}

static gboolean
keep_certificate (const TjLeaver *leaver,
                  const TjImportRow *row,
                  TjFactList *certificates,
                  TjImportOutcome *outcome,
                  GError **error)
{
  g_autoptr (TjCertificate) certificate = tj_certificate_new (leaver->person.number->text);

  tj_certificate_set_kind (certificate, leaver->kind);
  tj_certificate_set_school (certificate, leaver->school);
  tj_certificate_set_programme (certificate, leaver->programme);
  tj_certificate_set_issued_on (certificate, leaver->issued_on);
  return tj_fact_list_take (certificates, row, certificate, outcome, error);
}

static gboolean
is_over_age (const TjLeaver *leaver, TjImportJob *job)
{
  return leaver->person.number->birth != TJ_DATE_NONE
         && tj_date_age (leaver->person.number->birth, tj_import_job_get_today (job)) >= ENDS_AT;
}

static gboolean
is_at_school (const TjLeaver *leaver, TjImportJob *job, gboolean *is, GError **error)
{
  g_autoptr (GPtrArray) enrolments = tj_facts_list (
      tj_import_job_get_store (job), TJ_TYPE_ENROLMENT, leaver->person.number->text, error);

  *is = FALSE;
  for (guint i = 0; enrolments != NULL && i < enrolments->len; i++)
    {
      TjDate ends_on = tj_enrolment_get_ends_on (enrolments->pdata[i]);

      *is |= ends_on == TJ_DATE_NONE || ends_on > tj_import_job_get_today (job);
    }
  return enrolments != NULL;
}

/* A list that lags behind does not bring back one who has been deregistered in the meantime. */
static gboolean
was_deregistered_since (const TjLeaver *leaver,
                        TjImportJob *job,
                        TjYouth *known,
                        gboolean *was,
                        GError **error)
{
  g_autoptr (GPtrArray) list
      = tj_registrations_list (tj_import_job_get_store (job), tj_entity_get_id (known), error);

  *was = FALSE;
  for (guint i = 0; list != NULL && i < list->len; i++)
    *was |= tj_registration_get_deregistered_on (list->pdata[i]) > leaver->issued_on;
  return list != NULL;
}

static gboolean
shall_register (const TjLeaver *leaver,
                TjImportJob *job,
                const TjImportRow *row,
                TjYouth *known,
                gboolean *shall,
                GError **error)
{
  gboolean at_school, was_deregistered = FALSE;

  *shall = FALSE;
  if (is_over_age (leaver, job))
    {
      tj_import_job_warn (job, row, TJ_PERSON_NUMBER, TJ_REASON_TURNED_TWENTY);
      return TRUE;
    }
  if (!is_at_school (leaver, job, &at_school, error)
      || (known != NULL && !was_deregistered_since (leaver, job, known, &was_deregistered, error)))
    return FALSE;
  if (at_school)
    tj_import_job_warn (job, row, -1, TJ_REASON_STILL_ENROLLED);
  *shall = !at_school && !was_deregistered;
  return TRUE;
}

static char *
dup_education (const TjLeaver *leaver)
{
  if (leaver->school[0] == '\0' || leaver->programme[0] == '\0')
    return g_strdup (leaver->school[0] != '\0' ? leaver->school : leaver->programme);
  return g_strdup_printf ("%s, %s", leaver->school, leaver->programme);
}

/* An open registration keeps its day; what is known of it already stays too. */
static void
gather_facts (const TjLeaver *leaver,
              TjImportJob *job,
              TjRegistration *open,
              TjRegistrationFacts *facts)
{
  TjDate today = tj_import_job_get_today (job);

  facts->background = leaver->kind == TJ_CERTIFICATE_INTYG ? TJ_BACKGROUND_INTRODUCTION
                                                           : TJ_BACKGROUND_STUDIEBEVIS;
  if (open != NULL)
    {
      gboolean has = tj_registration_get_latest_education (open)[0] != '\0';

      facts->education = has ? g_strdup ("") : dup_education (leaver);
      return;
    }
  facts->registered_on
      = leaver->issued_on != TJ_DATE_NONE ? MIN (leaver->issued_on, today) : TJ_DATE_NONE;
  facts->education = dup_education (leaver);
}

static gboolean
save (const TjLeaver *leaver,
      TjYouthEdit *edit,
      TjRegistrationEdit *registration,
      TjImportOutcome *outcome,
      GError **error)
{
  if (registration->open == NULL)
    outcome->result = TJ_IMPORT_NEW;
  else if (outcome->result == TJ_IMPORT_UNCHANGED
           && (tj_registration_edit_is_changed (registration) || tj_youth_edit_is_changed (edit)))
    outcome->result = TJ_IMPORT_CHANGED;
  return tj_youth_edit_save (edit, &outcome->youth_id, error)
         && tj_registration_edit_save (registration, outcome->youth_id, error);
}

static gboolean
register_youth (const TjLeaver *leaver,
                TjImportJob *job,
                const TjImportRow *row,
                TjYouth *known,
                TjImportOutcome *outcome,
                GError **error)
{
  g_auto (TjYouthEdit) edit = { 0 };
  g_auto (TjRegistrationEdit) registration = { 0 };
  TjRegistration *open
      = known != NULL ? tj_import_job_find_open (job, tj_entity_get_id (known)) : NULL;

  gather_facts (leaver, job, open, &registration.facts);
  if (!tj_registration_edit_plan (&registration, job, row, known, error))
    return FALSE;
  if (registration.problem != TJ_REASON_NONE)
    {
      tj_import_job_warn (job, row, -1, registration.problem);
      return TRUE;
    }
  tj_youth_edit_begin (&edit, job, row, known);
  if (known == NULL)
    tj_youth_set_personal_number (edit.youth, leaver->person.number->text);
  tj_import_person_set (&leaver->person, &edit, TJ_PERSON_N_FIELDS);
  return save (leaver, &edit, &registration, outcome, error);
}

static gboolean
propose_to_end (const TjLeaver *leaver, TjImportJob *job, TjYouth *known, GError **error)
{
  TjProposalGround ground = {
    .kind = TJ_PROPOSAL_DEREGISTER,
    .reason = TJ_DEREGISTRATION_COMPLETED,
    .basis = TJ_BASIS_CERTIFICATES,
  };

  if (known == NULL || tj_import_job_find_open (job, tj_entity_get_id (known)) == NULL)
    return TRUE;
  ground.date = tj_departure_clamp_date (job, known, leaver->issued_on);
  return tj_proposal_book_propose (tj_import_job_get_proposals (job), tj_entity_get_id (known),
                                   &ground, error);
}

static gboolean
act (const TjLeaver *leaver,
     TjImportJob *job,
     const TjImportRow *row,
     TjYouth *known,
     TjImportOutcome *outcome,
     GError **error)
{
  gboolean is_open
      = known != NULL && tj_import_job_find_open (job, tj_entity_get_id (known)) != NULL;
  gboolean shall = is_open;

  if (leaver->kind <= TJ_CERTIFICATE_EQUIVALENT)
    return propose_to_end (leaver, job, known, error);
  if (!is_open && !shall_register (leaver, job, row, known, &shall, error))
    return FALSE;
  return !shall || register_youth (leaver, job, row, known, outcome, error);
}

/**
 * tj_leaver_take:
 * @job: its state is a #TjLeaverState
 * @outcome: filled in
 *
 * Brings one who left school into the register.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_leaver_take (const TjLeaver *leaver,
                TjImportJob *job,
                const TjImportRow *row,
                TjImportOutcome *outcome,
                GError **error)
{
  const TjLeaverState *state = tj_import_job_get_state (job);
  const TjImportPerson *person = &leaver->person;
  TjYouth *known = tj_import_job_find_youth (job, person->number->text);
  TjImportReason obstacle = TJ_REASON_NONE;

  if (known != NULL && tj_import_person_is_somebody_else (person, known))
    obstacle = TJ_REASON_OTHER_NAME;
  else if (known == NULL && !tj_import_person_has_names (person)
           && person->protection == TJ_PROTECTION_NONE && leaver->kind > TJ_CERTIFICATE_EQUIVALENT)
    obstacle = TJ_REASON_NAME_MISSING;
  else if (known != NULL && !tj_import_job_claim_youth (job, known))
    obstacle = TJ_REASON_DUPLICATE;
  if (obstacle != TJ_REASON_NONE)
    {
      tj_import_job_reject (job, row, TJ_PERSON_NUMBER, obstacle, outcome);
      return TRUE;
    }
  outcome->youth_id = known != NULL ? tj_entity_get_id (known) : 0;
  return keep_certificate (leaver, row, state->certificates, outcome, error)
         && act (leaver, job, row, known, outcome, error);
}
