/* What a month's reconciliation remembers of those before it. An agreement on prolonged study that the
 * meeting decided on, and that is carried out, holds to the end of the school year whatever the next
 * list of enrolments says of it. */

#include "config.h"

#include "tj-reconciliation-memory.h"

#include "tj-reconciliation-repository.h"

#define FIRST_MONTH_OF_SCHOOL_YEAR 7

/* An enrolment of last month, for those who have changed. */
typedef struct
{
  char *school;
  char *programme;
  TjIkeEnrolment enrolment;
} Before;

struct _TjReconciliationMemory
{
  GHashTable *befores;    /* number → Before */
  GHashTable *agreements; /* keys */
  GHashTable *open;       /* keys */
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
 * tj_reconciliation_memory_free: frees what tj_reconciliation_memory_load() made; NULL is nothing.
 */
void
tj_reconciliation_memory_free (TjReconciliationMemory *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->befores);
  g_hash_table_unref (self->agreements);
  g_hash_table_unref (self->open);
  g_free (self);
}

static char *
dup_key (TjFindingKind kind, const char *number, const char *school)
{
  g_autofree char *folded = g_utf8_casefold (school, -1);

  return g_strdup_printf ("%d\n%s\n%s", kind, number, folded);
}

static void
add_items (GHashTable *keys, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (keys,
                      dup_key ((TjFindingKind)tj_reconciliation_item_get_kind (items->pdata[i]),
                               tj_reconciliation_item_get_personal_number (items->pdata[i]),
                               tj_reconciliation_item_get_school (items->pdata[i])));
}

static void
take_before (const char *number, const char *school, const char *programme, gpointer user_data)
{
  TjReconciliationMemory *self = user_data;
  Before *before = g_new0 (Before, 1);

  before->school = g_strdup (school);
  before->programme = g_strdup (programme);
  before->enrolment.school = before->school;
  before->enrolment.programme = before->programme;
  g_hash_table_replace (self->befores, g_strdup (number), before);
}

static TjDate
school_year_of (TjDate date)
{
  int year, month, day;

  tj_date_get (date, &year, &month, &day);
  return tj_date_new (month >= FIRST_MONTH_OF_SCHOOL_YEAR ? year : year - 1,
                      FIRST_MONTH_OF_SCHOOL_YEAR, 1);
}

/**
 * tj_reconciliation_memory_load: reads what months before `month`, given by its first day, have
 * left. Returns a new object, or NULL with `error` set.
 */
TjReconciliationMemory *
tj_reconciliation_memory_load (TjContext *context, TjDate month, GError **error)
{
  g_autoptr (TjReconciliationMemory) self = g_new0 (TjReconciliationMemory, 1);
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) agreed = NULL;

  self->befores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, before_free);
  self->agreements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  open = tj_reconciliation_items_list_open (store, month, error);
  agreed = open != NULL ? tj_reconciliation_items_list_done (store, TJ_DECISION_AGREE_PROLONGED,
                                                             school_year_of (month), month, error)
                        : NULL;
  if (agreed == NULL
      || !tj_enrolments_before_foreach (store, tj_date_add_months (month, -1), take_before, self,
                                        error))
    return NULL;
  add_items (self->open, open);
  add_items (self->agreements, agreed);
  return g_steal_pointer (&self);
}

/**
 * tj_reconciliation_memory_get_before: where the person went to school when last month was closed;
 * NULL when that is not known. Owned by `self`.
 */
const TjIkeEnrolment *
tj_reconciliation_memory_get_before (TjReconciliationMemory *self, const char *number)
{
  const Before *before = g_hash_table_lookup (self->befores, number);

  return before != NULL ? &before->enrolment : NULL;
}

/**
 * tj_reconciliation_memory_has_agreement: whether an agreement on the person's prolonged study at the
 * school has been made this school year.
 */
gboolean
tj_reconciliation_memory_has_agreement (TjReconciliationMemory *self,
                                        const char *number,
                                        const char *school)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->agreements) == 0)
    return FALSE;
  key = dup_key (TJ_FINDING_FOURTH_YEAR, number, school);
  return g_hash_table_contains (self->agreements, key);
}

/**
 * tj_reconciliation_memory_is_open: whether the same thing was found in an earlier month and is still
 * open.
 */
gboolean
tj_reconciliation_memory_is_open (TjReconciliationMemory *self,
                                  TjFindingKind kind,
                                  const char *number,
                                  const char *school)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->open) == 0)
    return FALSE;
  key = dup_key (kind, number, school);
  return g_hash_table_contains (self->open, key);
}
