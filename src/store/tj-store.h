#pragma once

#include <glib-object.h>

#include "tj-date.h"
#include "tj-store-error.h"
#include "tj-types.h"

G_BEGIN_DECLS

#define TJ_TYPE_STORE (tj_store_get_type ())
G_DECLARE_FINAL_TYPE (TjStore, tj_store, TJ, STORE, GObject)

#define TJ_STORE_KEY_BYTES 32
#define TJ_STORE_FILE_NAME "register.db"

/* Emitted after a commit, an undo or a redo: "changed" (gint64 youth_id; 0 when many or none). */

TjStore *tj_store_create (const char *path,
                          const guint8 key[TJ_STORE_KEY_BYTES],
                          const guint8 audit_key[TJ_STORE_KEY_BYTES],
                          GError **error);
TjStore *tj_store_open (const char *path,
                        const guint8 key[TJ_STORE_KEY_BYTES],
                        const guint8 audit_key[TJ_STORE_KEY_BYTES],
                        GError **error);
gboolean tj_store_close (TjStore *self, GError **error);
gboolean tj_store_verify (TjStore *self, GError **error);
const char *tj_store_get_path (TjStore *self);

gboolean tj_store_set_routine (TjStore *self, const TjRoutine *routine, GError **error);
const TjRoutine *tj_store_get_routine (TjStore *self);

/* A change: one transaction that carries rows, their undo record and an audit row. Nesting is an
 * error. An uncommitted change that is freed rolls back (a dry run is just that). */
typedef struct _TjChange TjChange;

TjChange *tj_change_begin (TjStore *store, const char *action, GError **error);
gboolean tj_change_commit (TjChange *change, GError **error);
void tj_change_free (TjChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjChange, tj_change_free)

G_END_DECLS
