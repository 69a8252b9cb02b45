/* A version of a plan on paper, to sign: from a button on a page to the window that prints and
 * saves. */

#include "config.h"

#include "tj-plan-paper.h"

#include "tj-sheet-job.h"
#include "tj-sheet-service.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 youth_id;
  guint version;
} Wanted;

static GBytes *
draw (TjContext *context, gpointer user_data, GError **error)
{
  const Wanted *wanted = user_data;

  return tj_sheet_service_plan (context, wanted->youth_id, wanted->version, error);
}

/* `widget` is any on the page that asks. */
void
tj_plan_paper_show (GtkWidget *widget, gint64 youth_id, guint version)
{
  Wanted wanted = { youth_id, version };

  tj_sheet_job_show (TJ_PAGE (gtk_widget_get_ancestor (widget, TJ_TYPE_PAGE)), _ ("Plan"),
                     _ ("plan.pdf"), draw, g_memdup2 (&wanted, sizeof wanted), g_free);
}
