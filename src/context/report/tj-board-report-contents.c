/* What a report to the board says: the half-year counted, the coordinator's texts, who it is from,
 * and where the log stood. */

#include "config.h"

#include "tj-board-report-contents.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-letterhead-settings.h"
#include "tj-report-service.h"
#include "tj-setting-keys.h"

#define HEAD_GROUP 4

static const char *
keep (TjBoardReportContents *self, const char *text)
{
  return g_string_chunk_insert (self->texts, text != NULL ? text : "");
}

static const char *
take (TjBoardReportContents *self, char *text)
{
  const char *kept = keep (self, text);

  g_free (text);
  return kept;
}

static char *
join (const char *one, const char *other)
{
  return g_strconcat (one, one[0] != '\0' && other[0] != '\0' ? ", " : "", other, NULL);
}

static gboolean
load_sender (TjBoardReportContents *self, TjContext *context, GError **error)
{
  g_autoptr (TjLetterhead) letterhead = tj_letterhead_settings_load (context, error);
  g_autofree char *reach = NULL;

  if (letterhead == NULL)
    return FALSE;
  reach = join (letterhead->phone, letterhead->email);
  self->report.municipality = keep (self, letterhead->municipality);
  self->report.coordinator = keep (self, letterhead->contact_name);
  self->report.contact = take (self, join (letterhead->unit, reach));
  return TRUE;
}

static gboolean
load_board (TjBoardReportContents *self, TjContext *context, GError **error)
{
  g_autoptr (GError) problem = NULL;

  self->report.board
      = take (self, tj_context_dup_setting (context, TJ_SETTING_REPORT_BOARD, &problem));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The head of the log's chain in groups that can be read out. */
static gboolean
load_log_head (TjBoardReportContents *self, TjContext *context, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint8 head[TJ_AUDIT_HEAD_BYTES];
  guint64 count;

  if (!tj_audit_head (tj_context_get_store (context), head, &count, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    g_string_append_printf (words, "%02x%s", head[i],
                            i % (HEAD_GROUP / 2) == 1 && i + 1 < G_N_ELEMENTS (head) ? " " : "");
  g_string_append_printf (words, " (%" G_GUINT64_FORMAT ")", count);
  self->report.log_head = keep (self, words->str);
  return TRUE;
}

/* Nothing is logged here: a draft is drawn again and again while it is written. Its saving and
 * approval are. */
static gboolean
load_statistics (TjBoardReportContents *self,
                 TjContext *context,
                 const TjBoardReport *report,
                 GError **error)
{
  g_autoptr (TjStatisticsInput) input = tj_report_service_read (context, error);

  if (input == NULL)
    return FALSE;
  self->statistics = tj_report_service_count (context, input, tj_report_service_half (report->half),
                                              report->threshold, error);
  if (self->statistics == NULL)
    return FALSE;
  self->report.tables = tj_statistics_tables (self->statistics);
  return TRUE;
}

static void
load_definitions (TjBoardReportContents *self)
{
  g_autoptr (GArray) listed = tj_statistics_list_definitions ();

  self->definitions = g_array_new (FALSE, FALSE, sizeof (TjReportDefinition));
  for (guint i = 0; i < listed->len; i++)
    {
      const TjStatisticsDefinition *each = &g_array_index (listed, TjStatisticsDefinition, i);
      TjReportDefinition definition = { keep (self, each->term), keep (self, each->words) };

      g_array_append_val (self->definitions, definition);
    }
  self->report.definitions = (const TjReportDefinition *)self->definitions->data;
  self->report.n_definitions = self->definitions->len;
}

/* The latest approved version before this one of the same half-year. */
static gboolean
find_replaced (TjBoardReportContents *self,
               TjContext *context,
               const TjBoardReport *report,
               GError **error)
{
  g_autoptr (GPtrArray) reports = tj_board_reports_list (tj_context_get_store (context), error);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      const TjBoardReport *each = reports->pdata[i];

      if (tj_half_year_compare (each->half, report->half) == 0 && each->version < report->version
          && each->approved_on != TJ_DATE_NONE)
        self->report.replaces_from = each->approved_on;
    }
  return reports != NULL;
}

static void
fill (TjBoardReportContents *self,
      TjContext *context,
      const TjBoardReport *report,
      TjDate approved_on)
{
  g_autofree char *label
      = tj_statistics_period_dup_label (tj_statistics_get_period (self->statistics));

  self->report.period = take (self, tj_report_dup_within (label));
  self->report.from = tj_half_year_first_day (report->half);
  self->report.to = tj_half_year_last_day (report->half);
  self->report.date = tj_context_get_today (context);
  self->report.approved_on = approved_on;
  self->report.threshold = report->threshold;
  self->report.is_unfinished = tj_statistics_is_unfinished (self->statistics);
  self->report.demo = tj_context_is_demo (context);
  self->report.organisation = keep (self, report->organisation);
  self->report.analysis = keep (self, report->analysis);
  self->report.decision = keep (self, report->decision);
  load_definitions (self);
}

/**
 * tj_board_report_contents_load: counts a report's half-year and gathers the rest of it;
 * `approved_on` is the day it is approved, or TJ_DATE_NONE for a draft. Returns new contents, or
 * NULL with `error` set.
 */
TjBoardReportContents *
tj_board_report_contents_load (TjContext *context,
                               const TjBoardReport *report,
                               TjDate approved_on,
                               GError **error)
{
  g_autoptr (TjBoardReportContents) self = g_new0 (TjBoardReportContents, 1);

  self->texts = g_string_chunk_new (4096);
  if (!load_sender (self, context, error) || !load_board (self, context, error)
      || !load_statistics (self, context, report, error)
      || !find_replaced (self, context, report, error) || !load_log_head (self, context, error))
    return NULL;
  fill (self, context, report, approved_on);
  return g_steal_pointer (&self);
}

/**
 * tj_board_report_contents_free: frees the contents.
 */
void
tj_board_report_contents_free (TjBoardReportContents *self)
{
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->statistics, tj_statistics_unref);
  g_clear_pointer (&self->definitions, g_array_unref);
  g_free (self);
}
