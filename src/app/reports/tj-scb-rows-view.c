/* The lines of the half-year's lists: a finding, with the way to the field that mends it, and what has
 * changed since the last delivery. */

#include "config.h"

#include "tj-scb-rows-view.h"

#include "tj-case-number.h"
#include "tj-date-text.h"
#include "tj-scb-field.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>

/* Where a field of a finding is mended: the tab and section of the youth's page, and the row of the
 * form as its .ui file calls it. */
static const struct
{
  TjScbField field;
  const char *section;
  const char *row;
} places[] = {
  { TJ_SCB_PERSONAL_NUMBER, "details/person", "number" },
  { TJ_SCB_REGISTERED_ON, "details/registrations", "registered_on" },
  { TJ_SCB_BACKGROUND, "details/registrations", "background" },
  { TJ_SCB_LATEST_EDUCATION, "details/registrations", "latest_education" },
  { TJ_SCB_DEREGISTERED_ON, "details/registrations", "deregistered_on" },
  { TJ_SCB_DEREGISTRATION_REASON, "details/registrations", "reason" },
  { TJ_SCB_CONTACT_ON, "contact/contacts", "date" },
  { TJ_SCB_CONTACT_OCCUPATION, "contact/contacts", "occupation" },
  { TJ_SCB_KNOWLEDGE_ON, "details/knowledge", "date" },
  { TJ_SCB_MEASURE_STARTED_ON, "measures/measures", "started_on" },
  { TJ_SCB_MEASURE_ENDED_ON, "measures/measures", "ended_on" },
  { TJ_SCB_MEASURE_END_REASON, "measures/measures", "reason" },
  { TJ_SCB_OCCUPATION_AFTER, "measures/measures", "after" },
};

/* An open registration is ended by a form of its own. */
static gboolean
is_to_be_ended (const TjScbRecord *record, TjScbField field)
{
  return record != NULL && record->deregistered_on == TJ_DATE_NONE
         && (field == TJ_SCB_DEREGISTERED_ON || field == TJ_SCB_DEREGISTRATION_REASON);
}

static gint64
find_subject (const TjScbFinding *finding, const TjScbRecord *record, const char *section)
{
  if (finding->row_id != 0)
    return finding->row_id;
  return record != NULL && g_str_has_suffix (section, "registrations") ? record->registration_id
                                                                       : 0;
}

/* The screen that opens the very field; NULL when the register has no such youth. */
char *
tj_scb_finding_dup_address (const TjScbReport *report, const TjScbFinding *finding)
{
  guint n_records;
  const TjScbRecord *records = tj_scb_book_get_records (report->book, &n_records);
  const TjScbRecord *record = finding->record >= 0 ? &records[finding->record] : NULL;
  TjScbField field;

  if (finding->youth_id == 0)
    return NULL;
  if (!tj_scb_field_parse (finding->field, &field))
    return g_strdup_printf ("youth:%" G_GINT64_FORMAT, finding->youth_id);
  if (is_to_be_ended (record, field))
    return g_strdup_printf ("youth:%" G_GINT64_FORMAT "+details/deregistration/0/date",
                            finding->youth_id);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gint64 subject;

      if (places[i].field != field)
        continue;
      subject = find_subject (finding, record, places[i].section);
      if (subject == 0 && field != TJ_SCB_PERSONAL_NUMBER)
        break;
      return g_strdup_printf ("youth:%" G_GINT64_FORMAT "+%s/%" G_GINT64_FORMAT "/%s",
                              finding->youth_id, places[i].section, subject, places[i].row);
    }
  return g_strdup_printf ("youth:%" G_GINT64_FORMAT "+%s", finding->youth_id,
                          field == TJ_SCB_CONTACT_ON ? "contact" : "details");
}

static char *
dup_who (TjContext *context, const TjScbReport *report, gint64 youth_id, const char *number)
{
  g_autofree char *case_number = tj_case_number_format (youth_id);
  g_autofree char *shown = tj_personal_number_mask (number);
  g_autoptr (TjYouth) youth = NULL;

  if (tj_scb_book_is_protected (report->book, youth_id))
    return g_strdup_printf (_ ("Protected person · %s"), case_number);
  if (youth_id != 0)
    youth = tj_youths_load (tj_context_get_store (context), youth_id, NULL);
  if (youth == NULL)
    return g_steal_pointer (&shown);
  return g_strdup_printf ("%s %s · %s", tj_youth_get_given_name (youth),
                          tj_youth_get_family_name (youth), shown);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  return g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, "use-markup",
                       FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);
}

/* The button names the youth to who does not see the row. */
static void
add_way (GtkWidget *row, const char *label, const char *who, const char *address)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, who);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-screen");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

/* A line that says who, what is wrong, and leads to where it is mended. */
GtkWidget *
tj_scb_finding_row (TjContext *context, const TjScbReport *report, const TjScbFinding *finding)
{
  g_autofree char *who = dup_who (context, report, finding->youth_id, finding->personal_number);
  g_autofree char *date = finding->date != TJ_DATE_NONE
                              ? tj_date_text_short (finding->date, tj_context_get_today (context))
                              : NULL;
  g_autofree char *text = date != NULL
                              ? g_strdup_printf ("%s: %s", date, tj_scb_rule_text (finding->rule))
                              : g_strdup (tj_scb_rule_text (finding->rule));
  g_autofree char *address = tj_scb_finding_dup_address (report, finding);
  GtkWidget *row = new_row (who, text);

  if (address != NULL)
    add_way (row, tj_scb_rule_severity (finding->rule) == TJ_SCB_ERROR ? _ ("Mend") : _ ("Look"),
             who, address);
  return row;
}

static char *
dup_change (const TjScbReport *report, const TjScbDifference *difference, gboolean is_protected)
{
  const char *nothing = _ ("nothing");

  switch (difference->kind)
    {
    case TJ_SCB_NEW:
      return g_strdup (_ ("New in the file"));
    case TJ_SCB_GONE:
      return g_strdup (_ ("No longer in the file"));
    default:
      if (is_protected)
        return g_strdup_printf (_ ("%s is changed"), difference->column);
      /* TRANSLATORS: a column's name, what it said, what it says now */
      return g_strdup_printf (_ ("%s: %s → %s"), difference->column,
                              *difference->before != '\0' ? difference->before : nothing,
                              *difference->after != '\0' ? difference->after : nothing);
    }
}

/* A line that says who and what is not as it was delivered. */
GtkWidget *
tj_scb_difference_row (TjContext *context,
                       const TjScbReport *report,
                       const TjScbDifference *difference)
{
  gboolean is_protected = tj_scb_book_is_protected (report->book, difference->youth_id);
  g_autofree char *who
      = dup_who (context, report, difference->youth_id, difference->personal_number);
  g_autofree char *text = dup_change (report, difference, is_protected);
  GtkWidget *row = new_row (who, text);

  if (difference->youth_id != 0)
    {
      g_autofree char *address = g_strdup_printf ("youth:%" G_GINT64_FORMAT, difference->youth_id);

      add_way (row, _ ("Look"), who, address);
    }
  return row;
}
