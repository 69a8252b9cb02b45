#pragma once

#include <gio/gio.h>

#include "tj-import-report.h"
#include "tj-import-row.h"
#include "tj-proposal-book.h"
#include "tj-register-index.h"
#include "tj-registration.h"
#include "tj-store.h"
#include "tj-youth.h"

G_BEGIN_DECLS

/* What a source works with while its rows come in. */

TjImportJob *tj_import_job_begin (TjStore *store,
                                  const TjImportTable *table,
                                  const TjMapping *mapping,
                                  TjDate today,
                                  GCancellable *cancellable,
                                  GError **error);
void tj_import_job_free (TjImportJob *job);
gboolean tj_import_job_take_row (TjImportJob *job, guint index, GError **error);
gboolean tj_import_job_close (TjImportJob *job, GError **error);
gboolean tj_import_job_end (TjImportJob *job, gboolean keep, GError **error);
TjImportReport *tj_import_job_get_report (TjImportJob *job);

TjStore *tj_import_job_get_store (TjImportJob *job);
TjChange *tj_import_job_get_change (TjImportJob *job);
TjDate tj_import_job_get_today (TjImportJob *job);
gboolean tj_import_job_has_column (TjImportJob *job, guint field);

gint64 tj_import_job_get_run_id (TjImportJob *job);
const TjImportSource *tj_import_job_get_source (TjImportJob *job);
gpointer tj_import_job_get_state (TjImportJob *job);
TjProposalBook *tj_import_job_get_proposals (TjImportJob *job);

gboolean tj_import_job_is_protected (TjImportJob *job, const char *personal_number);
gboolean tj_import_job_shield (TjImportJob *job, const char *personal_number, GError **error);
TjYouth *tj_import_job_find_youth (TjImportJob *job, const char *personal_number);
gboolean tj_import_job_claim_youth (TjImportJob *job, TjYouth *youth);
TjRegistration *tj_import_job_find_open (TjImportJob *job, gint64 youth_id);
gboolean tj_import_job_is_listed (TjImportJob *job, TjYouth *youth);
void tj_import_job_foreach_open (TjImportJob *job, TjRegisterIndexFunc func, gpointer user_data);
gboolean tj_import_job_add_gone (TjImportJob *job, gint64 youth_id, GError **error);

void
tj_import_job_warn (TjImportJob *job, const TjImportRow *row, int field, TjImportReason reason);
void tj_import_job_warn_file (TjImportJob *job, int field, TjImportReason reason);
void tj_import_job_reject (TjImportJob *job,
                           const TjImportRow *row,
                           int field,
                           TjImportReason reason,
                           TjImportOutcome *outcome);
void tj_import_job_differ (TjImportJob *job,
                           const TjImportRow *row,
                           const char *field,
                           const char *old_text,
                           const char *new_text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjImportJob, tj_import_job_free)

G_END_DECLS
