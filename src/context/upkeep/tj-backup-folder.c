/* Backups that make themselves, in a folder somebody chose: one a day, thinned as time passes, so
 * that one can say when the data of somebody who was purged is gone from them. Only files that bear
 * this register's name are touched. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tj-backup-service.h"
#include "tj-setting-keys.h"
#include "tj-thinning.h"

#define ID_CHARS 8
#define TIME_CHARS 6

/**
 * tj_backup_file_free: frees it; the file on the disk stays.
 */
void
tj_backup_file_free (TjBackupFile *file)
{
  g_free (file->path);
  g_free (file->time);
  g_free (file);
}

/**
 * tj_backup_service_dup_folder: where backups go by themselves. Returns a new string in file name
 * encoding, or NULL when no folder was chosen.
 */
char *
tj_backup_service_dup_folder (TjContext *context)
{
  char *folder = tj_context_dup_setting (context, TJ_SETTING_BACKUP_FOLDER, NULL);

  if (folder == NULL || *folder != '\0')
    return folder;
  g_free (folder);
  return NULL;
}

/* "tjugo-1a2b3c4d-", before the day and the time. */
static char *
dup_prefix (TjContext *context)
{
  const char *id = tj_key_file_get_register_id (tj_context_get_key_file (context));

  return g_strdup_printf ("tjugo-%.*s-", ID_CHARS, id);
}

/* The backup that a name tells of, or NULL: "tjugo-1a2b3c4d-2026-11-18-140503.tjugobackup". */
static TjBackupFile *
parse_name (const char *folder, const char *name, const char *prefix)
{
  const gsize n = strlen (prefix);
  TjBackupFile *file;
  TjDate date;
  g_autofree char *day = NULL;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, TJ_BACKUP_SUFFIX)
      || strlen (name) != n + TJ_DATE_BUFFER + TIME_CHARS + strlen (TJ_BACKUP_SUFFIX)
      || strspn (name + n + TJ_DATE_BUFFER, "0123456789") != TIME_CHARS)
    return NULL;
  day = g_strndup (name + n, TJ_DATE_BUFFER - 1);
  date = tj_date_parse (day);
  if (date == TJ_DATE_NONE)
    return NULL;
  file = g_new0 (TjBackupFile, 1);
  file->path = g_build_filename (folder, name, NULL);
  file->date = date;
  file->time = g_strndup (name + n + TJ_DATE_BUFFER, TIME_CHARS);
  return file;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const TjBackupFile *one = *(TjBackupFile *const *)a, *other = *(TjBackupFile *const *)b;

  return one->date != other->date ? (one->date < other->date ? -1 : 1)
                                  : strcmp (one->time, other->time);
}

static void
add_size (TjBackupFile *file)
{
  GStatBuf state;

  if (g_stat (file->path, &state) == 0)
    file->bytes = (guint64)state.st_size;
}

/**
 * tj_backup_service_list: the backups of this register in the chosen folder, earliest first. Returns
 * a new array of TjBackupFile that owns its elements, empty when no folder was chosen; NULL with
 * `error` set when it cannot be read.
 */
GPtrArray *
tj_backup_service_list (TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_backup_file_free);
  g_autofree char *folder = tj_backup_service_dup_folder (context);
  g_autofree char *prefix = dup_prefix (context);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (folder == NULL)
    return g_steal_pointer (&files);
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    {
      tj_context_refuse (error, _ ("The folder for backups is not there. Is its disk or network "
                                   "drive connected?"));
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      TjBackupFile *file = parse_name (folder, name, prefix);

      if (file == NULL)
        continue;
      add_size (file);
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

/**
 * tj_backup_service_is_due: whether a folder was chosen and no backup of today is in it.
 */
gboolean
tj_backup_service_is_due (TjContext *context)
{
  g_autofree char *folder = tj_backup_service_dup_folder (context);
  g_autoptr (GPtrArray) files = NULL;

  if (folder == NULL)
    return FALSE;
  /* A folder that is not there is told of when the backup is tried. */
  files = tj_backup_service_list (context, NULL);
  return files == NULL || files->len == 0
         || ((TjBackupFile *)files->pdata[files->len - 1])->date != tj_context_get_today (context);
}

static char *
dup_path (TjContext *context, const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H%M%S");
  g_autofree char *prefix = dup_prefix (context);
  char day[TJ_DATE_BUFFER];
  g_autofree char *name = g_strconcat (prefix, tj_date_write (tj_context_get_today (context), day),
                                       "-", time, TJ_BACKUP_SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

/* What cannot be taken away today is taken away another day. */
static gboolean
thin (TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) files = tj_backup_service_list (context, error);
  g_autofree TjDate *dates = NULL;
  g_autofree gboolean *keep = NULL;

  if (files == NULL)
    return FALSE;
  dates = g_new (TjDate, files->len + 1);
  keep = g_new (gboolean, files->len + 1);
  for (guint i = 0; i < files->len; i++)
    dates[i] = ((TjBackupFile *)files->pdata[i])->date;
  tj_thinning_choose (dates, files->len, tj_context_get_today (context), keep);
  for (guint i = 0; i < files->len; i++)
    if (!keep[i])
      (void)g_unlink (((TjBackupFile *)files->pdata[i])->path);
  return TRUE;
}

/**
 * tj_backup_service_write_in: as tj_backup_service_write() under a name of its own in `folder`, such as
 * that of a memory stick. Nothing there is thinned.
 */
gboolean
tj_backup_service_write_in (TjContext *context,
                            const char *folder,
                            TjBackupCounts *counts,
                            GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context) && folder != NULL, FALSE);

  path = dup_path (context, folder);
  return tj_backup_service_write (context, path, counts, error);
}

/**
 * tj_backup_service_run: writes a backup into the chosen folder, and thins those that are there.
 * Fills `counts`.
 */
gboolean
tj_backup_service_run (TjContext *context, TjBackupCounts *counts, GError **error)
{
  g_autofree char *folder = tj_backup_service_dup_folder (context);

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);

  if (folder == NULL)
    return tj_context_refuse (error, _ ("No folder for backups has been chosen."));
  return tj_backup_service_write_in (context, folder, counts, error) && thin (context, error);
}
