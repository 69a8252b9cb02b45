#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_LOCK_PAGE (tj_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (TjLockPage, tj_lock_page, TJ, LOCK_PAGE, AdwBin)

GtkWidget *tj_lock_page_new (TjContext *context);
void tj_lock_page_prepare (TjLockPage *self, TjSecret *passphrase, gboolean try_keyring);
void tj_lock_page_begin (TjLockPage *self);

G_END_DECLS
