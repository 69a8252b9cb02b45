/* Everybody in the register as lists and searches need them: the lines of the list, read once after
 * a change and shared by all screens, and the search index over them, made at leisure. What is
 * made for one version of the register is forgotten whole when the register changes. */

#include "config.h"

#include "tj-people.h"

#include "tj-person-details.h"
#include "tj-search-index.h"

struct _TjPeople
{
  GObject parent_instance;

  TjContext *context;
  TjAgendaList *rows;
  TjSearchIndex *index;
  guint8 *backgrounds;
  guint index_idle;
  gboolean paused;
};

/* The rows in the order of their youths' ids, walked beside the details. */
typedef struct
{
  TjPeople *people;
  guint *positions;
  guint n_positions;
  guint next;
} Walk;

G_DEFINE_FINAL_TYPE (TjPeople, tj_people, G_TYPE_OBJECT)

static guint
count_rows (TjPeople *self)
{
  return (guint)tj_agenda_list_get_length (self->rows);
}

/* A protected person is found by number alone. The index counts from 1. */
static void
index_row (TjPeople *self, guint position, const char *phone, const char *education)
{
  const TjAgendaRow *row = tj_agenda_list_get_row (self->rows, position);
  gboolean is_protected = row->protection != TJ_PROTECTION_NONE;

  tj_search_index_add (self->index, position + 1, is_protected ? "" : row->given_name,
                       is_protected ? "" : row->family_name, row->personal_number,
                       is_protected ? "" : phone, is_protected ? "" : education);
}

static void
on_details (const TjPersonDetails *details, gpointer user_data)
{
  Walk *walk = user_data;
  TjAgendaList *rows = walk->people->rows;
  guint position;

  while (walk->next < walk->n_positions
         && tj_agenda_list_get_row (rows, walk->positions[walk->next])->youth_id
                < details->youth_id)
    walk->next++;
  if (walk->next == walk->n_positions)
    return;

  position = walk->positions[walk->next];
  if (tj_agenda_list_get_row (rows, position)->youth_id != details->youth_id)
    return;
  index_row (walk->people, position, details->phone, details->education);
  walk->people->backgrounds[position] = (guint8)details->background;
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer rows)
{
  gint64 id_a = tj_agenda_list_get_row (rows, *(const guint *)a)->youth_id;
  gint64 id_b = tj_agenda_list_get_row (rows, *(const guint *)b)->youth_id;

  return id_a < id_b ? -1 : id_a > id_b;
}

/* A register that cannot be read tells so where the list is; here the search is poorer. */
static void
ensure_index (TjPeople *self)
{
  g_autofree guint *positions = NULL;
  Walk walk = { .people = self };
  guint i;

  if (self->index != NULL || self->rows == NULL || self->paused)
    return;

  walk.n_positions = count_rows (self);
  walk.positions = positions = g_new (guint, MAX (walk.n_positions, 1));
  for (i = 0; i < walk.n_positions; i++)
    positions[i] = i;
  g_qsort_with_data (positions, (int)walk.n_positions, sizeof *positions, compare_ids, self->rows);

  self->index = tj_search_index_new ();
  self->backgrounds = g_new0 (guint8, MAX (walk.n_positions, 1));
  tj_person_details_foreach (tj_context_get_store (self->context), on_details, &walk, NULL);
  tj_search_index_prepare (self->index);
}

static gboolean
on_idle (gpointer user_data)
{
  TjPeople *self = TJ_PEOPLE (user_data);

  self->index_idle = 0;
  if (tj_context_is_unlocked (self->context))
    ensure_index (self);
  return G_SOURCE_REMOVE;
}

static void
tj_people_finalize (GObject *object)
{
  TjPeople *self = TJ_PEOPLE (object);

  tj_people_forget (self);
  g_object_unref (self->context);
  G_OBJECT_CLASS (tj_people_parent_class)->finalize (object);
}

static void
tj_people_class_init (TjPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_people_finalize;
}

static void
tj_people_init (TjPeople *self)
{
}

TjPeople *
tj_people_new (TjContext *context)
{
  TjPeople *self = g_object_new (TJ_TYPE_PEOPLE, NULL);

  self->context = g_object_ref (context);
  return self;
}

TjContext *
tj_people_get_context (TjPeople *self)
{
  g_return_val_if_fail (TJ_IS_PEOPLE (self), NULL);

  return self->context;
}

/* The register changed: the next to ask reads anew. */
void
tj_people_forget (TjPeople *self)
{
  g_return_if_fail (TJ_IS_PEOPLE (self));

  g_clear_handle_id (&self->index_idle, g_source_remove);
  g_clear_pointer (&self->index, tj_search_index_free);
  g_clear_pointer (&self->backgrounds, g_free);
  g_clear_pointer (&self->rows, tj_agenda_list_unref);
}

/* While a worker thread has the register nothing more is read from it. */
void
tj_people_set_paused (TjPeople *self, gboolean paused)
{
  g_return_if_fail (TJ_IS_PEOPLE (self));

  self->paused = paused;
}

/* Everybody, closed ones too, in the Swedish order of their names; borrowed until the register
 * changes. NULL on failure. */
TjAgendaList *
tj_people_load (TjPeople *self, GError **error)
{
  g_return_val_if_fail (TJ_IS_PEOPLE (self), NULL);

  if (self->rows == NULL)
    self->rows = tj_agenda_list (tj_context_get_store (self->context), -1,
                                 tj_context_get_today (self->context), error);
  return self->rows;
}

/* Makes the index ahead of the first keystroke, once there is nothing else to do. */
void
tj_people_prepare_search (TjPeople *self)
{
  g_return_if_fail (TJ_IS_PEOPLE (self));

  if (self->index == NULL && self->index_idle == 0)
    self->index_idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* Fills in the positions of those who match, the best first. Returns how many. Nobody is found
 * before tj_people_load(). */
guint
tj_people_find (TjPeople *self, const char *text, guint *positions, guint max_positions)
{
  g_autofree gint64 *ids = NULL;
  guint i, n;

  g_return_val_if_fail (TJ_IS_PEOPLE (self), 0);

  ensure_index (self);
  if (self->index == NULL)
    return 0;

  ids = g_new (gint64, MAX (max_positions, 1));
  n = tj_search_index_find (self->index, text, ids, max_positions, NULL);
  for (i = 0; i < n; i++)
    positions[i] = (guint)(ids[i] - 1);
  return n;
}

/* What the youth did before, by the latest registration. */
TjBackground
tj_people_get_background (TjPeople *self, guint position)
{
  g_return_val_if_fail (TJ_IS_PEOPLE (self), TJ_BACKGROUND_UNKNOWN);

  ensure_index (self);
  return self->backgrounds != NULL ? (TjBackground)self->backgrounds[position]
                                   : TJ_BACKGROUND_UNKNOWN;
}

/* Whether a filter chooses the one at `position`. The background costs the reading of everybody's
 * details, and is asked for only by a filter that wants it. */
gboolean
tj_people_matches (TjPeople *self, guint position, const TjSavedFilter *filter)
{
  TjBackground background = TJ_BACKGROUND_UNKNOWN;

  g_return_val_if_fail (TJ_IS_PEOPLE (self), FALSE);

  if (filter->background >= 0)
    background = tj_people_get_background (self, position);
  return tj_saved_filter_matches (filter, tj_agenda_list_get_row (self->rows, position), background,
                                  tj_context_get_today (self->context));
}

/* How many a filter chooses; none when the register cannot be read. */
guint
tj_people_count_filter (TjPeople *self, const TjSavedFilter *filter)
{
  guint i, n = 0;

  g_return_val_if_fail (TJ_IS_PEOPLE (self), 0);

  if (tj_people_load (self, NULL) == NULL)
    return 0;
  for (i = 0; i < count_rows (self); i++)
    n += tj_people_matches (self, i, filter) ? 1 : 0;
  return n;
}
