#pragma once

#include "tj-agenda.h"
#include "tj-context.h"

G_BEGIN_DECLS

/* What `step` is when it is an agreed follow-up that waits and no step of the routine. */
#define TJ_SAVED_FILTER_FOLLOW_UP "follow-up"

/* A choice of youths with a name. What is left open chooses nobody away; the rest must all hold. */
typedef struct
{
  gint64 id; /* 0 before it is kept */
  char *name;
  int status;     /* TjStatus, -1: any that is not closed */
  char *step;     /* the id of the routine's step that comes next; "" : any */
  int background; /* TjBackground, -1: any */
  int occupation; /* TjOccupation, -1: any */
  guint min_age;  /* years; 0: none */
  guint max_age;  /* years; 0: none */
  TjDate since;   /* registered on or after; TJ_DATE_NONE: any day */
  guint within;   /* a follow-up within so many days; 0: any */
  gboolean is_overdue;
  gboolean is_minor;
  gboolean lacks_details; /* neither phone nor e-mail */
  gboolean lacks_contact; /* nobody has tried yet */
} TjSavedFilter;

TjSavedFilter *tj_saved_filter_new (void);
TjSavedFilter *tj_saved_filter_copy (const TjSavedFilter *filter);
void tj_saved_filter_free (TjSavedFilter *filter);

gboolean tj_saved_filter_is_about_person (const TjSavedFilter *filter);
gboolean tj_saved_filter_matches (const TjSavedFilter *filter,
                                  const TjAgendaRow *row,
                                  TjBackground background,
                                  TjDate today);

GPtrArray *tj_saved_filters_load (TjContext *context, GError **error);
TjSavedFilter *tj_saved_filters_find (TjContext *context, gint64 id, GError **error);
gboolean tj_saved_filters_check (TjContext *context, const TjSavedFilter *filter, GError **error);
gboolean tj_saved_filters_save (TjContext *context, TjSavedFilter *filter, GError **error);
gboolean tj_saved_filters_remove (TjContext *context, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjSavedFilter, tj_saved_filter_free)

G_END_DECLS
