#pragma once

#include "tj-agenda.h"
#include "tj-context.h"
#include "tj-saved-filter.h"

G_BEGIN_DECLS

#define TJ_TYPE_PEOPLE (tj_people_get_type ())
G_DECLARE_FINAL_TYPE (TjPeople, tj_people, TJ, PEOPLE, GObject)

TjPeople *tj_people_new (TjContext *context);
TjContext *tj_people_get_context (TjPeople *self);
void tj_people_forget (TjPeople *self);
void tj_people_set_paused (TjPeople *self, gboolean paused);
TjAgendaList *tj_people_load (TjPeople *self, GError **error);
void tj_people_prepare_search (TjPeople *self);
guint tj_people_find (TjPeople *self, const char *text, guint *positions, guint max_positions);
guint tj_people_count_filter (TjPeople *self, const TjSavedFilter *filter);
gboolean tj_people_matches (TjPeople *self, guint position, const TjSavedFilter *filter);
TjBackground tj_people_get_background (TjPeople *self, guint position);

G_END_DECLS
