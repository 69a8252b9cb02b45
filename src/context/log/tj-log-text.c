/* A row of the log in words. The log itself keeps words of the program's own: fields, counts and
 * codes; only the reason of an unlocking is somebody's text. */

#include "config.h"

#include "tj-log-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-action.h"
#include "tj-case-number.h"
#include "tj-codes.h"
#include "tj-merge.h"
#include "tj-youth-repository.h"

#define FAILED_OPENINGS "failed-openings="
#define VERSION "version="

static char *
dup_failed (const char *number)
{
  const guint n = (guint)g_ascii_strtoull (number, NULL, 10);

  return g_strdup_printf (ngettext ("after %u failed attempt", "after %u failed attempts", n), n);
}

static char *
dup_merged (const char *number)
{
  g_autofree char *other = tj_case_number_format (g_ascii_strtoll (number, NULL, 10));

  /* TRANSLATORS: a case number */
  return g_strdup_printf (_ ("with %s"), other);
}

static char *
dup_status (const char *word)
{
  int status;

  return g_strdup (
      tj_code_parse (&tj_statuses, word, &status) ? tj_code_label (&tj_statuses, status) : "");
}

/**
 * tj_log_text_details: what a reader wants to know of a row beyond its action: the reason that was
 * given, what was undone, which list. Returns a new string, empty when there is nothing.
 */
char *
tj_log_text_details (const TjAuditEntry *entry)
{
  const char *details = entry->details;

  if (g_str_equal (entry->action, "unlock-protected") || g_str_equal (entry->action, "read"))
    return g_strdup (details);
  if (g_str_has_prefix (details, FAILED_OPENINGS))
    return dup_failed (details + strlen (FAILED_OPENINGS));
  if (g_str_has_prefix (details, TJ_AUDIT_MERGED))
    return dup_merged (details + strlen (TJ_AUDIT_MERGED));
  if (g_str_has_prefix (details, VERSION))
    return g_strdup_printf (_ ("version %s"), details + strlen (VERSION));
  if (g_str_equal (entry->action, "undo") || g_str_equal (entry->action, "redo"))
    return g_strdup (tj_action_label (details));
  if (g_str_equal (entry->action, "list"))
    return dup_status (details);
  if (g_str_equal (entry->action, "print-log-review"))
    return g_strdup (details);
  return g_strdup ("");
}

/**
 * tj_log_text_person: whom a row is about: case number and name, and the number alone of a protected
 * person or of somebody who is not in the register any more. Returns a new string, empty for 0.
 */
char *
tj_log_text_person (TjContext *context, gint64 youth_id)
{
  g_autoptr (TjYouth) youth = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  if (youth_id == 0)
    return g_strdup ("");
  number = tj_case_number_format (youth_id);
  /* Purged, or merged into another: the number is all there is. */
  youth = tj_youths_load (tj_context_get_store (context), youth_id, NULL);
  if (youth == NULL || tj_youth_is_protected (youth))
    return g_steal_pointer (&number);
  name = tj_youth_dup_name (youth);
  return g_strdup_printf ("%s · %s", number, name);
}

/**
 * tj_log_text_time: an instant as the log keeps it (UTC), in the time of this place: "2026-11-18
 * 09:05". Returns a new string.
 */
char *
tj_log_text_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at);
}
