#pragma once

#include "tj-secret.h"

G_BEGIN_DECLS

char *tj_seal_dup_name (const TjSecret *key, const char *text);
GBytes *tj_seal (const TjSecret *key, const char *name, const TjSecret *plain);
TjSecret *tj_unseal (const TjSecret *key, const char *name, GBytes *sealed);

G_END_DECLS
