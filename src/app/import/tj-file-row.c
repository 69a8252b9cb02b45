/* A row of a file on its way in, as the preview shows it. It holds a place in the table and makes
 * its texts when asked. Of a protected person only the marking is shown. */

#include "config.h"

#include "tj-file-row.h"

#include "tj-row-person.h"

#include <glib/gi18n.h>

/* More of a cell is never seen; a damaged file may have a whole page in one. */
#define LONGEST_SHOWN 200

/* A row is known by its first cells. */
#define CELLS_SPOKEN 4

struct _TjFileRow
{
  GObject parent_instance;

  TjImportSession *session;
  guint index;
  gboolean is_heading;
  TjRowPerson *person; /* NULL until asked for, and while the kind of list is not known */
};

G_DEFINE_FINAL_TYPE (TjFileRow, tj_file_row, G_TYPE_OBJECT)

static void
tj_file_row_finalize (GObject *object)
{
  TjFileRow *self = TJ_FILE_ROW (object);

  g_clear_pointer (&self->person, tj_row_person_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tj_file_row_parent_class)->finalize (object);
}

static void
tj_file_row_class_init (TjFileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tj_file_row_finalize;
}

static void
tj_file_row_init (TjFileRow *self)
{
}

TjFileRow *
tj_file_row_new (TjImportSession *session, guint index)
{
  TjFileRow *self = g_object_new (TJ_TYPE_FILE_ROW, NULL);

  self->session = g_object_ref (session);
  self->index = index;
  return self;
}

/* The row's number as a spreadsheet shows it. */
char *
tj_file_row_dup_number (TjFileRow *self)
{
  return g_strdup_printf ("%u", tj_import_table_get_row_number (
                                    tj_import_session_get_table (self->session), self->index));
}

/* Whether the row is about a protected person. The register is asked once a row, and not while a
 * thread has it. */
gboolean
tj_file_row_is_hidden (TjFileRow *self)
{
  TjImportOutcome place = { .index = self->index, .result = TJ_IMPORT_UNCHANGED };
  TjContext *context;

  g_return_val_if_fail (TJ_IS_FILE_ROW (self), TRUE);

  context = tj_import_session_get_context (self->session);
  if (self->is_heading)
    return FALSE;
  if (self->person == NULL && tj_import_session_get_import (self->session) != NULL
      && tj_context_is_unlocked (context) && !tj_context_is_working (context))
    {
      place.row = tj_import_table_get_row_number (tj_import_session_get_table (self->session),
                                                  self->index);
      self->person = tj_row_person_new (self->session, &place);
    }
  return self->person != NULL && self->person->is_protected;
}

char *
tj_file_row_dup_cell (TjFileRow *self, guint column)
{
  g_return_val_if_fail (TJ_IS_FILE_ROW (self), NULL);

  if (tj_file_row_is_hidden (self))
    return g_strdup (column == 0 ? self->person->name : "•••");
  return tj_cell_dup_shown (
      tj_import_table_get_cell (tj_import_session_get_table (self->session), self->index, column));
}

/* For a row that is about nobody. */
void
tj_file_row_show_always (TjFileRow *self)
{
  g_return_if_fail (TJ_IS_FILE_ROW (self));

  self->is_heading = TRUE;
}

/* "Row 3: Personnummer, Efternamn, Förnamn": enough to know the row by. */
char *
tj_file_row_dup_words (TjFileRow *self)
{
  TjImportTable *table = tj_import_session_get_table (self->session);
  guint n = MIN (tj_import_table_get_n_cells (table, self->index), CELLS_SPOKEN);
  g_autofree char *number = tj_file_row_dup_number (self);
  GString *words = g_string_new (NULL);

  g_string_printf (words, _ ("Row %s:"), number);
  for (guint i = 0; i < (tj_file_row_is_hidden (self) ? 1 : n); i++)
    {
      g_autofree char *cell = tj_file_row_dup_cell (self, i);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : " ", cell);
    }
  return g_string_free (words, FALSE);
}

/* A cell on one line, cut where nobody reads on. Tables hold UTF-8; what is cut stays so. */
char *
tj_cell_dup_shown (TjCell cell)
{
  g_autofree char *text = g_strndup (cell.text, MIN (cell.length, LONGEST_SHOWN * 4));
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), LONGEST_SHOWN));

  return g_strdelimit (g_strstrip (shown), "\r\n\t", ' ');
}
