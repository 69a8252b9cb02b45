#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An address as the population register gives it; any part may be empty, none is NULL. */
typedef struct
{
  const char *name;
  const char *care_of;
  const char *street;
  const char *extra;
  const char *postal_code;
  const char *locality;
} TjPostalAddress;

GStrv tj_postal_lines (const TjPostalAddress *address);
gboolean tj_postal_is_complete (const TjPostalAddress *address);
char *tj_postal_code_normalize (const char *text);
char *tj_postal_code_format (const char *code);

G_END_DECLS
