/* Long work on a thread of its own. The register belongs to that thread until the work ends: nothing
 * else may ask for it meanwhile. Closing (a lock, the end of the day) does not wait for a long work
 * to be done but cancels it, and closes when it has let go. */

#include "config.h"

#include "tj-context-private.h"

/**
 * tj_context_begin_work: says that a thread is about to use the register. Called before the thread is
 * started; `cancellable` (NULL: it cannot be cancelled) is what a closing cancels.
 */
void
tj_context_begin_work (TjContext *self, GCancellable *cancellable)
{
  g_return_if_fail (TJ_IS_CONTEXT (self));

  g_mutex_lock (&self->work_lock);
  g_assert (!self->is_working);
  self->is_working = TRUE;
  g_set_object (&self->work, cancellable);
  g_mutex_unlock (&self->work_lock);
}

/**
 * tj_context_end_work: says that the thread has let go of the register. The last thing the thread
 * does with the context.
 */
void
tj_context_end_work (TjContext *self)
{
  g_return_if_fail (TJ_IS_CONTEXT (self));

  g_mutex_lock (&self->work_lock);
  self->is_working = FALSE;
  g_clear_object (&self->work);
  g_cond_broadcast (&self->work_ended);
  g_mutex_unlock (&self->work_lock);
}

/**
 * tj_context_is_working: whether a thread has the register now.
 */
gboolean
tj_context_is_working (TjContext *self)
{
  gboolean is_working;

  g_return_val_if_fail (TJ_IS_CONTEXT (self), FALSE);

  g_mutex_lock (&self->work_lock);
  is_working = self->is_working;
  g_mutex_unlock (&self->work_lock);
  return is_working;
}

/**
 * tj_context_stop_work: cancels what is under way and waits until the register has been let go.
 */
void
tj_context_stop_work (TjContext *self)
{
  g_autoptr (GCancellable) work = NULL;

  g_mutex_lock (&self->work_lock);
  g_set_object (&work, self->work);
  g_mutex_unlock (&self->work_lock);
  g_cancellable_cancel (work);

  g_mutex_lock (&self->work_lock);
  while (self->is_working)
    g_cond_wait (&self->work_ended, &self->work_lock);
  g_mutex_unlock (&self->work_lock);
}
