/* The floor of a reconciliation: every resident, enrolment and invoice line of a register read once,
 * and nothing asked of them. Says the seconds that the reading took. The passphrase comes on file
 * descriptor 3. Use: read-lists DIR YYYY-MM-DD */

#include "config.h"

#include <stdio.h>

#include "tj-context.h"
#include "tj-enrolment.h"
#include "tj-fact-repository.h"
#include "tj-invoice-line.h"
#include "tj-resident.h"

#define PASSPHRASE_FD 3

static gboolean
count (gpointer fact, gpointer n)
{
  (*(guint *)n)++;
  return TRUE;
}

int
main (int argc, char **argv)
{
  const GType types[] = { TJ_TYPE_RESIDENT, TJ_TYPE_ENROLMENT, TJ_TYPE_INVOICE_LINE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContext) context = NULL;
  g_autoptr (TjSecret) passphrase = NULL;
  gint64 start;
  guint n = 0;

  if (argc != 3)
    return 2;
  context = tj_context_new (argv[1], tj_date_parse (argv[2]));
  passphrase = tj_secret_new_from_fd (PASSPHRASE_FD, &error);
  if (passphrase == NULL || !tj_context_unlock_with_passphrase (context, passphrase, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  start = g_get_monotonic_time ();
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (!tj_facts_foreach (tj_context_get_store (context), types[i], count, &n, &error))
      {
        g_printerr ("%s\n", error->message);
        return 1;
      }
  printf ("%.4f\n", (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  return n > 0 ? 0 : 1;
}
