/* What SCB calls the words that are in use: those that are missing first, each a field to fill in,
 * and the others folded below. A code is kept when its field is applied; the focus then goes on to
 * the next, so that one writes them off SCB's instructions one after another. */

#include "config.h"

#include "tj-scb-codes.h"

#include "tj-scb-layout-service.h"

#include <glib/gi18n.h>

struct _TjScbCodes
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkListBox *missing;
  GtkListBox *others;

  TjContext *context;
  TjHalfYear half;
  int next; /* the place to go on at after a code was kept; -1 for none */
};

G_DEFINE_FINAL_TYPE (TjScbCodes, tj_scb_codes, ADW_TYPE_BIN)

static void
on_applied (AdwEntryRow *row, TjScbCodes *self)
{
  const char *list = g_object_get_data (G_OBJECT (row), "list");
  const char *word = g_object_get_data (G_OBJECT (row), "word");
  g_autoptr (GError) error = NULL;

  self->next = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (tj_scb_layout_service_set_code (self->context, self->half, list, word,
                                      gtk_editable_get_text (GTK_EDITABLE (row)), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast-undo", "s", _ ("Code kept"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "frame.toast", "s", error->message);
}

/* "Occupation: Work", with the code in it. */
static GtkWidget *
new_entry (TjScbCodes *self,
           const TjScbLayout *layout,
           const char *list,
           const char *word,
           const char *label,
           const char *code)
{
  const TjScbCodeList *codes = tj_scb_layout_find_list (layout, list);
  const char *of = codes != NULL ? tj_scb_list_label (codes->of) : NULL;
  g_autofree char *title = g_strdup_printf ("%s: %s", of != NULL ? of : list, label);
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup", FALSE,
                                 "show-apply-button", TRUE, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), code);
  g_object_set_data_full (G_OBJECT (row), "list", g_strdup (list), g_free);
  g_object_set_data_full (G_OBJECT (row), "word", g_strdup (word), g_free);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_applied), self, 0);
  return row;
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_missing (TjScbCodes *self, const TjScbReport *report)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u Code Missing", "%u Codes Missing", report->missing_codes->len),
      report->missing_codes->len);

  clear (self->missing);
  for (guint i = 0; i < report->missing_codes->len; i++)
    {
      const TjScbMissingCode *missing = report->missing_codes->pdata[i];

      gtk_list_box_append (self->missing, new_entry (self, report->layout, missing->list,
                                                     missing->word, missing->label, ""));
    }
  gtk_label_set_label (self->title, report->missing_codes->len > 0 ? title : _ ("Codes"));
  gtk_widget_set_visible (GTK_WIDGET (self->missing), report->missing_codes->len > 0);
}

static gboolean
is_missing (const TjScbReport *report, const char *list, const char *word)
{
  for (guint i = 0; i < report->missing_codes->len; i++)
    {
      const TjScbMissingCode *missing = report->missing_codes->pdata[i];

      if (g_str_equal (missing->list, list) && g_str_equal (missing->word, word))
        return TRUE;
    }
  return FALSE;
}

static void
show_others (TjScbCodes *self, const TjScbReport *report)
{
  GtkWidget *expander = adw_expander_row_new ();

  clear (self->others);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("All other codes"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 _ ("Filled in already, or not in use this half-year"));
  for (guint i = 0; i < report->layout->lists->len; i++)
    {
      const TjScbCodeList *list = report->layout->lists->pdata[i];

      for (guint k = 0; k < list->codes->len; k++)
        {
          const TjScbCode *code = list->codes->pdata[k];

          if (!is_missing (report, list->name, code->word))
            adw_expander_row_add_row (
                ADW_EXPANDER_ROW (expander),
                new_entry (self, report->layout, list->name, code->word, code->label, code->code));
        }
    }
  gtk_list_box_append (self->others, expander);
}

static void
tj_scb_codes_dispose (GObject *object)
{
  g_clear_object (&TJ_SCB_CODES (object)->context);
  G_OBJECT_CLASS (tj_scb_codes_parent_class)->dispose (object);
}

static void
tj_scb_codes_class_init (TjScbCodesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_scb_codes_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/reports/tj-scb-codes.ui");
  gtk_widget_class_bind_template_child (widget_class, TjScbCodes, title);
  gtk_widget_class_bind_template_child (widget_class, TjScbCodes, missing);
  gtk_widget_class_bind_template_child (widget_class, TjScbCodes, others);
}

static void
tj_scb_codes_init (TjScbCodes *self)
{
  self->next = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the codes of a half-year. */
void
tj_scb_codes_show (TjScbCodes *self, TjContext *context, const TjScbReport *report)
{
  GtkListBoxRow *row;

  g_return_if_fail (TJ_IS_SCB_CODES (self));

  g_set_object (&self->context, context);
  self->half = report->half;
  show_missing (self, report);
  show_others (self, report);
  row = self->next >= 0 ? gtk_list_box_get_row_at_index (self->missing, self->next) : NULL;
  self->next = -1;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
