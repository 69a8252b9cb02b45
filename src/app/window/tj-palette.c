/* Ctrl+K: the commands of the program and the people of the register in one list that one types in.
 * Arrows move, Enter chooses. A protected person is found by the case number and by nothing else,
 * as whoever types a name must not learn that it is here. */

#include "config.h"

#include "tj-palette.h"

#include "tj-audit.h"
#include "tj-case-number.h"
#include "tj-youth-item.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many as one looks through. */
#define MOST_PEOPLE 8

/* Asked of the index: some of those found may be protected. */
#define MOST_FOUND 64

struct _TjPalette
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkStack *state;
  GtkListBox *rows;

  TjPeople *people;
  GPtrArray *commands;
  gboolean was_logged;
};

/* A line: what it says and what it does. */
typedef struct
{
  char *title;
  char *action;
  char *target;
} Command;

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjPalette, tj_palette, ADW_TYPE_WINDOW)

static void
command_free (Command *command)
{
  g_free (command->title);
  g_free (command->action);
  g_free (command->target);
  g_free (command);
}

static Command *
command_new (const char *title, const char *action, const char *target)
{
  Command *command = g_new0 (Command, 1);

  command->title = g_strdup (title);
  command->action = g_strdup (action);
  command->target = g_strdup (target);
  return command;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Takes `command`. */
static void
append_row (TjPalette *self, Command *command, const char *icon_name, const char *beside)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *title = new_label (command->title, NULL);
  g_autofree char *name
      = beside != NULL ? g_strdup_printf ("%s, %s", command->title, beside) : NULL;

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  if (beside != NULL)
    gtk_box_append (GTK_BOX (box), new_label (beside, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : command->title, -1);
  g_object_set_data_full (G_OBJECT (row), "command", command, (GDestroyNotify)command_free);
  gtk_list_box_append (self->rows, row);
}

static void
append_person (TjPalette *self, const TjAgendaRow *row)
{
  TjDate today = tj_context_get_today (tj_people_get_context (self->people));
  g_autofree char *name = tj_youth_row_dup_name (row);
  g_autofree char *screen = g_strdup_printf ("youth:%" G_GINT64_FORMAT, row->youth_id);
  const char *status = tj_code_label (&tj_statuses, row->status);
  gboolean tells_age = row->protection == TJ_PROTECTION_NONE && row->birth != TJ_DATE_NONE;
  g_autofree char *beside
      = tells_age ? g_strdup_printf (_ ("%d years · %s"), tj_date_age (row->birth, today), status)
                  : g_strdup (status);

  append_row (self, command_new (name, "win.show-screen", screen), "tj-youths-symbolic", beside);
}

/* The youth whose case number is typed, as "KAA-0042" or "kaa 42"; NULL when none. */
static const TjAgendaRow *
find_case (TjAgendaList *rows, const char *text)
{
  const char *digits = text + strcspn (text, "0123456789");
  g_autofree char *wanted = NULL;
  gsize i;

  if (g_ascii_strncasecmp (text, "kaa", 3) != 0 || *digits == '\0')
    return NULL;

  wanted = tj_case_number_format (g_ascii_strtoll (digits, NULL, 10));
  for (i = 0; i < tj_agenda_list_get_length (rows); i++)
    {
      const TjAgendaRow *row = tj_agenda_list_get_row (rows, i);
      g_autofree char *number = tj_case_number_format (row->youth_id);

      if (g_str_equal (number, wanted))
        return row;
    }
  return NULL;
}

/* A search is logged once, and never what was searched for. */
static void
log_search (TjPalette *self)
{
  TjStore *store = tj_context_get_store (tj_people_get_context (self->people));

  if (!self->was_logged)
    self->was_logged = tj_audit_log (store, "search", 0, NULL, NULL);
}

static void
append_people (TjPalette *self, const char *text)
{
  TjAgendaList *rows = tj_people_load (self->people, NULL);
  const TjAgendaRow *row = rows != NULL ? find_case (rows, text) : NULL;
  guint positions[MOST_FOUND];
  guint i, n, n_shown = 0;

  if (rows == NULL)
    return;

  log_search (self);
  if (row != NULL)
    append_person (self, row);
  n = tj_people_find (self->people, text, positions, MOST_FOUND);
  for (i = 0; i < n && n_shown < MOST_PEOPLE; i++)
    {
      row = tj_agenda_list_get_row (rows, positions[i]);
      if (row->protection != TJ_PROTECTION_NONE)
        continue;
      append_person (self, row);
      n_shown++;
    }
}

static void
append_commands (TjPalette *self, const char *text)
{
  guint i;

  for (i = 0; i < self->commands->len; i++)
    {
      const Command *command = g_ptr_array_index (self->commands, i);

      if (*text == '\0' || g_str_match_string (text, command->title, TRUE))
        append_row (self, command_new (command->title, command->action, command->target),
                    "tj-dot-symbolic", NULL);
    }
}

static void
fill (TjPalette *self)
{
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  append_commands (self, text);
  if (*text != '\0')
    append_people (self, text);

  row = gtk_list_box_get_row_at_index (self->rows, 0);
  gtk_list_box_select_row (self->rows, row);
  gtk_stack_set_visible_child_name (self->state, row != NULL ? "rows" : "empty");
}

static void
on_row_activated (TjPalette *self, GtkListBoxRow *row)
{
  const Command *command = g_object_get_data (G_OBJECT (row), "command");
  g_autofree char *action = g_strdup (command->action);
  g_autofree char *target = g_strdup (command->target);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, action, target);
  g_object_unref (self);
}

/* Enter in the entry takes the marked line. */
static void
on_entered (TjPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row != NULL)
    on_row_activated (self, row);
}

/* Arrows in the entry lead into the list; a letter typed there leads back. */
static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjPalette *self = TJ_PALETTE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->rows, index + 1);

  if (next == NULL)
    next = row;
  if (next == NULL)
    return;
  gtk_list_box_select_row (self->rows, next);
  gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
on_search_started (TjPalette *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
tj_palette_dispose (GObject *object)
{
  TjPalette *self = TJ_PALETTE (object);

  g_clear_object (&self->people);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  G_OBJECT_CLASS (tj_palette_parent_class)->dispose (object);
}

static void
tj_palette_class_init (TjPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_palette_dispose;
  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/window/tj-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, TjPalette, search);
  gtk_widget_class_bind_template_child (widget_class, TjPalette, state);
  gtk_widget_class_bind_template_child (widget_class, TjPalette, rows);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_started);
  gtk_widget_class_install_action (widget_class, "palette.down", NULL, down_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tj_palette_init (TjPalette *self)
{
  self->commands = g_ptr_array_new_with_free_func ((GDestroyNotify)command_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->rows));
}

GtkWidget *
tj_palette_new (TjPeople *people)
{
  TjPalette *self = g_object_new (TJ_TYPE_PALETTE, NULL);

  self->people = g_object_ref (people);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}

/* One more command: an action of the window and, when it takes one, its target. */
void
tj_palette_add (TjPalette *self, const char *title, const char *action, const char *target)
{
  g_return_if_fail (TJ_IS_PALETTE (self));

  g_ptr_array_add (self->commands, command_new (title, action, target));
  fill (self);
}
