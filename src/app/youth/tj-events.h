#pragma once

#include "tj-context.h"

G_BEGIN_DECLS

/* Something that happened to a youth, or is to. `order` sorts what happened on one day: what follows
 * from something else comes after it. */
typedef struct
{
  TjDate date;
  gint64 order;
  char *what;
  char *more; /* NULL for nothing */
} TjEvent;

void tj_event_free (TjEvent *event);
GPtrArray *
tj_events_list (TjContext *context, gint64 youth_id, gboolean masked, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjEvent, tj_event_free)

G_END_DECLS
