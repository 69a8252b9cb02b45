/* The head of a youth's page: who, how to reach her, on which list, what comes next, the ladder.
 * Masked, it shows a case number in place of everything that tells who it is. */

#include "config.h"

#include "tj-youth-header.h"

#include "tj-agenda.h"
#include "tj-case-number.h"
#include "tj-date-text.h"
#include "tj-ladder-view.h"
#include "tj-postal.h"
#include "tj-registration-repository.h"

#include <glib/gi18n.h>

struct _TjYouthHeader
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkWidget *protection;
  GtkLabel *protection_text;
  GtkLabel *summary;
  GtkLabel *reach;
  GtkLabel *next;
  TjLadderView *ladder;
};

G_DEFINE_FINAL_TYPE (TjYouthHeader, tj_youth_header, ADW_TYPE_BIN)

static void
show_next (TjYouthHeader *self, const TjLadder *ladder, TjDate today)
{
  int next = tj_ladder_next (ladder, today);
  g_autofree char *when = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->next), "overdue");
  if (tj_ladder_is_resting (ladder, today))
    {
      date = tj_date_text_long (ladder->rests_until);
      text = g_strdup_printf (_ ("Rests until %s: %s"), date,
                              tj_code_label (&tj_occupations, ladder->occupation));
    }
  else if (next < 0)
    {
      text = g_strdup (_ ("No step waits"));
    }
  else if (tj_ladder_state (ladder, (guint)next, today) == TJ_STEP_OVERDUE)
    {
      when = tj_date_text_overdue (tj_ladder_days_overdue (ladder, (guint)next, today));
      text
          = g_strdup_printf (_ ("Next: %s, %s"), tj_ladder_step (ladder, (guint)next)->label, when);
      gtk_widget_add_css_class (GTK_WIDGET (self->next), "overdue");
    }
  else
    {
      date = tj_date_text_long (ladder->rungs[next].due);
      text = g_strdup_printf (_ ("Next: %s by %s"), tj_ladder_step (ladder, (guint)next)->label,
                              date);
    }

  gtk_label_set_label (self->next, text);
}

/* "registered 2 Nov (left a national programme)" */
static void
append_registration (GString *text, TjRegistration *open, TjDate today)
{
  int background = tj_registration_get_background (open);
  g_autofree char *date = tj_date_text_short (tj_registration_get_registered_on (open), today);
  g_autofree char *within = tj_text_within (tj_code_label (&tj_backgrounds, background));

  g_string_append (text, " · ");
  g_string_append_printf (text, _ ("registered %s"), date);
  if (background != TJ_BACKGROUND_UNKNOWN)
    g_string_append_printf (text, " (%s)", within);
  else
    g_string_append_printf (text, ", %s", _ ("background not known"));
}

static void
show_summary (TjYouthHeader *self,
              TjYouth *youth,
              TjRegistration *open,
              TjStatus status,
              TjDate today,
              gboolean masked)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!masked && tj_youth_get_birth (youth) != TJ_DATE_NONE)
    g_string_append_printf (text, _ ("%d years"), tj_date_age (tj_youth_get_birth (youth), today));
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                          tj_code_label (&tj_statuses, (int)status));
  if (open != NULL)
    append_registration (text, open, today);
  gtk_label_set_label (self->summary, text->str);
}

static void
append_part (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
show_reach (TjYouthHeader *self, TjYouth *youth, gboolean masked)
{
  g_autofree char *code = tj_postal_code_format (tj_youth_get_postal_code (youth));
  g_autofree char *place = g_strdup_printf ("%s %s", code, tj_youth_get_locality (youth));
  g_autoptr (GString) text = g_string_new (NULL);

  if (!masked)
    {
      append_part (text, tj_youth_get_phone (youth));
      append_part (text, tj_youth_get_email (youth));
      append_part (text, tj_youth_get_street (youth));
      if (*tj_youth_get_street (youth) != '\0')
        g_string_append_printf (text, ", %s", g_strstrip (place));
    }
  gtk_label_set_label (self->reach, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->reach), text->len > 0);
}

static void
show_person (TjYouthHeader *self, TjYouth *youth, gboolean masked)
{
  g_autofree char *case_number = tj_case_number_format (tj_entity_get_id (youth));
  g_autofree char *name = masked ? g_strdup_printf (_ ("Protected person · %s"), case_number)
                                 : tj_youth_dup_name (youth);
  g_autofree char *text
      = g_strdup_printf (_ ("%s. Shown for this visit only."),
                         tj_code_label (&tj_protections, tj_youth_get_protection (youth)));

  gtk_label_set_label (self->name, name);
  gtk_widget_set_visible (self->protection, tj_youth_is_protected (youth) && !masked);
  gtk_label_set_label (self->protection_text, text);
}

static void
tj_youth_header_class_init (TjYouthHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TJ_TYPE_LADDER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-youth-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, name);
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, protection);
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, protection_text);
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, summary);
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, reach);
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, next);
  gtk_widget_class_bind_template_child (widget_class, TjYouthHeader, ladder);
}

static void
tj_youth_header_init (TjYouthHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
tj_youth_header_show (TjYouthHeader *self,
                      TjContext *context,
                      TjYouth *youth,
                      gboolean masked,
                      GError **error)
{
  TjStore *store = tj_context_get_store (context);
  TjDate today = tj_context_get_today (context);
  gint64 youth_id = tj_entity_get_id (youth);
  g_autoptr (TjRegistration) open = tj_registrations_load_open (store, youth_id, NULL);
  TjLadder ladder = { 0 };

  g_return_val_if_fail (TJ_IS_YOUTH_HEADER (self), FALSE);

  if (open != NULL && !tj_agenda_load (store, youth_id, &ladder, error))
    return FALSE;

  show_person (self, youth, masked);
  show_reach (self, youth, masked);
  show_summary (self, youth, open, open != NULL ? tj_status_of (&ladder, today) : TJ_STATUS_CLOSED,
                today, masked);
  gtk_widget_set_visible (GTK_WIDGET (self->ladder), open != NULL);
  if (open != NULL)
    {
      show_next (self, &ladder, today);
      tj_ladder_view_set_ladder (self->ladder, &ladder, today);
    }
  else
    {
      gtk_label_set_label (self->next, _ ("Not registered now"));
    }
  return TRUE;
}
