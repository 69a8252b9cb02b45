/* Where this user's register lives: in the data folder of the program, or in a folder that a note
 * there names. The note is a path and nothing else; it is no setting of the window, which holds
 * nothing about a register, and not in the register, which has to be found first. */

#include "config.h"

#include "tj-register-place.h"

#include "tj-context-error.h"
#include "tj-key-file.h"
#include "tj-store.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER "tjugo"
#define NOTE "place"

static char *
dup_usual (void)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER, NULL);
}

static char *
dup_note (void)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER, NOTE, NULL);
}

/**
 * tj_register_place_dup: the folder of this user's register, in file name encoding, whether there is
 * one yet or not.
 */
char *
tj_register_place_dup (void)
{
  g_autofree char *note = dup_note ();
  g_autofree char *place = NULL;

  if (g_file_get_contents (note, &place, NULL, NULL))
    g_strchomp (place);
  return place != NULL && g_path_is_absolute (place) ? g_steal_pointer (&place) : dup_usual ();
}

static gboolean
holds_register (const char *folder)
{
  static const char *const names[] = { TJ_KEY_FILE_NAME, TJ_STORE_FILE_NAME };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* The log of a database that is written to is shared memory: over a network it tears. */
static gboolean
check_is_near (const char *folder, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (
      file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE "," G_FILE_ATTRIBUTE_FILESYSTEM_READONLY, NULL,
      error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE))
    return tj_context_refuse (error,
                              _ ("The folder is on a server, where a register can be damaged "
                                 "when the network fails. Choose a folder on this computer; "
                                 "the backups can go to the server."));
  if (g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_READONLY)
      || g_access (folder, W_OK | X_OK) != 0)
    return tj_context_refuse (error, _ ("Nothing can be written in the folder. Choose another."));
  return TRUE;
}

/**
 * tj_register_place_dup_within: where in `folder`, which is there, a register is or is to be: in it
 * when it holds one or nothing, else in a folder of its own below. Returns NULL with `error` saying
 * what to choose instead.
 */
char *
tj_register_place_dup_within (const char *folder, GError **error)
{
  g_autofree char *below = g_build_filename (folder, FOLDER, NULL);

  if (!check_is_near (folder, error))
    return NULL;
  if (holds_register (folder) || (is_empty (folder) && !holds_register (below)))
    return g_strdup (folder);
  return g_steal_pointer (&below);
}

/**
 * tj_register_place_keep: notes the register's folder for the next start; nothing is noted of the
 * usual one.
 */
gboolean
tj_register_place_keep (const char *register_dir, GError **error)
{
  g_autofree char *usual = dup_usual ();
  g_autofree char *note = dup_note ();
  g_autofree char *line = g_strconcat (register_dir, "\n", NULL);

  if (g_str_equal (register_dir, usual))
    {
      if (g_unlink (note) == 0 || errno == ENOENT)
        return TRUE;
    }
  else if (g_mkdir_with_parents (usual, 0700) == 0)
    return g_file_set_contents_full (note, line, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  g_set_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT,
               _ ("The place of the register cannot be noted: %s."), g_strerror (errno));
  return FALSE;
}
