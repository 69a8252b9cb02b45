/* Who the people of a month's reconciliation are: their names from whichever list has them, who stands
 * on Åtgärdas, who studies as an adult, and whom the responsibility concerns. A marking in any of the
 * lists takes the name away. */

#include "config.h"

#include "tj-reconciliation-people.h"

#include <string.h>

#include "tj-adult-study.h"
#include "tj-agenda.h"
#include "tj-fact-repository.h"
#include "tj-resident.h"
#include "tj-target-roll.h"

/* One person. */
typedef struct
{
  TjPupilName name;
  guint is_listed : 1;
  guint is_adult : 1;
  guint is_targeted : 1;
} Person;

struct _TjReconciliationPeople
{
  GHashTable *persons; /* number → Person */
  GStringChunk *texts;
};

/**
 * tj_reconciliation_people_free: frees what tj_reconciliation_people_load() made; NULL is nothing.
 */
void
tj_reconciliation_people_free (TjReconciliationPeople *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->persons);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static Person *
ensure (TjReconciliationPeople *self, const char *number)
{
  Person *person = g_hash_table_lookup (self->persons, number);

  if (person != NULL)
    return person;
  person = g_new0 (Person, 1);
  person->name.given_name = person->name.family_name = "";
  g_hash_table_insert (self->persons, g_string_chunk_insert (self->texts, number), person);
  return person;
}

static Person *
meet (TjReconciliationPeople *self,
      const char *number,
      const char *given_name,
      const char *family_name,
      TjProtection protection)
{
  Person *person = ensure (self, number);
  TjPupilName *name = &person->name;

  if (*name->given_name == '\0' && *name->family_name == '\0')
    {
      name->given_name = g_string_chunk_insert_const (self->texts, given_name);
      name->family_name = g_string_chunk_insert_const (self->texts, family_name);
    }
  if (protection != TJ_PROTECTION_NONE)
    name->protection = protection;
  if (name->protection != TJ_PROTECTION_NONE)
    name->given_name = name->family_name = "";
  return person;
}

/**
 * tj_reconciliation_people_meet: tells of somebody whom another list names. The first list that has
 * a name gives it, and any that protects the person takes it away.
 */
void
tj_reconciliation_people_meet (TjReconciliationPeople *self,
                               const char *number,
                               const char *given_name,
                               const char *family_name,
                               TjProtection protection)
{
  meet (self, number, given_name, family_name, protection);
}

static gboolean
take_listed (TjReconciliationPeople *self, TjContext *context, GError **error)
{
  g_autoptr (TjAgendaList) list
      = tj_agenda_list (tj_context_get_store (context), -1, tj_context_get_today (context), error);

  for (gsize i = 0; list != NULL && i < tj_agenda_list_get_length (list); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (list, i);
      Person *person = meet (self, row->personal_number, row->given_name, row->family_name,
                             (TjProtection)row->protection);

      person->is_listed |= row->status != TJ_STATUS_CLOSED;
    }
  return list != NULL;
}

static gboolean
take_resident (gpointer fact, gpointer user_data)
{
  meet (user_data, tj_resident_get_personal_number (fact), tj_resident_get_given_name (fact),
        tj_resident_get_family_name (fact), (TjProtection)tj_resident_get_protection (fact));
  return TRUE;
}

static gboolean
take_adult_study (gpointer fact, gpointer user_data)
{
  Person *person = meet (
      user_data, tj_adult_study_get_personal_number (fact), tj_adult_study_get_given_name (fact),
      tj_adult_study_get_family_name (fact), (TjProtection)tj_adult_study_get_protection (fact));

  person->is_adult |= tj_adult_study_get_level (fact) == TJ_STUDY_LEVEL_UPPER_SECONDARY
                      && tj_adult_study_get_state (fact) == TJ_STUDY_STATE_ONGOING;
  return TRUE;
}

static gboolean
take_target_group (TjReconciliationPeople *self, TjContext *context, GError **error)
{
  g_autoptr (TjTargetRoll) roll = tj_target_roll_new (context, error);

  for (guint i = 0; roll != NULL && i < tj_target_roll_get_length (roll); i++)
    {
      const TjTargetMember *member = tj_target_roll_get_member (roll, i);
      TjTargetResult result;

      tj_target_group_judge (&member->facts, tj_target_roll_get_sources (roll), &result);
      if (member->is_concerned && result.in_target_group)
        ensure (self, member->personal_number)->is_targeted = TRUE;
    }
  return roll != NULL;
}

/**
 * tj_reconciliation_people_load: reads the register, the population, adult education and the target
 * group. Returns a new object, or NULL with `error` set.
 */
TjReconciliationPeople *
tj_reconciliation_people_load (TjContext *context, GError **error)
{
  g_autoptr (TjReconciliationPeople) self = g_new0 (TjReconciliationPeople, 1);
  TjStore *store = tj_context_get_store (context);

  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->texts = g_string_chunk_new (1 << 16);
  if (!take_listed (self, context, error)
      || !tj_facts_foreach (store, TJ_TYPE_RESIDENT, take_resident, self, error)
      || !tj_facts_foreach (store, TJ_TYPE_ADULT_STUDY, take_adult_study, self, error)
      || !take_target_group (self, context, error))
    return NULL;
  return g_steal_pointer (&self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * tj_reconciliation_people_sort_numbers: everyone's number, in order. Returns a new array of strings
 * that belong to `self`.
 */
GPtrArray *
tj_reconciliation_people_sort_numbers (TjReconciliationPeople *self)
{
  guint n;
  gpointer *keys = g_hash_table_get_keys_as_array (self->persons, &n);
  GPtrArray *numbers = g_ptr_array_new_full (n, NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (numbers, keys[i]);
  g_free (keys);
  g_ptr_array_sort (numbers, compare_numbers);
  return numbers;
}

static const Person *
find (TjReconciliationPeople *self, const char *number)
{
  const Person *person = g_hash_table_lookup (self->persons, number);

  g_assert (person != NULL);
  return person;
}

/**
 * tj_reconciliation_people_get_name: who one of the people is; empty for a protected one. Owned by
 * `self`.
 */
const TjPupilName *
tj_reconciliation_people_get_name (TjReconciliationPeople *self, const char *number)
{
  return &find (self, number)->name;
}

/**
 * tj_reconciliation_people_is_listed: whether the person stands on Åtgärdas or is otherwise
 * registered.
 */
gboolean
tj_reconciliation_people_is_listed (TjReconciliationPeople *self, const char *number)
{
  return find (self, number)->is_listed;
}

/**
 * tj_reconciliation_people_is_adult: whether the person studies at upper-secondary level in adult
 * education.
 */
gboolean
tj_reconciliation_people_is_adult (TjReconciliationPeople *self, const char *number)
{
  return find (self, number)->is_adult;
}

/**
 * tj_reconciliation_people_is_targeted: whether the six conditions of 29 kap. 9 § skollagen hold.
 */
gboolean
tj_reconciliation_people_is_targeted (TjReconciliationPeople *self, const char *number)
{
  return find (self, number)->is_targeted;
}
