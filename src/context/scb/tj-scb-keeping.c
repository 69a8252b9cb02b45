/* Keeps a file as it is written: its bytes, what they sum up to, and its rows by person, for the
 * next one to be compared with. */

#include "config.h"

#include "tj-scb-keeping.h"

static char *
join_columns (const TjScbLayout *layout)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < layout->columns->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? TJ_DELIVERY_SEPARATOR : "",
                            ((TjScbColumn *)layout->columns->pdata[i])->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
join_cells (const TjScbRows *rows, guint row, guint n_columns, GString *cells)
{
  char buffer[TJ_SCB_CELL_BUFFER];

  g_string_truncate (cells, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append (cells, TJ_DELIVERY_SEPARATOR);
      g_string_append (cells, tj_scb_rows_get_cell (rows, row, i, buffer));
    }
}

static gboolean
add_rows (TjChange *change, gint64 id, const TjScbReport *report, GError **error)
{
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = 0; i < tj_scb_rows_count (report->rows); i++)
    {
      const TjScbRecord *record = tj_scb_rows_get (report->rows, i)->record;
      TjDeliveryRow row = { .personal_number = record->personal_number,
                            .registered_on = record->registered_on,
                            .is_open = record->deregistered_on == TJ_DATE_NONE };

      join_cells (report->rows, i, report->layout->columns->len, cells);
      row.cells = cells->str;
      if (!tj_deliveries_add_row (change, id, &row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tj_scb_keeping_begin: begins a change that keeps `content` instead of what was written for the
 * half-year before and never sent; `details` go to the log. The caller commits when the file is
 * where it belongs. It is no change to take back: the next file takes its place. Returns NULL with
 * `error` set.
 */
TjChange *
tj_scb_keeping_begin (TjStore *store,
                      const TjScbReport *report,
                      const char *format,
                      const char *details,
                      GBytes *content,
                      GError **error)
{
  g_autoptr (TjChange) change = tj_deliveries_begin (store, details, error);
  char half[TJ_HALF_YEAR_BUFFER];
  g_autofree char *columns = join_columns (report->layout);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  TjDelivery delivery = { .half = half,
                          .layout = report->layout->name,
                          .format = (char *)format,
                          .rows = tj_scb_rows_count (report->rows),
                          .columns = columns,
                          .sha256 = sha256 };
  gint64 id;

  tj_half_year_write (report->half, half);
  if (change == NULL || !tj_deliveries_drop_unsent (change, half, error)
      || (id = tj_deliveries_insert (change, &delivery, content, error)) == 0
      || !add_rows (change, id, report, error))
    return NULL;
  return g_steal_pointer (&change);
}
