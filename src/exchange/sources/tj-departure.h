#pragma once

#include "tj-import-job.h"

G_BEGIN_DECLS

gboolean tj_departure_find_ground (TjImportJob *job,
                                   TjYouth *youth,
                                   TjProposalGround *ground,
                                   GError **error);
TjDate tj_departure_clamp_date (TjImportJob *job, TjYouth *youth, TjDate date);
gboolean tj_programme_is_introduction (const char *programme);

G_END_DECLS
