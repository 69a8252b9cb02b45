#pragma once

#include <gio/gio.h>

#include "tj-registration.h"
#include "tj-store.h"
#include "tj-youth.h"

G_BEGIN_DECLS

/* The register as it was when an import began: what its rows are compared with. */
typedef struct _TjRegisterIndex TjRegisterIndex;

typedef void (*TjRegisterIndexFunc) (TjYouth *youth, gpointer user_data);

TjRegisterIndex *tj_register_index_new (TjStore *store, GCancellable *cancellable, GError **error);
void tj_register_index_free (TjRegisterIndex *self);

TjYouth *tj_register_index_find (TjRegisterIndex *self, const char *personal_number);
TjYouth *tj_register_index_get (TjRegisterIndex *self, gint64 youth_id);
TjRegistration *tj_register_index_find_open (TjRegisterIndex *self, gint64 youth_id);
void tj_register_index_foreach_open (TjRegisterIndex *self,
                                     TjRegisterIndexFunc func,
                                     gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjRegisterIndex, tj_register_index_free)

G_END_DECLS
