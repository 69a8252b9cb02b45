/* What a form needs of each of its fields, whatever they look like: their value as text, what is
 * wrong with it, a place to say so, and word of every change. */

#include "config.h"

#include "tj-form-row.h"

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (TjFormRow, tj_form_row, ADW_TYPE_PREFERENCES_ROW)

static void
tj_form_row_default_init (TjFormRowInterface *iface)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("row-changed", TJ_TYPE_FORM_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENTERED] = g_signal_new ("row-entered", TJ_TYPE_FORM_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* The id it has in its .ui file, or NULL. */
const char *
tj_form_row_get_name (TjFormRow *self)
{
  return gtk_buildable_get_buildable_id (GTK_BUILDABLE (self));
}

const char *
tj_form_row_get_title (TjFormRow *self)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
}

char *
tj_form_row_dup_text (TjFormRow *self)
{
  return TJ_FORM_ROW_GET_IFACE (self)->dup_text (self);
}

char *
tj_form_row_dup_shown (TjFormRow *self)
{
  TjFormRowInterface *iface = TJ_FORM_ROW_GET_IFACE (self);

  return iface->dup_shown != NULL ? iface->dup_shown (self) : iface->dup_text (self);
}

void
tj_form_row_set_text (TjFormRow *self, const char *text)
{
  TJ_FORM_ROW_GET_IFACE (self)->set_text (self, text);
}

char *
tj_form_row_check (TjFormRow *self)
{
  return TJ_FORM_ROW_GET_IFACE (self)->check (self);
}

void
tj_form_row_show_problem (TjFormRow *self, const char *problem)
{
  TJ_FORM_ROW_GET_IFACE (self)->show_problem (self, problem);
}

void
tj_form_row_emit_changed (TjFormRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
tj_form_row_emit_entered (TjFormRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}
