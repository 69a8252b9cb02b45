/* Who the youth is and how to reach her, her registrations, what is known of her without contact,
 * follow-ups, and that a concern report was made. Each is a list that one adds to and changes in
 * place. */

#include "config.h"

#include "tj-details-tab.h"

#include "tj-concern-form.h"
#include "tj-contact-repository.h"
#include "tj-contact-service.h"
#include "tj-date-text.h"
#include "tj-deregister-form.h"
#include "tj-details-form.h"
#include "tj-follow-up-form.h"
#include "tj-follow-up-repository.h"
#include "tj-follow-up-service.h"
#include "tj-form-section.h"
#include "tj-knowledge-form.h"
#include "tj-knowledge-repository.h"
#include "tj-knowledge-service.h"
#include "tj-postal.h"
#include "tj-registration-form.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>

struct _TjDetailsTab
{
  AdwBin parent_instance;

  TjFormSection *person;
  TjFormSection *registrations;
  TjFormSection *deregistration;
  TjFormSection *follow_ups;
  TjFormSection *knowledge;
  TjFormSection *concerns;

  TjContext *context;
  gint64 youth_id;
};

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjDetailsTab,
                               tj_details_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static void
add_fact (GPtrArray *rows, const char *title, const char *value)
{
  GtkWidget *row = tj_form_section_row (0, title, *value != '\0' ? value : _ ("missing"), FALSE);

  gtk_widget_add_css_class (row, "fact");
  g_ptr_array_add (rows, row);
}

static char *
dup_address (TjYouth *youth)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *code = tj_postal_code_format (tj_youth_get_postal_code (youth));
  g_autofree char *last = g_strdup_printf ("%s %s", code, tj_youth_get_locality (youth));

  if (*tj_youth_get_care_of (youth) != '\0')
    g_strv_builder_add (builder, tj_youth_get_care_of (youth));
  if (*tj_youth_get_extra (youth) != '\0')
    g_strv_builder_add (builder, tj_youth_get_extra (youth));
  if (*tj_youth_get_street (youth) != '\0')
    g_strv_builder_add (builder, tj_youth_get_street (youth));
  if (*g_strstrip (last) != '\0')
    g_strv_builder_add (builder, last);
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

static gboolean
add_earlier_numbers (TjDetailsTab *self, GPtrArray *rows, GError **error)
{
  g_auto (GStrv) numbers = tj_youths_list_earlier_numbers (tj_context_get_store (self->context),
                                                           self->youth_id, error);
  g_autofree char *text = NULL;

  if (numbers == NULL)
    return FALSE;
  if (*numbers == NULL)
    return TRUE;

  for (char **number = numbers; *number != NULL; number++)
    {
      g_autofree char *bare = *number;

      *number = tj_personal_number_format (bare);
    }
  text = g_strjoinv (", ", numbers);
  add_fact (rows, _ ("Earlier numbers"), text);
  return TRUE;
}

static gboolean
show_person (TjDetailsTab *self, GError **error)
{
  g_autoptr (TjYouth) youth
      = tj_youths_load (tj_context_get_store (self->context), self->youth_id, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *number = NULL;
  g_autofree char *address = NULL;

  if (youth == NULL)
    return FALSE;

  number = tj_personal_number_format (tj_youth_get_personal_number (youth));
  address = dup_address (youth);
  add_fact (rows, tj_code_label (&tj_number_kinds, tj_youth_get_number_kind (youth)), number);
  if (!add_earlier_numbers (self, rows, error))
    return FALSE;
  add_fact (rows, _ ("Phone"), tj_youth_get_phone (youth));
  add_fact (rows, _ ("E-mail"), tj_youth_get_email (youth));
  add_fact (rows, _ ("Address"), address);
  add_fact (rows, _ ("Protection"),
            tj_code_label (&tj_protections, tj_youth_get_protection (youth)));
  tj_form_section_set_add_subject (self->person, self->youth_id);
  tj_form_section_begin (self->person, self->context, self->youth_id);
  tj_form_section_take_rows (self->person, rows);
  return TRUE;
}

static GtkWidget *
new_registration_row (TjDetailsTab *self, TjRegistration *registration)
{
  TjDate today = tj_context_get_today (self->context);
  TjDate end = tj_registration_get_deregistered_on (registration);
  g_autofree char *from
      = tj_date_text_short (tj_registration_get_registered_on (registration), today);
  g_autofree char *to = end != TJ_DATE_NONE ? tj_date_text_short (end, today) : NULL;
  g_autofree char *title = to != NULL ? g_strdup_printf (_ ("%s to %s"), from, to)
                                      : g_strdup_printf (_ ("Since %s"), from);
  g_autoptr (GString) more = g_string_new (
      tj_code_label (&tj_backgrounds, tj_registration_get_background (registration)));

  if (*tj_registration_get_latest_education (registration) != '\0')
    g_string_append_printf (more, " · %s", tj_registration_get_latest_education (registration));
  if (end != TJ_DATE_NONE)
    g_string_append_printf (
        more, "\n%s",
        tj_code_label (&tj_deregistrations, tj_registration_get_reason (registration)));
  return tj_form_section_row (tj_entity_get_id (registration), title, more->str, FALSE);
}

static gboolean
show_registrations (TjDetailsTab *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) all
      = tj_registrations_list (tj_context_get_store (self->context), self->youth_id, error);
  gboolean is_open = FALSE;

  if (all == NULL)
    return FALSE;

  for (guint i = all->len; i > 0; i--)
    {
      is_open |= tj_registration_is_open (all->pdata[i - 1]);
      g_ptr_array_add (rows, new_registration_row (self, all->pdata[i - 1]));
    }
  tj_form_section_set_can_add (self->registrations, !is_open);
  tj_form_section_begin (self->registrations, self->context, self->youth_id);
  tj_form_section_take_rows (self->registrations, rows);
  tj_form_section_begin (self->deregistration, self->context, self->youth_id);
  tj_form_section_take_rows (self->deregistration, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->deregistration), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_ups), all->len > 0);
  tj_form_section_set_can_add (self->follow_ups, is_open);
  tj_form_section_set_can_add (self->knowledge, is_open);
  tj_form_section_set_can_add (self->concerns, is_open);
  return TRUE;
}

static GtkWidget *
new_follow_up_row (TjDetailsTab *self, TjFollowUp *follow_up)
{
  TjDate today = tj_context_get_today (self->context);
  TjDate done_on = tj_follow_up_get_done_on (follow_up);
  gint64 id = tj_entity_get_id (follow_up);
  g_autofree char *due = tj_date_text_short (tj_follow_up_get_due (follow_up), today);
  g_autofree char *done = done_on != TJ_DATE_NONE ? tj_date_text_short (done_on, today) : NULL;
  g_autofree char *more = NULL;
  GtkWidget *row;

  if (done == NULL)
    {
      row = tj_form_section_row (id, due, tj_follow_up_get_reason (follow_up), TRUE);
      tj_form_section_row_add_button (row, _ ("Done"), "details.follow-up-done", id);
      return row;
    }

  more = g_strdup_printf (_ ("Done %s"), done);
  if (*tj_follow_up_get_reason (follow_up) != '\0')
    {
      g_autofree char *only_done = g_steal_pointer (&more);

      more = g_strdup_printf ("%s · %s", tj_follow_up_get_reason (follow_up), only_done);
    }
  return tj_form_section_row (0, due, more, FALSE);
}

static gboolean
show_follow_ups (TjDetailsTab *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) all
      = tj_follow_ups_list (tj_context_get_store (self->context), self->youth_id, error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    g_ptr_array_add (rows, new_follow_up_row (self, all->pdata[i - 1]));
  tj_form_section_begin (self->follow_ups, self->context, self->youth_id);
  tj_form_section_take_rows (self->follow_ups, rows);
  return all != NULL;
}

static GtkWidget *
new_knowledge_row (TjDetailsTab *self, TjKnowledge *knowledge)
{
  TjDate today = tj_context_get_today (self->context);
  TjDate until = tj_knowledge_get_valid_until (knowledge);
  g_autofree char *date = tj_date_text_short (tj_knowledge_get_date (knowledge), today);
  g_autofree char *last = until != TJ_DATE_NONE ? tj_date_text_short (until, today) : NULL;
  g_autoptr (GString) more = g_string_new (date);
  const char *source = tj_code_label (&tj_sources, tj_knowledge_get_source (knowledge));

  g_string_append_printf (more, " · %s", source);
  if (last != NULL)
    {
      g_string_append (more, " · ");
      g_string_append_printf (more, until < today ? _ ("held until %s") : _ ("holds until %s"),
                              last);
    }
  return tj_form_section_row (
      tj_entity_get_id (knowledge),
      tj_code_label (&tj_occupations, tj_knowledge_get_occupation (knowledge)), more->str, TRUE);
}

static gboolean
show_knowledge (TjDetailsTab *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) all
      = tj_knowledge_list (tj_context_get_store (self->context), self->youth_id, error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    g_ptr_array_add (rows, new_knowledge_row (self, all->pdata[i - 1]));
  tj_form_section_begin (self->knowledge, self->context, self->youth_id);
  tj_form_section_take_rows (self->knowledge, rows);
  return all != NULL;
}

static gboolean
show_concerns (TjDetailsTab *self, GError **error)
{
  TjDate today = tj_context_get_today (self->context);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) all
      = tj_contacts_list (tj_context_get_store (self->context), self->youth_id, error);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    {
      TjContact *contact = all->pdata[i - 1];
      g_autofree char *date = tj_date_text_short (tj_contact_get_date (contact), today);
      GtkWidget *row;

      if (tj_contact_get_channel (contact) != TJ_CHANNEL_CONCERN_REPORT)
        continue;
      row = tj_form_section_row (0, date, NULL, FALSE);
      tj_form_section_row_add_remove (row, tj_entity_get_id (contact));
      g_ptr_array_add (rows, row);
    }
  tj_form_section_begin (self->concerns, self->context, self->youth_id);
  tj_form_section_take_rows (self->concerns, rows);
  return all != NULL;
}

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjDetailsTab *self = TJ_DETAILS_TAB (tab);

  g_set_object (&self->context, context);
  self->youth_id = youth_id;
  return show_person (self, error) && show_registrations (self, error)
         && show_follow_ups (self, error) && show_knowledge (self, error)
         && show_concerns (self, error);
}

static gboolean
open_form (TjYouthTab *tab, const char *name, gint64 subject, const char *row)
{
  TjDetailsTab *self = TJ_DETAILS_TAB (tab);
  TjFormSection *section = g_str_equal (name, "person")           ? self->person
                           : g_str_equal (name, "registrations")  ? self->registrations
                           : g_str_equal (name, "deregistration") ? self->deregistration
                           : g_str_equal (name, "knowledge")      ? self->knowledge
                                                                  : NULL;

  if (section == NULL)
    return FALSE;
  tj_form_section_open_row (section, section == self->person ? self->youth_id : subject, row);
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
  iface->open = open_form;
}

static void
follow_up_done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjDetailsTab *self = TJ_DETAILS_TAB (widget);
  TjStore *store = tj_context_get_store (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjFollowUp) follow_up
      = tj_follow_ups_load (store, g_variant_get_int64 (parameter), &error);

  if (follow_up != NULL
      && tj_follow_up_service_done (self->context, follow_up, tj_context_get_today (self->context),
                                    &error))
    gtk_widget_activate_action (widget, "frame.toast-undo", "s", _ ("Follow-up done"));
  else
    gtk_widget_activate_action (widget, "frame.toast", "s", error->message);
}

static void
tj_details_tab_dispose (GObject *object)
{
  g_clear_object (&TJ_DETAILS_TAB (object)->context);
  G_OBJECT_CLASS (tj_details_tab_parent_class)->dispose (object);
}

static void
tj_details_tab_class_init (TjDetailsTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_details_tab_dispose;
  g_type_ensure (TJ_TYPE_FORM_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-details-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, person);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, registrations);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, deregistration);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, knowledge);
  gtk_widget_class_bind_template_child (widget_class, TjDetailsTab, concerns);
  gtk_widget_class_install_action (widget_class, "details.follow-up-done", "x",
                                   follow_up_done_action);
}

static void
tj_details_tab_init (TjDetailsTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tj_form_section_set_form (self->person, TJ_TYPE_DETAILS_FORM);
  tj_form_section_set_form (self->registrations, TJ_TYPE_REGISTRATION_FORM);
  tj_form_section_set_form (self->deregistration, TJ_TYPE_DEREGISTER_FORM);
  tj_form_section_set_form (self->follow_ups, TJ_TYPE_FOLLOW_UP_FORM);
  tj_form_section_set_form (self->knowledge, TJ_TYPE_KNOWLEDGE_FORM);
  tj_form_section_set_form (self->concerns, TJ_TYPE_CONCERN_FORM);
  tj_form_section_set_remove (self->follow_ups, tj_follow_up_service_remove,
                              N_ ("Follow-up removed"));
  tj_form_section_set_remove (self->knowledge, tj_knowledge_service_remove,
                              N_ ("Removed what was known"));
  tj_form_section_set_remove (self->concerns, tj_contact_service_remove,
                              N_ ("Concern report removed"));
}
