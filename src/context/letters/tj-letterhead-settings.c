/* The letterhead between the register's settings and the paper: one setting per part. */

#include "config.h"

#include "tj-letterhead-settings.h"

#include "tj-setting-keys.h"

static gboolean
load_part (TjContext *context, TjLetterhead *letterhead, const char *key, GError **error)
{
  g_autofree char *name = g_strconcat (TJ_SETTING_LETTERHEAD, key, NULL);
  g_autoptr (GError) problem = NULL;
  g_autofree char *value = tj_context_dup_setting (context, name, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (value != NULL)
    tj_letterhead_set (letterhead, key, value);
  return TRUE;
}

static gboolean
save_part (TjContext *context, const TjLetterhead *letterhead, const char *key, GError **error)
{
  g_autofree char *name = g_strconcat (TJ_SETTING_LETTERHEAD, key, NULL);
  g_autofree char *value = tj_letterhead_dup_value (letterhead, key);
  g_autofree char *kept = tj_context_dup_setting (context, name, NULL);

  return g_strcmp0 (value, kept) == 0 || tj_context_set_setting (context, name, value, error);
}

/**
 * tj_letterhead_settings_load: the letterhead as the register's settings have it, with the demo
 * mark in a demo register. Returns a new letterhead, or NULL with `error` set.
 */
TjLetterhead *
tj_letterhead_settings_load (TjContext *context, GError **error)
{
  g_autoptr (TjLetterhead) letterhead = tj_letterhead_new ();

  for (const char *const *key = tj_letterhead_list_keys (); *key != NULL; key++)
    if (!load_part (context, letterhead, *key, error))
      return NULL;
  letterhead->demo = tj_context_is_demo (context);
  return g_steal_pointer (&letterhead);
}

/**
 * tj_letterhead_settings_save: keeps each part of the letterhead that differs from the settings.
 */
gboolean
tj_letterhead_settings_save (TjContext *context, const TjLetterhead *letterhead, GError **error)
{
  for (const char *const *key = tj_letterhead_list_keys (); *key != NULL; key++)
    if (!save_part (context, letterhead, *key, error))
      return FALSE;
  return TRUE;
}
