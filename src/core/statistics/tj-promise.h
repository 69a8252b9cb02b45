#pragma once

#include "tj-youth-period.h"

G_BEGIN_DECLS

/* What the municipality's routine promises of a new registration. */
typedef enum
{
  TJ_PROMISE_ATTEMPT, /* that the youth is sought */
  TJ_PROMISE_CONTACT, /* that the youth is reached */
  TJ_N_PROMISES,
} TjPromise;

typedef enum
{
  TJ_PROMISE_NOT_COUNTED,
  TJ_PROMISE_IN_TIME,
  TJ_PROMISE_LATE,
} TjPromiseState;

TjDate tj_promise_due (const TjRoutine *routine,
                       TjBackground background,
                       TjDate registered_on,
                       TjPromise promise);
gboolean tj_promise_get_span (const TjRoutine *routine,
                              TjDate registered_on,
                              TjPromise promise,
                              guint *shortest,
                              guint *longest);
TjPromiseState tj_promise_state (const TjYouthPeriod *youth, TjPromise promise);
gboolean tj_promise_get_days (const TjYouthPeriod *youth, TjPromise promise, guint *days);

G_END_DECLS
