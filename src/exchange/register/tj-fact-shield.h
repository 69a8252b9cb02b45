#pragma once

#include "tj-store.h"

G_BEGIN_DECLS

gboolean
tj_fact_shield (TjStore *store, TjChange *change, const char *personal_number, GError **error);

G_END_DECLS
