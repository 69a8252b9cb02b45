/* What a letter still lacks of its sender: a line above the letters that says so and leads to the
 * preference. It refuses nothing: somebody may sign by hand. */

#include "config.h"

#include "tj-letter-notice.h"

#include "tj-letterhead-settings.h"

#include <glib/gi18n.h>

struct _TjLetterNotice
{
  AdwBin parent_instance;

  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (TjLetterNotice, tj_letter_notice, ADW_TYPE_BIN)

/* "name, phone and e-mail", as much of it as is missing; NULL when nothing is. */
static char *
dup_missing (const TjLetterhead *letterhead)
{
  const char *missing[3];
  guint n = 0;

  if (letterhead->contact_name[0] == '\0')
    missing[n++] = C_ ("letterhead", "name");
  if (letterhead->phone[0] == '\0')
    missing[n++] = C_ ("letterhead", "phone");
  if (letterhead->email[0] == '\0')
    missing[n++] = C_ ("letterhead", "e-mail");

  switch (n)
    {
    case 0:
      return NULL;
    case 1:
      return g_strdup (missing[0]);
    case 2:
      return g_strdup_printf (_ ("%s and %s"), missing[0], missing[1]);
    default:
      return g_strdup_printf (_ ("%s, %s and %s"), missing[0], missing[1], missing[2]);
    }
}

static void
tj_letter_notice_class_init (TjLetterNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/tjugo/Tjugo/ui/letters/tj-letter-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TjLetterNotice, text);
}

static void
tj_letter_notice_init (TjLetterNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows what is missing now, or nothing. A letterhead that cannot be read is told of where the
 * letters are set. */
void
tj_letter_notice_update (TjLetterNotice *self, TjContext *context)
{
  g_autoptr (TjLetterhead) letterhead = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TJ_IS_LETTER_NOTICE (self));

  letterhead = tj_letterhead_settings_load (context, NULL);
  missing = letterhead != NULL ? dup_missing (letterhead) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), missing != NULL);
  if (missing == NULL)
    return;

  text = g_strdup_printf (_ ("The letters do not say whom to call or write to: the contact "
                             "person's %s is missing."),
                          missing);
  gtk_label_set_label (self->text, text);
}
