#pragma once

#include "tj-paper.h"
#include "tj-sheet.h"

G_BEGIN_DECLS

#define TJ_SHEET_FAMILY "Noto Sans"
#define TJ_SHEET_INK                                                                               \
  {                                                                                                \
    0.10, 0.11, 0.12                                                                               \
  }
#define TJ_SHEET_DEEP                                                                              \
  {                                                                                                \
    0.09, 0.25, 0.38                                                                               \
  }
#define TJ_SHEET_GREY                                                                              \
  {                                                                                                \
    0.36, 0.38, 0.41                                                                               \
  }
#define TJ_SHEET_HAIR                                                                              \
  {                                                                                                \
    0.72, 0.74, 0.77                                                                               \
  }

/* The styles of a kind of sheet, and the room around its parts (points). */
typedef struct
{
  TjTextStyle title;
  TjTextStyle headings[2];
  TjTextStyle text;
  TjTextStyle note;
  TjTextStyle caption;
  TjTextStyle table_head;
  TjTextStyle table_cell;
  TjTextStyle table_total;
  double margin;
  double before_heading[2];
  double after_heading;
  double after_text;
  double cell_pad;
} TjSheetLook;

const TjSheetLook *tj_sheet_look_get (TjSheetKind kind);

/* Where the drawing is: `y` on the open page, whose body goes from `top` to `bottom`. */
struct _TjSheet
{
  TjPaper *paper;
  TjTypesetter *typesetter;
  char *title;
  char *handling;
  char *date;
  const TjSheetLook *look;
  gboolean demo;
  gboolean draft;
  gboolean has_cover;
  double page_width;
  double page_height;
  double left;
  double width;
  double top;
  double bottom;
  double y;
  GArray *page_numbers; /* places (guint), one a page */
};

void tj_sheet_make_room (TjSheet *self, double height);
void tj_sheet_next_page (TjSheet *self);
double tj_sheet_get_full_height (const TjSheet *self);
gboolean tj_sheet_is_at_top (const TjSheet *self);
void tj_sheet_flow (TjSheet *self,
                    const char *type,
                    const TjTextStyle *style,
                    double indent,
                    const char *text);
void tj_sheet_draw_content (TjSheet *self, const char *type, const TjSetText *text, double x);

G_END_DECLS
