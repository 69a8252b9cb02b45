#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TjMunicipalityFunc) (const char *code, const char *name, gpointer user_data);

char *tj_municipalities_dup_name (const char *code);
void tj_municipalities_foreach (TjMunicipalityFunc func, gpointer user_data);

G_END_DECLS
