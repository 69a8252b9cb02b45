#pragma once

#include <adwaita.h>

#include "tj-purge-service.h"

G_BEGIN_DECLS

typedef void (*TjPurgeQuestionFunc) (gboolean confirmed, gpointer user_data);

void tj_purge_question_ask (GtkWindow *parent,
                            const TjPurgeProtocol *preview,
                            guint n_registered,
                            TjPurgeQuestionFunc done,
                            gpointer user_data);

G_END_DECLS
