#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tj_action_get_word (guint index);
const char *tj_action_label (const char *action);

G_END_DECLS
