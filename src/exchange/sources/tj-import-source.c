/* The sources that can be imported. A new one is a table of fields and an apply function in a file
 * of its own, and a line here. */

#include "config.h"

#include "tj-import-source.h"

#include <string.h>

static const TjImportSource *const sources[] = {
  &tj_import_source_ist,        &tj_import_source_population,
  &tj_import_source_vux,        &tj_import_source_studiebevis,
  &tj_import_source_ib,         &tj_import_source_admission,
  &tj_import_source_enrolments, &tj_import_source_school_reports,
  &tj_import_source_invoices,   &tj_import_source_contacts,
  &tj_import_source_prices,
};

/**
 * tj_import_source_find:
 * @id: (nullable): as on the command line
 *
 * Returns: (transfer none) (nullable): the source, or NULL
 */
const TjImportSource *
tj_import_source_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    if (id != NULL && strcmp (sources[i]->id, id) == 0)
      return sources[i];
  return NULL;
}

/**
 * tj_import_source_list_ids:
 *
 * Returns: (transfer none): the ids of all sources, NULL-terminated
 */
const char *const *
tj_import_source_list_ids (void)
{
  static const char *ids[G_N_ELEMENTS (sources) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    ids[i] = sources[i]->id;
  return ids;
}
