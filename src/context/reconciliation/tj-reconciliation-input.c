/* What a month's reconciliation looks at: enrolments and invoice lines, brought together by personal
 * number with who the people are (tj-reconciliation-people.c) and what earlier months have left
 * (tj-reconciliation-memory.c). Everything is sorted by number once, so that each person's part is
 * one stretch of an array. */

#include "config.h"

#include "tj-reconciliation-input.h"

#include <string.h>

#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-ike-rules.h"
#include "tj-invoice-line.h"

struct _TjReconciliationInput
{
  TjIkeRulesSetting *rules;
  TjReconciliationPeople *people;
  TjReconciliationMemory *memory;
  GPtrArray *enrolment_facts; /* TjEnrolment, by number and start */
  GPtrArray *line_facts;      /* TjInvoiceLine of the month, by number */
  GArray *enrolments;         /* TjIkeEnrolment, in the order of the facts */
  GArray *lines;              /* TjIkeLine, likewise */
  GPtrArray *numbers;         /* of the people, in order */
  GArray *pupils;             /* TjIkePupil, likewise */
  TjDate month;
};

/**
 * tj_reconciliation_input_free: frees what tj_reconciliation_input_load() made.
 */
void
tj_reconciliation_input_free (TjReconciliationInput *self)
{
  tj_ike_rules_setting_free (self->rules);
  tj_reconciliation_people_free (self->people);
  tj_reconciliation_memory_free (self->memory);
  g_ptr_array_unref (self->enrolment_facts);
  g_ptr_array_unref (self->line_facts);
  g_array_unref (self->enrolments);
  g_array_unref (self->lines);
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_array_unref (self->pupils);
  g_free (self);
}

static gboolean
take_enrolment (gpointer fact, gpointer user_data)
{
  TjReconciliationInput *self = user_data;

  g_ptr_array_add (self->enrolment_facts, g_object_ref (fact));
  tj_reconciliation_people_meet (
      self->people, tj_enrolment_get_personal_number (fact), tj_enrolment_get_given_name (fact),
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
  tj_reconciliation_people_meet (self->people, tj_invoice_line_get_personal_number (fact),
                                 tj_invoice_line_get_given_name (fact),
                                 tj_invoice_line_get_family_name (fact), TJ_PROTECTION_NONE);
  return TRUE;
}

static gboolean
take_all (TjReconciliationInput *self, TjContext *context, GError **error)
{
  TjStore *store = tj_context_get_store (context);

  self->rules = tj_ike_rules_setting_load (context, self->month, error);
  if (self->rules == NULL)
    return FALSE;
  self->people = tj_reconciliation_people_load (context, error);
  if (self->people == NULL)
    return FALSE;
  self->memory = tj_reconciliation_memory_load (context, self->month, error);
  return self->memory != NULL
         && tj_facts_foreach (store, TJ_TYPE_ENROLMENT, take_enrolment, self, error)
         && tj_facts_foreach (store, TJ_TYPE_INVOICE_LINE, take_line, self, error);
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
add_enrolment (TjReconciliationInput *self, TjEnrolment *fact)
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
          .has_agreement = tj_enrolment_get_agreement (fact) == TJ_ANSWER_YES
                           || tj_reconciliation_memory_has_agreement (
                               self->memory, tj_enrolment_get_personal_number (fact),
                               tj_enrolment_get_school (fact)) };

  g_array_append_val (self->enrolments, enrolment);
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
    add_enrolment (self, self->enrolment_facts->pdata[i]);
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
  guint enrolment = 0;
  guint line = 0;

  self->numbers = tj_reconciliation_people_sort_numbers (self->people);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const char *number = self->numbers->pdata[i];
      TjIkePupil pupil
          = { .personal_number = number,
              .is_listed = tj_reconciliation_people_is_listed (self->people, number),
              .is_at_vux = tj_reconciliation_people_is_adult (self->people, number),
              .in_target_group = tj_reconciliation_people_is_targeted (self->people, number),
              .before = tj_reconciliation_memory_get_before (self->memory, number),
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

  if (!take_all (self, context, error))
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

  return *tj_reconciliation_people_get_name (self->people, own->personal_number);
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
 * tj_reconciliation_input_get_memory: what earlier months have left; owned by the input.
 */
TjReconciliationMemory *
tj_reconciliation_input_get_memory (TjReconciliationInput *self)
{
  return self->memory;
}

/**
 * tj_reconciliation_input_get_rules: the month, how it is counted, and the prices.
 */
const TjIkeRules *
tj_reconciliation_input_get_rules (TjReconciliationInput *self)
{
  return tj_ike_rules_setting_get (self->rules);
}
