#pragma once

#include "tj-ladder.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* A youth with something due or overdue. Borrowed for the call. */
typedef struct
{
  gint64 youth_id;
  const char *personal_number;
  const char *given_name;
  const char *family_name;
  TjDate birth;
  TjProtection protection;
  gboolean has_details;
  gboolean has_address;
  TjLadder ladder;
} TjAgendaEntry;

typedef gboolean (*TjAgendaFunc) (const TjAgendaEntry *entry, gpointer user_data);

/* One line of the list of youths. `next_step` is NULL when no step waits:
 * next_due is then the agreed follow-up, if there is one. `contact_*` tell of the
 * latest contact; contact_on is TJ_DATE_NONE when there is none. `sort_key` orders by strcmp,
 * protected persons last. */
typedef struct
{
  gint64 youth_id;
  const char *personal_number;
  const char *given_name;
  const char *family_name;
  const char *sort_key;
  const TjRoutineStep *next_step;
  TjDate birth;
  TjDate registered_on;
  TjDate next_due;
  TjDate contact_on;
  TjDate rests_until; /* by what is known or agreed; may be past, TJ_DATE_NONE: never rested */
  gint8 next_state;
  gint8 status;
  gint8 protection;
  gint8 contact_channel;
  gint8 contact_outcome;
  gint8 occupation; /* as last known */
  gboolean has_details;
} TjAgendaRow;

typedef struct _TjAgendaList TjAgendaList;

gboolean
tj_agenda_due (TjStore *store, TjDate today, TjAgendaFunc func, gpointer user_data, GError **error);
TjAgendaList *tj_agenda_list (TjStore *store, int status, TjDate today, GError **error);
gsize tj_agenda_list_get_length (TjAgendaList *list);
const TjAgendaRow *tj_agenda_list_get_row (TjAgendaList *list, gsize position);
TjAgendaList *tj_agenda_list_ref (TjAgendaList *list);
void tj_agenda_list_unref (TjAgendaList *list);
gboolean
tj_agenda_counts (TjStore *store, TjDate today, guint counts[TJ_N_STATUSES], GError **error);
gboolean tj_agenda_load (TjStore *store, gint64 youth_id, TjLadder *ladder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjAgendaList, tj_agenda_list_unref)

G_END_DECLS
