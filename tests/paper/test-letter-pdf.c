/* Letters in a batch: whose is which, what they hold and what they must not hold. */

#include "config.h"

#include "letter-fixture.h"

#include <string.h>

/* A Luhn-correct number of the official test data; no real person has it. */
#define TEST_NUMBER "200601012396"

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” should not be in:\n%s", part, text);
}

static void
add_numbered (LetterFixture *fixture, guint i)
{
  g_autofree char *given = g_strdup_printf ("Namn%u", i);
  g_autofree char *name = g_strdup_printf ("%s Efternamn%u", given, i * 7);
  g_autofree char *street = g_strdup_printf ("Gatan %u", i * 3);
  g_autofree char *reference = g_strdup_printf ("REF-%05u", i);
  const TjLetterContent content = {
    .letter = fixture->letter,
    .recipient = { name, "", street, "", "54330", "Tibro" },
    .given_name = given,
    .reference = reference,
    .date = FIXTURE_DATE,
  };

  letter_fixture_add (fixture, &content);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
assert_numbered (LetterFixture *fixture, guint page, guint i)
{
  g_autofree char *text = letter_fixture_get_text (fixture, page);
  g_autofree char *name
      = g_strdup_printf ("\nNamn%u Efternamn%u\nGatan %u\n543 30 TIBRO\n", i, i * 7, i * 3);
  g_autofree char *greeting = g_strdup_printf ("\nHej Namn%u!\n", i);
  g_autofree char *reference = g_strdup_printf ("\nREF-%05u\n", i);

  assert_has (text, name);
  assert_has (text, greeting);
  assert_has (text, reference);
  g_assert_cmpuint (count (text, "Efternamn"), ==, 1);
  g_assert_cmpuint (count (text, "REF-"), ==, 1);
  g_assert_cmpuint (count (text, "Hej "), ==, 1);
}

static void
test_a_thousand_letters_are_not_mixed_up (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const guint n = 1000;

  for (guint i = 0; i < n; i++)
    add_numbered (fixture, i);
  letter_fixture_finish (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (fixture->document), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const TjLetterPlace place = tj_letter_pdf_get_place (fixture->pdf, i);

      g_assert_cmpuint (place.first_page, ==, i + 1);
      g_assert_cmpuint (place.n_pages, ==, 1);
      assert_numbered (fixture, i, i);
    }
}

static void
test_each_element_of_brev1_is_there (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const elements[] = { "Tibro kommun",
                                          "5 oktober 2026",
                                          "KAA-2026-0001",
                                          "Hej Alva!",
                                          "Karin Holm",
                                          "0504-180 00",
                                          "ungdomsteamet@tibro.example",
                                          "29 kap. 9 § skollagen",
                                          "förordning (2006:39)",
                                          "Vänliga hälsningar",
                                          "även om du arbetar eller studerar",
                                          "frivilligt" };
  g_autofree char *text = NULL;

  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    assert_has (text, elements[i]);
  g_assert_cmpuint (count (text, "•"), >=, 3);
  g_assert_cmpuint (count (text, "•"), <=, 5);
  g_assert_cmpint (poppler_document_get_n_pages (fixture->document), ==, 1);
}

static void
test_brev2_speaks_of_what_was_before (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *text = NULL;

  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 0);
  assert_has (text, "försökt nå dig tidigare");
  assert_has (text, "kommer hem till dig");
  assert_has (text, "29 kap. 9 § skollagen");
}

static void
test_a_letter_holds_no_personal_number (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const TjLetterContent content = {
    .letter = fixture->letter,
    .recipient = { "Alva Ek", "", "Storgatan 1", "", "54330", "Tibro" },
    .given_name = "Alva",
    .reference = "KAA-2026-0001",
    .date = FIXTURE_DATE,
    .personal_number = TEST_NUMBER,
  };
  g_autoptr (GRegex) number = g_regex_new ("\\d{6,8}[-+]?\\d{4}", 0, 0, NULL);
  g_autofree char *text = NULL;

  letter_fixture_add (fixture, &content);
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 0);
  g_assert_false (g_regex_match (number, text, 0, NULL));
}

static void
test_a_protected_person_gets_two_sheets (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  TjLetterPlace place;

  add_numbered (fixture, 1);
  letter_fixture_add_protected (fixture, TEST_NUMBER);
  add_numbered (fixture, 2);
  letter_fixture_finish (fixture);
  place = tj_letter_pdf_get_place (fixture->pdf, 1);
  g_assert_cmpuint (place.first_page, ==, 2);
  g_assert_cmpuint (place.n_pages, ==, 2);
  g_assert_cmpuint (tj_letter_pdf_get_n_pages (fixture->pdf), ==, 4);
  g_assert_cmpuint (tj_letter_pdf_get_n_letters (fixture->pdf), ==, 3);
  assert_numbered (fixture, 0, 1);
  assert_numbered (fixture, 3, 2);
}

static void
test_the_outer_sheet_names_nobody (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *window = NULL;

  letter_fixture_add_protected (fixture, TEST_NUMBER);
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 0);
  window = letter_fixture_get_text_in (fixture, 0, 90, 30, 214, 79);
  g_assert_cmpstr (window, ==, "SkatteverketBox282040320GÖTEBORG");
  letter_fixture_assert_window (fixture, 0);
  assert_lacks (text, "2396");
  assert_lacks (text, "KAA-2026-0002");
  assert_lacks (text, "Heml");
}

static void
test_the_inner_sheet_shows_the_number_alone (LetterFixture *fixture,
                                             G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *window = NULL;

  letter_fixture_add_protected (fixture, TEST_NUMBER);
  letter_fixture_finish (fixture);
  text = letter_fixture_get_text (fixture, 1);
  window = letter_fixture_get_text_in (fixture, 1, 90, 30, 214, 79);
  g_assert_cmpstr (window, ==, "20060101-2396");
  letter_fixture_assert_window (fixture, 1);
  assert_has (text, "Hej!");
  assert_lacks (text, "Heml");
  assert_lacks (text, "Hemvägen");
  assert_lacks (text, "Hemort");
  assert_lacks (text, "HEMORT");
  assert_lacks (text, "111 22");
}

/* Not even among what is not shown: every stream is searched as text of the whole file would be. */
static void
test_a_protected_name_is_nowhere_in_the_file (LetterFixture *fixture,
                                              G_GNUC_UNUSED gconstpointer data)
{
  gsize size;
  const char *file;

  letter_fixture_add_protected (fixture, TEST_NUMBER);
  letter_fixture_finish (fixture);
  file = g_bytes_get_data (fixture->bytes, &size);
  g_assert_null (g_strstr_len (file, (gssize)size, "Heml"));
  for (int page = 0; page < poppler_document_get_n_pages (fixture->document); page++)
    {
      g_autofree char *text = letter_fixture_get_text (fixture, (guint)page);

      assert_lacks (text, "Heml");
    }
}

static void
test_the_forwarding_address_is_a_setting (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *window = NULL;

  tj_letterhead_set (fixture->letterhead, "forwarding_street", "Box 1");
  tj_letterhead_set (fixture->letterhead, "forwarding_postal_code", "111 11");
  tj_letterhead_set (fixture->letterhead, "forwarding_locality", "Stockholm");
  letter_fixture_add_protected (fixture, TEST_NUMBER);
  letter_fixture_finish (fixture);
  window = letter_fixture_get_text_in (fixture, 0, 90, 30, 214, 79);
  g_assert_cmpstr (window, ==, "SkatteverketBox111111STOCKHOLM");
}

static void
test_metadata_and_bookmarks_name_nobody (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autofree char *metadata = NULL;
  PopplerIndexIter *iter;
  PopplerAction *action;

  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  title = poppler_document_get_title (fixture->document);
  metadata = poppler_document_get_metadata (fixture->document);
  g_assert_cmpstr (title, ==, "Brev 1 – Tibro kommun");
  assert_lacks (metadata, "Alva");
  assert_lacks (metadata, "KAA-2026");
  iter = poppler_index_iter_new (fixture->document);
  action = poppler_index_iter_get_action (iter);
  g_assert_cmpstr (action->any.title, ==, "Brev 1 – 1");
  g_assert_false (poppler_index_iter_next (iter));
  poppler_action_free (action);
  poppler_index_iter_free (iter);
}

static void
test_equal_letters_give_equal_bytes (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;

  letter_fixture_add_person (fixture, "Åke", "Öst", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  first = g_bytes_ref (fixture->bytes);
  g_clear_object (&fixture->document);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_clear_pointer (&fixture->pdf, tj_letter_pdf_free);
  letter_fixture_add_person (fixture, "Åke", "Öst", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  g_assert_true (g_bytes_equal (first, fixture->bytes));
}

static char *
build_long_template (guint n_paragraphs)
{
  GString *text
      = g_string_new ("kind: brev9\ntitle: Långt brev\nlanguage: sv\nversion: 1\ndate: Datum\n"
                      "reference: Referens\nmonths: j f m a m j j a s o n d\n\n# Hej {{given_name}}"
                      "\n\n");

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "- Punkt nummer %u i ett brev som är längre än en sida.\n\n", i);
  return g_string_free (text, FALSE);
}

static void
test_a_long_letter_goes_on_to_its_next_page (LetterFixture *fixture,
                                             G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *source = build_long_template (60);
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  tj_letter_template_unref (fixture->letter);
  fixture->letter = tj_letter_template_parse (source, &error);
  g_assert_no_error (error);
  letter_fixture_add_person (fixture, "Alva", "Ek", "", "Storgatan 1", "");
  letter_fixture_add_person (fixture, "Åke", "Ek", "", "Storgatan 1", "");
  letter_fixture_finish (fixture);
  g_assert_cmpuint (tj_letter_pdf_get_place (fixture->pdf, 0).n_pages, ==, 2);
  g_assert_cmpuint (tj_letter_pdf_get_place (fixture->pdf, 1).first_page, ==, 3);
  second = letter_fixture_get_text (fixture, 1);
  assert_has (second, "Punkt nummer 59 ");
  assert_lacks (second, "Åke");
  assert_lacks (second, "Alva");
}

static void
test_an_empty_batch_is_refused (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->pdf = tj_letter_pdf_new (fixture->letterhead, FIXTURE_CREATED);
  g_assert_null (tj_letter_pdf_finish (fixture->pdf, &error));
  g_assert_error (error, TJ_PAPER_ERROR, TJ_PAPER_ERROR_RENDER);
}

static void
test_the_test_page_shows_the_address (LetterFixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture->bytes = tj_letter_pdf_test_page (fixture->letterhead, FIXTURE_CREATED, &error);
  g_assert_no_error (error);
  fixture->document = poppler_document_new_from_bytes (fixture->bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (fixture->document), ==, 1);
  text = letter_fixture_get_text (fixture, 0);
  assert_has (text, "123 45 PROVORT");
}

#define ADD(path, kind, function)                                                                  \
  g_test_add ("/paper/letters/" path, LetterFixture, kind, letter_fixture_set_up, function,        \
              letter_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-thousand-letters-are-not-mixed-up", NULL, test_a_thousand_letters_are_not_mixed_up);
  ADD ("each-element-of-brev1-is-there", NULL, test_each_element_of_brev1_is_there);
  ADD ("brev2-speaks-of-what-was-before", "brev2", test_brev2_speaks_of_what_was_before);
  ADD ("a-letter-holds-no-personal-number", NULL, test_a_letter_holds_no_personal_number);
  ADD ("a-protected-person-gets-two-sheets", NULL, test_a_protected_person_gets_two_sheets);
  ADD ("the-outer-sheet-names-nobody", NULL, test_the_outer_sheet_names_nobody);
  ADD ("the-inner-sheet-shows-the-number-alone", NULL, test_the_inner_sheet_shows_the_number_alone);
  ADD ("a-protected-name-is-nowhere-in-the-file", NULL,
       test_a_protected_name_is_nowhere_in_the_file);
  ADD ("the-forwarding-address-is-a-setting", NULL, test_the_forwarding_address_is_a_setting);
  ADD ("metadata-and-bookmarks-name-nobody", NULL, test_metadata_and_bookmarks_name_nobody);
  ADD ("equal-letters-give-equal-bytes", NULL, test_equal_letters_give_equal_bytes);
  ADD ("a-long-letter-goes-on-to-its-next-page", NULL, test_a_long_letter_goes_on_to_its_next_page);
  ADD ("an-empty-batch-is-refused", NULL, test_an_empty_batch_is_refused);
  ADD ("the-test-page-shows-the-address", NULL, test_the_test_page_shows_the_address);
  return g_test_run ();
}
