/* Who a sheet comes from and on which day, out of the letterhead and the context's clock. */

#include "config.h"

#include "tj-sheet-sender.h"

#include "tj-letterhead-settings.h"

static char *
join_parts (const char *const *parts, guint n)
{
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_strv_builder_add (filled, parts[i]);
  strings = g_strv_builder_end (filled);
  return g_strjoinv (", ", strings);
}

static void
fill_from_letterhead (TjSheetSender *self, const TjLetterhead *letterhead)
{
  const char *const sender[] = { letterhead->municipality, letterhead->unit };
  const char *const contact[]
      = { letterhead->contact_name, letterhead->unit, letterhead->phone, letterhead->email };

  self->sender = join_parts (sender, G_N_ELEMENTS (sender));
  self->coordinator = g_strdup (letterhead->contact_name);
  self->contact = join_parts (contact, G_N_ELEMENTS (contact));
}

/**
 * tj_sheet_sender_load: the sender of an unlocked register's sheets; of a locked one, or one that
 * is not there yet, only day and demo mark. Returns a new sender, or NULL with `error` set.
 */
TjSheetSender *
tj_sheet_sender_load (TjContext *context, GError **error)
{
  g_autoptr (TjLetterhead) letterhead = tj_context_is_unlocked (context)
                                            ? tj_letterhead_settings_load (context, error)
                                            : tj_letterhead_new ();
  TjSheetSender *self;

  if (letterhead == NULL)
    return NULL;
  self = g_new0 (TjSheetSender, 1);
  fill_from_letterhead (self, letterhead);
  self->head.sender = self->sender;
  self->head.date = tj_context_get_today (context);
  self->head.created = tj_date_noon (self->head.date);
  self->head.demo = tj_context_is_demo (context);
  return self;
}

/**
 * tj_sheet_sender_free: frees the sender and what its head borrows.
 */
void
tj_sheet_sender_free (TjSheetSender *self)
{
  g_free (self->sender);
  g_free (self->coordinator);
  g_free (self->contact);
  g_free (self);
}
