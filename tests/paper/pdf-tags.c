/* Reads the tags of a finished PDF back and holds them to what PDF/UA-1 asks of every document
 * (ISO 14289-1, 7.1–7.6): everything drawn is tagged or an artifact, the parent tree leads from each
 * content to its element and back, and elements stand where they may. */

#include "config.h"

#include "pdf-tags.h"

#include <stdlib.h>
#include <string.h>

/* What a page's operators showed. */
typedef struct
{
  GArray *numbers;
  guint artifacts;
} Marks;

char *
pdf_tags_get_content (PdfObjects *objects, JsonObject *page)
{
  JsonArray *streams = pdf_objects_get_array (objects, page, "/Contents");
  GString *content = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (streams); i++)
    {
      g_autoptr (GBytes) bytes
          = pdf_objects_get_stream (objects, json_array_get_element (streams, i));

      g_string_append_len (content, g_bytes_get_data (bytes, NULL),
                           (gssize)g_bytes_get_size (bytes));
      g_string_append_c (content, '\n');
    }
  return g_string_free (content, FALSE);
}

static gboolean
draws (const char *line)
{
  static const char *const operators[] = { "TJ", "Tj", "f", "S", "re", "l", "m", "Do", NULL };
  const char *space = strrchr (line, ' ');
  const char *array = strrchr (line, ']');
  const char *last = space != NULL ? space + 1 : line;

  if (array != NULL && array >= last)
    last = array + 1;
  if (g_str_has_suffix (line, ">Tj"))
    return TRUE;
  return g_strv_contains (operators, last);
}

/* Our streams have one operator a line. Depth 1 is a tagged content or an artifact, depth 2 a Span
 * within it. */
static Marks
read_marks (const char *content)
{
  Marks marks = { g_array_new (FALSE, FALSE, sizeof (int)), 0 };
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  int depth = 0;
  gboolean in_text = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const char *number = strstr (line, "/MCID ");

      if (g_str_has_suffix (line, "BDC"))
        {
          int value = number != NULL ? atoi (number + 6) : -1;

          g_assert_cmpint (depth, ==, g_str_has_prefix (line, "/Span") ? 1 : 0);
          g_assert_true (in_text == (depth == 1));
          if (number != NULL)
            g_array_append_val (marks.numbers, value);
          marks.artifacts += g_str_has_prefix (line, "/Artifact");
          g_assert_true (depth == 1 || number != NULL || g_str_has_prefix (line, "/Artifact"));
          depth++;
        }
      else if (g_str_equal (line, "EMC"))
        depth--;
      else if (g_str_equal (line, "BT") || g_str_equal (line, "ET"))
        in_text = g_str_equal (line, "BT");
      else if (draws (line))
        g_assert_cmpint (depth, >, 0);
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
  return marks;
}

void
pdf_tags_assert_page_is_marked (PdfObjects *objects, JsonObject *page)
{
  g_autofree char *content = pdf_tags_get_content (objects, page);
  Marks marks = read_marks (content);

  g_assert_cmpuint (marks.artifacts, >=, 2);
  for (guint i = 0; i < marks.numbers->len; i++)
    g_assert_cmpint (g_array_index (marks.numbers, int, i), ==, i);
  g_array_unref (marks.numbers);
}

/* The array of the parent tree for the page with @key. */
static JsonArray *
get_parents (PdfObjects *objects, gint64 key)
{
  JsonObject *root
      = pdf_objects_get_dict (objects, pdf_objects_get_catalog (objects), "/StructTreeRoot");
  JsonArray *nums = pdf_objects_get_array (
      objects, pdf_objects_get_dict (objects, root, "/ParentTree"), "/Nums");

  for (guint i = 0; i + 1 < json_array_get_length (nums); i += 2)
    if (json_array_get_int_element (nums, i) == key)
      return json_node_get_array (
          pdf_objects_resolve (objects, json_array_get_element (nums, i + 1)));
  g_assert_not_reached ();
}

static gboolean
kid_is (PdfObjects *objects, JsonNode *kid, JsonObject *element, const char *page, int number)
{
  JsonNode *value = pdf_objects_resolve (objects, kid);
  JsonObject *reference;

  if (JSON_NODE_HOLDS_VALUE (kid) && json_node_get_value_type (kid) == G_TYPE_INT64)
    return json_node_get_int (kid) == number
           && g_str_equal (json_object_get_string_member (element, "/Pg"), page);
  reference = json_node_get_object (value);
  return json_object_has_member (reference, "/MCID")
         && json_object_get_int_member (reference, "/MCID") == number
         && g_str_equal (json_object_get_string_member (reference, "/Pg"), page);
}

static gboolean
has_kid (PdfObjects *objects, JsonObject *element, const char *page, int number)
{
  JsonNode *kids = json_object_get_member (element, "/K");
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (kids))
    return kid_is (objects, kids, element, page, number);
  array = json_node_get_array (kids);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (kid_is (objects, json_array_get_element (array, i), element, page, number))
      return TRUE;
  return FALSE;
}

void
pdf_tags_assert_page_leads_to_elements (PdfObjects *objects, JsonNode *reference)
{
  JsonObject *page = json_node_get_object (pdf_objects_resolve (objects, reference));
  g_autofree char *content = pdf_tags_get_content (objects, page);
  Marks marks = read_marks (content);
  JsonArray *parents = get_parents (objects, json_object_get_int_member (page, "/StructParents"));

  g_assert_cmpuint (json_array_get_length (parents), ==, marks.numbers->len);
  for (guint i = 0; i < marks.numbers->len; i++)
    {
      JsonObject *element = json_node_get_object (
          pdf_objects_resolve (objects, json_array_get_element (parents, i)));

      g_assert_true (has_kid (objects, element, json_node_get_string (reference), (int)i));
    }
  g_array_unref (marks.numbers);
}

static const char *
get_type (JsonObject *element)
{
  return json_object_get_string_member (element, "/S");
}

/* Which elements may stand in which: the few that letters, sheets and reports use. */
static gboolean
may_hold (const char *parent, const char *kid)
{
  static const struct
  {
    const char *parent;
    const char *kids[10];
  } rules[] = {
    { "/Document",
      { "/Part", "/P", "/H1", "/H2", "/H3", "/L", "/Table", "/TOC", "/Figure", NULL } },
    { "/Part", { "/P", "/H1", "/H2", "/L", NULL } },
    { "/L", { "/LI", NULL } },
    { "/LI", { "/Lbl", "/LBody", NULL } },
    { "/TOC", { "/TOCI", NULL } },
    { "/TOCI", { "/Reference", NULL } },
    { "/Reference", { "/Link", NULL } },
    { "/Table", { "/Caption", "/THead", "/TBody", NULL } },
    { "/THead", { "/TR", NULL } },
    { "/TBody", { "/TR", NULL } },
    { "/TR", { "/TH", "/TD", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].parent, parent))
      return g_strv_contains (rules[i].kids, kid);
  return FALSE;
}

static void walk (PdfObjects *objects, JsonNode *reference, GString *order);

static void
walk_kid (PdfObjects *objects, JsonNode *parent, JsonNode *kid, GString *order)
{
  JsonObject *element = json_node_get_object (pdf_objects_resolve (objects, parent));
  JsonNode *value = pdf_objects_resolve (objects, kid);
  JsonObject *dict;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return;
  dict = json_node_get_object (value);
  if (!json_object_has_member (dict, "/S"))
    return;
  g_assert_cmpstr (json_object_get_string_member (dict, "/P"), ==, json_node_get_string (parent));
  if (!may_hold (get_type (element), get_type (dict)))
    g_error ("%s stands in %s", get_type (dict), get_type (element));
  walk (objects, kid, order);
}

static void
walk (PdfObjects *objects, JsonNode *reference, GString *order)
{
  JsonObject *element = json_node_get_object (pdf_objects_resolve (objects, reference));
  JsonNode *kids;

  g_string_append (order, get_type (element));
  if (!json_object_has_member (element, "/K"))
    {
      g_assert_true (g_str_equal (get_type (element), "/TD")
                     || g_str_equal (get_type (element), "/TH"));
      return;
    }
  kids = json_object_get_member (element, "/K");
  if (!JSON_NODE_HOLDS_ARRAY (kids))
    {
      walk_kid (objects, reference, kids, order);
      return;
    }
  g_assert_cmpuint (json_array_get_length (json_node_get_array (kids)), >, 0);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (kids)); i++)
    walk_kid (objects, reference, json_array_get_element (json_node_get_array (kids), i), order);
}

char *
pdf_tags_read_order (PdfObjects *objects)
{
  JsonObject *root
      = pdf_objects_get_dict (objects, pdf_objects_get_catalog (objects), "/StructTreeRoot");
  GString *order = g_string_new (NULL);

  walk (objects, json_object_get_member (root, "/K"), order);
  return g_string_free (order, FALSE);
}

guint
pdf_tags_count (const char *text, const char *part)
{
  g_auto (GStrv) parts = g_strsplit (text, part, -1);

  return g_strv_length (parts) - 1;
}
