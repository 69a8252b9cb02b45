#pragma once

#include <gtk/gtk.h>

#include "tj-people.h"

G_BEGIN_DECLS

/* A screen of the sidebar; the strings are the program's own. */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
} TjScreen;

const TjScreen *tj_screens_get (guint position);
GtkWidget *tj_screens_new_page (const char *name, TjContext *context, TjPeople *people);
char *tj_screens_dup_list (int status);

G_END_DECLS
