#pragma once

#include "tj-frame.h"
#include "tj-page.h"
#include "tj-people.h"
#include "tj-sidebar.h"
#include "tj-toaster.h"

G_BEGIN_DECLS

struct _TjFrame
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  AdwToastOverlay *toasts;
  GtkStack *screens;
  GtkWidget *sidebar_pane;
  TjSidebar *sidebar;
  GtkWidget *demo_mark;

  TjContext *context;
  TjPeople *people;
  char *screen;
  char *list_screen;
  GtkWidget *focus_before;
  gboolean is_busy;       /* a thread has the register */
  gboolean is_worker;     /* and it works for this window */
  gboolean is_behind;     /* it changed meanwhile */
  gboolean is_presenting; /* others see the window: nothing but what is shown may be opened */
  TjToaster toaster;
};

/* Whether nothing else may be opened now. */
static inline gboolean
tj_frame_is_closed (const TjFrame *self)
{
  return self->is_busy || self->is_presenting;
}

TjPage *tj_frame_get_page (TjFrame *self);

/* tj-frame-commands.c */
void tj_frame_install_commands (GtkWidgetClass *widget_class);

G_END_DECLS
