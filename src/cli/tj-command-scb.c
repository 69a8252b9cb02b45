/* `tjugo scb`: how a half-year stands before it goes to SCB, its file, and the layout of it. A file
 * that is not ready is written too, for looking at, but says what it is and is never kept as one
 * that was delivered. */

#include "config.h"

#include "tj-cli.h"

#include <glib/gi18n-lib.h>

#include "tj-audit.h"
#include "tj-cli-youth.h"
#include "tj-paper-file.h"
#include "tj-scb-layout-service.h"
#include "tj-scb-service.h"
#include "tj-scb-template.h"

static char *half_text, *output, *layout_file, *template_file;
static char **codes, **assignments;
static gboolean check_only, delivered, show_layout, dry_run;

static const GOptionEntry options[] = {
  { "half", 0, 0, G_OPTION_ARG_STRING, &half_text, N_ ("The half-year"), "YYYYH1|YYYYH2" },
  { "check", 0, 0, G_OPTION_ARG_NONE, &check_only, N_ ("Only say what the checks find"), NULL },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write (.xlsx or .csv)"),
    "FILE" },
  { "delivered", 0, 0, G_OPTION_ARG_NONE, &delivered,
    N_ ("The file written last has been sent to SCB"), NULL },
  { "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout_file, N_ ("Keep this layout (JSON)"), "FILE" },
  { "show-layout", 0, 0, G_OPTION_ARG_NONE, &show_layout, N_ ("Print the layout that holds"),
    NULL },
  { "code", 0, 0, G_OPTION_ARG_STRING_ARRAY, &codes, N_ ("What SCB calls a word"),
    "LIST:WORD=CODE" },
  { "template", 0, 0, G_OPTION_ARG_FILENAME, &template_file,
    N_ ("Make the layout from the header of SCB's template"), "FILE.xlsx" },
  { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &assignments,
    N_ ("What an unknown column of the template holds"), "NAME=FIELD|NAME==TEXT" },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only show what the template gives"), NULL },
  { NULL },
};

static void
add_person (JsonBuilder *builder, const TjScbReport *report, gint64 youth_id, const char *number)
{
  tj_json_add_identity (builder, youth_id, number,
                        tj_scb_book_is_protected (report->book, youth_id) ? TJ_PROTECTION_MARKED
                                                                          : TJ_PROTECTION_NONE);
}

static void
add_findings (JsonBuilder *builder,
              const char *key,
              const TjScbReport *report,
              TjScbSeverity severity)
{
  tj_json_begin_list (builder, key);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const TjScbFinding *finding = &g_array_index (report->findings, TjScbFinding, i);

      if (tj_scb_rule_severity (finding->rule) != severity)
        continue;
      json_builder_begin_object (builder);
      add_person (builder, report, finding->youth_id, finding->personal_number);
      tj_json_add_string (builder, "rule", tj_scb_rule_word (finding->rule));
      tj_json_add_string (builder, "field", finding->field);
      tj_json_add_date (builder, "date", finding->date);
      tj_json_add_string (builder, "message", tj_scb_rule_text (finding->rule));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_missing_codes (JsonBuilder *builder, const TjScbReport *report)
{
  tj_json_begin_list (builder, "missing_codes");
  for (guint i = 0; i < report->missing_codes->len; i++)
    {
      const TjScbMissingCode *missing = report->missing_codes->pdata[i];

      json_builder_begin_object (builder);
      tj_json_add_string (builder, "list", missing->list);
      tj_json_add_string (builder, "word", missing->word);
      tj_json_add_string (builder, "label", missing->label);
      tj_json_add_string (builder, "columns", missing->columns);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_differences (JsonBuilder *builder, const TjScbReport *report)
{
  tj_json_begin_list (builder, "differences");
  for (guint i = 0; report->differences != NULL && i < report->differences->len; i++)
    {
      const TjScbDifference *difference = report->differences->pdata[i];
      gboolean is_protected = tj_scb_book_is_protected (report->book, difference->youth_id);

      json_builder_begin_object (builder);
      tj_json_add_string (builder, "kind", tj_scb_difference_word (difference->kind));
      add_person (builder, report, difference->youth_id, difference->personal_number);
      tj_json_add_date (builder, "registered_on", difference->registered_on);
      tj_json_add_string (builder, "column", difference->column);
      tj_json_add_string (builder, "before", is_protected ? NULL : difference->before);
      tj_json_add_string (builder, "after", is_protected ? NULL : difference->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static TjExit
print_report (TjCli *cli, const TjScbReport *report, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char half[TJ_HALF_YEAR_BUFFER];

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "period", tj_half_year_write (report->half, half));
  tj_json_add_int (builder, "rows", tj_scb_rows_count (report->rows));
  tj_json_add_boolean (builder, "ready", tj_scb_report_is_ready (report));
  tj_json_add_date (builder, "deadline", report->deadline);
  tj_json_add_string (builder, "layout", report->layout->name);
  tj_json_add_date (builder, "delivered_on",
                    report->delivered != NULL ? report->delivered->delivered_on : TJ_DATE_NONE);
  tj_json_add_string (builder, "compared_with",
                      report->former != NULL ? report->former->half : NULL);
  tj_json_add_string (builder, "output", output);
  add_findings (builder, "errors", report, TJ_SCB_ERROR);
  add_findings (builder, "warnings", report, TJ_SCB_WARNING);
  add_missing_codes (builder, report);
  add_differences (builder, report);
  json_builder_end_object (builder);
  return tj_cli_print (cli, builder, error);
}

static gboolean
write_output (TjCli *cli, const TjScbReport *report, GError **error)
{
  TjScbFormat format = g_str_has_suffix (output, ".csv") ? TJ_SCB_TEXT : TJ_SCB_WORKBOOK;

  if (!tj_scb_service_export (cli->context, report, format, output, error))
    return FALSE;
  if (!tj_scb_report_is_ready (report))
    {
      g_autofree char *words = g_strdup_printf (
          _ ("the file is a draft, not ready for SCB: errors %u, codes missing %u"),
          report->n_errors, report->missing_codes->len);

      g_printerr ("tjugo: %s\n", words);
    }
  return TRUE;
}

static TjExit
report_half (TjCli *cli, TjHalfYear half, GError **error)
{
  g_autoptr (TjScbReport) report = tj_scb_service_load (cli->context, half, error);
  char text[TJ_HALF_YEAR_BUFFER];

  if (report == NULL
      || !tj_audit_log (tj_context_get_store (cli->context), "check-scb", 0,
                        tj_half_year_write (half, text), error)
      || (output != NULL && !write_output (cli, report, error)))
    return TJ_EXIT_FAILED;
  if (delivered)
    {
      if (!tj_scb_service_mark_delivered (cli->context, half, error))
        return TJ_EXIT_FAILED;
      g_clear_pointer (&report, tj_scb_report_free);
      report = tj_scb_service_load (cli->context, half, error);
    }
  return report != NULL ? print_report (cli, report, error) : TJ_EXIT_FAILED;
}

static gboolean
keep_layout (TjCli *cli, GError **error)
{
  g_autofree char *json = NULL;
  g_autoptr (TjScbLayout) layout = NULL;
  gsize length;

  if (!g_file_get_contents (layout_file, &json, &length, error))
    return FALSE;
  layout = tj_scb_layout_read (json, (gssize)length, error);
  return layout != NULL && tj_scb_layout_service_save (cli->context, layout, error);
}

static gboolean
set_code (TjCli *cli, TjHalfYear half, const char *text, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  g_auto (GStrv) names = g_strsplit (halves[0] != NULL ? halves[0] : "", ":", 2);

  if (halves[0] == NULL || halves[1] == NULL || names[0] == NULL || names[1] == NULL)
    {
      tj_cli_usage_error (error, _ ("Give a code as --code occupation:work=3."));
      return FALSE;
    }
  return tj_scb_layout_service_set_code (cli->context, half, names[0], names[1], halves[1], error);
}

static TjScbColumn *
find_column (TjScbLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->columns->len; i++)
    {
      TjScbColumn *column = layout->columns->pdata[i];

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

/* NAME=FIELD, NAME==TEXT for a constant, NAME= to leave it empty. */
static gboolean
assign_column (TjScbLayout *layout, const char *text, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  TjScbColumn *column = halves[0] != NULL ? find_column (layout, halves[0]) : NULL;
  const char *value = column != NULL && halves[1] != NULL ? halves[1] : "";
  TjScbField field;

  if (column == NULL)
    return tj_context_refuse (error, _ ("The template has no such column as --column names."));
  if (*value == '\0')
    tj_scb_column_set_constant (column, NULL);
  else if (*value == '=')
    tj_scb_column_set_constant (column, value + 1);
  else if (tj_scb_field_parse (value, &field))
    tj_scb_layout_set_field (layout, column, field);
  else
    return tj_context_refuse (error, _ ("There is no such field as --column names."));
  return TRUE;
}

static void
add_template (JsonBuilder *builder, const TjScbTemplate *template)
{
  const TjScbLayout *layout = template->layout;
  char half[TJ_HALF_YEAR_BUFFER];

  json_builder_begin_object (builder);
  tj_json_add_string (builder, "layout", layout->name);
  tj_json_add_string (builder, "valid_from", tj_half_year_write (layout->valid_from, half));
  tj_json_add_int (builder, "header_row", template->header_row);
  tj_json_add_boolean (builder, "kept", !dry_run);
  tj_json_begin_list (builder, "columns");
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const TjScbColumn *column = layout->columns->pdata[i];

      json_builder_begin_object (builder);
      tj_json_add_string (builder, "name", column->name);
      tj_json_add_string (builder, "field",
                          column->has_field ? tj_scb_field_word (column->field) : NULL);
      tj_json_add_string (builder, "constant", column->constant);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  tj_json_begin_list (builder, "unknown");
  for (guint i = 0; i < template->unknown->len; i++)
    json_builder_add_string_value (builder, template->unknown->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static TjExit
read_template (TjCli *cli, TjHalfYear half, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (TjScbLayout) former = NULL;
  g_autoptr (TjScbTemplate) template = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL, *contents = NULL;
  char text[TJ_HALF_YEAR_BUFFER];
  gsize length;

  if (!g_file_get_contents (template_file, &contents, &length, error))
    return TJ_EXIT_FAILED;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  former = tj_scb_layout_service_load (cli->context, half, error);
  name = g_strdup_printf ("scb-%s", tj_half_year_write (half, text));
  if (former == NULL
      || (template = tj_scb_template_read (bytes, name, half, former, error)) == NULL)
    return TJ_EXIT_FAILED;
  for (guint i = 0; assignments != NULL && assignments[i] != NULL; i++)
    if (!assign_column (template->layout, assignments[i], error))
      return TJ_EXIT_FAILED;
  if (!dry_run && !tj_scb_layout_service_save (cli->context, template->layout, error))
    return TJ_EXIT_FAILED;
  add_template (builder, template);
  return tj_cli_print (cli, builder, error);
}

static TjExit
print_layout (TjCli *cli, TjHalfYear half, GError **error)
{
  g_autoptr (TjScbLayout) layout = tj_scb_layout_service_load (cli->context, half, error);
  g_autofree char *json = layout != NULL ? tj_scb_layout_dup_json (layout) : NULL;

  if (json == NULL)
    return TJ_EXIT_FAILED;
  g_print ("%s\n", json);
  return TJ_EXIT_DONE;
}

static TjExit
run (TjCli *cli, GError **error)
{
  TjHalfYear half;

  if (cli->arguments != NULL || !tj_half_year_parse (half_text, &half))
    return tj_cli_usage_error (error, _ ("Give the half-year with --half, as 2026H2."));
  if (output != NULL && !g_str_has_suffix (output, ".xlsx") && !g_str_has_suffix (output, ".csv"))
    return tj_cli_usage_error (error, _ ("The file's name is to end in .xlsx or .csv."));
  if (check_only && delivered)
    return tj_cli_usage_error (error, _ ("--check only looks: leave out --delivered."));

  if (layout_file != NULL && !keep_layout (cli, error))
    return TJ_EXIT_FAILED;
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (!set_code (cli, half, codes[i], error))
      return TJ_EXIT_FAILED;
  if (template_file != NULL)
    return read_template (cli, half, error);
  return show_layout ? print_layout (cli, half, error) : report_half (cli, half, error);
}

const TjCommand tj_command_scb = {
  .name = "scb",
  .usage
  = "--half YYYYH1|YYYYH2 [--check] [--output FILE.xlsx|.csv] [--delivered] [--layout FILE | "
    "--show-layout | --template FILE.xlsx | --code LIST:WORD=CODE …]",
  .summary = N_ ("Check a half-year and make its file for SCB"),
  .needs_register = TRUE,
  .options = options,
  .run = run,
};
