#pragma once

#include "tj-import-job.h"

G_BEGIN_DECLS

/* What earlier lists of one kind have left in the register, to compare a new list with. */
typedef struct _TjFactList TjFactList;

/* Whether two facts about the same person are about the same thing, so that one takes the other's
 * place. */
typedef gboolean (*TjFactSameFunc) (gpointer fact, gpointer other);
typedef gboolean (*TjFactLeftFunc) (gpointer fact, gpointer user_data, GError **error);

TjFactList *tj_fact_list_new (TjImportJob *job, GType type, TjFactSameFunc is_same, GError **error);
void tj_fact_list_free (TjFactList *self);
void tj_fact_list_count_repeats (TjFactList *self);
gboolean tj_fact_list_take (TjFactList *self,
                            const TjImportRow *row,
                            gpointer fact,
                            TjImportOutcome *outcome,
                            GError **error);
gboolean tj_fact_list_is_much_smaller (TjFactList *self);
gpointer tj_fact_list_find_same (TjFactList *self, gpointer fact);
gpointer tj_fact_list_find (TjFactList *self, const char *personal_number);
gboolean tj_fact_list_has_taken (TjFactList *self, const char *personal_number);
gboolean tj_fact_list_foreach_left (TjFactList *self,
                                    TjFactLeftFunc func,
                                    gpointer user_data,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjFactList, tj_fact_list_free)

G_END_DECLS
