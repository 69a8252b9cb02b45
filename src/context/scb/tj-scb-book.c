/* Brings together what a half-year is reported from. The register is read in a few passes; each
 * contact, piece of knowledge and measure finds its registration by youth and day.
 *
 * What the file says is how things stood on the half-year's last day: what ended later is open in
 * it. A plan is not reported: a measure whose first day lies ahead is none yet, and a last day ahead
 * without a reason is no end. Of contacts only those count where the youth was reached. */

#include "config.h"

#include "tj-scb-book.h"

#include <string.h>

#include "tj-half-year-scan.h"
#include "tj-import-repository.h"
#include "tj-shared-numbers.h"
#include "tj-youth-repository.h"

/* A registration in the making. */
typedef struct
{
  TjScbRecord record;
  gboolean is_protected;
  gboolean is_needed; /* has something in the half-year */
} Entry;

typedef struct
{
  guint entry;
  TjScbContact contact;
} OwnedContact;

typedef struct
{
  guint entry;
  TjScbMeasure measure;
} OwnedMeasure;

struct _TjScbBook
{
  GStringChunk *texts;
  TjHalfYear half;
  TjDate today;
  gboolean with_outreach;
  GArray *entries;        /* Entry: of everybody, by youth and day, while loading */
  GArray *owned_contacts; /* while loading */
  GArray *owned_measures;
  GHashTable *residents;  /* number → TjScbResidence, while loading */
  GHashTable *earlier;    /* earlier number → youth id */
  GHashTable *by_number;  /* present number → youth id */
  GHashTable *others;     /* youth id → that of the same person, for shared numbers */
  GHashTable *present;    /* ids of youths in the half-year */
  GHashTable *protecteds; /* ids */
  TjScbContact *contacts;
  TjScbMeasure *measures;
  TjScbRecord *records;
  guint n_records;
};

#define ID_KEY(id) GSIZE_TO_POINTER ((gsize)(id))

/**
 * tj_scb_book_free: frees what tj_scb_book_load() made.
 */
void
tj_scb_book_free (TjScbBook *self)
{
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->owned_contacts, g_array_unref);
  g_clear_pointer (&self->owned_measures, g_array_unref);
  g_clear_pointer (&self->residents, g_hash_table_unref);
  g_hash_table_unref (self->earlier);
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->others);
  g_hash_table_unref (self->present);
  g_hash_table_unref (self->protecteds);
  g_free (self->contacts);
  g_free (self->measures);
  g_free (self->records);
  g_free (self);
}

static TjScbBook *
new_book (TjContext *context, TjHalfYear half, const TjScbLayout *layout)
{
  TjScbBook *self = g_new0 (TjScbBook, 1);

  self->texts = g_string_chunk_new (1 << 16);
  self->half = half;
  self->today = tj_context_get_today (context);
  self->with_outreach = layout->with_outreach;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->owned_contacts = g_array_new (FALSE, FALSE, sizeof (OwnedContact));
  self->owned_measures = g_array_new (FALSE, FALSE, sizeof (OwnedMeasure));
  self->residents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->earlier = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->others = g_hash_table_new (NULL, NULL);
  self->present = g_hash_table_new (NULL, NULL);
  self->protecteds = g_hash_table_new (NULL, NULL);
  return self;
}

/* On the last day of the half-year. */
static gboolean
is_later (const TjScbBook *self, TjDate date)
{
  return date != TJ_DATE_NONE && date > tj_half_year_last_day (self->half);
}

static void
take_registration (const TjScanRegistration *row, gpointer user_data)
{
  TjScbBook *self = user_data;
  gboolean ended_later = is_later (self, row->deregistered_on);
  Entry entry
      = { .is_protected = row->is_protected,
          .record = {
              .youth_id = row->youth_id,
              .registration_id = row->id,
              .personal_number = g_string_chunk_insert (self->texts, row->personal_number),
              .number_kind = row->number_kind,
              .birth = row->birth,
              .registered_on = row->registered_on,
              .background = row->background,
              .latest_education = g_string_chunk_insert_const (self->texts, row->latest_education),
              .deregistered_on = ended_later ? TJ_DATE_NONE : row->deregistered_on,
              .reason = ended_later ? -1 : row->reason,
          } };

  entry.is_needed = row->registered_on <= tj_half_year_last_day (self->half)
                    && (row->deregistered_on == TJ_DATE_NONE
                        || row->deregistered_on >= tj_half_year_first_day (self->half));
  entry.record.is_outside = !entry.is_needed;
  g_array_append_val (self->entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const TjScbRecord *one = &((const Entry *)a)->record, *other = &((const Entry *)b)->record;

  if (one->youth_id != other->youth_id)
    return one->youth_id < other->youth_id ? -1 : 1;
  if (one->registered_on != other->registered_on)
    return one->registered_on < other->registered_on ? -1 : 1;
  return one->registration_id < other->registration_id ? -1 : 1;
}

static TjScbRecord *
record_at (const TjScbBook *self, guint place)
{
  return &g_array_index (self->entries, Entry, place).record;
}

/* The first registration of a youth; the number of entries when there is none. */
static guint
find_first (const TjScbBook *self, gint64 youth_id)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (record_at (self, middle)->youth_id < youth_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The registration a day belongs to: the latest that began by it, or the first of all. */
static gboolean
find_entry (const TjScbBook *self, gint64 youth_id, TjDate date, guint *place)
{
  guint i = find_first (self, youth_id);

  if (i == self->entries->len || record_at (self, i)->youth_id != youth_id)
    return FALSE;
  while (i + 1 < self->entries->len && record_at (self, i + 1)->youth_id == youth_id
         && record_at (self, i + 1)->registered_on <= date)
    i++;
  *place = i;
  g_array_index (self->entries, Entry, i).is_needed = TRUE;
  return TRUE;
}

/* Whether there is anything to say of it, and what. */
static gboolean
settle_contact (int outcome, TjScbContact *contact)
{
  if (!tj_outcome_is_reached ((TjOutcome)outcome))
    {
      contact->date = TJ_DATE_NONE;
      return contact->occupation != TJ_OCCUPATION_UNKNOWN;
    }
  /* Who declines need not have said anything; of who answered it is to be noted. */
  if (outcome == TJ_OUTCOME_ANSWERED && contact->occupation == TJ_OCCUPATION_UNKNOWN)
    contact->occupation = -1;
  return TRUE;
}

static void
take_contact (gint64 youth_id, int outcome, const TjScbContact *row, gpointer user_data)
{
  TjScbBook *self = user_data;
  OwnedContact owned = { .contact = *row };

  if (settle_contact (outcome, &owned.contact)
      && find_entry (self, youth_id, row->noted_on, &owned.entry))
    g_array_append_val (self->owned_contacts, owned);
}

/* The latest stays. */
static void
take_knowledge (gint64 youth_id, const TjScbKnowledge *row, gpointer user_data)
{
  TjScbBook *self = user_data;
  guint place;

  if (find_entry (self, youth_id, row->date, &place)
      && row->date >= record_at (self, place)->knowledge.date)
    record_at (self, place)->knowledge = *row;
}

static void
take_measure (gint64 youth_id, const TjScbMeasure *row, gpointer user_data)
{
  TjScbBook *self = user_data;
  OwnedMeasure owned = { .measure = *row };
  TjScbMeasure *measure = &owned.measure;
  gboolean is_planned_end
      = measure->ended_on > self->today && *measure->reason == '\0' && measure->after < 0;

  if ((measure->type == TJ_MEASURE_TYPE_OUTREACH && !self->with_outreach)
      || measure->started_on > self->today)
    return;
  measure->reason = g_string_chunk_insert_const (self->texts, measure->reason);
  if (is_planned_end || is_later (self, measure->ended_on))
    {
      measure->ended_on = TJ_DATE_NONE;
      measure->reason = "";
      measure->after = -1;
    }
  if (find_entry (self, youth_id,
                  measure->started_on != TJ_DATE_NONE ? measure->started_on : measure->decided_on,
                  &owned.entry))
    g_array_append_val (self->owned_measures, owned);
}

static void
take_resident (const char *number, TjDate moved_in, TjDate moved_out, gpointer user_data)
{
  TjScbBook *self = user_data;
  TjScbResidence *residence = g_new (TjScbResidence, 1);

  *residence = (TjScbResidence){ TJ_ANSWER_YES, moved_in, moved_out };
  g_hash_table_insert (self->residents, g_string_chunk_insert (self->texts, number), residence);
}

static gboolean
take_earlier_number (const char *number, gint64 youth_id, gpointer user_data)
{
  TjScbBook *self = user_data;

  g_hash_table_insert (self->earlier, g_string_chunk_insert (self->texts, number),
                       ID_KEY (youth_id));
  return TRUE;
}

/* The one that had the number stands for both. */
static void
take_shared (gint64 youth_id, gint64 other_id, gpointer user_data)
{
  TjScbBook *self = user_data;

  g_hash_table_insert (self->others, ID_KEY (other_id), ID_KEY (youth_id));
}

static gboolean
take_run (const TjImportRun *run, gpointer user_data)
{
  TjDate *population_on = user_data;

  if (*population_on == TJ_DATE_NONE && g_str_equal (run->source, "population"))
    *population_on = run->date;
  return TRUE;
}

/* A number that a youth had before may be the one on the list: by youth id. */
static GHashTable *
find_by_earlier_number (TjScbBook *self)
{
  GHashTable *residences = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer number, id;

  g_hash_table_iter_init (&iter, self->earlier);
  while (g_hash_table_iter_next (&iter, &number, &id))
    {
      TjScbResidence *residence = g_hash_table_lookup (self->residents, number);

      if (residence != NULL)
        g_hash_table_insert (residences, id, residence);
    }
  return residences;
}

/* Protected registration is on no list of ours, and who was registered after the list came cannot be
 * on it yet. */
static void
judge_residence (TjScbBook *self, TjDate population_on)
{
  g_autoptr (GHashTable) by_earlier = find_by_earlier_number (self);

  for (guint i = 0; population_on != TJ_DATE_NONE && i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      const TjScbResidence *residence;

      if (!entry->is_needed || entry->is_protected)
        continue;
      residence = g_hash_table_lookup (self->residents, entry->record.personal_number);
      if (residence == NULL)
        residence = g_hash_table_lookup (by_earlier, ID_KEY (entry->record.youth_id));
      if (residence != NULL)
        entry->record.residence = *residence;
      else if (entry->record.registered_on <= population_on)
        entry->record.residence.is_on_list = TJ_ANSWER_NO;
    }
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const OwnedContact *one = a, *other = b;

  if (one->entry != other->entry)
    return one->entry < other->entry ? -1 : 1;
  if (one->contact.noted_on != other->contact.noted_on)
    return one->contact.noted_on < other->contact.noted_on ? -1 : 1;
  return one->contact.id < other->contact.id ? -1 : 1;
}

static int
compare_measures (gconstpointer a, gconstpointer b)
{
  const OwnedMeasure *one = a, *other = b;

  if (one->entry != other->entry)
    return one->entry < other->entry ? -1 : 1;
  if (one->measure.started_on != other->measure.started_on)
    return one->measure.started_on < other->measure.started_on ? -1 : 1;
  return one->measure.id < other->measure.id ? -1 : 1;
}

/* Each registration's part becomes one stretch of an array. */
static void
hang_contacts (TjScbBook *self)
{
  self->contacts = g_new (TjScbContact, self->owned_contacts->len);
  g_array_sort (self->owned_contacts, compare_contacts);
  for (guint i = 0; i < self->owned_contacts->len; i++)
    {
      const OwnedContact *owned = &g_array_index (self->owned_contacts, OwnedContact, i);
      TjScbRecord *record = record_at (self, owned->entry);

      self->contacts[i] = owned->contact;
      if (record->n_contacts++ == 0)
        record->contacts = &self->contacts[i];
    }
}

static void
hang_measures (TjScbBook *self)
{
  self->measures = g_new (TjScbMeasure, self->owned_measures->len);
  g_array_sort (self->owned_measures, compare_measures);
  for (guint i = 0; i < self->owned_measures->len; i++)
    {
      const OwnedMeasure *owned = &g_array_index (self->owned_measures, OwnedMeasure, i);
      TjScbRecord *record = record_at (self, owned->entry);

      self->measures[i] = owned->measure;
      if (record->n_measures++ == 0)
        record->measures = &self->measures[i];
    }
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const TjScbRecord *one = a, *other = b;
  int order = strcmp (one->personal_number, other->personal_number);

  if (order != 0)
    return order;
  return one->registered_on < other->registered_on ? -1 : one->registered_on > other->registered_on;
}

/* Only what is needed, with a number for each person; then the loading's own things go. */
static void
settle (TjScbBook *self)
{
  self->records = g_new (TjScbRecord, MAX (self->entries->len, 1));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      gpointer id = ID_KEY (entry->record.youth_id);
      gpointer other = g_hash_table_lookup (self->others, id);

      g_hash_table_insert (self->by_number, (gpointer)entry->record.personal_number, id);
      if (entry->is_protected)
        g_hash_table_add (self->protecteds, id);
      if (!entry->is_needed)
        continue;
      entry->record.person = GPOINTER_TO_UINT (other != NULL ? other : id);
      if (!entry->record.is_outside)
        g_hash_table_add (self->present, id);
      self->records[self->n_records++] = entry->record;
    }
  qsort (self->records, self->n_records, sizeof *self->records, compare_records);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->owned_contacts, g_array_unref);
  g_clear_pointer (&self->owned_measures, g_array_unref);
  g_clear_pointer (&self->residents, g_hash_table_unref);
}

/**
 * tj_scb_book_load: reads a half-year. `layout` says whether decisions to seek are reported. Returns
 * NULL with `error` set.
 */
TjScbBook *
tj_scb_book_load (TjContext *context, TjHalfYear half, const TjScbLayout *layout, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (TjScbBook) self = new_book (context, half, layout);
  TjDate population_on = TJ_DATE_NONE;

  if (!tj_scan_registrations (store, take_registration, self, error))
    return NULL;
  g_array_sort (self->entries, compare_entries);
  if (!tj_scan_contacts (store, half, take_contact, self, error)
      || !tj_scan_knowledge (store, half, take_knowledge, self, error)
      || !tj_scan_measures (store, half, take_measure, self, error)
      || !tj_scan_residents (store, take_resident, self, error)
      || !tj_youths_foreach_earlier_number (store, take_earlier_number, self, error)
      || !tj_shared_numbers_foreach (store, take_shared, self, error)
      || !tj_imports_foreach (store, take_run, &population_on, error))
    return NULL;
  judge_residence (self, population_on);
  hang_contacts (self);
  hang_measures (self);
  settle (self);
  return g_steal_pointer (&self);
}

/**
 * tj_scb_book_get_records: what is in the half-year, in the order of personal numbers; lives as long
 * as the book.
 */
const TjScbRecord *
tj_scb_book_get_records (const TjScbBook *self, guint *n_records)
{
  *n_records = self->n_records;
  return self->records;
}

/**
 * tj_scb_book_is_protected: whether a youth's name and number are not to be shown.
 */
gboolean
tj_scb_book_is_protected (const TjScbBook *self, gint64 youth_id)
{
  return g_hash_table_contains (self->protecteds, ID_KEY (youth_id));
}

/**
 * tj_scb_book_find_youth: who has or had a number; 0 for nobody who was ever registered.
 */
gint64
tj_scb_book_find_youth (const TjScbBook *self, const char *personal_number)
{
  gpointer id = g_hash_table_lookup (self->by_number, personal_number);

  if (id == NULL)
    id = g_hash_table_lookup (self->earlier, personal_number);
  return (gint64)GPOINTER_TO_SIZE (id);
}

/**
 * tj_scb_book_has_youth: whether a youth has a registration in the half-year.
 */
gboolean
tj_scb_book_has_youth (const TjScbBook *self, gint64 youth_id)
{
  return g_hash_table_contains (self->present, ID_KEY (youth_id));
}
