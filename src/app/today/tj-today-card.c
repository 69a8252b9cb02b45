/* One card of Today: lines of a thing and the number of youths it holds for. Each line is a button
 * to its list. */

#include "config.h"

#include "tj-today-card.h"

#include <glib/gi18n.h>

struct _TjTodayCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkBox *lines;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjTodayCard, tj_today_card, ADW_TYPE_BIN)

static GtkWidget *
new_number (const TjAgendaGroup *group)
{
  guint count = tj_agenda_group_count (group);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *number = gtk_label_new (text);

  if (group->is_alarm && count > 0)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("tj-alert-symbolic"));
      gtk_widget_add_css_class (box, "alarm");
    }
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "count");
  gtk_box_append (GTK_BOX (box), number);
  return box;
}

static GtkWidget *
new_line (const TjAgendaGroup *group)
{
  guint count = tj_agenda_group_count (group);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (group->label);
  g_autofree char *target = group->screen != NULL ? g_strdup (group->screen)
                                                  : g_strdup_printf ("youths:%s", group->key);
  g_autofree char *name = g_strdup_printf ("%s: %u", group->label, count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_number (group));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  if (count == 0)
    gtk_widget_add_css_class (button, "nothing");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-screen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
tj_today_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (TJ_TODAY_CARD (object)->title));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_today_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (TJ_TODAY_CARD (object)->title, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_today_card_class_init (TjTodayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = tj_today_card_get_property;
  G_OBJECT_CLASS (klass)->set_property = tj_today_card_set_property;
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/today/tj-today-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TjTodayCard, title);
  gtk_widget_class_bind_template_child (widget_class, TjTodayCard, lines);
}

static void
tj_today_card_init (TjTodayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the groups that belong to `card`. */
void
tj_today_card_set_groups (TjTodayCard *self, const TjAgendaGroups *groups, TjAgendaCard card)
{
  GtkWidget *child;
  guint i;

  g_return_if_fail (TJ_IS_TODAY_CARD (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);

  for (i = 0; i < groups->groups->len; i++)
    {
      const TjAgendaGroup *group = g_ptr_array_index (groups->groups, i);

      if (group->card == card)
        gtk_box_append (self->lines, new_line (group));
    }
}
