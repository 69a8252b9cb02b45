#pragma once

#include "tj-import-report.h"
#include "tj-import-value.h"
#include "tj-types.h"

G_BEGIN_DECLS

#define TJ_IMPORT_MAX_FIELDS 24

/* A field of a source: what it is called in lists and what its cells hold. */
typedef struct
{
  const char *id;
  const char *label;    /* for people, untranslated */
  const char *headings; /* synonyms, the preferred first, `|` between, in any spelling */
  TjCellKind kind;
  gboolean required; /* without its column the list is refused, without its cell the row */
  gboolean strict;   /* a bad cell rejects the row; else it is left out, with a warning */
} TjImportField;

/* A row understood: one value for each field of the source, in its order. */
typedef struct
{
  guint number; /* as a spreadsheet counts */
  guint index;  /* in the table */
  TjImportValue values[TJ_IMPORT_MAX_FIELDS];
} TjImportRow;

typedef struct _TjImportJob TjImportJob;

/* A kind of list. Reading it is the same for all; what a row means is `apply`. */
typedef struct
{
  const char *id;
  const char *label;  /* for people, untranslated */
  const char *action; /* what the change is called in the log */
  const TjImportField *fields;
  guint n_fields;
  /* Of a list that is not about people: ids of the fields, `|` between, that tell rows apart. */
  const char *subject;

  /* Whether the columns suffice together; otherwise the untranslated name of what is missing. */
  gboolean (*check_columns) (const int *columns, const char **missing);
  /* A person may stand on several rows that say different things. */
  gboolean has_repeats;
  /* Names only help to tell people apart: where one begins and ends does not matter. */
  gboolean has_loose_names;
  /* Who is on the latest such list is asked for later: unchanged rows are kept in the log too. */
  gboolean is_roll;
  /* What the source remembers from row to row: so many zeroed bytes, cleared at the end. */
  gsize state_size;
  void (*clear_state) (gpointer state);

  /* Before the first row; may be NULL. FALSE only when the store fails. */
  gboolean (*begin) (TjImportJob *job, GError **error);
  /* Brings one good row into the register and fills in its outcome. FALSE only when the store
   * fails; a row that cannot be taken is rejected through the job. */
  gboolean (*apply) (TjImportJob *job,
                     const TjImportRow *row,
                     TjImportOutcome *outcome,
                     GError **error);
  /* After the last row; may be NULL. FALSE only when the store fails. */
  gboolean (*finish) (TjImportJob *job, GError **error);
} TjImportSource;

extern const TjImportSource tj_import_source_ist, tj_import_source_population, tj_import_source_vux,
    tj_import_source_studiebevis, tj_import_source_ib, tj_import_source_admission,
    tj_import_source_enrolments, tj_import_source_school_reports, tj_import_source_invoices,
    tj_import_source_contacts, tj_import_source_prices;

const TjImportSource *tj_import_source_find (const char *id);
const char *const *tj_import_source_list_ids (void);

G_END_DECLS
