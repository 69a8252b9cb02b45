/* A program to be killed: opens a register, or makes it, and writes until somebody ends it. Each
 * commit is told on standard output only when it is done, so that whoever reads there may demand
 * to find it again. Use: crash-child PATH create|write */

#include "config.h"

#include "register.h"

#include <string.h>
#include <unistd.h>

#include "tj-settings.h"

static void
acknowledge (guint number)
{
  g_assert_cmpint (write (STDOUT_FILENO, &number, sizeof number), ==, sizeof number);
}

/* A contact and a setting that counts, in one change: both are there or neither is. */
static void
write_on (TjStore *store)
{
  gint64 youth_id = tj_youths_find (store, test_number (0), NULL);
  g_autofree char *last = tj_settings_dup (store, "counter", NULL);
  guint number = last != NULL ? (guint)g_ascii_strtoull (last, NULL, 10) : 0;

  for (;;)
    {
      g_autofree char *value = g_strdup_printf ("%u", ++number);
      g_autoptr (TjContact) contact = tj_contact_new (youth_id);
      g_autoptr (TjChange) change = tj_change_begin (store, "contact", NULL);

      tj_contact_set_date (contact, day ("2026-11-09") + number % 300);
      tj_contact_set_note (contact, value);
      assert_works (tj_contacts_insert (change, contact, error_));
      assert_works (tj_settings_set (change, "counter", value, error_));
      assert_works (tj_change_commit (change, error_));
      acknowledge (number);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (TjStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TjRoutine) routine = register_new_routine ();

  g_assert_cmpint (argc, ==, 3);
  if (g_str_equal (argv[2], "create"))
    {
      acknowledge (0);
      store = tj_store_create (argv[1], register_key, register_audit_key, &error);
      g_assert_no_error (error);
      acknowledge (1);
      pause ();
    }
  store = tj_store_open (argv[1], register_key, register_audit_key, &error);
  g_assert_no_error (error);
  assert_works (tj_store_set_routine (store, routine, error_));
  write_on (store);
  return 0;
}
