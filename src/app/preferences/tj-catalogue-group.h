#pragma once

#include <adwaita.h>

#include "tj-context.h"

G_BEGIN_DECLS

#define TJ_TYPE_CATALOGUE_GROUP (tj_catalogue_group_get_type ())
G_DECLARE_FINAL_TYPE (TjCatalogueGroup,
                      tj_catalogue_group,
                      TJ,
                      CATALOGUE_GROUP,
                      AdwPreferencesGroup)

/* One name of a list, told to `add_name`: its key, and whether it is still offered. */
typedef void (*TjCatalogueName) (TjCatalogueGroup *group,
                                 const char *key,
                                 const char *name,
                                 gboolean is_offered);

/* A list of names that can be edited. */
typedef struct
{
  const char *title; /* of a row, for translation */
  const char *new_title;
  gboolean (*foreach) (TjContext *context,
                       TjCatalogueName add_name,
                       TjCatalogueGroup *group,
                       GError **error);
  gboolean (*add) (TjContext *context, const char *name, GError **error);
  gboolean (*rename) (TjContext *context, const char *key, const char *name, GError **error);
  gboolean (*offer) (TjContext *context, const char *key, gboolean is_offered, GError **error);
} TjCatalogueKind;

void
tj_catalogue_group_begin (TjCatalogueGroup *self, TjContext *context, const TjCatalogueKind *kind);

G_END_DECLS
