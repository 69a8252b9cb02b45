/* The screens there are: what the sidebar calls them, in its order, and the page each becomes. */

#include "config.h"

#include "tj-screens.h"

#include "tj-import-page.h"
#include "tj-letters-page.h"
#include "tj-reconciliation-page.h"
#include "tj-register-page.h"
#include "tj-reports-page.h"
#include "tj-school-reports-page.h"
#include "tj-today-page.h"
#include "tj-youth-page.h"
#include "tj-youths-page.h"

#include <glib/gi18n.h>

static const TjScreen screens[] = {
  { "today", N_ ("Today"), "tj-today-symbolic" },
  { "youths", N_ ("Youths"), "tj-youths-symbolic" },
  { "letters", N_ ("Letters"), "tj-letters-symbolic" },
  { "school-reports", N_ ("School Reports"), "tj-school-symbolic" },
  { "reconciliation", N_ ("Reconciliation"), "tj-reconciliation-symbolic" },
  { "reports", N_ ("Reports"), "tj-reports-symbolic" },
  { "register", N_ ("Register"), "tj-register-symbolic" },
  { "import", N_ ("Import"), "tj-import-symbolic" },
};

/* The screen at a place of the sidebar, from 0; NULL past the last. Its title is untranslated. */
const TjScreen *
tj_screens_get (guint position)
{
  return position < G_N_ELEMENTS (screens) ? &screens[position] : NULL;
}

/* A new page for the screen called `name`; NULL for a name that is none. */
GtkWidget *
tj_screens_new_page (const char *name, TjContext *context, TjPeople *people)
{
  if (g_str_equal (name, "today"))
    return tj_today_page_new (people);
  if (g_str_equal (name, "youths"))
    return tj_youths_page_new (people);
  if (g_str_equal (name, "youth"))
    return tj_youth_page_new (context);
  if (g_str_equal (name, "letters"))
    return tj_letters_page_new (context);
  if (g_str_equal (name, "school-reports"))
    return tj_school_reports_page_new (context);
  if (g_str_equal (name, "import"))
    return tj_import_page_new (context);
  if (g_str_equal (name, "reconciliation"))
    return tj_reconciliation_page_new (context);
  if (g_str_equal (name, "reports"))
    return tj_reports_page_new (context);
  if (g_str_equal (name, "register"))
    return tj_register_page_new (context);

  return NULL;
}

/* The address of the list of youths with a status. */
char *
tj_screens_dup_list (int status)
{
  return g_strdup_printf ("youths:%s", tj_code_word (&tj_statuses, status));
}
