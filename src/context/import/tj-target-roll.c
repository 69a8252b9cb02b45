/* Gathers what the register and its lists say of each person, for the rules of the target group to
 * judge. Everything is read once, in the order of the tables, and hung on the person by number; an
 * earlier number leads to the same person. */

#include "config.h"

#include "tj-target-roll.h"

#include <string.h>

#include "tj-adult-study.h"
#include "tj-certificate.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-import-repository.h"
#include "tj-invoice-line.h"
#include "tj-registration-repository.h"
#include "tj-resident.h"
#include "tj-youth-repository.h"

/* A fact and whose it is, before they are sorted. */
typedef struct
{
  guint member;
  TjTargetEnrolment enrolment;
} OwnedEnrolment;

typedef struct
{
  guint member;
  TjTargetInvoice invoice;
} OwnedInvoice;

struct _TjTargetRoll
{
  TjStore *store; /* borrowed */
  GStringChunk *strings;
  GArray *members;
  GHashTable *by_number; /* text of `strings` → place + 1 */
  GHashTable *by_youth;  /* youth id → place + 1 */
  GArray *owned_enrolments;
  GArray *owned_invoices;
  TjTargetEnrolment *enrolments;
  TjTargetInvoice *invoices;
  TjDate population_on; /* when its list last came */
  TjTargetSources sources;
};

static TjTargetMember *
member_at (TjTargetRoll *self, guint place)
{
  return &g_array_index (self->members, TjTargetMember, place - 1);
}

static TjTargetMember *
find_by_number (TjTargetRoll *self, const char *number)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, number));

  return place != 0 ? member_at (self, place) : NULL;
}

static TjTargetMember *
find_by_youth (TjTargetRoll *self, gint64 youth_id)
{
  guint place
      = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_youth, GSIZE_TO_POINTER ((gsize)youth_id)));

  return place != 0 ? member_at (self, place) : NULL;
}

static TjTargetMember *
add_member (TjTargetRoll *self, const char *number)
{
  TjTargetMember member = { .given_name = "", .family_name = "" };
  TjPersonalNumber parsed;

  member.personal_number = g_string_chunk_insert (self->strings, number);
  if (tj_personal_number_parse (number, self->sources.today, &parsed) == TJ_NUMBER_OK)
    member.facts.birth = parsed.birth;
  g_array_append_val (self->members, member);
  g_hash_table_insert (self->by_number, (gpointer)member.personal_number,
                       GUINT_TO_POINTER (self->members->len));
  return member_at (self, self->members->len);
}

static gboolean
take_youth (TjYouth *youth, gpointer user_data)
{
  TjTargetRoll *self = user_data;
  TjTargetMember *member = add_member (self, tj_youth_get_personal_number (youth));

  member->youth_id = tj_entity_get_id (youth);
  member->facts.birth = tj_youth_get_birth (youth);
  member->is_protected = tj_youth_is_protected (youth);
  member->given_name = g_string_chunk_insert (self->strings, tj_youth_get_given_name (youth));
  member->family_name = g_string_chunk_insert (self->strings, tj_youth_get_family_name (youth));
  g_hash_table_insert (self->by_youth, GSIZE_TO_POINTER ((gsize)member->youth_id),
                       GUINT_TO_POINTER (self->members->len));
  return TRUE;
}

static gboolean
take_earlier_number (const char *number, gint64 youth_id, gpointer user_data)
{
  TjTargetRoll *self = user_data;
  gpointer place = g_hash_table_lookup (self->by_youth, GSIZE_TO_POINTER ((gsize)youth_id));

  if (place != NULL && !g_hash_table_contains (self->by_number, number))
    g_hash_table_insert (self->by_number, g_string_chunk_insert (self->strings, number), place);
  return TRUE;
}

static gboolean
take_registration (TjRegistration *registration, gpointer user_data)
{
  TjTargetMember *member = find_by_youth (user_data, tj_registration_get_youth_id (registration));

  if (member == NULL)
    return TRUE;
  member->is_concerned = member->facts.is_registered = TRUE;
  member->registered_on = tj_registration_get_registered_on (registration);
  return TRUE;
}

/* What there is to know of runs: the latest list of IST, and when the population last came. */
typedef struct
{
  gint64 ist_run;
  TjDate population_on;
} Runs;

static gboolean
take_run (const TjImportRun *run, gpointer user_data)
{
  Runs *runs = user_data;

  if (runs->ist_run == 0 && strcmp (run->source, "ist") == 0)
    runs->ist_run = run->id;
  if (runs->population_on == TJ_DATE_NONE && strcmp (run->source, "population") == 0)
    runs->population_on = run->date;
  return TRUE;
}

static gboolean
take_listed (guint row, const char *result, gint64 youth_id, gpointer user_data)
{
  TjTargetMember *member = find_by_youth (user_data, youth_id);

  if (member != NULL && strcmp (result, "gone") != 0)
    member->is_concerned = member->facts.in_ist = TRUE;
  return TRUE;
}

static gboolean
take_resident (gpointer fact, gpointer user_data)
{
  TjTargetRoll *self = user_data;
  TjTargetMember *member = find_by_number (self, tj_fact_get_number (fact));
  TjDate moved_out = tj_resident_get_moved_out (fact);

  if (member == NULL)
    {
      member = add_member (self, tj_fact_get_number (fact));
      member->given_name = g_string_chunk_insert (self->strings, tj_resident_get_given_name (fact));
      member->family_name
          = g_string_chunk_insert (self->strings, tj_resident_get_family_name (fact));
    }
  member->is_concerned = TRUE;
  member->is_protected |= tj_resident_get_protection (fact) != TJ_PROTECTION_NONE;
  member->facts.moved_in = tj_resident_get_moved_in (fact);
  member->facts.lives_here = moved_out != TJ_DATE_NONE && moved_out <= self->sources.today
                                 ? TJ_ANSWER_NO
                                 : TJ_ANSWER_YES;
  return TRUE;
}

/* Somebody with protected registration belongs to where they stay, whatever the list says; one who
 * was registered after the list was made cannot be on it yet. */
static void
judge_residence (TjTargetRoll *self)
{
  for (guint place = 1; place <= self->members->len; place++)
    {
      TjTargetMember *member = member_at (self, place);

      if (member->is_protected)
        member->facts.lives_here = TJ_ANSWER_YES;
      else if (member->facts.lives_here == TJ_ANSWER_UNKNOWN && self->population_on != TJ_DATE_NONE
               && member->registered_on <= self->population_on)
        member->facts.lives_here = TJ_ANSWER_NO;
    }
}

static const char *
keep (TjTargetRoll *self, const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

static void
note_area (TjTargetRoll *self, const char *name)
{
  if (name[0] != '\0')
    g_hash_table_add (self->sources.in_area, (gpointer)keep (self, name));
}

static gboolean
take_enrolment (gpointer fact, gpointer user_data)
{
  TjTargetRoll *self = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, tj_fact_get_number (fact)));
  OwnedEnrolment owned = {
    .member = place,
    .enrolment = {
      .school = keep (self, tj_enrolment_get_school (fact)),
      .organiser = keep (self, tj_enrolment_get_organiser (fact)),
      .starts_on = tj_enrolment_get_starts_on (fact),
      .ends_on = tj_enrolment_get_ends_on (fact),
      .end_reason = tj_enrolment_get_end_reason (fact),
      .in_area = (TjAnswer)tj_enrolment_get_in_area (fact),
    },
  };

  self->sources.has_enrolments = TRUE;
  if (owned.enrolment.in_area == TJ_ANSWER_YES)
    {
      note_area (self, owned.enrolment.school);
      note_area (self, owned.enrolment.organiser);
    }
  if (place != 0)
    g_array_append_val (self->owned_enrolments, owned);
  return TRUE;
}

static gboolean
take_invoice (gpointer fact, gpointer user_data)
{
  TjTargetRoll *self = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, tj_fact_get_number (fact)));
  OwnedInvoice owned = {
    .member = place,
    .invoice = {
      .school = keep (self, tj_invoice_line_get_school (fact)),
      .organiser = keep (self, tj_invoice_line_get_organiser (fact)),
      .month = tj_invoice_line_get_month (fact),
    },
  };

  if (place != 0 && tj_invoice_line_get_amount_ore (fact) > 0)
    g_array_append_val (self->owned_invoices, owned);
  return TRUE;
}

static gboolean
take_certificate (gpointer fact, gpointer user_data)
{
  TjTargetMember *member = find_by_number (user_data, tj_fact_get_number (fact));

  if (member != NULL)
    member->facts.certificates |= 1u << tj_certificate_get_kind (fact);
  return TRUE;
}

static gboolean
take_study (gpointer fact, gpointer user_data)
{
  TjTargetRoll *self = user_data;
  TjTargetMember *member = find_by_number (self, tj_fact_get_number (fact));
  TjDate ends_on = tj_adult_study_get_ends_on (fact);

  if (member != NULL && tj_adult_study_get_level (fact) == TJ_STUDY_LEVEL_UPPER_SECONDARY
      && tj_adult_study_get_state (fact) == TJ_STUDY_STATE_ONGOING
      && (ends_on == TJ_DATE_NONE || ends_on >= self->sources.today))
    member->facts.studies_at_vux = TRUE;
  return TRUE;
}

static gint
compare_enrolments (gconstpointer a, gconstpointer b)
{
  const OwnedEnrolment *x = a, *y = b;

  if (x->member != y->member)
    return x->member < y->member ? -1 : 1;
  return (x->enrolment.starts_on > y->enrolment.starts_on)
         - (x->enrolment.starts_on < y->enrolment.starts_on);
}

static gint
compare_invoices (gconstpointer a, gconstpointer b)
{
  const OwnedInvoice *x = a, *y = b;

  if (x->member != y->member)
    return x->member < y->member ? -1 : 1;
  return (x->invoice.month > y->invoice.month) - (x->invoice.month < y->invoice.month);
}

static void
hang_enrolments (TjTargetRoll *self)
{
  guint n = self->owned_enrolments->len;

  g_array_sort (self->owned_enrolments, compare_enrolments);
  self->enrolments = g_new (TjTargetEnrolment, n);
  for (guint i = 0; i < n; i++)
    {
      const OwnedEnrolment *owned = &g_array_index (self->owned_enrolments, OwnedEnrolment, i);
      TjTargetMember *member = member_at (self, owned->member);

      self->enrolments[i] = owned->enrolment;
      if (member->facts.n_enrolments++ == 0)
        member->facts.enrolments = &self->enrolments[i];
    }
}

static void
hang_invoices (TjTargetRoll *self)
{
  guint n = self->owned_invoices->len;

  g_array_sort (self->owned_invoices, compare_invoices);
  self->invoices = g_new (TjTargetInvoice, n);
  for (guint i = 0; i < n; i++)
    {
      const OwnedInvoice *owned = &g_array_index (self->owned_invoices, OwnedInvoice, i);
      TjTargetMember *member = member_at (self, owned->member);

      self->invoices[i] = owned->invoice;
      if (member->facts.n_invoices++ == 0)
        member->facts.invoices = &self->invoices[i];
    }
}

static gboolean
take_people (TjTargetRoll *self, GError **error)
{
  Runs runs = { 0 };

  if (!tj_youths_foreach (self->store, take_youth, self, error)
      || !tj_youths_foreach_earlier_number (self->store, take_earlier_number, self, error)
      || !tj_registrations_foreach_open (self->store, take_registration, self, error)
      || !tj_imports_foreach (self->store, take_run, &runs, error)
      || !tj_imports_foreach_row (self->store, runs.ist_run, take_listed, self, error)
      || !tj_facts_foreach (self->store, TJ_TYPE_RESIDENT, take_resident, self, error))
    return FALSE;
  self->population_on = runs.population_on;
  judge_residence (self);
  return TRUE;
}

static gboolean
take_facts (TjTargetRoll *self, GError **error)
{
  if (!tj_facts_foreach (self->store, TJ_TYPE_ENROLMENT, take_enrolment, self, error)
      || !tj_facts_foreach (self->store, TJ_TYPE_INVOICE_LINE, take_invoice, self, error)
      || !tj_facts_foreach (self->store, TJ_TYPE_CERTIFICATE, take_certificate, self, error)
      || !tj_facts_foreach (self->store, TJ_TYPE_ADULT_STUDY, take_study, self, error))
    return FALSE;
  hang_enrolments (self);
  hang_invoices (self);
  return TRUE;
}

/**
 * tj_target_roll_new: reads the register and its lists. Returns a new roll; NULL with `error` set.
 */
TjTargetRoll *
tj_target_roll_new (TjContext *context, GError **error)
{
  g_autoptr (TjTargetRoll) self = g_new0 (TjTargetRoll, 1);

  self->store = tj_context_get_store (context);
  self->strings = g_string_chunk_new (65536);
  self->members = g_array_new (FALSE, FALSE, sizeof (TjTargetMember));
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_youth = g_hash_table_new (NULL, NULL);
  self->owned_enrolments = g_array_new (FALSE, FALSE, sizeof (OwnedEnrolment));
  self->owned_invoices = g_array_new (FALSE, FALSE, sizeof (OwnedInvoice));
  self->sources.today = tj_context_get_today (context);
  self->sources.in_area = g_hash_table_new (g_str_hash, g_str_equal);
  if (!take_people (self, error) || !take_facts (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tj_target_roll_free: frees the roll and the texts of its members.
 */
void
tj_target_roll_free (TjTargetRoll *self)
{
  g_hash_table_unref (self->sources.in_area);
  g_free (self->enrolments);
  g_free (self->invoices);
  g_array_unref (self->owned_enrolments);
  g_array_unref (self->owned_invoices);
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_youth);
  g_array_unref (self->members);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * tj_target_roll_get_length: how many people it has, those not concerned among them.
 */
guint
tj_target_roll_get_length (TjTargetRoll *self)
{
  return self->members->len;
}

/**
 * tj_target_roll_get_member: one of them, owned by the roll.
 */
const TjTargetMember *
tj_target_roll_get_member (TjTargetRoll *self, guint index)
{
  g_return_val_if_fail (index < self->members->len, NULL);
  return &g_array_index (self->members, TjTargetMember, index);
}

/**
 * tj_target_roll_get_sources: what there is to judge by.
 */
const TjTargetSources *
tj_target_roll_get_sources (TjTargetRoll *self)
{
  return &self->sources;
}
