#pragma once

#include "tj-date.h"

G_BEGIN_DECLS

TjDate tj_term_end (TjDate date);

G_END_DECLS
