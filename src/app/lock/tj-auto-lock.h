#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TJ_TYPE_AUTO_LOCK (tj_auto_lock_get_type ())
G_DECLARE_FINAL_TYPE (TjAutoLock, tj_auto_lock, TJ, AUTO_LOCK, GObject)

/* Signals: "lock" when nobody may be at the screen any more. */

TjAutoLock *tj_auto_lock_new (void);
void tj_auto_lock_set_idle_seconds (TjAutoLock *self, guint seconds);
gboolean tj_auto_lock_is_listening (TjAutoLock *self);

G_END_DECLS
