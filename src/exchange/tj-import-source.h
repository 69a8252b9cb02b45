#pragma once

#include "tj-import-value.h"
#include "tj-types.h"

G_BEGIN_DECLS

/* A field of a source: what it is called in lists and what its cells hold. */
typedef struct
{
  const char *id;
  const char *label;    /* for people, untranslated */
  const char *headings; /* synonyms in Swedish and English, `|` between, in any spelling */
  TjCellKind kind;
  gboolean required; /* without its column the list is refused */
  gboolean strict;   /* a bad cell rejects the row; else it is left out, with a warning */
} TjImportField;

typedef struct _TjImportJob TjImportJob;
typedef struct _TjImportRow TjImportRow;

/* A kind of list. Reading it is the same for all; what a row means is `apply`. */
typedef struct
{
  const char *id;
  const char *label;
  const char *action; /* what the change is called in the log */
  const TjImportField *fields;
  guint n_fields;

  /* The header lacks something that only together is required. */
  gboolean (*check_header) (const int *columns, const char **missing);
  /* Brings one good row into the register. FALSE only when the store fails. */
  gboolean (*apply) (TjImportJob *job, const TjImportRow *row, GError **error);
  /* After the last row; may be NULL. */
  gboolean (*finish) (TjImportJob *job, GError **error);
} TjImportSource;

extern const TjImportSource tj_import_source_ist, tj_import_source_contacts;

const TjImportSource *tj_import_source_find (const char *id);

G_END_DECLS
