#pragma once

#include "tj-headings.h"

G_BEGIN_DECLS

/* Which column of a table holds which field of a source: proposed from the headings, then perhaps
 * changed by hand, then checked. */
typedef struct _TjMapping TjMapping;

TjMapping *
tj_mapping_new (const TjImportSource *source, const TjImportTable *table, GError **error);
TjMapping *tj_mapping_propose (const TjImportSource *source, const TjImportTable *table);
void tj_mapping_free (TjMapping *self);
gboolean tj_mapping_check (const TjMapping *self, GError **error);

const TjImportSource *tj_mapping_get_source (const TjMapping *self);
const TjImportTable *tj_mapping_get_table (const TjMapping *self);
guint tj_mapping_get_header (const TjMapping *self);
void tj_mapping_set_header (TjMapping *self, guint row);

guint tj_mapping_get_n_columns (const TjMapping *self);
const char *tj_mapping_get_title (const TjMapping *self, guint column);
char *tj_mapping_dup_column_name (const TjMapping *self, guint column);
int tj_mapping_find_field (const TjMapping *self, guint column);

int tj_mapping_get_column (const TjMapping *self, guint field);
void tj_mapping_set_column (TjMapping *self, guint field, int column);
const char *tj_mapping_get_heading (const TjMapping *self, int field);
const char *tj_mapping_get_field_label (const TjMapping *self, guint field);
gboolean tj_mapping_is_repeated (const TjMapping *self, guint field);
gboolean tj_mapping_is_edited (const TjMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjMapping, tj_mapping_free)

G_END_DECLS
