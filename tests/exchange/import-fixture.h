#pragma once

#include "tj-import.h"
#include "tj-registration-repository.h"
#include "tj-routine.h"
#include "tj-youth-repository.h"

/* A real encrypted register in a folder of its own, for the tests of imports. */
typedef struct
{
  char *folder;
  TjRoutine *routine;
  TjStore *store;
  TjDate today;
} Fixture;

/* Official test numbers, never issued: a woman of 19, a man of 17, a woman of 16. */
#define ESTER "200701032385"
#define LIAM "200903252393"
#define ELSA "201001292380"
/* One who turned 20 on 28 September 2026. */
#define AXEL "200609282397"

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_add_test (const char *path, void (*test) (Fixture *));

TjImport *fixture_read (Fixture *self, const char *source, const char *text);
TjImportReport *fixture_import (Fixture *self, const char *source, const char *text);
TjImportReport *fixture_import_file (Fixture *self, const char *source, const char *name);
TjYouth *fixture_load (Fixture *self, const char *personal_number);
TjRegistration *fixture_load_open (Fixture *self, const char *personal_number);
void fixture_deregister (Fixture *self, const char *personal_number, const char *date);
guint fixture_count_youths (Fixture *self);

void
assert_counts (TjImportReport *report, guint n_new, guint changed, guint unchanged, guint gone);
void assert_rejected (TjImportReport *report, guint row, const char *column, const char *part);
void assert_warned (TjImportReport *report, guint row, const char *column, const char *part);
guint count_rejected (TjImportReport *report);
guint count_warnings (TjImportReport *report);
