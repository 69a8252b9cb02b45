#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date without a zone: GLib's Julian day, so dates compare as numbers. */
typedef guint32 TjDate;

#define TJ_DATE_NONE ((TjDate) 0)

/* The letters an ISO date takes with its final NUL. */
#define TJ_DATE_BUFFER 11

TjDate tj_date_new (int year, int month, int day);
TjDate tj_date_parse (const char *iso);
TjDate tj_date_today (void);
char *tj_date_format (TjDate date);
const char *tj_date_write (TjDate date, char buffer[TJ_DATE_BUFFER]);
void tj_date_get (TjDate date, int *year, int *month, int *day);
int tj_date_weekday (TjDate date);
int tj_date_iso_week (TjDate date);
TjDate tj_date_add_months (TjDate date, int months);
TjDate tj_date_birthday (TjDate birth, int age);
int tj_date_age (TjDate birth, TjDate today);
gint64 tj_date_noon (TjDate date);

G_END_DECLS
