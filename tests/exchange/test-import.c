/* The path that all lists take: any encoding, all or nothing, and no personal data in messages. */

#include "config.h"

#include "import-fixture.h"
#include "tj-undo.h"

#include <string.h>

#define LIST                                                                                       \
  "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Postort;Registreringsdatum\r\n" ESTER      \
  ";Nilsson;Ester;Ånäsvägen 1;543 30;Tibro;2026-07-01\r\n" LIAM                                    \
  ";Söderlund;Liam;Kyrkogatan 2;543 31;Tibro;2026-11-07\r\n"

/* The list in another encoding, with its mark in front. */
static GBytes *
encode (const char *text, const char *charset, const char *mark, gsize mark_length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *converted = NULL;
  gsize size;

  converted = g_convert (text, -1, charset, "UTF-8", NULL, &size, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *)mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *)converted, size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static TjImportReport *
preview_bytes (Fixture *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImport) import = tj_import_new (self->store, "ist", self->today);
  TjImportReport *report;

  tj_import_read_bytes (import, bytes, NULL, &error);
  g_assert_no_error (error);
  report = tj_import_apply (import, TRUE, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
test_encodings (Fixture *self)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize length;
  } encodings[] = {
    { "UTF-8", "", 0 },    { "UTF-8", "\xEF\xBB\xBF", 3 },
    { "UTF-16LE", "", 0 }, { "UTF-16LE", "\xFF\xFE", 2 },
    { "UTF-16BE", "", 0 }, { "UTF-16BE", "\xFE\xFF", 2 },
    { "CP1252", "", 0 },   { "ISO-8859-1", "", 0 },
  };
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", LIST);

  assert_counts (first, 2, 0, 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GBytes) bytes
          = encode (LIST, encodings[i].charset, encodings[i].mark, encodings[i].length);
      g_autoptr (TjImportReport) report = preview_bytes (self, bytes);

      assert_counts (report, 0, 0, 2, 0);
    }
}

static void
test_delimiters (Fixture *self)
{
  static const char *const delimiters[] = { ";", ",", "\t" };
  static const char *const ends[] = { "\r\n", "\n", "\r" };
  g_autoptr (TjImportReport) first = fixture_import (self, "ist", LIST);

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ends); j++)
      {
        g_autoptr (GString) text = g_string_new (LIST);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (TjImportReport) report = NULL;

        g_string_replace (text, ";", delimiters[i], 0);
        g_string_replace (text, "\r\n", ends[j], 0);
        bytes = g_bytes_new (text->str, text->len);
        report = preview_bytes (self, bytes);
        assert_counts (report, 0, 0, 2, 0);
      }
}

static void
test_nuls (Fixture *self)
{
  g_autoptr (GByteArray) list = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TjImportReport) report = NULL;

  g_byte_array_append (list, (const guint8 *)LIST, strlen (LIST));
  g_byte_array_append (list, (const guint8 *)"\0\0", 2);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&list));
  report = preview_bytes (self, bytes);
  assert_warned (report, 0, "", "NUL");
  assert_counts (report, 2, 0, 0, 0);
}

static void
test_ragged (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist",
      "Personnummer;Efternamn;Förnamn;Gatuadress;Orsak;;\n" ESTER ";Nilsson;Ester;\"Storgatan 1\n"
      "lgh 2\"\n" LIAM ";Ek;Liam;Storgatan 1;Studiebevis;;;;\n");
  g_autoptr (TjYouth) youth = fixture_load (self, ESTER);

  assert_counts (report, 2, 0, 0, 0);
  assert_warned (report, 2, "", "fewer cells");
  g_assert_cmpstr (tj_youth_get_street (youth), ==, "Storgatan 1 lgh 2");
}

static void
test_title_above (Fixture *self)
{
  g_autoptr (TjImportReport) report
      = fixture_import (self, "ist",
                        "Åtgärdas;;\r\nUtskrift 2026-11-18;;\r\n\r\nPnr;Namn;Skola\r\n" ESTER
                        ";Nilsson, Ester;NTI\r\n");

  assert_counts (report, 1, 0, 0, 0);
  assert_warned (report, 4, "", "headings were found on this row");
}

static GBytes *
load_workbook (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("TJ_TEST_FIXTURES"), "workbooks", name, NULL);
  char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static void
assert_not_warned (TjImportReport *report, const char *part)
{
  guint n;
  const TjImportIssue *warnings = tj_import_report_get_warnings (report, &n);

  for (guint i = 0; i < n; i++)
    g_assert_null (strstr (warnings[i].reason, part));
}

/* Its third row ends before the last heading that is read, as nothing is written of an empty cell. */
static void
test_workbook (Fixture *self)
{
  g_autoptr (GBytes) bytes = load_workbook ("libreoffice.xlsx");
  g_autoptr (TjImportReport) report = preview_bytes (self, bytes);
  guint n;
  const TjImportOutcome *outcomes = tj_import_report_get_outcomes (report, &n);

  assert_counts (report, 3, 0, 0, 0);
  assert_not_warned (report, "fewer cells");
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (outcomes[2].row, ==, 5);
  assert_warned (report, 3, "", "protected");
}

static void
test_long_cell (Fixture *self)
{
  g_autofree char *school = g_strnfill (32767, 'x');
  g_autofree char *text = g_strdup_printf ("Pnr;Namn;Skola\n%s;Ek, Ester;%s\n", ESTER, school);
  g_autoptr (TjImportReport) report = fixture_import (self, "ist", text);
  g_autoptr (TjRegistration) open = fixture_load_open (self, ESTER);

  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (strlen (tj_registration_get_latest_education (open)), ==, 32767);
}

static void
assert_unreadable (Fixture *self, const char *source, const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TjImport) import = tj_import_new (self->store, source, self->today);

  g_assert_false (tj_import_read_bytes (import, bytes, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, code);
  g_assert_null (tj_import_get_mapping (import));
}

static void
test_refused (Fixture *self)
{
  assert_unreadable (self, "ist", "", TJ_EXCHANGE_ERROR_EMPTY);
  assert_unreadable (self, "ist", "\n\r\n\n", TJ_EXCHANGE_ERROR_EMPTY);
  assert_unreadable (self, "ist", ESTER ";Nilsson;Ester\n", TJ_EXCHANGE_ERROR_HEADER);
  assert_unreadable (self, "ist", "Pnr;Förnamn\n", TJ_EXCHANGE_ERROR_HEADER);
  assert_unreadable (self, "contacts", "Pnr;Namn\n", TJ_EXCHANGE_ERROR_HEADER);
  assert_unreadable (self, "horoscopes", LIST, TJ_EXCHANGE_ERROR_UNKNOWN_SOURCE);
}

static void
test_only_header (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (self, "ist", "Personnummer;Namn\r\n");

  g_assert_cmpuint (tj_import_report_get_n_rows (report), ==, 0);
  assert_counts (report, 0, 0, 0, 0);
}

static void
test_dry_run (Fixture *self)
{
  g_autoptr (TjImport) import = fixture_read (self, "ist", LIST);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImportReport) preview = tj_import_apply (import, TRUE, NULL, &error);
  g_autoptr (TjImportReport) report = NULL;
  g_autofree char *name = NULL;
  guint n;

  g_assert_no_error (error);
  assert_counts (preview, 2, 0, 0, 0);
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
  name = tj_import_dup_text (import, tj_import_report_get_outcomes (preview, &n)[1].index,
                             "family-name");
  g_assert_cmpstr (name, ==, "Söderlund");

  report = tj_import_apply (import, FALSE, NULL, &error);
  g_assert_no_error (error);
  assert_counts (report, 2, 0, 0, 0);
  g_assert_cmpuint (fixture_count_youths (self), ==, 2);
}

static void
test_changed_since_preview (Fixture *self)
{
  g_autoptr (TjImport) import = fixture_read (self, "ist", LIST);
  g_autoptr (GError) error = NULL;
  g_autoptr (TjImportReport) preview = tj_import_apply (import, TRUE, NULL, &error);
  g_autoptr (TjImportReport) other
      = fixture_import (self, "ist", "Pnr;Namn\n" ESTER ";Nilsson, Ester\n");

  g_assert_null (tj_import_apply (import, FALSE, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_CHANGED);
  g_assert_cmpuint (fixture_count_youths (self), ==, 1);
}

static void
test_cancel (Fixture *self)
{
  g_autoptr (TjImport) import = fixture_read (self, "ist", LIST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tj_import_apply (import, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
}

typedef struct
{
  guint n;
  double latest;
  GCancellable *cancel_when_halfway;
} Told;

static void
note_progress (double fraction, gpointer user_data)
{
  Told *told = user_data;

  g_assert_cmpfloat (fraction, >=, told->latest);
  g_assert_cmpfloat (fraction, <=, 1);
  told->n++;
  told->latest = fraction;
  if (fraction > 0.5)
    g_cancellable_cancel (told->cancel_when_halfway);
}

static char *
make_long_list (guint n_rows)
{
  GString *list = g_string_new ("Pnr;Namn\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (list, "%u;Nobody\n", i);
  return g_string_free (list, FALSE);
}

static void
test_progress (Fixture *self)
{
  g_autofree char *list = make_long_list (2000);
  g_autoptr (TjImport) import = fixture_read (self, "ist", list);
  g_autoptr (TjImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  tj_import_set_progress (import, note_progress, &told, NULL);
  report = tj_import_apply (import, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told.n, >, 4);
  g_assert_cmpfloat (told.latest, ==, 1);
}

static void
test_cancel_on_the_way (Fixture *self)
{
  g_autofree char *list = make_long_list (2000);
  g_autoptr (TjImport) import = fixture_read (self, "ist", list);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Told told = { .cancel_when_halfway = cancellable };

  tj_import_set_progress (import, note_progress, &told, NULL);
  g_assert_null (tj_import_apply (import, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (told.latest, <, 0.9);
}

static void
test_cancel_reading (Fixture *self)
{
  g_autoptr (TjImport) import = tj_import_new (self->store, "ist", self->today);
  g_autoptr (GBytes) bytes = g_bytes_new_static (LIST, strlen (LIST));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tj_import_read_bytes (import, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (tj_import_get_table (import));
}

static void
test_undo (Fixture *self)
{
  g_autoptr (TjImportReport) report = fixture_import (self, "ist", LIST);
  g_autoptr (TjRegistration) open = NULL;
  g_autoptr (GError) error = NULL;

  tj_undo (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_youths (self), ==, 0);
  tj_redo (self->store, &error);
  g_assert_no_error (error);
  open = fixture_load_open (self, LIAM);
  g_assert_nonnull (open);
}

static void
test_no_personal_data (Fixture *self)
{
  static const char *const secrets[]
      = { "Kanariefågel", "Ester", "2007", "0701", "Ånäs", "kalle@", "hemlig" };
  g_autoptr (TjImportReport) report = fixture_import (
      self, "ist",
      "Personnummer;Efternamn;Förnamn;Gatuadress;Postnummer;Mejl;Registreringsdatum\n"
      "200701032386;Kanariefågel;Ester;Ånäsvägen 1;hemlig;kalle@;hemlig\n"
      "7,01E+08;Kanariefågel;Ester;Ånäsvägen 1;hemlig;kalle@;hemlig\n" ESTER
      ";Kanariefågel;Ester;Ånäsvägen 1;hemlig;kalle@;hemlig\n" ESTER
      ";Kanariefågel;Ester;Ånäsvägen 1;hemlig;kalle@;\n" ESTER ";Kanariefågel;Ester;;;;\n");
  guint n_rejected, n_warnings;
  const TjImportIssue *rejected = tj_import_report_get_rejected (report, &n_rejected);
  const TjImportIssue *warnings = tj_import_report_get_warnings (report, &n_warnings);

  g_assert_cmpuint (n_rejected, ==, 4);
  g_assert_cmpuint (n_warnings, >=, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      for (guint j = 0; j < n_rejected; j++)
        g_assert_null (strstr (rejected[j].reason, secrets[i]));
      for (guint j = 0; j < n_warnings; j++)
        g_assert_null (strstr (warnings[j].reason, secrets[i]));
    }
}

static void
test_files (Fixture *self)
{
  g_autoptr (TjImport) import = tj_import_new (self->store, "ist", self->today);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/Kanariefågel.csv");
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (tj_import_read_file (import, missing, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO);
  g_assert_null (strstr (error->message, "Kanariefågel"));
  g_clear_error (&error);
  g_assert_false (tj_import_read_file (import, folder, NULL, &error));
  g_assert_error (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_IO);
}

static void
test_sources (void)
{
  const char *const *ids = tj_import_list_sources ();

  g_assert_true (g_strv_contains (ids, "ist"));
  g_assert_true (g_strv_contains (ids, "contacts"));
  for (; *ids != NULL; ids++)
    g_assert_nonnull (tj_import_get_source_label (*ids));
  g_assert_null (tj_import_get_source_label ("horoscopes"));
}

/* A heading that two fields claim would go to one of them by chance. */
static void
test_headings_are_distinct (void)
{
  for (const char *const *id = tj_import_list_sources (); *id != NULL; id++)
    {
      const TjImportSource *source = tj_import_source_find (*id);
      g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint field = 0; field < source->n_fields; field++)
        {
          g_auto (GStrv) words = g_strsplit (source->fields[field].headings, "|", -1);

          for (guint i = 0; words[i] != NULL; i++)
            {
              char *folded = tj_heading_fold (words[i], -1);
              gpointer owner = g_hash_table_lookup (owners, folded);

              if (owner != NULL)
                g_assert_cmpuint (GPOINTER_TO_UINT (owner) - 1, ==, field);
              g_hash_table_insert (owners, folded, GUINT_TO_POINTER (field + 1));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/exchange/import/all-encodings-say-the-same", test_encodings);
  fixture_add_test ("/exchange/import/all-delimiters-and-line-ends-say-the-same", test_delimiters);
  fixture_add_test ("/exchange/import/nuls-are-taken-out-and-told", test_nuls);
  fixture_add_test ("/exchange/import/ragged-rows-and-quoted-line-breaks", test_ragged);
  fixture_add_test ("/exchange/import/a-title-above-the-headings-is-told", test_title_above);
  fixture_add_test ("/exchange/import/a-workbook-is-a-list-like-others", test_workbook);
  fixture_add_test ("/exchange/import/the-longest-cell-arrives-whole", test_long_cell);
  fixture_add_test ("/exchange/import/what-is-no-such-list-is-refused", test_refused);
  fixture_add_test ("/exchange/import/only-a-header-is-a-list-of-nobody", test_only_header);
  fixture_add_test ("/exchange/import/a-dry-run-tells-all-and-leaves-nothing", test_dry_run);
  fixture_add_test ("/exchange/import/another-outcome-than-the-preview-is-refused",
                    test_changed_since_preview);
  fixture_add_test ("/exchange/import/cancelled-leaves-nothing", test_cancel);
  fixture_add_test ("/exchange/import/progress-is-told-from-start-to-end", test_progress);
  fixture_add_test ("/exchange/import/cancelled-on-the-way-ends-there", test_cancel_on_the_way);
  fixture_add_test ("/exchange/import/cancelled-reading-leaves-no-list", test_cancel_reading);
  fixture_add_test ("/exchange/import/a-run-is-undone-and-redone", test_undo);
  fixture_add_test ("/exchange/import/messages-hold-no-cell", test_no_personal_data);
  fixture_add_test ("/exchange/import/a-file-that-cannot-be-read-is-not-named", test_files);
  g_test_add_func ("/exchange/import/sources-have-names", test_sources);
  g_test_add_func ("/exchange/import/no-heading-has-two-meanings", test_headings_are_distinct);
  return g_test_run ();
}
