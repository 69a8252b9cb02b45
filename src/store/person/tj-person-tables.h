#pragma once

#include "tj-connection.h"

G_BEGIN_DECLS

GStrv tj_tables_list (TjConnection *connection, GError **error);
GStrv tj_person_tables_list (TjConnection *connection, GError **error);
GStrv tj_number_tables_list (TjConnection *connection, GError **error);

G_END_DECLS
