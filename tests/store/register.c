/* What the tests of the store share: a real encrypted register in a folder of its own, a routine
 * of two steps, and youths whose numbers are official test numbers. */

#include "config.h"

#include "register.h"

#include <glib/gstdio.h>
#include <string.h>

const guint8 register_key[TJ_STORE_KEY_BYTES]
    = { 1, 2, 3, 4, 5, 6, 7, 8, 0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0xf6, 0x17, 0x28, 99 };
const guint8 register_audit_key[TJ_STORE_KEY_BYTES] = { 7, 7, 7 };

TjDate
day (const char *iso)
{
  TjDate date = tj_date_parse (iso);

  g_assert_cmpuint (date, !=, TJ_DATE_NONE);
  return date;
}

static TjPeriod
period (const char *iso)
{
  TjPeriod value;

  g_assert_true (tj_period_parse (iso, &value));
  return value;
}

/* Text message within a week, a letter within two. */
TjRoutine *
register_new_routine (void)
{
  TjRoutine *routine = tj_routine_new ("test", "Test");
  TjRoutineTrack *track = tj_routine_add_track (routine, "all");
  TjRoutineStep *step = tj_routine_track_add_step (track, "first-contact");

  track->backgrounds = (1u << TJ_N_BACKGROUNDS) - 1;
  step->anchor = TJ_ANCHOR_REGISTRATION;
  step->offset = period ("P1W");
  step->channels = 1u << TJ_CHANNEL_SMS | 1u << TJ_CHANNEL_PHONE;
  step = tj_routine_track_add_step (track, "brev1");
  step->anchor = TJ_ANCHOR_REGISTRATION;
  step->offset = period ("P2W");
  step->channels = 1u << TJ_CHANNEL_LETTER;
  step->letter = g_strdup ("brev1");

  routine->reliable_sources = (1u << TJ_N_SOURCES) - 1;
  for (guint i = 0; i < TJ_N_OCCUPATIONS; i++)
    routine->follow_up[i] = period ("P3M");
  return routine;
}

/* A fresh folder with an empty register that is open and has its routine. */
void
register_make (Register *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("tj-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "register.db", NULL);
  self->routine = register_new_routine ();
  self->store = tj_store_create (self->path, register_key, register_audit_key, &error);
  g_assert_no_error (error);
  tj_store_set_routine (self->store, self->routine, &error);
  g_assert_no_error (error);
}

void
register_set_up (Register *self, gconstpointer data)
{
  register_make (self);
}

void
register_close (Register *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  tj_store_close (self->store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

void
register_reopen (Register *self)
{
  g_autoptr (GError) error = NULL;

  register_close (self);
  self->store = tj_store_open (self->path, register_key, register_audit_key, &error);
  g_assert_no_error (error);
  tj_store_set_routine (self->store, self->routine, &error);
  g_assert_no_error (error);
}

void
register_tear_down (Register *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  register_close (self);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  tj_routine_free (self->routine);
  g_free (self->path);
  g_free (self->folder);
}

static void
run_test (Register *self, gconstpointer test)
{
  ((void (*) (Register *))test) (self);
}

void
register_add_test (const char *path, void (*test) (Register *))
{
  g_test_add (path, Register, (gconstpointer)test, register_set_up, run_test, register_tear_down);
}

static GStrv
load_numbers (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), "personnummer-testdata.json", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  const char *at;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  at = strstr (json, "\"skatteverket_testpersonnummer_2004_2012\"");
  while (at != NULL && (at = strstr (at, "\"pnr12\"")) != NULL)
    {
      g_autofree char *number = NULL;

      at += strcspn (at + 7, "0123456789") + 7;
      number = g_strndup (at, 12);
      if (strncmp (number, "2004", 4) < 0)
        break;
      g_strv_builder_add (numbers, number);
    }
  return g_strv_builder_end (numbers);
}

/* The i:th official test number of somebody born 2004–2012. */
const char *
test_number (guint i)
{
  static GStrv numbers;

  if (numbers == NULL)
    numbers = load_numbers ();
  g_assert_cmpuint (i, <, g_strv_length (numbers));
  return numbers[i];
}

TjYouth *
new_youth (guint i)
{
  g_autofree char *given = g_strdup_printf ("Åsa%u", i);
  TjYouth *youth = tj_youth_new ();

  tj_youth_set_personal_number (youth, test_number (i));
  tj_youth_set_given_name (youth, given);
  tj_youth_set_family_name (youth, CANARY);
  tj_youth_set_street (youth, "Storgatan 1");
  tj_youth_set_postal_code (youth, "54330");
  tj_youth_set_locality (youth, "Tibro");
  tj_youth_set_phone (youth, "070-1740605");
  return youth;
}

/* A youth registered on 2 November 2026, in a change of its own. */
gint64
add_youth (TjStore *store, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjYouth) youth = new_youth (i);
  g_autoptr (TjRegistration) registration = NULL;
  g_autoptr (TjChange) change = tj_change_begin (store, "test-add", &error);
  gint64 id;

  g_assert_no_error (error);
  id = tj_youths_insert (change, youth, &error);
  g_assert_no_error (error);
  registration = tj_registration_new (id);
  tj_registration_set_registered_on (registration, day ("2026-11-02"));
  tj_registrations_insert (change, registration, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
  return id;
}

gint64
add_contact (TjStore *store, gint64 youth_id, const char *date, int channel, int outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjContact) contact = tj_contact_new (youth_id);
  g_autoptr (TjChange) change = tj_change_begin (store, "contact", &error);
  gint64 id;

  g_assert_no_error (error);
  tj_contact_set_date (contact, day (date));
  tj_contact_set_channel (contact, channel);
  tj_contact_set_outcome (contact, outcome);
  id = tj_contacts_insert (change, contact, &error);
  g_assert_no_error (error);
  tj_change_commit (change, &error);
  g_assert_no_error (error);
  return id;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Names and contents of everything in the folder, as one word. */
char *
hash_folder (const char *folder)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *bytes = NULL;
      gsize n;

      g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
      g_checksum_update (checksum, names->pdata[i], -1);
      g_checksum_update (checksum, (const guint8 *)bytes, (gssize)n);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

void
flip_byte (const char *path, goffset offset)
{
  FILE *file = g_fopen (path, "r+b");
  int byte;

  g_assert_nonnull (file);
  g_assert_no_errno (fseek (file, offset, SEEK_SET));
  byte = fgetc (file);
  g_assert_cmpint (byte, !=, EOF);
  g_assert_no_errno (fseek (file, offset, SEEK_SET));
  fputc (byte ^ 0x01, file);
  g_assert_no_errno (fclose (file));
}
