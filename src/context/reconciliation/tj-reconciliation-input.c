/* What a month's reconciliation looks at: enrolments, invoice lines, adult studies, the open
 * registrations and the target group, brought together by personal number. Everything is sorted by
 * number once, so that each person's part is one stretch of an array. */

#include "config.h"

#include "tj-reconciliation-input.h"

#include <string.h>

#include "tj-adult-study.h"
#include "tj-agenda.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-ike-rules.h"
#include "tj-invoice-line.h"
#include "tj-reconciliation-repository.h"
#include "tj-resident.h"
#include "tj-target-roll.h"

/* An enrolment of last month, for those who have changed. */
typedef struct
{
  char *school;
  char *programme;
  TjIkeEnrolment enrolment;
} Before;

struct _TjReconciliationInput
{
  TjIkeRulesSetting *rules;
  GPtrArray *enrolment_facts; /* TjEnrolment, by number and start */
  GPtrArray *line_facts;      /* TjInvoiceLine of the month, by number */
  GArray *enrolments;         /* TjIkeEnrolment, in the order of the facts */
  GArray *lines;              /* TjIkeLine, likewise */
  GArray *pupils;             /* TjIkePupil, by number */
  GHashTable *names;          /* number → TjPupilName */
  GHashTable *listed;         /* numbers */
  GHashTable *adults;         /* numbers */
  GHashTable *targeted;       /* numbers */
  GHashTable *befores;        /* number → Before */
  GStringChunk *texts;
  TjDate month;
};

static void
before_free (gpointer data)
{
  Before *before = data;

  g_free (before->school);
  g_free (before->programme);
  g_free (before);
}

/**
 * tj_reconciliation_input_free: frees what tj_reconciliation_input_load() made.
 */
void
tj_reconciliation_input_free (TjReconciliationInput *self)
{
  tj_ike_rules_setting_free (self->rules);
  g_ptr_array_unref (self->enrolment_facts);
  g_ptr_array_unref (self->line_facts);
  g_array_unref (self->enrolments);
  g_array_unref (self->lines);
  g_array_unref (self->pupils);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->listed);
  g_hash_table_unref (self->adults);
  g_hash_table_unref (self->targeted);
  g_hash_table_unref (self->befores);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* The first list that has a name gives it, and any that protects the person takes it away. */
static void
take_name (TjReconciliationInput *self,
           const char *number,
           const char *given_name,
           const char *family_name,
           TjProtection protection)
{
  TjPupilName *name = g_hash_table_lookup (self->names, number);

  if (name == NULL)
    {
      name = g_new0 (TjPupilName, 1);
      name->given_name = name->family_name = "";
      g_hash_table_insert (self->names, g_string_chunk_insert_const (self->texts, number), name);
    }
  if (*name->given_name == '\0' && *name->family_name == '\0')
    {
      name->given_name = g_string_chunk_insert_const (self->texts, given_name);
      name->family_name = g_string_chunk_insert_const (self->texts, family_name);
    }
  if (protection != TJ_PROTECTION_NONE)
    name->protection = protection;
  if (name->protection != TJ_PROTECTION_NONE)
    name->given_name = name->family_name = "";
}

static gboolean
take_enrolment (gpointer fact, gpointer user_data)
{
  TjReconciliationInput *self = user_data;

  g_ptr_array_add (self->enrolment_facts, g_object_ref (fact));
  take_name (self, tj_enrolment_get_personal_number (fact), tj_enrolment_get_given_name (fact),
             tj_enrolment_get_family_name (fact), (TjProtection)tj_enrolment_get_protection (fact));
  return TRUE;
}

static gboolean
take_line (gpointer fact, gpointer user_data)
{
  TjReconciliationInput *self = user_data;

  if (tj_invoice_line_get_month (fact) != self->month)
    return TRUE;
  g_ptr_array_add (self->line_facts, g_object_ref (fact));
  take_name (self, tj_invoice_line_get_personal_number (fact),
             tj_invoice_line_get_given_name (fact), tj_invoice_line_get_family_name (fact),
             TJ_PROTECTION_NONE);
  return TRUE;
}

static gboolean
take_adult_study (gpointer fact, gpointer user_data)
{
  TjReconciliationInput *self = user_data;
  const char *number = tj_adult_study_get_personal_number (fact);

  if (tj_adult_study_get_level (fact) == TJ_STUDY_LEVEL_UPPER_SECONDARY
      && tj_adult_study_get_state (fact) == TJ_STUDY_STATE_ONGOING)
    g_hash_table_add (self->adults, g_string_chunk_insert_const (self->texts, number));
  take_name (self, number, tj_adult_study_get_given_name (fact),
             tj_adult_study_get_family_name (fact),
             (TjProtection)tj_adult_study_get_protection (fact));
  return TRUE;
}

static gboolean
take_resident (gpointer fact, gpointer user_data)
{
  TjReconciliationInput *self = user_data;

  take_name (self, tj_resident_get_personal_number (fact), tj_resident_get_given_name (fact),
             tj_resident_get_family_name (fact), (TjProtection)tj_resident_get_protection (fact));
  return TRUE;
}

static gboolean
take_listed (TjReconciliationInput *self, TjContext *context, GError **error)
{
  g_autoptr (TjAgendaList) list
      = tj_agenda_list (tj_context_get_store (context), -1, tj_context_get_today (context), error);

  for (gsize i = 0; list != NULL && i < tj_agenda_list_get_length (list); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (list, i);

      take_name (self, row->personal_number, row->given_name, row->family_name,
                 (TjProtection)row->protection);
      if (row->status != TJ_STATUS_CLOSED)
        g_hash_table_add (self->listed,
                          g_string_chunk_insert_const (self->texts, row->personal_number));
    }
  return list != NULL;
}

static void
take_before (const char *number, const char *school, const char *programme, gpointer user_data)
{
  TjReconciliationInput *self = user_data;
  Before *before = g_new0 (Before, 1);

  before->school = g_strdup (school);
  before->programme = g_strdup (programme);
  before->enrolment.school = before->school;
  before->enrolment.programme = before->programme;
  g_hash_table_replace (self->befores, g_string_chunk_insert_const (self->texts, number), before);
}

static gboolean
take_target_group (TjReconciliationInput *self, TjContext *context, GError **error)
{
  g_autoptr (TjTargetRoll) roll = tj_target_roll_new (context, error);

  for (guint i = 0; roll != NULL && i < tj_target_roll_get_length (roll); i++)
    {
      const TjTargetMember *member = tj_target_roll_get_member (roll, i);
      TjTargetResult result;

      tj_target_group_judge (&member->facts, tj_target_roll_get_sources (roll), &result);
      if (member->is_concerned && result.in_target_group)
        g_hash_table_add (self->targeted,
                          g_string_chunk_insert_const (self->texts, member->personal_number));
    }
  return roll != NULL;
}

static gboolean
take_all (TjReconciliationInput *self, TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  TjDate last_month = tj_date_add_months (self->month, -1);

  return take_listed (self, context, error)
         && tj_facts_foreach (store, TJ_TYPE_RESIDENT, take_resident, self, error)
         && tj_facts_foreach (store, TJ_TYPE_ENROLMENT, take_enrolment, self, error)
         && tj_facts_foreach (store, TJ_TYPE_INVOICE_LINE, take_line, self, error)
         && tj_facts_foreach (store, TJ_TYPE_ADULT_STUDY, take_adult_study, self, error)
         && tj_enrolments_before_foreach (store, last_month, take_before, self, error)
         && take_target_group (self, context, error);
}

static int
compare_enrolments (gconstpointer a, gconstpointer b)
{
  TjEnrolment *one = *(TjEnrolment *const *)a;
  TjEnrolment *other = *(TjEnrolment *const *)b;
  int order
      = strcmp (tj_enrolment_get_personal_number (one), tj_enrolment_get_personal_number (other));
  TjDate starts_on = tj_enrolment_get_starts_on (one);
  TjDate other_starts_on = tj_enrolment_get_starts_on (other);

  return order != 0 ? order : (starts_on > other_starts_on) - (starts_on < other_starts_on);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  TjInvoiceLine *one = *(TjInvoiceLine *const *)a;
  TjInvoiceLine *other = *(TjInvoiceLine *const *)b;
  int order = strcmp (tj_invoice_line_get_personal_number (one),
                      tj_invoice_line_get_personal_number (other));
  gint64 id = tj_entity_get_id (one);
  gint64 other_id = tj_entity_get_id (other);

  return order != 0 ? order : (id > other_id) - (id < other_id);
}

static void
add_enrolment (GArray *enrolments, TjEnrolment *fact)
{
  TjIkeEnrolment enrolment
      = { .school = tj_enrolment_get_school (fact),
          .organiser = tj_enrolment_get_organiser (fact),
          .programme = tj_enrolment_get_programme (fact),
          .orientation = tj_enrolment_get_orientation (fact),
          .year = (int)tj_enrolment_get_year (fact),
          .starts_on = tj_enrolment_get_starts_on (fact),
          .ends_on = tj_enrolment_get_ends_on (fact),
          .ends_in_break = tj_enrolment_get_end_reason (fact) == TJ_ENROLMENT_END_BREAK,
          .in_area = tj_enrolment_get_in_area (fact) != TJ_ANSWER_NO,
          .is_reduced = tj_enrolment_get_reduced (fact) == TJ_ANSWER_YES,
          .is_prolonged = tj_enrolment_get_prolonged (fact) == TJ_ANSWER_YES,
          .has_agreement = tj_enrolment_get_agreement (fact) == TJ_ANSWER_YES };

  g_array_append_val (enrolments, enrolment);
}

static void
add_line (GArray *lines, TjInvoiceLine *fact)
{
  TjIkeLine line = { .school = tj_invoice_line_get_school (fact),
                     .organiser = tj_invoice_line_get_organiser (fact),
                     .programme = tj_invoice_line_get_programme (fact),
                     .orientation = tj_invoice_line_get_orientation (fact),
                     .amount_ore = tj_invoice_line_get_amount_ore (fact) };

  g_array_append_val (lines, line);
}

static void
sort_facts (TjReconciliationInput *self)
{
  g_ptr_array_sort (self->enrolment_facts, compare_enrolments);
  g_ptr_array_sort (self->line_facts, compare_lines);
  for (guint i = 0; i < self->enrolment_facts->len; i++)
    add_enrolment (self->enrolments, self->enrolment_facts->pdata[i]);
  for (guint i = 0; i < self->line_facts->len; i++)
    add_line (self->lines, self->line_facts->pdata[i]);
}

static guint
count_enrolments (TjReconciliationInput *self, guint first, const char *number)
{
  guint i = first;

  while (
      i < self->enrolment_facts->len
      && g_str_equal (tj_enrolment_get_personal_number (self->enrolment_facts->pdata[i]), number))
    i++;
  return i - first;
}

static guint
count_lines (TjReconciliationInput *self, guint first, const char *number)
{
  guint i = first;

  while (i < self->line_facts->len
         && g_str_equal (tj_invoice_line_get_personal_number (self->line_facts->pdata[i]), number))
    i++;
  return i - first;
}

static void
make_pupils (TjReconciliationInput *self)
{
  g_autoptr (GList) numbers
      = g_list_sort (g_hash_table_get_keys (self->names), (GCompareFunc)strcmp);
  guint enrolment = 0;
  guint line = 0;

  for (GList *link = numbers; link != NULL; link = link->next)
    {
      const char *number = link->data;
      const Before *before = g_hash_table_lookup (self->befores, number);
      TjIkePupil pupil
          = { .personal_number = number,
              .is_listed = g_hash_table_contains (self->listed, number),
              .is_at_vux = g_hash_table_contains (self->adults, number),
              .in_target_group = g_hash_table_contains (self->targeted, number),
              .before = before != NULL ? &before->enrolment : NULL,
              .enrolments = &g_array_index (self->enrolments, TjIkeEnrolment, enrolment),
              .n_enrolments = count_enrolments (self, enrolment, number),
              .lines = &g_array_index (self->lines, TjIkeLine, line),
              .n_lines = count_lines (self, line, number) };

      enrolment += pupil.n_enrolments;
      line += pupil.n_lines;
      g_array_append_val (self->pupils, pupil);
    }
}

static TjReconciliationInput *
new_input (TjDate month)
{
  TjReconciliationInput *self = g_new0 (TjReconciliationInput, 1);

  self->month = month;
  self->enrolment_facts = g_ptr_array_new_with_free_func (g_object_unref);
  self->line_facts = g_ptr_array_new_with_free_func (g_object_unref);
  self->enrolments = g_array_new (FALSE, FALSE, sizeof (TjIkeEnrolment));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TjIkeLine));
  self->pupils = g_array_new (FALSE, FALSE, sizeof (TjIkePupil));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->listed = g_hash_table_new (g_str_hash, g_str_equal);
  self->adults = g_hash_table_new (g_str_hash, g_str_equal);
  self->targeted = g_hash_table_new (g_str_hash, g_str_equal);
  self->befores = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, before_free);
  self->texts = g_string_chunk_new (1 << 16);
  return self;
}

/**
 * tj_reconciliation_input_load: gathers what the register holds for a month, given by its first
 * day. Returns a new input, or NULL with `error` set.
 */
TjReconciliationInput *
tj_reconciliation_input_load (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliationInput) self = new_input (month);

  self->rules = tj_ike_rules_setting_load (context, month, error);
  if (self->rules == NULL || !take_all (self, context, error))
    return NULL;
  sort_facts (self);
  make_pupils (self);
  return g_steal_pointer (&self);
}

/**
 * tj_reconciliation_input_get_pupils: everyone, in the order of their numbers; owned by the input.
 */
const TjIkePupil *
tj_reconciliation_input_get_pupils (TjReconciliationInput *self, guint *n)
{
  *n = self->pupils->len;
  return (const TjIkePupil *)self->pupils->data;
}

/**
 * tj_reconciliation_input_get_name: who a pupil is; empty for a protected one.
 */
TjPupilName
tj_reconciliation_input_get_name (TjReconciliationInput *self, guint pupil)
{
  const TjIkePupil *own = &g_array_index (self->pupils, TjIkePupil, pupil);

  return *(TjPupilName *)g_hash_table_lookup (self->names, own->personal_number);
}

/**
 * tj_reconciliation_input_get_invoice_number: the invoice that a pupil's line stands on; "" for
 * line -1.
 */
const char *
tj_reconciliation_input_get_invoice_number (TjReconciliationInput *self, guint pupil, int line)
{
  const TjIkePupil *own = &g_array_index (self->pupils, TjIkePupil, pupil);
  gsize first;

  if (line < 0)
    return "";
  first = (gsize)(own->lines - (const TjIkeLine *)self->lines->data);
  return tj_invoice_line_get_invoice_number (self->line_facts->pdata[first + (gsize)line]);
}

/**
 * tj_reconciliation_input_get_rules: the month, how it is counted, and the prices.
 */
const TjIkeRules *
tj_reconciliation_input_get_rules (TjReconciliationInput *self)
{
  return tj_ike_rules_setting_get (self->rules);
}
