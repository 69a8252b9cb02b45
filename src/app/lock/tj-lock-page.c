/* The locked register: its folder, a passphrase, and the two other ways in, recovery key and
 * keyring. Deriving the key takes most of a second and happens on a worker thread; a refusal is
 * said beside the field and what was typed stays. Emits "opened". */

#include "config.h"

#include "tj-lock-page.h"

#include "tj-vault-error.h"

#include <glib/gi18n.h>

typedef enum
{
  WITH_PASSPHRASE,
  WITH_RECOVERY_KEY,
  WITH_KEYRING,
} Way;

/* One attempt to open, on its way through the worker thread. */
typedef struct
{
  TjContext *context;
  Way way;
  TjSecret *secret;
} Attempt;

struct _TjLockPage
{
  AdwBin parent_instance;

  GtkLabel *folder_label;
  GtkLabel *prompt;
  GtkStack *field;
  GtkEditable *passphrase;
  GtkEditable *recovery_key;
  GtkLabel *problem;
  GtkRevealer *problem_revealer;
  GtkWidget *open_button;
  GtkStack *open_stack;
  GtkButton *other_way;

  TjContext *context;
  TjSecret *given;
  gboolean try_keyring;
  gboolean busy;
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TjLockPage, tj_lock_page, ADW_TYPE_BIN)

static void
attempt_free (Attempt *attempt)
{
  g_object_unref (attempt->context);
  g_clear_pointer (&attempt->secret, tj_secret_unref);
  g_free (attempt);
}

static gboolean
asks_recovery_key (TjLockPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->field), "recovery") == 0;
}

static GtkEditable *
current_field (TjLockPage *self)
{
  return asks_recovery_key (self) ? self->recovery_key : self->passphrase;
}

static void
update_actions (TjLockPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean typed = *gtk_editable_get_text (current_field (self)) != '\0';

  gtk_widget_action_set_enabled (widget, "lock.open", typed && !self->busy);
  gtk_widget_action_set_enabled (widget, "lock.other-way", !self->busy);
  gtk_widget_action_set_enabled (widget, "lock.keyring", !self->busy);
}

static void
show_problem (TjLockPage *self, const char *text)
{
  gtk_revealer_set_reveal_child (self->problem_revealer, text != NULL);
  if (text != NULL)
    gtk_label_set_label (self->problem, text);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (current_field (self)), GTK_ACCESSIBLE_STATE_INVALID,
      text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (current_field (self)), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (current_field (self)), "error");
}

static void
set_busy (TjLockPage *self, gboolean busy)
{
  self->busy = busy;
  gtk_stack_set_visible_child_name (self->open_stack, busy ? "busy" : "idle");
  gtk_editable_set_editable (self->passphrase, !busy);
  gtk_editable_set_editable (self->recovery_key, !busy);
  update_actions (self);
}

static const char *
problem_text (Way way, const GError *error)
{
  if (!g_error_matches (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_WRONG_KEY))
    return error->message;

  switch (way)
    {
    case WITH_PASSPHRASE:
      return _ ("That passphrase does not open this register. What you typed is still there.");
    case WITH_RECOVERY_KEY:
      return _ ("That recovery key does not open this register.");
    case WITH_KEYRING:
    default:
      return _ ("The keyring of this computer has no key to this register.");
    }
}

static void
attempt_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Attempt *attempt = task_data;
  GError *error = NULL;
  gboolean opened = FALSE;

  switch (attempt->way)
    {
    case WITH_PASSPHRASE:
      opened = tj_context_unlock_with_passphrase (attempt->context, attempt->secret, &error);
      break;
    case WITH_RECOVERY_KEY:
      opened = tj_context_unlock_with_recovery_key (attempt->context, attempt->secret, &error);
      break;
    case WITH_KEYRING:
      opened = tj_context_unlock_with_keyring (attempt->context, &error);
      break;
    default:
      g_assert_not_reached ();
    }

  if (opened)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_attempt_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TjLockPage *self = TJ_LOCK_PAGE (source);
  Attempt *attempt = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_editable_set_text (self->passphrase, "");
      gtk_editable_set_text (self->recovery_key, "");
      g_signal_emit (self, signals[SIGNAL_OPENED], 0);
      return;
    }

  /* The keyring was tried by itself: finding nothing there is the ordinary case. */
  if (attempt->way != WITH_KEYRING || user_data != NULL)
    show_problem (self, problem_text (attempt->way, error));
  gtk_widget_grab_focus (GTK_WIDGET (current_field (self)));
}

/* `asked` is FALSE for an attempt that nobody pressed a button for. */
static void
try_to_open (TjLockPage *self, Way way, TjSecret *secret, gboolean asked)
{
  g_autoptr (GTask) task
      = g_task_new (self, NULL, on_attempt_done, asked ? GINT_TO_POINTER (TRUE) : NULL);
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->context = g_object_ref (self->context);
  attempt->way = way;
  attempt->secret = secret != NULL ? tj_secret_ref (secret) : NULL;
  g_task_set_task_data (task, attempt, (GDestroyNotify)attempt_free);

  show_problem (self, NULL);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, attempt_thread);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjLockPage *self = TJ_LOCK_PAGE (widget);
  g_autoptr (TjSecret) secret
      = tj_secret_new_from_string (gtk_editable_get_text (current_field (self)));

  try_to_open (self, asks_recovery_key (self) ? WITH_RECOVERY_KEY : WITH_PASSPHRASE, secret, TRUE);
}

static void
keyring_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  try_to_open (TJ_LOCK_PAGE (widget), WITH_KEYRING, NULL, TRUE);
}

static void
other_way_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TjLockPage *self = TJ_LOCK_PAGE (widget);
  gboolean recovery = !asks_recovery_key (self);

  show_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->field, recovery ? "recovery" : "passphrase");
  gtk_label_set_label (self->prompt, recovery ? _ ("Recovery key") : _ ("Passphrase"));
  gtk_button_set_label (self->other_way,
                        recovery ? _ ("Use the Passphrase") : _ ("Use the Recovery Key"));
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (current_field (self)));
}

static void
on_typed (TjLockPage *self)
{
  show_problem (self, NULL);
  update_actions (self);
}

static void
on_field_activate (TjLockPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "lock.open", NULL);
}

static void
tj_lock_page_dispose (GObject *object)
{
  TjLockPage *self = TJ_LOCK_PAGE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->given, tj_secret_unref);
  G_OBJECT_CLASS (tj_lock_page_parent_class)->dispose (object);
}

static gboolean
tj_lock_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (current_field (TJ_LOCK_PAGE (widget))));
}

static void
tj_lock_page_class_init (TjLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tj_lock_page_dispose;
  widget_class->grab_focus = tj_lock_page_grab_focus;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/lock/tj-lock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, folder_label);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, field);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, recovery_key);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, problem);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, open_stack);
  gtk_widget_class_bind_template_child (widget_class, TjLockPage, other_way);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_field_activate);

  gtk_widget_class_install_action (widget_class, "lock.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "lock.keyring", NULL, keyring_action);
  gtk_widget_class_install_action (widget_class, "lock.other-way", NULL, other_way_action);
}

static void
tj_lock_page_init (TjLockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

GtkWidget *
tj_lock_page_new (TjContext *context)
{
  TjLockPage *self = g_object_new (TJ_TYPE_LOCK_PAGE, NULL);
  g_autofree char *folder = g_filename_display_name (tj_context_get_register_dir (context));

  self->context = g_object_ref (context);
  gtk_label_set_label (self->folder_label, folder);
  return GTK_WIDGET (self);
}

/* What to try without being asked, once the window has been drawn. */
void
tj_lock_page_prepare (TjLockPage *self, TjSecret *passphrase, gboolean try_keyring)
{
  g_return_if_fail (TJ_IS_LOCK_PAGE (self));

  self->given = passphrase != NULL ? tj_secret_ref (passphrase) : NULL;
  self->try_keyring = try_keyring;
}

void
tj_lock_page_begin (TjLockPage *self)
{
  g_autoptr (TjSecret) given = NULL;

  g_return_if_fail (TJ_IS_LOCK_PAGE (self));

  given = g_steal_pointer (&self->given);
  if (given != NULL)
    try_to_open (self, WITH_PASSPHRASE, given, TRUE);
  else if (self->try_keyring)
    try_to_open (self, WITH_KEYRING, NULL, FALSE);

  self->try_keyring = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
