/* The layouts of SCB's file: the one that the program carries, and those that the municipality has
 * made of it or of SCB's templates. They are kept in the register as one setting, and hold from a
 * half-year on until another does. */

#include "config.h"

#include "tj-scb-layout-service.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "tj-code-book-service.h"
#include "tj-setting-keys.h"
#include "tj-settings.h"

static int
compare_layouts (gconstpointer a, gconstpointer b)
{
  const TjScbLayout *one = *(TjScbLayout *const *)a, *other = *(TjScbLayout *const *)b;

  return tj_half_year_compare (one->valid_from, other->valid_from);
}

static gboolean
read_layouts (const char *text, GPtrArray *layouts, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (text, error);
  JsonArray *array;

  if (root == NULL)
    return FALSE;
  array = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *json = json_to_string (json_array_get_element (array, i), FALSE);
      TjScbLayout *layout = tj_scb_layout_read (json, -1, error);

      if (layout == NULL)
        return FALSE;
      g_ptr_array_add (layouts, layout);
    }
  return TRUE;
}

/**
 * tj_scb_layout_service_list: the municipality's own layouts, by the half-year they hold from.
 * Returns a new array of TjScbLayout that owns its elements; NULL with `error` set.
 */
GPtrArray *
tj_scb_layout_service_list (TjContext *context, GError **error)
{
  g_autoptr (GPtrArray) layouts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)tj_scb_layout_free);
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = tj_context_dup_setting (context, TJ_SETTING_SCB_LAYOUTS, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (text != NULL && *text != '\0' && !read_layouts (text, layouts, error))
    return NULL;
  g_ptr_array_sort (layouts, compare_layouts);
  return g_steal_pointer (&layouts);
}

/**
 * tj_scb_layout_service_load: the layout that holds for a half-year: of those that hold from it or
 * from an earlier one the latest, and a municipality's own before the program's; before all of them
 * the first. Returns a new layout; NULL with `error` set.
 */
TjScbLayout *
tj_scb_layout_service_load (TjContext *context, TjHalfYear half, GError **error)
{
  g_autoptr (GPtrArray) own = tj_scb_layout_service_list (context, error);
  g_autoptr (TjScbLayout) shipped = own != NULL ? tj_scb_layout_load_shipped (error) : NULL;
  const TjScbLayout *best = NULL;

  if (shipped == NULL)
    return NULL;
  for (guint i = 0; i < own->len; i++)
    {
      const TjScbLayout *layout = own->pdata[i];

      if (tj_half_year_compare (layout->valid_from, half) <= 0)
        best = layout;
    }
  if (tj_half_year_compare (shipped->valid_from, half) <= 0
      && (best == NULL || tj_half_year_compare (shipped->valid_from, best->valid_from) > 0))
    best = shipped;
  if (best == NULL)
    best = own->len > 0 ? own->pdata[0] : shipped;
  return tj_scb_layout_copy (best);
}

static gboolean
write_layouts (TjContext *context, GPtrArray *layouts, GError **error)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (TjChange) change = NULL;

  for (guint i = 0; i < layouts->len; i++)
    {
      g_autofree char *json = tj_scb_layout_dup_json (layouts->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", json);
    }
  g_string_append_c (text, ']');
  change = tj_change_begin (tj_context_get_store (context), "change-scb-layout", error);
  return change != NULL && tj_settings_set (change, TJ_SETTING_SCB_LAYOUTS, text->str, error)
         && tj_change_commit (change, error);
}

/**
 * tj_scb_layout_service_save: keeps a layout instead of the one that holds from the same half-year.
 * It is read back first, so that nothing is kept that cannot be. Returns FALSE with `error` set.
 */
gboolean
tj_scb_layout_service_save (TjContext *context, const TjScbLayout *layout, GError **error)
{
  g_autoptr (GPtrArray) layouts = tj_scb_layout_service_list (context, error);
  g_autofree char *json = tj_scb_layout_dup_json (layout);
  g_autoptr (TjScbLayout) kept = layouts != NULL ? tj_scb_layout_read (json, -1, error) : NULL;

  if (kept == NULL)
    return FALSE;
  for (guint i = layouts->len; i > 0; i--)
    if (tj_half_year_compare (((TjScbLayout *)layouts->pdata[i - 1])->valid_from, kept->valid_from)
        == 0)
      g_ptr_array_remove_index (layouts, i - 1);
  g_ptr_array_add (layouts, g_steal_pointer (&kept));
  g_ptr_array_sort (layouts, compare_layouts);
  return write_layouts (context, layouts, error);
}

/* A word of the municipality's own list that came after the layout. */
static TjScbCode *
add_own_word (TjContext *context, TjScbCodeList *list, const char *word, GError **error)
{
  g_autoptr (TjCodeBook) book
      = tj_code_book_service_load (context, TJ_CODE_BOOK_MEASURE_END, error);
  const char *label;

  if (book == NULL)
    return NULL;
  label = tj_code_book_find_label (book, word);
  return tj_scb_code_list_add (list, word, label != NULL ? label : word);
}

/* NULL with `error` when there is none such. */
static TjScbCode *
find_code (TjContext *context,
           TjScbLayout *layout,
           const char *list_name,
           const char *word,
           GError **error)
{
  TjScbCodeList *list = tj_scb_layout_find_list (layout, list_name);
  TjScbCode *code = list != NULL ? tj_scb_code_list_find (list, word) : NULL;
  const TjCodeList *words = list != NULL ? tj_scb_list_words (list->of) : NULL;
  int value;

  if (code != NULL)
    return code;
  if (list != NULL && words == NULL)
    return add_own_word (context, list, word, error);
  if (list != NULL && tj_code_parse (words, word, &value))
    return tj_scb_code_list_add (list, word, tj_code_label (words, value));
  tj_context_refuse (error, _ ("The layout has no such code list or word."));
  return NULL;
}

/**
 * tj_scb_layout_service_set_code: says what SCB calls a word in the layout that holds for a
 * half-year; "" takes the code away. Returns FALSE with `error` set.
 */
gboolean
tj_scb_layout_service_set_code (TjContext *context,
                                TjHalfYear half,
                                const char *list,
                                const char *word,
                                const char *value,
                                GError **error)
{
  g_autoptr (TjScbLayout) layout = tj_scb_layout_service_load (context, half, error);
  g_autofree char *stripped = g_strstrip (g_strdup (value));
  TjScbCode *code = layout != NULL ? find_code (context, layout, list, word, error) : NULL;

  if (code == NULL)
    return FALSE;
  tj_scb_code_set (code, stripped);
  return tj_scb_layout_service_save (context, layout, error);
}
