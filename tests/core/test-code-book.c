/* Lists of codes that can be edited: what is read, what is written, and which names are taken. */

#include "config.h"

#include "tj-code-book.h"

#define TEXT "work;Började arbeta\nunknown;Okänd;retired\n"

static void
test_what_is_written_is_read (void)
{
  g_autoptr (TjCodeBook) book
      = tj_code_book_new ("\n;no word\nno-label;\nlone\n" TEXT "work;Twice");
  g_autofree char *text = tj_code_book_dup_text (book);

  g_assert_cmpstr (text, ==, TEXT);
  g_assert_cmpuint (tj_code_book_get_length (book), ==, 2);
  g_assert_false (tj_code_book_get_item (book, 0)->is_retired);
  g_assert_true (tj_code_book_get_item (book, 1)->is_retired);
  g_assert_cmpstr (tj_code_book_find_label (book, "unknown"), ==, "Okänd");
  g_assert_null (tj_code_book_find_label (book, "nothing"));
  g_assert_null (tj_code_book_find_label (book, NULL));
}

static void
test_a_new_code_gets_a_word_of_its_own (void)
{
  g_autoptr (TjCodeBook) book = tj_code_book_new (TEXT);

  g_assert_cmpstr (tj_code_book_add (book, " Åkte hem; till släkt! "), ==, "akte-hem-till-slakt");
  g_assert_cmpstr (tj_code_book_find_label (book, "akte-hem-till-slakt"), ==,
                   "Åkte hem  till släkt!");
  g_assert_cmpstr (tj_code_book_add (book, "Work"), ==, "work-2");
  g_assert_cmpstr (tj_code_book_add (book, "!"), ==, "code");
  g_assert_null (tj_code_book_add (book, " "));
  g_assert_null (tj_code_book_add (book, "började ARBETA"));
  g_assert_cmpuint (tj_code_book_get_length (book), ==, 5);
}

static void
test_a_name_belongs_to_one_code (void)
{
  g_autoptr (TjCodeBook) book = tj_code_book_new (TEXT);

  g_assert_false (tj_code_book_rename (book, "work", "okänd"));
  g_assert_false (tj_code_book_rename (book, "work", ""));
  g_assert_false (tj_code_book_rename (book, "nothing", "Något"));
  g_assert_true (tj_code_book_rename (book, "work", "Började Arbeta"));
  g_assert_cmpstr (tj_code_book_find_label (book, "work"), ==, "Började Arbeta");
  g_assert_true (tj_code_book_retire (book, "work", TRUE));
  g_assert_true (tj_code_book_get_item (book, 0)->is_retired);
  g_assert_false (tj_code_book_retire (book, "nothing", TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/code-book/what-is-written-is-read", test_what_is_written_is_read);
  g_test_add_func ("/core/code-book/a-new-code-gets-a-word-of-its-own",
                   test_a_new_code_gets_a_word_of_its_own);
  g_test_add_func ("/core/code-book/a-name-belongs-to-one-code", test_a_name_belongs_to_one_code);
  return g_test_run ();
}
