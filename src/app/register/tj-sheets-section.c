/* The papers the team takes along: the fortnightly meeting, the extended team, the doors to knock
 * on. Each is made when asked for, shown, printed and saved; the log tells of it. */

#include "config.h"

#include "tj-sheets-section.h"

#include "tj-sheet-job.h"
#include "tj-sheet-service.h"

#include <glib/gi18n.h>

struct _TjSheetsSection
{
  TjPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TjSheetsSection, tj_sheets_section, TJ_TYPE_PAGE)

static const struct
{
  const char *name;
  TjTeamSheetKind kind;
  const char *title;
  const char *file_name;
} sheets[] = {
  { "team", TJ_TEAM_SHEET_MEETING, N_ ("Team meeting"), N_ ("team-meeting-%s.pdf") },
  { "extended", TJ_TEAM_SHEET_EXTENDED, N_ ("Extended team"), N_ ("extended-team-%s.pdf") },
  { "home-visits", TJ_TEAM_SHEET_HOME_VISIT, N_ ("Home visits"), N_ ("home-visits-%s.pdf") },
};

static GBytes *
make_sheet (TjContext *context, gpointer kind, GError **error)
{
  return tj_sheet_service_team (context, GPOINTER_TO_INT (kind), error);
}

static char *
dup_file_name (TjPage *page, const char *pattern)
{
  char today[TJ_DATE_BUFFER];
  g_auto (GStrv) parts = g_strsplit (_ (pattern), "%s", 2);

  tj_date_write (tj_context_get_today (tj_page_get_context (page)), today);
  return g_strjoinv (today, parts);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *wanted = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (sheets[i].name, wanted))
      {
        g_autofree char *file_name = dup_file_name (TJ_PAGE (widget), sheets[i].file_name);

        tj_sheet_job_show (TJ_PAGE (widget), _ (sheets[i].title), file_name, make_sheet,
                           GINT_TO_POINTER (sheets[i].kind), NULL);
      }
}

static void
tj_sheets_section_class_init (TjSheetsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/register/tj-sheets-section.ui");
  gtk_widget_class_install_action (widget_class, "sheets.show", "s", show_action);
}

static void
tj_sheets_section_init (TjSheetsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_sheets_section_new (TjContext *context)
{
  return g_object_new (TJ_TYPE_SHEETS_SECTION, "context", context, NULL);
}
