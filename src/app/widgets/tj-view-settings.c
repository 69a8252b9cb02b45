/* How things stand on this workstation: sizes, columns. Nothing of a register or a person. */

#include "config.h"

#include "tj-view-settings.h"

/* The settings; NULL when their schema is not installed, as for a program run from its build folder:
 * everything then stands as usual and is not remembered. */
GSettings *
tj_view_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL ? g_settings_new (APP_ID) : NULL;
}
