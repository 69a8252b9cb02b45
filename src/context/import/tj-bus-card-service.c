/* Who has a right to a bus card: those who study at upper-secondary level in adult education, by its
 * latest report. The list goes to others, so protected people are not on it: they are counted, for
 * the coordinator to arrange theirs by hand. */

#include "config.h"

#include "tj-bus-card-service.h"

#include <glib/gi18n-lib.h>

#include "tj-adult-study.h"
#include "tj-audit.h"
#include "tj-csv-writer.h"
#include "tj-fact-repository.h"
#include "tj-personal-number.h"

/**
 * tj_bus_card_free: frees one of tj_bus_card_service_list().
 */
void
tj_bus_card_free (TjBusCard *card)
{
  g_free (card->personal_number);
  g_free (card->name);
  g_free (card->courses);
  g_free (card);
}

/* A list in the making. */
typedef struct
{
  GHashTable *protected; /* numbers */
  GHashTable *left_out;  /* of those, who would have had a card */
  GHashTable *by_number; /* number → borrowed card */
  GPtrArray *cards;
  TjDate today;
} Making;

static TjBusCard *
add_card (Making *making, TjAdultStudy *study)
{
  TjBusCard *card = g_new0 (TjBusCard, 1);

  card->personal_number = g_strdup (tj_fact_get_number (study));
  card->name = g_strdup_printf ("%s %s", tj_adult_study_get_given_name (study),
                                tj_adult_study_get_family_name (study));
  g_strstrip (card->name);
  card->courses = g_strdup (tj_adult_study_get_course (study));
  card->starts_on = tj_adult_study_get_starts_on (study);
  card->ends_on = tj_adult_study_get_ends_on (study);
  g_ptr_array_add (making->cards, card);
  g_hash_table_insert (making->by_number, card->personal_number, card);
  return card;
}

/* One card a person, for as long as any course goes on. */
static void
extend_card (TjBusCard *card, TjAdultStudy *study)
{
  TjDate ends_on = tj_adult_study_get_ends_on (study);
  char *courses = g_strdup_printf ("%s, %s", card->courses, tj_adult_study_get_course (study));

  g_free (card->courses);
  card->courses = courses;
  card->starts_on = MIN (card->starts_on, tj_adult_study_get_starts_on (study));
  if (ends_on == TJ_DATE_NONE || card->ends_on == TJ_DATE_NONE)
    card->ends_on = TJ_DATE_NONE;
  else
    card->ends_on = MAX (card->ends_on, ends_on);
}

static gboolean
take_study (gpointer fact, gpointer user_data)
{
  Making *making = user_data;
  const char *number = tj_fact_get_number (fact);
  TjDate ends_on = tj_adult_study_get_ends_on (fact);
  TjBusCard *card;

  if (tj_adult_study_get_level (fact) != TJ_STUDY_LEVEL_UPPER_SECONDARY
      || tj_adult_study_get_state (fact) != TJ_STUDY_STATE_ONGOING
      || (ends_on != TJ_DATE_NONE && ends_on < making->today))
    return TRUE;
  if (tj_adult_study_get_protection (fact) != TJ_PROTECTION_NONE
      || g_hash_table_contains (making->protected, number))
    {
      g_hash_table_add (making->left_out, g_strdup (number));
      return TRUE;
    }
  card = g_hash_table_lookup (making->by_number, number);
  if (card != NULL)
    extend_card (card, fact);
  else
    add_card (making, fact);
  return TRUE;
}

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(TjBusCard *const *)a)->name, (*(TjBusCard *const *)b)->name);
}

/**
 * tj_bus_card_service_list: those entitled, by name. `n_protected` takes how many more are, whom the
 * list does not name. Returns a new array of TjBusCard that owns its elements; NULL with `error`
 * set.
 */
GPtrArray *
tj_bus_card_service_list (TjContext *context, guint *n_protected, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GHashTable) protected = tj_facts_load_protected (store, error);
  g_autoptr (GHashTable) left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_bus_card_free);
  Making making = { protected, left_out, by_number, cards, tj_context_get_today (context) };

  if (protected == NULL
      || !tj_facts_foreach (store, TJ_TYPE_ADULT_STUDY, take_study, &making, error)
      || !tj_audit_log (store, "bus-cards", 0, NULL, error))
    return NULL;
  g_ptr_array_sort (cards, compare_cards);
  *n_protected = g_hash_table_size (left_out);
  return g_steal_pointer (&cards);
}

static void
add_text (TjCsvWriter *writer, const char *text)
{
  tj_csv_writer_add (writer, text, -1);
}

static void
add_card_row (TjCsvWriter *writer, const TjBusCard *card)
{
  g_autofree char *number = tj_personal_number_format (card->personal_number);
  char iso[TJ_DATE_BUFFER];

  add_text (writer, number);
  add_text (writer, card->name);
  add_text (writer, card->courses);
  add_text (writer, card->starts_on != TJ_DATE_NONE ? tj_date_write (card->starts_on, iso) : "");
  add_text (writer, card->ends_on != TJ_DATE_NONE ? tj_date_write (card->ends_on, iso) : "");
  tj_csv_writer_end_row (writer);
}

static GBytes *
write_list (GPtrArray *cards)
{
  TjCsvWriter *writer = tj_csv_writer_new ();
  const char *headings[]
      = { N_ ("Personal number"), N_ ("Name"), N_ ("Courses"), N_ ("From"), N_ ("Until") };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    add_text (writer, _ (headings[i]));
  tj_csv_writer_end_row (writer);
  for (guint i = 0; i < cards->len; i++)
    add_card_row (writer, cards->pdata[i]);
  return tj_csv_writer_free_to_bytes (writer);
}

/**
 * tj_bus_card_service_save: writes the list as CSV to a file that only its owner can read. `n_cards`
 * and `n_protected` take how many are on it, and how many are not.
 */
gboolean
tj_bus_card_service_save (TjContext *context,
                          const char *path,
                          guint *n_cards,
                          guint *n_protected,
                          GError **error)
{
  g_autoptr (GPtrArray) cards = tj_bus_card_service_list (context, n_protected, error);
  g_autoptr (GBytes) bytes = NULL;

  if (cards == NULL)
    return FALSE;
  *n_cards = cards->len;
  bytes = write_list (cards);
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}
