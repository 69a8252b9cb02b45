/* Undo and redo as people see them: what was done, in words. */

#include "config.h"

#include "tj-undo-service.h"

#include <glib/gi18n-lib.h>

#include "tj-action.h"
#include "tj-import-undo.h"
#include "tj-undo.h"
#include "tj-youth-repository.h"

/**
 * tj_undo_step_free: frees a step.
 */
void
tj_undo_step_free (TjUndoStep *step)
{
  g_free (step->at);
  g_free (step->action);
  g_free (step->what);
  g_free (step);
}

/* Who is not there (any more, or yet again) has no name. */
static char *
dup_name (TjContext *context, gint64 youth_id)
{
  g_autoptr (TjYouth) youth
      = youth_id != 0 ? tj_youths_load (tj_context_get_store (context), youth_id, NULL) : NULL;

  if (youth == NULL)
    return NULL;
  return tj_youth_is_protected (youth) ? g_strdup (_ ("Protected person"))
                                       : tj_youth_dup_name (youth);
}

static TjUndoStep *
new_step (TjContext *context, const TjUndoEntry *entry)
{
  TjUndoStep *step = g_new0 (TjUndoStep, 1);
  g_autofree char *name = dup_name (context, entry->youth_id);

  step->id = entry->id;
  step->at = g_strdup (entry->at);
  step->action = g_strdup (entry->action);
  step->what = name != NULL ? g_strdup_printf ("%s: %s", tj_action_label (entry->action), name)
                            : g_strdup (tj_action_label (entry->action));
  step->youth_id = entry->youth_id;
  step->is_undone = entry->undone;
  return step;
}

/**
 * tj_undo_service_list: what can be undone or redone, latest first. Returns a new array of
 * TjUndoStep that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_undo_service_list (TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) entries = tj_undo_list (tj_context_get_store (context), error);
  GPtrArray *steps;

  if (entries == NULL)
    return NULL;
  steps = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_undo_step_free);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (steps, new_step (context, entries->pdata[i]));
  return steps;
}

/* The latest that stands, or the earliest of the undone. */
static TjUndoEntry *
find_next (GPtrArray *entries, gboolean is_redo)
{
  TjUndoEntry *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      TjUndoEntry *entry = entries->pdata[i];

      if (entry->undone == is_redo && (is_redo || found == NULL))
        found = entry;
    }
  return found;
}

static TjUndoStep *
get_next (TjContext *context, gboolean is_redo, GError **error)
{
  g_autoptr (GPtrArray) entries = tj_undo_list (tj_context_get_store (context), error);
  TjUndoEntry *entry = entries != NULL ? find_next (entries, is_redo) : NULL;

  return entry != NULL ? new_step (context, entry) : NULL;
}

/**
 * tj_undo_service_get_undo: what tj_undo_service_undo() would undo. Returns a new step; NULL,
 * without `error`, when there is nothing.
 */
TjUndoStep *
tj_undo_service_get_undo (TjContext *context, GError **error)
{
  return get_next (context, FALSE, error);
}

/**
 * tj_undo_service_get_redo: what tj_undo_service_redo() would redo. Returns a new step; NULL,
 * without `error`, when there is nothing.
 */
TjUndoStep *
tj_undo_service_get_redo (TjContext *context, GError **error)
{
  return get_next (context, TRUE, error);
}

/* Named before an undo, when the person is still there, and after a redo, when there again. */
static TjUndoStep *
replay (TjContext *context, gboolean is_redo, GError **error)
{
  TjStore *store = tj_context_get_store (context);
  g_autoptr (GPtrArray) entries = tj_undo_list (store, error);
  TjUndoEntry *entry = entries != NULL ? find_next (entries, is_redo) : NULL;
  g_autoptr (TjUndoStep) step = entry != NULL && !is_redo ? new_step (context, entry) : NULL;

  if (entries == NULL || !(is_redo ? tj_redo (store, error) : tj_undo (store, error)))
    return NULL;
  if (g_str_equal (entry->action, "settings") && !tj_context_reload_settings (context, error))
    return NULL;
  if (is_redo)
    step = new_step (context, entry);
  step->is_undone = !is_redo;
  return g_steal_pointer (&step);
}

/**
 * tj_undo_service_undo: takes back the latest change. Returns a new step that says what it was;
 * NULL with TJ_STORE_ERROR_NOT_FOUND when there is nothing to undo.
 */
TjUndoStep *
tj_undo_service_undo (TjContext *context, GError **error)
{
  return replay (context, FALSE, error);
}

/**
 * tj_undo_service_redo: makes the change last undone once more. Returns as tj_undo_service_undo().
 */
TjUndoStep *
tj_undo_service_redo (TjContext *context, GError **error)
{
  return replay (context, TRUE, error);
}

static TjUndoStep *
find_step (TjContext *context, gint64 change_id, GError **error)
{
  g_autoptr (GPtrArray) entries = tj_undo_list (tj_context_get_store (context), error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (((TjUndoEntry *)entries->pdata[i])->id == change_id)
      return new_step (context, entries->pdata[i]);
  return NULL;
}

/**
 * tj_undo_service_undo_import: takes back a whole run of an import, the latest change or not.
 * Returns a new step that says which it was; NULL with TJ_STORE_ERROR_EDITED, and the number in
 * its words, when some of what it brought has been worked with since, or with
 * TJ_STORE_ERROR_NOT_FOUND when it is undone already or too old.
 */
TjUndoStep *
tj_undo_service_undo_import (TjContext *context, gint64 run_id, GError **error)
{
  gint64 change_id = 0;

  if (!tj_import_undo (tj_context_get_store (context), run_id, &change_id, error))
    return NULL;
  return find_step (context, change_id, error);
}
