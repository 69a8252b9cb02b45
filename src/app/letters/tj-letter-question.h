#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told which letters were printed: a new array of the drafts among those asked about, or NULL
 * for none. */
typedef void (*TjLetterQuestionFunc) (GPtrArray *printed, gpointer user_data);

void tj_letter_question_ask (GtkWindow *parent,
                             GPtrArray *drafts,
                             TjLetterQuestionFunc answered,
                             gpointer user_data);

G_END_DECLS
