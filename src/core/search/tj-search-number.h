#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers of a person, made to be searched. */
typedef struct
{
  guint64 personal;
  guint64 phone;
} TjSearchNumbers;

TjSearchNumbers tj_search_numbers_read (const char *personal, const char *phone);
void tj_search_number_find (const TjSearchNumbers *numbers,
                            guint n,
                            const char *text,
                            guint64 *certain,
                            guint64 *likely);

G_END_DECLS
