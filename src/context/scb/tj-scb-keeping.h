#pragma once

#include "tj-scb-service.h"

G_BEGIN_DECLS

TjChange *tj_scb_keeping_begin (TjStore *store,
                                const TjScbReport *report,
                                const char *format,
                                const char *details,
                                GBytes *content,
                                GError **error);

G_END_DECLS
