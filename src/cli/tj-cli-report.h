#pragma once

#include "tj-cli.h"
#include "tj-statistics.h"

G_BEGIN_DECLS

TjExit tj_cli_print_statistics (TjCli *cli, const TjStatistics *statistics, GError **error);

G_END_DECLS
