#pragma once

#include "tj-disclosure.h"
#include "tj-tally.h"

G_BEGIN_DECLS

TjDisclosure *tj_tally_new_disclosure (const TjTally *self, guint threshold);

G_END_DECLS
