#pragma once

#include "tj-import-source.h"
#include "tj-table.h"

G_BEGIN_DECLS

/* Which column of a table holds which field of a source. */
typedef struct _TjMapping TjMapping;

TjMapping *tj_mapping_new (const TjImportSource *source, const TjTable *table, GError **error);
void tj_mapping_free (TjMapping *self);

guint tj_mapping_get_header (const TjMapping *self);
int tj_mapping_get_column (const TjMapping *self, guint field);
const char *tj_mapping_get_heading (const TjMapping *self, guint field);
const guint *tj_mapping_get_repeated (const TjMapping *self, guint *n_fields);

char *tj_heading_fold (const char *heading, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjMapping, tj_mapping_free)

G_END_DECLS
