/* What stands in a form, as texts by the names of its rows: to keep as a draft, and to bring
 * together with what the register has meanwhile. A draft holds what stood there to begin with
 * beside what was made of it, so that only what somebody wrote comes back and not what was merely
 * shown. */

#include "config.h"

#include "tj-form-texts.h"

#include <glib/gi18n.h>

static TjFormTexts *
new_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

TjFormTexts *
tj_form_texts_new (GPtrArray *rows)
{
  TjFormTexts *self = new_texts ();

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (self, g_strdup (tj_form_row_get_name (rows->pdata[i])),
                         tj_form_row_dup_text (rows->pdata[i]));
  return self;
}

/* Whether the row holds something else than is kept here. */
gboolean
tj_form_texts_differ (TjFormTexts *self, TjFormRow *row)
{
  const char *kept = g_hash_table_lookup (self, tj_form_row_get_name (row));
  g_autofree char *text = tj_form_row_dup_text (row);

  return g_strcmp0 (kept, text) != 0;
}

static const char *
look_up (TjFormTexts *self, const char *name)
{
  const char *text = g_hash_table_lookup (self, name);

  return text != NULL ? text : "";
}

/* A new string with both, for the draft. */
char *
tj_form_texts_write (TjFormTexts *base, TjFormTexts *now)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) draft = NULL;
  GHashTableIter iter;
  gpointer name, text;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_variant_builder_add (&builder, "{s(ss)}", name, look_up (base, name), text);
  draft = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (draft, FALSE);
}

/* FALSE for what is no draft of ours. */
gboolean
tj_form_texts_read (const char *draft, TjFormTexts **base, TjFormTexts **now)
{
  g_autoptr (GVariant) read
      = g_variant_parse (G_VARIANT_TYPE ("a{s(ss)}"), draft, NULL, NULL, NULL);
  GVariantIter iter;
  const char *name, *was, *is;

  if (read == NULL)
    return FALSE;

  *base = new_texts ();
  *now = new_texts ();
  g_variant_iter_init (&iter, read);
  while (g_variant_iter_next (&iter, "{&s(&s&s)}", &name, &was, &is))
    {
      g_hash_table_insert (*base, g_strdup (name), g_strdup (was));
      g_hash_table_insert (*now, g_strdup (name), g_strdup (is));
    }
  return TRUE;
}

/* Puts what somebody made of `base` back into the one row, which holds what the register has now.
 * Adds to `others` what somebody else made of it meanwhile. */
static void
merge_row (TjFormRow *row, const char *base, const char *mine, GString *others)
{
  g_autofree char *theirs = tj_form_row_dup_text (row);
  g_autofree char *shown = tj_form_row_dup_shown (row);

  if (g_strcmp0 (theirs, base) != 0 && g_strcmp0 (theirs, mine) != 0)
    g_string_append_printf (others, "%s%s: %s", others->len > 0 ? "\n" : "",
                            tj_form_row_get_title (row), *shown != '\0' ? shown : _ ("emptied"));
  if (g_strcmp0 (mine, base) != 0)
    tj_form_row_set_text (row, mine);
}

/* The rows hold what the register has now: what somebody wrote (`mine`, out of `base`) is put back
 * over it, field by field. Returns what others changed since `base`, a line for each field; empty
 * for nothing. */
char *
tj_form_texts_merge (GPtrArray *rows, TjFormTexts *base, TjFormTexts *mine)
{
  GString *others = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *name = tj_form_row_get_name (rows->pdata[i]);

      if (g_hash_table_contains (mine, name))
        merge_row (rows->pdata[i], look_up (base, name), look_up (mine, name), others);
    }
  return g_string_free (others, FALSE);
}
