#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

TjDate tj_date_read (const char *text, TjDate today);

G_END_DECLS
