/* How a workbook is put together. Nothing has a fixed name: the archive's relations name the
 * workbook's part, and the workbook's relations those of its sheets, strings and styles. Relations
 * to anything outside the archive are passed over. */

#include "config.h"

#include "tj-xlsx-workbook.h"

#include "tj-xlsx-xml.h"

#include "tj-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More sheets and relations than a workbook can use. */
#define MAX_SHEETS 4096
#define MAX_RELATIONS 65536

typedef struct
{
  char *type; /* the last word of it */
  char *part;
} Relation;

/* Relations of one part, by their id. */
typedef struct
{
  GHashTable *by_id;
  const char *folder; /* that targets are counted from */
} Relations;

/* What is known while the workbook's part is read. */
typedef struct
{
  TjXlsxWorkbook *workbook;
  Relations *relations;
} Reading;

static void
relation_free (Relation *relation)
{
  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

static void
sheet_info_clear (gpointer data)
{
  TjXlsxSheetInfo *info = data;

  g_free (info->name);
  g_free (info->part);
}

/* "worksheets/sheet1.xml" beside "xl/workbook.xml" → "xl/worksheets/sheet1.xml". */
static char *
resolve (const char *folder, const char *target)
{
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autofree char *joined
      = target[0] == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);

  steps = g_strsplit (g_strdelimit (joined, "\\", '/'), "/", -1);
  for (char **step = steps; *step != NULL; step++)
    if (strcmp (*step, "..") == 0 && path->len > 0)
      g_ptr_array_set_size (path, path->len - 1);
    else if (**step != '\0' && strcmp (*step, ".") != 0)
      g_ptr_array_add (path, *step);
  g_ptr_array_add (path, NULL);
  return g_strjoinv ("/", (char **)path->pdata);
}

static gboolean
start_relation (gpointer data, const char *name, const TjXlsxAttributes *attributes, GError **error)
{
  Relations *relations = data;
  g_autofree char *id = tj_xlsx_attribute_dup (attributes, "Id");
  g_autofree char *type = tj_xlsx_attribute_dup (attributes, "Type");
  g_autofree char *target = tj_xlsx_attribute_dup (attributes, "Target");
  g_autofree char *mode = tj_xlsx_attribute_dup (attributes, "TargetMode");
  const char *word = type != NULL ? strrchr (type, '/') : NULL;
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || word == NULL || target == NULL
      || g_strcmp0 (mode, "External") == 0 || g_hash_table_size (relations->by_id) >= MAX_RELATIONS)
    return TRUE;
  relation = g_new0 (Relation, 1);
  relation->type = g_strdup (word + 1);
  relation->part = resolve (relations->folder, target);
  g_hash_table_insert (relations->by_id, g_steal_pointer (&id), relation);
  return TRUE;
}

static gboolean
end_nothing (gpointer data, const char *name, GError **error)
{
  return TRUE;
}

/* The relations of `part`, "" for the archive's own; none when it has no part for them. */
static gboolean
read_relations (Relations *relations,
                TjXlsxArchive *archive,
                const char *part,
                GCancellable *cancellable,
                GError **error)
{
  static const TjXlsxHandler handler = { start_relation, end_nothing, NULL };
  const char *stroke = strrchr (part, '/');
  g_autofree char *folder = g_strndup (part, stroke != NULL ? stroke - part : 0);
  g_autofree char *name
      = g_strconcat (folder, "/_rels/", stroke != NULL ? stroke + 1 : part, ".rels", NULL);

  relations->folder = folder;
  return !tj_xlsx_archive_has (archive, name)
         || tj_xlsx_xml_parse_part (archive, name, &handler, relations, cancellable, error);
}

/* A part of the type, which is the archive's only one; NULL when it has none. */
static const char *
find_part (const Relations *relations, const char *type)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (strcmp (((Relation *)value)->type, type) == 0)
      return ((Relation *)value)->part;
  return NULL;
}

static void
add_sheet (Reading *reading, const TjXlsxAttributes *attributes)
{
  g_autofree char *id = tj_xlsx_attribute_dup (attributes, "id");
  g_autofree char *state = tj_xlsx_attribute_dup (attributes, "state");
  const Relation *relation
      = id != NULL ? g_hash_table_lookup (reading->relations->by_id, id) : NULL;
  TjXlsxSheetInfo info;

  /* A sheet may also be a chart. */
  if (relation == NULL || strcmp (relation->type, "worksheet") != 0
      || reading->workbook->sheets->len >= MAX_SHEETS)
    return;
  info.name = tj_xlsx_attribute_dup (attributes, "name");
  if (info.name == NULL)
    info.name = g_strdup ("");
  info.part = g_strdup (relation->part);
  info.is_hidden = state != NULL && strcmp (state, "visible") != 0;
  g_array_append_val (reading->workbook->sheets, info);
}

static gboolean
start_workbook (gpointer data, const char *name, const TjXlsxAttributes *attributes, GError **error)
{
  Reading *reading = data;

  if (strcmp (name, "workbookPr") == 0)
    reading->workbook->is_1904 = tj_xlsx_attribute_is_true (attributes, "date1904");
  else if (strcmp (name, "sheet") == 0)
    add_sheet (reading, attributes);
  return TRUE;
}

/* What else comes in a ZIP archive, and what to do about it. */
static void
refuse_other_archive (TjXlsxArchive *archive, GError **error)
{
  const char *message = _ ("This is a packed folder (ZIP) and no workbook. Unpack it and choose "
                           "the list in it.");

  if (tj_xlsx_archive_has (archive, "xl/workbook.bin"))
    message = _ ("This is a binary Excel workbook (.xlsb). Open it in Excel, save it as an Excel "
                 "workbook (.xlsx) and import that.");
  else if (tj_xlsx_archive_has (archive, "content.xml"))
    message = _ ("This is an OpenDocument file (.ods). Open it in LibreOffice, save it as an Excel "
                 "workbook (.xlsx) or as CSV and import that.");
  else if (tj_xlsx_archive_has (archive, "word/document.xml"))
    message = _ ("This is a Word document and no list. Ask the sender for a CSV file or an Excel "
                 "workbook.");
  g_set_error_literal (error, TJ_EXCHANGE_ERROR, TJ_EXCHANGE_ERROR_FORMAT, message);
}

static gboolean
read_workbook (TjXlsxWorkbook *self,
               TjXlsxArchive *archive,
               const char *part,
               GCancellable *cancellable,
               GError **error)
{
  static const TjXlsxHandler handler = { start_workbook, end_nothing, NULL };
  g_autoptr (GHashTable) by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)relation_free);
  Relations relations = { by_id, NULL };
  Reading reading = { self, &relations };

  if (!read_relations (&relations, archive, part, cancellable, error)
      || !tj_xlsx_xml_parse_part (archive, part, &handler, &reading, cancellable, error))
    return FALSE;
  self->strings = g_strdup (find_part (&relations, "sharedStrings"));
  self->styles = g_strdup (find_part (&relations, "styles"));
  return self->sheets->len > 0 || tj_xlsx_refuse_damaged (error);
}

/**
 * tj_xlsx_workbook_read:
 *
 * Finds the parts of a workbook. That an archive is no workbook is found here.
 *
 * Returns: (transfer full): the workbook, with one sheet or more; NULL with FORMAT, saying what the
 *   archive is instead, TOO_LARGE or CANCELLED
 */
TjXlsxWorkbook *
tj_xlsx_workbook_read (TjXlsxArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (TjXlsxWorkbook) self = g_new0 (TjXlsxWorkbook, 1);
  g_autoptr (GHashTable) by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)relation_free);
  Relations relations = { by_id, NULL };
  const char *part;

  self->sheets = g_array_new (FALSE, FALSE, sizeof (TjXlsxSheetInfo));
  g_array_set_clear_func (self->sheets, sheet_info_clear);
  if (!read_relations (&relations, archive, "", cancellable, error))
    return NULL;
  part = find_part (&relations, "officeDocument");
  if (part == NULL || !tj_xlsx_archive_has (archive, part) || !g_str_has_suffix (part, ".xml")
      || g_str_has_prefix (part, "word/"))
    {
      refuse_other_archive (archive, error);
      return NULL;
    }
  return read_workbook (self, archive, part, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tj_xlsx_workbook_free:
 *
 * Frees @self.
 */
void
tj_xlsx_workbook_free (TjXlsxWorkbook *self)
{
  g_free (self->strings);
  g_free (self->styles);
  g_array_unref (self->sheets);
  g_free (self);
}
