#pragma once

#include "tj-scb-record.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* All that a half-year is reported from, read in a few passes over whole tables: no question is
 * asked of one youth. Rows come in no order; texts are borrowed for the call. */

typedef struct
{
  gint64 id;
  gint64 youth_id;
  const char *personal_number;
  TjNumberKind number_kind;
  TjDate birth;
  gboolean is_protected;
  TjDate registered_on;
  int background;
  const char *latest_education;
  TjDate deregistered_on;
  int reason; /* -1 for none */
} TjScanRegistration;

typedef void (*TjScanRegistrationFunc) (const TjScanRegistration *row, gpointer user_data);
/* Outcome by TjOutcome; the contact's `date` is that of the row. */
typedef void (*TjScanContactFunc) (gint64 youth_id,
                                   int outcome,
                                   const TjScbContact *row,
                                   gpointer user_data);
typedef void (*TjScanKnowledgeFunc) (gint64 youth_id,
                                     const TjScbKnowledge *row,
                                     gpointer user_data);
typedef void (*TjScanMeasureFunc) (gint64 youth_id, const TjScbMeasure *row, gpointer user_data);
typedef void (*TjScanResidentFunc) (const char *personal_number,
                                    TjDate moved_in,
                                    TjDate moved_out,
                                    gpointer user_data);

gboolean tj_scan_registrations (TjStore *store,
                                TjScanRegistrationFunc func,
                                gpointer user_data,
                                GError **error);
gboolean tj_scan_contacts (TjStore *store,
                           TjHalfYear half,
                           TjScanContactFunc func,
                           gpointer user_data,
                           GError **error);
gboolean tj_scan_knowledge (TjStore *store,
                            TjHalfYear half,
                            TjScanKnowledgeFunc func,
                            gpointer user_data,
                            GError **error);
gboolean tj_scan_measures (TjStore *store,
                           TjHalfYear half,
                           TjScanMeasureFunc func,
                           gpointer user_data,
                           GError **error);
gboolean
tj_scan_residents (TjStore *store, TjScanResidentFunc func, gpointer user_data, GError **error);

G_END_DECLS
