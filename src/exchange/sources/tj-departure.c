/* Why a registered youth no longer stands on a list: what the other lists say, the surest first. When
 * none of them knows, IST has most likely placed the youth at a school; that is proposed too, but
 * said to rest on nothing but the absence. */

#include "config.h"

#include "tj-departure.h"

#include "tj-adult-study.h"
#include "tj-certificate.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-invoice-line.h"
#include "tj-resident.h"

#define ENDS_AT 20

/* An invoice says that somebody attends for so many months after the one it is for. */
#define INVOICE_HOLDS 2

typedef struct
{
  TjImportJob *job;
  TjYouth *youth;
  TjProposalGround *ground;
} Search;

/**
 * tj_programme_is_introduction:
 *
 * Returns: whether the code is one of an introduction programme: IMA, IMV, IMS, IMY
 */
gboolean
tj_programme_is_introduction (const char *programme)
{
  return g_ascii_strncasecmp (programme, "IM", 2) == 0;
}

/**
 * tj_departure_clamp_date:
 * @date: when the ground came to be, or none
 *
 * Returns: the day that a deregistration would count from: @date when it lies within the open
 *   registration, else the nearest day that does; today when there is none
 */
TjDate
tj_departure_clamp_date (TjImportJob *job, TjYouth *youth, TjDate date)
{
  TjRegistration *open = tj_import_job_find_open (job, tj_entity_get_id (youth));
  TjDate today = tj_import_job_get_today (job);

  if (date == TJ_DATE_NONE || date > today)
    return today;
  return open != NULL ? MAX (date, tj_registration_get_registered_on (open)) : date;
}

static gboolean
found (Search *search, TjDeregistration reason, TjBasis basis, TjDate date)
{
  *search->ground
      = (TjProposalGround){ .kind = TJ_PROPOSAL_DEREGISTER,
                            .reason = reason,
                            .basis = basis,
                            .date = tj_departure_clamp_date (search->job, search->youth, date) };
  return TRUE;
}

static TjDeregistration
reason_for_programme (const char *programme)
{
  return tj_programme_is_introduction (programme) ? TJ_DEREGISTRATION_INTRODUCTION
                                                  : TJ_DEREGISTRATION_NATIONAL_PROGRAMME;
}

static gboolean
has_turned_twenty (Search *search)
{
  TjDate birth = tj_youth_get_birth (search->youth);

  return birth != TJ_DATE_NONE
         && tj_date_age (birth, tj_import_job_get_today (search->job)) >= ENDS_AT
         && found (search, TJ_DEREGISTRATION_TWENTY, TJ_BASIS_NUMBER,
                   tj_date_birthday (birth, ENDS_AT));
}

static gboolean
judge_resident (Search *search, TjResident *resident)
{
  TjDate moved_out = tj_resident_get_moved_out (resident);

  return moved_out != TJ_DATE_NONE
         && found (search, TJ_DEREGISTRATION_MOVED, TJ_BASIS_POPULATION, moved_out);
}

static gboolean
judge_enrolment (Search *search, TjEnrolment *enrolment)
{
  TjDate ends_on = tj_enrolment_get_ends_on (enrolment);

  if (ends_on == TJ_DATE_NONE || ends_on > tj_import_job_get_today (search->job))
    return found (search, reason_for_programme (tj_enrolment_get_programme (enrolment)),
                  TJ_BASIS_ENROLMENTS, tj_enrolment_get_starts_on (enrolment));
  return (tj_enrolment_get_end_reason (enrolment) == TJ_ENROLMENT_END_DEGREE
          || tj_enrolment_get_end_reason (enrolment) == TJ_ENROLMENT_END_SPECIAL_CERTIFICATE)
         && found (search, TJ_DEREGISTRATION_COMPLETED, TJ_BASIS_ENROLMENTS, ends_on);
}

static gboolean
judge_certificate (Search *search, TjCertificate *certificate)
{
  return tj_certificate_get_kind (certificate) <= TJ_CERTIFICATE_EQUIVALENT
         && found (search, TJ_DEREGISTRATION_COMPLETED, TJ_BASIS_CERTIFICATES,
                   tj_certificate_get_issued_on (certificate));
}

static gboolean
judge_study (Search *search, TjAdultStudy *study)
{
  return tj_adult_study_get_level (study) == TJ_STUDY_LEVEL_UPPER_SECONDARY
         && tj_adult_study_get_state (study) == TJ_STUDY_STATE_ONGOING
         && found (search, TJ_DEREGISTRATION_NATIONAL_PROGRAMME, TJ_BASIS_VUX,
                   tj_adult_study_get_starts_on (study));
}

static gboolean
judge_invoice (Search *search, TjInvoiceLine *line)
{
  TjDate month = tj_invoice_line_get_month (line);

  return tj_date_add_months (month, INVOICE_HOLDS + 1) > tj_import_job_get_today (search->job)
         && found (search, reason_for_programme (tj_invoice_line_get_programme (line)),
                   TJ_BASIS_INVOICES, month);
}

static gboolean
judge (Search *search, gpointer fact)
{
  if (TJ_IS_RESIDENT (fact))
    return judge_resident (search, fact);
  if (TJ_IS_ENROLMENT (fact))
    return judge_enrolment (search, fact);
  if (TJ_IS_CERTIFICATE (fact))
    return judge_certificate (search, fact);
  if (TJ_IS_ADULT_STUDY (fact))
    return judge_study (search, fact);
  return judge_invoice (search, fact);
}

static gboolean
search_facts (Search *search, gboolean *is_found, GError **error)
{
  const GType types[] = { TJ_TYPE_RESIDENT, TJ_TYPE_CERTIFICATE, TJ_TYPE_ENROLMENT,
                          TJ_TYPE_ADULT_STUDY, TJ_TYPE_INVOICE_LINE };

  for (gsize i = 0; i < G_N_ELEMENTS (types) && !*is_found; i++)
    {
      g_autoptr (GPtrArray) facts = tj_facts_list_of_youth (
          tj_import_job_get_store (search->job), types[i], tj_entity_get_id (search->youth), error);

      if (facts == NULL)
        return FALSE;
      for (guint k = facts->len; k > 0 && !*is_found; k--)
        *is_found = judge (search, facts->pdata[k - 1]);
    }
  return TRUE;
}

/**
 * tj_departure_find_ground:
 * @ground: (out): a proposal to deregister with the likeliest reason
 *
 * Looks for the reason why @youth has left a list.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_departure_find_ground (TjImportJob *job,
                          TjYouth *youth,
                          TjProposalGround *ground,
                          GError **error)
{
  Search search = { job, youth, ground };
  gboolean is_found = has_turned_twenty (&search);

  if (!is_found && !search_facts (&search, &is_found, error))
    return FALSE;
  return is_found
         || found (&search, TJ_DEREGISTRATION_NATIONAL_PROGRAMME, TJ_BASIS_ABSENCE, TJ_DATE_NONE);
}
