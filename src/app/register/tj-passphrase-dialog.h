#pragma once

#include <adwaita.h>

#include "tj-secret.h"

G_BEGIN_DECLS

/* Told once, with what was typed twice, or NULL. */
typedef void (*TjPassphraseFunc) (TjSecret *passphrase, gpointer user_data);

void tj_passphrase_dialog_ask (GtkWindow *parent, TjPassphraseFunc done, gpointer user_data);

G_END_DECLS
