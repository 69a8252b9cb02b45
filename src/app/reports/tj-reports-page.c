/* What is told to others, a room of sections: the figures as they stand, the file for SCB and the
 * report to the board. */

#include "config.h"

#include "tj-reports-page.h"

#include "tj-board-view.h"
#include "tj-dashboard.h"
#include "tj-scb-view.h"
#include "tj-sections-page.h"

#include <glib/gi18n.h>

static const TjSection sections[] = {
  { "overview", N_ ("At a Glance"), "tj-reports-symbolic", tj_dashboard_new },
  { "board", N_ ("Board Report"), "tj-sheet-symbolic", tj_board_view_new },
  { "scb", N_ ("SCB"), "tj-check-symbolic", tj_scb_view_new },
  { NULL },
};

GtkWidget *
tj_reports_page_new (TjContext *context)
{
  return tj_sections_page_new (context, "reports", N_ ("Reports"), sections);
}
