#pragma once

#include "tj-youth-list.h"

G_BEGIN_DECLS

/* Which youths a screen "youths:PART" shows. */
typedef struct
{
  char *title;
  gint64 filter_id; /* 0 when it is no saved filter */
  TjYouthRowFunc only;
  gpointer data;
  GDestroyNotify destroy;
} TjYouthScope;

gboolean
tj_youth_scope_resolve (TjPeople *people, const char *part, TjYouthScope *scope, GError **error);

G_END_DECLS
