#pragma once

#include "tj-cli-json.h"
#include "tj-cli.h"

G_BEGIN_DECLS

void tj_json_add_identity (JsonBuilder *builder,
                           gint64 youth_id,
                           const char *personal_number,
                           TjProtection protection);
const char *tj_cli_given_name (const char *given_name, TjProtection protection);
const char *tj_cli_family_name (const char *family_name, TjProtection protection);

G_END_DECLS
