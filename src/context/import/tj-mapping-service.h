#pragma once

#include "tj-context.h"
#include "tj-mapping.h"

G_BEGIN_DECLS

/* Mappings that the user has made, kept in the register: by name, and by the headings that they
 * were made for. */

char **tj_mapping_service_list_names (TjContext *context, const char *source, GError **error);
gboolean
tj_mapping_service_use (TjContext *context, TjMapping *mapping, const char *name, GError **error);
gboolean tj_mapping_service_recall (TjContext *context,
                                    TjMapping *mapping,
                                    gboolean *is_recalled,
                                    GError **error);
gboolean tj_mapping_service_recognise (TjContext *context,
                                       const TjImportTable *table,
                                       const TjImportSource **source,
                                       GError **error);
gboolean tj_mapping_service_save (TjContext *context,
                                  const TjMapping *mapping,
                                  const char *name,
                                  GError **error);
gboolean tj_mapping_service_remember (TjContext *context, const TjMapping *mapping, GError **error);
gboolean tj_mapping_service_remove (TjContext *context,
                                    const char *source,
                                    const char *name,
                                    GError **error);

G_END_DECLS
