#pragma once

#include "tj-codes.h"
#include "tj-store.h"

G_BEGIN_DECLS

/* What a youth is searched and filtered by beside the line of the list. Borrowed for the call. */
typedef struct
{
  gint64 youth_id;
  const char *phone;
  const char *education; /* of the latest registration: school or programme, as it was given */
  TjBackground background;
} TjPersonDetails;

typedef void (*TjPersonDetailsFunc) (const TjPersonDetails *details, gpointer user_data);

gboolean tj_person_details_foreach (TjStore *store,
                                    TjPersonDetailsFunc func,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS
