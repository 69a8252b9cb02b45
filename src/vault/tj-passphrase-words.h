#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tj_passphrase_find_word (const gunichar *text, gsize n);

G_END_DECLS
