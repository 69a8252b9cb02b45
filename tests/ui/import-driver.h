#pragma once

#include "ui-fixture.h"

/* Drives the import screen in a real window. Steps are named as the stack in the page names them. */

char *import_fixture_path (const char *name);
char *import_write_file (UiFixture *fixture, const char *name, const char *text);
char *import_write_mixed_list (UiFixture *fixture);
void import_open (GtkWidget *window, const char *path);
void import_do (GtkWidget *window, const char *action);
void import_wait (GtkWidget *window);
void import_wait_free (GtkWidget *window);
void import_undo (GtkWidget *window, gint64 run_id);
const char *import_get_step (GtkWidget *window);
void import_choose_kind (GtkWidget *window, const char *title);
GListModel *import_get_lines (GtkWidget *window);
char *import_dup_line (GtkWidget *window, guint position);

/* Every state of the screen in turn, each shown to `see`. */
typedef void (*ImportSeeFunc) (GtkWidget *window, const char *name);
void import_show_states (UiFixture *fixture, GtkWidget *window, ImportSeeFunc see);
