#pragma once

#include "tj-people.h"

G_BEGIN_DECLS

/* Which card of Today a group stands on. */
typedef enum
{
  TJ_AGENDA_CARD_NOW,
  TJ_AGENDA_CARD_SOON,
  TJ_AGENDA_CARD_NEW,
  TJ_N_AGENDA_CARDS,
} TjAgendaCard;

/* Some youths that one thing is true of today. `key` names it in the address of a screen, as in
 * "youths:step-brev1". What is no youths has a screen of its own and a number. */
typedef struct
{
  char *key;
  char *label;
  TjAgendaCard card;
  gboolean is_alarm;
  GHashTable *youths;
  const char *screen;
  guint number;
} TjAgendaGroup;

typedef struct
{
  GPtrArray *groups;
  TjAgendaList *list;
  guint n_youths;
  TjDate next_day; /* the first day after today on which something waits, or TJ_DATE_NONE */
} TjAgendaGroups;

TjAgendaGroups *tj_agenda_groups_load (TjPeople *people, GError **error);
void tj_agenda_groups_free (TjAgendaGroups *self);
const TjAgendaGroup *tj_agenda_groups_find (const TjAgendaGroups *self, const char *key);
guint tj_agenda_group_count (const TjAgendaGroup *group);
gboolean tj_agenda_group_has (const TjAgendaGroup *group, gint64 youth_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjAgendaGroups, tj_agenda_groups_free)

G_END_DECLS
