#pragma once

#include "tj-cli.h"
#include "tj-half-year.h"

G_BEGIN_DECLS

/* What is asked of a half-year's report; NULL and FALSE leave a thing out. */
typedef struct
{
  TjHalfYear half;
  const char *analysis; /* the file with the coordinator's text */
  const char *output;   /* .pdf or .xlsx */
  gboolean approve;
} TjCliBoardReport;

gboolean tj_cli_board_report_is_asked (const TjCliBoardReport *self);
TjExit tj_cli_board_report_run (TjCli *cli, const TjCliBoardReport *self, GError **error);

G_END_DECLS
