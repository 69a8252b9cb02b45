/* Where a user's register lives: the usual folder, or the one that was chosen. */

#include "config.h"

#include "tj-key-file.h"
#include "tj-register-place.h"

#include <glib.h>
#include <glib/gstdio.h>

static char *
dup_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);
}

static void
assert_place (const char *expected)
{
  g_autofree char *place = tj_register_place_dup ();

  g_assert_cmpstr (place, ==, expected);
}

static void
assert_within (const char *folder, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = tj_register_place_dup_within (folder, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (place, ==, expected);
}

static void
test_a_chosen_folder_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *usual = dup_in (g_get_user_data_dir (), "tjugo");
  g_autofree char *note = dup_in (usual, "place");

  assert_place (usual);

  g_assert_true (tj_register_place_keep ("/srv/Åsas mapp", &error));
  assert_place ("/srv/Åsas mapp");

  g_assert_true (tj_register_place_keep (usual, &error));
  assert_place (usual);
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_true (tj_register_place_keep (usual, &error));
  g_assert_no_error (error);
}

static void
test_a_note_that_is_no_path_is_passed_over (void)
{
  g_autofree char *usual = dup_in (g_get_user_data_dir (), "tjugo");
  g_autofree char *note = dup_in (usual, "place");

  write_file (note, "somewhere else\n");
  assert_place (usual);
  write_file (note, "");
  assert_place (usual);
}

static void
test_a_folder_in_use_gets_one_of_its_own (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tjugo-place-XXXXXX", NULL);
  g_autofree char *below = dup_in (folder, "tjugo");
  g_autofree char *letter = dup_in (folder, "letter.odt");

  assert_within (folder, folder);
  write_file (letter, "");
  assert_within (folder, below);
}

static void
test_a_register_is_found_where_it_is (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tjugo-place-XXXXXX", NULL);
  g_autofree char *below = dup_in (folder, "tjugo");
  g_autofree char *key_file = dup_in (below, TJ_KEY_FILE_NAME);

  write_file (key_file, "");

  assert_within (below, below);
  assert_within (folder, below);
}

static void
test_a_folder_that_is_not_there_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_register_place_dup_within ("/nowhere/at/all", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("tjugo-place-data-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/register-place/a-chosen-folder-is-kept", test_a_chosen_folder_is_kept);
  g_test_add_func ("/context/register-place/a-note-that-is-no-path-is-passed-over",
                   test_a_note_that_is_no_path_is_passed_over);
  g_test_add_func ("/context/register-place/a-folder-in-use-gets-one-of-its-own",
                   test_a_folder_in_use_gets_one_of_its_own);
  g_test_add_func ("/context/register-place/a-register-is-found-where-it-is",
                   test_a_register_is_found_where_it_is);
  g_test_add_func ("/context/register-place/a-folder-that-is-not-there-is-refused",
                   test_a_folder_that_is_not_there_is_refused);
  return g_test_run ();
}
