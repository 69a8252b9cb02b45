/* What a reconciliation needs in the register: the lists of the sample municipality. */

#include "config.h"

#include "reconciliation-driver.h"

#include "import-driver.h"
#include "tj-import.h"

static void
import_list (UiFixture *fixture, const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("imports/%s.csv", source);
  g_autofree char *path = import_fixture_path (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TjImport) import = tj_import_new (tj_context_get_store (fixture->context), source,
                                               tj_context_get_today (fixture->context));
  g_autoptr (TjImportReport) report = NULL;

  tj_import_read_file (import, file, NULL, &error);
  g_assert_no_error (error);
  report = tj_import_apply (import, FALSE, NULL, &error);
  g_assert_no_error (error);
}

void
reconciliation_import_lists (UiFixture *fixture)
{
  static const char *const sources[]
      = { "population", "ist", "enrolments", "vux", "studiebevis", "admission", "invoices" };

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    import_list (fixture, sources[i]);
}
