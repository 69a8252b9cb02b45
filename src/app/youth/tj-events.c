/* What the register knows to have happened to a youth, of every kind, as one list of words with the
 * latest first: registrations, contacts, knowledge, follow-ups, measures and their activities, plans,
 * letters, school reports. */

#include "config.h"

#include "tj-events.h"

#include "tj-catalogue-service.h"
#include "tj-code-book-service.h"
#include "tj-contact-repository.h"
#include "tj-contact-text.h"
#include "tj-date-text.h"
#include "tj-follow-up-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-letter-repository.h"
#include "tj-letter-template.h"
#include "tj-measure-repository.h"
#include "tj-plan-repository.h"
#include "tj-registration-repository.h"
#include "tj-school-report-repository.h"

#include <glib/gi18n.h>

/* In what order things of one day are taken to have happened. */
typedef enum
{
  KIND_REGISTERED,
  KIND_SCHOOL_REPORT,
  KIND_KNOWLEDGE,
  KIND_LETTER,
  KIND_CONTACT,
  KIND_FOLLOW_UP_DONE,
  KIND_PLAN,
  KIND_MEASURE_DECIDED,
  KIND_MEASURE_STARTED,
  KIND_ACTIVITY_STARTED,
  KIND_ACTIVITY_STOPPED,
  KIND_MEASURE_ENDED,
  KIND_FOLLOW_UP_DUE,
  KIND_DEREGISTERED,
} Kind;

#define IDS_PER_KIND ((gint64)1 << 48)

/* The events on their way, and what it takes to put them in words. */
typedef struct
{
  GPtrArray *events;
  GPtrArray *catalogue;
  TjCodeBook *ends;
  GHashTable *letters; /* those that a contact tells of */
  gboolean masked;
} Telling;

/* Takes `more`. */
static void
tell (Telling *telling, Kind kind, gpointer entity, TjDate date, const char *what, char *more)
{
  TjEvent *event;

  if (date == TJ_DATE_NONE)
    {
      g_free (more);
      return;
    }

  event = g_new0 (TjEvent, 1);
  event->date = date;
  event->order = kind * IDS_PER_KIND + tj_entity_get_id (entity);
  event->what = g_strdup (what);
  event->more = more;
  g_ptr_array_add (telling->events, event);
}

/* What somebody wrote; nothing when masked. */
static char *
dup_words (Telling *telling, const char *words)
{
  return telling->masked || *words == '\0' ? NULL : g_strdup (words);
}

/* Both, with a point between them; either may be NULL. Takes them. */
static char *
join (char *first, char *second)
{
  g_autofree char *a = first;
  g_autofree char *b = second;

  if (a == NULL || b == NULL)
    return a != NULL ? g_steal_pointer (&a) : g_steal_pointer (&b);
  return g_strdup_printf ("%s · %s", a, b);
}

static void
tell_registration (gpointer data, gpointer user_data)
{
  TjRegistration *registration = data;
  int background = tj_registration_get_background (registration);
  const char *label = background == TJ_BACKGROUND_UNKNOWN
                          ? _ ("Background not known")
                          : tj_code_label (&tj_backgrounds, background);
  int reason = tj_registration_get_reason (registration);

  tell (user_data, KIND_REGISTERED, data, tj_registration_get_registered_on (registration),
        _ ("Registered"),
        join (g_strdup (label),
              dup_words (user_data, tj_registration_get_latest_education (registration))));
  tell (user_data, KIND_DEREGISTERED, data, tj_registration_get_deregistered_on (registration),
        _ ("Deregistered"), g_strdup (tj_code_label (&tj_deregistrations, reason)));
}

static void
tell_contact (gpointer data, gpointer user_data)
{
  Telling *telling = user_data;
  TjContact *contact = data;
  gint64 letter_id = tj_contact_get_letter_id (contact);
  int occupation = tj_contact_get_occupation (contact);
  g_autofree char *what = tj_contact_text_what (contact);
  char *known = occupation > TJ_OCCUPATION_UNKNOWN
                    ? g_strdup (tj_code_label (&tj_occupations, occupation))
                    : NULL;

  if (letter_id != 0)
    g_hash_table_add (telling->letters, g_memdup2 (&letter_id, sizeof letter_id));
  tell (telling, KIND_CONTACT, data, tj_contact_get_date (contact), what,
        join (known, dup_words (telling, tj_contact_get_note (contact))));
}

static void
tell_knowledge (gpointer data, gpointer user_data)
{
  TjKnowledge *knowledge = data;
  const char *occupation = tj_code_label (&tj_occupations, tj_knowledge_get_occupation (knowledge));
  const char *source = tj_code_label (&tj_sources, tj_knowledge_get_source (knowledge));
  g_autofree char *within = tj_text_within (occupation);
  g_autofree char *what = g_strdup_printf (_ ("Known: %s"), within);

  tell (user_data, KIND_KNOWLEDGE, data, tj_knowledge_get_date (knowledge), what,
        g_strdup_printf (_ ("Source: %s"), source));
}

static void
tell_follow_up (gpointer data, gpointer user_data)
{
  TjFollowUp *follow_up = data;
  TjDate done = tj_follow_up_get_done_on (follow_up);
  char *reason = dup_words (user_data, tj_follow_up_get_reason (follow_up));

  if (done == TJ_DATE_NONE)
    tell (user_data, KIND_FOLLOW_UP_DUE, data, tj_follow_up_get_due (follow_up),
          _ ("To be heard of again"), reason);
  else
    tell (user_data, KIND_FOLLOW_UP_DONE, data, done, _ ("Follow-up done"), reason);
}

static void
tell_measure (gpointer data, gpointer user_data)
{
  Telling *telling = user_data;
  TjMeasure *measure = data;
  const char *content = tj_code_label (&tj_measure_contents, tj_measure_get_content (measure));
  const char *reason = tj_code_book_find_label (telling->ends, tj_measure_get_reason (measure));
  const char *after = tj_code_label (&tj_after_measures, tj_measure_get_after (measure));

  tell (telling, KIND_MEASURE_DECIDED, data, tj_measure_get_decided_on (measure),
        _ ("Measure decided"), g_strdup (content));
  tell (telling, KIND_MEASURE_STARTED, data, tj_measure_get_started_on (measure),
        _ ("Measure begins"), g_strdup (content));
  tell (telling, KIND_MEASURE_ENDED, data, tj_measure_get_ended_on (measure), _ ("Measure ends"),
        join (join (g_strdup (content), g_strdup (reason)),
              after != NULL ? g_strdup_printf (_ ("after: %s"), after) : NULL));
}

static const char *
name_activity (Telling *telling, TjActivity *activity)
{
  for (guint i = 0; i < telling->catalogue->len; i++)
    {
      TjCatalogueItem *item = telling->catalogue->pdata[i];

      if (item->id == tj_activity_get_catalogue_id (activity))
        return item->name;
    }
  return _ ("Activity");
}

static void
tell_activity (gpointer data, gpointer user_data)
{
  Telling *telling = user_data;
  TjActivity *activity = data;
  const char *name = name_activity (telling, activity);
  g_autofree char *begins = g_strdup_printf (_ ("%s begins"), name);
  g_autofree char *stops = g_strdup_printf (_ ("%s stops"), name);

  tell (telling, KIND_ACTIVITY_STARTED, data, tj_activity_get_started_on (activity), begins,
        dup_words (telling, tj_activity_get_goal (activity)));
  tell (telling, KIND_ACTIVITY_STOPPED, data, tj_activity_get_stopped_on (activity), stops,
        dup_words (telling, tj_activity_get_result (activity)));
}

static void
tell_plan (gpointer data, gpointer user_data)
{
  TjPlan *plan = data;
  int version = (int)tj_plan_get_version (plan);
  g_autofree char *what = version == 1 ? g_strdup (_ ("Plan written"))
                                       : g_strdup_printf (_ ("Plan revised, version %d"), version);

  tell (user_data, KIND_PLAN, data, tj_plan_get_written_on (plan), what,
        dup_words (user_data, tj_plan_get_goal (plan)));
}

/* A letter is told of by the contact it was; this is for one that has none. */
static void
tell_letter (gpointer data, gpointer user_data)
{
  Telling *telling = user_data;
  TjLetter *letter = data;
  gint64 id = tj_entity_get_id (letter);
  g_autoptr (TjLetterTemplate) template = NULL;

  if (g_hash_table_contains (telling->letters, &id))
    return;

  template = tj_letter_template_load (tj_letter_get_kind (letter), "sv", NULL);
  tell (telling, KIND_LETTER, data, tj_letter_get_date (letter),
        template != NULL ? tj_letter_template_get_title (template) : _ ("Letter"), NULL);
}

static void
tell_school_report (gpointer data, gpointer user_data)
{
  TjSchoolReport *report = data;
  const char *category
      = tj_code_label (&tj_report_categories, tj_school_report_get_category (report));

  tell (user_data, KIND_SCHOOL_REPORT, data, tj_school_report_get_received_on (report),
        _ ("School report"),
        join (g_strdup (category), dup_words (user_data, tj_school_report_get_school (report))));
}

static void
tell_school_report_step (gpointer data, gpointer user_data)
{
  TjSchoolReportStep *step = data;
  g_autofree char *state
      = tj_text_within (tj_code_label (&tj_report_states, tj_school_report_step_get_state (step)));
  g_autofree char *what = g_strdup_printf (_ ("School report: %s"), state);

  tell (user_data, KIND_SCHOOL_REPORT, data, tj_school_report_step_get_date (step), what,
        dup_words (user_data, tj_school_report_step_get_note (step)));
}

/* Contacts come before letters: they say which letters they tell of. */
static const struct
{
  GPtrArray *(*list) (TjStore *store, gint64 youth_id, GError **error);
  GFunc tell;
} sources[] = {
  { tj_registrations_list, tell_registration },
  { tj_contacts_list, tell_contact },
  { tj_knowledge_list, tell_knowledge },
  { tj_follow_ups_list, tell_follow_up },
  { tj_measures_list, tell_measure },
  { tj_activities_list, tell_activity },
  { tj_plans_list, tell_plan },
  { tj_letters_list, tell_letter },
  { tj_school_reports_list, tell_school_report },
  { tj_school_report_steps_list, tell_school_report_step },
};

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TjEvent *x = *(TjEvent *const *)a;
  const TjEvent *y = *(TjEvent *const *)b;

  if (x->date != y->date)
    return x->date < y->date ? 1 : -1;
  return (x->order < y->order) - (x->order > y->order);
}

static gboolean
tell_all (Telling *telling, TjContext *context, gint64 youth_id, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GPtrArray) entities
          = sources[i].list (tj_context_get_store (context), youth_id, error);

      if (entities == NULL)
        return FALSE;
      g_ptr_array_foreach (entities, sources[i].tell, telling);
    }
  return TRUE;
}

void
tj_event_free (TjEvent *event)
{
  g_free (event->what);
  g_free (event->more);
  g_free (event);
}

/* A new array of TjEvent, the latest first. Masked, no event holds a word that somebody wrote. */
GPtrArray *
tj_events_list (TjContext *context, gint64 youth_id, gboolean masked, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_event_free);
  g_autoptr (GPtrArray) catalogue = tj_catalogue_service_list (context, TRUE, error);
  g_autoptr (TjCodeBook) ends = NULL;
  g_autoptr (GHashTable) letters
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Telling telling;

  if (catalogue == NULL)
    return NULL;
  ends = tj_code_book_service_load (context, TJ_CODE_BOOK_MEASURE_END, error);
  if (ends == NULL)
    return NULL;

  telling = (Telling){
    .events = events, .catalogue = catalogue, .ends = ends, .letters = letters, .masked = masked
  };
  if (!tell_all (&telling, context, youth_id, error))
    return NULL;
  g_ptr_array_sort (events, compare_events);
  return g_steal_pointer (&events);
}
