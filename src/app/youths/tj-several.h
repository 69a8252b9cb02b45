#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_SEVERAL (tj_several_get_type ())
G_DECLARE_FINAL_TYPE (TjSeveral, tj_several, TJ, SEVERAL, AdwWindow)

/* What is done with several youths at once. */
typedef enum
{
  TJ_SEVERAL_CONTACT,
  TJ_SEVERAL_FOLLOW_UP,
} TjSeveralTask;

/* Signals: "saved" (const char *text) with what to say of it. */

GtkWidget *tj_several_new (TjContext *context, TjSeveralTask task);
void tj_several_add (TjSeveral *self, gint64 youth_id, const char *name);
void tj_several_present (TjSeveral *self, GtkWindow *parent);

G_END_DECLS
