/* Half-written forms, kept beside the register over a lock or a crash: one file for each form and
 * youth, encrypted under a subkey of its own (XChaCha20-Poly1305). A file's name is a keyed hash, so
 * that nobody sees whose it is; the youth stands inside, for the purge. */

#include "config.h"

#include "tj-draft.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tj-data-key.h"
#include "tj-seal.h"
#include "tj-youth-repository.h"

#define FOLDER "drafts"
#define ID_BYTES 8 /* the youth's, little-endian, before the text */

static char *
dup_folder (TjContext *context)
{
  return g_build_filename (tj_context_get_register_dir (context), FOLDER, NULL);
}

static char *
dup_path (TjContext *context, const TjSecret *key, const char *form, gint64 youth_id)
{
  g_autofree char *folder = dup_folder (context);
  g_autofree char *text = g_strdup_printf ("%s/%" G_GINT64_FORMAT, form, youth_id);
  g_autofree char *name = tj_seal_dup_name (key, text);

  return g_build_filename (folder, name, NULL);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error (error, TJ_CONTEXT_ERROR, TJ_CONTEXT_ERROR_BAD_INPUT, "%s: %s", message,
               g_strerror (errno));
  return FALSE;
}

static GBytes *
seal (const TjSecret *key, const char *path, gint64 youth_id, const char *json)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (TjSecret) plain = tj_secret_new (ID_BYTES + strlen (json));
  gint64 id = GINT64_TO_LE (youth_id);

  memcpy (tj_secret_get_writable (plain), &id, ID_BYTES);
  memcpy (tj_secret_get_writable (plain) + ID_BYTES, json, strlen (json));
  return tj_seal (key, name, plain);
}

static TjSecret *
load (const TjSecret *key, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (TjSecret) plain = NULL;
  char *contents;
  gsize n;

  if (!g_file_get_contents (path, &contents, &n, error))
    return NULL;
  sealed = g_bytes_new_take (contents, n);
  plain = tj_unseal (key, name, sealed);
  if (plain != NULL && tj_secret_get_size (plain) >= ID_BYTES)
    return g_steal_pointer (&plain);
  tj_context_refuse (error, _ ("The draft is damaged."));
  return NULL;
}

static TjSecret *
derive_key (TjContext *context)
{
  return tj_data_key_derive (tj_context_get_data_key (context), TJ_SUBKEY_DRAFT);
}

/**
 * tj_draft_save: keeps what somebody has written in a form so far, over what was kept before.
 * `form` is the form's id ("contact"), `youth_id` whom it is about (0: nobody), `json` the form's
 * own text. On the disk it is encrypted at all times.
 */
gboolean
tj_draft_save (TjContext *context,
               const char *form,
               gint64 youth_id,
               const char *json,
               GError **error)
{
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *folder = dup_folder (context);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) sealed = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, _ ("The draft cannot be kept"));
  key = derive_key (context);
  path = dup_path (context, key, form, youth_id);
  sealed = seal (key, path, youth_id, json);
  return g_file_set_contents_full (
      path, g_bytes_get_data (sealed, NULL), (gssize)g_bytes_get_size (sealed),
      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/**
 * tj_draft_load: what was written in a form and neither saved nor thrown away. Returns a new string;
 * NULL without `error` when there is none, with `error` when it cannot be read.
 */
char *
tj_draft_load (TjContext *context, const char *form, gint64 youth_id, GError **error)
{
  g_autoptr (TjSecret) key = NULL;
  g_autoptr (TjSecret) plain = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), NULL);
  key = derive_key (context);
  path = dup_path (context, key, form, youth_id);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || (plain = load (key, path, error)) == NULL)
    return NULL;
  return g_strndup ((const char *)tj_secret_get (plain, NULL) + ID_BYTES,
                    tj_secret_get_size (plain) - ID_BYTES);
}

/**
 * tj_draft_exists: whether something written in a form was neither saved nor thrown away.
 */
gboolean
tj_draft_exists (TjContext *context, const char *form, gint64 youth_id)
{
  g_autofree char *folder = dup_folder (context);
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return FALSE;
  key = derive_key (context);
  path = dup_path (context, key, form, youth_id);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
remove_file (const char *path, GError **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || fail (error, _ ("The draft cannot be removed"));
}

/**
 * tj_draft_discard: throws a draft away: what was in it has been saved, or is not wanted. None is
 * no error.
 */
gboolean
tj_draft_discard (TjContext *context, const char *form, gint64 youth_id, GError **error)
{
  g_autoptr (TjSecret) key = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);
  key = derive_key (context);
  path = dup_path (context, key, form, youth_id);
  return remove_file (path, error);
}

/* Also true of somebody whose row has gone into another's. */
static gboolean
is_about (TjContext *context, const TjSecret *plain, const gint64 *youth_ids, gsize n_youths)
{
  g_autoptr (TjYouth) youth = NULL;
  gint64 id;

  memcpy (&id, tj_secret_get (plain, NULL), ID_BYTES);
  id = GINT64_FROM_LE (id);
  for (gsize i = 0; i < n_youths; i++)
    if (youth_ids[i] == id)
      return TRUE;
  if (id == 0)
    return FALSE;
  youth = tj_youths_load (tj_context_get_store (context), id, NULL);
  return youth == NULL;
}

/**
 * tj_draft_discard_youths: throws away every draft about these youths or about nobody the register
 * has, and any that cannot be read, as nobody can tell whom it is about.
 */
gboolean
tj_draft_discard_youths (TjContext *context,
                         const gint64 *youth_ids,
                         gsize n_youths,
                         GError **error)
{
  g_autofree char *folder = dup_folder (context);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (TjSecret) key = NULL;
  const char *name;

  g_return_val_if_fail (tj_context_is_unlocked (context), FALSE);
  key = derive_key (context);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (TjSecret) plain = load (key, path, NULL);

      if ((plain == NULL || is_about (context, plain, youth_ids, n_youths))
          && !remove_file (path, error))
        return FALSE;
    }
  return TRUE;
}
