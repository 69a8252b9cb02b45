/* A finished PDF taken apart by qpdf (its JSON, version 2), so that what the program wrote is read
 * back by another's parser, streams decoded. */

#include "config.h"

#include "pdf-objects.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *
write_input (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("tj-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return path;
}

/* Runs qpdf; a warning of its own fails the test. */
static char *
run_qpdf (const char *path, const char *const *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_strv_builder_add (builder, "qpdf");
  g_strv_builder_addv (builder, (const char **)options);
  g_strv_builder_add (builder, path);
  arguments = g_strv_builder_end (builder);
  process
      = g_subprocess_newv ((const char *const *)arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return output;
}

PdfObjects *
pdf_objects_load (GBytes *pdf)
{
  static const char *const check[] = { "--check", NULL };
  static const char *const dump[] = { "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                                      "--decode-level=generalized", NULL };
  PdfObjects *self = g_new0 (PdfObjects, 1);
  g_autofree char *path = write_input (pdf);
  g_autofree char *verdict = run_qpdf (path, check);
  g_autofree char *json = run_qpdf (path, dump);
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  g_unlink (path);
  self->parser = json_parser_new ();
  json_parser_load_from_data (self->parser, json, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (self->parser));
  self->objects = json_array_get_object_element (json_object_get_array_member (root, "qpdf"), 1);
  return self;
}

void
pdf_objects_free (PdfObjects *self)
{
  g_object_unref (self->parser);
  g_free (self);
}

JsonObject *
pdf_objects_get_trailer (PdfObjects *self)
{
  return json_object_get_object_member (json_object_get_object_member (self->objects, "trailer"),
                                        "value");
}

JsonObject *
pdf_objects_get_catalog (PdfObjects *self)
{
  return pdf_objects_get_dict (self, pdf_objects_get_trailer (self), "/Root");
}

static JsonObject *
find_entry (PdfObjects *self, JsonNode *reference)
{
  g_autofree char *key = g_strconcat ("obj:", json_node_get_string (reference), NULL);

  g_assert_true (json_object_has_member (self->objects, key));
  return json_object_get_object_member (self->objects, key);
}

static gboolean
is_reference (JsonNode *node)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  return text != NULL && g_ascii_isdigit (text[0]) && g_str_has_suffix (text, " R");
}

/* The value that @node is or refers to; of a stream, its dictionary. */
JsonNode *
pdf_objects_resolve (PdfObjects *self, JsonNode *node)
{
  JsonObject *entry;

  if (!is_reference (node))
    return node;
  entry = find_entry (self, node);
  if (json_object_has_member (entry, "stream"))
    return json_object_get_member (json_object_get_object_member (entry, "stream"), "dict");
  return json_object_get_member (entry, "value");
}

static JsonNode *
get_member (PdfObjects *self, JsonObject *dict, const char *key)
{
  if (!json_object_has_member (dict, key))
    g_error ("%s is missing", key);
  return pdf_objects_resolve (self, json_object_get_member (dict, key));
}

JsonObject *
pdf_objects_get_dict (PdfObjects *self, JsonObject *dict, const char *key)
{
  return json_node_get_object (get_member (self, dict, key));
}

JsonArray *
pdf_objects_get_array (PdfObjects *self, JsonObject *dict, const char *key)
{
  return json_node_get_array (get_member (self, dict, key));
}

/* A name with its slash, or a string without qpdf's mark for its encoding. */
const char *
pdf_objects_get_text (PdfObjects *self, JsonObject *dict, const char *key)
{
  const char *text = json_node_get_string (get_member (self, dict, key));

  return g_str_has_prefix (text, "u:") ? text + 2 : text;
}

/* Returns: (transfer full): the decoded bytes */
GBytes *
pdf_objects_get_stream (PdfObjects *self, JsonNode *reference)
{
  JsonObject *stream = json_object_get_object_member (find_entry (self, reference), "stream");
  gsize size;
  guint8 *data = g_base64_decode (json_object_get_string_member (stream, "data"), &size);

  return g_bytes_new_take (data, size);
}

/* Returns: (transfer container) (element-type utf8): the pages' references, in order */
GPtrArray *
pdf_objects_list_pages (PdfObjects *self)
{
  GPtrArray *pages = g_ptr_array_new ();
  JsonObject *tree = pdf_objects_get_dict (self, pdf_objects_get_catalog (self), "/Pages");
  JsonArray *kids = pdf_objects_get_array (self, tree, "/Kids");

  for (guint i = 0; i < json_array_get_length (kids); i++)
    g_ptr_array_add (pages, json_array_get_element (kids, i));
  return pages;
}

/* Returns: (transfer container) (element-type JsonObject): the dictionaries of a /Type */
GPtrArray *
pdf_objects_list_of_type (PdfObjects *self, const char *type)
{
  GPtrArray *found = g_ptr_array_new ();
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init (&iter, self->objects);
  while (json_object_iter_next (&iter, NULL, &node))
    {
      JsonObject *entry = json_node_get_object (node);
      JsonNode *value = json_object_get_member (entry, "value");
      JsonObject *dict
          = value != NULL && JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;

      if (dict != NULL && json_object_has_member (dict, "/Type")
          && g_str_equal (json_object_get_string_member (dict, "/Type"), type))
        g_ptr_array_add (found, dict);
    }
  return found;
}
