/* What each kind of sheet says, and what it must not say, read back from the finished paper. */

#include "config.h"

#include "pdf-tags.h"
#include "sheet-reader.h"
#include "sheet-samples.h"

#include "tj-log-sheet.h"
#include "tj-purge-sheet.h"
#include "tj-team-sheet.h"

#include <string.h>

static SheetReader *
load (const char *sample)
{
  g_autoptr (GBytes) pdf = sample_draw (sample);

  return sheet_reader_new (pdf);
}

/* The sheet's words with one space between, as they may stand on any line. */
static char *
read_words (SheetReader *reader)
{
  g_autofree char *text = sheet_reader_get_text (reader);
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);

  return g_strjoinv (" ", words);
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *place = strstr (text, parts[i]);

      if (place == NULL)
        g_error ("“%s” is missing or stands too early", parts[i]);
      text = place;
    }
}

static void
test_a_plan_has_the_seven_points_in_their_order (void)
{
  static const char *const points[] = { "Individual planning",
                                        "1. Individual planning and goal",
                                        "2. What the youth is responsible for",
                                        "3. What the municipality is responsible for",
                                        "4. What another actor is responsible for",
                                        "5. When it starts and ends",
                                        "2026-10-01",
                                        "2027-06-11",
                                        "6. Why it ended",
                                        "7. When it is followed up and evaluated",
                                        NULL };
  static const char *const samples[] = { "plan", "empty-plan" };
  g_autoptr (SheetReader) plan = load (samples[0]);
  g_autoptr (SheetReader) empty = load (samples[1]);
  g_autofree char *text = read_words (plan);
  g_autofree char *empty_text = read_words (empty);

  assert_in_order (text, points);
  assert_says (text, "Hantverksstegen");
  assert_says (text, "The youth");
  assert_says (text, "The coordinator");
  assert_says (empty_text, points[1]);
  assert_says (empty_text, points[9]);
}

static void
test_a_plan_names_nobody_in_title_or_bookmarks (void)
{
  g_autoptr (SheetReader) reader = load ("plan");
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), reader->objects->objects);
  g_autofree char *objects = json_to_string (root, FALSE);

  g_assert_null (strstr (objects, "Alva"));
  assert_says (objects, "Individual planning");
}

static void
test_an_extract_holds_every_cell_and_the_law (void)
{
  static const char *const parts[] = { "Alva Öst",
                                       "20060101-2396",
                                       "Storgatan 1 lgh 1101, 543 30 Tibro",
                                       "Brev 1",
                                       "Vill veta mer om",
                                       "Nothing is held here.",
                                       "Loggade en kontakt",
                                       "The right to object in art. 21.1 does not apply",
                                       "2006:39, 2 b §",
                                       "31 December",
                                       "imy.se",
                                       "0504-180 00" };
  g_autoptr (SheetReader) reader = load ("extract");
  g_autofree char *text = read_words (reader);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_says (text, parts[i]);
}

/* The samples' protected person has name, age and address filled in. */
static void
test_a_protected_person_leaves_no_trace_on_a_team_sheet (void)
{
  static const char *const samples[] = { "meeting", "extended", "home-visit" };
  static const char *const traces[] = { "Hemlig", "Hemlund", "Hemvägen", "111 22", "Hemort" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SheetReader) reader = load (samples[i]);
      g_autofree char *text = read_words (reader);

      for (guint j = 0; j < G_N_ELEMENTS (traces); j++)
        g_assert_false (sheet_reader_mentions (reader, traces[j]));
      assert_says (text, "Protected person KAA-0057");
    }
}

static void
test_a_home_visit_list_goes_place_by_place (void)
{
  static const char *const places[] = { "543 30 Tibro",
                                        "Hörnebovägen 4",
                                        "Storgatan 10 B",
                                        "543 93 Fagersanna",
                                        "Protected persons: ask the coordinator",
                                        "KAA-0057",
                                        NULL };
  g_autoptr (SheetReader) reader = load ("home-visit");
  g_autofree char *text = read_words (reader);
  g_autofree char *order = pdf_tags_read_order (reader->objects);

  assert_in_order (text, places);
  g_assert_cmpuint (pdf_tags_count (order, "/H2"), ==, 3);
}

static void
test_a_team_sheet_without_youths_says_so (void)
{
  const TjSheetHead head = sample_head ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tj_team_sheet_draw (TJ_TEAM_SHEET_EXTENDED, NULL, 0, &head, &error);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  reader = sheet_reader_new (pdf);
  text = read_words (reader);
  assert_says (text, "There is nobody on this list today.");
}

static void
test_a_purge_protocol_counts (void)
{
  g_autoptr (SheetReader) reader = load ("purge");
  g_autofree char *text = read_words (reader);

  assert_says (text, "2026-12-18");
  assert_says (text, "Kontakter 312");
  assert_says (text, "Total 376");
  assert_says (text, "2027-09-30");
}

static void
test_a_recovery_sheet_has_the_groups_in_order (void)
{
  static const char *const groups[] = {
    "7K2MQ", "0WERT", "YXZ19", "88ABC", "DMNP4", "Q3RS0", "WWMM1", "HJKV5", "Where to keep it", NULL
  };
  g_autoptr (SheetReader) reader = load ("recovery");
  g_autofree char *text = read_words (reader);

  assert_in_order (text, groups);
  assert_says (text, "Register");
}

static void
test_a_log_review_sums_its_days (void)
{
  g_autoptr (SheetReader) reader = load ("log");
  g_autofree char *text = read_words (reader);

  assert_says (text, "Total 44 3 282 0 0 51 0");
  assert_says (text, "KAA-0057");
  assert_says (text, "Möte om plan");
  assert_says (text, "The log’s chain is unbroken");
}

static void
test_a_broken_log_is_said_first (void)
{
  static const char *const parts[]
      = { "THE LOG’S CHAIN IS BROKEN", "Day by day", "Nothing was logged this month.", NULL };
  const TjLogSheet log = { .month = "2026-10" };
  const TjSheetHead head = sample_head ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = tj_log_sheet_draw (&log, &head, &error);
  g_autoptr (SheetReader) reader = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  reader = sheet_reader_new (pdf);
  text = read_words (reader);
  assert_in_order (text, parts);
}

/* The samples' protected pupil has name, number and evidence filled in. */
static void
test_a_reconciliation_sums_and_hides (void)
{
  static const char *const traces[] = { "Hemlig", "20071212", "Hemskolan" };
  static const char *const parts[] = { "november 2026",
                                       "Karin Exempel",
                                       "Fakturerad efter avslut 3 31",
                                       "Open since earlier months",
                                       "Fråga skolan, 2026-10-20",
                                       "Fakturerad efter avslut (3)",
                                       "20060101-2396",
                                       "studierna slutade 2026-10-12",
                                       "Protected person KAA-0057",
                                       "Looked for and not found",
                                       "Fakturerad två gånger.",
                                       "Head of IKE",
                                       NULL };
  g_autoptr (SheetReader) reader = load ("reconciliation");
  g_autofree char *text = read_words (reader);

  assert_in_order (text, parts);
  assert_says (text, "31 050,50");
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_false (sheet_reader_mentions (reader, traces[i]));
}

static void
test_a_contested_invoice_is_summed (void)
{
  static const char *const parts[] = { "november 2026", "NTI Gymnasiet AB", "Alva Öst", "F1001",
                                       "22 550",        "Karin Exempel",    NULL };
  g_autoptr (SheetReader) reader = load ("contested");
  g_autofree char *text = read_words (reader);

  assert_in_order (text, parts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sheets/a-plan-has-the-seven-points-in-their-order",
                   test_a_plan_has_the_seven_points_in_their_order);
  g_test_add_func ("/paper/sheets/a-plan-names-nobody-in-title-or-bookmarks",
                   test_a_plan_names_nobody_in_title_or_bookmarks);
  g_test_add_func ("/paper/sheets/an-extract-holds-every-cell-and-the-law",
                   test_an_extract_holds_every_cell_and_the_law);
  g_test_add_func ("/paper/sheets/a-protected-person-leaves-no-trace-on-a-team-sheet",
                   test_a_protected_person_leaves_no_trace_on_a_team_sheet);
  g_test_add_func ("/paper/sheets/a-home-visit-list-goes-place-by-place",
                   test_a_home_visit_list_goes_place_by_place);
  g_test_add_func ("/paper/sheets/a-team-sheet-without-youths-says-so",
                   test_a_team_sheet_without_youths_says_so);
  g_test_add_func ("/paper/sheets/a-purge-protocol-counts", test_a_purge_protocol_counts);
  g_test_add_func ("/paper/sheets/a-recovery-sheet-has-the-groups-in-order",
                   test_a_recovery_sheet_has_the_groups_in_order);
  g_test_add_func ("/paper/sheets/a-log-review-sums-its-days", test_a_log_review_sums_its_days);
  g_test_add_func ("/paper/sheets/a-broken-log-is-said-first", test_a_broken_log_is_said_first);
  g_test_add_func ("/paper/sheets/a-reconciliation-sums-and-hides",
                   test_a_reconciliation_sums_and_hides);
  g_test_add_func ("/paper/sheets/a-contested-invoice-is-summed",
                   test_a_contested_invoice_is_summed);
  return g_test_run ();
}
