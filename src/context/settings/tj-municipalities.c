/* Sweden's 290 municipalities, from SCB's list carried as a resource: code and name. */

#include "config.h"

#include "tj-municipalities.h"

#include <gio/gio.h>

#define RESOURCE "/se/tjugo/Tjugo/codes/municipalities.csv"

static GStrv
new_lines (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data, size);
  return g_strsplit (text, "\n", -1);
}

static void
take_name (const char *code, const char *name, gpointer user_data)
{
  gpointer *search = user_data;

  if (g_str_equal (code, search[0]))
    search[1] = g_strdup (name);
}

/**
 * tj_municipalities_foreach: calls `func` with each municipality's code of four digits and full
 * name ("Tibro kommun"), in the order of the codes.
 */
void
tj_municipalities_foreach (TjMunicipalityFunc func, gpointer user_data)
{
  g_auto (GStrv) lines = new_lines ();

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 3);

      if (g_strv_length (cells) == 3)
        func (cells[0], cells[1], user_data);
    }
}

/**
 * tj_municipalities_dup_name: the full name of the municipality with SCB's code `code`, or NULL
 * when there is none.
 */
char *
tj_municipalities_dup_name (const char *code)
{
  gpointer search[2] = { (gpointer)code, NULL };

  g_return_val_if_fail (code != NULL, NULL);
  tj_municipalities_foreach (take_name, search);
  return search[1];
}
