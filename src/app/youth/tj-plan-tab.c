/* The individual planning of a youth: the form, which is filled with the version that holds, and
 * the versions before it. Each can be set on paper to sign, and set beside another. */

#include "config.h"

#include "tj-plan-tab.h"

#include "tj-date-text.h"
#include "tj-form-section.h"
#include "tj-plan-compare.h"
#include "tj-plan-form.h"
#include "tj-plan-paper.h"
#include "tj-plan-repository.h"

#include <glib/gi18n.h>

/* The plan is one, whatever its version: its draft and what others did to it are of the same. */
#define THE_PLAN 1

struct _TjPlanTab
{
  AdwBin parent_instance;

  TjForm *form;
  TjFormSection *versions;

  TjContext *context;
  gint64 youth_id;
  GPtrArray *plans;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjPlanTab,
                               tj_plan_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static GtkWidget *
new_row (TjPlan *plan, gboolean is_first)
{
  const gint64 version = tj_plan_get_version (plan);
  g_autofree char *date = tj_date_text_long (tj_plan_get_written_on (plan));
  g_autofree char *title = g_strdup_printf (_ ("Version %d, %s"), (int)version, date);
  GtkWidget *row = tj_form_section_row (0, title, NULL, FALSE);

  tj_form_section_row_add_button (row, _ ("Print or Save…"), "plan.print", version);
  if (!is_first)
    tj_form_section_row_add_button (row, _ ("Compare…"), "plan.compare", version);
  return row;
}

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjPlanTab *self = TJ_PLAN_TAB (tab);
  g_autoptr (GPtrArray) plans = tj_plans_list (tj_context_get_store (context), youth_id, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (plans == NULL)
    return FALSE;
  g_set_object (&self->context, context);
  self->youth_id = youth_id;
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->plans = g_ptr_array_ref (plans);
  for (guint i = plans->len; i > 0; i--)
    g_ptr_array_add (rows, new_row (plans->pdata[i - 1], i == 1));
  tj_form_section_begin (self->versions, context, youth_id);
  tj_form_section_take_rows (self->versions, rows);
  tj_form_begin (self->form, context, youth_id, THE_PLAN);
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
}

static void
on_unchanged (TjPlanTab *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast", "s",
                              _ ("The plan says what it said: no new version"));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPlanTab *self = TJ_PLAN_TAB (widget);

  tj_plan_paper_show (widget, self->youth_id, (guint)g_variant_get_int64 (parameter));
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPlanTab *self = TJ_PLAN_TAB (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (
      GTK_WINDOW (tj_plan_compare_new (window, self->plans, g_variant_get_int64 (parameter))));
}

static gboolean
tj_plan_tab_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TJ_PLAN_TAB (widget)->form));
}

static void
tj_plan_tab_dispose (GObject *object)
{
  TjPlanTab *self = TJ_PLAN_TAB (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_plan_tab_parent_class)->dispose (object);
}

static void
tj_plan_tab_class_init (TjPlanTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_plan_tab_dispose;
  widget_class->grab_focus = tj_plan_tab_grab_focus;

  g_type_ensure (TJ_TYPE_FORM_SECTION);
  g_type_ensure (TJ_TYPE_PLAN_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-plan-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPlanTab, form);
  gtk_widget_class_bind_template_child (widget_class, TjPlanTab, versions);
  gtk_widget_class_bind_template_callback (widget_class, on_unchanged);
  gtk_widget_class_install_action (widget_class, "plan.print", "x", print_action);
  gtk_widget_class_install_action (widget_class, "plan.compare", "x", compare_action);
}

static void
tj_plan_tab_init (TjPlanTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
