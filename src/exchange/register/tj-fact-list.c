/* Brings what a list says of people into the register by comparing it with what the list before said:
 * what is new is inserted, what differs is written, and what is left over in the end the source
 * decides about. A month's list differs little from the last, so little is written and undone. */

#include "config.h"

#include "tj-fact-list.h"

#include "tj-fact-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of so few no share says anything. */
#define FEW 20

/* The facts of a person hang on each other. */
typedef struct _Link Link;
struct _Link
{
  TjEntity *fact;
  gboolean is_taken; /* the new list has it */
  Link *next;
};

struct _TjFactList
{
  TjImportJob *job; /* borrowed */
  GType type;
  TjFactSameFunc is_same; /* NULL: a person has one fact only */
  gboolean counts_repeats;
  GHashTable *by_number; /* number → Link */
  GStringChunk *numbers;
  GPtrArray *links; /* in the order of the register */
  guint n_known;    /* of them, from before */
};

static void
link_free (gpointer data)
{
  Link *link = data;

  g_object_unref (link->fact);
  g_free (link);
}

static Link *
add (TjFactList *self, TjEntity *fact, gboolean is_taken)
{
  Link *link = g_new0 (Link, 1);
  Link *first = g_hash_table_lookup (self->by_number, tj_fact_get_number (fact));

  link->fact = g_object_ref (fact);
  link->is_taken = is_taken;
  g_ptr_array_add (self->links, link);
  if (first == NULL)
    g_hash_table_insert (self->by_number,
                         g_string_chunk_insert (self->numbers, tj_fact_get_number (fact)), link);
  else
    {
      link->next = first->next;
      first->next = link;
    }
  return link;
}

static gboolean
add_known (gpointer fact, gpointer user_data)
{
  add (user_data, fact, FALSE);
  return TRUE;
}

/**
 * tj_fact_list_new:
 * @job: borrowed
 * @type: of the facts
 * @is_same: (nullable): what makes two facts about a person one; NULL: a person has one
 *
 * Reads what the register has.
 *
 * Returns: (transfer full): the list, or NULL with an error of the store
 */
TjFactList *
tj_fact_list_new (TjImportJob *job, GType type, TjFactSameFunc is_same, GError **error)
{
  g_autoptr (TjFactList) self = g_new0 (TjFactList, 1);

  self->job = job;
  self->type = type;
  self->is_same = is_same;
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_string_chunk_new (4096);
  self->links = g_ptr_array_new_with_free_func (link_free);
  if (!tj_facts_foreach (tj_import_job_get_store (job), type, add_known, self, error))
    return NULL;
  self->n_known = self->links->len;
  return g_steal_pointer (&self);
}

/**
 * tj_fact_list_free:
 *
 * Frees @self.
 */
void
tj_fact_list_free (TjFactList *self)
{
  g_hash_table_unref (self->by_number);
  g_string_chunk_free (self->numbers);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/**
 * tj_fact_list_count_repeats:
 *
 * Says that rows which are alike are things of their own, as two equal lines of an invoice are.
 */
void
tj_fact_list_count_repeats (TjFactList *self)
{
  self->counts_repeats = TRUE;
}

/* In all fields; the row in the register aside. */
static gboolean
is_equal (gpointer fact, gpointer other)
{
  for (guint i = 0; i < TJ_ENTITY_GET_CLASS (fact)->n_fields; i++)
    if (!tj_entity_field_equal (fact, other, i))
      return FALSE;
  return TRUE;
}

static gboolean
is_about_same (TjFactList *self, gpointer fact, gpointer other)
{
  return self->is_same == NULL || self->is_same (fact, other);
}

/* The link that the fact takes the place of: one that says the very same, before one that is only
 * about the same, before one that a row has taken already. */
static Link *
find_link (TjFactList *self, gpointer fact)
{
  Link *best = NULL;

  for (Link *link = g_hash_table_lookup (self->by_number, tj_fact_get_number (fact)); link != NULL;
       link = link->next)
    {
      if ((self->counts_repeats && link->is_taken) || !is_about_same (self, link->fact, fact))
        continue;
      if (!link->is_taken && is_equal (link->fact, fact))
        return link;
      if (best == NULL || (best->is_taken && !link->is_taken))
        best = link;
    }
  return best;
}

static char *
dup_field_text (gpointer fact, const TjField *field)
{
  gint64 number = field->kind != TJ_FIELD_TEXT ? tj_entity_get_number (fact, field) : 0;
  char iso[TJ_DATE_BUFFER];

  switch (field->kind)
    {
    case TJ_FIELD_TEXT:
      return g_strdup (tj_entity_get_text (fact, field));
    case TJ_FIELD_DATE:
      return g_strdup (number != TJ_DATE_NONE ? tj_date_write ((TjDate)number, iso) : "");
    case TJ_FIELD_CODE:
    case TJ_FIELD_OPTIONAL_CODE:
      return g_strdup (number >= 0 ? tj_code_label (field->codes, (int)number) : "");
    case TJ_FIELD_NUMBER:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

/* A field of the source that has the name of the fact's own. */
static const char *
find_label (TjFactList *self, const char *name)
{
  const TjImportSource *source = tj_import_job_get_source (self->job);

  for (guint i = 0; i < source->n_fields; i++)
    if (strcmp (source->fields[i].id, name) == 0)
      return _ (source->fields[i].label);
  return NULL;
}

static void
tell_differences (TjFactList *self, const TjImportRow *row, gpointer before, gpointer after)
{
  TjEntityClass *klass = TJ_ENTITY_GET_CLASS (after);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *label = find_label (self, klass->fields[i].name);
      g_autofree char *old_text = NULL;
      g_autofree char *new_text = NULL;

      if (label == NULL || tj_entity_field_equal (before, after, i))
        continue;
      old_text = dup_field_text (before, &klass->fields[i]);
      new_text = dup_field_text (after, &klass->fields[i]);
      tj_import_job_differ (self->job, row, label, old_text, new_text);
    }
}

static gboolean
replace (TjFactList *self, Link *link, const TjImportRow *row, gpointer fact, GError **error)
{
  link->is_taken = TRUE;
  tj_entity_set_id (fact, tj_entity_get_id (link->fact));
  tell_differences (self, row, link->fact, fact);
  g_set_object (&link->fact, fact);
  return tj_facts_update (tj_import_job_get_change (self->job), fact, error);
}

/**
 * tj_fact_list_take:
 * @fact: what a row says
 * @outcome: becomes new, changed, or stays as it is; rejected when an earlier row said otherwise
 *
 * Brings a fact in.
 *
 * Returns: FALSE with an error of the store
 */
gboolean
tj_fact_list_take (TjFactList *self,
                   const TjImportRow *row,
                   gpointer fact,
                   TjImportOutcome *outcome,
                   GError **error)
{
  Link *link = find_link (self, fact);

  if (link == NULL)
    {
      outcome->result = TJ_IMPORT_NEW;
      add (self, fact, TRUE);
      return tj_facts_insert (tj_import_job_get_change (self->job), fact, error);
    }
  if (link->is_taken)
    {
      if (!is_equal (link->fact, fact))
        tj_import_job_reject (self->job, row, -1, TJ_REASON_DUPLICATE, outcome);
      return TRUE;
    }
  if (is_equal (link->fact, fact))
    {
      link->is_taken = TRUE;
      return TRUE;
    }
  outcome->result = TJ_IMPORT_CHANGED;
  return replace (self, link, row, fact, error);
}

/**
 * tj_fact_list_find_same:
 *
 * Returns: (transfer none) (nullable): what @fact would take the place of
 */
gpointer
tj_fact_list_find_same (TjFactList *self, gpointer fact)
{
  Link *link = find_link (self, fact);

  return link != NULL ? link->fact : NULL;
}

/**
 * tj_fact_list_find:
 *
 * Returns: (transfer none) (nullable): what was known first of a person
 */
gpointer
tj_fact_list_find (TjFactList *self, const char *personal_number)
{
  Link *link = g_hash_table_lookup (self->by_number, personal_number);

  return link != NULL ? link->fact : NULL;
}

/**
 * tj_fact_list_has_taken:
 *
 * Returns: whether the new list has said anything of a person so far
 */
gboolean
tj_fact_list_has_taken (TjFactList *self, const char *personal_number)
{
  for (Link *link = g_hash_table_lookup (self->by_number, personal_number); link != NULL;
       link = link->next)
    if (link->is_taken)
      return TRUE;
  return FALSE;
}

/**
 * tj_fact_list_is_much_smaller:
 *
 * Returns: whether the new list lacks more than a third of what there was, as one that was cut off
 *   or that holds a single school does
 */
gboolean
tj_fact_list_is_much_smaller (TjFactList *self)
{
  guint n_left = 0;

  for (guint i = 0; i < self->n_known; i++)
    n_left += !((Link *)g_ptr_array_index (self->links, i))->is_taken;
  return self->n_known >= FEW && n_left * 3 > self->n_known;
}

/**
 * tj_fact_list_foreach_left:
 * @func: (scope call): FALSE with an error ends the walk
 *
 * Goes through what the new list no longer has.
 *
 * Returns: FALSE with the error of @func
 */
gboolean
tj_fact_list_foreach_left (TjFactList *self,
                           TjFactLeftFunc func,
                           gpointer user_data,
                           GError **error)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);

      if (!link->is_taken && !func (link->fact, user_data, error))
        return FALSE;
    }
  return TRUE;
}
