/* The measures a youth takes part in, and under them the activities of each: of those that go on
 * first, then of those that have ended. */

#include "config.h"

#include "tj-measures-tab.h"

#include "tj-activity-form.h"
#include "tj-catalogue.h"
#include "tj-code-book-service.h"
#include "tj-date-text.h"
#include "tj-form-section.h"
#include "tj-measure-form.h"
#include "tj-measure-repository.h"
#include "tj-measure-service.h"
#include "tj-registration-repository.h"

#include <glib/gi18n.h>

struct _TjMeasuresTab
{
  AdwBin parent_instance;

  TjFormSection *measures;
  GtkBox *activities;

  TjContext *context;
  gint64 youth_id;
  GHashTable *sections; /* measure id → TjFormSection of its activities */
};

/* What is read to show a youth. */
typedef struct
{
  GPtrArray *measures;
  GPtrArray *activities;
  GPtrArray *catalogue;
  TjCodeBook *reasons;
} Story;

static void youth_tab_init (TjYouthTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TjMeasuresTab,
                               tj_measures_tab,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TJ_TYPE_YOUTH_TAB, youth_tab_init))

static void
story_clear (Story *story)
{
  g_clear_pointer (&story->measures, g_ptr_array_unref);
  g_clear_pointer (&story->activities, g_ptr_array_unref);
  g_clear_pointer (&story->catalogue, g_ptr_array_unref);
  g_clear_pointer (&story->reasons, tj_code_book_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static gboolean
read_story (TjMeasuresTab *self, Story *story, GError **error)
{
  TjStore *store = tj_context_get_store (self->context);

  return (story->measures = tj_measures_list (store, self->youth_id, error)) != NULL
         && (story->activities = tj_activities_list (store, self->youth_id, error)) != NULL
         && (story->catalogue = tj_catalogue_list (store, error)) != NULL
         && (story->reasons
             = tj_code_book_service_load (self->context, TJ_CODE_BOOK_MEASURE_END, error))
                != NULL;
}

static void
add_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* "3 nov 2026 to 12 jan 2027", "from 3 nov 2026", "no day set". */
static char *
dup_period (TjDate start, TjDate end, TjDate today)
{
  g_autofree char *from = start != TJ_DATE_NONE ? tj_date_text_short (start, today) : NULL;
  g_autofree char *to = end != TJ_DATE_NONE ? tj_date_text_short (end, today) : NULL;

  if (from == NULL)
    return g_strdup (_ ("No first day yet"));
  return to != NULL ? g_strdup_printf (_ ("%s to %s"), from, to)
                    : g_strdup_printf (_ ("From %s"), from);
}

static const char *
state_of (TjMeasure *measure, TjDate today)
{
  TjDate start = tj_measure_get_started_on (measure);

  if (!tj_measure_is_open (measure, today))
    return C_ ("measure", "Ended");
  if (start == TJ_DATE_NONE || start > today)
    return C_ ("measure", "Planned");
  return C_ ("measure", "Ongoing");
}

static char *
dup_end (TjMeasure *measure, const TjCodeBook *reasons)
{
  const char *word = tj_measure_get_reason (measure);
  const char *reason = tj_code_book_find_label (reasons, word);
  const char *after = tj_code_label (&tj_after_measures, tj_measure_get_after (measure));

  if (*word == '\0')
    return NULL;
  return g_strdup_printf (_ ("%s. Afterwards: %s"), reason != NULL ? reason : word,
                          after != NULL ? after : "");
}

static char *
dup_decision (TjMeasure *measure, TjDate today)
{
  const char *decision = tj_code_label (&tj_measure_types, tj_measure_get_decision (measure));
  const TjDate day = tj_measure_get_decided_on (measure);
  g_autofree char *date = day != TJ_DATE_NONE ? tj_date_text_short (day, today) : NULL;

  return date != NULL ? g_strdup_printf (_ ("Decision %s: %s"), date, decision)
                      : g_strdup_printf (_ ("Decision: %s"), decision);
}

static GtkWidget *
new_measure_row (TjMeasuresTab *self, TjMeasure *measure, const TjCodeBook *reasons)
{
  const TjDate today = tj_context_get_today (self->context);
  g_autofree char *title = g_strdup_printf (
      "%s · %s", tj_code_label (&tj_measure_contents, tj_measure_get_content (measure)),
      state_of (measure, today));
  g_autofree char *period
      = dup_period (tj_measure_get_started_on (measure), tj_measure_get_ended_on (measure), today);
  g_autofree char *decision = dup_decision (measure, today);
  g_autofree char *end = dup_end (measure, reasons);
  g_autoptr (GString) more = g_string_new (period);

  add_line (more, decision);
  add_line (more, end);
  return tj_form_section_row (tj_entity_get_id (measure), title, more->str, TRUE);
}

static const char *
find_name (GPtrArray *catalogue, TjActivity *activity)
{
  for (guint i = 0; i < catalogue->len; i++)
    {
      const TjCatalogueItem *item = catalogue->pdata[i];

      if (item->id == tj_activity_get_catalogue_id (activity))
        return item->name;
    }
  return _ ("Activity");
}

static void
add_words (GString *text, const char *title, const char *words)
{
  g_autofree char *line = *words != '\0' ? g_strdup_printf ("%s: %s", title, words) : NULL;

  add_line (text, line);
}

static GtkWidget *
new_activity_row (TjMeasuresTab *self, TjActivity *activity, GPtrArray *catalogue)
{
  g_autofree char *period
      = dup_period (tj_activity_get_started_on (activity), tj_activity_get_stopped_on (activity),
                    tj_context_get_today (self->context));
  g_autoptr (GString) more = g_string_new (period);

  add_words (more, _ ("Responsible"),
             tj_code_label (&tj_responsibles, tj_activity_get_responsible (activity)));
  add_words (more, _ ("Goal"), tj_activity_get_goal (activity));
  add_words (more, _ ("How"), tj_activity_get_how (activity));
  add_words (more, _ ("Result"), tj_activity_get_result (activity));
  return tj_form_section_row (tj_entity_get_id (activity), find_name (catalogue, activity),
                              more->str, TRUE);
}

static TjFormSection *
ensure_section (TjMeasuresTab *self, gint64 measure_id)
{
  TjFormSection *section = g_hash_table_lookup (self->sections, &measure_id);

  if (section != NULL)
    return section;

  section = g_object_new (TJ_TYPE_FORM_SECTION, "add-label", _ ("New Activity…"), "empty",
                          _ ("No activity yet."), NULL);
  tj_form_section_set_form (section, TJ_TYPE_ACTIVITY_FORM);
  tj_form_section_set_remove (section, tj_measure_service_remove_activity, N_ ("Activity removed"));
  tj_form_section_set_add_subject (section, -measure_id);
  gtk_box_append (self->activities, GTK_WIDGET (section));
  g_hash_table_insert (self->sections, g_memdup2 (&measure_id, sizeof measure_id), section);
  return section;
}

static void
show_activities (TjMeasuresTab *self, TjMeasure *measure, const Story *story)
{
  const gint64 id = tj_entity_get_id (measure);
  TjFormSection *section = ensure_section (self, id);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *period
      = dup_period (tj_measure_get_started_on (measure), tj_measure_get_ended_on (measure),
                    tj_context_get_today (self->context));
  g_autofree char *title = g_strdup_printf (
      _ ("Activities: %s"), tj_code_label (&tj_measure_contents, tj_measure_get_content (measure)));

  g_object_set (section, "title", title, "description", period, NULL);
  for (guint i = 0; i < story->activities->len; i++)
    if (tj_activity_get_measure_id (story->activities->pdata[i]) == id)
      g_ptr_array_add (rows,
                       new_activity_row (self, story->activities->pdata[i], story->catalogue));
  tj_form_section_begin (section, self->context, self->youth_id);
  tj_form_section_take_rows (section, rows);
}

static gboolean
has_measure (gpointer id, gpointer section, gpointer user_data)
{
  GPtrArray *measures = user_data;

  for (guint i = 0; i < measures->len; i++)
    if (tj_entity_get_id (measures->pdata[i]) == *(gint64 *)id)
      return TRUE;
  return FALSE;
}

static void
drop_sections (TjMeasuresTab *self, GPtrArray *measures)
{
  GHashTableIter iter;
  gpointer id, section;

  g_hash_table_iter_init (&iter, self->sections);
  while (g_hash_table_iter_next (&iter, &id, &section))
    if (!has_measure (id, section, measures))
      {
        gtk_box_remove (self->activities, section);
        g_hash_table_iter_remove (&iter);
      }
}

/* Those that go on or are planned stand first, and of each kind the latest. */
static int
compare_measures (gconstpointer a, gconstpointer b, gpointer today)
{
  TjMeasure *one = *(TjMeasure *const *)a;
  TjMeasure *other = *(TjMeasure *const *)b;
  gboolean one_is_open = tj_measure_is_open (one, GPOINTER_TO_UINT (today));
  gboolean other_is_open = tj_measure_is_open (other, GPOINTER_TO_UINT (today));

  if (one_is_open != other_is_open)
    return one_is_open ? -1 : 1;
  return (int)MAX (tj_measure_get_started_on (other), tj_measure_get_decided_on (other))
         - (int)MAX (tj_measure_get_started_on (one), tj_measure_get_decided_on (one));
}

static gboolean
is_registered (TjMeasuresTab *self)
{
  g_autoptr (GPtrArray) all
      = tj_registrations_list (tj_context_get_store (self->context), self->youth_id, NULL);

  return all != NULL && all->len > 0;
}

static void
show_story (TjMeasuresTab *self, Story *story)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *above = NULL;

  g_ptr_array_sort_with_data (story->measures, compare_measures,
                              GUINT_TO_POINTER (tj_context_get_today (self->context)));
  drop_sections (self, story->measures);
  for (guint i = 0; i < story->measures->len; i++)
    g_ptr_array_add (rows, new_measure_row (self, story->measures->pdata[i], story->reasons));
  tj_form_section_set_can_add (self->measures, is_registered (self));
  tj_form_section_begin (self->measures, self->context, self->youth_id);
  tj_form_section_take_rows (self->measures, rows);
  for (guint i = 0; i < story->measures->len; i++)
    {
      const gint64 id = tj_entity_get_id (story->measures->pdata[i]);

      show_activities (self, story->measures->pdata[i], story);
      gtk_box_reorder_child_after (self->activities, g_hash_table_lookup (self->sections, &id),
                                   above);
      above = g_hash_table_lookup (self->sections, &id);
    }
}

static gboolean
show (TjYouthTab *tab, TjContext *context, gint64 youth_id, GError **error)
{
  TjMeasuresTab *self = TJ_MEASURES_TAB (tab);
  g_auto (Story) story = { 0 };

  g_set_object (&self->context, context);
  self->youth_id = youth_id;
  if (!read_story (self, &story, error))
    return FALSE;
  show_story (self, &story);
  return TRUE;
}

static gboolean
open_form (TjYouthTab *tab, const char *section, gint64 subject, const char *row)
{
  if (!g_str_equal (section, "measures"))
    return FALSE;
  tj_form_section_open_row (TJ_MEASURES_TAB (tab)->measures, subject, row);
  return TRUE;
}

static void
youth_tab_init (TjYouthTabInterface *iface)
{
  iface->show = show;
  iface->open = open_form;
}

static gboolean
tj_measures_tab_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TJ_MEASURES_TAB (widget)->measures));
}

static void
tj_measures_tab_dispose (GObject *object)
{
  TjMeasuresTab *self = TJ_MEASURES_TAB (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->sections, g_hash_table_unref);
  G_OBJECT_CLASS (tj_measures_tab_parent_class)->dispose (object);
}

static void
tj_measures_tab_class_init (TjMeasuresTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_measures_tab_dispose;
  widget_class->grab_focus = tj_measures_tab_grab_focus;

  g_type_ensure (TJ_TYPE_FORM_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/youth/tj-measures-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TjMeasuresTab, measures);
  gtk_widget_class_bind_template_child (widget_class, TjMeasuresTab, activities);
}

static void
tj_measures_tab_init (TjMeasuresTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  tj_form_section_set_form (self->measures, TJ_TYPE_MEASURE_FORM);
  tj_form_section_set_remove (self->measures, tj_measure_service_remove, N_ ("Measure removed"));
}
