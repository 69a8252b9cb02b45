/* Rows of the register that may be of one person: proposed, compared side by side, and made one with
 * all their history, which undo takes apart again. */

#include "config.h"

#include "tj-merge-window.h"

#include "tj-case-number.h"
#include "tj-contact-repository.h"
#include "tj-date-text.h"
#include "tj-measure-repository.h"
#include "tj-merge-service.h"
#include "tj-personal-number.h"
#include "tj-registration-repository.h"
#include "tj-youth-repository.h"

#include <glib/gi18n.h>

struct _TjMergeWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back;
  GtkWidget *merge;
  GtkStack *state;
  AdwPreferencesGroup *pairs;
  GtkCheckButton *keep_first;
  GtkCheckButton *keep_second;
  GtkGrid *facts;
  GtkLabel *problem;

  TjContext *context;
  GPtrArray *rows;
  gint64 first_id;
  gint64 second_id;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjMergeWindow, tj_merge_window, ADW_TYPE_WINDOW)

/* One row as it is compared. */
typedef struct
{
  TjYouth *youth;
  GPtrArray *registrations;
  GPtrArray *contacts;
  GPtrArray *measures;
  TjDate today;
} Side;

static void
side_clear (Side *side)
{
  g_clear_object (&side->youth);
  g_clear_pointer (&side->registrations, g_ptr_array_unref);
  g_clear_pointer (&side->contacts, g_ptr_array_unref);
  g_clear_pointer (&side->measures, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static gboolean
side_load (Side *side, TjContext *context, gint64 youth_id, GError **error)
{
  TjStore *store = tj_context_get_store (context);

  side->today = tj_context_get_today (context);
  side->youth = tj_youths_load (store, youth_id, error);
  if (side->youth != NULL)
    side->registrations = tj_registrations_list (store, youth_id, error);
  if (side->registrations != NULL)
    side->contacts = tj_contacts_list (store, youth_id, error);
  if (side->contacts != NULL)
    side->measures = tj_measures_list (store, youth_id, error);
  return side->measures != NULL;
}

/* As lists show it; a protected person by case number only. */
static char *
dup_youth_name (TjYouth *youth)
{
  g_autofree char *number = NULL;

  if (!tj_youth_is_protected (youth))
    return tj_youth_dup_name (youth);
  number = tj_case_number_format (tj_entity_get_id (youth));
  return g_strdup_printf (_ ("Protected person · %s"), number);
}

static char *
dup_name (const Side *side)
{
  return dup_youth_name (side->youth);
}

/* What tells who somebody is stays hidden for a protected person. */
static char *
dup_unless_protected (const Side *side, const char *text)
{
  return g_strdup (tj_youth_is_protected (side->youth) ? "" : text);
}

static char *
dup_number (const Side *side)
{
  g_autofree char *number = tj_personal_number_format (tj_youth_get_personal_number (side->youth));

  return dup_unless_protected (side, number);
}

static char *
dup_address (const Side *side)
{
  g_autofree char *text = g_strdup_printf ("%s, %s", tj_youth_get_street (side->youth),
                                           tj_youth_get_locality (side->youth));

  return dup_unless_protected (side, tj_youth_has_address (side->youth) ? text : "");
}

static char *
dup_phone (const Side *side)
{
  return dup_unless_protected (side, tj_youth_get_phone (side->youth));
}

static char *
dup_email (const Side *side)
{
  return dup_unless_protected (side, tj_youth_get_email (side->youth));
}

static char *
dup_registered (const Side *side)
{
  TjRegistration *latest;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (side->registrations->len == 0)
    return g_strdup ("");

  latest = g_ptr_array_index (side->registrations, side->registrations->len - 1);
  from = tj_date_text_short (tj_registration_get_registered_on (latest), side->today);
  if (tj_registration_is_open (latest))
    return g_strdup_printf (_ ("since %s"), from);

  to = tj_date_text_short (tj_registration_get_deregistered_on (latest), side->today);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
dup_contacts (const Side *side)
{
  return g_strdup_printf ("%u", side->contacts->len);
}

static char *
dup_measures (const Side *side)
{
  return g_strdup_printf ("%u", side->measures->len);
}

static const struct
{
  const char *title;
  char *(*dup_text) (const Side *side);
} facts[] = {
  { N_ ("Name"), dup_name },         { N_ ("Personal number"), dup_number },
  { N_ ("Address"), dup_address },   { N_ ("Phone"), dup_phone },
  { N_ ("E-mail"), dup_email },      { N_ ("Registered"), dup_registered },
  { N_ ("Contacts"), dup_contacts }, { N_ ("Measures"), dup_measures },
};

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : "–");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What differs stands out by weight. */
static void
append_fact (TjMergeWindow *self, int line, gsize i, const Side *first, const Side *second)
{
  g_autofree char *a = facts[i].dup_text (first);
  g_autofree char *b = facts[i].dup_text (second);
  const char *css_class = g_str_equal (a, b) ? NULL : "heading";

  gtk_grid_attach (self->facts, new_label (_ (facts[i].title), "dim-label"), 0, line, 1, 1);
  gtk_grid_attach (self->facts, new_label (a, css_class), 1, line, 1, 1);
  gtk_grid_attach (self->facts, new_label (b, css_class), 2, line, 1, 1);
}

static void
clear_facts (TjMergeWindow *self)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (facts); i++)
    gtk_grid_remove_row (self->facts, 1);
}

static void
show_problem (TjMergeWindow *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
show_state (TjMergeWindow *self, const char *state)
{
  gboolean comparing = g_str_equal (state, "compare");

  gtk_stack_set_visible_child_name (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->back), comparing);
  gtk_widget_set_visible (self->merge, comparing);
  adw_window_title_set_title (self->title, comparing ? _ ("The Same Person?") : _ ("Duplicates"));
}

static void
on_pair (TjMergeWindow *self, GtkWidget *row)
{
  const TjDuplicate *pair = g_object_get_data (G_OBJECT (row), "pair");

  tj_merge_window_compare (self, pair->first_id, pair->second_id);
}

static void
append_pair (TjMergeWindow *self, const TjDuplicate *pair)
{
  TjStore *store = tj_context_get_store (self->context);
  g_autoptr (TjYouth) first = tj_youths_load (store, pair->first_id, NULL);
  g_autoptr (TjYouth) second = tj_youths_load (store, pair->second_id, NULL);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *a = first != NULL ? dup_youth_name (first) : g_strdup ("");
  g_autofree char *b = second != NULL ? dup_youth_name (second) : g_strdup ("");
  g_autofree char *title = g_strdup_printf (_ ("%s and %s"), a, b);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pair->by_number
                                                         ? _ ("One has a number that the other had")
                                                         : _ ("Born on one day, similar names"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "pair", g_memdup2 (pair, sizeof *pair), g_free);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_pair), self);
  adw_preferences_group_add (self->pairs, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_pairs (TjMergeWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pairs = tj_merge_service_propose (self->context, &error);
  guint i;

  for (i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->pairs, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (i = 0; pairs != NULL && i < pairs->len; i++)
    append_pair (self, &g_array_index (pairs, TjDuplicate, i));

  if (error != NULL)
    show_problem (self, error->message);
  show_state (self, self->rows->len > 0 ? "pairs" : "empty");
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjMergeWindow *self = TJ_MERGE_WINDOW (widget);

  show_problem (self, NULL);
  show_pairs (self);
  gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjMergeWindow *self = TJ_MERGE_WINDOW (widget);
  gboolean first = gtk_check_button_get_active (self->keep_first);
  g_autoptr (GError) error = NULL;

  if (!tj_merge_service_merge (self->context, first ? self->first_id : self->second_id,
                               first ? self->second_id : self->first_id, &error))
    {
      show_problem (self, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, _ ("The two rows are one"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
tj_merge_window_dispose (GObject *object)
{
  TjMergeWindow *self = TJ_MERGE_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_merge_window_parent_class)->dispose (object);
}

static void
tj_merge_window_class_init (TjMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_merge_window_dispose;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, back);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, merge);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, state);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, pairs);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, keep_first);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, keep_second);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, TjMergeWindow, problem);
  gtk_widget_class_install_action (widget_class, "merge.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_merge_window_init (TjMergeWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tj_merge_window_new (TjContext *context)
{
  TjMergeWindow *self = g_object_new (TJ_TYPE_MERGE_WINDOW, NULL);

  self->context = g_object_ref (context);
  show_pairs (self);
  return GTK_WIDGET (self);
}

/* Shows two rows beside each other; the one with more history is proposed to stay. */
void
tj_merge_window_compare (TjMergeWindow *self, gint64 first_id, gint64 second_id)
{
  g_auto (Side) first = { 0 };
  g_auto (Side) second = { 0 };
  g_autoptr (GError) error = NULL;
  gsize i;

  g_return_if_fail (TJ_IS_MERGE_WINDOW (self));

  self->first_id = first_id;
  self->second_id = second_id;
  if (!side_load (&first, self->context, first_id, &error)
      || !side_load (&second, self->context, second_id, &error))
    {
      show_problem (self, error->message);
      return;
    }

  clear_facts (self);
  for (i = 0; i < G_N_ELEMENTS (facts); i++)
    append_fact (self, (int)i + 1, i, &first, &second);
  gtk_check_button_set_active (
      second.contacts->len > first.contacts->len ? self->keep_second : self->keep_first, TRUE);
  show_state (self, "compare");
  gtk_widget_grab_focus (GTK_WIDGET (self->keep_first));
}
