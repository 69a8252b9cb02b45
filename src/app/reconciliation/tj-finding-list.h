#pragma once

#include <gtk/gtk.h>

#include "tj-finding-item.h"

G_BEGIN_DECLS

#define TJ_TYPE_FINDING_LIST (tj_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (TjFindingList, tj_finding_list, TJ, FINDING_LIST, GObject)

/* The sections of the list beside the kinds of findings. */
#define TJ_SECTION_ALL (-1)
#define TJ_SECTION_CARRIED_OVER (-2)

/* What a section comes to. At stake is what might not have to be paid; in öre. */
typedef struct
{
  guint n;
  guint n_decided;
  guint n_waiting; /* decided, and not carried out */
  gint64 at_stake_ore;
  gint64 contested_ore;
} TjFindingSums;

TjFindingList *tj_finding_list_new (void);
void tj_finding_list_fill (TjFindingList *self, TjContext *context, TjReconciliationView *view);
void tj_finding_list_set_section (TjFindingList *self, int section);
void tj_finding_list_set_undecided_only (TjFindingList *self, gboolean undecided_only);

GListModel *tj_finding_list_get_model (TjFindingList *self);
TjFindingSums tj_finding_list_sum (TjFindingList *self, int section);

G_END_DECLS
