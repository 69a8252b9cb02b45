#pragma once

#include <json-glib/json-glib.h>

#include "tj-entity.h"

G_BEGIN_DECLS

void tj_entity_json_add (JsonBuilder *builder, gpointer entity);

G_END_DECLS
