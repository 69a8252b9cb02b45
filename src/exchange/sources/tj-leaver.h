#pragma once

#include "tj-fact-list.h"
#include "tj-import-person.h"

G_BEGIN_DECLS

/* What a row says about somebody who left school with a certificate, or without one. */
typedef struct
{
  TjImportPerson person;
  TjCertificateKind kind;
  const char *school;
  const char *programme;
  TjDate issued_on; /* TJ_DATE_NONE when the list does not say */
} TjLeaver;

/* What a source about leavers remembers from row to row; for its table of functions. */
typedef struct
{
  TjFactList *certificates;
} TjLeaverState;

gboolean tj_leaver_begin (TjImportJob *job, GError **error);
void tj_leaver_clear_state (gpointer state);
gboolean tj_leaver_take (const TjLeaver *leaver,
                         TjImportJob *job,
                         const TjImportRow *row,
                         TjImportOutcome *outcome,
                         GError **error);

G_END_DECLS
