#pragma once

#include <gio/gio.h>

#include "tj-import-session.h"

G_BEGIN_DECLS

typedef enum
{
  TJ_IMPORT_WORK_OPEN,
  TJ_IMPORT_WORK_SHEET,
  TJ_IMPORT_WORK_TRY,
  TJ_IMPORT_WORK_APPLY,
} TjImportWorkKind;

/* Told once, on the main thread: NULL when the work is done, else why it is not. */
typedef void (*TjImportWorkFunc) (TjImportWorkKind kind, const GError *error, gpointer user_data);

/* A step of an import on the worker thread. */
typedef struct _TjImportWork TjImportWork;

TjImportWork *tj_import_work_start (TjImportSession *session,
                                    TjImportWorkKind kind,
                                    GFile *file,
                                    const char *sheet,
                                    TjImportWorkFunc done,
                                    gpointer user_data);
void tj_import_work_free (TjImportWork *work);
void tj_import_work_cancel (TjImportWork *work);
double tj_import_work_get_fraction (TjImportWork *work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TjImportWork, tj_import_work_free)

G_END_DECLS
