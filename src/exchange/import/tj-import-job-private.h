#pragma once

#include "tj-import-job.h"
#include "tj-import-repository.h"

G_BEGIN_DECLS

struct _TjImportJob
{
  TjStore *store;
  TjChange *change;
  const TjImportTable *table;
  const TjMapping *mapping;
  const TjImportSource *source;
  TjDate today;
  TjRegisterIndex *index;
  TjImportReport *report;
  TjImportRun run;
  TjTextRoom room;
  TjImportRow row;
  GHashTable *claimed; /* borrowed youths of the index */
  GHashTable *seen;    /* number on the list → row of the table that was taken + 1, or 0 */
  GStringChunk *numbers;
  gboolean told_serial[TJ_IMPORT_MAX_FIELDS];
  TjProposalBook *proposals;
  GHashTable *protected; /* numbers */
  gpointer state;        /* the source's own */
};

G_END_DECLS
