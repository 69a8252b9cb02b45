/* One proposal that waits for an answer: about whom, what would be done, and what it rests on. A tick
 * says that the answer goes for it too. */

#include "config.h"

#include "tj-proposal-row.h"

#include "tj-case-number.h"
#include "tj-date-text.h"

#include <glib/gi18n.h>

struct _TjProposalRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkButton *open;

  gint64 id;
};

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TjProposalRow, tj_proposal_row, ADW_TYPE_ACTION_ROW)

static void
tj_proposal_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, tj_proposal_row_get_chosen (TJ_PROPOSAL_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tj_proposal_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      tj_proposal_row_set_chosen (TJ_PROPOSAL_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
on_toggled (TjProposalRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
tj_proposal_row_class_init (TjProposalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tj_proposal_row_get_property;
  object_class->set_property = tj_proposal_row_set_property;
  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/import/tj-proposal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TjProposalRow, check);
  gtk_widget_class_bind_template_child (widget_class, TjProposalRow, open);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
tj_proposal_row_init (TjProposalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_person (const TjProposalItem *item)
{
  g_autofree char *number = NULL;

  if (!item->is_protected)
    return g_strdup (item->name);
  number = tj_case_number_format (tj_proposal_get_youth_id (item->proposal));
  return g_strdup_printf (_ ("Protected person · %s"), number);
}

static char *
dup_deed (TjProposal *proposal, TjDate today)
{
  g_autofree char *date = tj_date_text_short (tj_proposal_get_date (proposal), today);
  g_autofree char *reason = NULL;

  if (tj_proposal_get_kind (proposal) != TJ_PROPOSAL_DEREGISTER)
    return g_strdup (_ ("Register again from today"));
  reason = tj_text_within (tj_code_label (&tj_deregistrations, tj_proposal_get_reason (proposal)));
  return g_strdup_printf (_ ("Deregister from %s: %s"), date, reason);
}

GtkWidget *
tj_proposal_row_new (const TjProposalItem *item, TjDate today)
{
  TjProposalRow *self = g_object_new (TJ_TYPE_PROPOSAL_ROW, NULL);
  g_autofree char *person = dup_person (item);
  g_autofree char *deed = dup_deed (item->proposal, today);
  const char *basis = tj_code_label (&tj_bases, tj_proposal_get_basis (item->proposal));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", deed, basis);
  g_autofree char *open = g_strdup_printf (_ ("Open %s"), person);
  g_autofree char *screen
      = g_strdup_printf ("youth:%" G_GINT64_FORMAT, tj_proposal_get_youth_id (item->proposal));

  self->id = tj_entity_get_id (item->proposal);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), person);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  person, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", screen);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open), open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, open,
                                  -1);
  return GTK_WIDGET (self);
}

gint64
tj_proposal_row_get_id (TjProposalRow *self)
{
  g_return_val_if_fail (TJ_IS_PROPOSAL_ROW (self), 0);

  return self->id;
}

gboolean
tj_proposal_row_get_chosen (TjProposalRow *self)
{
  g_return_val_if_fail (TJ_IS_PROPOSAL_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
tj_proposal_row_set_chosen (TjProposalRow *self, gboolean chosen)
{
  g_return_if_fail (TJ_IS_PROPOSAL_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
}
