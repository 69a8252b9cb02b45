/* How a form is filled: with what the register has, and over it what somebody half wrote, be it a
 * moment ago or before a crash. The draft is kept encrypted beside the register. */

#include "config.h"

#include "tj-draft.h"
#include "tj-form-private.h"

#include <glib/gi18n.h>

static char *
name_draft (TjFormClass *klass, gint64 subject)
{
  return subject == 0 ? g_strdup (klass->name)
                      : g_strdup_printf ("%s/%" G_GINT64_FORMAT, klass->name, subject);
}

static gboolean
has_drafts (TjForm *self)
{
  return TJ_FORM_GET_CLASS (self)->name != NULL;
}

static char *
dup_draft_name (TjForm *self)
{
  return name_draft (TJ_FORM_GET_CLASS (self), tj_form_get_private (self)->subject);
}

void
tj_form_show_notice (TjForm *self, const char *text)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  gtk_label_set_label (priv->notice_text, text != NULL ? text : "");
  gtk_widget_set_visible (priv->notice, text != NULL && *text != '\0');
}

void
tj_form_discard_draft (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autofree char *name = dup_draft_name (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&priv->draft_timer, g_source_remove);
  if (priv->has_draft && !tj_draft_discard (priv->context, name, priv->youth_id, &error))
    tj_form_show_failure (self, error->message);
  priv->has_draft = FALSE;
}

static void
save_draft (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autofree char *name = dup_draft_name (self);
  g_autoptr (GHashTable) now = tj_form_texts_new (priv->rows);
  g_autofree char *draft = tj_form_texts_write (priv->base, now);
  g_autoptr (GError) error = NULL;

  priv->has_draft = tj_draft_save (priv->context, name, priv->youth_id, draft, &error);
  if (error != NULL)
    tj_form_show_failure (self, error->message);
}

void
tj_form_keep_draft (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);

  g_clear_handle_id (&priv->draft_timer, g_source_remove);
  if (priv->base == NULL || !has_drafts (self) || !tj_context_is_unlocked (priv->context))
    return;
  if (tj_form_is_changed (self))
    save_draft (self);
  else
    tj_form_discard_draft (self);
}

void
tj_form_follow_up (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  TjFormClass *klass = TJ_FORM_GET_CLASS (self);

  priv->busy++;
  if (klass->changed != NULL)
    klass->changed (self);
  priv->busy--;
  tj_form_validate (self, FALSE);
}

/* Fills the rows anew; `mine`, made out of `base`, is put back over it when given. Returns what
 * others changed since, NULL when the register could not be read. */
char *
tj_form_fill_rows (TjForm *self, TjFormTexts *base, TjFormTexts *mine)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autoptr (GError) error = NULL;
  char *others = NULL;

  priv->busy++;
  if (TJ_FORM_GET_CLASS (self)->fill (self, &error))
    {
      g_clear_pointer (&priv->base, g_hash_table_unref);
      priv->base = tj_form_texts_new (priv->rows);
      others = mine != NULL ? tj_form_texts_merge (priv->rows, base, mine) : g_strdup ("");
    }
  priv->busy--;
  if (error == NULL)
    {
      tj_form_follow_up (self);
      return others;
    }

  priv->valid = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
  tj_form_show_failure (self, error->message);
  return NULL;
}

static void
show_fetched (TjForm *self, const char *others)
{
  const char *fetched = _ ("What was begun here has been fetched.");
  g_autofree char *text = NULL;

  if (others != NULL && *others != '\0' && tj_form_get_private (self)->subject != 0)
    text = g_strdup_printf (_ ("%s Changed since:\n%s"), fetched, others);
  tj_form_show_notice (self, text != NULL ? text : fetched);
}

void
tj_form_restore_draft (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autofree char *name = dup_draft_name (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = tj_draft_load (priv->context, name, priv->youth_id, &error);
  g_autoptr (GHashTable) base = NULL;
  g_autoptr (GHashTable) now = NULL;
  g_autofree char *others = NULL;

  if (error != NULL)
    tj_form_show_failure (self, error->message);
  if (draft == NULL || !tj_form_texts_read (draft, &base, &now))
    return;

  priv->has_draft = TRUE;
  others = tj_form_fill_rows (self, base, now);
  if (!tj_form_is_changed (self))
    tj_form_discard_draft (self);
  else
    show_fetched (self, others);
}

/* The register changed while the form was open. */
void
tj_form_follow_register (TjForm *self)
{
  TjFormPrivate *priv = tj_form_get_private (self);
  g_autoptr (GHashTable) base = g_hash_table_ref (priv->base);
  g_autoptr (GHashTable) mine = tj_form_texts_new (priv->rows);
  g_autofree char *others = tj_form_fill_rows (self, base, mine);
  g_autofree char *text = NULL;

  if (others == NULL || *others == '\0' || priv->subject == 0 || !tj_form_is_changed (self))
    return;

  text = g_strdup_printf (_ ("Changed elsewhere meanwhile, what you wrote is still here:\n%s"),
                          others);
  tj_form_show_notice (self, text);
}

/* Whether something half-written waits for a form of this type. */
gboolean
tj_form_has_draft (GType form_type, TjContext *context, gint64 youth_id, gint64 subject)
{
  TjFormClass *klass = g_type_class_ref (form_type);
  g_autofree char *name = name_draft (klass, subject);

  g_type_class_unref (klass);
  return tj_draft_exists (context, name, youth_id);
}
