#pragma once

#include <gtk/gtk.h>

#include "tj-application.h"
#include "tj-context.h"

/* A demo register in a folder of its own, open, and the program's application started on the
 * display at hand: what every test of a screen needs. */

typedef struct
{
  TjApplication *application;
  TjContext *context;
  TjSecret *recovery_key;
  char *folder;
} UiFixture;

void ui_fixture_start (UiFixture *fixture, guint people);
void ui_fixture_stop (UiFixture *fixture);

/* Long enough for a window to be drawn. */
#define UI_DRAWN_MS 100

GtkWidget *ui_open_window (UiFixture *fixture);
void ui_close_window (GtkWidget *window);
gboolean ui_says (GtkWidget *widget, const char *text);

void ui_settle (guint milliseconds);
gboolean ui_wait_for (gboolean (*is_so) (gpointer data), gpointer data);
gpointer ui_find (gpointer widget, GType type, const char *id);
