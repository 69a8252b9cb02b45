/* How a contact reads: what it was in one line, and in another what came of it. */

#include "config.h"

#include "tj-contact-text.h"

#include "tj-date-text.h"
#include "tj-letter-template.h"

#include <glib/gi18n.h>

/* What a contact was made with: "Sms", or of our own letters "Brev 1". */
static char *
dup_means (TjContact *contact)
{
  const char *kind = tj_contact_get_letter_kind (contact);
  g_autoptr (TjLetterTemplate) template = NULL;

  if (kind != NULL && *kind != '\0')
    template = tj_letter_template_load (kind, "sv", NULL);
  if (template != NULL)
    return g_strdup (tj_letter_template_get_title (template));

  return g_strdup (tj_code_label (&tj_channels, tj_contact_get_channel (contact)));
}

/* "Sms, no answer" */
char *
tj_contact_text_what (TjContact *contact)
{
  g_autofree char *means = dup_means (contact);
  g_autofree char *outcome = NULL;

  if (tj_contact_get_channel (contact) == TJ_CHANNEL_CONCERN_REPORT)
    return g_steal_pointer (&means);

  outcome = tj_text_within (tj_code_label (&tj_outcomes, tj_contact_get_outcome (contact)));
  return g_strdup_printf ("%s, %s", means, outcome);
}

/* The occupation that was heard of and the note; "" for neither. */
char *
tj_contact_text_more (TjContact *contact)
{
  int occupation = tj_contact_get_occupation (contact);
  const char *note = tj_contact_get_note (contact);
  GString *more = g_string_new (NULL);

  if (occupation > TJ_OCCUPATION_UNKNOWN)
    g_string_append (more, tj_code_label (&tj_occupations, occupation));
  if (*note != '\0')
    g_string_append_printf (more, "%s%s", more->len > 0 ? " · " : "", note);
  return g_string_free (more, FALSE);
}
