/* What a form says of what stands in it: beside each row what is wrong with it, beside the button
 * what is wrong with the whole or still missing, and whether it can be saved. */

#include "config.h"

#include "tj-form-private.h"

#include <glib/gi18n.h>

/* What is wrong with a row is said once there is something in it, or once one wanted to save. */
static gboolean
check_row (TjForm *self, TjFormRow *row, gboolean say_all, GString *missing)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autofree char *text = tj_form_row_dup_text (row);
  g_autofree char *problem = tj_form_row_check (row);
  gboolean say = say_all || *text != '\0' || tj_form_texts_differ (priv->base, row);

  tj_form_row_show_problem (row, say ? problem : NULL);
  if (problem != NULL && !say)
    g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                            tj_form_row_get_title (row));
  return problem == NULL;
}

static gboolean
is_shown (TjForm *self, GtkWidget *row)
{
  for (; row != NULL && row != GTK_WIDGET (self); row = gtk_widget_get_parent (row))
    if (!gtk_widget_get_visible (row))
      return FALSE;
  return TRUE;
}

static gboolean
check_rows (TjForm *self, gboolean say_all, GString *missing)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  gboolean valid = TRUE;

  for (guint i = 0; i < priv->rows->len; i++)
    if (!is_shown (self, priv->rows->pdata[i]))
      tj_form_row_show_problem (priv->rows->pdata[i], NULL);
    else if (!check_row (self, priv->rows->pdata[i], say_all, missing))
      valid = FALSE;
  return valid;
}

static gboolean
check_whole (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  TjFormClass *klass = TJ_FORM_GET_CLASS (self);
  g_autoptr (GError) error = NULL;

  priv->refused = FALSE;
  if (klass->check == NULL || klass->check (self, &error))
    return !priv->refused;
  if (error != NULL)
    priv->problem = g_strdup (error->message);
  return FALSE;
}

static void
show_message (TjForm *self, const char *missing)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autofree char *ask = NULL;
  const char *text = priv->problem != NULL ? priv->problem : priv->text;

  if (priv->problem == NULL && missing != NULL && *missing != '\0')
    text = ask = g_strdup_printf (_ ("Still to fill in: %s"), missing);
  gtk_label_set_label (priv->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->message), text != NULL && *text != '\0');
  if (priv->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (priv->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->message), "error");
}

/* The one place that decides whether the form can be saved and says why not. */
gboolean
tj_form_validate (TjForm *self, gboolean say_all)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autoptr (GString) missing = g_string_new (NULL);

  g_clear_pointer (&priv->problem, g_free);
  priv->valid = check_rows (self, say_all, missing) && check_whole (self);
  show_message (self, missing->str);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", priv->valid);
  return priv->valid;
}

void
tj_form_show_failure (TjForm *self, const char *text)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  g_free (priv->problem);
  priv->problem = g_strdup (text);
  show_message (self, NULL);
}
