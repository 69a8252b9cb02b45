#pragma once

#include "tj-store-error.h"

G_BEGIN_DECLS

/* One process at a time has a register. */
typedef struct _TjLock TjLock;

TjLock *tj_lock_acquire (const char *folder, GError **error);
gboolean tj_lock_sign (TjLock *self, GError **error);
void tj_lock_release (TjLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjLock, tj_lock_release)

G_END_DECLS
