/* Lists of codes that are the municipality's to edit, as no statute or authority has fixed them.
 * Until one is edited it is as the program ships it; then the register keeps it whole, as a
 * setting. */

#include "config.h"

#include "tj-code-book-service.h"

#include <glib/gi18n-lib.h>

#include "tj-setting-keys.h"
#include "tj-settings.h"

static char *
dup_key (const char *name)
{
  return g_strconcat (TJ_SETTING_CODES, name, NULL);
}

static TjCodeBook *
load_shipped (const char *name, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/se/tjugo/Tjugo/codes/%s.txt", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return tj_code_book_new (text);
}

/**
 * tj_code_book_service_load: the list called `name`, a TJ_CODE_BOOK word. Returns a new list, or
 * NULL with `error` set.
 */
TjCodeBook *
tj_code_book_service_load (TjContext *context, const char *name, GError **error)
{
  g_autofree char *key = dup_key (name);
  g_autoptr (GError) problem = NULL;
  g_autofree char *own = tj_context_dup_setting (context, key, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return own != NULL ? tj_code_book_new (own) : load_shipped (name, error);
}

static gboolean
save (TjContext *context, const char *name, TjCodeBook *book, GError **error)
{
  g_autofree char *key = dup_key (name);
  g_autofree char *text = tj_code_book_dup_text (book);
  g_autoptr (TjChange) change
      = tj_change_begin (tj_context_get_store (context), "change-codes", error);

  return change != NULL && tj_settings_set (change, key, text, error)
         && tj_change_commit (change, error);
}

/**
 * tj_code_book_service_add: adds a code, last. Its word is made of the label and stays.
 */
gboolean
tj_code_book_service_add (TjContext *context, const char *name, const char *label, GError **error)
{
  g_autoptr (TjCodeBook) book = tj_code_book_service_load (context, name, error);

  if (book == NULL)
    return FALSE;
  if (tj_code_book_add (book, label) == NULL)
    return tj_context_refuse (error, _ ("Give a name that the list does not have."));
  return save (context, name, book, error);
}

/**
 * tj_code_book_service_rename: gives a code another label, also where it has been used.
 */
gboolean
tj_code_book_service_rename (TjContext *context,
                             const char *name,
                             const char *word,
                             const char *label,
                             GError **error)
{
  g_autoptr (TjCodeBook) book = tj_code_book_service_load (context, name, error);

  if (book == NULL)
    return FALSE;
  if (!tj_code_book_rename (book, word, label))
    return tj_context_refuse (error, _ ("Give a name that the list does not have."));
  return save (context, name, book, error);
}

/**
 * tj_code_book_service_retire: takes a code from what is offered, or offers it again. What it has
 * been used for keeps it.
 */
gboolean
tj_code_book_service_retire (TjContext *context,
                             const char *name,
                             const char *word,
                             gboolean is_retired,
                             GError **error)
{
  g_autoptr (TjCodeBook) book = tj_code_book_service_load (context, name, error);

  if (book == NULL)
    return FALSE;
  if (!tj_code_book_retire (book, word, is_retired))
    return tj_context_refuse (error, _ ("There is no such code."));
  return save (context, name, book, error);
}
