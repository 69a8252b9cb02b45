#pragma once

#include "tj-context.h"
#include "tj-purge.h"

G_BEGIN_DECLS

/* Somebody whom the purge of a year would take. */
typedef struct
{
  gint64 youth_id;
  char *personal_number; /* "" for a protected person */
  char *name;            /* "Skyddad person" for a protected one */
  gboolean is_protected;
  guint turns_21;         /* the year, of the number */
  gboolean is_registered; /* still: to be deregistered first, for the half-year's file */
} TjPurgeCandidate;

void tj_purge_candidate_free (TjPurgeCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjPurgeCandidate, tj_purge_candidate_free)

GPtrArray *tj_purge_service_propose (TjContext *context, guint year, GError **error);
TjPurgeProtocol *
tj_purge_service_preview (TjContext *context, guint year, GPtrArray *candidates, GError **error);
TjPurgeProtocol *
tj_purge_service_run (TjContext *context, guint year, GPtrArray *candidates, GError **error);

const char *tj_purge_service_kind_label (const char *table);

G_END_DECLS
