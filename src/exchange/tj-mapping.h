#pragma once

#include "tj-import-source.h"
#include "tj-import-table.h"

G_BEGIN_DECLS

/* Which column of a table holds which field of a source. */
typedef struct _TjMapping TjMapping;

TjMapping *
tj_mapping_new (const TjImportSource *source, const TjImportTable *table, GError **error);
void tj_mapping_free (TjMapping *self);

const TjImportSource *tj_mapping_get_source (const TjMapping *self);
guint tj_mapping_get_header (const TjMapping *self);
guint tj_mapping_get_n_columns (const TjMapping *self);
int tj_mapping_get_column (const TjMapping *self, guint field);
const char *tj_mapping_get_heading (const TjMapping *self, int field);
gboolean tj_mapping_is_repeated (const TjMapping *self, guint field);

char *tj_heading_fold (const char *heading, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjMapping, tj_mapping_free)

G_END_DECLS
