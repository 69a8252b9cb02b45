/* TjSecret against the running system: the memory it really gets, and descriptors as commands
 * hand them over. */

#include "config.h"

#include "tj-process-hardening.h"
#include "tj-secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tj-vault-error.h"

static int
pipe_with (const char *text, gsize size)
{
  int fds[2];

  g_assert_no_errno (pipe (fds));
  g_assert_cmpint (write (fds[1], text, size), ==, size);
  close (fds[1]);
  return fds[0];
}

/* The VmFlags of the mapping that holds @address, from the kernel's own list. */
static char *
read_mapping_flags (gconstpointer address)
{
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean inside = FALSE;

  g_assert_true (g_file_get_contents ("/proc/self/smaps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guintptr start, end;

      if (sscanf (lines[i], "%lx-%lx ", &start, &end) == 2)
        inside = (guintptr)address >= start && (guintptr)address < end;
      else if (inside && g_str_has_prefix (lines[i], "VmFlags:"))
        return g_strdup (lines[i]);
    }
  return NULL;
}

static gboolean
can_read (gconstpointer address)
{
  int fd = g_open ("/proc/self/mem", O_RDONLY | O_CLOEXEC, 0);
  guint8 byte;
  gssize got = pread (fd, &byte, 1, (off_t)(guintptr)address);

  close (fd);
  return got == 1;
}

static void
test_memory_is_locked (void)
{
  g_autoptr (TjSecret) secret = tj_secret_new_random (32);
  g_autofree char *flags = read_mapping_flags (tj_secret_get (secret, NULL));

  g_assert_nonnull (flags);
#ifndef __SANITIZE_ADDRESS__ /* which turns mlock() into nothing */
  g_assert_nonnull (strstr (flags, " lo")); /* locked: never swapped */
#endif
  g_assert_nonnull (strstr (flags, " dd")); /* not in core dumps */
}

static void
test_memory_goes_with_the_last_reference (void)
{
  TjSecret *secret = tj_secret_new_from_string ("hemligt");
  TjSecret *again = tj_secret_ref (secret);
  const guint8 *bytes = tj_secret_get (secret, NULL);

  tj_secret_unref (secret);
  g_assert_true (can_read (bytes));
  g_assert_cmpstr (tj_secret_get_text (again), ==, "hemligt");
  tj_secret_unref (again);
  g_assert_false (can_read (bytes));
}

static void
test_text_ends_in_a_nul_that_is_not_counted (void)
{
  g_autoptr (TjSecret) secret = tj_secret_new_from_string ("åäö");
  g_autoptr (TjSecret) empty = tj_secret_new_from_string ("");
  gsize size;

  g_assert_cmpmem (tj_secret_get (secret, &size), 7, "åäö", 7);
  g_assert_cmpuint (size, ==, 6);
  g_assert_cmpuint (tj_secret_get_size (empty), ==, 0);
  g_assert_cmpstr (tj_secret_get_text (empty), ==, "");
}

static void
test_random_secrets_differ (void)
{
  g_autoptr (TjSecret) a = tj_secret_new_random (32);
  g_autoptr (TjSecret) b = tj_secret_new_random (32);
  g_autoptr (TjSecret) c = tj_secret_new_from_bytes (tj_secret_get (a, NULL), 32);
  g_autoptr (TjSecret) shorter = tj_secret_new_from_bytes (tj_secret_get (a, NULL), 31);

  g_assert_false (tj_secret_equal (a, b));
  g_assert_true (tj_secret_equal (a, c));
  g_assert_false (tj_secret_equal (a, shorter));
}

static void
test_a_line_is_read_without_its_newline (void)
{
  static const char *const inputs[]
      = { "lösen ord", "lösen ord\n", "lösen ord\r\n", "lösen ord\nmer\n" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      int fd = pipe_with (inputs[i], strlen (inputs[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (TjSecret) secret = tj_secret_new_from_fd (fd, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tj_secret_get_text (secret), ==, "lösen ord");
      close (fd);
    }
}

static void
test_the_next_line_stays_in_the_pipe (void)
{
  int fd = pipe_with ("old\nnew\n", 8);
  g_autoptr (TjSecret) old = tj_secret_new_from_fd (fd, NULL);
  g_autoptr (TjSecret) new = tj_secret_new_from_fd (fd, NULL);

  g_assert_cmpstr (tj_secret_get_text (old), ==, "old");
  g_assert_cmpstr (tj_secret_get_text (new), ==, "new");
  close (fd);
}

static void
refuse_line (const char *input, gsize size)
{
  int fd = pipe_with (input, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (tj_secret_new_from_fd (fd, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_BAD_INPUT);
  close (fd);
}

static void
test_what_is_no_passphrase_is_refused (void)
{
  char longest[4097];

  memset (longest, 'x', sizeof longest);
  refuse_line ("", 0);
  refuse_line ("\n", 1);
  refuse_line ("\r\n", 2);
  refuse_line ("a\0b\n", 4);
  refuse_line (longest, sizeof longest);
}

static void
test_a_closed_descriptor_is_an_error (void)
{
  int fd = pipe_with ("x", 1);
  g_autoptr (GError) error = NULL;

  close (fd);
  g_assert_null (tj_secret_new_from_fd (fd, &error));
  g_assert_error (error, TJ_VAULT_ERROR, TJ_VAULT_ERROR_IO);
}

static void
test_core_dumps_are_forbidden_for_good (void)
{
  struct rlimit now;
  g_autoptr (GError) error = NULL;

  g_assert_true (tj_process_forbid_core_dumps (&error));
  g_assert_no_error (error);
  g_assert_no_errno (getrlimit (RLIMIT_CORE, &now));
  g_assert_cmpuint (now.rlim_cur, ==, 0);
  g_assert_cmpuint (now.rlim_max, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/secret/memory-is-locked", test_memory_is_locked);
  g_test_add_func ("/vault/secret/memory-goes-with-the-last-reference",
                   test_memory_goes_with_the_last_reference);
  g_test_add_func ("/vault/secret/text-ends-in-a-nul-that-is-not-counted",
                   test_text_ends_in_a_nul_that_is_not_counted);
  g_test_add_func ("/vault/secret/random-secrets-differ", test_random_secrets_differ);
  g_test_add_func ("/vault/secret/a-line-is-read-without-its-newline",
                   test_a_line_is_read_without_its_newline);
  g_test_add_func ("/vault/secret/the-next-line-stays-in-the-pipe",
                   test_the_next_line_stays_in_the_pipe);
  g_test_add_func ("/vault/secret/what-is-no-passphrase-is-refused",
                   test_what_is_no_passphrase_is_refused);
  g_test_add_func ("/vault/secret/a-closed-descriptor-is-an-error",
                   test_a_closed_descriptor_is_an_error);
  g_test_add_func ("/vault/process/core-dumps-are-forbidden-for-good",
                   test_core_dumps_are_forbidden_for_good);
  return g_test_run ();
}
