/* Writes versions of a youth's plan, which commands only print: one for each goal given. The
 * passphrase comes on file descriptor 3. Use: write-plan DIR YYYY-MM-DD NUMBER GOAL... */

#include "config.h"

#include "tj-plan-service.h"
#include "tj-youth-repository.h"

#define PASSPHRASE_FD 3

static gboolean
write_all (TjContext *context, const char *number, char **goals, GError **error)
{
  const gint64 id = tj_youths_find (tj_context_get_store (context), number, error);
  g_autoptr (TjPlan) plan = tj_plan_new (id);

  if (id == 0)
    return FALSE;
  for (; *goals != NULL; goals++)
    {
      tj_plan_set_goal (plan, *goals);
      if (!tj_plan_service_save (context, plan, error))
        return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjSecret) passphrase = tj_secret_new_from_fd (PASSPHRASE_FD, &error);
  g_autoptr (TjContext) context = NULL;

  if (argc < 5 || passphrase == NULL)
    return 2;
  context = tj_context_new (argv[1], tj_date_parse (argv[2]));
  if (tj_context_unlock_with_passphrase (context, passphrase, &error)
      && write_all (context, argv[3], argv + 4, &error) && tj_context_close (context, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
