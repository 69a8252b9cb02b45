/* From the tree that a person gets as a file to what the same person reads on paper. It follows the
 * tree, not a list of its own: a member that nobody has given a label stands under its key, so that
 * what is added to the register is never left out of the extract. Rows of few members become a
 * table, rows of many become a section each. Copies of letters stay in the file. */

#include "config.h"

#include "tj-extract-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tj-action.h"

/* More members than this make a row a section of its own. */
#define MOST_COLUMNS 7

struct _TjExtractTree
{
  JsonNode *root;
  GStringChunk *strings;
  GPtrArray *blocks; /* arrays of strings and of rows */
  GArray *sections;
};

static const struct
{
  const char *key;
  const char *title;
  const char *purpose;
} lists[] = {
  { "registrations", N_ ("Registrations"), N_ ("Förordning (2006:39) 4 and 9 §§") },
  { "contacts", N_ ("Contacts and attempts"), N_ ("Förordning (2006:39) 8 §") },
  { "knowledge", N_ ("What is known without contact"), N_ ("Förordning (2006:39) 4 §") },
  { "measures", N_ ("Measures"), N_ ("Förordning (2006:39) 4 and 8 §§") },
  { "plans", N_ ("Plans"), N_ ("Förordning (2006:39) 8 §") },
  { "follow_ups", N_ ("Follow-ups"), N_ ("Förordning (2006:39) 8 §") },
  { "school_reports", N_ ("School reports"),
    N_ ("Skollagen (2010:800) 15 kap. 15 § and 18 kap. "
        "15 §") },
  { "residence", N_ ("Residence"), N_ ("Skollagen (2010:800) 29 kap. 6 and 9 §§") },
  { "enrolments", N_ ("Enrolments"),
    N_ ("Skollagen (2010:800) 16 kap. 50 and 51 §§, 29 kap. 9 §") },
  { "invoice_lines", N_ ("Invoices"), N_ ("Skollagen (2010:800) 16 kap. 50 and 51 §§") },
  { "certificates", N_ ("Degrees and certificates"), N_ ("Skollagen (2010:800) 29 kap. 9 §") },
  { "adult_studies", N_ ("Adult education"), N_ ("Skollagen (2010:800) 29 kap. 9 §") },
  { "admissions", N_ ("Admission"), N_ ("Skollagen (2010:800) 29 kap. 9 §") },
  { "proposals", N_ ("Proposals"), N_ ("Förordning (2006:39) 4 and 9 §§") },
  { "scb_deliveries", N_ ("Sent to SCB"), N_ ("Förordning (2006:39) 9 §") },
  { "letters", N_ ("Letters"), N_ ("Copies are handed out together with the extract as a file") },
  { "log", N_ ("Log"),
    N_ ("Who has read or changed what, and when (articles 5.2 and 32); "
        "instants are UTC") },
};

static const struct
{
  const char *key;
  const char *label;
} labels[] = {
  { "personal_number", N_ ("Personal number") },
  { "number_kind", N_ ("Kind of number") },
  { "birth", N_ ("Born") },
  { "given_name", N_ ("Given name") },
  { "family_name", N_ ("Family name") },
  { "care_of", N_ ("Care of") },
  { "street", N_ ("Street") },
  { "extra", N_ ("Address, further") },
  { "postal_code", N_ ("Postal code") },
  { "locality", N_ ("Locality") },
  { "phone", N_ ("Phone") },
  { "email", N_ ("E-mail") },
  { "protection", N_ ("Protection") },
  { "earlier_numbers", N_ ("Earlier numbers") },
  { "registered_on", N_ ("Registered on") },
  { "background", N_ ("Background") },
  { "latest_education", N_ ("Latest education") },
  { "deregistered_on", N_ ("Deregistered on") },
  { "reason", N_ ("Reason") },
  { "date", N_ ("Date") },
  { "channel", N_ ("Channel") },
  { "direction", N_ ("Direction") },
  { "outcome", N_ ("Outcome") },
  { "occupation", N_ ("Occupation") },
  { "note", N_ ("Note") },
  { "letter_kind", N_ ("Letter") },
  { "source", N_ ("Source") },
  { "valid_until", N_ ("Valid until") },
  { "decision", N_ ("Decision") },
  { "content", N_ ("Content") },
  { "decided_on", N_ ("Decided on") },
  { "started_on", N_ ("Started on") },
  { "ended_on", N_ ("Ended on") },
  { "stopped_on", N_ ("Stopped on") },
  { "after", N_ ("Occupation after") },
  { "activities", N_ ("Activities") },
  { "activity", N_ ("Activity") },
  { "goal", N_ ("Goal") },
  { "how", N_ ("How") },
  { "responsible", N_ ("Responsible") },
  { "result", N_ ("Result") },
  { "version", N_ ("Version") },
  { "written_on", N_ ("Written on") },
  { "youth_part", N_ ("What the youth is responsible for") },
  { "municipality_part", N_ ("What the municipality is responsible for") },
  { "other_part", N_ ("What another actor is responsible for") },
  { "starts_on", N_ ("Starts") },
  { "ends_on", N_ ("Ends") },
  { "end_reason", N_ ("Why it ended") },
  { "follow_up", N_ ("When it is followed up and evaluated") },
  { "due", N_ ("Due") },
  { "done_on", N_ ("Done on") },
  { "received_on", N_ ("Received on") },
  { "category", N_ ("Category") },
  { "diary_number", N_ ("Diary number") },
  { "school", N_ ("School") },
  { "organiser", N_ ("Organiser") },
  { "state", N_ ("State") },
  { "steps", N_ ("Handling") },
  { "municipality", N_ ("Municipality") },
  { "moved_in", N_ ("Moved in") },
  { "moved_out", N_ ("Moved out") },
  { "organiser_kind", N_ ("Kind of organiser") },
  { "in_area", N_ ("In the cooperation area") },
  { "programme", N_ ("Programme") },
  { "orientation", N_ ("Orientation") },
  { "year", N_ ("Year") },
  { "reduced", N_ ("Reduced programme") },
  { "prolonged", N_ ("Prolonged education") },
  { "agreement", N_ ("Agreement on prolonged education") },
  { "month", N_ ("Month") },
  { "invoice_number", N_ ("Invoice number") },
  { "amount_ore", N_ ("Amount in öre") },
  { "issued_on", N_ ("Issued on") },
  { "course", N_ ("Course") },
  { "level", N_ ("Level") },
  { "basis", N_ ("Basis") },
  { "proposed_on", N_ ("Proposed on") },
  { "kind", N_ ("Kind") },
  { "template_version", N_ ("Version of the text") },
  { "batch", N_ ("Batch") },
  { "half", N_ ("Half-year") },
  { "delivered_on", N_ ("Delivered on") },
  { "layout", N_ ("Layout") },
  { "cells", N_ ("Columns") },
  { "column", N_ ("Column") },
  { "value", N_ ("Value") },
  { "at", N_ ("Instant") },
  { "actor", N_ ("Who") },
  { "action", N_ ("What") },
  { "details", N_ ("Details") },
};

static const char *
get_label (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].key, key))
      return _ (labels[i].label);
  return key;
}

/* Labels of codes stand in their codes' place, copies of letters in the file alone, and what the
 * law says is the sheet's own text. */
static gboolean
is_shown (const char *key)
{
  static const char *const elsewhere[] = { "pdf_base64", "information", "extracted_on", NULL };

  return !g_str_has_suffix (key, "_label") && !g_strv_contains (elsewhere, key);
}

static gboolean
is_list_of_rows (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL
         && (json_array_get_length (array) == 0
             || JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0)));
}

static GPtrArray *
list_keys (JsonObject *row)
{
  GPtrArray *keys = g_ptr_array_new ();
  g_autoptr (GList) members = json_object_get_members (row);

  for (GList *item = members; item != NULL; item = item->next)
    if (is_shown (item->data))
      g_ptr_array_add (keys, item->data);
  return keys;
}

static void append_value (GString *out, JsonObject *row, const char *key, JsonNode *node);

static void
append_row (GString *out, JsonObject *row)
{
  g_autoptr (GPtrArray) keys = list_keys (row);
  const gsize start = out->len;

  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);

      append_value (value, row, keys->pdata[i], json_object_get_member (row, keys->pdata[i]));
      if (value->len > 0)
        g_string_append_printf (out, "%s%s: %s", out->len > start ? "; " : "",
                                get_label (keys->pdata[i]), value->str);
    }
}

static void
append_items (GString *out, JsonArray *items)
{
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);

      if (i > 0)
        g_string_append_c (out, '\n');
      if (JSON_NODE_HOLDS_OBJECT (item))
        append_row (out, json_node_get_object (item));
      else
        append_value (out, NULL, "", item);
    }
}

/* A code's label, a text, a number, or what a list holds, a line each. */
static void
append_value (GString *out, JsonObject *row, const char *key, JsonNode *node)
{
  g_autofree char *label_key = g_strconcat (key, "_label", NULL);

  if (row != NULL && json_object_has_member (row, label_key))
    node = json_object_get_member (row, label_key);
  if (JSON_NODE_HOLDS_ARRAY (node))
    append_items (out, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    append_row (out, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_NULL (node))
    return;
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_string_append (out, g_str_equal (key, "action")
                              ? tj_action_label (json_node_get_string (node))
                              : json_node_get_string (node));
  else
    {
      g_autofree char *text = json_to_string (node, FALSE);

      g_string_append (out, text);
    }
}

static const char *
keep_value (TjExtractTree *self, JsonObject *row, const char *key)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (json_object_has_member (row, key))
    append_value (value, row, key, json_object_get_member (row, key));
  return g_string_chunk_insert_const (self->strings, value->str);
}

static gpointer
keep_block (TjExtractTree *self, guint n)
{
  gpointer block = g_new0 (gpointer, MAX (n, 1));

  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
add_section (TjExtractTree *self, const TjExtractSection *section)
{
  g_array_append_vals (self->sections, section, 1);
}

/* The person's own lists: all but the earlier numbers, which are texts. */
static gboolean
has_own_section (TjExtractTree *self, JsonObject *row, const char *key)
{
  return row == json_node_get_object (self->root) && !g_str_equal (key, "earlier_numbers")
         && is_list_of_rows (json_object_get_member (row, key));
}

/* One row's members below each other. */
static void
add_facts (TjExtractTree *self, const char *title, const char *purpose, JsonObject *row)
{
  g_autoptr (GPtrArray) keys = list_keys (row);
  const char **columns = keep_block (self, 2);
  const char *const **rows = keep_block (self, keys->len);
  TjExtractSection section = { title, purpose, columns, 2, rows, 0 };

  columns[0] = _ ("Datum held");
  columns[1] = _ ("Value");
  for (guint i = 0; i < keys->len; i++)
    if (!has_own_section (self, row, keys->pdata[i]))
      {
        const char **cells = keep_block (self, 2);

        cells[0] = get_label (keys->pdata[i]);
        cells[1] = keep_value (self, row, keys->pdata[i]);
        rows[section.n_rows++] = cells;
      }
  add_section (self, &section);
}

static void
add_table (TjExtractTree *self,
           const char *title,
           const char *purpose,
           JsonArray *array,
           GPtrArray *keys)
{
  const guint n_rows = json_array_get_length (array);
  const char **columns = keep_block (self, keys->len);
  const char *const **rows = keep_block (self, n_rows);
  const TjExtractSection section = { title, purpose, columns, keys->len, rows, n_rows };

  for (guint i = 0; i < keys->len; i++)
    columns[i] = get_label (keys->pdata[i]);
  for (guint i = 0; i < n_rows; i++)
    {
      const char **cells = keep_block (self, keys->len);

      for (guint j = 0; j < keys->len; j++)
        cells[j] = keep_value (self, json_array_get_object_element (array, i), keys->pdata[j]);
      rows[i] = cells;
    }
  add_section (self, &section);
}

static void
add_list (TjExtractTree *self, const char *title, const char *purpose, JsonArray *array)
{
  const TjExtractSection nothing = { title, purpose, NULL, 0, NULL, 0 };
  g_autoptr (GPtrArray) keys = NULL;

  if (json_array_get_length (array) == 0)
    {
      add_section (self, &nothing);
      return;
    }
  keys = list_keys (json_array_get_object_element (array, 0));
  if (keys->len <= MOST_COLUMNS)
    {
      add_table (self, title, purpose, array, keys);
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s, %u", title, i + 1);

      add_facts (self, g_string_chunk_insert (self->strings, numbered), purpose,
                 json_array_get_object_element (array, i));
    }
}

static void
add_member (TjExtractTree *self, const char *key, JsonNode *node)
{
  if (!is_shown (key) || !has_own_section (self, json_node_get_object (self->root), key))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].key, key))
      {
        add_list (self, _ (lists[i].title), _ (lists[i].purpose), json_node_get_array (node));
        return;
      }
  add_list (self, key, NULL, json_node_get_array (node));
}

/**
 * tj_extract_tree_new: the sections of the tree that tj_extract_service_build() gives, in its order.
 * Returns a new one, which keeps the tree.
 */
TjExtractTree *
tj_extract_tree_new (JsonNode *root)
{
  TjExtractTree *self = g_new0 (TjExtractTree, 1);
  JsonObject *object = json_node_get_object (root);
  g_autoptr (GList) members = json_object_get_members (object);

  self->root = json_node_ref (root);
  self->strings = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_array_new (FALSE, FALSE, sizeof (TjExtractSection));
  add_facts (self, _ ("Register"), _ ("Förordning (2006:39) 4 §"), object);
  for (GList *item = members; item != NULL; item = item->next)
    add_member (self, item->data, json_object_get_member (object, item->data));
  return self;
}

/**
 * tj_extract_tree_free: frees the sections and what they borrow.
 */
void
tj_extract_tree_free (TjExtractTree *self)
{
  json_node_unref (self->root);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->sections);
  g_free (self);
}

/**
 * tj_extract_tree_get_sections: the sections, owned by the tree; `n_sections` takes how many.
 */
const TjExtractSection *
tj_extract_tree_get_sections (TjExtractTree *self, guint *n_sections)
{
  *n_sections = self->sections->len;
  return (const TjExtractSection *)self->sections->data;
}
