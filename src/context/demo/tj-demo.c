/* A demo register: made-up people with a believable past, the same for the same seed and day.
 * Their numbers are the tax agency's test numbers, issued to nobody; when those run out (at more
 * people than a real municipality has) temporary numbers of the schools' kind are used. */

#include "config.h"

#include "tj-demo.h"

#include <string.h>

#include "tj-contact-repository.h"
#include "tj-demo-story.h"
#include "tj-follow-up-repository.h"
#include "tj-knowledge-repository.h"
#include "tj-letterhead-settings.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#define RESOURCES "/se/tjugo/Tjugo/demo/"
#define YOUNGEST 16
#define OLDEST 20
#define TEMPORARY_PER_DAY 1000
#define LONGEST_PAST_DAYS 420

typedef struct
{
  TjContext *context;
  TjChange *change;
  GRand *random;
  guint events;
  TjDate until; /* nothing is dated later for the person at hand */
  GStrv women, men, family_names, streets;
  GPtrArray *numbers;
} Demo;

static GStrv
load_words (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  return g_strsplit (g_strchomp (text), "\n", -1);
}

static int
between (Demo *demo, int low, int high)
{
  return g_rand_int_range (demo->random, low, high + 1);
}

static gboolean
chance (Demo *demo, int percent)
{
  return between (demo, 1, 100) <= percent;
}

static const char *
pick (Demo *demo, GStrv words)
{
  return words[between (demo, 0, (int)g_strv_length (words) - 1)];
}

static void
shuffle (Demo *demo)
{
  for (guint i = demo->numbers->len; i > 1; i--)
    {
      const guint j = between (demo, 0, i - 1);
      gpointer other = demo->numbers->pdata[j];

      demo->numbers->pdata[j] = demo->numbers->pdata[i - 1];
      demo->numbers->pdata[i - 1] = other;
    }
}

/* Ages from sixteen to a few days past twenty, so that the list of those to deregister lives. */
static gboolean
has_age (Demo *demo, const char *number)
{
  const TjDate today = tj_context_get_today (demo->context);
  TjPersonalNumber parsed;

  if (tj_personal_number_parse (number, today, &parsed) != TJ_NUMBER_OK)
    return FALSE;
  return tj_date_age (parsed.birth, today) >= YOUNGEST
         && tj_date_birthday (parsed.birth, OLDEST) + 3 > today;
}

static void
add_temporary_numbers (Demo *demo, guint people)
{
  const TjDate oldest = tj_date_add_months (tj_context_get_today (demo->context), -12 * OLDEST) + 1;

  for (guint i = 0; demo->numbers->len < people; i++)
    {
      int year, month, day;

      tj_date_get (oldest + i / TEMPORARY_PER_DAY, &year, &month, &day);
      g_ptr_array_add (demo->numbers, g_strdup_printf ("%04d%02d%02dT%03u", year, month, day,
                                                       i % TEMPORARY_PER_DAY));
    }
}

static void
collect_numbers (Demo *demo, guint people)
{
  g_auto (GStrv) numbers = load_words ("numbers.txt");

  demo->numbers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; numbers[i] != NULL; i++)
    if (has_age (demo, numbers[i]))
      g_ptr_array_add (demo->numbers, g_strdup (numbers[i]));
  shuffle (demo);
  add_temporary_numbers (demo, people);
}

static TjYouth *
new_youth (Demo *demo, const char *number)
{
  g_autoptr (TjYouth) youth = g_object_new (TJ_TYPE_YOUTH, "personal-number", number, NULL);
  GStrv given_names = tj_youth_get_sex (youth) == TJ_SEX_MAN ? demo->men : demo->women;
  g_autofree char *street
      = g_strdup_printf ("%s %d", pick (demo, demo->streets), between (demo, 1, 80));
  g_autofree char *phone = g_strdup_printf ("070-174 06 %02d", between (demo, 5, 99));

  tj_youth_set_given_name (youth, pick (demo, given_names));
  tj_youth_set_family_name (youth, pick (demo, demo->family_names));
  if (chance (demo, 2))
    {
      tj_youth_set_protection (youth, TJ_PROTECTION_MARKED);
      return g_steal_pointer (&youth);
    }
  tj_youth_set_street (youth, street);
  tj_youth_set_postal_code (youth, chance (demo, 50) ? "54330" : "54331");
  tj_youth_set_locality (youth, "Tibro");
  if (chance (demo, 6))
    tj_youth_set_care_of (youth, pick (demo, demo->family_names));
  if (chance (demo, 70))
    tj_youth_set_phone (youth, phone);
  return g_steal_pointer (&youth);
}

static TjBackground
pick_background (Demo *demo)
{
  static const TjBackground common[]
      = { TJ_BACKGROUND_BREAK, TJ_BACKGROUND_BREAK,   TJ_BACKGROUND_STUDIEBEVIS,
          TJ_BACKGROUND_NEVER, TJ_BACKGROUND_UNKNOWN, TJ_BACKGROUND_INTRODUCTION };

  return common[between (demo, 0, G_N_ELEMENTS (common) - 1)];
}

static TjOccupation
pick_occupation (Demo *demo)
{
  static const TjOccupation common[]
      = { TJ_OCCUPATION_WORK, TJ_OCCUPATION_WORK, TJ_OCCUPATION_OTHER_STUDIES,
          TJ_OCCUPATION_NONE, TJ_OCCUPATION_NONE, TJ_OCCUPATION_OTHER_ACTOR,
          TJ_OCCUPATION_OTHER };

  return common[between (demo, 0, G_N_ELEMENTS (common) - 1)];
}

static gboolean
add_contact (Demo *demo,
             gint64 youth_id,
             TjDate date,
             TjChannel channel,
             const char *letter_kind,
             TjOutcome outcome,
             TjOccupation occupation,
             GError **error)
{
  g_autoptr (TjContact) contact = NULL;

  if (date > demo->until)
    return TRUE;
  contact = g_object_new (TJ_TYPE_CONTACT, "youth-id", youth_id, "date", date, "channel", channel,
                          "outcome", outcome, "occupation", occupation, "letter-kind", letter_kind,
                          NULL);

  return tj_contacts_insert (demo->change, contact, error) != 0;
}

static gboolean
add_follow_up (Demo *demo, gint64 youth_id, TjDate due, TjDate done_on, GError **error)
{
  g_autoptr (TjFollowUp) follow_up = NULL;

  if (due > demo->until && demo->until < tj_context_get_today (demo->context))
    return TRUE;
  follow_up = g_object_new (TJ_TYPE_FOLLOW_UP, "youth-id", youth_id, "due", due, "done-on", done_on,
                            NULL);
  return tj_follow_ups_insert (demo->change, follow_up, error) != 0;
}

/* One climb of the ladder from `day`: attempts until an answer or today. Moves `day` past it. */
static gboolean
live_cycle (Demo *demo,
            gint64 youth_id,
            gboolean has_details,
            TjDate *day,
            guint *left,
            GError **error)
{
  static const int waits[] = { 5, 7, 16, 30 };
  static const char *const letters[] = { "", "brev1", "brev2", "" };
  static const TjChannel channels[]
      = { TJ_CHANNEL_SMS, TJ_CHANNEL_LETTER, TJ_CHANNEL_LETTER, TJ_CHANNEL_HOME_VISIT };
  const TjDate today = tj_context_get_today (demo->context);

  for (guint i = has_details ? 0 : 1; i < G_N_ELEMENTS (waits) && *left > 0; i++)
    {
      const TjChannel channel
          = channels[i] == TJ_CHANNEL_SMS && chance (demo, 50) ? TJ_CHANNEL_PHONE : channels[i];
      const TjOutcome silence
          = channel == TJ_CHANNEL_LETTER ? TJ_OUTCOME_SENT : TJ_OUTCOME_NO_ANSWER;

      *day += waits[i] - between (demo, 0, 3);
      if (*day >= today || chance (demo, 4))
        return TRUE;
      (*left)--;
      if (!add_contact (demo, youth_id, *day, channel, letters[i], silence, TJ_OCCUPATION_UNKNOWN,
                        error))
        return FALSE;
      if (chance (demo, 55))
        break;
    }
  *day += between (demo, 1, 6);
  return TRUE;
}

/* The answer that ends a climb, and what was agreed. Moves `day` to the next follow-up. */
static gboolean
live_answer (Demo *demo, gint64 youth_id, TjDate *day, guint *left, GError **error)
{
  const TjDate today = tj_context_get_today (demo->context);
  const TjDate due = *day + between (demo, 40, 100);

  if (*day >= today || *left == 0)
    return TRUE;
  (*left)--;
  if (!add_contact (demo, youth_id, *day, TJ_CHANNEL_PHONE, "", TJ_OUTCOME_ANSWERED,
                    pick_occupation (demo), error)
      || !add_follow_up (demo, youth_id, due, due < today ? due : TJ_DATE_NONE, error))
    return FALSE;
  *day = due;
  return TRUE;
}

static gboolean
live (Demo *demo, TjYouth *youth, TjDate day, GError **error)
{
  const TjDate today = tj_context_get_today (demo->context);
  const gint64 id = tj_entity_get_id (TJ_ENTITY (youth));
  guint left = demo->events;

  while (day < today && left > 0)
    {
      const TjDate before = day;

      if (!live_cycle (demo, id, tj_youth_has_details (youth), &day, &left, error)
          || !live_answer (demo, id, &day, &left, error))
        return FALSE;
      if (day == before)
        break;
    }
  return TRUE;
}

static gboolean
add_person (Demo *demo, guint nth, GError **error)
{
  const TjDate today = tj_context_get_today (demo->context);
  g_autoptr (TjYouth) youth = new_youth (demo, g_ptr_array_index (demo->numbers, nth));
  const int past
      = chance (demo, 45) ? between (demo, 0, 40) : between (demo, 20, LONGEST_PAST_DAYS);
  g_autoptr (TjRegistration) registration
      = g_object_new (TJ_TYPE_REGISTRATION, "registered-on", today - past, "background",
                      pick_background (demo), NULL);

  demo->until = today;
  if (tj_youths_insert (demo->change, youth, error) == 0)
    return FALSE;
  tj_registration_set_youth_id (registration, tj_entity_get_id (TJ_ENTITY (youth)));
  if (past > 300 && chance (demo, 40))
    {
      demo->until = today - between (demo, 1, 200);
      tj_registration_set_deregistered_on (registration, demo->until);
      tj_registration_set_reason (registration, TJ_DEREGISTRATION_NATIONAL_PROGRAMME);
    }
  return tj_registrations_insert (demo->change, registration, error) != 0
         && live (demo, youth, today - past, error)
         && (!tj_registration_is_open (registration)
             || tj_demo_story_add (demo->change, tj_entity_get_id (TJ_ENTITY (youth)), nth,
                                   today - past, today, error));
}

static gboolean
write_letterhead (TjContext *context, GError **error)
{
  g_autoptr (TjLetterhead) letterhead = tj_letterhead_settings_load (context, error);

  if (letterhead == NULL)
    return FALSE;
  tj_letterhead_set (letterhead, "unit", "Kompetenscenter");
  tj_letterhead_set (letterhead, "contact_name", "Karin Exempel");
  tj_letterhead_set (letterhead, "contact_title", "samordnare");
  tj_letterhead_set (letterhead, "phone", "0504-180 00");
  tj_letterhead_set (letterhead, "email", "kaa@example.org");
  tj_letterhead_set (letterhead, "visiting_address", "Exempelgatan 1, Tibro");
  tj_letterhead_set (letterhead, "postal_address", "543 80 Tibro");
  tj_letterhead_set (letterhead, "web", "example.org/kaa");
  return tj_letterhead_settings_save (context, letterhead, error);
}

static void
clear_demo (Demo *demo)
{
  g_clear_pointer (&demo->change, tj_change_free);
  g_rand_free (demo->random);
  g_strfreev (demo->women);
  g_strfreev (demo->men);
  g_strfreev (demo->family_names);
  g_strfreev (demo->streets);
  g_ptr_array_unref (demo->numbers);
}

static gboolean
fill (Demo *demo, guint people, GError **error)
{
  demo->change = tj_change_begin (tj_context_get_store (demo->context), "fill-demo", error);
  if (demo->change == NULL)
    return FALSE;
  for (guint i = 0; i < people; i++)
    if (!add_person (demo, i, error))
      return FALSE;
  return tj_change_commit (demo->change, error);
}

/**
 * tj_demo_fill: fills an empty, unlocked register with `people` made-up youths, each with at most
 * `events` contacts before the context's day, and a made-up letterhead. The same `seed` and day
 * give the same people. All or nothing; `error` says what failed.
 */
gboolean
tj_demo_fill (TjContext *context, guint people, guint events, guint32 seed, GError **error)
{
  Demo demo = {
    .context = context,
    .random = g_rand_new_with_seed (seed),
    .events = events,
    .women = load_words ("women.txt"),
    .men = load_words ("men.txt"),
    .family_names = load_words ("family-names.txt"),
    .streets = load_words ("streets.txt"),
  };
  gboolean done;

  collect_numbers (&demo, people);
  done = fill (&demo, people, error) && write_letterhead (context, error);
  clear_demo (&demo);
  return done;
}
