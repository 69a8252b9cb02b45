/* Sheets from a real register: who stands on them, in what order, what they keep to themselves, and
 * that the log tells of each. */

#include "config.h"

#include <poppler.h>
#include <string.h>

#include "context-fixture.h"
#include "tj-audit.h"
#include "tj-contact-repository.h"
#include "tj-extract-tree.h"
#include "tj-plan-service.h"
#include "tj-sheet-service.h"
#include "tj-team-list.h"
#include "tj-youth-repository.h"

#define NUMBER "200706262383"
#define OTHER_NUMBER "201009282383"
#define THIRD_NUMBER "200901012385"

static char *
read_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *page_text = poppler_page_get_text (page);

      g_string_append (text, page_text);
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_string_free (text, FALSE);
}

static char *
read_team_sheet (ContextFixture *fixture, TjTeamSheetKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tj_sheet_service_team (fixture->context, kind, &error);

  g_assert_no_error (error);
  return read_pdf (pdf);
}

static void
add_attempt (ContextFixture *fixture, gint64 youth_id, TjChannel channel, int days_ago)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (fixture->context), "log-contact", &error);
  g_autoptr (TjContact) contact = tj_contact_new (youth_id);

  tj_contact_set_date (contact, context_fixture_today () - (guint)days_ago);
  tj_contact_set_channel (contact, channel);
  tj_contact_set_outcome (contact, TJ_OUTCOME_NO_ANSWER);
  tj_contacts_insert (change, contact, &error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
}

/* The same register on another day, as the program meets it. */
static void
set_today (ContextFixture *fixture, TjDate today)
{
  g_autoptr (GError) error = NULL;

  tj_context_close (fixture->context, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->context);
  fixture->context = tj_context_new (fixture->folder, today);
  tj_context_unlock_with_passphrase (fixture->context, fixture->passphrase, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *action;
  const char *details;
  guint n;
} Count;

static gboolean
count_row (const TjAuditEntry *entry, gpointer user_data)
{
  Count *count = user_data;

  count->n += g_str_equal (entry->action, count->action)
              && (count->details == NULL || g_str_equal (entry->details, count->details));
  return TRUE;
}

static guint
count_log (ContextFixture *fixture, const char *action, const char *details)
{
  g_autoptr (GError) error = NULL;
  Count count = { action, details, 0 };

  tj_audit_foreach (tj_context_get_store (fixture->context), count_row, &count, &error);
  g_assert_no_error (error);
  return count.n;
}

static void
test_a_meeting_takes_all_who_are_open_and_is_logged (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Ånäsvägen 78", 0);
  context_fixture_add_youth (fixture, OTHER_NUMBER, "Ek", "", 0);
  text = read_team_sheet (fixture, TJ_TEAM_SHEET_MEETING);
  g_assert_nonnull (strstr (text, "Kim Söderlund"));
  g_assert_nonnull (strstr (text, "Kim Ek"));
  g_assert_nonnull (strstr (text, "19 years"));
  g_assert_nonnull (strstr (text, "Brev 1"));
  g_assert_null (strstr (text, "2383"));
  g_assert_cmpuint (count_log (fixture, "print-team-sheet", "meeting youths=2"), ==, 1);
}

static void
test_a_protected_person_is_a_number_on_each_team_sheet (ContextFixture *fixture,
                                                        gconstpointer unused)
{
  const gint64 id
      = context_fixture_add_youth (fixture, NUMBER, "Hemlund", "Hemvägen 1", TJ_PROTECTION_MARKED);

  add_attempt (fixture, id, TJ_CHANNEL_PHONE, 3);
  set_today (fixture, context_fixture_today () + 90);
  for (TjTeamSheetKind kind = 0; kind <= TJ_TEAM_SHEET_HOME_VISIT; kind++)
    {
      g_autofree char *text = read_team_sheet (fixture, kind);

      g_assert_nonnull (strstr (text, "KAA-0001"));
      g_assert_null (strstr (text, "Hemlund"));
      g_assert_null (strstr (text, "Hemvägen"));
      g_assert_null (strstr (text, "Tibro\n"));
      g_assert_null (strstr (text, "years"));
    }
}

static void
test_home_visits_go_from_door_to_door (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjTeamList) list = NULL;
  const TjTeamSheetRow *rows;
  guint n_rows;

  context_fixture_add_youth (fixture, NUMBER, "Tio", "Storgatan 10 B", 0);
  context_fixture_add_youth (fixture, OTHER_NUMBER, "Hemlig", "", TJ_PROTECTION_MARKED);
  context_fixture_add_youth (fixture, THIRD_NUMBER, "Två", "Storgatan 2", 0);
  set_today (fixture, context_fixture_today () + 90);
  list = tj_team_list_load (fixture->context, TJ_TEAM_SHEET_HOME_VISIT, &error);
  g_assert_no_error (error);
  rows = tj_team_list_get_rows (list, &n_rows);
  g_assert_cmpuint (n_rows, ==, 3);
  g_assert_cmpstr (rows[0].address, ==, "Storgatan 2\n543 30");
  g_assert_cmpstr (rows[0].locality, ==, "Tibro");
  g_assert_cmpstr (rows[1].name, ==, "Kim Tio");
  g_assert_true (rows[2].is_protected);
  g_assert_null (rows[2].name);
  g_assert_null (rows[2].address);
  g_assert_cmpint (rows[2].age, ==, -1);
}

static void
test_nobody_is_visited_before_it_is_time (ContextFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Ånäsvägen 78", 0);
  text = read_team_sheet (fixture, TJ_TEAM_SHEET_HOME_VISIT);
  g_assert_nonnull (strstr (text, "There is nobody on this list today."));
  g_assert_null (strstr (text, "Söderlund"));
}

static void
test_the_extended_team_takes_those_who_were_tried (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjTeamList) list = NULL;
  const TjTeamSheetRow *rows;
  guint n_rows;
  gint64 id;

  context_fixture_add_youth (fixture, NUMBER, "Otestad", "Storgatan 1", 0);
  id = context_fixture_add_youth (fixture, OTHER_NUMBER, "Sökt", "Storgatan 2", 0);
  add_attempt (fixture, id, TJ_CHANNEL_PHONE, 5);
  add_attempt (fixture, id, TJ_CHANNEL_SMS, 3);
  list = tj_team_list_load (fixture->context, TJ_TEAM_SHEET_EXTENDED, &error);
  g_assert_no_error (error);
  rows = tj_team_list_get_rows (list, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpstr (rows[0].name, ==, "Kim Sökt");
  g_assert_cmpuint (rows[0].n_attempts, ==, 2);
}

static void
test_a_plan_is_printed_as_it_was_written (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Ånäsvägen 78", 0);
  g_autoptr (TjPlan) plan = tj_plan_new (id);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  tj_plan_set_goal (plan, "Börja på folkhögskola i januari");
  tj_plan_set_starts_on (plan, context_fixture_today ());
  tj_plan_service_save (fixture->context, plan, &error);
  g_assert_no_error (error);
  pdf = tj_sheet_service_plan (fixture->context, id, 1, &error);
  g_assert_no_error (error);
  text = read_pdf (pdf);
  g_assert_nonnull (strstr (text, "Kim Söderlund"));
  g_assert_nonnull (strstr (text, "Börja på folkhögskola i januari"));
  g_assert_nonnull (strstr (text, "2026-11-18"));
  g_assert_null (strstr (text, "2383"));
  g_assert_cmpuint (count_log (fixture, "print-plan", "version=1"), ==, 1);
  g_assert_null (tj_sheet_service_plan (fixture->context, id, 2, &error));
  g_assert_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT);
}

static void
test_a_review_counts_and_names_no_one (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const gint64 id = context_fixture_add_youth (fixture, NUMBER, "Hemlund", "", 1);
  TjStore *store = tj_context_get_store (fixture->context);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  tj_audit_log (store, "unlock-protected", id, "ringer upp", &error);
  tj_audit_log (store, "open", 0, "failed-openings=4", &error);
  g_assert_no_error (error);
  pdf = tj_sheet_service_log_review (fixture->context, g_date_time_get_year (now),
                                     g_date_time_get_month (now), &error);
  g_assert_no_error (error);
  text = read_pdf (pdf);
  g_assert_nonnull (strstr (text, "The log’s chain is unbroken"));
  g_assert_nonnull (strstr (text, "KAA-0001"));
  g_assert_nonnull (strstr (text, "ringer upp"));
  g_assert_nonnull (strstr (text, "Show a protected person"));
  g_assert_null (strstr (text, "Hemlund"));
  g_assert_cmpuint (count_log (fixture, "print-log-review", NULL), ==, 1);
}

static void
test_the_recovery_sheet_has_the_key_and_no_person (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) groups = g_strsplit (tj_secret_get_text (fixture->recovery_key), "-", -1);
  g_autofree char *text = NULL;

  context_fixture_add_youth (fixture, NUMBER, "Söderlund", "Ånäsvägen 78", 0);
  pdf = tj_sheet_service_recovery (fixture->context, fixture->recovery_key, &error);
  g_assert_no_error (error);
  text = read_pdf (pdf);
  g_assert_cmpuint (g_strv_length (groups), ==, 8);
  for (guint i = 0; i < 8; i++)
    g_assert_nonnull (strstr (text, groups[i]));
  g_assert_nonnull (strstr (text, "Tibro"));
  g_assert_null (strstr (text, "Söderlund"));
  g_assert_cmpuint (count_log (fixture, "print-recovery-sheet", NULL), ==, 1);
}

static void
test_an_extract_holds_what_is_held_and_no_one_else (ContextFixture *fixture, gconstpointer unused)
{
  static const char *const parts[] = { "Kim Hemlund",
                                       "200706262383",
                                       "Hemvägen 1",
                                       "2026-11-15",
                                       "Phone",
                                       "2026-11-04",
                                       "art. 21.1 does not apply",
                                       "Write a subject extract",
                                       "Nothing is held here." };
  g_autoptr (GError) error = NULL;
  const gint64 id
      = context_fixture_add_youth (fixture, NUMBER, "Hemlund", "Hemvägen 1", TJ_PROTECTION_MARKED);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  context_fixture_add_youth (fixture, OTHER_NUMBER, "Ek", "Storgatan 1", 0);
  add_attempt (fixture, id, TJ_CHANNEL_PHONE, 3);
  pdf = tj_sheet_service_extract (fixture->context, id, &error);
  g_assert_no_error (error);
  text = read_pdf (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is missing in:\n%s", parts[i], text);
  g_assert_null (strstr (text, "Storgatan"));
  g_assert_null (strstr (text, "pdf_base64"));
  g_assert_cmpuint (count_log (fixture, "extract", NULL), ==, 1);
}

/* What the tree may come to hold that nobody has thought of here. */
static void
test_an_extract_leaves_out_nothing_it_does_not_know (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root
      = json_from_string ("{\"given_name\": \"Kim\", \"shoe_size\": 43, \"visits\": "
                          "[{\"by\": \"fält\", \"seen\": true, \"kin\": [{\"age\": 9}]}]}",
                          &error);
  g_autoptr (TjExtractTree) tree = NULL;
  const TjExtractSection *sections;
  guint n_sections;

  g_assert_no_error (error);
  tree = tj_extract_tree_new (root);
  sections = tj_extract_tree_get_sections (tree, &n_sections);
  g_assert_cmpuint (n_sections, ==, 2);
  g_assert_cmpuint (sections[0].n_rows, ==, 2);
  g_assert_cmpstr (sections[0].rows[1][0], ==, "shoe_size");
  g_assert_cmpstr (sections[0].rows[1][1], ==, "43");
  g_assert_cmpstr (sections[1].title, ==, "visits");
  g_assert_cmpstr (sections[1].rows[0][0], ==, "fält");
  g_assert_cmpstr (sections[1].rows[0][1], ==, "true");
  g_assert_cmpstr (sections[1].rows[0][2], ==, "age: 9");
}

static void
test_a_purge_protocol_says_how_many (ContextFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  char actor[] = "kexe";
  const TjPurgeProtocol protocol = {
    .date = tj_date_new (2026, 12, 18), .actor = actor, .year = 2026, .youths = 7, .rows = 391
  };
  g_autoptr (GBytes) pdf = tj_sheet_service_purge (fixture->context, &protocol, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = read_pdf (pdf);
  g_assert_nonnull (strstr (text, "2026-12-18"));
  g_assert_nonnull (strstr (text, "kexe"));
  g_assert_nonnull (strstr (text, "391"));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/context/sheets/" path, ContextFixture, NULL, context_fixture_set_up, function,     \
              context_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-meeting-takes-all-who-are-open-and-is-logged",
       test_a_meeting_takes_all_who_are_open_and_is_logged);
  ADD ("a-protected-person-is-a-number-on-each-team-sheet",
       test_a_protected_person_is_a_number_on_each_team_sheet);
  ADD ("home-visits-go-from-door-to-door", test_home_visits_go_from_door_to_door);
  ADD ("nobody-is-visited-before-it-is-time", test_nobody_is_visited_before_it_is_time);
  ADD ("the-extended-team-takes-those-who-were-tried",
       test_the_extended_team_takes_those_who_were_tried);
  ADD ("a-plan-is-printed-as-it-was-written", test_a_plan_is_printed_as_it_was_written);
  ADD ("a-review-counts-and-names-no-one", test_a_review_counts_and_names_no_one);
  ADD ("the-recovery-sheet-has-the-key-and-no-person",
       test_the_recovery_sheet_has_the_key_and_no_person);
  ADD ("an-extract-holds-what-is-held-and-no-one-else",
       test_an_extract_holds_what_is_held_and_no_one_else);
  ADD ("an-extract-leaves-out-nothing-it-does-not-know",
       test_an_extract_leaves_out_nothing_it_does_not_know);
  ADD ("a-purge-protocol-says-how-many", test_a_purge_protocol_says_how_many);
  return g_test_run ();
}
