/* The recovery sheet: eight groups to write down, two of which are typed back so that the sheet is
 * known to be right before there is anything to lose. */

#include "config.h"

#include "tj-first-run-recovery.h"

#include "tj-recovery-key.h"

#include <glib/gi18n.h>

#define N_ASKED 2
#define COLUMNS 4

struct _TjFirstRunRecovery
{
  TjFirstRunPage parent_instance;

  GtkGrid *sheet;
  GtkLabel *labels[N_ASKED];
  GtkEditable *entries[N_ASKED];
  GtkImage *marks[N_ASKED];

  TjSecret *recovery_key;
  guint asked[N_ASKED];
};

G_DEFINE_FINAL_TYPE (TjFirstRunRecovery, tj_first_run_recovery, TJ_TYPE_FIRST_RUN_PAGE)

static void
clear_sheet (TjFirstRunRecovery *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheet))) != NULL)
    gtk_grid_remove (self->sheet, child);
}

static GtkWidget *
new_group (guint index, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *group = gtk_label_new (text);
  g_autofree char *number_text = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = g_strdup_printf (_ ("Group %u"), index + 1);

  gtk_label_set_label (GTK_LABEL (number), number_text);
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (group, "recovery-group");
  gtk_label_set_selectable (GTK_LABEL (group), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), group);
  return box;
}

static void
fill_sheet (TjFirstRunRecovery *self)
{
  g_auto (GStrv) groups = g_strsplit_set (tj_secret_get_text (self->recovery_key), "- ", -1);
  guint i;

  for (i = 0; groups[i] != NULL; i++)
    {
      gtk_grid_attach (self->sheet, new_group (i, groups[i]), (int)i % COLUMNS, (int)i / COLUMNS, 1,
                       1);
      memset (groups[i], 0, strlen (groups[i]));
    }
}

/* One group from each half of the sheet, so that both lines were written. */
static void
choose_groups (TjFirstRunRecovery *self)
{
  int half = TJ_RECOVERY_KEY_GROUPS / N_ASKED;
  int i;

  for (i = 0; i < N_ASKED; i++)
    {
      g_autofree char *label = NULL;

      self->asked[i] = (guint)g_random_int_range (i * half, (i + 1) * half);
      label = g_strdup_printf (_ ("Group %u"), self->asked[i] + 1);
      gtk_label_set_label (self->labels[i], label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_editable_set_text (self->entries[i], "");
    }
}

static gboolean
check_entry (TjFirstRunRecovery *self, int i)
{
  const char *typed = gtk_editable_get_text (self->entries[i]);
  gboolean full = g_utf8_strlen (typed, -1) >= TJ_RECOVERY_KEY_GROUP_CHARS;
  gboolean right = self->recovery_key != NULL && *typed != '\0'
                   && tj_recovery_key_group_matches (self->recovery_key, self->asked[i], typed);

  gtk_image_set_from_icon_name (self->marks[i], right  ? "tj-check-symbolic"
                                                : full ? "tj-alert-symbolic"
                                                       : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->marks[i]), right  ? _ ("Right")
                                                            : full ? _ ("Not what the sheet says")
                                                                   : NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
      full && !right ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  return right;
}

static void
on_typed (TjFirstRunRecovery *self)
{
  gboolean right = TRUE;
  int i;

  for (i = 0; i < N_ASKED; i++)
    right = check_entry (self, i) && right;

  tj_first_run_page_set_ready (TJ_FIRST_RUN_PAGE (self), right);
}

static void
on_activate (TjFirstRunRecovery *self)
{
  if (tj_first_run_page_get_ready (TJ_FIRST_RUN_PAGE (self)))
    tj_first_run_page_finish (TJ_FIRST_RUN_PAGE (self));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
tj_first_run_recovery_dispose (GObject *object)
{
  g_clear_pointer (&TJ_FIRST_RUN_RECOVERY (object)->recovery_key, tj_secret_unref);
  G_OBJECT_CLASS (tj_first_run_recovery_parent_class)->dispose (object);
}

static void
tj_first_run_recovery_class_init (TjFirstRunRecoveryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  int i;

  G_OBJECT_CLASS (klass)->dispose = tj_first_run_recovery_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/tjugo/Tjugo/ui/first-run/tj-first-run-recovery.ui");
  gtk_widget_class_bind_template_child (widget_class, TjFirstRunRecovery, sheet);
  for (i = 0; i < N_ASKED; i++)
    {
      g_autofree char *label = g_strdup_printf ("label_%d", i);
      g_autofree char *entry = g_strdup_printf ("entry_%d", i);
      g_autofree char *mark = g_strdup_printf ("mark_%d", i);
      gssize size = (gssize)sizeof (gpointer);

      gtk_widget_class_bind_template_child_full (
          widget_class, label, FALSE, G_STRUCT_OFFSET (TjFirstRunRecovery, labels) + i * size);
      gtk_widget_class_bind_template_child_full (
          widget_class, entry, FALSE, G_STRUCT_OFFSET (TjFirstRunRecovery, entries) + i * size);
      gtk_widget_class_bind_template_child_full (
          widget_class, mark, FALSE, G_STRUCT_OFFSET (TjFirstRunRecovery, marks) + i * size);
    }
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
tj_first_run_recovery_init (TjFirstRunRecovery *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows a new sheet and asks for two of its groups. */
void
tj_first_run_recovery_show (TjFirstRunRecovery *self, TjSecret *recovery_key)
{
  g_return_if_fail (TJ_IS_FIRST_RUN_RECOVERY (self));

  clear_sheet (self);
  g_clear_pointer (&self->recovery_key, tj_secret_unref);
  self->recovery_key = tj_secret_ref (recovery_key);
  fill_sheet (self);
  choose_groups (self);
  on_typed (self);
}

void
tj_first_run_recovery_wipe (TjFirstRunRecovery *self)
{
  int i;

  g_return_if_fail (TJ_IS_FIRST_RUN_RECOVERY (self));

  clear_sheet (self);
  g_clear_pointer (&self->recovery_key, tj_secret_unref);
  for (i = 0; i < N_ASKED; i++)
    gtk_editable_set_text (self->entries[i], "");
}

/* The key that is shown, still owned by the page; NULL before there is one. */
TjSecret *
tj_first_run_recovery_get_key (TjFirstRunRecovery *self)
{
  g_return_val_if_fail (TJ_IS_FIRST_RUN_RECOVERY (self), NULL);

  return self->recovery_key;
}
